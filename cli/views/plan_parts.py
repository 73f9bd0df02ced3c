"""The parts of a plan that not every family of documents has: logic model, money, evaluation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from keikaku.cli.output import Section
from keikaku.cli.text_tables import Cell
from keikaku.graph.language import Lang, Text
from keikaku.queries.plan.answer import PlanWhole

_CODES = {
    "plan": Text("計画", "plan"),
    "budget": Text("予算", "budget"),
    "actual": Text("実績", "actual"),
    "request": Text("要求", "request"),
    "effect": Text("効果", "effect"),
    "input": Text("投入", "input"),
    "activity": Text("活動", "activity"),
    "output": Text("アウトプット", "output"),
    "outcome": Text("アウトカム", "outcome"),
    "short_outcome": Text("短期アウトカム", "short-term outcome"),
    "middle_outcome": Text("中期アウトカム", "medium-term outcome"),
    "long_outcome": Text("長期アウトカム", "long-term outcome"),
    "impact": Text("インパクト", "impact"),
    "department": Text("所管課", "department"),
    "head": Text("所管課長", "head"),
    "outside": Text("外部", "outside"),
    "expand": Text("拡充", "expand"),
    "continue": Text("継続", "continue"),
    "improve": Text("改善", "improve"),
    "shrink": Text("縮小", "shrink"),
    "merge": Text("統合", "merge"),
    "end": Text("廃止", "end"),
    "done": Text("完了", "done"),
}
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
        return "" if code is None else _CODES[code].of(lang)

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
