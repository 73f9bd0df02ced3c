"""How concentrated the plans of a document are: counts divided among departments, HHI, Gini.

Definitions and sources are in :mod:`keikaku.queries.workload.answer`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

DIGITS = 4
"""The number of digits of shares, fractions and indexes."""


@dataclass(frozen=True, slots=True)
class Concentration:
    """How the plans of a document are distributed over their departments.

    ``unassigned`` plans have no department; ``even`` is the reciprocal of ``hhi``. Without
    departments an index is None.
    """

    document: str
    departments: int
    plans: int
    unassigned: int
    hhi: float | None
    gini: float | None
    even: float | None


def concentration(document: str, plans: int, unassigned: int, loads: list[float]) -> Concentration:
    """Return how plans are distributed over departments with these loads (fractional counts)."""
    index = hhi(loads)
    return Concentration(
        document,
        len(loads),
        plans,
        unassigned,
        _rounded(index),
        _rounded(gini(loads)),
        None if index is None else round(1 / index, 1),
    )


def fractional(divided: Iterable[int]) -> float:
    """Return the fractional count of plans, each divided among so many departments.

    It does not depend on the order of the numbers.

    >>> fractional([1, 2, 5])
    1.7
    """
    return fsum(1 / among for among in divided)


def hhi(loads: list[float]) -> float | None:
    """Return Herfindahl–Hirschman index of loads, 1/n to 1; None where there is no load.

    >>> hhi([1, 1, 1, 1]), hhi([4, 0])
    (0.25, 1.0)
    """
    total = fsum(loads)
    return fsum((load / total) ** 2 for load in loads) if total else None


def gini(loads: list[float]) -> float | None:
    """Return Gini coefficient of loads, 0 to (n - 1)/n; None where there is no load.

    >>> gini([1, 1]), gini([0, 4])
    (0.0, 0.5)
    """
    total, n = fsum(loads), len(loads)
    if not total:
        return None
    weighted = fsum(place * load for place, load in enumerate(sorted(loads), 1))
    return 2 * weighted / (n * total) - (n + 1) / n


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DIGITS)
