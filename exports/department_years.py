"""The work of a department by fiscal year (年度ごとの予定)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from keikaku.exports.documents import Block, Paragraph, Table
from keikaku.graph.language import Lang, Text
from keikaku.queries.department.answer import DepartmentWhole, Due, OwnPlan
from keikaku.queries.plan.schedule import GOES_ON, MAY_GO_ON

_NO = Text("番号", "No.")
_ACTION = Text("取組", "Action")
_HEADS = (
    _NO,
    _ACTION,
    Text("内容", "What"),
    Text("年度", "Years"),
    Text("続いている可能性のある年度", "May go on"),
)
_MAY_NOTE = Text(
    "「続いている可能性のある年度」は、原本からは続いているかどうか分からない年度です。",
    "“May go on”: the source leaves open whether it goes on in these years.",
)
_BEGINS = "●"
_SAME = Text("同左", "as named")
_SIGNS = Text(
    "●は始まる（または区切りの）年度、→は続く年度です。", "●: begins in that year; →: goes on."
)
COUNTED = Text(
    "年度の欄は取組の件数です。「＋」の後は、原本からは続いているかどうか分からないものの件数です。",
    "By year: how many actions run; behind “+” those that may, where the source leaves it open.",
)
"""The explanation of the numbers of :func:`counts`."""
_MOST_YEARS = 8
"""The most columns of years on a page; with more years, spans are shown."""

How = Literal["spans", "texts", "signs"]


def due(whole: DepartmentWhole, how: How, lang: Lang) -> list[Block]:
    """Return the work planned: as spans of years, or a column a year with texts or signs."""
    columns = years(whole.due)
    if not columns:
        return []
    possible = any(each.certainty == "possible" for each in whole.due)
    if how == "spans" or len(columns) > _MOST_YEARS:
        rows = schedule_rows(whole)
        table = Table([head.of(lang) for head in _HEADS], rows, (1, 4, 5, 2, 2))
        return [table, Paragraph(_MAY_NOTE.of(lang), "note")] if possible else [table]
    heads = [_NO.of(lang), _ACTION.of(lang), *map(str, columns)]
    texts = how == "texts"
    rows = [
        [number, action, *(_cell(of_action, year, lang, texts=texts) for year in columns)]
        for (number, action), of_action in _by_action(whole).items()
    ]
    width = (1.2, 3.2, *[2.4] * len(columns)) if texts else (1.2, 9, *[1] * len(columns))
    notes = [] if texts else [_SIGNS.of(lang)]
    notes += [MAY_GO_ON.of(lang)] if possible else []
    return [Table(heads, rows, width), *([Paragraph("".join(notes), "note")] if notes else [])]


def years(due: Iterable[Due]) -> Sequence[int]:
    """Return the fiscal years, from the first to the last in which anything is planned."""
    columns = [each.year for each in due]
    return range(min(columns), max(columns) + 1) if columns else []


def counts(whole: DepartmentWhole, columns: Sequence[int], lang: Lang) -> list[list[str]]:
    """Return for each plan how many of its actions run in each year: 3, 3＋2 where 2 may."""
    plus = "＋" if lang == "ja" else "+"
    rows = []
    for plan in whole.plans:
        row = []
        for year in columns:
            of_year = [e for e in whole.due if e.year == year and e.number == plan_name(plan)]
            sure = {each.action for each in of_year if each.certainty == "stated"}
            may = {each.action for each in of_year} - sure
            row.append(f"{len(sure)}{plus}{len(may)}" if may else str(len(sure)))
        rows.append(row)
    return rows


def plan_name(plan: OwnPlan) -> str:
    """Return a plan as lists name it: its number, or its title without one."""
    return plan.number or plan.title


def schedule_rows(whole: DepartmentWhole) -> list[list[str]]:
    """Return a row for each milestone: the years in which it surely runs, and those it may."""
    spans: dict[tuple[str, str, str], dict[str, list[int]]] = {}
    for each in whole.due:
        of_milestone = spans.setdefault((each.number, each.action, each.text), {})
        of_milestone.setdefault(each.certainty, []).append(each.year)
    order = _order(whole)
    return [
        [
            number,
            action,
            text or GOES_ON["stated"],
            _span(years_due.get("stated")),
            _span(years_due.get("possible")),
        ]
        for (number, action, text), years_due in sorted(
            spans.items(), key=lambda item: (order[item[0][0]], min(map(min, item[1].values())))
        )
    ]


def _order(whole: DepartmentWhole) -> dict[str, int]:
    """Return the places of the plans, by their names in lists."""
    return {plan_name(plan): place for place, plan in enumerate(whole.plans)}


def _by_action(whole: DepartmentWhole) -> dict[tuple[str, str], list[Due]]:
    """Return the work planned by action, in the order of the plans."""
    actions: dict[tuple[str, str], list[Due]] = {}
    order = _order(whole)
    for each in sorted(whole.due, key=lambda due: order[due.number]):
        actions.setdefault((each.number, each.action), []).append(each)
    return actions


def _cell(of_action: Sequence[Due], year: int, lang: Lang, *, texts: bool) -> str:
    """Return the cell of an action and a year: what begins in it, or the sign that it continues."""
    first: dict[str, int] = {}
    for each in of_action:
        first[each.text] = min(each.year, first.get(each.text, each.year))
    here = [each for each in of_action if each.year == year]
    begins = [each for each in here if each.text and first[each.text] == year]
    if begins and not texts:
        return _BEGINS
    if begins:
        return "\n".join(
            _SAME.of(lang) if each.text == each.action else each.text for each in begins
        )
    certainties = [each.certainty for each in here]
    return next((sign for key, sign in GOES_ON.items() if key in certainties), "")


def _span(years: list[int] | None) -> str:
    if not years:
        return "―"
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"
