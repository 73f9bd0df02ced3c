"""Write documents into the store, each in one transaction, so that no reader sees a part of it.

A push first takes the lock of the one node ``Store``, so that pushes come one after the other; it
compares the rows of the documents with those in the store, and writes the difference. A push that
is killed leaves its last transaction undone, and the next push writes what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from keikaku.graph.errors import GraphError
from keikaku.graph.language import Text
from keikaku.graph.memory import gc_paused
from keikaku.graph.network import Graph
from keikaku.graph.store import document_rows, store_schema
from keikaku.graph.store.commit_notice import CommitNotice
from keikaku.graph.store.diff import (
    Change,
    difference,
    write_edges,
    write_findings,
    write_nodes,
    write_sources,
)
from keikaku.graph.store.document_rows import DocumentRows, EdgeKey, Properties
from keikaku.graph.store.kept import edits_located
from keikaku.graph.store.links import link
from keikaku.graph.store.prefetch import prefetch
from keikaku.graph.store.read_documents import read_documents
from keikaku.graph.store.server import Server, run
from keikaku.graph.store.shared_nodes import share, share_edges

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_AT_ONCE = 10_000
"""Rows that share a transaction, as long as they are of whole documents."""

_TWICE = Text(
    "文書「{id}」が2回あります。1つだけ指定してください。",
    "The document “{id}” is given twice. Name it once.",
)
_LOCK = "MERGE (s:Store {id: 'keikaku'}) SET s.locked = true REMOVE s.locked"
_LAST = "MATCH (s:Source) RETURN coalesce(max(s.position), 0) AS last"


@dataclass(frozen=True, slots=True)
class Pushed:
    """How many nodes, relations and findings of a document were new, changed, or are no more."""

    document: str
    created: int
    updated: int
    removed: int


def push(server: Server, graphs: Iterable[Graph]) -> Iterator[Pushed]:
    """Put documents into the store, or bring those that are there up to date.

    Raises:
        GraphError: a document occurs twice, has a relation into another one that may not lead
            there, or states another kind of a node that the store holds.
        StoreError: the server cannot be reached or fails; documents yielded so far are stored.
    """
    store_schema.prepare(server)
    for batch in prefetch(batches(graphs)):
        with edits_located(server), CommitNotice(server.write) as notice:
            pushed: list[Pushed] = server.write(_push, batch, notice)
        yield from pushed
    server.write(link)


def batches(graphs: Iterable[Graph]) -> Iterator[list[DocumentRows]]:
    """Yield the rows of documents, one transaction's worth at a time; tied ones stay together.

    Raises:
        GraphError: a document occurs twice, or has a relation that may not lead into another.
    """
    batch: list[DocumentRows] = []
    known: set[str] = set()
    size = 0
    for graph in graphs:
        # What ties documents needs both of them, so they share their transaction.
        for together in document_rows.rows_by_group(graph):
            for rows in together:
                if rows.id in known:
                    raise GraphError(_TWICE.format(id=rows.id))
                known.add(rows.id)
                batch.append(rows)
                size += rows.size
            if size >= _AT_ONCE:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


@gc_paused()
def _push(
    transaction: ManagedTransaction, after: list[DocumentRows], notice: CommitNotice
) -> list[Pushed]:
    run(transaction, _LOCK, {})
    before = read_documents(transaction, [rows.id for rows in after])
    newest: int = run(transaction, _LAST, {})[0]["last"]
    last = newest
    for rows in after:
        last += rows.id not in before
        rows.stand(before[rows.id].position if rows.id in before else last)
    pairs = [
        (before.get(rows.id, DocumentRows(rows.id, rows.position, "")), rows) for rows in after
    ]
    write_sources(transaction, pairs)
    nodes = [difference(old.nodes, new.nodes) for old, new in pairs]
    findings = [difference(old.findings, new.findings) for old, new in pairs]
    shared = [difference(old.shared, new.shared) for old, new in pairs]
    write_nodes(transaction, nodes)
    write_findings(transaction, findings)
    gone = {key.id for change in nodes for key in change.removed}
    gone |= share(transaction, after, shared, newest)
    joint = [difference(old.joint, new.joint) for old, new in pairs]
    write_edges(transaction, [difference(_standing(o.edges, gone), n.edges) for o, n in pairs])
    share_edges(transaction, after, joint, newest)
    edges = [difference(old.edges, new.edges) for old, new in pairs]
    notice.announce()
    every = zip(nodes, findings, shared, edges, joint, strict=True)
    return [_counted(new.id, changes) for new, changes in zip(after, every, strict=True)]


def _counted(document: str, changes: Sequence[Change[Any]]) -> Pushed:
    return Pushed(
        document,
        sum(len(change.created) for change in changes),
        sum(len(change.updated) for change in changes),
        sum(len(change.removed) for change in changes),
    )


def _standing(edges: dict[EdgeKey, Properties], gone: set[str]) -> dict[EdgeKey, Properties]:
    """Return the relations of which no end is removed."""
    return {k: p for k, p in edges.items() if k.source not in gone and k.target not in gone}
