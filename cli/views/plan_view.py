"""The answer to ``plan``: one plan whole, part by part."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import heading, headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell, Styled
from keikaku.cli.views.plan_parts import more_sections
from keikaku.graph.language import Lang, Text
from keikaku.graph.structure import titled
from keikaku.queries.answers import Answer, plain
from keikaku.queries.plan import schedule
from keikaku.queries.plan.answer import DependencyRow, IndicatorRow, PlanWhole, RelatedRow

_WORDS = {
    "themes": Text("テーマ", "Themes"),
    "guidelines": Text("法令・指針等", "Guidelines"),
    "channels": Text("情報公開", "Disclosure"),
    "sdgs": Text("SDGs", "SDGs"),
    "involves": Text("関係課・団体", "Also named"),
    "category": Text("区分", "Category"),
    "priority": Text("優先度", "Priority"),
    "period": Text("期間", "Period"),
    "problem": Text("現状と課題", "Problem"),
    "overview": Text("事業概要", "Overview"),
    "vision": Text("目指す姿", "Vision"),
    "components": Text("個別取組", "Components"),
    "actions": Text("取組内容と行動計画", "Actions by fiscal year"),
    "may_continue": Text(
        "（⇢ は続いている可能性のある年度。原本に矢印がなく、不明）",
        " (⇢: may go on in that year; the source shows no arrow)",
    ),
    "indicators": Text("指標（現況値 → 目標値）", "Indicators (baseline → target)"),
    "depends_on": Text("依存する計画（原本に記載）", "Depends on (stated)"),
    "needed_by": Text("この計画に依存する計画（原本に記載）", "Needed by (stated)"),
    "associated": Text("関連する計画（原本に記載）", "Associated (stated)"),
    "steps": Text("ロジックモデル", "Logic model"),
    "budgets": Text("予算・決算（円）", "Budgets (yen)"),
    "evaluations": Text("評価", "Evaluations"),
    "related": Text("関連する計画（推定）", "Related (inferred)"),
    "findings": Text("確認事項", "Findings"),
}
_FACTS = (
    "document goal initiative departments themes unknown_marks guidelines channels sdgs involves "
    "category priority period problem overview vision evidence"
).split()
_UNKNOWN_DISCLOSURE = Text("不明", "unknown")
_SETTLED = Text("解決済み", "settled")
_LINKS = ("themes", "guidelines", "channels", "sdgs", "involves")
_LISTS = (
    "departments components actions themes guidelines channels sdgs involves indicators "
    "depends_on needed_by related findings"
).split()
_COLUMNS = "document number section name detail first_year last_year confidence lines".split()


_STRENGTH = {"strong": Text("強い", "strong"), "weak": Text("弱い", "weak")}


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return each plan in its parts; a part that the plan does not have is left out."""
    return [block for row in answer.rows for block in _plan(row, reader)]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each thing that the plan has, whatever its kind."""
    return _COLUMNS, [row for plan in answer.rows for row in _flat_plan(plan)]


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
    return Section(_WORDS[name].of(lang), headings(headers, lang), rows)


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
        "period": _period(row),
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
    return _WORDS[name].of(lang) if name in _WORDS else heading(name, lang)


def _period(row: PlanWhole) -> str:
    years = (row.first_year, row.last_year)
    return "～".join("" if year is None else str(year) for year in years) if any(years) else ""


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
    title, first = _WORDS["actions"].of(lang), heading("action", lang)
    if schedule.may_go_on(row.actions):
        title = f"{title}{_WORDS['may_continue'].of(lang)}"
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


def _flat_plan(plan: PlanWhole) -> Iterator[list[Any]]:
    key = [plan.document, plan.number]
    yield [*key, "plan", plan.title, *_flat_rest("", plan)]
    for section in ("goal", "initiative"):
        above = getattr(plan, section)
        if above:
            yield [*key, section, titled(above.number, above.title), *_flat_rest("", None)]
    for section in _LISTS:
        for each in getattr(plan, section):
            yield [*key, section, _flat_name(each), *_flat_rest(_flat_detail(each), each)]
            for milestone in getattr(each, "milestones", ()):
                yield [*key, "milestones", milestone.text, *_flat_rest(each.title, milestone)]
    for mark in plan.unknown_marks:
        yield [*key, "unknown_marks", mark, *_flat_rest("", None)]


def _flat_name(each: Any) -> str:
    if hasattr(each, "number"):
        return titled(each.number, each.title)
    return str(getattr(each, "name", None) or getattr(each, "title", None) or each.code)


def _flat_detail(each: Any) -> str:
    """Return what a row of any part says besides its name: its first detail."""
    if isinstance(each, IndicatorRow):
        sides = (each.baseline, each.target)
        return " → ".join((side or {}).get("raw") or "—" for side in sides)
    if isinstance(each, DependencyRow):
        return f"{each.reason}: {each.words}"
    for name in ("role", "basis", "reasons", "message", "component"):
        value = getattr(each, name, None)
        if value:
            return "; ".join(value) if isinstance(value, list) else str(value)
    return "; ".join(d.name for d in getattr(each, "departments", ()))


def _flat_rest(detail: str, each: Any) -> list[Any]:
    pieces = getattr(each, "evidence", [])
    sure = max((piece["confidence"] for piece in pieces), default="")
    years = [getattr(each, name, None) for name in ("first_year", "last_year")]
    return [detail, *("" if year is None else year for year in years), sure, labels.places(pieces)]
