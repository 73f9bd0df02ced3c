"""What a push leaves behind when it is killed: ``python -m benchmarks.reliability``.

A process pushes many documents into a real server and is killed (``kill -9``) at a random moment,
again and again, while a reader counts what the server holds of each document. The output lists each
moment with what was there afterwards: how many documents, and how many of them not whole. Finally a
push runs to its end, and another one must change nothing.

Then four processes push at once documents that share themes, laws and guidelines, and the server
must hold what one push of all of them leaves. Last, a server is stopped while it answers. The
figures stand beside their goals at the end.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple, NoReturn

from benchmarks.cities import cities
from benchmarks.figures import HEAD, Figure
from keikaku.graph import jsonfile, merging
from keikaku.graph.network import Graph
from keikaku.graph.store import read_documents, store_schema
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Login, Server, StoreError, connected
from tests.neo4j import server as own_server
from tests.neo4j.server import Address

PAUSE = 0.5
"""Seconds between two looks of the reader."""

_HELD = """\
MATCH (n:Keikaku) WHERE n.document IS NOT NULL
WITH n.document AS document, count(*) AS nodes
OPTIONAL MATCH (:Source {id: document})-[t:TELLS]->()
RETURN document, nodes, count(t) AS statements"""
_EMPTY = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"


class Seen(NamedTuple):
    """A document as a reader saw it: its nodes, and its statements of shared nodes."""

    document: str
    nodes: int
    statements: int


class Reader(threading.Thread):
    """Looks at the server all the time.

    ``halves`` are documents that were not whole, and still not when looked at again at once;
    ``passing`` are those that then were: a statement sees what is committed while it runs, so it
    may see some of what one transaction writes (read committed is all that Neo4j offers).
    """

    def __init__(self, address: Address, whole: set[Seen]) -> None:
        super().__init__(daemon=True)
        self.halves: set[Seen] = set()
        self.passing: set[Seen] = set()
        self.looks = 0
        self.stopped = threading.Event()
        self.looking = threading.Lock()
        self._address = address
        self._whole = whole

    def run(self) -> None:
        """Look until stopped."""
        with _connected(self._address) as server:
            while not self.stopped.wait(PAUSE):
                with self.looking:
                    seen = held(server) - self._whole
                    again = held(server) - self._whole if seen else set()
                self.halves |= again
                self.passing |= seen - again
                self.looks += 1


def held(server: Server) -> set[Seen]:
    """Return what the server holds of each document."""
    return {Seen(row["document"], row["nodes"], row["statements"]) for row in server.read(_HELD)}


def trial(reader: Reader, address: Address, graphs: Sequence[Graph], seconds: float) -> bool:
    """Push in another process and kill it after some seconds; return whether it was running."""
    with reader.looking:  # no lock is held that the new process would wait for
        process = os.fork()
    if not process:
        _push_and_end(address, graphs)
    time.sleep(seconds)
    done, _ = os.waitpid(process, os.WNOHANG)
    if done:
        return False
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return True


def trials(
    address: Address, graphs: Sequence[Graph], number: int, what: str, warm: int = 1
) -> Iterator[Figure]:
    """Kill a number of pushes, each into an empty server or onto what the one before left.

    ``warm`` pushes come before the one that is timed, because a server gets faster.
    """
    with _connected(address) as server:
        takes = []
        for _ in range(warm + 1):
            server.command(_EMPTY)
            begun = time.perf_counter()
            list(push(server, graphs))
            takes.append(time.perf_counter() - begun)
        whole_takes = min(takes)
        whole = held(server)
        server.command(_EMPTY)
    print(f"{what}: a whole push takes {whole_takes:.1f} s, {len(whole)} documents", flush=True)
    reader = Reader(address, whole)
    reader.start()
    moments = random.Random(number)
    killed = 0
    with _connected(address) as server:
        for place in range(number):
            moment = moments.uniform(0, whole_takes)
            running_still = trial(reader, address, graphs, moment)
            left = held(server)
            killed += running_still
            state = "killed" if running_still else "was done"
            print(
                f"| {what} | {place + 1} | {moment:.1f} s | {state} | {len(left)} | "
                f"{len(left - whole)} |",
                flush=True,
            )
            if left >= whole:
                with reader.looking:  # this is done in parts
                    server.command(_EMPTY)
        list(push(server, graphs))
        changes = sum(each.created + each.updated + each.removed for each in push(server, graphs))
        different = len(held(server) ^ whole)
        reader.stopped.set()
        reader.join()
    passing = len(reader.passing)
    print(f"{what}: {reader.looks} looks, {passing} saw what was being committed", flush=True)
    yield Figure(f"{what}: pushes killed", killed, "")
    yield Figure(f"{what}: documents not whole, of {reader.looks} looks", len(reader.halves), "", 0)
    yield Figure(f"{what}: documents not healed by the next push", different, "", 0)
    yield Figure(f"{what}: changes by one more push", changes, "", 0)


def at_once(address: Address, graphs: Sequence[Graph], pushes: int = 4) -> Iterator[Figure]:
    """Push parts of the documents at once, each from a process of its own."""
    with _connected(address) as server:
        server.command(_EMPTY)
        store_schema.prepare(server)
    begun = time.perf_counter()
    processes = []
    for place in range(pushes):
        process = os.fork()
        if not process:
            _push_and_end(address, graphs[place::pushes])
        processes.append(process)
    failed = sum(os.waitpid(process, 0)[1] != 0 for process in processes)
    seconds = time.perf_counter() - begun
    with _connected(address) as server:
        by_id = {graph.graph["document"]["id"]: graph for graph in graphs}
        order = [row["id"] for row in server.read(read_documents.SOURCES)]
        expected = jsonfile.dumps(merging.merge(by_id[name] for name in order)[0]).splitlines()
        lost = set(expected).symmetric_difference(jsonfile.dumps(pull(server)).splitlines())
    name = f"{pushes} pushes at once of {len(graphs)} documents"
    yield Figure(f"{name}: failed", failed, "", 0)
    yield Figure(f"{name}: missing documents", len(graphs) - len(order), "", 0)
    yield Figure(f"{name}: rows that differ from one push", len(lost), "", 0)
    yield Figure(f"{name}: all of them", seconds, "s")


def stopped(folder: Path) -> Iterator[Figure]:
    """Stop a server in the middle of a question."""
    server = own_server.Server(folder / "stopped", quick=False)
    server.start()
    ends: list[float] = []

    def stop() -> None:
        server.kill()
        ends.append(time.perf_counter())

    with _connected(server.address) as connection:
        timer = threading.Timer(2, stop)
        timer.start()
        with contextlib.suppress(StoreError):
            connection.read("UNWIND range(1, 1000000000) AS n RETURN sum(sin(n)) AS long")
        seconds = time.perf_counter() - ends[0]
        timer.join()
    yield Figure("a server that stops, until that is said", seconds, "s", 5)


def _push_and_end(address: Address, graphs: Sequence[Graph]) -> NoReturn:
    """Push in a process that was made for it, and end it."""
    state = 1
    try:
        with _connected(address) as server:
            list(push(server, graphs))
        state = 0
    finally:
        os._exit(state)


def _connected(address: Address) -> AbstractContextManager[Server]:
    return connected(address.uri, Login(address.user, address.password))


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill, look, and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--file", type=Path, help="a graph file, all of it pushed at once")
    parser.add_argument("--cities", type=int, default=50, help="0 for none")
    parser.add_argument("--warm", type=int, default=1, help="pushes of the file before it counts")
    parser.add_argument("--trials", type=int, default=15, help="of each")
    options = parser.parse_args(arguments)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with own_server.running(folder / "own", "2g", "512m", quick=False) as address:
            if options.file:
                graphs = [jsonfile.read(options.file)]
                figures += trials(address, graphs, options.trials, "file", options.warm)
            if options.cities:
                graphs = [*cities(options.cities)]
                figures += trials(address, graphs, options.trials, f"{options.cities} cities")
                figures += at_once(address, graphs)
        figures += stopped(folder)
    print(HEAD, *figures, sep="\n")
    return int(any(each.missed for each in figures))


if __name__ == "__main__":
    raise SystemExit(main())
