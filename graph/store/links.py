"""Ties from a named plan (a guideline) to the document that it is, in the store.

They belong to no document, so a document that is pushed again does not remove them. They are set
again after every push, whichever document came first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from keikaku.graph.linking import SORTS, Rule, document_links
from keikaku.graph.store.diff import batched
from keikaku.graph.store.server import run

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_DOCUMENTS = "MATCH (d:PlanDocument) RETURN d.id AS id, d.title AS title ORDER BY id"
_RULES = """\
MATCH (g:Guideline) WHERE g.type IN $sorts
RETURN g.id AS id, g.name AS name, g.aliases AS aliases ORDER BY id"""
_TIES = """\
MATCH (g:Guideline)-[r:IS_DOCUMENT]->(d:PlanDocument)
RETURN g.id AS source, d.id AS target, r.document IS NULL AS ours"""
_REMOVE = """\
UNWIND $rows AS row
MATCH (:Guideline {id: row.source})-[r:IS_DOCUMENT]->(:PlanDocument {id: row.target})
WHERE r.document IS NULL DELETE r"""
_CREATE = """\
UNWIND $rows AS row
MATCH (g:Guideline {id: row.source}) MATCH (d:PlanDocument {id: row.target})
CREATE (g)-[:IS_DOCUMENT {at: row.at, evidence: '[]'}]->(d)"""
_LAST = 2**62
"""Where they stand among relations: behind those of every document."""


def link(transaction: ManagedTransaction) -> None:
    """Tie each guideline of the store to the document that it is, whichever came first."""
    documents = [(row["id"], row["title"]) for row in run(transaction, _DOCUMENTS, {})]
    records = run(transaction, _RULES, {"sorts": list(SORTS)})
    rules = [Rule(row["id"], (row["name"], *(row["aliases"] or ()))) for row in records]
    there = run(transaction, _TIES, {})
    of_documents = {(row["source"], row["target"]) for row in there if not row["ours"]}
    ours = {(row["source"], row["target"]) for row in there if row["ours"]}
    several = len(documents) > 1  # what one file says of itself ties nothing
    wanted = set(document_links(rules, documents)) - of_documents if several else set()
    batched(transaction, _REMOVE, _rows(ours - wanted))
    batched(transaction, _CREATE, _rows(wanted - ours))


def _rows(pairs: set[tuple[str, str]]) -> list[dict[str, str | int]]:
    return [
        {"source": source, "target": target, "at": _LAST + at}
        for at, (source, target) in enumerate(sorted(pairs))
    ]
