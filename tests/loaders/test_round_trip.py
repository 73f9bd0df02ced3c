"""A fictional plan is printed in any layout, with any defect; the loader reads back what was meant.

One property for each family of facts, so that a failure shows what broke. `pytest -m fuzz` runs
the same properties on many more documents, new ones every time.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, Phase, assume, given, note, seed, settings
from hypothesis import strategies as st

from keikaku import loaders
from keikaku.graph.records import Records
from tests.generator.defects import DEFECTS, Defect
from tests.generator.encoding import ENCODERS, Encoder
from tests.generator.printers import LAYOUTS
from tests.generator.printers.document import Printed
from tests.generator.reading import FAMILIES, Facts, Reader, meaning
from tests.generator.strategies import printed

Check = Callable[[Printed], None]

QUICK, LONG = 6, 500
"""Examples of each property: always, and when `-m fuzz` asks for them."""

always_and_long = pytest.mark.parametrize(
    "amount",
    [pytest.param(QUICK, id="quick"), pytest.param(LONG, id="long", marks=pytest.mark.fuzz)],
)

IN_ANY_ORDER = ("milestones", "indicators", "qualitative")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that every example is written to anew."""
    return tmp_path_factory.mktemp("fictional") / "fictional-plan.txt"


def load(text: str, source: Path, encode: Encoder = ENCODERS[0]) -> Records:
    source.write_bytes(encode(text))
    note(text.replace("\t", "⇥"))
    return loaders.load(source)


def expected(sample: Printed) -> dict[str, Facts]:
    document = sample.document
    numbers = {plan.title: number for number, plan in sample.plans.items()}
    target, baseline = f"{document.last_year}年度末", f"{document.baseline_year}年度末"
    return {
        number: meaning(plan, target, baseline, numbers) for number, plan in sample.plans.items()
    }


def assert_read(records: Records, sample: Printed, families: tuple[str, ...]) -> None:
    read, expected_plans = Reader(records).plans(), expected(sample)
    assert sorted(read) == sorted(expected_plans)
    for number, facts in expected_plans.items():
        for family in families:
            actual, wanted = read[number][family], facts[family]
            if family in IN_ANY_ORDER:
                actual, wanted = sorted(actual, key=repr), sorted(wanted, key=repr)
            if family == "depends_on":
                actual = [one for one in actual if one in wanted]
            assert actual == wanted, f"{family} of {number}"


def assert_found(records: Records, sample: Printed) -> None:
    document = records.document["id"]
    codes = {(one.code, one.node) for one in records.findings}
    for code, number in sample.findings:
        at_all = any(code == one for one, _ in codes)
        assert at_all if number is None else (code, f"{document}/plan/{number}") in codes, code


def holds(check: Check, strategy: st.SearchStrategy[Printed], amount: int, name: str) -> None:
    """A property holds for many documents: the same ones on every run, unless it is a long one."""
    tried = settings(
        max_examples=amount,
        deadline=None,
        database=None,
        # A long run takes its time to make a failing document as small as it can.
        phases=[Phase.generate, Phase.shrink] if amount == LONG else [Phase.generate],
        print_blob=amount == LONG,
        suppress_health_check=list(HealthCheck),
    )(given(strategy)(check))
    if amount == QUICK:
        tried = seed(crc32(name.encode("utf-8")))(tried)
    tried()


@always_and_long
@pytest.mark.parametrize("family", FAMILIES)
def test_reads_what_was_meant(family: str, amount: int, source: Path) -> None:
    def check(sample: Printed) -> None:
        assert_read(load(sample.text(), source), sample, (family,))

    holds(check, printed(), amount, family)


@always_and_long
@pytest.mark.parametrize("layout", LAYOUTS)
def test_reads_every_layout(layout: str, amount: int, source: Path) -> None:
    def check(sample: Printed) -> None:
        assert_read(load(sample.text(), source), sample, FAMILIES)

    holds(check, printed(layouts=(layout,)), amount, layout)


@always_and_long
@pytest.mark.parametrize("encode", ENCODERS, ids=lambda one: one.__name__)
def test_reads_the_same_from_any_bytes(encode: Encoder, amount: int, source: Path) -> None:
    def check(sample: Printed) -> None:
        assert_read(load(sample.text(), source, encode), sample, FAMILIES)

    holds(check, printed(), amount, encode.__name__)


@always_and_long
@pytest.mark.parametrize("defect", DEFECTS, ids=lambda one: one.__name__)
def test_repairs_or_reports_a_defect(defect: Defect, amount: int, source: Path) -> None:
    """A defect in one plan is repaired, or reported and left unknown; nothing else changes."""

    def check(sample: Printed) -> None:
        assume(any(defect(sample, number) for number in sample.plans))
        records = load(sample.text(), source)
        assert_found(records, sample)
        assert_read(records, sample, FAMILIES)

    holds(check, printed(), amount, defect.__name__)
