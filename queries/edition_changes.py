"""What became of each plan from one edition to another (継続・見直し・統合・廃止・新規)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from keikaku.queries.compare.answer import PlanChange

EditionChange = Literal["kept", "revised", "merged", "split", "dropped", "added"]

_WHOLE: tuple[EditionChange, ...] = ("added", "dropped", "merged", "split")
"""Changes that describe a whole row; any other is a revision of a plan that continues."""


def change_of(row: PlanChange) -> EditionChange:
    """Return what became of the plans of a row."""
    for change in _WHOLE:
        if change in row.changes:
            return change
    return "revised" if row.changes else "kept"


def changes_by_plan(
    rows: Iterable[PlanChange],
) -> dict[str, tuple[str, list[str]]]:
    """Return for the id of each plan what became of it, and the plans of the other edition."""
    changes: dict[str, tuple[str, list[str]]] = {}
    for row in rows:
        change = change_of(row)
        for own, others in ((row.old, row.new), (row.new, row.old)):
            changes |= {plan.id: (change, [each.id for each in others]) for plan in own}
    return changes
