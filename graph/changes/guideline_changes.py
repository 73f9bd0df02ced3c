"""Laws, guidelines and plans that plans rest on (法令・指針等) dropped."""

from __future__ import annotations

from dataclasses import asdict

from keikaku.graph.changes.rebuild import copied
from keikaku.graph.findings import BasisLost
from keikaku.graph.network import Graph
from keikaku.graph.records import Evidence
from keikaku.graph.structure import number_of


def drop_guideline(graph: Graph, guideline: str) -> Graph:
    """Return the graph without a guideline; a plan that has no other basis left is a finding."""
    name = graph.nodes[guideline]["name"]
    resting = [
        (plan, facts["evidence"])
        for plan, _, facts in graph.in_edges(guideline, data=True)
        if facts["type"] == "GROUNDED_IN"
    ]
    fresh = copied(graph, [guideline])
    for plan, evidence in resting:
        if any(facts["type"] == "GROUNDED_IN" for _, _, facts in fresh.out_edges(plan, data=True)):
            continue
        seen = [Evidence(**piece) for piece in evidence]
        number = number_of(graph.nodes[plan])
        finding = BasisLost.at(plan, seen, plan=number, guideline=name)
        fresh.graph["findings"].append(asdict(finding))
    return fresh
