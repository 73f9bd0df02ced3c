"""The answer to ``indicators`` in a workbook: numbers to calculate with, units beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Reader, Section
from keikaku.cli.text_tables import Cell
from keikaku.cli.views import shared_view
from keikaku.cli.views.indicators_view import KINDS, VALUES
from keikaku.graph.language import Lang, Text
from keikaku.queries.indicators.answer import IndicatorRow

_NOT_STATED = Text("記載なし", "not stated")
_IN_WORDS = Text("数値目標なし", "no number")
_UNIT = Text("単位", "Unit")
_YEAR_COLUMN = Text("{year}年度{kind}", "{year} {kind}")
_PARTS = ("unit", "comparator", "qualifier", "as_of")
_BOUNDS = {
    "=": Text("", ""),
    ">=": Text("以上", "at least"),
    ">": Text("超", "more than"),
    "<=": Text("以下", "at most"),
    "<": Text("未満", "less than"),
}
_SIDES = {side: (side, *(f"{side}_{part}" for part in _PARTS)) for side in ("baseline", "target")}
_FIRST = "document number plan_title indicator".split()
_LAST = "at_target departments".split()
_KIND_ORDER = [*KINDS]


def tables(
    rows: Sequence[IndicatorRow], cells: Sequence[Mapping[str, Cell]], reader: Reader
) -> Iterator[Section]:
    """Yield the indicators, then their values by fiscal year; ``cells`` are the screen's cells."""
    full = [
        {
            **of_row,
            **_side("baseline", row.baseline, _NOT_STATED, reader.lang),
            **_side(
                "target", row.target, _NOT_STATED if row.measurable else _IN_WORDS, reader.lang
            ),
        }
        for row, of_row in zip(rows, cells, strict=True)
    ]
    parts = [
        name
        for names in _SIDES.values()
        for name in names
        if name in _SIDES or any(row[name] for row in full)
    ]
    yield shared_view.table("", [*_FIRST, *parts, *_LAST], full, reader)
    of_years = [row for row in rows if row.values]
    if of_years:
        yield _years(of_years, reader)


def _side(side: str, value: dict[str, Any] | None, none: Text, lang: Lang) -> dict[str, Cell]:
    """Return a value in its parts; a range, or a value without a single number, stays in words."""
    if value is None:
        return {side: none.of(lang), **dict.fromkeys(_SIDES[side][1:], "")}
    parts = {
        "unit": value.get("unit") or "",
        "comparator": _BOUNDS[value.get("comparator") or "="].of(lang),
        "qualifier": value.get("qualifier") or "",
        "as_of": value.get("as_of") or "",
    }
    if value.get("value") is None or value.get("low") is not None:
        text = labels.measure({**value, "as_of": None}, lang)
        parts |= {"unit": "", "comparator": "", "qualifier": ""}  # the text has them
    else:
        text = f"{value['value']:,}"
    return {side: text, **{f"{side}_{part}": word for part, word in parts.items()}}


def _years(rows: Sequence[IndicatorRow], reader: Reader) -> Section:
    """Return the values by fiscal year, a column for each year and kind, the unit before them."""
    columns = sorted({_column(value) for row in rows for value in row.values})
    table: list[list[Cell]] = []
    for row in rows:
        units = [value.get("unit") or "" for value in row.values]
        unit = max(units, key=units.count)
        texts: dict[tuple[int, int], list[str]] = {}
        for value in row.values:
            texts.setdefault(_column(value), []).append(_number(value, unit, reader.lang))
        name = row.name + labels.bracketed(row.component or "", reader.lang)
        document = [row.document] if reader.several else []
        values = ["\n".join(texts.get(column, [])) for column in columns]
        table.append([*document, row.number or row.title, name, unit, *values])
    keys = ("document", "plan", "indicator") if reader.several else ("plan", "indicator")
    heads = [
        _YEAR_COLUMN.format(year=year, kind=KINDS[_KIND_ORDER[kind]].of(reader.lang)).of(
            reader.lang
        )
        for year, kind in columns
    ]
    return Section(
        VALUES.of(reader.lang),
        [*headings(keys, reader.lang), _UNIT.of(reader.lang), *heads],
        table,
    )


def _column(value: Mapping[str, Any]) -> tuple[int, int]:
    return value["fiscal_year"], _KIND_ORDER.index(value["kind"])


def _number(value: Mapping[str, Any], unit: str, lang: Lang) -> str:
    """Return only the number where it is exact and of that unit, else the value as written."""
    exact = value.get("low") is None and (value.get("comparator") or "=") == "="
    exact = exact and not value.get("qualifier") and (value.get("unit") or "") == unit
    if exact and value.get("value") is not None:
        return f"{value['value']:,}"
    return labels.measure({**value, "as_of": None}, lang)
