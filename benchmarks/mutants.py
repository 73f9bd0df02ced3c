"""How many small errors the tests notice: `python -m benchmarks.mutants map`, then `measure`.

`map` runs the tests once and records which lines each of them runs (build/mutants/; see
:mod:`benchmarks.mutant_map`). `measure` draws places by a seed, makes one error in each, and runs
the tests of its line, the nearest first, for a limited processor time, until one fails. An error
that no test notices survives, and is listed; `--again 300` first measures those once more with 300
seconds of tests, where tests were left out. Arguments behind the options go to pytest.

An error in a function is made in a forked process that has imported everything. Any other error is
made in the file, so use a clone that nobody else uses. Tests that start the command as another
process see only errors in files. A test that notices an error must pass without it, else it is left
out and the error is made again. An error that slows a test much is noticed too ("too long").

Needs Unix (each place has a forked process), Python 3.12 or newer, and sources as committed.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import pkgutil
import random
import re
import resource
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from benchmarks import mutant_map
from benchmarks.mutant_code import Program, put
from benchmarks.mutant_files import FOLDER, ROOT, alone, changed
from benchmarks.mutant_outcomes import Outcome, more_to_run, report, written_down
from benchmarks.mutations import Mutation, compiles, places

ROOMS = ("graph", "loaders", "queries", "workshop", "exports", "cli")
SERVER = ("graph/store/", "cypher", "expressions/compile", "expressions/patterns")
"""What the names of files hold whose code runs in or for a server of Neo4j."""
FIXTURES = 40
"""Seconds that a test may take beside its own: another has paid for the fixtures that it shares."""
WAITS = 6
"""How many times as long a test may take by the clock as it may by the processor."""
MEMORY = 6 * 2**30
"""Bytes that a process with an error may take."""


@dataclass(frozen=True, slots=True)
class Test:
    """One test: how pytest names it, the seconds that it took, and its way through the file.

    The way is the lines of the file of the error that it runs.
    """

    name: str
    seconds: float
    way: frozenset[int] = frozenset()

    @property
    def file(self) -> str:
        """Return the file that it stands in."""
        return self.name.partition("::")[0]


def chosen(tests: Iterable[Test], file: str, budget: float) -> list[Test]:
    """Return the tests to run, best first, while they take no longer than the budget.

    One test of each way through the file comes first, then a second one of each: tests that go one
    way notice much the same. Of one way, a file of tests that bears the name of the place comes
    first, then those of its folders, the quick ones before the slow ones.
    """
    stem, folders = Path(file).stem, Path(file).parent.parts

    def cost(one: Test) -> tuple[bool, int, float, str]:
        own = Path(one.file).parent.parts
        near = sum(folder in own for folder in folders)
        return stem not in Path(one.file).stem, -near, one.seconds, one.name

    times: Counter[frozenset[int]] = Counter()
    turns: list[tuple[int, Test]] = []
    for one in sorted(tests, key=cost):
        turns.append((times[one.way], one))
        times[one.way] += 1
    result: list[Test] = []
    left = budget
    for _, one in sorted(turns, key=lambda turn: turn[0]):
        if one.seconds <= left or not result:
            left -= one.seconds
            result.append(one)
    return result


class Bench:
    """The tests that were collected, and the program that they hold to account."""

    def __init__(self, session: pytest.Session, mutations: list[Mutation], budget: float) -> None:
        self.session = session
        self.items = {item.nodeid: item for item in session.items}
        self.map = mutant_map.Map(FOLDER, {one.file for one in mutations})
        self.program = Program(ROOT, ROOMS)
        self.budget = budget

    def tests(self, mutation: Mutation) -> list[Test]:
        """Return the tests that run a place.

        Outside of functions, where all runs at import: those that run its file, or of a file that
        only states what is so, those of its room.
        """
        lines = range(mutation.line, mutation.last_line + 1)
        names = self.map.tests(mutation.file, lines)
        if not names and self.program.replacement(mutation) is None:
            room = mutation.file.partition("/")[0]
            names = self.map.all_tests(mutation.file) or {
                one for one in self.map.seconds if one.startswith(f"tests/{room}/")
            }
        return [
            Test(one, self.map.seconds[one], self.map.way(one, mutation.file))
            for one in names
            if one in self.items
        ]

    def measured(self, mutation: Mutation) -> Outcome:
        """Make one error and see whether the tests notice it."""
        tests = self.tests(mutation)
        run = chosen(tests, mutation.file, self.budget)
        began = time.perf_counter()
        outcome, by = self._outcome(mutation, run) if run else (_unmeasured(mutation), "")
        while by in self.items and not self._passes(by):
            del self.items[by]
            tests = self.tests(mutation)
            run = chosen(tests, mutation.file, self.budget)
            outcome, by = self._outcome(mutation, run) if run else (_unmeasured(mutation), "")
        source = (ROOT / mutation.file).read_bytes()
        return Outcome(
            mutation.file,
            mutation.line,
            mutation.kind,
            source[mutation.start : mutation.end].decode(),
            mutation.text,
            outcome,
            len(run),
            len(tests) - len(run),
            round(time.perf_counter() - began, 1),
            by,
        )

    def _outcome(self, mutation: Mutation, run: list[Test]) -> tuple[str, str]:
        replacement = self.program.replacement(mutation)
        if replacement is None:
            with alone(), changed(mutation):
                return _anew(run)
        functions, code = replacement
        return self.forked(run, lambda: put(functions, code))

    def _passes(self, name: str) -> bool:
        """Return whether a test passes where there is no error."""
        one = Test(name, self.map.seconds[name])
        outcome, _ = self.forked([one], lambda: None)
        if outcome != "survived":
            print(f"left out, as it fails without an error: {name}", flush=True)
        return outcome == "survived"

    def forked(self, run: list[Test], change: Callable[[], None]) -> tuple[str, str]:
        """Run tests in a process of their own, changed, until one fails; its name."""
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                _alone()
                self.program.forget()
                change()
                status = self._until_one_fails(run, writing)
            finally:
                os._exit(status)
        os.close(writing)
        with os.fdopen(reading, "rb", buffering=0) as names:
            return _ended(child, names, run)

    def _until_one_fails(self, run: list[Test], names: int) -> int:
        for one, behind in zip(run, [*run[1:], None], strict=True):
            os.write(names, b"\n")
            signal.signal(signal.SIGPROF, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_PROF, _seconds(one))
            item = self.items[one.name]
            item.config.hook.pytest_runtest_protocol(
                item=item, nextitem=self.items[behind.name] if behind else None
            )
            if self.session.testsfailed:
                return 1
        return 0


def _seconds(test: Test) -> float:
    """Return how long a test may compute before it is ended."""
    return FIXTURES + 10 * test.seconds


def _unmeasured(mutation: Mutation) -> str:
    """Return why no test runs a place: what only a server runs is left to tests that start one."""
    return "by a server" if any(part in mutation.file for part in SERVER) else "not run"


def _alone() -> None:
    """Make a forked process quiet, bounded, and the head of its own group."""
    os.setpgid(0, 0)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _ended(child: int, names: IO[bytes], run: list[Test]) -> tuple[str, str]:
    """Wait for a process and its children to end; return how it ended, and at which test.

    It writes a line as each test begins. One that computes for too long is ended by its own timer,
    one that waits for too long here.
    """
    begun = 0
    while True:
        limit = WAITS * _seconds(run[max(begun - 1, 0)])
        if not select.select([names], [], [], limit)[0] or not names.read(1):
            break
        begun += 1
    status = _killed(child)
    at = run[max(begun - 1, 0)].name
    if os.WIFEXITED(status):
        return ("noticed", at) if os.WEXITSTATUS(status) else ("survived", "")
    ended = os.WTERMSIG(status) in {signal.SIGPROF, signal.SIGKILL}
    return "too long" if ended else "noticed", at


def _killed(child: int) -> int:
    """End a group of processes, its head not before it had time to end by itself; its status."""
    for _ in range(100):
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            break
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return status if ended else os.waitpid(child, 0)[1]


def _anew(run: list[Test]) -> tuple[str, str]:
    """Run tests in a Python process that imports everything again, until one fails."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", *quiet(), *(t.name for t in run)]
    seconds = 2 * FIXTURES + 10 * sum(one.seconds for one in run)

    bounded = ["sh", "-c", f'ulimit -t {seconds:.0f}; exec "$@"', "sh", *command]
    with tempfile.TemporaryFile() as output:
        child = subprocess.Popen(bounded, cwd=ROOT, stdout=output, process_group=0)
        try:
            code = child.wait(WAITS * seconds)
        except subprocess.TimeoutExpired:
            code = -signal.SIGXCPU
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        output.seek(0)
        failed = re.search(rb"^(?:FAILED|ERROR) (.+?)(?: - |$)", output.read(), re.MULTILINE)
    if code in {-signal.SIGXCPU, -signal.SIGKILL}:
        return "too long", ""
    return "noticed" if code else "survived", failed[1].decode() if failed else ""


def quiet() -> list[str]:
    """Return the options of every run; its files lie where no other run of pytest clears them."""
    own = tempfile.mkdtemp(prefix="keikaku-mutants-")
    return ["-p", "no:cacheprovider", "--hypothesis-seed=0", f"--basetemp={own}/files"]


def draw(count: int, seed: int, within: str) -> list[Mutation]:
    """Draw places, the same for the same seed and sources; each room by its share of places."""
    inside = tuple(within.split(","))
    every = [one for one in places(ROOT, ROOMS) if one.file.startswith(inside)]
    random.Random(seed).shuffle(every)
    result: list[Mutation] = []
    for one in every:
        if len(result) == count:
            break
        if compiles(one, (ROOT / one.file).read_bytes()):
            result.append(one)
    return result


def measure(session: pytest.Session, options: argparse.Namespace) -> None:
    """Measure as many places, and what survives again; what was measured before is not done again.

    What is written down is of one seed: what survives with few tests is measured with more of them
    in a file of its own.
    """
    name = f"outcomes-{options.seed}{options.within.replace('/', '.')}.jsonl"
    results = FOLDER / "measured" / name
    results.parent.mkdir(exist_ok=True)
    mutations = draw(options.count, options.seed, options.within)
    bench = Bench(session, mutations, options.budget)
    outcomes = written_down(mutations, results, bench.measured)
    if options.again:
        bench.budget = options.again
        alive = more_to_run(outcomes)
        again = written_down(
            [mutations[at] for at in alive],
            results.with_name(f"again-{options.again:g}-{name}"),
            bench.measured,
        )
        for at, outcome in zip(alive, again, strict=True):
            outcomes[at] = outcome
    report(outcomes)


class Instead:
    """What is done with the tests that pytest collected, instead of running them once."""

    def __init__(self, work: Callable[[pytest.Session], None]) -> None:
        self.work = work

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Import the whole program, so that every error can be made, and work."""
        with alone():
            for room in ROOMS:
                package = importlib.import_module(f"keikaku.{room}")
                for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
                    importlib.import_module(one.name)
        terminal = session.config.pluginmanager.unregister(name="terminalreporter")
        assert terminal is not None
        self.work(session)
        return True


def main(arguments: list[str] | None = None) -> int:
    """Make the map or measure."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m benchmarks.mutants")
    parser.add_argument("what", choices=("map", "measure"))
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--within", default="", help="only files that begin so: a,b")
    parser.add_argument("--budget", type=float, default=20, help="seconds of tests for one place")
    parser.add_argument(
        "--again", type=float, default=0, help="seconds of tests for a place that survived the few"
    )
    parser.add_argument("--longest", type=float, default=20, help="seconds of a test of the map")
    parser.add_argument("--processes", type=int, default=1, help="of the map")
    options, rest = parser.parse_known_args(arguments)
    FOLDER.mkdir(parents=True, exist_ok=True)

    def work(session: pytest.Session) -> None:
        if options.what == "map":
            mutant_map.make(session, ROOT, ROOMS, FOLDER, options.processes, options.longest)
        else:
            measure(session, options)

    return int(pytest.main(["-q", "-s", *quiet(), *rest], plugins=[Instead(work)]))


if __name__ == "__main__":
    sys.exit(main())
