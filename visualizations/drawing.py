"""The nodes, edges and options of the picture, in pyvis's Network (描画用のネットワーク)."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from pyvis.network import Network

from keikaku.queries.graph_walks import Graph
from keikaku.visualizations.arrangements.layout import Arrangement
from keikaku.visualizations.style import KIND_STYLES

_MANY = 1500
_OPTIONS: dict[str, Any] = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom", "physics": False, "fixed": False, "chosen": False},
    "edges": {"smooth": False, "physics": False, "chosen": False, "selectionWidth": 2},
    "interaction": {
        "hover": True,
        "dragNodes": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "hideEdgesOnDrag": False,
        "hideEdgesOnZoom": False,
        "zoomSpeed": 0.7,
        "keyboard": {"enabled": False},
        "tooltipDelay": 200,
    },
}


def network(graph: Graph, layout: Arrangement) -> Network:
    """Return the graph as pyvis holds it.

    Nodes and edges are numbered in the order of the graph.

    Where there are many edges, they hide while the map moves.
    """
    drawn = Network(directed=True, cdn_resources="in_line")
    number = {node: at for at, node in enumerate(graph)}
    for node, facts in graph.nodes(data=True):
        box = layout.places[node]
        style = KIND_STYLES[facts["kind"]]
        drawn.add_node(
            number[node],
            facts["label"],
            "custom",
            style.colour[0],
            x=box.x,
            y=box.y,
            kind=facts["kind"],
        )
    for at, (source, target, facts) in enumerate(graph.edges(data=True)):
        drawn.add_edge(number[source], number[target], id=at, type=facts["type"])
    many = graph.number_of_edges() > _MANY
    moving = {"hideEdgesOnDrag": many, "hideEdgesOnZoom": many}
    options = {**_OPTIONS, "interaction": _OPTIONS["interaction"] | moving}
    drawn.set_options(json.dumps(options))
    return drawn


def content(drawn: Network) -> dict[str, Any]:
    """``{"nodes", "edges", "options"}`` as vis-network takes them."""
    nodes, edges, _, _, _, options = drawn.get_network_data()
    return {
        "nodes": nodes,
        "edges": edges,
        "options": json.loads(options) if isinstance(options, str) else options,
    }


def library() -> str:
    """Return the code of vis-network that comes with pyvis."""
    lib = files("pyvis") / "lib"
    newest = max(
        (each.name for each in lib.iterdir() if each.name.startswith("vis-")),
        key=lambda name: [int(part) for part in name.removeprefix("vis-").split(".")],
    )
    return (lib / newest / "vis-network.min.js").read_text(encoding="utf-8")
