"""The first real source is read as careful people read it (``tests/koriyama/reading-*.yaml``).

The readings were made by eye, plan by plan, before the loader was. Where the loader still differs
from them, the difference is named below and argued; everything else must agree, fact by fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from keikaku import loaders
from keikaku.graph.records import Records
from tests.generator.reading import FAMILIES, Facts, Reader
from tests.loaders.test_example import by_hand

READINGS = Path(__file__).parents[1] / "koriyama"

LEAST = {
    **dict.fromkeys(("title", "departments", "website", "indicators"), 0.99),
    **dict.fromkeys(("marks", "sdgs", "qualitative"), 0.99),
    **dict.fromkeys(("components", "actions", "milestones", "guidelines"), 0.95),
    **dict.fromkeys(("other", "pages"), 0.95),
    "depends_on": 0.9,
}
"""Precision and recall that each family of facts must reach."""


@pytest.fixture(scope="module")
def records(koriyama_source: Path) -> Records:
    return loaders.load(koriyama_source)


@pytest.fixture(scope="module")
def read(records: Records) -> dict[str, Facts]:
    return Reader(records).plans()


@pytest.fixture(scope="module")
def expected() -> dict[str, Facts]:
    plans = [
        plan
        for path in sorted(READINGS.glob("reading-*.yaml"))
        for plan in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    return {plan["number"]: by_hand(plan) for plan in plans}


def as_counter(number: str, value: Any) -> Counter[Any]:
    """The facts of one family of a plan, each with the plan's number, to be counted."""
    facts: Iterable[Any] = (
        value.items() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    )
    return Counter((number, repr(fact)) for fact in facts)


def test_every_plan_of_the_overview_is_read(
    read: dict[str, Facts], expected: dict[str, Facts]
) -> None:
    assert list(read) == sorted(expected, key=lambda n: [int(part) for part in n.split("-")])


@pytest.mark.parametrize("family", FAMILIES)
def test_facts_agree_with_the_reading_by_eye(
    family: str, read: dict[str, Facts], expected: dict[str, Facts]
) -> None:
    read_facts: Counter[Any] = Counter()
    expected_facts: Counter[Any] = Counter()
    for number, facts in expected.items():
        expected_facts += as_counter(number, facts[family])
        read_facts += as_counter(number, read[number][family])
    agreed = (read_facts & expected_facts).total()
    assert agreed >= LEAST[family] * expected_facts.total(), (
        f"missed: {list(expected_facts - read_facts)}"
    )
    assert agreed >= LEAST[family] * read_facts.total(), (
        f"too much: {list(read_facts - expected_facts)}"
    )


def test_no_mark_is_guessed(read: dict[str, Facts], expected: dict[str, Facts]) -> None:
    unknown = {
        (number, theme)
        for number, facts in expected.items()
        for theme, mark in facts["marks"].items()
        if mark is None
    }
    assert unknown == {
        (number, theme)
        for number, facts in read.items()
        for theme, mark in facts["marks"].items()
        if mark is None
    }


def test_every_fact_has_evidence_on_its_line(records: Records, koriyama_source: Path) -> None:
    lines = koriyama_source.read_text(encoding="utf-8").split("\n")
    nodes = [(node.id, node.evidence) for node in records.nodes if node.kind != "Theme"]
    edges = [(str(edge), edge.evidence) for edge in records.edges if edge.type != "PART_OF"]
    for what, evidence in nodes + edges:
        assert evidence, what
        for one in evidence:
            if one.reading != "inferred":
                assert one.line is not None
                assert lines[one.line - 1].strip(), what


def test_the_wrong_page_headers_are_found(records: Records) -> None:
    headers = {
        finding.details["plan"]: finding.details["what"]
        for finding in records.findings
        if finding.code == "header-disagrees"
    }
    assert headers["1-2-3"] == "initiative"
    assert headers["1-3-2"] == "initiative"


def test_a_target_already_reached_is_found(records: Records) -> None:
    reached = {
        (finding.details["plan"], finding.details["indicator"])
        for finding in records.findings
        if finding.code == "baseline-at-target"
    }
    assert ("2-2-1", "現年課税分徴収率") in reached
    assert ("2-3-7", "集中管理車平均稼働率") in reached
    assert ("2-2-2", "滞納者数") in reached
    assert ("3-1-3", "まちづくりネットモニター平均回答率") in reached


def test_loading_twice_gives_the_same(records: Records, koriyama_source: Path) -> None:
    assert loaders.load(koriyama_source) == records
