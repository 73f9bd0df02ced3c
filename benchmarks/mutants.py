"""How many small errors the tests notice: `python -m benchmarks.mutants map`, then `measure`.

Run it in a clone of its own: the program is changed there, one place at a time. `map` runs the
tests once and keeps which lines each of them runs, and how long it takes (build/mutants/).
`measure` draws places by a seed, makes one error in each, and runs the tests that run its line
until one fails. An error that none of them notices survives, and is listed.

Needs a Unix system (a process is forked for each place) and sources that are as committed.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import coverage
import pytest

from benchmarks.mutations import Mutation, compiles, places

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "mutants"
DATA, TIMES = FOLDER / "lines.db", FOLDER / "times.xml"
ROOMS = ("graph", "loaders", "queries", "workshop", "exports", "cli")
HEAVY = "coverage docx hypothesis jsonschema lxml.etree markdown_it neo4j networkx openpyxl pandas"
ALL_AT_ONCE = f"{HEAVY} pydantic python_calamine rapidfuzz typer yaml".split()
"""What most tests import; imported once, before a process is forked for each place."""
EACH_NTH_WITHOUT = 20
"""At each so many places the tests are run without an error first."""


@dataclass(frozen=True, slots=True)
class Test:
    """One test: how pytest names it, and the seconds that it took."""

    name: str
    seconds: float

    @property
    def file(self) -> str:
        """Return the file that it stands in."""
        return self.name.partition("::")[0]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one place: ``noticed``, ``too long``, ``survived`` or ``not run``."""

    file: str
    line: int
    kind: str
    before: str
    after: str
    outcome: str
    tests: int
    left_out: int
    seconds: float


class Map:
    """Which tests run a line."""

    def __init__(self) -> None:
        self.data = coverage.CoverageData(str(DATA))
        self.data.read()
        self.times = dict(_times(TIMES))
        self._lines: dict[str, dict[int, list[str]]] = {}

    def _contexts(self, file: str) -> dict[int, list[str]]:
        if file not in self._lines:
            self._lines[file] = self.data.contexts_by_lineno(str(ROOT / file))
        return self._lines[file]

    def tests(self, mutation: Mutation) -> list[Test]:
        """Return the tests that run a place; where it runs at import, those that run its file."""
        contexts = self._contexts(mutation.file)
        lines = range(mutation.line, mutation.last_line + 1)
        names = {name for line in lines for name in contexts.get(line, ())}
        if names <= {""}:
            names = {name for line in contexts.values() for name in line} if names else set()
        tests = {name.rpartition("|")[0] for name in names}
        return [Test(name, self.times[name]) for name in sorted(tests) if name in self.times]


def _times(path: Path) -> Iterator[tuple[str, float]]:
    """Yield the tests that passed, and their seconds."""
    for case in ET.parse(path).iter("testcase"):
        if not {child.tag for child in case} & {"failure", "error", "skipped"}:
            yield f"{case.get('file')}::{case.get('name')}", float(case.get("time") or 0)


def chosen(tests: Iterable[Test], file: str, budget: float) -> list[Test]:
    """Return the tests to run, best first, while they take no longer than the budget.

    A file of tests that runs few others' lines comes first where it stands in the room of the
    place: what was written for it notices most.
    """
    by_file: dict[str, list[Test]] = defaultdict(list)
    for one in tests:
        by_file[one.file].append(one)
    stem, room = Path(file).stem, file.partition("/")[0]

    def cost(name: str) -> tuple[bool, bool, float]:
        seconds = sum(one.seconds for one in by_file[name])
        return stem not in Path(name).stem, f"tests/{room}/" not in name, seconds

    result: list[Test] = []
    left = budget
    for name in sorted(by_file, key=cost):
        left -= 0.5  # to collect the file
        for one in sorted(by_file[name], key=lambda one: one.seconds):
            if one.seconds > left and result:
                break
            left -= one.seconds
            result.append(one)
    return result


@contextmanager
def changed(mutation: Mutation) -> Iterator[None]:
    """Make the error for a while."""
    path = ROOT / mutation.file
    source, when = path.read_bytes(), path.stat()
    path.write_bytes(mutation.applied(source))
    try:
        yield
    finally:
        path.write_bytes(source)
        os.utime(path, ns=(when.st_atime_ns, when.st_mtime_ns))


def _run(tests: list[Test], limit: float) -> int:
    """Run tests in a process of their own until one fails; its exit status, -1 for too long."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit), int(limit) + 5))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        options = ["-x", "-q", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
        options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # it is imported already
        os._exit(int(pytest.main([*options, *(one.name for one in tests)])))
    until = time.monotonic() + 15 * limit
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.WEXITSTATUS(status) if os.WIFEXITED(status) else -1
        time.sleep(0.05)
    os.killpg(child, 9)
    os.waitpid(child, 0)
    return -1


def hold_without_error(mutation: Mutation, lines: Map, budget: float) -> None:
    """Hold the tests of a place to passing as long as there is no error.

    Raises:
        RuntimeError: they fail, and would seem to notice whatever is done.
    """
    run = chosen(lines.tests(mutation), mutation.file, budget)
    if run and _run(run, 30 + 4 * budget) != 0:
        raise RuntimeError(f"the tests of {mutation.file}:{mutation.line} fail without an error")


def measured(mutation: Mutation, lines: Map, budget: float) -> Outcome:
    """Make one error and see whether the tests notice it."""
    tests = lines.tests(mutation)
    run = chosen(tests, mutation.file, budget)
    began = time.perf_counter()
    outcome = "not run"
    if run:
        with changed(mutation):
            status = _run(run, 30 + 4 * budget)
        outcome = {0: "survived", -1: "too long"}.get(status, "noticed")
    source = (ROOT / mutation.file).read_bytes()
    before = source[mutation.start : mutation.end].decode()
    return Outcome(
        mutation.file,
        mutation.line,
        mutation.kind,
        before,
        mutation.text,
        outcome,
        len(run),
        len(tests) - len(run),
        round(time.perf_counter() - began, 1),
    )


def draw(count: int, seed: int) -> list[Mutation]:
    """Draw places, the same for the same seed and sources; each room by its share of places."""
    every = list(places(ROOT, ROOMS))
    random.Random(seed).shuffle(every)
    result: list[Mutation] = []
    for one in every:
        if len(result) == count:
            break
        if compiles(one, (ROOT / one.file).read_bytes()):
            result.append(one)
    return result


def make_map(options: list[str]) -> int:
    """Run the tests once, and keep which lines each of them runs."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    settings = FOLDER / "coveragerc"
    settings.write_text(
        f"[run]\ndata_file = {DATA}\nsource = {ROOT}\nomit =\n  */tests/*\n  */.venv/*\n",
        encoding="utf-8",
    )
    cov = ["--cov", f"--cov-config={settings}", "--cov-context=test", "--cov-report="]
    results = [f"--junitxml={TIMES}", "-o", "junit_family=xunit1"]
    command = [sys.executable, "-m", "pytest", "-q", *cov, *results, *options]
    return subprocess.run(command, check=False).returncode


def measure(count: int, seed: int, budget: float) -> int:
    """Measure as many places; what was measured before with this seed is not done again."""
    results = FOLDER / f"outcomes-{seed}.jsonl"
    done = results.read_text(encoding="utf-8").splitlines() if results.exists() else []
    for name in ALL_AT_ONCE:
        importlib.import_module(name)
    lines = Map()
    with results.open("a", encoding="utf-8") as file:
        for mutation in draw(count, seed)[len(done) :]:
            if len(done) % EACH_NTH_WITHOUT == 0:
                hold_without_error(mutation, lines, budget)
            one = measured(mutation, lines, budget)
            done.append(json.dumps(asdict(one), ensure_ascii=False))
            file.write(f"{done[-1]}\n")
            file.flush()
    report([Outcome(**json.loads(line)) for line in done])
    return 0


def report(outcomes: list[Outcome]) -> None:
    """Print how many survived, and which."""
    for one in outcomes:
        if one.outcome in {"survived", "not run"}:
            change = f"{one.kind}: {one.before!r} -> {one.after!r}"
            ran = f"{one.tests} tests" + (f", {one.left_out} left out" if one.left_out else "")
            print(f"{one.outcome}: {one.file}:{one.line} {change} ({ran})")
    print(dict(Counter(one.outcome for one in outcomes)), f"of {len(outcomes)} places")


def main(arguments: list[str] | None = None) -> int:
    """Make the map or measure."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.mutants")
    parser.add_argument("what", choices=("map", "measure"))
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--budget", type=float, default=40, help="seconds of tests for one place")
    options, rest = parser.parse_known_args(arguments)
    if options.what == "map":
        return make_map(rest)
    return measure(options.count, options.seed, options.budget)


if __name__ == "__main__":
    sys.exit(main())
