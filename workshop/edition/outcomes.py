"""``workshop next``: the graph of the next edition, and what became of each plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from keikaku.graph.merging import owner
from keikaku.graph.network import Graph
from keikaku.queries.answers import Answer, drop_none
from keikaku.workshop import decisions as decided
from keikaku.workshop.edition.build_graph import build
from keikaku.workshop.edition.period import Period
from keikaku.workshop.edition.renumber import EditionPlan, make
from keikaku.workshop.progress import Progress


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """A plan of this edition and the plan that continues it; either may be None."""

    number: str | None
    title: str | None
    decision: str
    next_number: str | None
    next_title: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Edition:
    """The next edition in numbers: its plans, and targets that must be renewed."""

    document: str
    title: str
    first_year: int
    last_year: int
    plans: int
    decisions: dict[str, int]
    to_renew: int


def next_edition(
    graph: Graph,
    decisions: Path,
    *,
    period: Period | None = None,
    progress: Progress | None = None,
    gaps: str = "fail",
) -> tuple[Graph, Answer[PlanOutcome]]:
    """Return one graph with the next edition before this one, and what became of each plan.

    Raises:
        OpenDecisionsError: conflicts, gaps or impossible decisions are open; all are listed.
        KeikakuError: the decisions cannot be read, or the period or id is not valid.
    """
    made = make(graph, decided.read(decisions), period, gaps=gaps)
    both = build(graph, made, progress)
    rows = list(_rows(made))
    head, new = made.head, str(made.head["id"])
    renew = sum(
        finding["code"] == "target-to-renew" and owner(both, str(finding["node"])) == new
        for finding in both.graph["findings"]
    )
    total = Edition(
        new,
        head["title"],
        head["first_year"],
        head["last_year"],
        len(made.plans),
        dict(Counter(row.decision for row in rows)),
        renew,
    )
    notes = [problem.located_message for problem in made.warnings]
    parameters = drop_none(decisions=str(decisions), gaps=None if gaps == "fail" else gaps)
    return both, Answer("workshop next", parameters, rows, totals=[total], notes=notes)


def _rows(made: EditionPlan) -> Iterator[PlanOutcome]:
    """Yield the old plans in their order, then the new ones."""
    after = {old: plan for plan in made.plans for old in (plan.root, *plan.merged) if old}
    for number, outcome in made.outcomes.items():
        plan = after.get(number)
        settled = outcome.entry.settled
        reasons = [said.reason for said in outcome.entry.said if said.reason]
        reason = settled.why if settled else "\n".join(dict.fromkeys(reasons))
        yield PlanOutcome(
            number,
            outcome.entry.title,
            outcome.change.decision or "continue",
            plan.number if plan else None,
            plan.title if plan else None,
            reason or None,
        )
    for plan in made.plans:
        if plan.root is None:
            yield PlanOutcome(None, None, "new", plan.number, plan.title, None)
