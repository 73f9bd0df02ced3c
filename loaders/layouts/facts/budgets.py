"""Cells about money and work → budgets by stage and fiscal year, in whole yen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from keikaku.graph.money import YEN_OF_UNIT
from keikaku.loaders.layouts.facts.cell_amounts import money_unit, read_number, yen
from keikaku.loaders.layouts.facts.effect_rows import one_effect_a_year
from keikaku.loaders.layouts.facts.plan_facts import BudgetFact, PlanFacts
from keikaku.loaders.layouts.labels.statements import Record, Statement
from keikaku.loaders.readings import Remark, Spot
from keikaku.loaders.values import Value

if TYPE_CHECKING:
    from keikaku.loaders.layouts.facts.building import Setting

_EFFECTS = {"total": "total", "actual": "achieved"}
"""What is kept of an effect by year: what is aimed at, what it came to; sums follow from them."""
_PLAIN = {"persons": ("人", "名", "人工"), "hours": ("時間", "h", "H", "分")}
"""Amounts that are no money, with the units that a cell may print behind them."""
_HOUR = (1_000, 20_000)
_FEWEST_PAIRS = 5
_ADDED = "年度の合計の記載がなく、歳入と歳出の効果額を合計した"
_INFERRED = "金額の単位の記載がなく、人件費と業務時間の比から推定した"


def unit_by_hours(records: Iterable[Record]) -> tuple[str | None, int | None]:
    """Return the unit of money that makes the cost of an hour of work plausible, and that cost.

    The cost is in yen. None where no record, or too few, print hours beside the cost of work.
    """
    rates: list[float] = []
    for record in records:
        hours_of: dict[tuple[str, object], float] = {}
        for each in record.statements:
            if each.meaning.fact in ("budget.personnel_cost", "budget.hours"):
                read = read_number(each.cell)
                if len(read.values) == 1 and read.values[0].value:
                    hours_of[each.meaning.fact, each.meaning.year] = float(read.values[0].value)
        for (fact, year), cost in hours_of.items():
            hours = hours_of.get(("budget.hours", year))
            if fact == "budget.personnel_cost" and hours:
                rates.append(cost / hours)
    if len(rates) < _FEWEST_PAIRS:
        return None, None
    rate = sorted(rates)[len(rates) // 2]
    for unit in ("円", "千円", "百万円"):
        yen_an_hour = round(rate * YEN_OF_UNIT[unit])
        if _HOUR[0] <= yen_an_hour <= _HOUR[1]:
            return unit, yen_an_hour
    return None, None


def add_budgets(statements: Iterable[Statement], plan: PlanFacts, setting: Setting) -> None:
    """Add what a record says of money and work to its plan."""
    parts: list[Statement] = []
    for each in one_effect_a_year(statements):
        group, _, name = each.meaning.fact.partition(".")
        if group not in ("budget", "effect") or not each.cell.text.strip():
            continue
        if each.meaning.fact == "effect.part":
            parts.append(each)
        elif group == "effect":
            fact = _EFFECTS.get("actual" if each.meaning.kind == "actual" else name)
            if fact is not None:
                _add(each, group, fact, plan, setting)
        else:
            _add(each, each.meaning.stage or "budget", name, plan, setting)
    _add_sums(parts, plan, setting)


def _add_sums(parts: Sequence[Statement], plan: PlanFacts, setting: Setting) -> None:
    """Add up the parts of an effect (歳入, 歳出) of each year of which no sum is printed."""
    by_year: dict[int, list[Statement]] = {}
    for each in parts:
        year = _year(each, setting)
        if year is not None and "total" not in _amounts(plan, year):
            by_year.setdefault(year, []).append(each)
    for year, cells in by_year.items():
        values = [v for each in cells if (v := _value(each, "part", plan, setting)) is not None]
        unit = money_unit(cells[0].meaning.unit) or setting.money
        amounts = [yen(value, unit) for value in values]
        known = [amount for amount in amounts if amount is not None]
        if not known or len(known) < len(amounts):
            continue
        first = cells[0]
        spot = setting.places.spot(
            first.cell, first.section, reading="inferred", confidence=0.9, note=_ADDED
        )
        budget = plan.budgets.setdefault(("effect", year), BudgetFact(year, "effect"))
        budget.amounts["total"] = sum(known)
        budget.spots.insert(0, spot)


def _amounts(plan: PlanFacts, year: int) -> Mapping[str, object]:
    known = plan.budgets.get(("effect", year))
    return known.amounts if known is not None else {}


def _add(each: Statement, stage: str, name: str, plan: PlanFacts, setting: Setting) -> None:
    value = _value(each, name, plan, setting)
    if value is None:
        return
    year = _year(each, setting)
    whole = each.meaning.last not in (None, each.meaning.year)  # one amount under several years
    if year is None or whole:
        _remark("year-not-told", each, plan, setting, label=each.section)
        return
    amount = _plain(value) if name in _PLAIN else _yen(value, each, setting)
    if amount is None:
        _remark("unit-not-told", each, plan, setting, label=each.section)
        return
    known = plan.budgets.setdefault((stage, year), BudgetFact(year, stage))
    if name not in known.amounts:
        known.amounts[name] = amount
        if name == "total" or not known.spots:
            known.spots.insert(0, _spot(each, setting, name))
    elif known.amounts[name] != amount:
        unit = "" if name in _PLAIN else "円"
        both = [f"{number:,}{unit}" for number in (known.amounts[name], amount)]
        details = {"year": year, "kept": both[0], "other": both[1]}
        _remark("values-differ", each, plan, setting, label=each.section, **details)


def _value(each: Statement, name: str, plan: PlanFacts, setting: Setting) -> Value | None:
    """Return the number of a cell; note what is kept as text, a dash, what is unclear."""
    read = read_number(each.cell)
    if read.typed:
        setting.typed.append((each.section, each.cell.text))
    if read.kind == "none":
        setting.nothing.append((each.section, each.cell.text))
    if read.kind in ("words", "date"):
        setting.worded.append((each.section, each.text))
    if read.kind == "unclear" or _is_other_unit(read.values, name):
        _remark("value-unclear", each, plan, setting, text=each.cell.text)
        return None
    if not read.values or read.values[0].value is None:
        return None
    return read.values[0]


def _is_other_unit(values: list[Value], name: str) -> bool:
    """Return whether a number of persons or hours is printed in another unit: 2日."""
    return name in _PLAIN and any(v.unit not in (None, *_PLAIN[name]) for v in values)


def _plain(value: Value) -> int | float | None:
    """Return persons or hours; 90分 is 1.5 hours."""
    return value.value / 60 if value.unit == "分" and value.value is not None else value.value


def _yen(value: Value, each: Statement, setting: Setting) -> int | None:
    """Return an amount in whole yen, None where no unit is known; zero needs no unit."""
    amount = yen(value, money_unit(each.meaning.unit) or setting.money)
    return 0 if amount is None and value.value == 0 else amount


def _spot(each: Statement, setting: Setting, name: str) -> Spot:
    if setting.hour is None or name in _PLAIN or each.meaning.unit:
        return setting.places.spot(each.cell, each.section)
    return setting.places.spot(
        each.cell, each.section, reading="repaired", confidence=0.9, note=_INFERRED
    )


def _year(each: Statement, setting: Setting) -> int | None:
    meaning = each.meaning
    if meaning.year is not None:
        return meaning.year
    if meaning.ordinal is not None and setting.first_year is not None:
        return setting.first_year + meaning.ordinal - 1
    return None


def _remark(
    code: str, each: Statement, plan: PlanFacts, setting: Setting, **details: object
) -> None:
    """Add a finding, once for each plan and label."""
    reading = plan.reading
    known = {
        (r.code, str(r.details.get("label") or r.details.get("text"))) for r in reading.remarks
    }
    if (code, str(next(iter(details.values())))) in known:
        return
    spot = setting.places.spot(each.cell, each.section)
    name = reading.number or reading.title
    reading.remarks.append(Remark(code, [spot], {"plan": name, **details}))
