"""The answer to ``indicators``: an indicator a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.graph.measures import COMPARATORS
from keikaku.queries.answers import Answer, plain
from keikaku.queries.indicators.answer import IndicatorRow

_TABLE_COLUMNS = (
    "document number plan_title indicator baseline target at_target departments".split()
)
_PLAIN = "document number title component name measurable".split()
_SIDE = "value unit comparator qualifier as_of raw".split()
_CLOSING = Text(
    "指標{indicators}件{filters}。数値目標{measurable}件、現況値あり{with_baseline}件、"
    "現況値がすでに目標値に達しているもの{at_target}件。",
    "Indicators: {indicators}{filters}; with a number as target: {measurable}, with a baseline: "
    "{with_baseline}, baseline already at its target: {at_target}.",
)
VALUES = Text("年度別の値", "Values by fiscal year")
KINDS = {
    "target": Text("目標", "target"),
    "actual": Text("実績", "actual"),
    "forecast": Text("見込", "forecast"),
}
_NONE = Text("該当する指標はありません{filters}。", "No indicator matches{filters}.")
_REACHED = {
    True: Text("現況値で到達", "baseline at target"),
    False: Text("これから", "yet to come"),
    None: Text("―", "-"),
}
_HELD = Text("維持", "to be held")
"""For a target that keeps a value (維持): such a target never counts as reached already."""


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the indicators, then how many have what."""
    lang = reader.lang
    filters = shared_view.describe_question(answer, lang)
    if not answer.rows:
        return [_NONE.format(filters=filters).of(lang)]
    closing = [
        _CLOSING.format(filters=filters, **plain(reach)).of(lang) for reach in answer.totals or ()
    ]
    return [
        shared_view.table("", _TABLE_COLUMNS, (_cells(row, lang) for row in answer.rows), reader),
        *_values(answer, reader),
        *closing,
    ]


def _values(answer: Answer[Any], reader: Reader) -> Iterator[Section]:
    """Yield the values by fiscal year of the indicators that have some, an indicator a row."""
    rows: list[IndicatorRow] = [row for row in answer.rows if row.values]
    years = sorted({value["fiscal_year"] for row in rows for value in row.values})
    rows_of_values: list[list[Cell]] = []
    for row in rows:
        name = row.name + labels.bracketed(row.component or "", reader.lang)
        cells = {year: _of_year(row.values, year, reader.lang) for year in years}
        role = labels.coded(row.role, reader.lang) if row.role else ""
        rows_of_values.append([row.number or row.title, name, role, *cells.values()])
    if rows_of_values:
        heads = headings(("plan", "indicator", "role"), reader.lang)
        yield Section(VALUES.of(reader.lang), [*heads, *map(str, years)], rows_of_values)


def _of_year(values: list[dict[str, Any]], year: int, lang: Lang) -> str:
    return "\n".join(
        f"{KINDS[each['kind']].of(lang)} {labels.measure({**each, 'as_of': None}, lang)}"
        for each in values
        if each["fiscal_year"] == year
    )


def sheets(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the tables with numbers and units in columns of their own, and what else is said."""
    from keikaku.cli.views.indicators_sheets import tables

    words: list[Block] = [each for each in blocks(answer, reader) if not isinstance(each, Section)]
    if not answer.rows:
        return words
    return [*tables(answer.rows, [_cells(row, reader.lang) for row in answer.rows], reader), *words]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each indicator; each side in its parts."""
    columns = [
        *("indicator" if name == "name" else name for name in _PLAIN),
        *(f"{side}_{part}" for side in ("baseline", "target") for part in _SIDE),
        *("direction", "at_target", "departments", "lines"),
    ]
    return columns, [
        [
            *(getattr(row, name) for name in _PLAIN),
            *(_part(row.baseline, part) for part in _SIDE),
            *(_part(row.target, part) for part in _SIDE),
            row.direction and labels.words_of_code(row.direction),
            row.at_target,
            "; ".join(row.departments),
            labels.places(row.evidence),
        ]
        for row in answer.rows
    ]


def _part(measure: dict[str, Any] | None, part: str) -> Any:
    value = (measure or {}).get(part)
    return COMPARATORS[value] if part == "comparator" and value else value


def _standing(row: IndicatorRow) -> Text:
    exact = (row.target or {}).get("comparator") == "="
    held = row.direction == "maintain" and (row.at_target or exact)
    return _HELD if held and row.at_target is not None else _REACHED[row.at_target]


def _cells(row: IndicatorRow, lang: Lang) -> dict[str, Cell]:
    return {
        "document": row.document,
        "number": row.number,
        "plan_title": row.title,
        "indicator": row.name + labels.bracketed(row.component or "", lang),
        "baseline": labels.measure(row.baseline, lang),
        "target": labels.measure(row.target, lang),
        "at_target": _standing(row).of(lang),
        "departments": "\n".join(row.departments),
    }
