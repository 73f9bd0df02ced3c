"""The answers that the page shows, by the numbers of nodes and relations (画面の表の答え)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from keikaku.queries.graph_walks import Graph
from keikaku.queries.indicator_course import course
from keikaku.queries.map_answers import Answers, Column, EdgeRef, Load, Measured, Step
from keikaku.queries.path.answer import ENDS, RELATIONS
from keikaku.queries.reachability_model import ENDS_AT_PLAN, KINDS

SHARED_MARKS = ("Theme", "SdgTarget")
"""Kinds that many plans share by a mark: a path uses them only where there is no other way."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of the nodes and relations on the map; those left out have none."""

    nodes: dict[str, int]
    bonds: dict[EdgeRef, int]

    def of_bonds(self, bonds: Iterable[EdgeRef]) -> list[int]:
        return [self.bonds[bond] for bond in bonds if bond in self.bonds]


Actuals = Mapping[str, Sequence[tuple[int, float]]]
"""The values of indicators that a progress form states, by the indicator's id, with their years."""


def serialize_answers(
    graph: Graph, answers: Answers, actuals: Actuals | None = None
) -> dict[str, Any]:
    """Return the answers as far as they are about what is on the map.

    ``ways`` are the relations of a path, ``over`` the kinds that it may pass through, ``shared``
    those that it avoids. ``kinds`` are those that can change; a change stops at a plan that it
    reaches by a relation of ``ends``. ``steps`` and ``starts`` give for a node a list of
    ``[end, relation]``; the rest are lists of what :mod:`keikaku.queries.map_answers` describes.
    """
    numbers = _Numbers(
        {node: at for at, node in enumerate(graph)},
        {
            EdgeRef(one, two, facts["type"]): at
            for at, (one, two, facts) in enumerate(graph.edges(data=True))
        },
    )
    known = numbers.nodes
    return {
        "kinds": KINDS,
        "ends": ENDS_AT_PLAN,
        "ways": RELATIONS,
        "over": ENDS,
        "shared": SHARED_MARKS,
        "steps": _steps(answers.steps.ahead, numbers),
        "starts": _steps(answers.steps.starts, numbers),
        "loads": [
            _load(load, numbers)
            for load in answers.loads
            if load.plan in known and load.department in known
        ],
        "columns": [
            _column(column, numbers) for column in answers.columns if column.theme in known
        ],
        "measured": [
            _measured(each, numbers) | _course(graph.nodes[each.indicator], actuals, each)
            for each in answers.measured
            if each.indicator in known
        ],
    }


def _steps(steps: dict[str, list[Step]], numbers: _Numbers) -> dict[int, list[tuple[int, int]]]:
    return {
        numbers.nodes[node]: [
            (numbers.nodes[end], numbers.bonds[bond])
            for end, bond in edges
            if end in numbers.nodes and bond in numbers.bonds
        ]
        for node, edges in steps.items()
        if node in numbers.nodes
    }


def _load(load: Load, numbers: _Numbers) -> dict[str, Any]:
    return load._asdict() | {
        "department": numbers.nodes[load.department],
        "plan": numbers.nodes[load.plan],
        "bonds": numbers.of_bonds(load.bonds),
    }


def _column(column: Column, numbers: _Numbers) -> dict[str, Any]:
    return {
        "theme": numbers.nodes[column.theme],
        "touches": [
            {
                "plan": numbers.nodes[touch.plan],
                "basis": touch.basis,
                "bonds": numbers.of_bonds(touch.bonds),
            }
            for touch in column.touches
            if touch.plan in numbers.nodes
        ],
        "unknown": [numbers.nodes[plan] for plan in column.unknown if plan in numbers.nodes],
    }


def _course(
    facts: Mapping[str, Any], actuals: Actuals | None, measured: Measured
) -> dict[str, Any]:
    goes = course(facts, (actuals or {}).get(measured.indicator, ()))
    return goes._asdict() | {"points": [point._asdict() for point in goes.points]}


def _measured(measured: Measured, numbers: _Numbers) -> dict[str, Any]:
    return measured._asdict() | {
        "indicator": numbers.nodes[measured.indicator],
        "plan": numbers.nodes[measured.plan],
    }
