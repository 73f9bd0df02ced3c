"""Whole-process times as ratios to Python's own start: ``python -m benchmarks.startup``.

The floor is ``python -c "import typer, pydantic, networkx"``. All commands run in turn, round after
round, so that what else the machine does falls on each alike; the medians are compared. Exits 1 if
a ratio is above its limit.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

EXAMPLE = Path(__file__).parents[1] / "examples" / "midorino-2026-plan.txt"
KEIKAKU = (sys.executable, "-c", "from keikaku.cli.main import main; main()")
FLOOR = "import typer, pydantic, networkx"
QUERY, SENTENCE, LOAD = 1.3, 1.4, 2.0
"""The most floors for a question to the bundled graph, for a sentence that is read token by token,
and for loading one source."""


class Timed(NamedTuple):
    """A command and the most that it may take, in floors."""

    name: str
    command: Sequence[str]
    limit: float


def commands(source: Path, out: Path) -> list[Timed]:
    """Return floor, then the commands that are held to it: each question, and loading a source."""
    theme = "キャッシュレス"
    questions = (
        ("plans", "--theme", theme),
        ("plan", "1-1-1"),
        ("check",),
        ("workload",),
        ("dependencies",),
        ("impact", "5レス"),
        ("indicators",),
        ("themes",),
        ("guidelines",),
        ("departments",),
        ("bridges",),
        ("ask", f"{theme}に関わる計画"),
        ("cypher", "plans", "--theme", theme),
    )
    sentence = ("ask", "令和5年度に市民課が担当しているDX以外の計画")
    return [
        Timed("floor", (sys.executable, "-c", FLOOR), 1.0),
        *(Timed(" ".join(question), (*KEIKAKU, *question), QUERY) for question in questions),
        Timed(" ".join(sentence), (*KEIKAKU, *sentence), SENTENCE),
        Timed(f"load {source.name}", (*KEIKAKU, "load", str(source), "--out", str(out)), LOAD),
    ]


def seconds(command: Sequence[str]) -> float:
    """Return how long a command takes as a whole process.

    Its modules compiled as an installer does.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - begun


def measure(timed: Sequence[Timed], rounds: int) -> list[float]:
    """Return the median seconds of each command over the rounds, after one that is not counted."""
    samples: list[list[float]] = [[] for _ in timed]
    for _ in range(rounds + 1):
        for times, each in zip(samples, timed, strict=True):
            times.append(seconds(each.command))
    return [statistics.median(times[1:]) for times in samples]


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
    print(f"{'seconds':>8} {'ratio':>6} {'limit':>6}        command")
    failed = False
    for each, median in zip(timed, medians, strict=True):
        ratio = median / medians[0]
        over = ratio > each.limit
        failed |= over
        verdict = "FAIL" if over else "pass"
        print(f"{median:8.3f} {ratio:6.2f} {each.limit:6.2f}  {verdict}  {each.name}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
