"""Chains of a logic model: which of them end before any outcome (アウトカム)."""

from __future__ import annotations

from collections.abc import Collection

from keikaku.graph.network import Graph


def open_ends(graph: Graph, steps: Collection[str]) -> list[str]:
    """Return the steps that are the end of a chain and no outcome, in their order.

    A step that leads to another one is no end, wherever that other step leads.
    """
    return [
        step
        for step in steps
        if not graph.nodes[step]["stage"].endswith("outcome")
        and not any(key == "LEADS_TO" for _, _, key in graph.out_edges(step, keys=True))
    ]
