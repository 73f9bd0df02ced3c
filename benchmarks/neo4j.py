"""Neo4j at scale: ``python -m benchmarks.neo4j --cities 1741``.

Starts the test server (or uses ``KEIKAKU_TEST_NEO4J``, whose content is removed) and prints:

- relations alone (``--floor``), evidence and all, between nodes that are there already: with
  nothing but ``UNWIND … CREATE`` of a map each, which is the floor, and as push writes them;
- the push of the cities (copies of the bundled graph), the whole of it by the clock: rows made from
  the graphs, what is held compared, all written and committed; relations of the graphs a second,
  all relationships written a second (``TELLS`` too), and all items (nodes and findings too). Making
  the cities is not counted. A server warms up: the first pushes are slower than the later ones;
- p50 and p95 of each question, of one city and of all.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from benchmarks.cities import cities, city
from benchmarks.questions import QUESTIONS
from keikaku.graph.network import Graph
from keikaku.graph.store import document_rows, push
from keikaku.graph.store.bulk_create import Ends, create_relationships
from keikaku.graph.store.server import Login, Server, StoreError, connected, run
from keikaku.queries.cypher.statements import ask_server
from tests.neo4j.server import running

LONGEST = 120
"""Seconds after which a question is not repeated."""
AT_ONCE = 50
"""Cities that are in memory together."""
Relations: TypeAlias = dict[str, list[Ends]]
"""Relations by their type."""

_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"
_NO_RELATIONS = "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS"
_COUNTS = (
    "MATCH ()-[r]->() RETURN count(r) AS relationships, "
    "sum(CASE type(r) WHEN 'TELLS' THEN 1 ELSE 0 END) AS statements"
)
_BARE = (
    "UNWIND $rows AS row MATCH (a:Keikaku {id: row[0]}) MATCH (b:Keikaku {id: row[1]}) "
    "CREATE (a)-[r:%s]->(b) SET r = row[2]"
)


def some(number: int, at_once: int = AT_ONCE) -> Iterator[list[Graph]]:
    """Yield the cities, in lists of those that are in memory together."""
    for first in range(0, number, at_once):
        yield list(cities(min(at_once, number - first), first))


def milliseconds(work: Callable[[], object], rounds: int) -> list[float]:
    """Return how long it takes each time, after one that is not counted.

    Fewer times where it is slow.
    """
    times_taken: list[float] = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        work()
        times_taken.append((time.perf_counter() - begun) * 1000)
        if len(times_taken) > 1 and sum(times_taken) > LONGEST * 1000:
            break
    return times_taken[1:]


def measure_relations(server: Server, number: int) -> None:
    """Write the relations alone that were pushed, in two ways, each twice."""
    ways: dict[str, Callable[[Relations], int]] = {
        "bare, UNWIND … CREATE": lambda rows: _bare(server, rows),
        "as push writes them": lambda rows: _by_push(server, rows),
    }
    for called, write in [*ways.items()] * 2:
        server.command(_NO_RELATIONS)
        written, seconds = 0, 0.0
        for graphs in some(number, 10):
            rows: Relations = defaultdict(list)
            for graph in graphs:
                for key, properties in document_rows.document_rows(graph).edges.items():
                    rows[key.type].append((key.source, key.target, properties))
            begun = time.perf_counter()
            written += write(rows)
            seconds += time.perf_counter() - begun
        print(f"{written} relations alone, {called}: {written / seconds:.0f}/s", flush=True)


def _bare(server: Server, rows: Relations) -> int:
    for name, members in rows.items():
        for first in range(0, len(members), 10_000):
            server.write(run, _BARE % name, {"rows": members[first : first + 10_000]})
    return sum(map(len, rows.values()))


def _by_push(server: Server, rows: Relations) -> int:
    server.write(create_relationships, "Keikaku", "Keikaku", rows)
    return sum(map(len, rows.values()))


def measure_push(server: Server, number: int) -> None:
    """Push the cities, and push one of them again."""
    relations, items, seconds = 0, 0, 0.0
    for place, graphs in enumerate(some(number)):
        begun = time.perf_counter()
        rows = list(push.push(server, graphs))
        part = time.perf_counter() - begun
        edges = sum(graph.number_of_edges() for graph in graphs)
        relations, items, seconds = relations + edges, items + _written(rows), seconds + part
        done = place * AT_ONCE + len(graphs)
        print(
            f"  {done} cities, the last {len(graphs)} with {edges / part:.0f} relations/s",
            flush=True,
        )
    (counts,) = server.read(_COUNTS)
    print(
        f"push: {number} cities in {seconds:.1f} s\n"
        f"  {relations} relations of the graphs, {relations / seconds:.0f}/s\n"
        f"  {counts['relationships']} relationships with {counts['statements']} TELLS, "
        f"{counts['relationships'] / seconds:.0f}/s\n"
        f"  {items} nodes, relations and findings, {items / seconds:.0f}/s"
    )
    again = milliseconds(lambda: list(push.push(server, cities(1))), 3)
    print(f"  push of one that is there: {statistics.median(again):.0f} ms", flush=True)


def _written(rows: Sequence[push.Pushed]) -> int:
    return sum(row.created + row.updated + row.removed for row in rows)


def measure_questions(server: Server, number: int, rounds: int, all_rounds: int) -> None:
    """Ask every question of one city and of all; print p50 and p95 in milliseconds."""
    print(f"{'p50 ms':>9} {'p95 ms':>9}  question (of {number} cities)", flush=True)
    for name, parameters in QUESTIONS:
        one = {**parameters, "document": city(number // 2)}
        for what, parameters_once, times in (("one", one, rounds), ("all", parameters, all_rounds)):
            if not times:
                continue
            words = " ".join(map(str, parameters.values()))
            try:
                ask = partial(ask_server, name, server, **parameters_once)
                times_sorted = sorted(milliseconds(ask, times))
            except StoreError as error:
                print(f"{what} {name} {words}: {error.text.of('en')}", flush=True)
                continue
            p95 = times_sorted[min(len(times_sorted) - 1, int(len(times_sorted) * 0.95))]
            print(
                f"{statistics.median(times_sorted):9.1f} {p95:9.1f}  {what} {name} {words}",
                flush=True,
            )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cities", type=int, default=50)
    parser.add_argument("--warm", type=int, default=0, help="cities pushed first, not counted")
    parser.add_argument(
        "--floor", type=int, default=0, help="cities of which the floor is measured"
    )
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--all-rounds", type=int, default=3)
    parser.add_argument("--heap", default="2g")
    parser.add_argument("--cache", default="1g")
    options = parser.parse_args(arguments)
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), options.heap, options.cache, quick=False) as address,
        connected(address.uri, Login(address.user, address.password)) as server,
    ):
        for number in filter(None, (options.warm, options.floor)):
            server.command(_EMPTY)
            for graphs in some(number):
                list(push.push(server, graphs))
        if options.floor:
            measure_relations(server, options.floor)
        server.command(_EMPTY)
        measure_push(server, options.cities)
        measure_questions(server, options.cities, options.rounds, options.all_rounds)


if __name__ == "__main__":
    main()
