"""The answer to ``plan``: one plan whole, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import heading, headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell, Styled
from keikaku.cli.views import plan_flat
from keikaku.cli.views.plan_parts import PLAN_WORDS, more_sections, period_of
from keikaku.graph.language import Lang, Text
from keikaku.graph.structure import titled
from keikaku.queries.answers import Answer, plain
from keikaku.queries.plan import schedule
from keikaku.queries.plan.answer import DependencyRow, IndicatorRow, PlanWhole, RelatedRow

_FACTS = (
    "document goal initiative departments themes unknown_marks guidelines channels sdgs involves "
    "category priority period problem overview vision evidence"
).split()
_UNKNOWN_DISCLOSURE = Text("不明", "unknown")
_SETTLED = Text("解決済み", "settled")
_LINKS = ("themes", "guidelines", "channels", "sdgs", "involves")


_STRENGTH = {"strong": Text("強い", "strong"), "weak": Text("弱い", "weak")}


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return each plan in its parts; a part that the plan does not have is left out."""
    return [block for row in answer.rows for block in _plan(row, reader)]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each thing that the plan has, whatever its kind."""
    return plan_flat.COLUMNS, [row for plan in answer.rows for row in plan_flat.plan_rows(plan)]


def _plan(row: PlanWhole, reader: Reader) -> Iterator[Block]:
    lang = reader.lang
    yield Section(titled(row.number, row.title), [], _facts(row, reader))
    sections = (
        _section("components", ["title", "departments", "lines"], _components(row, lang), lang),
        _actions(row, lang),
        _section(
            "indicators",
            ["indicator", "baseline", "target", "direction", "lines"],
            [_indicator(each, lang) for each in row.indicators],
            lang,
        ),
        *(
            _section(
                name,
                ["number", "plan_title", "reason", "stated_words", "lines"],
                [_dependency(each, lang) for each in getattr(row, name)],
                lang,
            )
            for name in ("depends_on", "needed_by")
        ),
        *more_sections(row, partial(_section, lang=lang), lang),
        _section(
            "related", ["number", "plan_title", "relatedness", "reason"], _related(row, lang), lang
        ),
        _section("findings", ["severity", "message", "lines"], _findings(row, lang), lang),
    )
    yield from (section for section in sections if section.rows)


def _section(name: str, headers: list[str], rows: list[list[Cell]], lang: Lang) -> Section:
    return Section(PLAN_WORDS[name].of(lang), headings(headers, lang), rows)


def _facts(row: PlanWhole, reader: Reader) -> list[list[Cell]]:
    lang = reader.lang
    facts: dict[str, str] = {
        "document": row.document if reader.several else "",
        "goal": titled(row.goal.number, row.goal.title) if row.goal else "",
        "initiative": "\n".join(
            titled(each.number, each.title) for each in row.headings if each != row.goal
        ),
        "departments": _with_roles(row.departments, lang),
        **{
            name: "\n".join(
                labels.with_codes(link.name, link.basis, lang) for link in getattr(row, name)
            )
            for name in _LINKS
        },
        "unknown_marks": labels.listed(row.unknown_marks, lang),
        "category": row.category or "",
        "priority": row.priority or "",
        "period": period_of(row),
        "problem": row.problem or "",
        "overview": row.overview or "",
        "vision": row.vision or "",
        "evidence": labels.evidence(row.evidence, lang),
    }
    if row.disclosure_unknown:
        unknown = _UNKNOWN_DISCLOSURE.of(lang)
        facts["channels"] = "\n".join(filter(None, [facts["channels"], unknown]))
    words = _levels(row)
    return [
        [Styled(words.get(name) or _label(name, lang), "bold"), facts[name]]
        for name in _FACTS
        if facts[name]
    ]


def _levels(row: PlanWhole) -> dict[str, str]:
    """Return what the document calls the goal and the levels below it, if it says so."""
    below = [each.level for each in row.headings if each != row.goal]
    words = {"initiative": "・".join(each for each in below if each) if all(below) else ""}
    return {**words, "goal": row.goal.level or ""} if row.goal else words


def _label(name: str, lang: Lang) -> str:
    return PLAN_WORDS[name].of(lang) if name in PLAN_WORDS else heading(name, lang)


def _with_roles(departments: list[Any], lang: Lang) -> str:
    return "\n".join(labels.with_codes(d.name, [d.role], lang) for d in departments)


def _components(row: PlanWhole, lang: Lang) -> list[list[Cell]]:
    return [
        [
            each.title,
            labels.listed((d.name for d in each.departments), lang),
            labels.line_of(each.evidence, lang),
        ]
        for each in row.components
    ]


def _actions(row: PlanWhole, lang: Lang) -> Section:
    """Return actions against fiscal years; an arrow marks a year in which the action continues."""
    years_met = {year for action in row.actions for year in action.years}
    years = list(range(min(years_met), max(years_met) + 1)) if years_met else []
    rows: list[list[Cell]] = [
        [_within(action.title, action.component, lang), *(schedule.cell(action, y) for y in years)]
        for action in row.actions
    ]
    title, first = PLAN_WORDS["actions"].of(lang), heading("action", lang)
    if schedule.may_go_on(row.actions):
        title = f"{title}{PLAN_WORDS['may_continue'].of(lang)}"
    return Section(title, [first, *map(str, years)], rows)


def _within(name: str, component: str | None, lang: Lang) -> str:
    return name + labels.bracketed(component or "", lang)


def _indicator(each: IndicatorRow, lang: Lang) -> list[Cell]:
    return [
        _within(each.name, each.component, lang),
        labels.measure(each.baseline, lang),
        labels.measure(each.target, lang),
        labels.coded(each.direction, lang) if each.direction else "",
        labels.line_of(each.evidence, lang),
    ]


def _dependency(each: DependencyRow, lang: Lang) -> list[Cell]:
    return [
        each.number,
        each.title,
        labels.coded(each.reason, lang),
        each.words,
        labels.line_of(each.evidence, lang),
    ]


def _related(row: PlanWhole, lang: Lang) -> list[list[Cell]]:
    return [
        [each.number, each.title, _strength(each, lang), labels.shared(each.reasons, lang)]
        for each in row.related
    ]


def _strength(each: RelatedRow, lang: Lang) -> str:
    """Return how strong an inferred relation is, in words, with its score."""
    words = _STRENGTH.get(each.strength or "")
    score = f"{each.score:.2f}"
    return score if words is None else words.of(lang) + labels.bracketed(score, lang)


def _findings(row: PlanWhole, lang: Lang) -> list[list[Cell]]:
    from keikaku.graph.findings import finding_texts

    return [
        [
            Styled(_SETTLED.of(lang), "dim")
            if each.settled
            else Styled(labels.coded(each.severity, lang), labels.STYLES[each.severity]),
            finding_texts(plain(each), lang)[0],
            labels.line_of(each.evidence, lang),
        ]
        for each in row.findings
    ]
