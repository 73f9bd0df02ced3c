"""GEXF 1.2 (https://gexf.net) for Gephi, with the colours and places of the map."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx

from keikaku.exports import flat
from keikaku.graph.files import write_whole
from keikaku.graph.network import Graph
from keikaku.queries.map_data import structure
from keikaku.visualizations.arrangements.by_goal import arrange
from keikaku.visualizations.style import KIND_STYLES

_DATE = re.compile(r' lastmodifieddate="[^"]*"')
_SIZES = {"Goal": 40.0, "Initiative": 26.0, "Plan": 18.0, "Department": 14.0}
_SIZE = 8.0


def write(path: Path, graph: Graph) -> None:
    """Write the graph, whole or not at all.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    write_whole(path, render(graph))


def render(graph: Graph) -> str:
    """Return the text of the file."""
    plain: Any = nx.MultiDiGraph()
    places = arrange(graph, structure(graph)).places
    for node, facts in graph.nodes(data=True):
        plain.add_node(node, **flat.of_node(facts), viz=_looks(facts["kind"], places.get(node)))
    edges = graph.edges(data=True)
    for at, (source, target, facts) in enumerate(edges):
        plain.add_edge(source, target, id=f"e{at}", **flat.of_edge(facts))
    text = "\n".join(nx.generate_gexf(plain, version="1.2draft"))
    return _DATE.sub("", text) + "\n"


def _looks(kind: str, place: Any) -> dict[str, Any]:
    colour = KIND_STYLES[kind].colour[0].lstrip("#")
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    looks: dict[str, Any] = {
        "color": {"r": red, "g": green, "b": blue, "a": 1.0},
        "size": _SIZES.get(kind, _SIZE),
    }
    if place is not None:
        looks["position"] = {"x": float(place.x), "y": -float(place.y), "z": 0.0}
    return looks
