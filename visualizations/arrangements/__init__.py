"""Arrangements of the map (並べ方): where everything stands, one module each, all computed here."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.queries.graph_walks import Graph
from keikaku.queries.map_answers import Column
from keikaku.queries.map_data import Structure
from keikaku.visualizations.arrangements import (
    by_department,
    by_dependency,
    by_goal,
    by_logic,
    by_theme,
)
from keikaku.visualizations.arrangements.layout import Arrangement
from keikaku.visualizations.arrangements.plan_blocks import Size

NAMES = ("goal", "department", "dependency", "theme", "logic")
"""The arrangements, in the order in which the page offers them."""


def arrangements(
    graph: Graph, structure: Structure, columns: list[Column]
) -> Iterator[Arrangement]:
    """Yield the arrangements that a graph has something for; that by goal comes first, always.

    Plans have the same size in each of them but that by theme.
    """
    whole = by_goal.arrange(graph, structure)
    yield whole
    first = next(iter(structure.parts), None)
    if first is None:
        return
    size = Size(whole.places[first].width, whole.places[first].height)
    for made in (
        by_department.arrange(graph, structure, size),
        by_dependency.arrange(graph, structure, size),
        by_theme.arrange(structure, columns),
        by_logic.arrange(graph, structure),
    ):
        if made is not None:
            yield made
