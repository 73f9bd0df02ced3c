"""The filters of ``indicators`` as conditions of the language of ``find`` (条件式の省略形)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from keikaku.queries.answers import drop_none
from keikaku.queries.cypher.directory import Directory
from keikaku.queries.expressions.resolve import Resolved, Test, resolve
from keikaku.queries.expressions.shorthand import meaning_of, of_name
from keikaku.queries.expressions.tree import ABSENT, PRESENT, And, Comparison, Tree

FILTERS: Mapping[str, Callable[[Any], Tree]] = {
    "without_baseline": lambda _: And(
        (
            Comparison("measurable", "=", PRESENT),
            Comparison("target", "=", PRESENT),
            Comparison("baseline", "=", ABSENT),
        )
    ),
    "at_target": lambda _: Comparison("at_target", "=", PRESENT),
    "unit": of_name("unit"),
    "role": of_name("role"),
    "department": of_name("department"),
}
"""The condition behind each parameter."""


class Request(NamedTuple):
    """A condition on indicators, and how it was understood.

    ``departments`` are the ids of the department that is meant.
    """

    condition: Resolved | None
    departments: list[str]
    parameters: dict[str, Any]


def request_of(directory: Directory, within: str | None, **typed: Any) -> Request:
    """Return what the parameters of ``indicators`` ask for, against the names of a graph.

    Raises:
        KeikakuError: a name, a unit or a role is unknown or ambiguous.
    """
    parts = {
        name: resolve(directory, "Indicator", condition(typed[name]), within)
        for name, condition in FILTERS.items()
        if typed.get(name)
    }
    meanings = {name: meaning_of(part, typed[name]) for name, part in parts.items()}
    of_department = parts.get("department")
    return Request(
        ("and", tuple(parts.values())) if parts else None,
        [*of_department.values] if isinstance(of_department, Test) else [],
        drop_none(**meanings),
    )
