"""Write a graph for people and for other tools: exports, the form of a plan, the map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keikaku.graph.language import Lang
    from keikaku.graph.network import Graph


def export(
    graph: Graph,
    path: str | Path,
    *,
    to: str | None = None,
    document: str | None = None,
    lang: Lang = "ja",
) -> str:
    """Write the graph for another tool (出力): xlsx, graphml, gexf, cypher, md, json, CSV.

    The format follows from the ending of ``path``, or is named by ``to`` (``csv`` for a folder);
    it is returned. A workbook is read back by :func:`load` without a loss.

    >>> from tempfile import mkdtemp
    >>> export(read(), Path(mkdtemp()) / "plan.md")
    'md'

    Raises:
        KeikakuError: the format or the document is unknown, or ``path`` cannot be written.
    """
    from keikaku.exports.formats import export as written
    from keikaku.graph.merging import only
    from keikaku.queries.scope import document_named

    within = document_named(graph, document)
    part = graph if within is None else only(graph, within)
    return written(part, str(path), to=to, lang=lang).name


def template(path: str | Path, *, lang: Lang = "ja") -> Path:
    """Write the form in which a plan is filled in with Excel (入力様式); :func:`load` reads it.

    >>> from tempfile import mkdtemp
    >>> template(Path(mkdtemp()) / "plan.xlsx").name
    'plan.xlsx'
    """
    from keikaku.exports import plan_template as form

    form.write(Path(path), lang)
    return Path(path)


def map(  # noqa: A001, PLR0913 - the command's name, each parameter an option of it
    graph: Graph,
    out: str | Path,
    *,
    focus: str | None = None,
    depth: str | int | None = None,
    theme: str | None = None,
    department: str | None = None,
    goal: str | None = None,
    document: str | None = None,
    progress: str | Path | None = None,
    before: Graph | None = None,
    lang: Lang = "ja",
) -> Path:
    """Write the interactive map (地図): one HTML file that needs no network.

    ``focus`` keeps what lies within ``depth`` steps (default 2) of a node of any kind; the others
    keep the plans that match all of them, as in :func:`plans`. ``progress`` is a filled-in form:
    plans are coloured by how far they have come. ``before`` is the graph of the earlier
    edition: the map shows both, and plans are coloured by what became of them (継続, 見直し, …).
    A graph of more than 1,500 plans becomes an overview (全体図) unless a part of it is chosen:
    documents and headings are areas that unfold on demand, and all plans can be searched.

    >>> map(read(), "plan-map.html")  # doctest: +SKIP

    Raises:
        KeikakuError: a name is unknown or ambiguous, nothing is left, or ``out`` cannot be written.
    """
    from keikaku.queries.map_data import cut
    from keikaku.visualizations import map_page
    from keikaku.visualizations.content import Extras
    from keikaku.visualizations.overview import MOST_PLANS, overview_page

    of_all = (focus, theme, department, goal, document, progress, before) == (None,) * 7
    if of_all and _plans_of(graph) > MOST_PLANS:
        overview_page.write(Path(out), graph, lang)
        return Path(out)
    whole, changes = _with_edition_before(graph, before)
    statuses, actuals = _statuses(whole, progress)
    part, chosen, centre = cut(
        whole,
        focus=focus,
        depth=depth,
        theme=theme,
        department=department,
        goal=goal,
        document=document,
    )
    conditions = _conditions(whole, theme, department, goal, document)
    extras = Extras(statuses, changes, chosen, centre, actuals, conditions)
    map_page.write(Path(out), part, lang, whole, extras)
    return Path(out)


def _conditions(
    graph: Graph,
    theme: str | None,
    department: str | None,
    goal: str | None,
    document: str | None,
) -> dict[str, str]:
    """Return what chose the plans of a map of a part, by parameter, with whole names."""
    from keikaku.queries.plans import answer as plans

    if not (theme or department or goal):
        return {}
    answer = plans.answer(graph, theme=theme, department=department, goal=goal, document=document)
    return {k: str(v) for k, v in answer.parameters.items() if k != "document"}


def _plans_of(graph: Graph) -> int:
    """Return how many plans a graph holds."""
    return sum(facts["kind"] == "Plan" for _, facts in graph.nodes(data=True))


def _with_edition_before(
    graph: Graph, before: Graph | None
) -> tuple[Graph, dict[str, tuple[str, list[str]]]]:
    """Return both editions in one graph, and what became of each plan.

    A graph that holds two documents, one of which follows on the other, needs no ``before``.
    """
    from keikaku.graph import merging
    from keikaku.queries.compare.answer import answer
    from keikaku.queries.edition_changes import changes_by_plan
    from keikaku.queries.editions import follows

    if before is not None:
        both, _ = merging.merge([before, graph])
        return both, changes_by_plan(answer(before, graph).rows)
    if len(graph.graph["documents"]) == 2 and any(follows(graph).values()):
        return graph, changes_by_plan(answer(graph).rows)
    return graph, {}


def _statuses(
    graph: Graph, progress: str | Path | None
) -> tuple[dict[str, str], dict[str, list[tuple[int, float]]]]:
    """Return how far each plan has come, and the values of indicators by year.

    They come from the form, or are what the plan itself prints.
    """
    from keikaku.workshop import progress as room

    if progress is None and not room.prints_actuals(graph):
        return {}, {}
    values = room.Progress("") if progress is None else room.read(Path(progress), graph)
    actuals = {
        node: [(each.year, float(each.value)) for each in of_indicator]
        for node, of_indicator in values.actuals.items()
    }
    return {**room.statuses_of_plans(graph, values)}, actuals
