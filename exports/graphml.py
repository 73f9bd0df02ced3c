"""GraphML (http://graphml.graphdrawing.org) for yEd, Gephi and NetworkX, attributes typed."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from keikaku.exports import flat
from keikaku.graph.files import write_whole
from keikaku.graph.network import Graph


def write(path: Path, graph: Graph) -> None:
    """Write the graph, whole or not at all.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    write_whole(path, render(graph))


def render(graph: Graph) -> str:
    """Return text of the file; a relation's id is unique, its type the attribute ``relation``."""
    plain: Graph = nx.MultiDiGraph()
    for node, facts in graph.nodes(data=True):
        plain.add_node(node, **flat.of_node(facts))
    for at, (source, target, facts) in enumerate(graph.edges(data=True)):
        plain.add_edge(source, target, f"e{at}", **flat.of_edge(facts))
    return "\n".join(nx.generate_graphml(plain)) + "\n"
