"""By department (所管課別): a block for each department, those that carry most first.

Where departments stand under divisions (部・局), their blocks stand in those. A plan stands where
its lead department is, and once more with each department that shares it.
"""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.queries.graph_walks import Graph, leaving, of_kind
from keikaku.queries.map_data import Structure
from keikaku.queries.scope import name_of, responsibilities
from keikaku.visualizations.arrangements.layout import Arrangement
from keikaku.visualizations.arrangements.plan_blocks import (
    Block,
    Division,
    Member,
    Size,
    pack,
    pack_within,
)

_ROLES = ("lead", "co", "component")


def arrange(graph: Graph, structure: Structure, size: Size) -> Arrangement | None:
    """Return the arrangement; None where no department is responsible for any plan."""
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
    above = {node: _division(graph, node) for node in held}
    if any(above[node] != node for node in carrying):
        pack_within(made, "Department", _divisions(blocks, above, held), size)
    else:
        pack(made, "Department", blocks, size)
    return made


def _division(graph: Graph, department: str) -> str:
    """Return the highest division above a department; the department itself without one."""
    seen = {department}
    while above := [end for end, _ in leaving(graph, department, "PART_OF") if end not in seen]:
        department = above[0]
        seen.add(department)
    return department


def _divisions(
    blocks: list[Block],
    above: Mapping[str, str],
    held: Mapping[str, dict[str, str]],
) -> list[Division]:
    """Return the divisions, those that lead most first, with the blocks of their departments.

    The division's own plans are a block of their own. A department without a division, and without
    departments below it, is a block alone.
    """
    within: dict[str | None, list[Block]] = {}
    for block in blocks:
        within.setdefault(block.node and above[block.node], []).append(block)
    divisions: list[Division] = []
    for node, inner in within.items():
        if node is None or all(block.node == node for block in inner):
            divisions += [Division(None, [block]) for block in inner]
            continue
        own = [
            block._replace(node=None, text="held-by-division") if block.node == node else block
            for block in inner
        ]
        plans = {plan: role for block in inner if block.node for plan, role in _best(held, block)}
        divisions.append(Division(node, own, _note(plans)))
    order = {id(division): _led(division) for division in divisions}
    return sorted(divisions, key=lambda division: order[id(division)], reverse=True)


def _best(held: Mapping[str, dict[str, str]], block: Block) -> list[tuple[str, str]]:
    """Return the plans of a department with its role, those that it leads last."""
    roles = held[block.node or ""]
    return sorted(roles.items(), key=lambda each: each[1] == "lead")


def _led(division: Division) -> int:
    return sum(not member.why for block in division.blocks for member in block.members)


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
