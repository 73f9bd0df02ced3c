"""Many cities in one file, asked on NetworkX: ``python -m benchmarks.onefile --cities 1 10 100``.

For each number of cities, in a process of its own: the size of the file, how long it takes to read,
the most memory that the process took, and how long each question takes of one city and of all.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.cities import cities, city
from benchmarks.questions import QUESTIONS
from keikaku.graph import jsonfile, merging
from keikaku.queries.registry import ask


def measure(file: Path, number: int) -> None:
    """Read the file and ask every question once, as a command does; print what it took."""
    begun = time.perf_counter()
    graph = jsonfile.read(file)
    seconds = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = file.stat().st_size / 1e6
    print(f"{number} cities: file {size:.1f} MB, read in {seconds:.2f} s, peak {memory:.0f} MB")
    print(f"{'one s':>9} {'all s':>9}  question", flush=True)
    for name, parameters in QUESTIONS:
        lines = []
        for options in ({**parameters, "document": city(number // 2)}, parameters):
            begun = time.perf_counter()
            ask(name, graph, **options)
            lines.append(time.perf_counter() - begun)
        words = " ".join(map(str, parameters.values()))
        print(f"{lines[0]:9.3f} {lines[1]:9.3f}  {name} {words}", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak with all questions: {memory:.0f} MB", flush=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Make each file, and measure it in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.file:
        measure(options.file, options.cities[0])
        return
    with tempfile.TemporaryDirectory() as folder:
        for number in options.cities:
            file = Path(folder) / f"{number}.json"
            jsonfile.write(file, merging.merge(cities(number))[0])
            command = (sys.executable, "-m", "benchmarks.onefile", "--file", str(file))
            subprocess.run([*command, "--cities", str(number)], check=True)


if __name__ == "__main__":
    main()
