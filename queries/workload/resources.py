"""Money and work that plans need or save, by department (予算・人工).

A budget of a plan is divided evenly among the departments that answer for it, as the plan itself is
in the fractional count (按分), so the column of a year and stage adds up to what the plans state.
Stages are never added together, because the money planned, budgeted and spent is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum
from typing import Any

from keikaku.graph.kinds import KIND
from keikaku.queries.graph_walks import Graph, leaving

STAGES = next(fact.choices for fact in KIND["Budget"].facts if fact.name == "stage")
AMOUNTS = ("total", "personnel_cost", "hours", "persons")
"""The facts of budgets that are summed up: yen, yen, hours, persons."""

_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Resources:
    """What is planned, budgeted, spent, requested or saved (``stage``) in a fiscal year.

    ``total`` and ``personnel_cost`` in yen, ``hours`` of work, ``persons`` at work; None where no
    budget states it.
    """

    year: int
    stage: str
    total: float | None
    personnel_cost: float | None
    hours: float | None
    persons: float | None


Share = tuple[int, Mapping[str, Any]]
"""The number of departments among which a budget is divided, and its facts."""


def budgets_of(graph: Graph, plan: str) -> list[Mapping[str, Any]]:
    """Return the facts of the budgets of a plan."""
    return [graph.nodes[end] for end, _ in leaving(graph, plan, "HAS_BUDGET")]


def resources(shares: Iterable[Share]) -> list[Resources]:
    """Return the sums of shares of budgets, by year, then by stage as declared.

    >>> resources([(2, {"fiscal_year": 2025, "stage": "plan", "total": 30, "hours": 1.5})])[0].total
    15
    """
    grouped: dict[tuple[int, int], list[Share]] = defaultdict(list)
    for among, facts in shares:
        grouped[facts["fiscal_year"], STAGES.index(facts["stage"])].append((among, facts))
    return [
        Resources(year, STAGES[stage], *(_sum(held, name) for name in AMOUNTS))
        for (year, stage), held in sorted(grouped.items(), key=lambda each: each[0])
    ]


def _sum(shares: list[Share], name: str) -> float | None:
    known = [facts[name] / among for among, facts in shares if facts.get(name) is not None]
    if not known:
        return None
    total = round(fsum(known), _DIGITS)
    return int(total) if total.is_integer() else total
