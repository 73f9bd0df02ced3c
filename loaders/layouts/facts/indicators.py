"""Cells about targets → indicators: name, unit, role, baseline, target and values by year."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from keikaku.graph.records import Measure
from keikaku.loaders.layouts.facts.cell_amounts import Read, measure, read_number, unit_of
from keikaku.loaders.layouts.facts.name_units import name_and_unit
from keikaku.loaders.layouts.facts.plan_facts import IndicatorFact
from keikaku.loaders.layouts.facts.target_names import named_inside
from keikaku.loaders.layouts.labels.statements import Statement, is_nothing
from keikaku.loaders.readings import PlanReading, Remark
from keikaku.loaders.text import normal, tidy
from keikaku.loaders.values import Value

if TYPE_CHECKING:
    from keikaku.loaders.layouts.facts.building import Setting

_KINDS = {
    "indicator.target": "target",
    "indicator.actual": "actual",
    "indicator.forecast": "forecast",
}
_LEADER = re.compile(r"^[・\u2460-\u2473]\s*")
"""What numbers or marks a name in its list."""
_BASELINE_INSIDE = re.compile(
    r"(?P<name>.+?)\s*(?:[(【\[]|\n|(?<=[\s)])(?=[現基策当]))\s*[(【]?(?:(?:令和|平成|R|H)?\s*(?:元|\d{1,4})(?:年度?)?末?\s*)?"
    r"(?:現状値?|現況値?|基準値?|策定時|当初値)\s*(?:\([^()]{2,8}\)\s*)?[)】]?\s*[:：\s]\s*"
    r"(?P<value>[^()\n]*\d[^()\n]*(?:\([^()\n]{2,8}\))?)[)】\]]?",
    re.DOTALL,
)
_LONGEST_NAME = 200
_FEWEST_TARGETS = 3


@dataclass(slots=True)
class _Row:
    """The cells of one indicator."""

    cells: list[Statement] = field(default_factory=list)

    def text(self, fact: str) -> str:
        for each in self.cells:
            if each.meaning.fact == fact and each.text.strip():
                return each.text
        return ""

    def valued(self) -> bool:
        """Return whether a cell states a target or what came of it."""
        return any(c.meaning.fact in _KINDS and c.text.strip() for c in self.cells)

    def first(self, fact: str) -> Statement | None:
        return next((c for c in self.cells if c.meaning.fact == fact and c.text.strip()), None)


def indicators_of(
    statements: Iterable[Statement], reading: PlanReading, setting: Setting
) -> list[IndicatorFact]:
    """Return the indicators of a plan, in the order of their names."""
    rows: dict[Hashable, _Row] = {}
    cells = [each for each in statements if each.meaning.fact.startswith("indicator.")]
    marked: dict[Hashable, set[Hashable]] = {}
    for each in cells:
        if (key := _key(each)) != each.group:
            marked.setdefault(each.group, set()).add(key)
    for each in cells:
        keys = marked.get(each.group, set())
        key = next(iter(keys)) if len(keys) == 1 else _key(each)  # a name beside its 成果指標①
        rows.setdefault(key, _Row()).cells.append(each)
    indicators: list[IndicatorFact] = []
    for row in _with_names(list(rows.values())):
        indicators += _indicators(row, reading, setting)
    return indicators


def _with_names(rows: list[_Row]) -> list[_Row]:
    """Give the only values without a name to the only name without values, wherever it stands."""
    names = [row for row in rows if row.first("indicator.name")]
    nameless = [row for row in rows if row not in names and row.valued()]
    if len(names) != 1 or len(nameless) != 1 or names[0].valued():
        return rows
    names[0].cells += nameless[0].cells
    return [row for row in rows if row is not nameless[0]]


def _key(each: Statement) -> Hashable:
    """Return what groups a cell: cells with one series mark (ア, イ) belong together anywhere."""
    meaning = each.meaning
    if meaning.series and meaning.role:
        return meaning.role, meaning.series
    return each.group


def _indicators(row: _Row, reading: PlanReading, setting: Setting) -> list[IndicatorFact]:
    name = row.first("indicator.name")
    valued = [
        c
        for c in row.cells
        if c.meaning.fact in (*_KINDS, "indicator.baseline") and c.cell.text.strip()
    ]
    if name is None and not any(read_number(c.cell).kind in ("values", "words") for c in valued):
        return []
    if name is None and not row.text("indicator.unit") and all(map(_is_zero, valued)):
        return []
    inside = named_inside(row.cells, valued) if name is None else []
    if inside:
        return [_one(_Row(cells), reading, setting, 0, 1) for cells in inside]
    names = _lines(name.text) if name else [reading.title]
    if len(names) > 1 and any(len(_lines(c.cell.text)) == len(names) for c in valued):
        return [_one(row, reading, setting, at, len(names)) for at in range(len(names))]
    return [_one(row, reading, setting, 0, 1)]


def _is_zero(each: Statement) -> bool:
    """Return whether a cell holds nothing but 0, as a formula that points to an empty cell does."""
    return is_nothing(each.cell.text) or each.cell.text.strip() == "0"


def _lines(text: str) -> list[str]:
    return [line.strip() for line in normal(text).split("\n") if line.strip()]


def _one(row: _Row, reading: PlanReading, setting: Setting, at: int, count: int) -> IndicatorFact:
    """Return the indicator of a row, or one of those that a row of several lines holds."""
    first = row.first("indicator.name")
    anchor = first or row.cells[0]
    name = _part(first.text, at, count) if first else reading.title
    name, inside_name = _baseline_inside(name)
    name = tidy(" ".join(name.split("\n")))
    unit = unit_of(_part(row.text("indicator.unit"), at, count))
    stated = next((c.meaning.unit for c in row.cells if c.meaning.unit), None)
    if unit is None:
        inside = first is not None and first.meaning.unit_inside
        name, unit = name_and_unit(name, stated, inside=inside, units=_units_shown(row))
    fact = IndicatorFact(
        _LEADER.sub("", name).rstrip(":："),
        setting.places.spot(anchor.cell, anchor.section),
        unit=unit,
    )
    fact.role = next((c.meaning.role for c in row.cells if c.meaning.role), None)
    fact.definition = tidy(" ".join(row.text("indicator.definition").split("\n"))) or None
    fact.source = tidy(" ".join(row.text("indicator.source").split("\n"))) or None
    if inside_name and first is not None:
        kept = replace(first, cell=replace(first.cell, text=inside_name, value=None))
        _baseline(fact, kept, 0, 1, setting, reading)
    for each in row.cells:
        if each.meaning.fact == "indicator.baseline":
            _baseline(fact, each, at, count, setting, reading)
        elif each.meaning.fact in _KINDS:
            _value(fact, each, at, count, setting, reading)
    _comparator(fact, row)
    _finish(fact, row)
    _before_period(fact, setting)
    _known_before(fact, row, setting)
    reading.lines.append((fact.spot.line, fact.spot.section, fact.name))
    if fact.name == "0":
        setting.zero_names.append((fact.spot.section, fact.name))
    return fact


def _baseline_inside(name: str) -> tuple[str, str]:
    """Return a name, and the baseline that stands behind it: 申請率（現状値：12％）."""
    match = _BASELINE_INSIDE.fullmatch(normal(name).strip()) if len(name) <= _LONGEST_NAME else None
    return (match["name"].strip(), match["value"].strip()) if match else (name, "")


def _part(text: str, at: int, count: int) -> str:
    lines = _lines(text)
    return lines[at] if count > 1 and len(lines) == count else text


def _units_shown(row: _Row) -> set[str]:
    """Return the units that the values of an indicator print themselves."""
    valued = [c for c in row.cells if c.meaning.fact in (*_KINDS, "indicator.baseline")]
    return {v.unit for c in valued for v in read_number(c.cell).values if v.unit}


def _read(each: Statement, at: int, count: int) -> Read:
    if count > 1 and not isinstance(each.cell.value, int | float):
        return read_number(replace(each.cell, text=_part(each.cell.text, at, count)))
    return read_number(each.cell)


def _baseline(
    fact: IndicatorFact,
    each: Statement,
    at: int,
    count: int,
    setting: Setting,
    reading: PlanReading,
) -> None:
    read = _measure_of(_read(each, at, count), each, setting, reading)
    if not read.values:
        return
    value = read.values[0]
    year = value.fiscal_year or each.meaning.year
    kept = measure(value, fact.unit)
    kept["fiscal_year"] = year
    if year is not None and kept["as_of"] is None and each.meaning.year:
        kept["as_of"] = f"{each.meaning.year}年度"
    fact.baseline = Measure(**kept)
    fact.baseline_spot = setting.places.spot(each.cell, each.section)


def _value(
    fact: IndicatorFact,
    each: Statement,
    at: int,
    count: int,
    setting: Setting,
    reading: PlanReading,
) -> None:
    read = _measure_of(_read(each, at, count), each, setting, reading)
    kind = _KINDS[each.meaning.fact]
    if read.relative and not fact.relative:
        fact.relative = read.relative
    year = _year(each, setting)
    for value in read.values:
        if value.role == "baseline" and fact.baseline is None:
            fact.baseline = Measure(**measure(value, fact.unit))
        elif not _add(fact, value, kind, year or value.fiscal_year):
            if len(read.values) > 1:
                setting.left_over.append((each.section, each.text))
            elif (year or value.fiscal_year) is None:
                details = {"plan": reading.number or reading.title, "label": each.section}
                spot = setting.places.spot(each.cell, each.section)
                reading.remarks.append(Remark("year-not-told", [spot], details))
            else:
                _differs(fact, value, kind, year or value.fiscal_year, each, setting, reading)
    if read.kind in ("words", "date") and not read.relative and fact.relative is None:
        words = tidy(" ".join(each.text.split("\n")))
        if kind == "target" and not fact.name:
            fact.name = words
        elif words:
            setting.worded.append((each.section, words))


def _differs(
    fact: IndicatorFact,
    value: Value,
    kind: str,
    year: int | None,
    each: Statement,
    setting: Setting,
    reading: PlanReading,
) -> None:
    """Report a value that another part of the source prints differently for its year."""
    same = (v for v in fact.values if v["fiscal_year"] == year and v["kind"] == kind)
    kept = next(same, None)
    if kept is None or kept["value"] == value.value:
        return
    details = {"plan": reading.number or reading.title, "label": fact.name, "year": year}
    details |= {"kept": kept["raw"], "other": each.text.strip()}
    spot = setting.places.spot(each.cell, each.section)
    reading.remarks.append(Remark("values-differ", [spot], details))


def _add(fact: IndicatorFact, value: Value, kind: str, year: int | None) -> bool:
    """Add a value of a year, or the only target without one; return whether there was room."""
    if year is None:
        if kind != "target" or fact.target is not None:
            return False
        fact.target = Measure(**measure(value, fact.unit))
        return True
    if any(v["fiscal_year"] == year and v["kind"] == kind for v in fact.values):
        return False
    kept = measure(value, fact.unit)
    kept.pop("fiscal_year")
    fact.values.append({"fiscal_year": year, "kind": kind, **kept})
    if value.cumulative:
        fact.cumulative = True
    return True


def _measure_of(read: Read, each: Statement, setting: Setting, reading: PlanReading) -> Read:
    """Note numbers kept as text, dashes, and what holds a number that is not understood."""
    if read.typed:
        setting.typed.append((each.section, each.cell.text))
    if read.kind == "none" and each.cell.text.strip():
        setting.nothing.append((each.section, each.cell.text))
    if read.kind == "unclear":
        details = {"plan": reading.number or reading.title, "text": each.cell.text}
        spot = setting.places.spot(each.cell, each.section)
        reading.remarks.append(Remark("value-unclear", [spot], details))
    return read


def _year(each: Statement, setting: Setting) -> int | None:
    meaning = each.meaning
    if meaning.ordinal is not None and setting.first_year is not None:
        return setting.first_year + meaning.ordinal - 1
    return meaning.last or meaning.year


def _comparator(fact: IndicatorFact, row: _Row) -> None:
    """Apply 以上 or 以下 from a column of its own to the target."""
    way = {"以上": ">=", "以下": "<=", "以内": "<=", "超": ">", "未満": "<"}.get(
        row.text("indicator.comparator").strip()
    )
    if way and fact.target and fact.target.comparator == "=":
        fact.target = replace(fact.target, comparator=way)  # type: ignore[arg-type]


def _finish(fact: IndicatorFact, row: _Row) -> None:
    fact.values.sort(key=lambda v: (v["fiscal_year"], v["kind"]))
    targets = [v for v in fact.values if v["kind"] == "target"]
    if fact.target is None and targets:
        last = dict(targets[-1])
        year = last.pop("fiscal_year")
        last.pop("kind")
        fact.target = Measure(**last, fiscal_year=year)
    elif fact.target is not None and fact.target.fiscal_year is None:
        due = row.text("indicator.due")
        _due(fact, fact.target, due)
    if fact.baseline is not None and fact.baseline.fiscal_year is None:
        fact.baseline = _as_of(fact.baseline, row.text("indicator.as_of"))
    if "累計" in fact.name:
        fact.cumulative = True
    fact.measurable = bool(fact.values or fact.target or fact.baseline)


def _before_period(fact: IndicatorFact, setting: Setting) -> None:
    """Take the only value of a year before the plan's period for the baseline, and no target.

    指標 | 2022年度 | 2024年度 | … in a plan from 2024 on prints what it starts from.
    """
    first = setting.first_year
    targets = [v for v in fact.values if v["kind"] == "target"]
    before = [v for v in targets if first is not None and v["fiscal_year"] < first]
    if fact.baseline is not None or len(before) != 1 or len(targets) < _FEWEST_TARGETS:
        return
    known = dict(before[0])
    fact.values.remove(before[0])
    year = known.pop("fiscal_year")
    known.pop("kind")
    known["as_of"] = known.get("as_of") or f"{year}年度"
    fact.baseline = Measure(**known, fiscal_year=year)


def _known_before(fact: IndicatorFact, row: _Row, setting: Setting) -> None:
    """Take the only actual value, of a year before all targets (R6実績), as the baseline, too."""
    actual = [v for v in fact.values if v["kind"] == "actual"]
    targets = [v["fiscal_year"] for v in fact.values if v["kind"] == "target"]
    if fact.baseline is not None or len(actual) != 1 or not targets:
        return
    known = dict(actual[0])
    year = known.pop("fiscal_year")
    known.pop("kind")
    if year >= min(targets):
        return
    known["as_of"] = known.get("as_of") or f"{year}年度"
    fact.baseline = Measure(**known, fiscal_year=year)
    cell = row.first("indicator.actual")
    if cell is not None:
        fact.baseline_spot = setting.places.spot(cell.cell, cell.section)


def _due(fact: IndicatorFact, target: Measure, due: str) -> None:
    fact.target = _as_of(target, due)


def _as_of(measure_of: Measure, year: str) -> Measure:
    """Return a value with the year that a column of its own prints (現状値の時点)."""
    from keikaku.loaders.layouts.labels.head_years import year_head

    head = year_head(year) if year else None
    if head is None or head.year is None:
        return measure_of
    as_of = measure_of.as_of or year.strip()
    return replace(measure_of, fiscal_year=head.year, as_of=as_of)


def as_facts(fact: IndicatorFact) -> dict[str, Any]:
    """Return the facts of an indicator that are beyond those of every family."""
    return {
        "role": fact.role,
        "values": fact.values or None,
        "cumulative": fact.cumulative,
        "relative": fact.relative,
        "definition": fact.definition,
        "source": fact.source,
        **({"direction": fact.direction} if fact.direction else {}),
    }


__all__ = ["Value", "as_facts", "indicators_of"]
