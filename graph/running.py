"""When something runs: the fiscal years in which it surely does, and those in which it may.

A milestone runs from its first to its last year; where the source leaves open whether it goes on
(``continues: unknown``), it may run up to its latest year; an action of which only the head of an
arrow is printed may run from its earliest year on. Code that counts or draws years keeps ``stated``
and ``possible`` apart, and never adds them up silently.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple

Certainty = Literal["stated", "possible"]


class Run(NamedTuple):
    """From ``first`` to ``last`` surely; perhaps from ``earliest`` on, and up to ``latest``."""

    first: int
    last: int
    latest: int
    earliest: int | None = None

    def certainty(self, year: int) -> Certainty | None:
        """Return how sure it is that it runs in a year, None where it does not."""
        if self.first <= year <= self.last:
            return "stated"
        before = self.earliest is not None and self.earliest <= year < self.first
        return "possible" if before or self.last < year <= self.latest else None

    def years(self) -> dict[int, Certainty]:
        """Return every year in which it runs or may run, in order."""
        begin = self.first if self.earliest is None else min(self.earliest, self.first)
        before: dict[int, Certainty] = dict.fromkeys(range(begin, self.first), "possible")
        stated: dict[int, Certainty] = dict.fromkeys(range(self.first, self.last + 1), "stated")
        after: dict[int, Certainty] = dict.fromkeys(
            range(self.last + 1, self.latest + 1), "possible"
        )
        return before | stated | after


def run(
    first: int | None,
    last: int | None,
    latest: int | None = None,
    earliest: int | None = None,
) -> Run | None:
    """Return the run that begins and ends so, or None for what has no year.

    >>> run(2022, 2022, 2024)
    Run(first=2022, last=2022, latest=2024, earliest=None)
    """
    if first is None:
        return None
    end = first if last is None else last
    return Run(first, end, max(end, latest or end), earliest)


def run_of(facts: Mapping[str, Any]) -> Run | None:
    """Return when a milestone, or an action by its bare arrow, runs; None for what has no year."""
    latest = facts.get("latest_year") if facts.get("continues") == "unknown" else None
    return run(facts.get("first_year"), facts.get("last_year"), latest, facts.get("earliest_year"))


def years_of(runs: Iterable[Run | None]) -> dict[int, Certainty]:
    """Return the years of several runs together, in order; what one states is stated.

    >>> years_of([Run(2022, 2022, 2023), Run(2023, 2024, 2024)])
    {2022: 'stated', 2023: 'stated', 2024: 'stated'}
    """
    certainties: dict[int, Certainty] = {}
    for each in runs:
        for year, certainty in (each.years() if each else {}).items():
            if certainties.get(year) != "stated":
                certainties[year] = certainty
    return dict(sorted(certainties.items()))
