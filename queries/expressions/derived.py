"""Facts of an indicator that its target and baseline give together: gap, reached (算出する項目)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from keikaku.graph.measures import at_target, holds_bound, units_of

Facts = dict[str, Any]


def _ends(facts: Facts) -> list[tuple[Any, Any]]:
    """Return [baseline and target] where each is one number, no range; else []."""
    ends = [(facts.get(name) or {}).get("value") for name in ("baseline", "target")]
    return [] if at_target(facts) is None or None in ends else [(ends[0], ends[1])]


def _year_of(measure: Facts | None) -> list[Any]:
    """Return [the year that a measure states]; [] where it states none."""
    year = (measure or {}).get("fiscal_year")
    return [] if year is None else [year]


def _reached(facts: Facts) -> list[Any]:
    """Return [whether a target is reached]; [] where that is unknown.

    What is to be kept (維持) is reached where it stands exactly at its target; else nothing says
    which side is the better one.
    """
    reached = at_target(facts)
    if facts.get("direction") == "maintain" and not holds_bound(facts):
        return [True] if any(start == end for start, end in _ends(facts)) else []
    return [] if reached is None else [reached]


DERIVED: dict[str, Callable[[Facts], list[Any]]] = {
    "gap": lambda facts: [end - start for start, end in _ends(facts)],
    "gap_size": lambda facts: [abs(end - start) for start, end in _ends(facts)],
    "rate": lambda facts: [end / start for start, end in _ends(facts) if start],
    "reached": _reached,
    "at_target": lambda facts: [known for known in (at_target(facts),) if known is not None],
    "unit": lambda facts: sorted(units_of(facts)),
    "target_year": lambda facts: _year_of(facts.get("target")),
    "baseline_year": lambda facts: _year_of(facts.get("baseline")),
}
"""The computed fields, by their key; each value is a list, empty where it is unknown."""
