"""Write the difference between the rows of a document in the store and its rows now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from keikaku.graph.store import properties as rows
from keikaku.graph.store.bulk_create import BATCH, Ends, create_nodes, create_relationships
from keikaku.graph.store.document_rows import DocumentRows, EdgeKey, NodeKey, Properties
from keikaku.graph.store.server import Row, run

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Key = TypeVar("Key", bound=Hashable)

_SOURCES = """\
UNWIND $rows AS row MERGE (s:Source {id: row.id})
SET s.position = row.position, s.head = row.head, s.joint = row.joint, s.title = row.title"""
_REMOVE_NODES = "UNWIND $rows AS id MATCH (n:Keikaku {id: id}) DETACH DELETE n"
_UPDATE_NODES = "UNWIND $rows AS row MATCH (n:Keikaku {id: row.id}) SET n = row"
_REMOVE_FINDINGS = "UNWIND $rows AS id MATCH (f:Finding {id: id}) DETACH DELETE f"
_UPDATE_FINDINGS = "UNWIND $rows AS row MATCH (f:Finding {id: row.id}) SET f = row"
_ENDS = "UNWIND $rows AS row MATCH (a:Keikaku {id: row[0]}) MATCH (b:Keikaku {id: row[1]}) "
_UPDATE_EDGES = _ENDS + "MATCH (a)-[r:%s]->(b) SET r = row[2]"
_REMOVE_EDGES = _ENDS + "MATCH (a)-[r:%s]->(b) DELETE r"


@dataclass(frozen=True, slots=True)
class Change(Generic[Key]):
    """The rows that are new, have other facts, only changed their place, or are gone."""

    created: dict[Key, Properties]
    updated: dict[Key, Properties]
    moved: dict[Key, Properties]
    removed: list[Key]

    @property
    def rewritten(self) -> dict[Key, Properties]:
        """All that is there and must be written again."""
        return self.updated | self.moved


def difference(old: dict[Key, Properties], new: dict[Key, Properties]) -> Change[Key]:
    """Return what has to be written so that the old becomes the new."""
    change: Change[Key] = Change({}, {}, {}, [key for key in old if key not in new])
    for key, properties in new.items():
        there = old.get(key)
        if there is None:
            change.created[key] = properties
        elif there != properties:
            moved = {**there, "at": properties["at"]} == properties
            (change.moved if moved else change.updated)[key] = properties
    return change


def write_sources(
    transaction: ManagedTransaction, pairs: Iterable[tuple[DocumentRows, DocumentRows]]
) -> None:
    """Write the nodes of the documents themselves, where they are new or changed (old, new)."""
    sources = [new for old, new in pairs if (old.head, old.joint) != (new.head, new.joint)]
    batched(transaction, _SOURCES, [*map(source_row, sources)])


def source_row(source: DocumentRows) -> Row:
    """Return the properties of the node of a document itself."""
    return {
        "id": source.id,
        "position": source.position,
        "head": source.head,
        "title": rows.title_of(source.head),
        "joint": rows.text([{"key": key, **row} for key, row in source.joint.items()]),
    }


def write_nodes(transaction: ManagedTransaction, changes: Sequence[Change[NodeKey]]) -> None:
    """Write the nodes of documents: what goes, with its relations, before what comes."""
    batched(transaction, _REMOVE_NODES, [key.id for each in changes for key in each.removed])
    created: dict[str, list[Row]] = defaultdict(list)
    for each in changes:
        for key, properties in each.created.items():
            created[f"Keikaku:{key.kind}"].append(properties)
    create_nodes(transaction, created)
    batched(transaction, _UPDATE_NODES, [p for each in changes for p in each.rewritten.values()])


def write_findings(transaction: ManagedTransaction, changes: Sequence[Change[str]]) -> None:
    """Write the findings of documents."""
    batched(transaction, _REMOVE_FINDINGS, [key for each in changes for key in each.removed])
    created = [p for each in changes for p in each.created.values()]
    create_nodes(transaction, {"Finding": created})
    batched(transaction, _UPDATE_FINDINGS, [p for each in changes for p in each.rewritten.values()])


def write_edges(transaction: ManagedTransaction, changes: Sequence[Change[EdgeKey]]) -> None:
    """Relations whose ends are all there."""
    removed = _by_type((key, {}) for each in changes for key in each.removed)
    for name, ends in removed.items():
        batched(transaction, _REMOVE_EDGES % name, ends)
    created = _by_type(pair for each in changes for pair in each.created.items())
    create_relationships(transaction, "Keikaku", "Keikaku", created)
    rewritten = _by_type(pair for each in changes for pair in each.rewritten.items())
    for name, ends in rewritten.items():
        batched(transaction, _UPDATE_EDGES % name, ends)


def batched(transaction: ManagedTransaction, statement: str, wanted: Sequence[Any]) -> None:
    """Run a statement on all rows, in batches."""
    for begin in range(0, len(wanted), BATCH):
        run(transaction, statement, {"rows": wanted[begin : begin + BATCH]})


def _by_type(wanted: Iterable[tuple[EdgeKey, Properties]]) -> dict[str, list[Ends]]:
    grouped: dict[str, list[Ends]] = defaultdict(list)
    for key, properties in wanted:
        grouped[key.type].append((key.source, key.target, properties))
    return grouped
