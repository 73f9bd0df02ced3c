"""Departments (所管課) merged, split and renamed; a plan handed over to one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from keikaku.graph.changes.rebuild import (
    Node,
    changed,
    copied,
    involve_no_one_twice,
    merge_attributes,
    replaced,
)
from keikaku.graph.fact_merge import united
from keikaku.graph.merging import owner
from keikaku.graph.network import Attributes, Graph


def merge_departments(graph: Graph, departments: Sequence[str], name: str, why: str) -> Graph:
    """Merge departments into one of that name, which takes over all their responsibilities.

    The department of that name is made if it does not exist, near the first of them. The names that
    disappear become its other names (旧称), so that it is found by them.
    """
    into = _of_name(graph, departments[0], name)
    gone = [*dict.fromkeys([*departments, *([into] if into in graph else [])])]
    facts = _facts(graph, gone, name, why)
    heirs = {each: [(into, facts)] for each in gone}
    return replaced(_freed(graph, name, gone), heirs, lambda *_: into, why)


def rename_department(graph: Graph, department: str, name: str, why: str) -> Graph:
    """Give a department another name; the old one stays as another name of it (旧称)."""
    return merge_departments(graph, [department], name, why)


def split_department(
    graph: Graph,
    department: str,
    heirs: Mapping[str, str],
    rest: str,
    names: Sequence[str],
    why: str,
) -> Graph:
    """Split a department into several, those of ``names`` in this order.

    ``heirs`` maps the id of a plan or a component to the department that takes it over; whatever is
    not in it goes to ``rest``.
    """
    ids = {name: _of_name(graph, department, name) for name in names}
    freed = graph
    for name in names:
        freed = _freed(freed, name, [department])
    parts: list[Node] = []
    for name, node in ids.items():
        known = [node] if node in graph else []
        facts = _facts(graph, known, name, why)
        proof = changed(graph.nodes[department]["evidence"], why)
        facts["evidence"] = facts["evidence"] + [e for e in proof if e not in facts["evidence"]]
        parts.append((node, facts))
    there = {node: [(node, facts)] for node, facts in parts if node in graph}

    def heir(node: str, other: str) -> str:
        return ids[heirs.get(other, rest)] if node == department else node

    return replaced(freed, {**there, department: parts}, heir, why)


def hand_over(graph: Graph, plan: str, department: str, why: str) -> Graph:
    """Let another department take the lead of a plan, with the components that the lead had.

    A department that was responsible for the plan already becomes its lead. The department that
    was the lead has no part in the plan any more. Other departments keep their parts.
    """
    fresh = copied(graph)
    components = [end for _, end in graph.out_edges(plan) if _is(graph, end, "Component")]
    evidence: list[Attributes] = []
    order = 1
    for lead, _, facts in [*fresh.in_edges(plan, data=True)]:
        if facts["type"] != "RESPONSIBLE_FOR" or facts["role"] != "lead":
            continue
        evidence += facts["evidence"]
        order = facts["order"]
        for held in (plan, *components):
            if lead != department and fresh.has_edge(lead, held, "RESPONSIBLE_FOR"):
                responsibility = dict(fresh.edges[lead, held, "RESPONSIBLE_FOR"])
                fresh.remove_edge(lead, held, "RESPONSIBLE_FOR")
                _answer(fresh, department, held, responsibility, why)
    lead = {"type": "RESPONSIBLE_FOR", "role": "lead", "order": order, "evidence": evidence}
    _answer(fresh, department, plan, lead, why)
    involve_no_one_twice(fresh, {department})
    return fresh


def _answer(graph: Graph, department: str, held: str, facts: Attributes, why: str) -> None:
    document = owner(graph, held) or ""
    facts["evidence"] = changed(facts["evidence"], why, document)
    if graph.has_edge(department, held, "RESPONSIBLE_FOR"):
        known = graph.edges[department, held, "RESPONSIBLE_FOR"]
        if known["role"] != facts["role"]:
            known = {**known, "evidence": changed(known["evidence"], why, document)}
        facts = merge_attributes(known, facts)
    graph.add_edge(department, held, "RESPONSIBLE_FOR", **facts)


def _is(graph: Graph, node: str, kind: str) -> bool:
    return bool(graph.nodes[node]["kind"] == kind)


def _of_name(graph: Graph, beside: str, name: str) -> str:
    """Return the id of the department of that name, near another department.

    It may be there already; else the id is a new one.
    """
    place = beside.rpartition("/")[0]
    for node, facts in graph.nodes(data=True):
        if facts["kind"] == "Department" and facts["name"] == name and _in(node, place):
            return node
    wanted = f"{place}/{name}" if place else name
    free, count = wanted, 1
    while free in graph:
        count += 1
        free = f"{wanted}-{count}"
    return free


def _in(node: str, place: str) -> bool:
    return node.rpartition("/")[0] == place


def _facts(graph: Graph, departments: Iterable[str], name: str, why: str) -> Attributes:
    """Return the facts of a department that takes the place of others."""
    departments_before = [graph.nodes[each] for each in departments]
    known = [
        alias
        for each in departments_before
        for alias in (each["name"], *(each.get("aliases") or ()))
    ]
    aliases = [alias for alias in dict.fromkeys(known) if alias and alias != name]
    evidence: list[Attributes] = []
    for each in departments_before:
        seen = each["evidence"] if each["name"] == name else changed(each["evidence"], why)
        evidence = united(evidence, seen)
    facts = {"kind": "Department", "label": name, "name": name, "evidence": evidence}
    return {**facts, **({"aliases": aliases} if aliases else {})}


def _freed(graph: Graph, name: str, but: Sequence[str]) -> Graph:
    """Return the graph in which no other department has that name for an alias."""
    held = [
        node
        for node, facts in graph.nodes(data=True)
        if facts["kind"] == "Department"
        and facts["name"] != name
        and node not in but
        and name in (facts.get("aliases") or ())
    ]
    if not held:
        return graph
    heirs: dict[str, list[Node]] = {}
    for node in held:
        facts = dict(graph.nodes[node])
        facts["aliases"] = [alias for alias in facts["aliases"] if alias != name]
        heirs[node] = [(node, facts)]
    return replaced(graph, heirs, lambda node, _: node, "")
