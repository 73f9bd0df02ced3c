"""The example's plan is read as a careful reader reads it (``examples/*-expected.yaml``)."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from keikaku import loaders
from tests.generator.reading import FAMILIES, Facts, Measured, Reader, fold

EXAMPLES = Path(__file__).parents[2] / "examples"
IN_ANY_ORDER = ("other", "pages", "guidelines", "sdgs", "depends_on", "indicators", "qualitative")


def measured(facts: dict[str, Any] | None) -> Measured | None:
    if facts is None:
        return None
    unit = facts["unit"]
    return (
        float(facts["value"]),
        fold(unit) if unit else None,
        facts["comparator"],
        facts["qualifier"],
        facts["as_of"],
    )


def by_hand(plan: dict[str, Any]) -> Facts:
    """A plan of the hand-written reading, in the form that readings are compared in."""
    disclosure, actions = plan["disclosure"], plan["actions"]

    def part(one: dict[str, Any]) -> str | None:
        return fold(one["component"]) if one["component"] else None

    return {
        "title": fold(plan["title"]),
        "departments": plan["departments"],
        "components": [(fold(one["title"]), one["departments"]) for one in plan["components"]],
        "marks": plan["marks"],
        "website": disclosure["website"],
        "other": [fold(one) for one in disclosure["other"]],
        "pages": [fold(one) for one in disclosure["pages"]],
        "actions": [(part(one), fold(one["title"])) for one in actions],
        "milestones": [
            (part(one), fold(one["title"]), year, fold(text))
            for one in actions
            for year, text, *_ in one["milestones"]
        ],
        "indicators": [
            (part(one), fold(one["name"]), measured(one["target"]), measured(one["baseline"]))
            for one in plan["indicators"]
        ],
        "qualitative": [fold(one) for one in plan["qualitative"]],
        "guidelines": [fold(one) for one in plan["guidelines"]],
        "sdgs": plan["sdgs"],
        "depends_on": [one["plan"] for one in plan["depends_on"]],
    }


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example without its corrections beside it."""
    folder = tmp_path_factory.mktemp("example")
    return Path(shutil.copy(EXAMPLES / "midorino-2026-plan.txt", folder))


@pytest.fixture(scope="module")
def read(source: Path) -> dict[str, Facts]:
    return Reader(loaders.load(source)).plans()


@pytest.fixture(scope="module")
def expected() -> dict[str, Facts]:
    written = yaml.safe_load((EXAMPLES / "midorino-2026-expected.yaml").read_text("utf-8"))
    return {plan["number"]: by_hand(plan) for plan in written}


@pytest.mark.parametrize("family", FAMILIES)
def test_the_example_is_read_as_by_eye(
    family: str, read: dict[str, Facts], expected: dict[str, Facts]
) -> None:
    def comparable(facts: Facts) -> Any:
        family_facts = facts[family]
        return sorted(family_facts, key=repr) if family in IN_ANY_ORDER else family_facts

    assert {number: comparable(plan) for number, plan in read.items()} == {
        number: comparable(plan) for number, plan in expected.items()
    }


def test_its_corrections_all_fit_and_settle_what_they_are_about() -> None:
    records = loaders.load(
        EXAMPLES / "midorino-2026-plan.txt",
        corrections=EXAMPLES / "midorino-2026-corrections.yaml",
    )
    plan = Reader(records).plans()
    component = "学校給食調理業務の民間委託"

    assert [one.message for one in records.findings if one.code == "correction-unmatched"] == []
    assert (component, ["学校教育課"]) in plan["3-2-1"]["components"]
    assert plan["1-1-2"]["marks"]["ペーパーレス"] is True
    assert plan["3-1-2"]["departments"] == ["防災危機管理課", "市民協働課"]
    assert "department-spelling" not in {one.code for one in records.findings}
    settled = {one.code for one in records.findings if one.settled}
    assert {"marks-missing", "header-disagrees", "year-outside-period"} <= settled


def test_it_holds_the_findings_that_its_readme_promises(source: Path) -> None:
    records = loaders.load(source)
    codes = {
        (one.code, (one.node or "").removeprefix("midorino-2026/")) for one in records.findings
    }

    assert {
        ("header-disagrees", "plan/1-2-2"),
        ("header-disagrees", "plan/1-3-2"),
        ("marks-missing", "plan/1-1-2"),
        ("marks-shifted", "plan/2-1-1"),
        ("disclosure-unknown", "plan/1-3-4"),
        ("department-not-in-overview", "plan/3-2-2"),
        ("department-not-on-page", "plan/3-1-2"),
        ("year-outside-period", "plan/3-3-2"),
        ("no-measurable-target", "plan/2-1-2"),
    } <= codes
