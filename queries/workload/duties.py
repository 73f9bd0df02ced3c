"""Which departments, or their divisions (部・局), answer for which parts of a plan."""

from __future__ import annotations

from keikaku.graph.errors import KeikakuError
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.queries.graph_walks import Graph, leaving, parts
from keikaku.queries.scope import responsibilities

LEVELS = next(fact.choices for fact in KIND["Department"].facts if fact.name == "level")
"""The levels of departments by which rows may be grouped."""

_ROLES = ("lead", "co", "part")
_NO_SUCH_LEVEL = Text(
    "組織の階層「{typed}」は使えません。{choices} から選んでください。",
    "no such level '{typed}'; choose one of {choices}.",
)

Held = dict[str, tuple[str, list[str]]]
"""For each department its role (lead, co, part), and what it holds: the plan, or parts."""


def checked_level(typed: str | None) -> str | None:
    """Return the level by which rows are grouped.

    Raises:
        KeikakuError: there is no such level.
    """
    if typed is None or typed in LEVELS:
        return typed
    raise KeikakuError(_NO_SUCH_LEVEL.format(typed=typed, choices=", ".join(LEVELS)))


def held_by(graph: Graph, plan: str, level: str | None = None) -> Held:
    """Return what each department holds of a plan; with a level, each one of that level.

    Components that name no department, and the steps of the logic model, are held with the plan.
    """
    components = [part for part, _ in parts(graph, plan, "Component")]
    steps = [part for part, _ in parts(graph, plan, "LogicStep")]
    all_duties = responsibilities(graph, plan)
    with_duties = {duty.holder for duty in all_duties}
    with_plan = [plan, *(part for part in components if part not in with_duties), *steps]
    held: Held = {}
    for duty in all_duties:
        if duty.holder == plan:
            held[duty.department] = ("lead" if duty.role == "lead" else "co", [*with_plan])
        else:
            _, holders = held.setdefault(duty.department, ("part", []))
            holders.append(duty.holder)
    return held if level is None else _gathered(graph, held, level)


def _gathered(graph: Graph, held: Held, level: str) -> Held:
    """Return the same by the departments of a level; the first of the roles counts."""
    duties: Held = {}
    for department, (role, holders) in held.items():
        unit = unit_of(graph, department, level)
        known, there = duties.get(unit, (role, []))
        duties[unit] = (min(role, known, key=_ROLES.index), [*there, *holders])
    return duties


def units_of(level: str) -> list[str]:
    """Return a level and those below it, from the lowest to the level itself."""
    return [*LEVELS[LEVELS.index(level) :]][::-1]


def unit_of(graph: Graph, department: str, level: str) -> str:
    """Return the highest department, up to a level, that one is or is part of.

    Of several the nearest, then the first by id; the department itself without a level. A section
    directly below a bureau counts as itself among divisions.
    """
    units = units_of(level)
    best, highest = department, -1
    seen, ahead = {department}, [department]
    while ahead:
        for node in sorted(ahead):
            printed_level = graph.nodes[node].get("level")
            if printed_level in units and units.index(printed_level) > highest:
                best, highest = node, units.index(printed_level)
        above = {end for node in ahead for end, _ in leaving(graph, node, "PART_OF")}
        ahead = sorted(above - seen)
        seen |= above
    return best
