"""The nodes that documents share: the union of what each document states, as in ``fact_merge``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from keikaku.graph.errors import GraphError
from keikaku.graph.language import Text
from keikaku.graph.store import properties as rows
from keikaku.graph.store.bulk_create import create_nodes, create_relationships
from keikaku.graph.store.diff import Change, batched, difference, write_edges
from keikaku.graph.store.document_rows import DocumentRows, EdgeKey, NodeKey, Properties
from keikaku.graph.store.kept import kept
from keikaku.graph.store.read_documents import joint_of
from keikaku.graph.store.server import run
from keikaku.graph.store.shared_merge import merge_rows, merge_shared

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_OTHER_KIND = Text(
    "{id}: 収められているのは {there}、こちらでは {here} です。",
    "{id}: is {there} in the store and {here} here.",
)
_REMOVE_TELLS = """\
UNWIND $rows AS row
MATCH (:Source {id: row.document})-[t:TELLS]->(:Keikaku {id: row.id}) DELETE t"""
_SET_TELLS = """\
UNWIND $rows AS row
MATCH (:Source {id: row.document})-[t:TELLS]->(:Keikaku {id: row.id}) SET t = row.properties"""
_FORGET = """\
UNWIND $rows AS id
MATCH (n:Keikaku {id: id}) WHERE NOT EXISTS { (:Source)-[:TELLS]->(n) }
DETACH DELETE n RETURN id"""
_THERE = """\
MATCH (n:Keikaku) WHERE n.id IN $ids
RETURN n.id AS id, [l IN labels(n) WHERE l <> 'Keikaku'][0] AS kind, properties(n) AS properties"""
_STATEMENTS = """\
MATCH (s:Source)-[t:TELLS]->(n:Keikaku) WHERE n.id IN $ids
RETURN n.id AS id, [l IN labels(n) WHERE l <> 'Keikaku'][0] AS kind, t.at AS at, t.row AS row
ORDER BY at"""
_SET = "UNWIND $rows AS row MATCH (n:Keikaku {id: row.id}) SET n = row"
_JOINT = "MATCH (s:Source) WHERE s.joint <> '[]' RETURN s.joint AS joint ORDER BY s.position"
_ENDS_THERE = """\
UNWIND $rows AS row
MATCH (a:Keikaku {id: row.source})-[r]->(b:Keikaku {id: row.target}) WHERE type(r) = row.type
RETURN row.type AS type, row.source AS source, row.target AS target, properties(r) AS properties"""


def share(
    transaction: ManagedTransaction,
    sources: Sequence[DocumentRows],
    changes: Sequence[Change[NodeKey]],
    newest: int,
) -> set[str]:
    """Bring the shared nodes up to date; return the ids of those that no document states any more.

    ``newest`` is the last position that the store knew before.

    Raises:
        GraphError: a document states another kind of a node than the store holds.
    """
    pairs = list(zip(sources, changes, strict=True))
    left = [{"document": t.id, "id": key.id} for t, change in pairs for key in change.removed]
    batched(transaction, _REMOVE_TELLS, left)
    removed = {row["id"] for row in left}
    gone = {row["id"] for row in run(transaction, _FORGET, {"rows": sorted(removed)})}
    wanted = {key for change in changes for key in (*change.created, *change.rewritten)}
    there = _there(transaction, {key.id for key in wanted} | removed)
    same_kinds(wanted, there)
    known = {key: rows.node_facts(key.kind, row) | {"at": row["at"]} for key, row in there.items()}
    facts, again = merge_shared(sources, changes, known, newest)
    fresh = defaultdict(list)
    for key in sorted(wanted - there.keys()):
        new = shared_node(key, facts.pop(key)) if key in facts else {"id": key.id}
        fresh[f"Keikaku:{key.kind}"].append(new)
    create_nodes(transaction, fresh)
    statements = [(t.id, key.id, p) for t, c in pairs for key, p in c.created.items()]
    create_relationships(transaction, "Source", "Keikaku", {"TELLS": statements})
    rewritten = [
        {"document": t.id, "id": key.id, "properties": properties}
        for t, change in pairs
        for key, properties in change.rewritten.items()
    ]
    batched(transaction, _SET_TELLS, rewritten)
    if again:
        records = run(transaction, _STATEMENTS, {"ids": sorted(key.id for key in again)})
        facts |= merge_rows((NodeKey(row["kind"], row["id"]), row) for row in records)
    written = [(key, shared_node(key, row)) for key, row in facts.items()]
    batched(transaction, _SET, [row for key, row in written if there.get(key) != row])
    return gone


def share_edges(
    transaction: ManagedTransaction,
    sources: Sequence[DocumentRows],
    changes: Sequence[Change[EdgeKey]],
    newest: int,
) -> None:
    """Bring the relations between shared nodes up to date; ``newest`` as for :func:`share`."""
    touched = {
        key for change in changes for key in (*change.created, *change.rewritten, *change.removed)
    }
    if not touched:
        return
    records = run(transaction, _ENDS_THERE, {"rows": [key._asdict() for key in sorted(touched)]})
    there = {EdgeKey(r["type"], r["source"], r["target"]): r["properties"] for r in records}
    known = {key: rows.edge_facts(key.type, row) | {"at": row["at"]} for key, row in there.items()}
    facts, again = merge_shared(sources, changes, known, newest)
    if again:
        facts |= merge_rows((key, row) for key, row in _joint(transaction) if key in again)
    old = {key: row for key, row in there.items() if key in facts or key in again}
    write_edges(
        transaction, [difference(old, {key: shared_edge(row) for key, row in facts.items()})]
    )


def same_kinds(wanted: Iterable[NodeKey], there: Iterable[NodeKey]) -> None:
    """Make sure that no id has two kinds among the new nodes and those in the store.

    Raises:
        GraphError: one does.
    """
    kinds = {key.id: key.kind for key in there}
    for key in sorted(wanted):
        known = kinds.setdefault(key.id, key.kind)
        if known != key.kind:
            raise GraphError(_OTHER_KIND.format(id=key.id, there=known, here=key.kind))


def _there(transaction: ManagedTransaction, ids: Iterable[str]) -> dict[NodeKey, Properties]:
    records = run(transaction, _THERE, {"ids": sorted(ids)})
    return {NodeKey(row["kind"], row["id"]): row["properties"] for row in records}


def _joint(transaction: ManagedTransaction) -> Iterator[tuple[EdgeKey, Properties]]:
    """Yield all relations between shared nodes that documents state, document by document."""
    for source in run(transaction, _JOINT, {}):
        yield from joint_of(kept(source["joint"], "joint", list)).items()


def shared_node(key: NodeKey, facts: Properties) -> Properties:
    """Return the properties of a shared node; its evidence stays with the statements."""
    return {"id": key.id, "at": facts["at"], **rows.of_node({"id": key.id, **facts})}


def shared_edge(facts: Properties) -> Properties:
    """Return the properties of a relation between shared nodes."""
    return {
        "at": facts["at"],
        **rows.of_edge(facts),
        "evidence": rows.text(facts["evidence"]),
    }
