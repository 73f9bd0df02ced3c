"""``dependencies``: what a plan depends on, and by which path (依存関係)."""

from __future__ import annotations

from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph
from keikaku.queries.impact.answer import resolve_node, shown_with_number, steps
from keikaku.queries.reachability import Walk, reached
from keikaku.queries.reachability_model import Reached
from keikaku.queries.scope import document_named, scope


def answer(
    graph: Graph,
    node: str | None = None,
    *,
    depth: str | int | None = None,
    include_inferred: bool = False,
    document: str | None = None,
) -> Answer[Reached]:
    """Return what the plan (or another node) depends on, each with its path.

    The steps are those of ``impact`` in the opposite direction, and the rows have the same order.
    Without a node: for every plan, by document and number, the plans that it depends on, ``depth``
    steps deep (by default 1).

    >>> all(row.path for row in dependencies(read()))
    True

    Raises:
        KeikakuError: no node or several nodes have the name, or the depth is not a number.
    """
    within = document_named(graph, document)
    deep = steps(depth)
    if node is None:
        walk = Walk("needed", deep or 1, include_inferred, within, ("Plan",))
        plans = scope(graph, document=document).plans
        rows = [row for plan in plans for row in reached(graph, [plan], walk)]
        part = None
    else:
        starts = resolve_node(graph, node, within)
        rows = reached(graph, starts, Walk("needed", deep, include_inferred, within))
        part = shown_with_number(graph, starts)
    parameters = drop_none(
        node=part, depth=deep, include_inferred=include_inferred or None, document=within
    )
    return Answer("dependencies", parameters, rows)
