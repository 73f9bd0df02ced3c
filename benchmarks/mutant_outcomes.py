"""What became of the places that :mod:`benchmarks.mutants` measures: kept, and reported."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.mutations import Mutation


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one place.

    ``noticed``, ``too long``, ``survived``, ``not run`` or ``by a server`` (not measured).
    """

    file: str
    line: int
    kind: str
    before: str
    after: str
    outcome: str
    tests: int
    left_out: int
    seconds: float
    by: str
    """The test that noticed."""


def more_to_run(outcomes: list[Outcome]) -> list[int]:
    """Return the numbers of those that survived, but that tests were left out for."""
    return [at for at, one in enumerate(outcomes) if one.outcome == "survived" and one.left_out]


def written_down(
    mutations: list[Mutation], results: Path, measured: Callable[[Mutation], Outcome]
) -> list[Outcome]:
    """Return the outcome of each place: from the file, or measured now and put at its end."""
    lines = results.read_text(encoding="utf-8").splitlines() if results.exists() else []
    outcomes = [Outcome(**json.loads(line)) for line in lines[: len(mutations)]]
    with results.open("a", encoding="utf-8") as file:
        for mutation in mutations[len(outcomes) :]:
            outcomes.append(measured(mutation))
            file.write(f"{json.dumps(asdict(outcomes[-1]), ensure_ascii=False)}\n")
            file.flush()
    return outcomes


def report(outcomes: list[Outcome]) -> None:
    """Print how many survived, and which."""
    for one in outcomes:
        if one.outcome in {"survived", "not run"}:
            change = f"{one.kind}: {one.before!r} -> {one.after!r}"
            ran = f"{one.tests} tests" + (f", {one.left_out} left out" if one.left_out else "")
            print(f"{one.outcome}: {one.file}:{one.line} {change} ({ran})")
    counts = Counter(one.outcome for one in outcomes)
    places_run = len(outcomes) - counts["by a server"]
    alive = counts["survived"] + counts["not run"]
    print(dict(counts), f"{alive} of {places_run} places live: {alive / max(places_run, 1):.1%}")
