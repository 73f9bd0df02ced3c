"""The groups to which the nodes found belong, and what a group shows of them (区分)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from keikaku.queries.expressions.field import Field
from keikaku.queries.expressions.kinds_to_find import FINDING
from keikaku.queries.find.request import Request
from keikaku.queries.find.rows import FoundNode

_ALL = "all"


def keys_of(candidate: FoundNode, by: Field | None) -> Iterable[tuple[str | None, str]]:
    """Return the groups to which a node belongs: the id, if it is a node, and the name."""
    if by is None:
        return [(None, _ALL)]
    values = candidate.values[by.key]
    if not values:
        return [] if _open(candidate, by) else [(None, "")]
    if by.type == "name":
        return [(node, name) for node, name in values]
    return [(None, str(value)) for value in values]


def possible_keys(candidate: FoundNode, by: Field | None) -> Iterable[tuple[str | None, str]]:
    """Return the groups to which a node may belong: where its marks cannot be read, any of these.

    A node of which no value is sure may also be in none of them.
    """
    if by is None or not (doubts := _open(candidate, by)):
        return []
    sure = candidate.values[by.key]
    held = {name for _, name in sure}
    none = [] if sure else [(None, "")]
    possible = sorted({name for name in doubts if isinstance(name, str)} - held)
    return [*none, *((f"{_PREFIX[by.leads_to or '']}{name}", name) for name in possible)]


_PREFIX = {"Theme": "theme/"}


def _open(candidate: FoundNode, by: Field) -> list[Any]:
    """Return what the source leaves open of the values by which nodes are grouped."""
    return (
        [*filter(None, candidate.values.get(by.doubt.fact, []))]
        if by.doubt and by.type == "name"
        else []
    )


def member_of(node: FoundNode, request: Request) -> str:
    """Return what a group shows for a node: its number; for a finding, its plan."""
    is_finding = request.kind == FINDING
    return node.number or (node.plan if is_finding else None) or node.name
