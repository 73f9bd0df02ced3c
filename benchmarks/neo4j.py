"""Neo4j at scale: ``python -m benchmarks.neo4j --cities 1741``.

Starts the test server (or uses ``KEIKAKU_TEST_NEO4J``, whose content is removed), pushes copies of
the bundled graph as cities of their own, and asks every question of one city, and of all.
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from graph import bundled, network
from graph.network import Graph
from graph.store import push
from graph.store.server import Login, Server, connected
from queries.cypher.statements import ask_server
from tests.neo4j.server import running

QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("plans", {"theme": "キャッシュレス"}),
    ("plans", {"text": "システム"}),
    ("plan", {"number": "2-2-5"}),
    ("workload", {}),
    ("dependencies", {}),
    ("impact", {"node": "2-2-5"}),
    ("indicators", {}),
    ("themes", {}),
    ("guidelines", {}),
    ("departments", {}),
    ("bridges", {}),
    ("check", {}),
)
"""What is asked: of one city with its ``document`` besides, of all without."""


def cities(number: int) -> Iterator[Graph]:
    """Copies of the bundled graph, each with ids and a name of its own; shared nodes are shared."""
    text = bundled.path().read_text(encoding="utf-8")
    head = json.loads(text)["document"]
    for place in range(number):
        named = text.replace(head["id"], city(place)).replace(head["municipality"], f"第{place}市")
        yield network.from_payload(json.loads(named))


def city(place: int) -> str:
    """The document of a city."""
    return f"city-{place:04}"


def milliseconds(work: Callable[[], object], rounds: int) -> list[float]:
    """How long it takes each time, after one that is not counted."""
    taken = []
    for _ in range(rounds + 1):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return taken[1:]


def measure_push(server: Server, number: int) -> None:
    """Push the cities, and push one of them again."""
    relations, begun = 0, time.perf_counter()

    def counted() -> Iterator[Graph]:
        nonlocal relations
        for graph in cities(number):
            relations += graph.number_of_edges()
            yield graph

    for _ in cities(number):
        pass
    making = time.perf_counter() - begun
    begun = time.perf_counter()
    rows = list(push.push(server, counted()))
    taken = time.perf_counter() - begun - making
    items = sum(row.created for row in rows)
    print(f"push {number} cities: {taken:.1f} s (without {making:.1f} s to make them)")
    print(
        f"  {relations} relations, {relations / taken:.0f}/s; {items} items, {items / taken:.0f}/s"
    )
    again = milliseconds(lambda: list(push.push(server, cities(1))), 3)
    print(f"  push of one that is there: {statistics.median(again):.0f} ms")


def measure_questions(server: Server, number: int, rounds: int, all_rounds: int) -> None:
    """Ask every question of one city and of all; print p50 and p95 in milliseconds."""
    print(f"{'p50 ms':>9} {'p95 ms':>9}  question (of {number} cities)")
    for name, parameters in QUESTIONS:
        one = {**parameters, "document": city(number // 2)}
        for what, given, times in (("one", one, rounds), ("all", parameters, all_rounds)):
            if not times:
                continue
            taken = sorted(milliseconds(lambda n=name, g=given: ask_server(n, server, **g), times))  # type: ignore[misc]
            p95 = taken[min(len(taken) - 1, int(len(taken) * 0.95))]
            told = " ".join(map(str, parameters.values()))
            print(f"{statistics.median(taken):9.1f} {p95:9.1f}  {what} {name} {told}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cities", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--all-rounds", type=int, default=3)
    parser.add_argument("--heap", default="1g")
    options = parser.parse_args(arguments)
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), heap=options.heap, cache="512m") as address,
        connected(address.uri, Login(address.user, address.password)) as server,
    ):
        server.command("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS")
        measure_push(server, options.cities)
        measure_questions(server, options.cities, options.rounds, options.all_rounds)


if __name__ == "__main__":
    main()
