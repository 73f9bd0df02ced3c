"""Rows of amounts and of evaluations → what a plan costs, saves and is judged to be."""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.graph.years import fiscal_year
from keikaku.loaders.layouts.facts.cell_amounts import money_unit, yen
from keikaku.loaders.layouts.facts.directions_printed import direction_code
from keikaku.loaders.layouts.facts.plan_facts import BudgetFact, EvaluationFact, PlanFacts
from keikaku.loaders.layouts.labels.vocabulary import catalogue
from keikaku.loaders.text import normal, tidy
from keikaku.loaders.values import Value, read_cell
from keikaku.loaders.workbook.form_rows import Field, Line, Sheets
from keikaku.loaders.workbook.plan_form import AMOUNTS, words_of
from keikaku.loaders.workbook.plan_form_problems import NO_CHOICE, NO_UNIT, NO_VALUE, NO_YEAR

_STAGES = {
    "計画額": "plan",
    "予算額": "budget",
    "当初予算": "budget",
    "決算": "actual",
    "決算額": "actual",
    "実績額": "actual",
    "要求額": "request",
    "効果額": "effect",
    "財政効果": "effect",
    "財政効果額": "effect",
}
_ITEMS = {
    "": "total",
    "事業費": "total",
    "総額": "total",
    "効果額": "total",
    "県支出金": "prefectural",
    "国費": "national",
    "その他": "other",
    "人数": "persons",
    "業務時間": "hours",
    "時間": "hours",
}
_PLAIN = {"persons", "hours"}


def add_amounts(line: Line, plan: PlanFacts, years: Mapping[int, Field], sheets: Sheets) -> None:
    """Add a row of amounts, by the fiscal year of each cell; ``years`` are its cells."""
    stage = choice(line, "stage", {**words_of("Budget", "stage"), **_STAGES}, sheets)
    item = choice(line, "amount", {**AMOUNTS, **_ITEMS}, sheets)
    if stage is None or item is None:
        return
    for key, by_year in (("years", years), ("actual", line.actual)):
        for year, cell in by_year.items():
            amount = _amount(line, item, cell, sheets)
            if amount is None:
                continue
            came = key == "actual"
            mine = "actual" if came and stage != "effect" else stage
            known = plan.budgets.setdefault((mine, year), BudgetFact(year, mine))
            known.amounts["achieved" if came and mine == "effect" else item] = amount
            known.spots.append(cell.spot)


def add_evaluation(line: Line, plan: PlanFacts, sheets: Sheets) -> None:
    """Add a row of how a plan was judged."""
    year = fiscal_year(line.text("fiscal_year"))
    by = choice(line, "by", {"": "department", **words_of("Evaluation", "by")}, sheets)
    if year is None:
        sheets.problem(NO_YEAR, line, "fiscal_year", value=line.text("fiscal_year"))
        return
    if by is None:
        return
    evaluation = EvaluationFact(year, by, spots=[cell.spot for cell in line.fields.values()][1:])
    direction = tidy(line.text("direction_text"))
    evaluation.facts = {
        "grade": tidy(line.text("grade")) or None,
        "direction_text": direction or None,
        "direction": direction_code(direction, catalogue().directions) if direction else None,
        "criteria": [thing.name for thing in line.names("criteria")] or None,
        "comment": tidy(line.text("comment")) or None,
    }
    plan.evaluations[by, year] = evaluation


def choice(line: Line, key: str, words: Mapping[str, str], sheets: Sheets) -> str | None:
    """Return the code of what was chosen in a cell; another word becomes a problem."""
    text = "".join(normal(line.text(key)).split())
    code = words.get(text) or (text if text in words.values() else None)
    if code is None:
        offered = "・".join(word for word in words if word)
        sheets.problem(NO_CHOICE, line, key, value=text, choices=offered)
    return code


def _amount(line: Line, item: str, cell: Field, sheets: Sheets) -> int | float | None:
    value = _value(cell)
    if value is None:
        if read_cell(cell.text).kind != "none":
            sheets.problem_at(NO_VALUE, line, cell, value=cell.text)
        return None
    if item in _PLAIN:
        return value.value
    amount = yen(value, money_unit(line.text("unit")))
    if amount is None and value.value == 0:
        return 0
    if amount is None:
        sheets.problem_at(NO_UNIT, line, cell, value=cell.text)
    return amount


def _value(cell: Field) -> Value | None:
    number = cell.value
    if isinstance(number, int | float) and not isinstance(number, bool):
        return Value(int(number) if float(number).is_integer() else number)
    values = read_cell(cell.text).values
    return values[0] if len(values) == 1 and values[0].value is not None else None
