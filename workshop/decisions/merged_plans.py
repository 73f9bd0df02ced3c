"""Which plans become one: each merge is followed to the plan that continues."""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.workshop.decisions.decision_records import Change


class Merges:
    """The merges among plans, by their numbers."""

    def __init__(self, changes: Mapping[str, Change]) -> None:
        self._changes = changes

    def decision(self, number: str) -> str | None:
        """Return what becomes of a plan."""
        return self._changes.get(number, Change()).decision

    def others(self, number: str) -> tuple[str, ...]:
        """Return the plans that a plan is merged with; none where it is not merged."""
        change = self._changes.get(number, Change())
        return change.merge_with if change.decision == "merge" else ()

    def ends(self, number: str) -> list[str]:
        """Return the plans in which a plan continues, in order: one, if the merges are valid.

        None for merges in a circle. A plan that is not merged continues as itself.
        """
        seen: set[str] = set()
        ends: list[str] = []
        ahead = [number]
        while ahead:
            at = ahead.pop(0)
            if at in seen:
                continue
            seen.add(at)
            if self.decision(at) == "merge":
                ahead += self.others(at)
            else:
                ends.append(at)
        return ends

    def cycle(self, number: str) -> list[str]:
        """Return the plans along the first merges from a plan, up to the first repeated plan."""
        path = [number]
        while others := self.others(path[-1]):
            path.append(others[0])
            if others[0] in path[:-1]:
                break
        return path
