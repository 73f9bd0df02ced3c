"""The cell of a year says what begins in it, or by a sign what goes on or may."""

from __future__ import annotations

import pytest

from keikaku.queries.graph_walks import Evidence
from keikaku.queries.plan.plan_rows import ActionRow, MilestoneRow
from keikaku.queries.plan.schedule import cell, in_year, may_go_on

WHERE: Evidence = []


def step(text: str, first: int, last: int, latest: int | None = None) -> MilestoneRow:
    return MilestoneRow(text, first, last, "unknown" if latest else "no", latest, WHERE)


def action(*steps: MilestoneRow, arrow: tuple[int, int] | None = None) -> ActionRow:
    first, last = arrow or (None, None)
    return ActionRow("窓口の改善", None, first, last, None, list(steps), WHERE)


PLAN = action(step("検討", 2023, 2023), step("実施", 2024, 2025, 2026), step("点検", 2025, 2025))


@pytest.mark.parametrize(
    ("year", "words", "said"),
    [
        (2022, [], ""),
        (2023, ["検討"], "検討"),
        (2024, ["実施"], "実施"),
        (2025, ["→", "点検"], "点検"),
        (2026, ["⇢"], "⇢"),
        (2027, [], ""),
    ],
)
def test_a_cell_says_what_begins_else_that_it_goes_on(
    year: int, words: list[str], said: str
) -> None:
    assert in_year(PLAN, year) == words
    assert cell(PLAN, year) == said


def test_what_surely_goes_on_goes_before_what_may() -> None:
    both = action(step("検討", 2023, 2023, 2025), step("実施", 2023, 2024))
    assert cell(both, 2023) == "検討\n実施"
    assert in_year(both, 2024) == ["⇢", "→"]
    assert cell(both, 2024) == "→"
    assert cell(both, 2025) == "⇢"


def test_a_bare_arrow_is_a_sign_in_each_of_its_years() -> None:
    bare = action(arrow=(2023, 2024))
    assert [cell(bare, year) for year in (2022, 2023, 2024, 2025)] == ["", "→", "→", ""]


def test_only_what_is_open_may_go_on() -> None:
    assert may_go_on([PLAN])
    assert not may_go_on([action(step("検討", 2023, 2024)), action(arrow=(2023, 2024))])
    assert not may_go_on([])
