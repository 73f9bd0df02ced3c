"""Which lines of the program each test runs, and the seconds that it takes.

Each file of tests is run in a process of its own, and each test with empty caches, so that no test
hides what another has run already. What a fixture of a module or a session runs counts for all that
use it. Needs Python 3.12 or newer (`sys.monitoring`): a line costs time once for a test.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from benchmarks.mutant_code import Program

Lines = set[tuple[str, int]]


class _Watch:
    """Write down which lines run, into one set after another."""

    def __init__(self, root: Path, rooms: tuple[str, ...]) -> None:
        self.inside = tuple(f"{root / room}/" for room in rooms)
        self.into: Lines = set()
        self.monitoring: Any = sys.monitoring  # type: ignore[attr-defined, unused-ignore]
        self.tool = self.monitoring.COVERAGE_ID
        self.events = self.monitoring.events
        self.monitoring.use_tool_id(self.tool, "keikaku mutants")
        self.monitoring.register_callback(self.tool, self.events.PY_START, self._begins)
        self.monitoring.register_callback(self.tool, self.events.LINE, self._line)
        self.monitoring.set_events(self.tool, self.events.PY_START)

    def _begins(self, code: CodeType, _offset: int) -> object:
        if code.co_filename.startswith(self.inside):
            self.monitoring.set_local_events(self.tool, code, self.events.LINE)
        return self.monitoring.DISABLE

    def _line(self, code: CodeType, number: int) -> object:
        self.into.add((code.co_filename, number))
        return self.monitoring.DISABLE

    @contextmanager
    def __call__(self, into: Lines) -> Iterator[None]:
        before, self.into = self.into, into
        self.monitoring.restart_events()
        try:
            yield
        finally:
            self.into = before
            self.monitoring.restart_events()


class _TooLongError(Exception):
    """A test takes longer than it may."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooLongError


class Recorder:
    """Run the tests of one file and write down what each of them runs."""

    def __init__(self, root: Path, rooms: tuple[str, ...], program: Program) -> None:
        self.root = root
        self.program = program
        self.watch = _Watch(root, rooms)
        self.shared: dict[pytest.FixtureDef[Any], Lines] = defaultdict(set)
        self.failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any]
    ) -> Generator[None, object, object]:
        """Count what a fixture runs that several tests share for all of them."""
        if fixturedef.scope == "function":
            return (yield)
        with self.watch(self.shared[fixturedef]):
            return (yield)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep which tests did not pass."""
        if not report.passed:
            self.failed.add(report.nodeid)

    def record(
        self, items: list[pytest.Item], longest: float
    ) -> Iterator[tuple[str, float, dict[str, list[int]]]]:
        """Yield the name, the seconds and the lines of each test that passes within the limit."""
        signal.signal(signal.SIGPROF, _stop)
        for item, behind in zip(items, [*items[1:], None], strict=True):
            lines: Lines = set()
            self.program.forget()
            began = time.process_time()
            signal.setitimer(signal.ITIMER_PROF, longest)
            try:
                with self.watch(lines):
                    item.config.hook.pytest_runtest_protocol(item=item, nextitem=behind)
            except _TooLongError:
                return
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            uses = getattr(item, "_fixtureinfo").name2fixturedefs  # noqa: B009 (no public way)
            for fixtures in uses.values():
                for one in fixtures:
                    lines |= self.shared.get(one, set())
            if item.nodeid not in self.failed:
                seconds = round(time.process_time() - began, 3)
                yield item.nodeid, seconds, self._by_file(lines)

    def _by_file(self, lines: Lines) -> dict[str, list[int]]:
        result: dict[str, list[int]] = defaultdict(list)
        for file, number in sorted(lines):
            result[os.path.relpath(file, self.root)].append(number)
        return result


def files_of(items: list[pytest.Item]) -> dict[str, list[pytest.Item]]:
    """Return the tests of each file."""
    result: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        result[item.nodeid.partition("::")[0]].append(item)
    return result


def _write(recorder: Recorder, items: list[pytest.Item], longest: float, target: Path) -> None:
    """Run the tests of a file; one line of JSON a test."""
    part = target.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        for name, seconds, lines in recorder.record(items, longest):
            json.dump({"test": name, "seconds": seconds, "lines": lines}, file)
            file.write("\n")
            file.flush()
    part.replace(target)


def make(
    session: pytest.Session,
    root: Path,
    rooms: tuple[str, ...],
    folder: Path,
    processes: int,
    longest: float,
) -> None:
    """Write the map of all tests of a session, a file for each file of tests.

    A test that takes more processor time than ``longest`` seconds is left out. What was written
    before is not written again.
    """
    program = Program(root, rooms)
    running = 0
    for name, items in files_of(session.items).items():
        target = folder / (name.removesuffix(".py").replace("/", ".") + ".jsonl")
        if target.exists():
            continue
        if running == processes:
            os.wait()
            running -= 1
        if os.fork() == 0:
            try:
                recorder = Recorder(root, rooms, program)
                session.config.pluginmanager.register(recorder)
                _write(recorder, items, longest, target)
            finally:
                os._exit(0)
        running += 1
    while running:
        os.wait()
        running -= 1


class Map:
    """Which tests run a line."""

    def __init__(self, folder: Path, files: set[str]) -> None:
        self.seconds: dict[str, float] = {}
        self._tests: dict[str, dict[int, set[str]]] = {file: defaultdict(set) for file in files}
        self._ways: dict[tuple[str, str], frozenset[int]] = {}
        for path in sorted(folder.glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                self._add(json.loads(line))

    def _add(self, record: dict[str, Any]) -> None:
        name = record["test"]
        self.seconds[name] = record["seconds"]
        for file in self._tests.keys() & record["lines"].keys():
            self._ways[name, file] = frozenset(record["lines"][file])
            for number in record["lines"][file]:
                self._tests[file][number].add(name)

    def tests(self, file: str, lines: range) -> set[str]:
        """Return the tests that run any of some lines."""
        by_line = self._tests[file]
        return {name for line in lines for name in by_line.get(line, ())}

    def way(self, test: str, file: str) -> frozenset[int]:
        """Return the lines of a file that a test runs."""
        return self._ways.get((test, file), frozenset())

    def all_tests(self, file: str) -> set[str]:
        """Return the tests that run anything of a file."""
        return {name for names in self._tests[file].values() for name in names}
