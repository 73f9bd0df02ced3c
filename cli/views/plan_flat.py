"""A plan as the rows of a CSV file: each thing that it has, whatever its kind, in one row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import heading_text
from keikaku.cli.views.plan_parts import PLAN_WORDS, period_of
from keikaku.graph.findings import finding_texts
from keikaku.graph.kinds import KIND
from keikaku.graph.language import LANGS, Text
from keikaku.graph.structure import titled
from keikaku.queries.answers import plain
from keikaku.queries.check.answer import FindingRow
from keikaku.queries.plan.answer import (
    ActionRow,
    ComponentRow,
    DependencyRow,
    IndicatorRow,
    LinkRow,
    PlanWhole,
    RelatedRow,
)
from keikaku.queries.plan.plan_records import BudgetRow, EvaluationRow

COLUMNS = "document number section name detail first_year last_year confidence lines".split()
_FACTS = ("category", "priority", "period", "problem", "overview", "vision")
_SECTIONS = {
    "plan": Text("計画", "Plan"),
    "actions": Text("取組内容", "Actions"),
    "milestones": Text("行動計画", "Milestones"),
    "indicators": Text("指標", "Indicators"),
}
"""Sections that a table calls by more than what one of their rows is."""
_LISTS = (
    "departments components actions themes guidelines channels sdgs involves indicators steps "
    "budgets evaluations depends_on needed_by associated related findings"
).split()
_UNKNOWN = Text("不明", "unknown")
_AMOUNTS = (
    "total national prefectural bond other general personnel_cost achieved hours persons"
).split()


def plan_rows(plan: PlanWhole) -> Iterator[list[Any]]:
    """Yield the plan itself, its headings and facts, then every row of its lists."""
    key = [plan.document, plan.number]
    yield [*key, _section("plan"), plan.title, *_rest(None, plan)]
    for level, above in enumerate(plan.headings):
        word = _section("goal" if level == 0 else "initiative")
        level_word = Text(above.level, above.level) if above.level else word
        yield [*key, level_word, titled(above.number, above.title), *_rest(None, None)]
    facts = {name: getattr(plan, name, None) for name in _FACTS} | {"period": period_of(plan)}
    for name in _FACTS:
        if facts[name]:
            yield [*key, _section(name), facts[name], *_rest(None, None)]
    for section in _LISTS:
        for each in getattr(plan, section):
            yield [*key, _section(section), _name(each), *_rest(_detail(each), each)]
            for milestone in getattr(each, "milestones", ()):
                row = _rest(each.title, milestone)
                yield [*key, _section("milestones"), milestone.text, *row]
    for mark in plan.unknown_marks:
        yield [*key, _section("unknown_marks"), mark, *_rest(_UNKNOWN, None)]
    if plan.disclosure_unknown:
        yield [*key, _section("channels"), _UNKNOWN, *_rest(None, None)]


def _section(name: str) -> Text:
    return _SECTIONS.get(name) or PLAN_WORDS.get(name) or heading_text(name)


def _name(each: Any) -> Any:
    """Return what a row is called: its number and title, its name, or its words."""
    if isinstance(each, BudgetRow | EvaluationRow):
        stage = _stage(each)
        words = labels.words_of_code(stage) if stage else Text("", "")
        year = Text("{year}年度 {words}", "{year} {words}").format(
            year=each.fiscal_year, words=words
        )
        return Text(*(year.of(lang).rstrip() for lang in LANGS))
    if isinstance(each, FindingRow):
        return Text(*(labels.finding_title(each.code, lang) for lang in LANGS))
    if hasattr(each, "number"):
        return titled(each.number, each.title)
    return next(getattr(each, n) for n in ("name", "title", "text") if getattr(each, n, None))


def _stage(each: BudgetRow | EvaluationRow) -> str | None:
    return each.stage if isinstance(each, BudgetRow) else each.by


def _detail(each: Any) -> Any:
    """Return what a row says besides its name."""
    say = _DETAILS.get(type(each))
    if say is not None:
        return say(each)
    code = getattr(each, "role", None) or getattr(each, "stage", None)
    return labels.words_of_code(code) if code else getattr(each, "words", None)


def _indicator(each: IndicatorRow) -> Text:
    sides = ((labels.measure(m, lang) for m in (each.baseline, each.target)) for lang in LANGS)
    return Text(*(" → ".join(both) for both in sides))


def _dependency(each: DependencyRow) -> Text:
    reason = labels.words_of_code(each.reason)
    return Text("{reason}: {words}", "{reason}: {words}").format(reason=reason, words=each.words)


def _related(each: RelatedRow) -> Text:
    return Text(*(labels.shared(each.reasons, lang).replace("\n", "; ") for lang in LANGS))


def _finding(each: FindingRow) -> Text:
    return Text(*(finding_texts(plain(each), lang)[0] for lang in LANGS))


def _evaluation(each: EvaluationRow) -> Text:
    direction = each.direction_text or (each.direction and labels.words_of_code(each.direction))
    said = [each.grade, direction, each.comment]
    texts = [part if isinstance(part, Text) else Text(part, part) for part in said if part]
    return labels.joined(texts)


def _budget(each: BudgetRow) -> Text:
    facts = {fact.name: Text(fact.ja, fact.name.replace("_", " ")) for fact in KIND["Budget"].facts}
    amounts = [(facts[name], getattr(each, name)) for name in _AMOUNTS]
    return labels.joined(
        Text("{head}: {value}", "{head}: {value}").format(head=head, value=f"{value:,}")
        for head, value in amounts
        if value is not None
    )


_DETAILS: dict[type, Callable[[Any], Any]] = {
    IndicatorRow: _indicator,
    DependencyRow: _dependency,
    LinkRow: lambda each: labels.words_of_codes(each.basis),
    RelatedRow: _related,
    ComponentRow: lambda each: "; ".join(department.name for department in each.departments),
    ActionRow: lambda each: each.component,
    BudgetRow: _budget,
    EvaluationRow: _evaluation,
    FindingRow: _finding,
}
"""What the rows of each type say besides their name."""


def _rest(detail: Any, each: Any) -> list[Any]:
    pieces = getattr(each, "evidence", [])
    sure = max((piece["confidence"] for piece in pieces), default="")
    years = [getattr(each, name, None) for name in ("first_year", "last_year")]
    shown_years = ["" if year is None else year for year in years]
    return [detail or "", *shown_years, sure, labels.places(pieces)]
