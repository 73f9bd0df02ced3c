"""What a plan costs as the document grows to 100 times: ``python -m benchmarks.growth``.

The example is repeated under further goals and initiatives, so that every plan has a number of its
own. Each size is loaded in a process of its own; time and memory per plan should stay the same.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.startup import EXAMPLE

SIZES = (1, 3, 10, 30, 100)
GOALS_AT_MOST = 99
_GOAL = re.compile(r"(重点推進目標\s*)(\d+)")
_INITIATIVE = re.compile(r"(取組事項\s*)(\d+)")
_TOTAL = re.compile(r"^合計.*\n", re.MULTILINE)


def grown(text: str, times: int) -> str:
    """Return a source with ``times`` as many plans."""
    total, first = _TOTAL.search(text), _GOAL.search(text)
    if not total or not first:
        raise ValueError("this source has no overview that could grow")
    head, pages = text[: first.start()], text[total.end() :]
    overview = text[first.start() : total.start()]
    goals = re.split(r"(?m)^(?=重点推進目標)", overview)
    shifts = list(_shifts(overview, times))
    across = dict.fromkeys(goal for goal, _ in shifts)
    grown_overview = (
        _shifted(part, shift, among)
        for shift in across
        for block in goals
        for among in [initiative for goal, initiative in shifts if goal == shift]
        for part in [block if among == 0 else block.partition("\n")[2]]
    )
    grown_pages = (_shifted(pages, goal, initiative) for goal, initiative in shifts)
    return head + "".join(grown_overview) + "".join(grown_pages)


def _shifts(overview: str, times: int) -> Iterator[tuple[int, int]]:
    """Yield by how much the numbers of goals and initiatives grow in each copy; goals first."""
    goals = max(int(number) for _, number in _GOAL.findall(overview))
    initiatives = max(int(number) for _, number in _INITIATIVE.findall(overview))
    most = GOALS_AT_MOST // goals
    for copy in range(times):
        yield copy % most * goals, copy // most * initiatives


def _shifted(text: str, goal: int, initiative: int) -> str:
    moved = _GOAL.sub(lambda match: f"{match[1]}{int(match[2]) + goal}", text)
    return _INITIATIVE.sub(lambda match: f"{match[1]}{int(match[2]) + initiative}", moved)


def load(source: Path) -> str:
    """Load a source; return plans, seconds and megabytes as one line for the parent process."""
    from keikaku import loaders

    # Imports and tables that are read once are the start's cost, not the document's.
    loaders.load(EXAMPLE)
    empty = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.perf_counter()
    records = loaders.load(source)
    seconds = time.perf_counter() - begun
    plans = sum(node.kind == "Plan" for node in records.nodes)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - empty) / 1024
    return f"{plans} {seconds} {memory}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Load each size, print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", type=Path, default=EXAMPLE, help="the source that grows")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(load(options.one))
        return 0
    text = options.source.read_text(encoding="utf-8-sig")
    print(f"{'times':>5} {'MB':>6} {'plans':>6} {'seconds':>8} {'ms/plan':>8} {'KB/plan':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for times in SIZES:
            source = Path(folder) / f"grown-{times}-plan.txt"
            source.write_text(grown(text, times), encoding="utf-8")
            command = (sys.executable, "-m", "benchmarks.growth", "--one", str(source))
            ran = subprocess.run(command, check=True, capture_output=True, text=True)
            plans, seconds, memory = map(float, ran.stdout.split())
            size = source.stat().st_size / 1e6
            print(
                f"{times:5} {size:6.2f} {plans:6.0f} {seconds:8.2f} "
                f"{seconds / plans * 1e3:8.2f} {memory / plans * 1024:8.1f}",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
