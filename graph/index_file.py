"""An index beside a large graph file, so that a question reads only the kinds that it needs.

The file stays the graph (``keikaku/2`` JSON); its index is a SQLite database of the same rows,
``.NAME.index``, made when a large file is first read. It is valid only as long as the file keeps
its size and its time of change; it can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from keikaku.graph import jsonfile, network
from keikaku.graph.files import PREFIX
from keikaku.graph.memory import gc_paused
from keikaku.graph.network import Attributes, Graph

if TYPE_CHECKING:
    import sqlite3

LEAST = 5_000_000
"""Bytes of a file from which on an index pays."""

_VERSION = "1"
_TABLES = """\
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE nodes (kind TEXT NOT NULL, row TEXT NOT NULL);
CREATE TABLE edges (source_kind TEXT NOT NULL, target_kind TEXT NOT NULL, row TEXT NOT NULL);
"""


def is_large(path: Path) -> bool:
    """Return whether a file is so large that it is read through an index."""
    with contextlib.suppress(OSError):
        return path.stat().st_size >= LEAST
    return False


def read_without(path: Path, left_out: frozenset[str]) -> Graph:
    """Read a large graph file without the nodes of some kinds and the relations that end at them.

    The first reading holds the file to the model and makes the index, where its folder can be
    written to.

    Raises:
        GraphError: the file is missing, broken, or against the model.
    """
    rows = _indexed(path, left_out)
    if rows is not None:
        return rows
    graph = jsonfile.read(path)
    _make(path, graph)
    return _without(graph, left_out)


def index_of(path: Path) -> Path:
    """Return where the index of a file stands."""
    return path.with_name(f".{path.name}.index")


@gc_paused()
def _indexed(path: Path, left_out: frozenset[str]) -> Graph | None:
    import sqlite3

    index = index_of(path)
    if not index.is_file():
        return None
    marks = ", ".join("?" * len(left_out))
    kinds = sorted(left_out)
    try:
        with contextlib.closing(sqlite3.connect(f"{index.as_uri()}?mode=ro", uri=True)) as base:
            about = dict(base.execute("SELECT name, value FROM about"))
            if about.get("made from") != _stamp(path):
                return None
            nodes = base.execute(
                f"SELECT row FROM nodes WHERE kind NOT IN ({marks}) ORDER BY rowid",  # noqa: S608
                kinds,
            )
            payload = {**json.loads(about["head"]), "nodes": _parsed(nodes)}
            edges = base.execute(
                f"SELECT row FROM edges WHERE source_kind NOT IN ({marks}) "  # noqa: S608
                f"AND target_kind NOT IN ({marks}) ORDER BY rowid",
                [*kinds, *kinds],
            )
            return network.from_payload({**payload, "edges": _parsed(edges)})
    except (sqlite3.Error, ValueError, KeyError):
        return None


def _parsed(rows: Iterable[tuple[str]]) -> list[Attributes]:
    """Return the rows, parsed in one go: far quicker than one by one."""
    items: list[Attributes] = json.loads(f"[{','.join(row for (row,) in rows)}]")
    return items


def _make(path: Path, graph: Graph) -> None:
    """Make the index; where that cannot be, the file is read whole the next time, too."""
    import sqlite3
    import tempfile

    with contextlib.suppress(OSError, sqlite3.Error):
        stamp = _stamp(path)
        with tempfile.TemporaryDirectory(prefix=PREFIX, dir=path.resolve().parent) as beside:
            made = Path(beside) / "index"
            with contextlib.closing(sqlite3.connect(made)) as base:
                base.executescript(_TABLES)
                _fill(base, graph, stamp)
                base.commit()
            made.replace(index_of(path))


def _fill(base: sqlite3.Connection, graph: Graph, stamp: str) -> None:
    payload = network.to_payload(graph)
    head = {key: value for key, value in payload.items() if key not in {"nodes", "edges"}}
    kinds = {row["id"]: row["kind"] for row in payload["nodes"]}
    about = [("made from", stamp), ("head", _text(head))]
    base.executemany("INSERT INTO about VALUES (?, ?)", about)
    base.executemany(
        "INSERT INTO nodes VALUES (?, ?)", ((row["kind"], _text(row)) for row in payload["nodes"])
    )
    base.executemany("INSERT INTO edges VALUES (?, ?, ?)", _edges(payload["edges"], kinds))


def _edges(rows: Iterable[Attributes], kinds: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for row in rows:
        yield kinds[row["source"]], kinds[row["target"]], _text(row)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{_VERSION} {status.st_size} {status.st_mtime_ns}"


def _without(graph: Graph, left_out: frozenset[str]) -> Graph:
    if left_out:
        gone = [name for name, facts in graph.nodes(data=True) if facts["kind"] in left_out]
        graph.remove_nodes_from(gone)
    return graph
