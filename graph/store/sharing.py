"""What documents share: the union of what each of them tells, as :mod:`graph.merging` unites it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph import merging
from graph.errors import GraphError
from graph.language import Text
from graph.store import rows
from graph.store.holding import joint_of
from graph.store.server import Row, run
from graph.store.telling import EdgeKey, NodeKey, Properties, Told
from graph.store.writing import Change, batched, difference, write_edges

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_OTHER_KIND = Text(
    "{id}: 収められているのは {there}、こちらでは {here} です。",
    "{id}: is {there} in the store and {here} here.",
)
_REMOVE_TELLS = """\
UNWIND $rows AS row
MATCH (:Source {id: row.document})-[t:TELLS]->(:Keikaku {id: row.id}) DELETE t"""
_ADD_TELLS = """\
UNWIND $rows AS row
MATCH (s:Source {id: row.document}) MATCH (n:Keikaku {id: row.id})
CREATE (s)-[t:TELLS]->(n) SET t = row.properties"""
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
_TELLINGS = """\
MATCH (s:Source)-[t:TELLS]->(n:Keikaku) WHERE n.id IN $ids
RETURN n.id AS id, t.at AS at, t.row AS row ORDER BY at"""
_BARE = "UNWIND $rows AS id CREATE (:Keikaku:%s {id: id})"
_SET = "UNWIND $rows AS row MATCH (n:Keikaku {id: row.id}) SET n = row"
_JOINT = "MATCH (s:Source) WHERE s.joint <> '[]' RETURN s.joint AS joint ORDER BY s.position"
_ENDS_THERE = """\
UNWIND $rows AS row
MATCH (a:Keikaku {id: row.source})-[r]->(b:Keikaku {id: row.target}) WHERE type(r) = row.type
RETURN row.type AS type, row.source AS source, row.target AS target, properties(r) AS properties"""


def share(
    transaction: ManagedTransaction, told: Sequence[Told], changes: Sequence[Change[NodeKey]]
) -> set[str]:
    """Bring the shared nodes up to date; returns the ids of those that nobody tells any more.

    Raises:
        GraphError: a document tells another kind of a node than the store holds.
    """
    pairs = list(zip(told, changes, strict=True))
    left = [{"document": t.id, "id": key.id} for t, change in pairs for key in change.removed]
    batched(transaction, _REMOVE_TELLS, left)
    removed = sorted({row["id"] for row in left})
    gone = {row["id"] for row in run(transaction, _FORGET, {"rows": removed})}
    wanted = {key for change in changes for key in (*change.created, *change.rewritten)}
    there = _there(transaction, [key.id for key in wanted] + removed)
    fresh: dict[str, list[str]] = {}
    for key in sorted(wanted):
        kind = there[key.id][0] if key.id in there else None
        if kind is None:
            fresh.setdefault(key.kind, []).append(key.id)
        elif kind != key.kind:
            raise GraphError(_OTHER_KIND.format(id=key.id, there=kind, here=key.kind))
    for kind, ids in fresh.items():
        batched(transaction, _BARE % kind, ids)
    batched(transaction, _ADD_TELLS, [r for t, c in pairs for r in _tells(t.id, c.created)])
    batched(transaction, _SET_TELLS, [r for t, c in pairs for r in _tells(t.id, c.rewritten)])
    _unite(transaction, there, told, changes)
    return gone


def share_edges(transaction: ManagedTransaction, changes: Sequence[Change[EdgeKey]]) -> None:
    """Bring the relations between shared nodes up to date."""
    touched = {
        key for change in changes for key in (*change.created, *change.rewritten, *change.removed)
    }
    if not touched:
        return
    new: dict[EdgeKey, Properties] = {}
    for source in run(transaction, _JOINT, {}):
        for key, told in joint_of(json.loads(source["joint"])).items():
            if key in touched:
                row = json.loads(told["row"])
                if key in new:
                    merging.unite(new[key], row, "")
                else:
                    new[key] = {**row, "at": told["at"]}
    wanted = {
        key: {
            "at": row["at"],
            **rows.of_edge(row),
            "evidence": rows.text(row["evidence"]),
        }
        for key, row in new.items()
    }
    found = run(transaction, _ENDS_THERE, {"rows": [key._asdict() for key in sorted(touched)]})
    old = {EdgeKey(r["type"], r["source"], r["target"]): r["properties"] for r in found}
    write_edges(transaction, [difference(old, wanted)])


def _there(
    transaction: ManagedTransaction, ids: Iterable[str]
) -> dict[str, tuple[str, Properties]]:
    found = run(transaction, _THERE, {"ids": sorted(set(ids))})
    return {row["id"]: (row["kind"], row["properties"]) for row in found}


def _tells(document: str, told: dict[NodeKey, Properties]) -> list[Row]:
    return [
        {"document": document, "id": key.id, "properties": properties}
        for key, properties in told.items()
    ]


def _unite(
    transaction: ManagedTransaction,
    there: dict[str, tuple[str, Properties]],
    told: Sequence[Told],
    changes: Sequence[Change[NodeKey]],
) -> None:
    """Write what shared nodes say now.

    What only comes last of all that is told is added to what is there; where a telling changed or
    went, or comes between, the tellings are read anew. Their evidence stays with the tellings.
    """
    anew: dict[str, Properties] = {}
    again = {key.id for change in changes for key in (*change.removed, *change.rewritten)}
    for source, change in sorted(zip(told, changes, strict=True), key=lambda p: p[0].position):
        for key, telling in change.created.items():
            if key.id in again:
                continue
            if key.id not in anew and key.id in there:
                anew[key.id] = _known(*there[key.id])
            if key.id in anew and anew[key.id]["at"] > source.position * rows.PART:
                again.add(key.id)
                continue
            _tell(anew, key.id, telling)
    for key_id in again:
        anew.pop(key_id, None)
    for row in run(transaction, _TELLINGS, {"ids": sorted(again)}) if again else ():
        _tell(anew, row["id"], row)
    batched(transaction, _SET, [row for row in _written(anew) if _news(row, there)])


def _news(row: Properties, there: dict[str, tuple[str, Properties]]) -> bool:
    return row["id"] not in there or there[row["id"]][1] != row


def _known(kind: str, properties: Properties) -> Properties:
    return {**rows.node_facts(kind, properties), "at": properties["at"]}


def _tell(anew: dict[str, Properties], node: str, telling: Properties) -> None:
    row = json.loads(telling["row"])
    if node in anew:
        merging.unite(anew[node], {k: v for k, v in row.items() if k != "id"}, "")
    else:
        anew[node] = {**row, "at": telling["at"]}


def _written(anew: dict[str, Properties]) -> list[Properties]:
    return [{"id": node, "at": told["at"], **rows.of_node(told)} for node, told in anew.items()]
