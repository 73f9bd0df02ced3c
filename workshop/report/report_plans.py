"""The part of the progress report on each plan: its indicators and actions by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from keikaku.exports.documents import Block, Cell, Heading, Paragraph, Table
from keikaku.graph.language import Lang
from keikaku.graph.structure import number_of
from keikaku.queries.graph_walks import Graph
from keikaku.queries.scope import name_of, responsibilities
from keikaku.workshop.progress.judging import STATUSES
from keikaku.workshop.progress.progress_answer import IndicatorProgress, Rollup
from keikaku.workshop.progress.progress_records import STATE
from keikaku.workshop.report.report_cells import rate_text, undated, value_text
from keikaku.workshop.report.report_words import WORDS


def rows_by_plan(
    plans: Sequence[str], rows: Sequence[IndicatorProgress], totals: Sequence[Rollup]
) -> dict[str, list[IndicatorProgress]]:
    """Return the indicators of each plan; rows and rollups are in the order of the plans."""
    waiting = iter(rows)
    rollups = (each for each in totals if each.of == "plan")
    return {
        plan: [*islice(waiting, whole.indicators)]
        for plan, whole in zip(plans, rollups, strict=True)
    }


def plan_sections(
    graph: Graph,
    of_plan: Mapping[str, Sequence[IndicatorProgress]],
    totals: Sequence[Rollup],
    lang: Lang,
) -> Iterator[Block]:
    """Yield a section for each plan, in their order."""
    yield Heading(2, WORDS["by-plan"].of(lang))
    rollups = (each for each in totals if each.of == "plan")
    for (plan, rows), whole in zip(of_plan.items(), rollups, strict=True):
        yield from _plan(graph, plan, rows, whole, lang)


def _plan(
    graph: Graph, plan: str, rows: Sequence[IndicatorProgress], whole: Rollup, lang: Lang
) -> Iterator[Block]:
    facts = graph.nodes[plan]
    yield Heading(3, f"{number_of(facts)} {facts['title']}".strip())
    names = dict.fromkeys(name_of(graph, d.department) for d in responsibilities(graph, plan))
    yield Paragraph(WORDS["led-by"].format(names="、".join(names) or "―").of(lang), "fact")
    if rows:
        yield _indicators(rows, lang)
    else:
        yield Paragraph(WORDS["no-indicators"].of(lang), "note")
    if any(action.states or action.signed.remarks for action in whole.actions):
        yield _actions(whole, lang)


def _indicators(rows: Sequence[IndicatorProgress], lang: Lang) -> Table:
    years = sorted({each.year for row in rows for each in row.actuals})
    heads = [WORDS["indicator"].of(lang), WORDS["baseline"].of(lang), *map(str, years)]
    heads += [WORDS[key].of(lang) for key in ("target", "achieved", "status", "remarks")]
    cells: list[list[Cell]] = []
    for row in rows:
        texts = {each.year: value_text(each.value, each.qualifier) for each in row.actuals}
        cells.append(
            [
                row.name,
                undated(row.baseline, lang),
                *(texts.get(year, "―") for year in years),
                undated(row.target, lang),
                rate_text(row.rate),
                STATUSES[row.status].of(lang),
                row.signed.remarks or "",
            ]
        )
    return Table(heads, cells, (6, 3, *(2 for _ in years), 3, 2, 2.5, 3))


def _actions(whole: Rollup, lang: Lang) -> Table:
    years = sorted({year for action in whole.actions for year in action.states})
    heads = [WORDS["action"].of(lang), *map(str, years), WORDS["remarks"].of(lang)]
    cells: list[list[Cell]] = [
        [
            action.title,
            *(STATE[action.states[y]].word.of(lang) if y in action.states else "―" for y in years),
            action.signed.remarks or "",
        ]
        for action in whole.actions
    ]
    return Table(heads, cells, (8, *(2 for _ in years), 4))
