"""A row of a filled-in form → an indicator, its target and baseline measures (指標の行)."""

from __future__ import annotations

from dataclasses import replace

from keikaku.graph.records import Comparator, Measure
from keikaku.graph.years import fiscal_year_of
from keikaku.loaders.implementation_plan.target_numbers import yearly
from keikaku.loaders.readings import IndicatorReading
from keikaku.loaders.text import tidy
from keikaku.loaders.values import read_cell, whole_value
from keikaku.loaders.values.value_measures import as_measure, as_year_value
from keikaku.loaders.workbook.form_rows import Line, Sheets
from keikaku.loaders.workbook.plan_form_problems import NO_VALUE

_COMPARATORS: dict[str, Comparator] = {"以上": ">=", "以下": "<=", "以内": "<=", "": "="}


def read_indicator(line: Line, sheets: Sheets) -> IndicatorReading:
    """Return the indicator of a row; a value that is no number becomes a problem of the sheets."""
    comparator = _COMPARATORS.get(line.text("comparator"), "=")
    baseline = _measure(line, "baseline", "=", sheets)
    target = _measure(line, "target", comparator, sheets)
    words = None if target else _in_words(line.text("target"))
    baseline_cell = line.fields.get("baseline")
    return IndicatorReading(
        tidy(line.text("name")),
        line.spot("name"),
        target is not None or baseline is not None,
        target,
        baseline,
        baseline_cell.spot if baseline_cell else None,
        words or _bound(line.text("target")),
        target.cumulative if target else None,
        [as_year_value(hit.read) for hit in yearly(line.text("target"))],
    )


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
    unit = tidy(line.text("unit")) or None
    as_of = tidy(line.text(f"{key}_at")) or None
    number = cell.value
    if isinstance(number, int | float) and not isinstance(number, bool):
        if cell.percent:
            number = round(number * 100, 10)
            unit = unit or "%"
        year = fiscal_year_of(as_of) if as_of else None
        return Measure(_whole(number), unit, comparator, None, as_of, cell.text, year)
    years = yearly(cell.text) if key == "target" else []
    value = years[-1].read if years else whole_value(cell.text)
    if value is None:
        if not (_says_none(cell.text) or (key == "target" and _in_words(cell.text))):
            sheets.problem(NO_VALUE, line, key, value=cell.text)
        return None
    measure = as_measure(value, as_of, cell.text.strip())
    bound = measure.comparator if measure.comparator != "=" else comparator
    return replace(measure, unit=measure.unit or unit, comparator=bound)


def _another_year(one: IndicatorReading, other: IndicatorReading) -> bool:
    """Tell whether two rows state one indicator, with targets of two years."""
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
    """Tell whether a cell says by a dash that there is no value."""
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
