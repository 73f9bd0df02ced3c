"""A figure beside its goal, and the clocks by which figures are measured."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar

from keikaku.graph.store.server import Login, connected
from keikaku.graph.store.server import Server as Connection
from tests.neo4j.server import Server

Item = TypeVar("Item")

HEAD = "| what | figure | goal | | |\n| --- | --: | --: | --- | --- |"


class Figure(NamedTuple):
    """A measurement, its unit and its goal, if any; ``lower`` is true where less is better."""

    name: str
    value: float
    unit: str
    goal: float | None = None
    lower: bool = True
    calculated: bool = False

    def __str__(self) -> str:
        kind = "calculated" if self.calculated else "measured"
        cells = (self.name, f"{self.value:,.2f} {self.unit}", *self._aim(), kind)
        return f"| {' | '.join(cells)} |"

    def _aim(self) -> tuple[str, str]:
        if self.goal is None:
            return "", ""
        aim = f"{'≤' if self.lower else '≥'} {self.goal:,g} {self.unit}"
        return aim, "missed" if self.missed else "met"

    @property
    def missed(self) -> bool:
        """Whether it has a goal that it does not reach."""
        if self.goal is None:
            return False
        return self.value > self.goal if self.lower else self.value < self.goal


class Clock:
    """Measures how long something takes: by the clock, or by the work of the processors."""

    def __init__(self, *, computing: bool = False) -> None:
        self._computing = computing

    def seconds(self, work: Callable[[], object], server: Server | None = None) -> float:
        """Return the seconds that some work takes, here and in a server."""
        begun = self.now(server)
        work()
        return self.now(server) - begun

    def command(self, *arguments: str) -> tuple[float, float]:
        """Return the seconds and megabytes that a command line takes in a process of its own."""
        begun = self.now()
        with subprocess.Popen(
            [sys.executable, "-m", "keikaku", *arguments], stdout=subprocess.DEVNULL
        ) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, process.args)
        return self.now() - begun, used.ru_maxrss / 1024

    def now(self, server: Server | None = None) -> float:
        """Return the seconds so far."""
        if not self._computing:
            return time.perf_counter()
        used = os.times()
        own = used.user + used.system + used.children_user + used.children_system
        return own + (server.computing if server else 0)


class Stopwatch:
    """Passes items on, and keeps in ``seconds`` how long it took to make them."""

    def __init__(self, clock: Clock) -> None:
        self.seconds = 0.0
        self._clock = clock

    def through(self, items: Iterator[Item]) -> Iterator[Item]:
        """Yield the items."""
        while True:
            begun = self._clock.now()
            item = next(items, None)
            self.seconds += self._clock.now() - begun
            if item is None:
                return
            yield item


@contextmanager
def connection_to(server: Server) -> Iterator[Connection]:
    """Connect to a server of our own."""
    uri, user, password = server.address
    with connected(uri, Login(user, password)) as connection:
        yield connection
