"""The answer to ``workload``: a department a row, its years, and how concentrated it all is."""

from __future__ import annotations

from collections.abc import Iterator
from math import fsum
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import heading, headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer
from keikaku.queries.workload.answer import WorkloadRow, YearLoad, YearRow
from keikaku.queries.workload.concentration import Concentration

_COUNTS = (
    "plans lead co part components fractional share actions milestones indicators partners"
).split()
_COLUMNS = ["document", "department", *_COUNTS]
_POSSIBLE = "possible_plans possible_actions possible_milestones".split()
_YEAR_COLUMNS = [
    *"document department year plans lead co part actions milestones".split(),
    *_POSSIBLE,
]
_SHOWN_YEARS = [*_YEAR_COLUMNS[: -len(_POSSIBLE)], "possible"]
_TABLE_COLUMNS = (
    "document department plan_count lead co part fractional share indicators partners".split()
)
_YEARS = Text(
    "年度ごとの取組／行動計画（＋は、ほかに続いている可能性のあるもの）",
    "Actions / milestones by fiscal year (+: that may go on besides)",
)
_OF_YEARS = Text(
    "計画から行動計画までの列は、その年度に行うことが確実なものの数です。「可能性」は、"
    "ほかに続いている可能性のあるもの（計画/取組/行動計画）の数です。",
    "Plans, roles, actions and milestones are what surely runs in the year; "
    "“possible” counts what may go on in it besides (plans/actions/milestones).",
)
_RESOURCES_SHOWN = "department year stage total personnel_cost hours persons".split()
_RESOURCES = Text(
    "年度ごとの事業費・人件費（円）、業務時間、人数（担当課で等分）",
    "Cost and work by fiscal year, divided evenly among departments (yen, hours, persons)",
)
_STAGES = {
    "plan": Text("計画", "plan"),
    "budget": Text("予算", "budget"),
    "actual": Text("実績", "actual"),
    "request": Text("要求", "request"),
    "effect": Text("効果", "effect"),
}
_SELDOM = ("part", "indicators", "partners")
_FIRST_STAGE = "budget"
"""The stage of money whose newest year is in the table; another one if it is not stated."""
_YEN = Text("{year}年度{stage}（円）", "{stage} {year} (yen)")
_TOTAL = Text(
    "合計{n}行: 計画{plans}件（按分）、{year}年度{stage}{yen}円",
    "{n} rows in all: {plans} plans (fractional), {stage} of {year} {yen} yen",
)
_CLOSING = Text("{n}行{filters}", "Rows: {n}{filters}")
_NONE = Text(
    "該当する所管課はありません{filters}。", "No department answers for any plan{filters}."
)
_COUNTING = Text(
    "計画数は一課につき1件と数えます（共管の計画は各課に1件）。"
    "按分は、計画1件を、担う課の数で等分して数えたものです。",
    "Plans are counted whole for each department; fractional divides a plan among its departments.",
)
_CONCENTRATION = Text(
    "集中度{document}: HHI {hhi}（{even}課が等しく担う場合に相当）、ジニ係数 {gini}"
    "（{departments}課、計画{plans}件）",
    "Concentration{document}: HHI {hhi} (as if {even} departments shared evenly), Gini {gini} "
    "(departments: {departments}, plans: {plans})",
)


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the departments, their years, how it was counted, and the concentration."""
    lang = reader.lang
    filters = shared_view.describe_question(answer, lang)
    if not answer.rows:
        return [_NONE.format(filters=filters).of(lang)]
    if isinstance(answer.rows[0], YearRow):
        columns = _SHOWN_YEARS[: -1 if answer.parameters.get("certain") else None]
        rows = [_year_cells(row) for row in answer.rows]
        return [
            shared_view.table("", columns, rows, reader),
            *([] if answer.parameters.get("certain") else [_OF_YEARS.of(lang)]),
            *_resources(answer, reader),
            _CLOSING.format(n=len(rows), filters=filters).of(lang),
        ]
    sections = [
        *_loads(answer, reader),
        *_years(answer, reader),
        *_resources(answer, reader),
    ]
    visible = {row.document for row in answer.rows[: reader.limit and reader.limit.rows]}
    concentration = [
        _concentration(each, reader)
        for each in answer.totals or ()
        if each.document in visible
        if each.hhi is not None and (each.departments > 1 or not reader.several)
    ]
    return [*sections, _COUNTING.of(lang), *concentration]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return a department a row, or a department and a year."""
    columns = _YEAR_COLUMNS if answer.parameters.get("by") else _COLUMNS
    return columns, [[getattr(row, name) for name in columns] for row in answer.rows]


def _year_cells(row: YearRow) -> dict[str, Cell]:
    counts = [getattr(row, name) for name in _POSSIBLE]
    cells = {name: str(getattr(row, name)) for name in _YEAR_COLUMNS}
    return {**cells, "possible": "/".join(map(str, counts)) if any(counts) else ""}


def _cells(row: WorkloadRow) -> dict[str, Cell]:
    counts = {name: str(getattr(row, name)) for name in _COUNTS}
    return {
        **counts,
        "plan_count": str(row.plans),
        "document": row.document,
        "department": row.department,
        "fractional": f"{row.fractional:.2f}",
        "share": f"{row.share:.1%}",
    }


def _loads(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return a department a row, with its share of the newest budget where budgets are stated."""
    rows: list[WorkloadRow] = answer.rows
    newest = max(
        (
            (each.stage == _FIRST_STAGE, each.year, each.stage)
            for row in rows
            for each in row.resources
            if each.total is not None
        ),
        default=None,
    )
    if newest is None:
        table = shared_view.table("", _TABLE_COLUMNS, map(_cells, rows), reader)
        return [table._replace(beyond=answer.beyond.rows)]
    _, year, stage = newest
    yen = [
        fsum(e.total or 0 for e in row.resources if (e.year, e.stage) == (year, stage))
        for row in rows
    ]
    # The money needs room: columns in which no department has a value are left out.
    columns = [
        name
        for name in _TABLE_COLUMNS
        if name not in _SELDOM or any(getattr(row, name) for row in rows)
    ]
    table = shared_view.table("", columns, map(_cells, rows), reader)
    money = {"year": year, "stage": _STAGES[stage].of(reader.lang)}
    cells = [[*row, f"{each:,.0f}"] for row, each in zip(table.rows, yen, strict=True)]
    total = _TOTAL.format(
        n=f"{len(rows):,}",
        plans=f"{fsum(row.fractional for row in rows):,.1f}",
        yen=f"{fsum(yen):,.0f}",
        **money,
    )
    heads = [*table.headers, _YEN.format(**money).of(reader.lang)]
    return [Section("", heads, cells), total.of(reader.lang)]


def _years(answer: Answer[Any], reader: Reader) -> Iterator[Section]:
    rows: list[WorkloadRow] = answer.rows
    visible = rows[: reader.limit and reader.limit.rows]
    years = sorted({load.year for row in visible for load in row.years})
    loads_of_rows: list[list[Cell]] = []
    for row in rows:
        name = f"{row.document} {row.department}" if reader.several else row.department
        loads = {load.year: _load(load) for load in row.years}
        loads_of_rows.append([name, *(loads.get(year, "") for year in years)])
    heads = [heading("department", reader.lang), *map(str, years)]
    if years:
        yield Section(_YEARS.of(reader.lang), heads, loads_of_rows, answer.beyond.rows)


def _resources(answer: Answer[Any], reader: Reader) -> Iterator[Section]:
    """Yield what is planned, budgeted and spent, a department, year and stage a row."""
    rows: list[list[Cell]] = []
    for row in answer.rows:
        name = f"{row.document} {row.department}" if reader.several else row.department
        for each in row.resources:
            amounts = (each.total, each.personnel_cost, each.hours, each.persons)
            texts = ["" if amount is None else f"{amount:,}" for amount in amounts]
            rows.append([name, str(each.year), _STAGES[each.stage].of(reader.lang), *texts])
    if rows:
        yield Section(_RESOURCES.of(reader.lang), headings(_RESOURCES_SHOWN, reader.lang), rows)


def _load(load: YearLoad) -> str:
    """Return the actions/milestones of a year, and after a plus those that may continue."""
    surely = f"{load.actions}/{load.milestones}"
    perhaps = f"{load.possible_actions}/{load.possible_milestones}"
    return surely if perhaps == "0/0" else f"{surely}＋{perhaps}"


def _concentration(each: Concentration, reader: Reader) -> str:
    lang: Lang = reader.lang
    return _CONCENTRATION.format(
        document=labels.bracketed(each.document if reader.several else "", lang),
        hhi=f"{each.hhi:.3f}",
        gini=f"{each.gini:.3f}",
        even=f"{each.even:g}",
        departments=each.departments,
        plans=each.plans - each.unassigned,
    ).of(lang)
