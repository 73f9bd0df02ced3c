"""The parts of a plan that not every family of documents has: logic model, money, evaluation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from keikaku.cli import labels
from keikaku.cli.output import Section
from keikaku.cli.text_tables import Cell
from keikaku.graph.language import Lang
from keikaku.queries.plan.answer import PlanWhole

_SELDOM = "achieved"
_AMOUNTS = ("total", "achieved", "personnel_cost", "hours", "persons")

Rows = list[list[Cell]]


def more_sections(
    row: PlanWhole, section: Callable[[str, list[str], Rows], Section], lang: Lang
) -> Iterator[Section]:
    """Yield the logic model, budgets, evaluations, and what is stated to be related.

    ``section`` makes a section from its name, the names of its columns, and its rows.
    """

    def coded(code: str | None) -> str:
        return "" if code is None else labels.coded(code, lang)

    yield section("steps", ["stage", "text"], [[coded(s.stage), s.text] for s in row.steps])
    came = any(budget.achieved is not None for budget in row.budgets)
    columns = [name for name in _AMOUNTS if came or name != _SELDOM]
    budgets: Rows = [
        [
            str(each.fiscal_year),
            coded(each.stage),
            *("" if getattr(each, n) is None else f"{getattr(each, n):,}" for n in columns),
        ]
        for each in row.budgets
    ]
    yield section("budgets", ["year", "stage", *columns], budgets)
    evaluations: Rows = [
        [
            str(each.fiscal_year),
            coded(each.by),
            each.grade or "",
            each.direction_text or coded(each.direction),
            each.comment or "",
        ]
        for each in row.evaluations
    ]
    yield section("evaluations", ["year", "by", "grade", "next_direction", "comment"], evaluations)
    associated: Rows = [[each.number, each.title, each.words or ""] for each in row.associated]
    yield section("associated", ["number", "plan_title", "stated_words"], associated)
