"""Read the rows of some documents from the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keikaku.graph.store.document_rows import DocumentRows, EdgeKey, NodeKey
from keikaku.graph.store.kept import kept
from keikaku.graph.store.server import Row, run

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

SOURCES = "MATCH (s:Source) RETURN s.id AS id, s.position AS position ORDER BY position"

_HEADS = """\
MATCH (s:Source) WHERE s.id IN $documents
RETURN s.id AS id, s.position AS position, s.head AS head, s.joint AS joint ORDER BY position"""
_NODES = """\
MATCH (n:Keikaku) WHERE n.document IN $documents
RETURN n.document AS document, [l IN labels(n) WHERE l <> 'Keikaku'][0] AS kind, n.id AS id,
       properties(n) AS properties"""
_SHARED = """\
MATCH (s:Source)-[t:TELLS]->(n:Keikaku) WHERE s.id IN $documents
RETURN s.id AS document, [l IN labels(n) WHERE l <> 'Keikaku'][0] AS kind, n.id AS id,
       properties(t) AS properties"""
_EDGES = """\
MATCH (n:Keikaku)-[r]-(:Keikaku) WHERE n.document IN $documents AND r.document = n.document
WITH DISTINCT r
RETURN r.document AS document, type(r) AS type, startNode(r).id AS source, endNode(r).id AS target,
       properties(r) AS properties"""
_FINDINGS = """\
MATCH (f:Finding) WHERE f.document IN $documents
RETURN f.document AS document, f.id AS id, properties(f) AS properties"""


def read_documents(
    transaction: ManagedTransaction, documents: list[str]
) -> dict[str, DocumentRows]:
    """Return what the store holds of the documents that it knows, in the order of the store."""

    def rows_of(statement: str) -> list[Row]:
        return run(transaction, statement, {"documents": documents})

    result = {
        row["id"]: DocumentRows(
            row["id"],
            row["position"],
            row["head"],
            joint=joint_of(kept(row["joint"], "joint", list)),
        )
        for row in rows_of(_HEADS)
    }
    if not result:
        return result
    for row in rows_of(_NODES):
        result[row["document"]].nodes[NodeKey(row["kind"], row["id"])] = row["properties"]
    for row in rows_of(_SHARED):
        result[row["document"]].shared[NodeKey(row["kind"], row["id"])] = row["properties"]
    for row in rows_of(_EDGES):
        key = EdgeKey(row["type"], row["source"], row["target"])
        result[row["document"]].edges[key] = row["properties"]
    for row in rows_of(_FINDINGS):
        result[row["document"]].findings[row["id"]] = row["properties"]
    return result


def joint_of(listed: list[Row]) -> dict[EdgeKey, Row]:
    """Return the relations between shared nodes that the list on a document's node states."""
    return {EdgeKey(*row["key"]): {"at": row["at"], "row": row["row"]} for row in listed}
