"""What a push leaves behind when it is killed: ``python -m benchmarks.reliability``.

A process pushes many documents into a real server and is killed (``kill -9``) at a random moment,
again and again, while a reader counts what the server holds of each document. The output lists each
moment with what was there afterwards: how many documents, and how many of them not whole. Finally a
push runs to its end, and another one must change nothing.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from benchmarks.cities import cities
from keikaku.graph import jsonfile
from keikaku.graph.network import Graph
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Login, Server, connected
from tests.neo4j.server import Address, running

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
        with _connected(address) as server:
            list(push(server, graphs))
        os._exit(0)
    time.sleep(seconds)
    done, _ = os.waitpid(process, os.WNOHANG)
    if done:
        return False
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return True


def trials(address: Address, graphs: Sequence[Graph], number: int, what: str, warm: int = 1) -> int:
    """Kill a number of pushes, each into an empty server or onto what the one before left.

    ``warm`` pushes come before the one that is timed, because a server gets faster.

    Returns how many documents were not whole at any moment.
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
    with _connected(address) as server:
        for place in range(number):
            moment = moments.uniform(0, whole_takes)
            running_still = trial(reader, address, graphs, moment)
            left = held(server)
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
        healed = held(server) == whole and not changes
        reader.stopped.set()
        reader.join()
    print(
        f"{what}: healed {healed}, {reader.looks} looks, half documents {len(reader.halves)}, "
        f"seen while they were committed {len(reader.passing)}",
        flush=True,
    )
    return len(reader.halves) + (not healed)


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
    with (
        tempfile.TemporaryDirectory() as folder,
        running(Path(folder), "2g", "512m", quick=False) as address,
    ):
        wrong = 0
        if options.cities:
            wrong += trials(address, [*cities(options.cities)], options.trials, "cities")
        if options.file:
            graphs = [jsonfile.read(options.file)]
            wrong += trials(address, graphs, options.trials, "file", options.warm)
    return min(wrong, 1)


if __name__ == "__main__":
    raise SystemExit(main())
