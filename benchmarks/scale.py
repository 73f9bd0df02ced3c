"""The cost of the plans of a whole country, and its goals: ``python -m benchmarks.scale``.

Prints a table of figures and goals: a folder of tables (``--tables rs2024``), a file of
many documents, and a server (``--cities``) that the bulk import fills and every question is asked
of all documents. Times are by the clock, those of questions to the server the best of three. With
``--computing`` they are the seconds that processors worked, of this process and of the server
together: the right ones where other work shares the machine. Goals are those for 1,741 documents:
with fewer, what grows with their number is multiplied out and marked ``calculated``.

``--growth`` prints how the questions grow with the number of documents in one server instead.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.cities import cities, city
from keikaku.cli.cutting import SCREEN
from keikaku.graph.store import store_schema
from keikaku.graph.store.import_files import write_import
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Login, connected
from keikaku.graph.store.server import Server as Connection
from keikaku.queries.cypher.statements import ask_server
from tests.neo4j.server import Server

COUNTRY = 1741
"""The municipalities of Japan."""

_ALL: tuple[tuple[str, dict[str, Any], float], ...] = (
    ("plans", {"theme": "キャッシュレス"}, 1),
    ("impact", {"node": "2-2-5"}, 2),
    ("workload", {}, 2),
    ("bridges", {}, 10),
)
"""Questions of all documents, and the seconds that each may take, as a terminal shows them."""


class Figure(NamedTuple):
    """A measurement, its unit and its goal; ``lower`` is true where less is better."""

    name: str
    value: float
    unit: str
    goal: float
    lower: bool = True
    calculated: bool = False

    def __str__(self) -> str:
        good = self.value <= self.goal if self.lower else self.value >= self.goal
        sign = "≤" if self.lower else "≥"
        kind = "calculated" if self.calculated else "measured"
        aim = f"{sign} {self.goal:g}"
        state = "met" if good else "missed"
        cells = (self.name, f"{self.value:.2f} {self.unit}", f"{aim} {self.unit}", state, kind)
        return f"| {' | '.join(cells)} |"


class Clock:
    """Measures how long something takes: by the clock, or by the work of the processors."""

    def __init__(self, *, computing: bool) -> None:
        self._computing = computing

    def seconds(self, work: Callable[[], object], server: Server | None = None) -> float:
        """Return the seconds that some work takes, here and in a server."""
        begun = self._now(server)
        work()
        return self._now(server) - begun

    def command(self, *arguments: str) -> tuple[float, float]:
        """Return the seconds and megabytes that a command line takes in a process of its own."""
        begun = self._now(None)
        with subprocess.Popen(
            [sys.executable, "-m", "keikaku", *arguments], stdout=subprocess.DEVNULL
        ) as process:
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, process.args)
        return self._now(None) - begun, used.ru_maxrss / 1024

    def _now(self, server: Server | None) -> float:
        if not self._computing:
            return time.perf_counter()
        used = os.times()
        own = used.user + used.system + used.children_user + used.children_system
        return own + (server.computing if server else 0)


def of_tables(clock: Clock, tables: Path, folder: Path) -> Iterator[Figure]:
    """Yield what a folder of tables takes: to load, to ask, to draw."""
    graph, page = folder / "tables.json", folder / "tables.html"
    seconds, _ = clock.command("load", str(tables), "--out", str(graph))
    yield Figure("tables: load", seconds, "s", 20)
    clock.command("plans", "--theme", "AI", "--graph", str(graph))  # which makes the index
    seconds, _ = clock.command("plans", "--theme", "AI", "--graph", str(graph))
    yield Figure("tables: plans --theme AI", seconds, "s", 2)
    clock.command("map", "--graph", str(graph), "--out", str(page))
    yield Figure("tables: map", page.stat().st_size / 1e6, "MB", 12)


def of_file(clock: Clock, documents: int, folder: Path) -> Iterator[Figure]:
    """Yield the time of a question to a file of ``documents`` documents."""
    graph = folder / "cities.json"
    making = "from benchmarks.cities import cities\nfrom keikaku.graph import jsonfile, merging\n"
    making += f"jsonfile.write({str(graph)!r}, merging.merge(cities({documents}))[0])"
    # In a process of its own: what is started from one counts its memory as its own at first.
    subprocess.run([sys.executable, "-c", making], check=True)
    question = ("plans", "--theme", "キャッシュレス", "--graph", str(graph))
    clock.command(*question)  # which makes the index
    seconds, memory = clock.command(*question)
    yield Figure(f"file of {documents}: a question", seconds, "s", 1.5)
    yield Figure(f"file of {documents}: memory", memory, "MB", 400)


def of_server(clock: Clock, number: int, folder: Path) -> Iterator[Figure]:
    """Yield what the bulk import, a push and questions of all documents take."""
    files = folder / "import"
    files.mkdir()
    graphs = list(cities(number))
    server = Server(folder / "imported", "2g", "1g", quick=False)
    loading = clock.seconds(lambda: write_import(files, iter(graphs)))
    loading += clock.seconds(lambda: server.import_files(files))
    server.start()
    with _connection(server) as connection:
        store_schema.prepare(connection)
        connection.read("CALL db.awaitIndexes(600)")
        yield from _questions(clock, server, connection, number)
    server.kill()
    server = Server(folder / "pushed", "2g", "1g", quick=False)
    server.start()
    with _connection(server) as connection:
        pushing = clock.seconds(lambda: list(push(connection, graphs)), server)
        (row,) = connection.read("MATCH ()-[r]->() RETURN count(r) AS relationships")
    server.kill()
    speed = row["relationships"] / pushing
    yield Figure(f"push of {number}", speed, "relationships/s", 15_000, lower=False)
    yield Figure(f"bulk import of {number}, times as fast", pushing / loading, "×", 5, lower=False)


def _questions(
    clock: Clock, server: Server, connection: Connection, number: int
) -> Iterator[Figure]:
    for name, best in question_times(clock, server, connection):
        goal = next(goal for each, _, goal in _ALL if each == name)
        yield Figure(
            f"all {COUNTRY}: {name}",
            best * COUNTRY / number,
            "s",
            goal,
            calculated=number < COUNTRY,
        )


def question_times(
    clock: Clock, server: Server, connection: Connection, times: int = 3, **more: str
) -> Iterator[tuple[str, float]]:
    """Yield each question with the seconds that it takes at best, as a terminal shows it."""
    for name, parameters, _ in _ALL:
        work = partial(ask_server, name, connection, first=SCREEN.rows, **parameters, **more)
        yield name, min(clock.seconds(work, server) for _ in range(times))


def growth(clock: Clock, sizes: Sequence[int], folder: Path) -> None:
    """Print what each question takes of all documents, and of one, as their number grows."""
    names = [name for name, *_ in _ALL]
    heads = ["documents", "push, relationships/s", *names, *(f"{name}, one" for name in names)]
    print(f"| {' | '.join(heads)} |\n|{' --: |' * len(heads)}")
    server = Server(folder / "growing", "2g", "1g", quick=False)
    server.start()
    with _connection(server) as connection:
        there, held = 0, 0
        for size in sizes:
            graphs = list(cities(size - there, there))
            seconds = clock.seconds(lambda: list(push(connection, graphs)), server)  # noqa: B023
            (row,) = connection.read("MATCH ()-[r]->() RETURN count(r) AS relationships")
            speed = (row["relationships"] - held) / seconds
            times = [best for _, best in question_times(clock, server, connection)]
            times += [
                best for _, best in question_times(clock, server, connection, document=city(0))
            ]
            cells = [f"{size:,}", f"{speed:,.0f}", *(f"{each:.2f}" for each in times)]
            print(f"| {' | '.join(cells)} |", flush=True)
            there, held = size, row["relationships"]
    server.kill()


def _connection(server: Server) -> AbstractContextManager[Connection]:
    uri, user, password = server.address
    return connected(uri, Login(user, password))


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, figure by figure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tables", type=Path, help="a folder of tables that a key joins")
    parser.add_argument("--file", type=int, default=200, help="documents in one file; 0 for none")
    parser.add_argument("--cities", type=int, default=100, help="in the server; 0 for none")
    parser.add_argument("--growth", type=int, nargs="+", help="numbers of documents in a server")
    parser.add_argument("--computing", action="store_true", help="processor time, not the clock")
    options = parser.parse_args(arguments)
    clock = Clock(computing=options.computing)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.growth:
            growth(clock, options.growth, folder)
            return
        print("| what | figure | goal | | |\n| --- | --: | --: | --- | --- |")
        parts: list[Iterator[Figure]] = []
        if options.tables:
            parts.append(of_tables(clock, options.tables, folder))
        if options.file:
            parts.append(of_file(clock, options.file, folder))
        if options.cities:
            parts.append(of_server(clock, options.cities, folder))
        for part in parts:
            for figure in part:
                print(figure, flush=True)


if __name__ == "__main__":
    main()
