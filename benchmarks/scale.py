"""What the whole country costs, beside what it may cost: ``python -m benchmarks.scale``.

Prints a table of figures and goals: a folder of tables (``--tables rs2024``), a file of
many documents, and a server (``--cities``) that the bulk import fills and every question is asked
of all documents. Times are by the clock, those of questions to the server the best of three. Goals
are those for 1,741 documents: with fewer, what grows with their number is multiplied out and marked
``calculated``.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.cities import cities
from keikaku.graph import jsonfile, merging
from keikaku.graph.network import Graph
from keikaku.graph.store import store_schema
from keikaku.graph.store.import_files import write_import
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Login, connected
from keikaku.graph.store.server import Server as Connection
from keikaku.queries.cypher.statements import ask_server
from tests.neo4j.server import Server

COUNTRY = 1741
"""The municipalities of Japan."""

_ALL: tuple[tuple[str, dict[str, str], float], ...] = (
    ("plans", {"theme": "キャッシュレス"}, 1),
    ("impact", {"node": "2-2-5"}, 2),
    ("workload", {}, 2),
    ("bridges", {}, 10),
)
"""Questions of all documents, and the seconds that each may take."""


class Figure(NamedTuple):
    """Something measured, in a unit, beside its goal; ``lower`` tells which side is good."""

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


def command(*arguments: str) -> tuple[float, float]:
    """Return the seconds and megabytes that a command line takes in a process of its own."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "keikaku", *arguments], check=True, stdout=subprocess.DEVNULL
    )
    seconds = time.perf_counter() - begun
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def of_tables(tables: Path, folder: Path) -> Iterator[Figure]:
    """Yield what a folder of tables takes: to load, to ask, to draw."""
    graph, page = folder / "tables.json", folder / "tables.html"
    seconds, _ = command("load", str(tables), "--out", str(graph))
    yield Figure("tables: load", seconds, "s", 20)
    command("plans", "--theme", "AI", "--graph", str(graph))  # which makes the index
    seconds, _ = command("plans", "--theme", "AI", "--graph", str(graph))
    yield Figure("tables: plans --theme AI", seconds, "s", 2)
    command("map", "--graph", str(graph), "--out", str(page))
    yield Figure("tables: map", page.stat().st_size / 1e6, "MB", 12)


def of_file(documents: int, folder: Path) -> Iterator[Figure]:
    """Yield what a question of a file of so many documents takes."""
    graph = folder / "cities.json"
    jsonfile.write(graph, merging.merge(cities(documents))[0])
    question = ("plans", "--theme", "キャッシュレス", "--graph", str(graph))
    command(*question)  # which makes the index
    seconds, memory = command(*question)
    yield Figure(f"file of {documents}: a question", seconds, "s", 1.5)
    yield Figure(f"file of {documents}: memory (with making the index)", memory, "MB", 400)


def of_server(number: int, folder: Path) -> Iterator[Figure]:
    """Yield what the bulk import, a push and questions of all documents take."""
    files = folder / "import"
    files.mkdir()
    making = 0.0

    def timed() -> Iterator[Graph]:
        nonlocal making
        begun = time.perf_counter()
        for graph in cities(number):
            making += time.perf_counter() - begun
            yield graph
            begun = time.perf_counter()

    seconds = _seconds(lambda: write_import(files, timed()))
    server = Server(folder / "imported", "2g", "1g", quick=False)
    loading = seconds - making + _seconds(lambda: server.import_files(files))
    server.start()
    with _connection(server) as connection:
        store_schema.prepare(connection)
        connection.read("CALL db.awaitIndexes(600)")
        yield from _questions(connection, number)
    server.kill()
    server = Server(folder / "pushed", "2g", "1g", quick=False)
    server.start()
    with _connection(server) as connection:
        graphs = list(cities(number))
        pushing = _seconds(lambda: list(push(connection, graphs)))
        (row,) = connection.read("MATCH ()-[r]->() RETURN count(r) AS relationships")
    server.kill()
    speed = row["relationships"] / pushing
    yield Figure(f"push of {number}", speed, "relationships/s", 15_000, lower=False)
    yield Figure(f"bulk import of {number}, times as fast", pushing / loading, "×", 5, lower=False)


def _questions(connection: Connection, number: int) -> Iterator[Figure]:
    for name, parameters, goal in _ALL:
        work = partial(ask_server, name, connection, **parameters)
        best = min(_seconds(work) for _ in range(3))
        yield Figure(
            f"all {COUNTRY}: {name}",
            best * COUNTRY / number,
            "s",
            goal,
            calculated=number < COUNTRY,
        )


def _connection(server: Server) -> AbstractContextManager[Connection]:
    uri, user, password = server.address
    return connected(uri, Login(user, password))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print, figure by figure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tables", type=Path, help="a folder of tables that a key joins")
    parser.add_argument("--file", type=int, default=200, help="documents in one file; 0 for none")
    parser.add_argument("--cities", type=int, default=100, help="in the server; 0 for none")
    options = parser.parse_args(arguments)
    print("| what | figure | goal | | |\n| --- | --: | --: | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parts: list[Iterator[Figure]] = []
        if options.tables:
            parts.append(of_tables(options.tables, folder))
        if options.file:
            parts.append(of_file(options.file, folder))
        if options.cities:
            parts.append(of_server(options.cities, folder))
        for part in parts:
            for figure in part:
                print(figure, flush=True)


if __name__ == "__main__":
    main()
