"""Graphs drawn in a few strokes: plans, who answers for them, what rests on what."""

from __future__ import annotations

from typing import Any

from keikaku.graph import network
from keikaku.graph.records import Edge, Evidence, Node, Records
from keikaku.queries.graph_walks import Graph

DOC = "kaede-2025"
CITY = "かえで市"


def drawn(
    *needs: str,
    held: dict[str, list[str]] | None = None,
    grounded: dict[str, list[str]] | None = None,
    related: dict[str, float] | None = None,
    goals: dict[str, str] | None = None,
    due: dict[str, int] | None = None,
) -> Graph:
    """A graph of plans.

    ``needs`` are stated dependencies (``"1-1-1>1-1-2"``: the first depends on the second);
    ``held`` the departments of plans, the lead first; ``grounded`` the guidelines of plans;
    ``related`` inferred relations by score (``{"1-1-1~1-1-3": 0.5}``); ``goals`` the goal of
    plans, ``due`` the fiscal year of their target. A guideline that begins with the city's name is
    its own.
    """
    pairs = [tuple(need.split(">")) for need in needs]
    near = {tuple(pair.split("~")): score for pair, score in (related or {}).items()}
    numbers = {n for pair in [*pairs, *near] for n in pair} | {*(held or {}), *(grounded or {})}
    departments = sorted({name for names in (held or {}).values() for name in names})
    rules = sorted({name for names in (grounded or {}).values() for name in names})
    nodes = [
        Node(DOC, "PlanDocument", "計画", {"title": "計画"}),
        *(Node(_plan(n), "Plan", n, {"number": n, "title": f"計画{n}"}) for n in sorted(numbers)),
        *(Node(_department(d), "Department", d, {"name": d}) for d in departments),
        *(Node(_rule(r), "Guideline", r, {"name": r, "type": "law"}) for r in rules),
    ]
    edges = [
        Edge(_plan(a), _plan(b), "DEPENDS_ON", _stated(a, b), _seen(f"{b}と連携し"))
        for a, b in pairs
    ]
    edges += [
        Edge(_department(name), _plan(n), "RESPONSIBLE_FOR", _role(order), _seen(name))
        for n, names in (held or {}).items()
        for order, name in enumerate(names, 1)
    ]
    edges += [
        Edge(_plan(n), _rule(name), "GROUNDED_IN", {}, _seen(name))
        for n, names in (grounded or {}).items()
        for name in names
    ]
    edges += [
        Edge(_plan(a), _plan(b), "RELATED_TO", {"score": score, "reasons": ["theme:DX"]})
        for (a, b), score in near.items()
    ]
    for goal in sorted(set((goals or {}).values())):
        facts = {"number": goal, "title": f"目標{goal}"}
        nodes.append(Node(f"{DOC}/goal/{goal}", "Goal", goal, facts))
        nodes.append(
            Node(f"{DOC}/initiative/{goal}", "Initiative", goal, {**facts, "number": f"{goal}-1"})
        )
        above = f"{DOC}/initiative/{goal}"
        edges.append(Edge(DOC, f"{DOC}/goal/{goal}", "HAS_PART", {"order": 1}))
        edges.append(Edge(f"{DOC}/goal/{goal}", above, "HAS_PART", {"order": 1}))
    edges += [
        Edge(f"{DOC}/initiative/{goal}", _plan(n), "HAS_PART", {"order": 1})
        for n, goal in (goals or {}).items()
    ]
    for number, year in (due or {}).items():
        target = {"value": 1, "unit": "件", "as_of": f"{year}年度末"}
        measured = f"{DOC}/indicator/{number}/1"
        indicator: dict[str, Any] = {"name": "件数", "measurable": True, "target": target}
        nodes.append(Node(measured, "Indicator", "件数", indicator))
        edges.append(Edge(_plan(number), measured, "MEASURED_BY", {"order": 1}))
    about = {"id": DOC, "title": "計画", "municipality": CITY, "first_year": 2025}
    head = {**about, "last_year": 2028, "source": "kaede.txt", "sha256": "0"}
    return network.from_records(Records(head, nodes, edges, []))


def _rule(name: str) -> str:
    return f"{CITY}/guideline/{name}" if name.startswith(CITY) else f"guideline/{name}"


def _plan(number: str) -> str:
    return f"{DOC}/plan/{number}"


def _department(name: str) -> str:
    return f"{CITY}/department/{name}"


def _stated(_: str, other: str) -> dict[str, Any]:
    return {"reason": "names_plan", "words": f"{other}と連携し"}


def _role(order: int) -> dict[str, Any]:
    return {"role": "lead" if order == 1 else "co", "order": order}


def _seen(quote: str) -> list[Evidence]:
    return [Evidence(DOC, 1, "本文", quote)]
