"""The whole plan as Markdown, to be read or pasted elsewhere (計画の全文)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from keikaku.exports.escaping import escaped
from keikaku.exports.fact_words import departments
from keikaku.graph.files import write_whole
from keikaku.graph.language import Lang, Text
from keikaku.graph.measures import format_measure
from keikaku.graph.structure import titled
from keikaku.queries.graph_walks import Graph, of_kind
from keikaku.queries.plan import answer as plan_question
from keikaku.queries.plan.answer import ActionRow, Heading, PlanWhole
from keikaku.queries.plan.schedule import MAY_GO_ON, in_year, may_go_on
from keikaku.queries.scope import name_of, scope

_DEPARTMENTS = Text("所管課", "Departments")
_PROBLEM = Text("現状と課題", "Problem")
_OVERVIEW = Text("事業概要", "Overview")
_VISION = Text("目指す姿", "Vision")
_ACTION = Text("取組内容", "Action")
_HEADS = (
    Text("指標", "Indicator"),
    Text("現況値", "Baseline"),
    Text("目標値", "Target"),
)
_LISTS = {
    "themes": Text("テーマ", "Themes"),
    "guidelines": Text("根拠", "Grounded in"),
    "sdgs": Text("SDGs", "SDG targets"),
    "channels": Text("情報公開", "Disclosed on"),
    "involves": Text("本文に出てくる課・団体", "Named in the text"),
}
_UNKNOWN = Text("不明", "unknown")
_UNKNOWN_MARKS = Text("○印の有無が不明なテーマ", "Marks unknown")
_FACTS = {"category": Text("区分", "Category"), "priority": Text("優先度", "Priority")}
_PERIOD = Text("期間", "Period")
_TIES = {
    "depends_on": Text("依存先", "Rests on"),
    "needed_by": Text("依存元", "Needed by"),
    "associated": Text("関連する計画", "Associated with"),
}

_OF_PLAN = 4
_DEEPEST = 6
"""Levels of headings: of a plan below two levels, and the last that Markdown has."""


def write(path: Path, graph: Graph, lang: Lang = "ja") -> None:
    """Write the text, whole or not at all.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    write_whole(path, render(graph, lang))


def render(graph: Graph, lang: Lang = "ja") -> str:
    """Return goals, initiatives and plans in order; no text of a source is markup."""
    return "\n\n".join(part for part in _parts(graph, lang) if part) + "\n"


def _parts(graph: Graph, lang: Lang) -> Iterator[str]:
    for document, _ in of_kind(graph, "PlanDocument"):
        yield f"# {escaped(name_of(graph, document))}"
        above: list[Heading] = []
        for node in scope(graph, document=document).plans:
            plan = plan_question.whole_of(graph, node)
            for depth, heading in enumerate(plan.headings):
                if above[: depth + 1] != plan.headings[: depth + 1]:
                    yield _heading(depth + 2, heading.number, heading.title)
            above = plan.headings
            yield from _plan(plan, lang)


def _heading(level: int, number: str | None, title: str) -> str:
    return f"{'#' * min(level, _DEEPEST)} {escaped(titled(number, title))}"


def _plan(plan: PlanWhole, lang: Lang) -> Iterator[str]:
    separator = "、" if lang == "ja" else ", "
    names = {name: [each.name for each in getattr(plan, name)] for name in _LISTS}
    if plan.disclosure_unknown:
        names["channels"].append(_UNKNOWN.of(lang))
    yield _heading(max(_OF_PLAN, len(plan.headings) + 2), plan.number, plan.title)
    lines = [_line(_DEPARTMENTS, separator.join(departments(plan, lang)), lang)]
    lines += [_line(text, separator.join(names[name]), lang) for name, text in _LISTS.items()]
    lines.append(_line(_UNKNOWN_MARKS, separator.join(plan.unknown_marks), lang))
    lines += [_line(text, getattr(plan, name) or "", lang) for name, text in _FACTS.items()]
    lines.append(_line(_PERIOD, _years(plan), lang))
    for name, text in _TIES.items():
        ties = [titled(each.number, each.title) for each in getattr(plan, name)]
        lines.append(_line(text, separator.join(ties), lang))
    yield "\n".join(line for line in lines if line)
    whole = ((_PROBLEM, plan.problem), (_OVERVIEW, plan.overview), (_VISION, plan.vision))
    for text, prose in whole:
        if prose:
            yield f"**{text.of(lang)}**\n\n{escaped(prose)}"
    yield _actions(plan.actions, lang)
    yield _indicators(plan, lang)


def _years(plan: PlanWhole) -> str:
    years = (plan.first_year, plan.last_year)
    return "～".join("" if year is None else str(year) for year in years) if any(years) else ""


def _line(title: Text, text: str, lang: Lang) -> str:
    return f"- {title.of(lang)}: {escaped(text)}" if text else ""


def _actions(actions: Sequence[ActionRow], lang: Lang) -> str:
    if not actions:
        return ""
    years = sorted({year for action in actions for year in action.years})
    rows = [
        [action.title, *("／".join(in_year(action, year)) for year in years)] for action in actions
    ]
    table = _table([_ACTION.of(lang), *map(str, years)], rows)
    return f"{table}\n\n{MAY_GO_ON.of(lang)}" if may_go_on(actions) else table


def _indicators(plan: PlanWhole, lang: Lang) -> str:
    if not plan.indicators:
        return ""
    rows = [
        [
            each.name,
            *(format_measure(m, lang) if m else "―" for m in (each.baseline, each.target)),
        ]
        for each in plan.indicators
    ]
    return _table([head.of(lang) for head in _HEADS], rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return escaped(text).replace("\n", "<br>")
