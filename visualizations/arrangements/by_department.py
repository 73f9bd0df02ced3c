"""By department (所管課別): a block for each department, those that carry most first.

A plan stands where its lead department is, and once more with each department that shares it.
"""

from __future__ import annotations

from keikaku.queries.graph_walks import Graph, of_kind
from keikaku.queries.map_data import Structure
from keikaku.queries.scope import name_of, responsibilities
from keikaku.visualizations.arrangements.layout import Arrangement
from keikaku.visualizations.arrangements.plan_blocks import Block, Member, Size, pack

_ROLES = ("lead", "co", "component")


def arrange(graph: Graph, structure: Structure, size: Size) -> Arrangement | None:
    """Return the arrangement; None where nobody is told to be responsible."""
    held: dict[str, dict[str, str]] = {node: {} for node, _ in of_kind(graph, "Department")}
    free = []
    for plan in structure.parts:
        duties = responsibilities(graph, plan)
        for duty in duties:
            role = duty.role if duty.holder == plan else "component"
            known = held[duty.department].get(plan, role)
            held[duty.department][plan] = min(known, role, key=_ROLES.index)
        if not any(duty.holder == plan and duty.role == "lead" for duty in duties):
            free.append(plan)
    if not any(held.values()):
        return None
    carrying = [node for node in held if held[node]]
    carrying.sort(key=lambda node: (*_load(held[node]), name_of(graph, node), node))
    blocks = [Block(node, _members(held[node]), note=_note(held[node])) for node in carrying]
    if free:
        blocks.append(Block(None, [Member(plan) for plan in free], "no-lead", str(len(free))))
    made = Arrangement("department", ("Department", "Plan"))
    pack(made, "Department", blocks, size)
    return made


def _load(held: dict[str, str]) -> tuple[int, int]:
    """Return what to sort by: most plans as the lead, then most at all."""
    return -sum(role == "lead" for role in held.values()), -len(held)


def _members(held: dict[str, str]) -> list[Member]:
    """Return the plans of a department, those that it leads first."""
    led = sorted(held, key=lambda plan: _ROLES.index(held[plan]))
    return [Member(plan, "" if held[plan] == "lead" else f"code:{held[plan]}") for plan in led]


def _note(held: dict[str, str]) -> str:
    led = sum(role == "lead" for role in held.values())
    return f"{led}" if led == len(held) else f"{led}＋{len(held) - led}"
