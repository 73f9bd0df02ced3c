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
from keikaku.queries.plan.answer import ActionRow, PlanWhole
from keikaku.queries.plan.schedule import MAY_GO_ON, in_year, may_go_on
from keikaku.queries.scope import name_of, scope

_DEPARTMENTS = Text("所管課", "Departments")
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
_DEPENDS = Text("依存先", "Rests on")
_NEEDED = Text("依存元", "Needed by")


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
        goal = initiative = None
        for node in scope(graph, document=document).plans:
            plan = plan_question.whole_of(graph, node)
            if plan.goal and plan.goal != goal:
                goal = plan.goal
                yield f"## {escaped(f'{goal.number} {goal.title}')}"
            if plan.initiative and plan.initiative != initiative:
                initiative = plan.initiative
                yield f"### {escaped(f'{initiative.number} {initiative.title}')}"
            yield from _plan(plan, lang)


def _plan(plan: PlanWhole, lang: Lang) -> Iterator[str]:
    separator = "、" if lang == "ja" else ", "
    yield f"#### {escaped(f'{plan.number} {plan.title}')}"
    lines = [_line(_DEPARTMENTS, separator.join(departments(plan, lang)), lang)]
    lines += [
        _line(text, separator.join(each.name for each in getattr(plan, name)), lang)
        for name, text in _LISTS.items()
    ]
    for text, rows in ((_DEPENDS, plan.depends_on), (_NEEDED, plan.needed_by)):
        lines.append(_line(text, separator.join(titled(e.number, e.title) for e in rows), lang))
    yield "\n".join(line for line in lines if line)
    for text, prose in ((_OVERVIEW, plan.overview), (_VISION, plan.vision)):
        if prose:
            yield f"**{text.of(lang)}**\n\n{escaped(prose)}"
    yield _actions(plan.actions, lang)
    yield _indicators(plan, lang)


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
