"""A row of a filled-in form → an indicator, its target and baseline measures (指標の行)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from keikaku.graph.records import Comparator, Measure
from keikaku.graph.years import fiscal_year_of
from keikaku.loaders.implementation_plan.target_numbers import yearly
from keikaku.loaders.layouts.facts.plan_facts import IndicatorFact
from keikaku.loaders.readings import IndicatorReading
from keikaku.loaders.text import tidy
from keikaku.loaders.values import read_cell, whole_value
from keikaku.loaders.values.value_measures import as_measure, as_year_value
from keikaku.loaders.workbook.form_amounts import choice
from keikaku.loaders.workbook.form_rows import Field, Line, Sheets
from keikaku.loaders.workbook.plan_form import MARKED, words_of
from keikaku.loaders.workbook.plan_form_problems import NO_VALUE

_COMPARATORS: dict[str, Comparator] = {"以上": ">=", "以下": "<=", "以内": "<=", "": "="}


def read_indicator(line: Line, years: Mapping[int, Field], sheets: Sheets) -> IndicatorFact:
    """Return the indicator of a row; a value that is no number becomes a problem of the sheets.

    ``years`` are the targets of its years.
    """
    comparator = _COMPARATORS.get(line.text("comparator"), "=")
    baseline = _measure(line, "baseline", "=", sheets)
    target = _measure(line, "target", comparator, sheets)
    words = None if target else _in_words(line.text("target"))
    baseline_cell = line.fields.get("baseline")
    values = [as_year_value(hit.read) for hit in yearly(line.text("target"))]
    values += _values(line, years, "target", sheets) + _values(line, line.actual, "actual", sheets)
    targets = [value for value in values if value["kind"] == "target"]
    if target is None and targets:
        last = {key: value for key, value in targets[-1].items() if key != "kind"}
        target = Measure(**last)
    cumulative = line.text("cumulative") == MARKED or (target.cumulative if target else None)
    return IndicatorFact(
        tidy(line.text("name")),
        line.spot("name"),
        bool(target or baseline or values),
        target,
        baseline,
        baseline_cell.spot if baseline_cell else None,
        words or _bound(line.text("target")),
        cumulative or None,
        values,
        role=_choice(line, "role", sheets),
        definition=tidy(line.text("definition")) or None,
        source=tidy(line.text("source")) or None,
        direction=_choice(line, "direction", sheets),
    )


def _choice(line: Line, key: str, sheets: Sheets) -> str | None:
    return choice(line, key, words_of("Indicator", key), sheets) if line.text(key) else None


def _values(
    line: Line, years: Mapping[int, Field], kind: str, sheets: Sheets
) -> list[dict[str, Any]]:
    """Return the values of a row's years, each as the graph keeps it."""
    values: list[dict[str, Any]] = []
    comparator = _COMPARATORS.get(line.text("comparator"), "=") if kind == "target" else "="
    for year, cell in sorted(years.items()):
        measure = _of_cell(line, cell, None, comparator, sheets)
        if measure is not None:
            whole = replace(measure, fiscal_year=year)
            values.append({**as_year_value(whole), "fiscal_year": year, "kind": kind})
    return values


def add_indicator(indicators: list[IndicatorReading], indicator: IndicatorReading) -> None:
    """Add an indicator, or its target to the one that has targets of other years."""
    before = next((each for each in indicators if _another_year(each, indicator)), None)
    if before is None:
        indicators.append(indicator)
    else:
        _add_year(before, indicator)


def _measure(line: Line, key: str, comparator: Comparator, sheets: Sheets) -> Measure | None:
    cell = line.fields.get(key)
    if cell is None:
        return None
    as_of = tidy(line.text(f"{key}_at")) or None
    return _of_cell(line, cell, as_of, comparator, sheets, several=key == "target")


def _of_cell(
    line: Line,
    cell: Field,
    as_of: str | None,
    comparator: Comparator,
    sheets: Sheets,
    *,
    several: bool = False,
) -> Measure | None:
    """Read the value of a cell; ``several``: it may hold one for each year, or words."""
    unit = tidy(line.text("unit")) or None
    number = cell.value
    if isinstance(number, int | float) and not isinstance(number, bool):
        if cell.percent:
            number = round(number * 100, 10)
            unit = unit or "%"
        year = fiscal_year_of(as_of) if as_of else None
        return Measure(_whole(number), unit, comparator, None, as_of, cell.text, year)
    years = yearly(cell.text) if several else []
    value = years[-1].read if years else whole_value(cell.text)
    if value is None:
        if not (_says_none(cell.text) or (several and _in_words(cell.text))):
            sheets.problem_at(NO_VALUE, line, cell, value=cell.text)
        return None
    measure = as_measure(value, as_of, cell.text.strip())
    bound = measure.comparator if measure.comparator != "=" else comparator
    return replace(measure, unit=measure.unit or unit, comparator=bound)


def _another_year(one: IndicatorReading, other: IndicatorReading) -> bool:
    """Return whether two rows state one indicator, with targets of two years."""
    if one.name != other.name or one.target is None or other.target is None:
        return False
    years = (one.target.fiscal_year, other.target.fiscal_year)
    same = one.target.unit == other.target.unit
    baseline = other.baseline is None or one.baseline == other.baseline
    return same and baseline and None not in years and years[0] != years[1]


def _add_year(one: IndicatorReading, other: IndicatorReading) -> None:
    """Keep the targets of both rows by year; the last year's is the target."""
    values = {value["fiscal_year"]: value for value in one.values}
    for target in (one.target, other.target):
        if target is not None and target.fiscal_year is not None:
            values[target.fiscal_year] = as_year_value(target)
    one.values = [values[year] for year in sorted(values)]
    targets = [each for each in (one.target, other.target) if each is not None]
    one.target = max(targets, key=lambda each: each.fiscal_year or 0)


def _says_none(text: str) -> bool:
    """Return whether a cell says by a dash that there is no value."""
    return read_cell(text).kind == "none"


def _in_words(text: str) -> str | None:
    """Return a target in words, which has no number: 前年度以上, 検討中."""
    cell = read_cell(text)
    return cell.relative or tidy(text) if cell.kind == "words" and text.strip() else None


def _bound(text: str) -> str | None:
    """Return what binds a target in numbers: 85%以上を維持 holds what is reached."""
    return read_cell(text).relative


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value
