"""Write documents as files for ``neo4j-admin database import full``.

The importer of Neo4j makes a new database from CSV files, several times as fast as statements do.
The files hold, row for row, what :func:`keikaku.graph.store.push.push` would write into an empty
store, so that a push afterwards has nothing to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from keikaku.graph.memory import gc_paused
from keikaku.graph.store.diff import source_row
from keikaku.graph.store.import_table import ImportTable, types_of
from keikaku.graph.store.push import batches
from keikaku.graph.store.shared_merge import add
from keikaku.graph.store.shared_nodes import same_kinds, shared_edge, shared_node
from keikaku.graph.store.store_schema import FINDING, NODE, SOURCE, STORE

if TYPE_CHECKING:
    from typing import Self

    from keikaku.graph.network import Graph
    from keikaku.graph.store.document_rows import DocumentRows, EdgeKey, NodeKey, Properties

ARGUMENTS = "import.args"
"""The file that lists the files for the importer, and how to read them."""

_OPTIONS = (
    "--array-delimiter=U+001F",
    "--multiline-fields=true",
    "--read-buffer-size=32m",
    "--id-type=string",
    "--bad-tolerance=0",
)


class Written(NamedTuple):
    """How many documents, nodes and relationships stand in the files, and the files."""

    documents: int
    nodes: int
    relationships: int
    files: tuple[str, ...]


def write_import(folder: Path, graphs: Iterable[Graph]) -> Written:
    """Write the files for documents that are to make up a whole new database into a folder.

    Memory holds the union of what documents share, and one batch of documents at a time.

    Raises:
        GraphError: a document occurs twice, has a relation into another one that may not lead
            there, states another kind of a shared node, or holds a letter that no file can.
    """
    nodes: dict[NodeKey, Properties] = {}
    edges: dict[EdgeKey, Properties] = {}
    documents = 0
    with _Files(folder) as files:
        for batch in batches(graphs):
            with gc_paused():
                for rows in batch:
                    documents += 1
                    rows.stand(documents)
                    same_kinds(rows.shared, nodes)
                    files.write_document(rows)
                    for key, statement in rows.shared.items():
                        add(nodes, key, statement)
                        nodes[key]["evidence"] = []  # it stays with the statements
                    for edge, statement in rows.joint.items():
                        add(edges, edge, statement)
        files.write_shared(nodes, edges)
    arguments = [*_OPTIONS, *files.arguments()]
    (folder / ARGUMENTS).write_text("\n".join(arguments) + "\n", encoding="utf-8")
    return Written(documents, files.nodes, files.relationships, (ARGUMENTS, *files.names()))


class _Files:
    """The tables of an import: for each label and type, one for each set of property types."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tables: dict[tuple[str, str], list[ImportTable]] = {}
        self._by_shape: dict[tuple[object, ...], ImportTable] = {}
        self.nodes = 0
        self.relationships = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for tables in self._tables.values():
            for table in tables:
                table.close()

    def write_document(self, rows: DocumentRows) -> None:
        """Write one document: its node ``Source``, its own rows, its statements of shared nodes."""
        self._node(SOURCE, source_row(rows))
        for key, row in rows.nodes.items():
            self._node(f"{NODE}:{key.kind}", row)
        for row in rows.findings.values():
            self._node(FINDING, row)
        for edge, row in rows.edges.items():
            self._relationship(edge, row, NODE)
        for key, row in rows.shared.items():
            self._relationship(_StatementKey("TELLS", rows.id, key.id), row, SOURCE)

    def write_shared(
        self, nodes: dict[NodeKey, Properties], edges: dict[EdgeKey, Properties]
    ) -> None:
        """Write what documents share, and the node whose lock a push takes."""
        for key, facts in nodes.items():
            self._node(f"{NODE}:{key.kind}", shared_node(key, facts))
        for edge, facts in edges.items():
            self._relationship(edge, shared_edge(facts), NODE)
        self._node(STORE, {"id": "keikaku"})

    def arguments(self) -> Iterator[str]:
        """Yield the options of the importer that name the files."""
        for (option, labels), tables in self._tables.items():
            for table in tables:
                yield f"--{option}={labels}={','.join(table.files)}"

    def names(self) -> Iterator[str]:
        """Yield the names of the files."""
        return (name for tables in self._tables.values() for t in tables for name in t.files)

    def _node(self, labels: str, row: Properties) -> None:
        self.nodes += 1
        own = {name: value for name, value in row.items() if name != "id"}
        space = labels.partition(":")[0]
        self._write("nodes", labels, (f"id:ID({space})",), (row["id"],), own)

    def _relationship(self, key: EdgeKey | _StatementKey, row: Properties, start: str) -> None:
        self.relationships += 1
        heads = (f":START_ID({start})", f":END_ID({NODE})")
        self._write("relationships", key.type, heads, (key.source, key.target), row)

    def _write(
        self,
        option: str,
        labels: str,
        heads: tuple[str, ...],
        ids: tuple[str, ...],
        row: Properties,
    ) -> None:
        types = types_of(row)
        shape = (labels, *types.items())
        table = self._by_shape.get(shape)
        if table is None:
            table = self._by_shape[shape] = self._table(option, labels, heads, types)
        table.write(ids, row)

    def _table(
        self, option: str, labels: str, heads: tuple[str, ...], types: dict[str, str]
    ) -> ImportTable:
        """Return the first table that takes properties of these types, or a further one."""
        tables = self._tables.setdefault((option, labels), [])
        table = next((each for each in tables if each.takes(types)), None)
        if table is None:
            number = f"-{len(tables) + 1}" if tables else ""
            name = f"{option}-{labels.rpartition(':')[2].lower()}{number}"
            table = ImportTable(self._folder, name, heads)
            tables.append(table)
        table.learn(types)
        return table


class _StatementKey(NamedTuple):
    """The key of the relationship from a document to a shared node of which it states something."""

    type: str
    source: str
    target: str
