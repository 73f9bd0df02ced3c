"""Whole-process times as ratios to Python's own start: ``python -m benchmarks.startup``.

The floor is ``python -c "import typer, pydantic, networkx"``. All commands run in turn, round after
round, so that what else the machine does falls on each alike; the medians are compared. Exits 1 if
a ratio is above its limit.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

EXAMPLE = Path(__file__).parents[1] / "examples" / "midorino-2026-plan.txt"
KEIKAKU = (sys.executable, "-c", "from cli.main import main; main()")
FLOOR = "import typer, pydantic, networkx"


class Timed(NamedTuple):
    """A command and the most that it may take, in floors."""

    name: str
    command: Sequence[str]
    limit: float


def commands(source: Path, out: Path) -> list[Timed]:
    """The floor, then the commands that are held to it."""
    theme = "キャッシュレス"
    load = (*KEIKAKU, "load", str(source), "--out", str(out))
    return [
        Timed("floor", (sys.executable, "-c", FLOOR), 1.0),
        Timed(f"plans --theme {theme}", (*KEIKAKU, "plans", "--theme", theme), 1.3),
        Timed("plan 1-1-1", (*KEIKAKU, "plan", "1-1-1"), 1.3),
        Timed("workload", (*KEIKAKU, "workload"), 1.3),
        Timed("impact 5レス", (*KEIKAKU, "impact", "5レス"), 1.3),
        Timed("themes", (*KEIKAKU, "themes"), 1.3),
        Timed("bridges", (*KEIKAKU, "bridges"), 1.3),
        Timed(f"ask {theme}に関わる計画", (*KEIKAKU, "ask", f"{theme}に関わる計画"), 1.3),
        Timed("check --format json", (*KEIKAKU, "check", "--format", "json"), 1.3),
        Timed(f"load {source.name}", load, 2.0),
    ]


def seconds(command: Sequence[str]) -> float:
    """How long a command takes as a whole process."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def measure(timed: Sequence[Timed], rounds: int) -> list[float]:
    """The median seconds of each command over the rounds, after one that is not counted."""
    taken: list[list[float]] = [[] for _ in timed]
    for _ in range(rounds + 1):
        for times, each in zip(taken, timed, strict=True):
            times.append(seconds(each.command))
    return [statistics.median(times[1:]) for times in taken]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and say by the exit code whether all is within its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, default=EXAMPLE, help="the source to load")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        timed = commands(options.source, Path(folder) / "graph.json")
        medians = measure(timed, options.rounds)
    print(f"median of {options.rounds} interleaved runs, whole process")
    print(f"{'seconds':>8} {'ratio':>6} {'limit':>6}  command")
    failed = False
    for each, median in zip(timed, medians, strict=True):
        ratio = median / medians[0]
        failed |= ratio > each.limit
        print(f"{median:8.3f} {ratio:6.2f} {each.limit:6.2f}  {each.name}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
