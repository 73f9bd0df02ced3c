"""The filters of plans: for each parameter, the filter that returns why a plan matches."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from keikaku.queries import plan_filters
from keikaku.queries.graph_walks import Graph
from keikaku.queries.plan_filters import Filter
from keikaku.queries.plans import fact_filters

LINKED: Mapping[str, tuple[str, str]] = {
    "guideline": ("GROUNDED_IN", "Guideline"),
    "partner": ("INVOLVES", "Partner"),
}
"""Parameters that ask for a node to which a plan has a relation: the relation, the node's kind."""


Form = Callable[[Graph, Any, str | None], Filter]
"""Makes a filter from a typed value, within one document or in all."""


def _shared(form: Callable[[Graph, Any], Filter]) -> Form:
    """Return the maker of a filter that is the same for all documents."""
    return lambda graph, typed, _: form(graph, typed)


FILTERS: Mapping[str, Form] = {
    "goal": plan_filters.goal,
    "initiative": plan_filters.initiative,
    "department": plan_filters.department,
    **{
        name: partial(plan_filters.linked, relation, kind)
        for name, (relation, kind) in LINKED.items()
    },
    "sdg": _shared(plan_filters.sdg),
    "year": plan_filters.year,
    "text": _shared(plan_filters.text),
    "category": _shared(fact_filters.category),
    "direction": _shared(fact_filters.direction),
    "level": fact_filters.level,
}
"""The filters except the theme, in the order in which an answer lists their reasons."""
