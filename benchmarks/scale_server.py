"""What many plans in a server cost: figures of :mod:`benchmarks.scale`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.cities import cities, city
from benchmarks.figures import Clock, Figure, Stopwatch, connection_to
from benchmarks.scale_files import GRAPH
from keikaku.cli.cutting import SCREEN
from keikaku.graph import jsonfile
from keikaku.graph.store import store_schema
from keikaku.graph.store.import_files import write_import
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server as Connection
from keikaku.queries.cypher.statements import ask_server
from tests.neo4j.server import Server

COUNTRY = 1741
"""The municipalities of Japan."""
AT_ONCE = 50
"""Cities that are in memory together."""
OFTEN = 20
"""How many times one city is asked each question."""

_ALL: tuple[tuple[str, dict[str, Any], float], ...] = (
    ("plans", {"theme": "キャッシュレス"}, 1),
    ("impact", {"node": "2-2-5"}, 2),
    ("workload", {}, 2),
    ("bridges", {}, 10),
)
"""Questions of all documents, and the seconds that each may take, as a terminal shows them."""
_OF_TABLES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("plans", {"theme": "AI"}),
    ("impact", {"node": "個人情報保護法"}),
    ("workload", {"level": "division"}),
    ("bridges", {}),
)
"""Questions of the graph of tables."""
_COUNT = "MATCH ()-[r]->() RETURN count(r) AS relationships"


def of_tables(clock: Clock, folder: Path) -> Iterator[Figure]:
    """Yield what the graph of tables takes in a server: to push, to ask."""
    graph = jsonfile.read(folder / GRAPH)
    server = Server(folder / "tables", "2g", "1g", quick=False)
    server.start()
    with connection_to(server) as connection:
        speed = _speed(clock, server, connection, lambda: list(push(connection, [graph])))
        yield Figure("tables: push, cold server", speed, "relationships/s", 15_000, lower=False)
        for name, parameters in _OF_TABLES:
            ask = partial(ask_server, name, connection, first=SCREEN.rows, **parameters)
            best = min(clock.seconds(ask, server) for _ in range(3))
            yield Figure(f"tables in a server: {name}", best, "s")
    server.kill()


def of_cities(
    clock: Clock, number: int, pushed: int, folder: Path, memory: tuple[str, str]
) -> Iterator[Figure]:
    """Yield what the bulk import, a push and questions of all documents take.

    ``memory`` is the heap and the page cache of the server; ``pushed`` of the cities are pushed.
    """
    files = folder / "import"
    files.mkdir()
    server = Server(folder / "imported", *memory, quick=False)
    making = Stopwatch(clock)
    writing = clock.seconds(lambda: write_import(files, making.through(cities(number))))
    writing -= making.seconds
    yield Figure(f"bulk import of {number}: files written", writing, "s")
    yield Figure(f"bulk import of {number}: files", _megabytes(files), "MB")
    importing = clock.seconds(lambda: server.import_files(files))
    yield Figure(f"bulk import of {number}: imported", importing, "s")
    yield Figure(f"bulk import of {number}: database", _megabytes(server.home / "data"), "MB")
    server.start()
    with connection_to(server) as connection:
        indexing = clock.seconds(partial(_index, connection), server)
        yield Figure(f"bulk import of {number}: indexes", indexing, "s")
        loading = (writing + importing + indexing) / number
        yield from _questions(clock, server, connection, number)
    server.kill()
    server = Server(folder / "pushed", "2g", "1g", quick=False)
    server.start()
    with connection_to(server) as connection:
        whole = 0.0
        for graphs in some(pushed):
            part = clock.seconds(lambda: list(push(connection, graphs)), server)  # noqa: B023
            whole += part
        (row,) = connection.read(_COUNT)
    server.kill()
    yield Figure(
        f"push of {pushed}, whole",
        row["relationships"] / whole,
        "relationships/s",
        15_000,
        lower=False,
    )
    share = row["relationships"] / pushed
    last = len(graphs) * share / part
    yield Figure(
        f"push, the last {len(graphs)} of them", last, "relationships/s", 15_000, lower=False
    )
    faster = whole / pushed / loading
    yield Figure(f"bulk import of {number}, times as fast", faster, "×", 5, lower=False)
    faster = whole / pushed * number / importing
    yield Figure("the importer alone, times as fast as a push", faster, "×")


def some(number: int) -> Iterator[list[Any]]:
    """Yield the cities, in lists of those that are in memory together."""
    for first in range(0, number, AT_ONCE):
        yield list(cities(min(AT_ONCE, number - first), first))


def _index(connection: Connection) -> None:
    store_schema.prepare(connection)
    connection.read("CALL db.awaitIndexes(1200)")


def _megabytes(folder: Path) -> float:
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file()) / 1e6


def _questions(
    clock: Clock, server: Server, connection: Connection, number: int
) -> Iterator[Figure]:
    for (name, best), (_, _, goal) in zip(
        question_times(clock, server, connection), _ALL, strict=True
    ):
        calculated = number < COUNTRY
        yield Figure(
            f"all {COUNTRY}: {name}", best * COUNTRY / number, "s", goal, calculated=calculated
        )
    for name, parameters, _ in _ALL:
        ask = partial(ask_server, name, connection, document=city(number // 2), **parameters)
        times = sorted(clock.seconds(ask, server) * 1000 for _ in range(OFTEN))
        yield Figure(f"one of {number}: {name}, p95", times[int(OFTEN * 0.95) - 1], "ms")


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
    with connection_to(server) as connection:
        there = 0
        for size in sizes:
            graphs = list(cities(size - there, there))
            speed = _speed(clock, server, connection, lambda: list(push(connection, graphs)))  # noqa: B023
            times = [best for _, best in question_times(clock, server, connection)]
            times += [
                best for _, best in question_times(clock, server, connection, document=city(0))
            ]
            cells = [f"{size:,}", f"{speed:,.0f}", *(f"{each:.2f}" for each in times)]
            print(f"| {' | '.join(cells)} |", flush=True)
            there = size
    server.kill()


def _speed(
    clock: Clock, server: Server, connection: Connection, work: Callable[[], object]
) -> float:
    """Return how many relationships a second some work writes."""
    (before,) = connection.read(_COUNT)
    seconds = clock.seconds(work, server)
    (after,) = connection.read(_COUNT)
    return float(after["relationships"] - before["relationships"]) / seconds
