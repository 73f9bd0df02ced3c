"""Questions that are answered on a part of the graph, read by one statement.

Counting, sharing out and following paths is the same work on every engine, so it is written once,
in the question's own module. What is done in the server is to find the part that the question is
about: the kinds and relations of :data:`READS`, of the document that is asked about, in the order
in which a file would hold them.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

import networkx as nx

from graph.kinds import KIND
from graph.store import rows as stored
from graph.store.server import Row
from queries import names
from queries.answers import Answer
from queries.cypher.directory import Directory, document_meant
from queries.cypher.statements import Asked
from queries.graphs import Graph
from queries.impact import named as node_named
from queries.reach import KINDS, RESTS_ON
from queries.registry import QUESTIONS


class Reads(NamedTuple):
    """What a question looks at, and which of its parameters name a node of which kind."""

    kinds: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[tuple[str, str], ...] = ()


_PLACE = ("PlanDocument", "Goal", "Initiative", "Plan", "Component", "Department")
_DUTIES = ("HAS_PART", "RESPONSIBLE_FOR")
_BY_DEPARTMENT = (("department", "Department"),)
_WALK = Reads(
    ("PlanDocument", "Component", *KINDS), ("HAS_PART", *RESTS_ON, "RELATED_TO"), (("node", ""),)
)

READS: dict[str, Reads] = {
    "bridges": Reads((*_PLACE, "Guideline"), (*_DUTIES, "DEPENDS_ON", "GROUNDED_IN")),
}
"""The questions that are asked so."""

_OF_ALL = ("unit",)
"""Parameters that are compared with what all documents hold."""

_EVERYTHING = """\
MATCH (n:{kinds})"""
_OF_DOCUMENT = """\
CALL () {{
  MATCH (n:Keikaku {{document: $document}}) RETURN n
  UNION
  MATCH (:Keikaku {{document: $document}})-[:{relations}]-(n:{shared}) RETURN n
  UNION
  MATCH (n:Theme) RETURN n
  UNION
  MATCH (n:Keikaku) WHERE n.id IN $named RETURN n
}}
WITH n WHERE n:{kinds}"""
_ROWS = """\
CALL (n) {{
  MATCH (n)-[r:{relations}]->(m:{kinds}){within}
  RETURN collect([m.id, type(r), properties(r)]) AS edges
}}
RETURN n.id AS id, [l IN labels(n) WHERE l <> 'Keikaku'][0] AS kind, properties(n) AS facts, edges
ORDER BY n.at"""
_WITHIN = " WHERE r.document = $document OR r.document IS NULL"


def asked(name: str, directory: Directory, parameters: dict[str, Any]) -> Asked:
    """The statement that reads what the question is about."""
    reads = READS[name]
    within = document_meant(directory, parameters.get("document"))
    known = _named(reads, directory, parameters, within)
    limited = within is not None and all(parameters.get(each) is None for each in _OF_ALL)
    kinds, relations = "|".join(reads.kinds), "|".join(reads.relations)
    shared = "|".join(kind for kind in reads.kinds if KIND[kind].shared)
    begin = _OF_DOCUMENT if limited else _EVERYTHING
    statement = "\n".join(
        [
            begin.format(kinds=kinds, relations=relations, shared=shared),
            _ROWS.format(kinds=kinds, relations=relations, within=_WITHIN if limited else ""),
        ]
    )
    values = {"document": within, "named": known} if limited else {}
    return Asked(statement, values, {**parameters, "document": within})


def answer(name: str, rows: list[Row], asked: Asked) -> Answer[Any]:
    """The question's own answer on what was read."""
    module = import_module(QUESTIONS[name].module)
    result: Answer[Any] = module.answer(graph_of(rows), **asked.understood)
    return result


def graph_of(rows: list[Row]) -> Graph:
    """What was read, as a graph that stands in the order of the file."""
    graph: Graph = nx.MultiDiGraph(findings=[])
    edges: list[tuple[int, str, str, str, Row]] = []
    for row in rows:
        graph.add_node(row["id"], **stored.node_facts(row["kind"], row["facts"]))
        edges += (
            (facts["at"], row["id"], target, relation, facts)
            for target, relation, facts in row["edges"]
        )
    edges.sort(key=lambda edge: edge[0])
    for _, source, target, relation, facts in edges:
        if target in graph:
            graph.add_edge(source, target, relation, **stored.edge_facts(relation, facts))
    owners = {row["facts"]["document"] for row in rows if "document" in row["facts"]}
    graph.graph["documents"] = [{"id": owner} for owner in sorted(owners)]
    graph.graph["document"] = graph.graph["documents"][0] if owners else {}
    return graph


def _named(
    reads: Reads, directory: Directory, parameters: dict[str, Any], within: str | None
) -> list[str]:
    """The nodes that the parameters name, whichever documents tell them."""
    found: list[str] = []
    for parameter, kind in reads.names:
        typed = parameters.get(parameter)
        if typed is None:
            continue
        if kind:
            found += names.find(directory.of(kind), kind, typed, document=within)
        else:
            found += node_named(_every(directory, within), typed, within)
    return found


def _every(directory: Directory, within: str | None) -> Graph:
    """All that can change or be affected, with what it is called."""
    parts = [directory.of(kind, within) for kind in KINDS]
    return parts[0] if all(part is parts[0] for part in parts) else nx.compose_all(parts)
