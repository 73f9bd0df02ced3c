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
"""The size of a file in bytes from which an index saves time."""

FINDINGS = "Finding"
"""What is named to leave out the findings."""

_AT_ONCE = 5_000
"""Rows that are parsed together: far quicker than one by one, and not all of them as text."""

_VERSION = "3"
_TABLES = """\
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE nodes (
    kind TEXT, at INTEGER, row TEXT NOT NULL, PRIMARY KEY (kind, at)
) WITHOUT ROWID;
CREATE TABLE edges (
    type TEXT, source_kind TEXT, target_kind TEXT, at INTEGER, row TEXT NOT NULL,
    PRIMARY KEY (type, source_kind, target_kind, at)
) WITHOUT ROWID;
CREATE TABLE findings (row TEXT NOT NULL);
"""
"""Rows of a kind lie together, so that what is not wanted is not read from the disk either."""

_GROUPS = """\
CREATE TABLE groups_of_nodes AS SELECT DISTINCT kind FROM nodes;
CREATE TABLE groups_of_edges AS SELECT DISTINCT type, source_kind, target_kind FROM edges;
"""
"""What there is to choose from; to look for it in the rows would read all of them."""


def is_large(path: Path) -> bool:
    """Return whether a file is so large that it is read through an index."""
    with contextlib.suppress(OSError):
        return path.stat().st_size >= LEAST
    return False


def read_without(path: Path, left_out: frozenset[str]) -> Graph:
    """Read a large graph file without the nodes of some kinds and the relations that end at them.

    ``left_out`` may name relations, too, and :data:`FINDINGS`.

    The first reading checks the file against the model and makes the index, if its folder is
    writable.

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
    try:
        with contextlib.closing(sqlite3.connect(f"{index.as_uri()}?mode=ro", uri=True)) as base:
            about = dict(base.execute("SELECT name, value FROM about"))
            if about.get("made from") != _stamp(path):
                return None
            payload = {**json.loads(about["head"]), "findings": []}
            payload["nodes"] = _parsed(_wanted(base, "nodes", ("kind",), left_out))
            ends = ("type", "source_kind", "target_kind")
            payload["edges"] = _parsed(_wanted(base, "edges", ends, left_out))
            if FINDINGS not in left_out:
                findings = base.execute("SELECT row FROM findings ORDER BY rowid")
                payload["findings"] = [*_parsed(findings)]
            return network.from_payload(payload, checked=True)
    except (sqlite3.Error, ValueError, KeyError):
        return None


def _wanted(
    base: sqlite3.Connection, table: str, columns: tuple[str, ...], left_out: frozenset[str]
) -> sqlite3.Cursor:
    """Return the rows of a table of which no column is left out, in the order of the file."""
    names = ", ".join(columns)
    there = base.execute(f"SELECT {names} FROM groups_of_{table}").fetchall()  # noqa: S608
    kept = [each for each in there if left_out.isdisjoint(each)]
    same = " AND ".join(f"{column} = ?" for column in columns)
    some = " UNION ALL ".join(f"SELECT at, row FROM {table} WHERE {same}" for _ in kept)  # noqa: S608
    none = f"SELECT at, row FROM {table} LIMIT 0"  # noqa: S608
    statement = f"SELECT row FROM ({some or none}) ORDER BY at"  # noqa: S608
    return base.execute(statement, [value for each in kept for value in each])


def _parsed(rows: sqlite3.Cursor) -> Iterator[Attributes]:
    """Yield the rows, parsed by the thousands."""
    while some := rows.fetchmany(_AT_ONCE):
        yield from json.loads(f"[{','.join(row for (row,) in some)}]")


def _make(path: Path, graph: Graph) -> None:
    """Make the index; if that fails, the file is read whole the next time, too."""
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
    parts = {"nodes", "edges", "findings"}
    head = {key: value for key, value in payload.items() if key not in parts}
    kinds = {row["id"]: row["kind"] for row in payload["nodes"]}
    about = [("made from", stamp), ("head", _text(head))]
    base.executemany("INSERT INTO about VALUES (?, ?)", about)
    base.executemany(
        "INSERT INTO nodes VALUES (?, ?, ?)",
        ((row["kind"], at, _text(row)) for at, row in enumerate(payload["nodes"])),
    )
    edges = _edges(payload["edges"], kinds)
    base.executemany("INSERT INTO edges VALUES (?, ?, ?, ?, ?)", edges)
    findings = ((_text(row),) for row in payload["findings"])
    base.executemany("INSERT INTO findings VALUES (?)", findings)
    base.executescript(_GROUPS)


def _edges(
    rows: Iterable[Attributes], kinds: dict[str, str]
) -> Iterator[tuple[str, str, str, int, str]]:
    for at, row in enumerate(rows):
        yield row["type"], kinds[row["source"]], kinds[row["target"]], at, _text(row)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{_VERSION} {status.st_size} {status.st_mtime_ns}"


def _without(graph: Graph, left_out: frozenset[str]) -> Graph:
    if left_out:
        gone = [name for name, facts in graph.nodes(data=True) if facts["kind"] in left_out]
        graph.remove_nodes_from(gone)
        ties = [edge for edge in graph.edges(keys=True) if edge[2] in left_out]
        graph.remove_edges_from(ties)
        if FINDINGS in left_out:
            graph.graph["findings"] = []
    return graph
