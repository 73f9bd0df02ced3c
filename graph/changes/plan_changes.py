"""Plans (実施計画) dropped, moved to another initiative (取組事項), renamed."""

from __future__ import annotations

from dataclasses import asdict

from keikaku.graph.changes.rebuild import changed, copied
from keikaku.graph.findings import DependencyBroken, NumberElsewhere
from keikaku.graph.merging import owner
from keikaku.graph.network import Attributes, Graph
from keikaku.graph.records import Evidence
from keikaku.graph.structure import number_of, numbered_title

_HOLDING = ("HAS_PART", "MEASURED_BY")


def drop_plan(graph: Graph, plan: str) -> Graph:
    """Return the graph without a plan and what belongs to it alone.

    Each dependency on it is a finding.
    """
    facts = graph.nodes[plan]
    fresh = copied(graph, [plan, *goes_with(graph, plan)])
    for other, _, edge in graph.in_edges(plan, data=True):
        if edge["type"] != "DEPENDS_ON" or other not in fresh:
            continue
        finding = DependencyBroken.at(
            other,
            _pieces(edge["evidence"]),
            plan=number_of(graph.nodes[other]),
            dropped=number_of(facts),
            title=facts["title"],
            words=edge["words"],
        )
        fresh.graph["findings"].append(asdict(finding))
    return fresh


def goes_with(graph: Graph, plan: str) -> list[str]:
    """Return the components, actions, milestones and indicators that belong to the plan alone."""
    gone, ahead = {plan: None}, [plan]
    while ahead:
        for _, part, facts in graph.out_edges(ahead.pop(0), data=True):
            if facts["type"] not in _HOLDING or part in gone:
                continue
            holders = [
                holder
                for holder, _, edge in graph.in_edges(part, data=True)
                if edge["type"] in _HOLDING
            ]
            if all(holder in gone for holder in holders):
                gone[part] = None
                ahead.append(part)
    return [*gone][1:]


def rename_plan(graph: Graph, plan: str, title: str, why: str) -> Graph:
    """Give a plan another title; its number and its id stay."""
    fresh = copied(graph)
    facts = fresh.nodes[plan]
    facts["title"] = title
    facts["label"] = numbered_title({**facts, "title": title})
    facts["evidence"] = changed(facts["evidence"], why, owner(graph, plan) or "")
    return fresh


def move_plan(graph: Graph, plan: str, initiative: str, why: str) -> Graph:
    """Make a plan the last of another initiative; its id and its number stay.

    If another plan of that initiative already has the number, the plan gets the next free number
    there. A number that does not begin with that of the initiative is a finding.
    """
    fresh = copied(graph)
    evidence: list[Attributes] = []
    for above, _, key, edge in [*fresh.in_edges(plan, keys=True, data=True)]:
        if edge["type"] == "HAS_PART":
            evidence += edge["evidence"]
            fresh.remove_edge(above, plan, key)
    siblings = [
        (part, edge)
        for _, part, edge in fresh.out_edges(initiative, data=True)
        if edge["type"] == "HAS_PART"
    ]
    seen = changed(evidence, why, owner(graph, plan) or "")
    order = 1 + max((edge["order"] for _, edge in siblings), default=0)
    fresh.add_edge(initiative, plan, "HAS_PART", type="HAS_PART", order=order, evidence=seen)
    _number(fresh, plan, initiative, [part for part, _ in siblings], why)
    return fresh


def _number(graph: Graph, plan: str, initiative: str, siblings: list[str], why: str) -> None:
    facts, group = graph.nodes[plan], number_of(graph.nodes[initiative])
    numbers = {number_of(graph.nodes[part]) for part in siblings}
    if number_of(facts) in numbers:
        place = 1
        while f"{group}-{place}" in numbers:
            place += 1
        facts["number"] = f"{group}-{place}"
        facts["label"] = numbered_title(facts)
        facts["evidence"] = changed(facts["evidence"], why, owner(graph, plan) or "")
    findings = graph.graph["findings"]
    old = [f for f in findings if (f["code"], f["node"]) == (NumberElsewhere.code, plan)]
    graph.graph["findings"] = [f for f in findings if f not in old]
    if number_of(facts).rpartition("-")[0] != group:
        seen = _pieces(facts["evidence"])
        finding = NumberElsewhere.at(plan, seen, plan=number_of(facts), initiative=group)
        graph.graph["findings"].append(asdict(finding))


def _pieces(evidence: list[Attributes]) -> list[Evidence]:
    return [Evidence(**piece) for piece in evidence]
