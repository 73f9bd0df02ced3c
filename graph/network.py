"""The graph in memory: records, or the content of a file, as a NetworkX MultiDiGraph and back.

A node's attributes are ``kind``, ``label``, its facts by name and ``evidence`` (plain dicts); an
edge's key is its type, its attributes ``type``, its facts and ``evidence``. ``graph.graph`` holds
``document`` (the first), ``documents`` (all) and ``findings``.

The content of a ``keikaku/2`` file (the *payload*) is made of records without NetworkX, which takes
a third of a start-up: code that only writes a file does not wait for it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import asdict, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from keikaku.graph.errors import GraphError
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.graph.memory import gc_paused
from keikaku.graph.records import SCHEMA, Evidence, Finding, Measure, Records, YearValue
from keikaku.graph.relations import RELATION

if TYPE_CHECKING:
    import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Attributes: TypeAlias = dict[str, Any]
Edge: TypeAlias = tuple[str, str, Attributes]
"""Source, target, and the facts with the type among them."""

# Facts that are always in the file: a missing one is written as null, not left out.
ALWAYS: dict[str, Attributes] = {
    "Plan": {"unknown_marks": ()},
    "Indicator": {"target": None, "baseline": None},
}
_OPTIONAL_EVIDENCE = ("note", "sheet", "cell", "page", "box")
_NESTED = (dict, list)
_EVIDENCE = tuple(field.name for field in fields(Evidence))
_FINDING = tuple(field.name for field in fields(Finding))
_MEASURE = tuple(field.name for field in fields(Measure))
_YEAR_VALUE = tuple(field.name for field in fields(YearValue))
_DOCUMENT = ("id", "title", "municipality", "first_year", "last_year", "source", "sha256")


class _Parts(NamedTuple):
    """A graph in its parts, wherever they come from."""

    documents: list[Attributes]
    nodes: Iterable[tuple[str, Attributes]]
    edges: Iterable[Edge]
    findings: Iterable[Attributes]


def empty(documents: list[Attributes], findings: list[Attributes]) -> Graph:
    """Return a graph of these documents that holds no node yet."""
    import networkx as nx

    document = documents[0] if documents else {}
    return nx.MultiDiGraph(document=document, documents=documents, findings=findings)


@gc_paused()
def from_records(records: Records) -> Graph:
    """Return the graph of a loader's records.

    Raises:
        GraphError: an id or an edge occurs twice, or an edge ends at no node.
    """
    return from_payload(to_payload(records))


def from_payload(payload: Attributes, *, checked: bool = False) -> Graph:
    """Return the graph of the content of a ``keikaku/2`` file, which ``validation`` has checked.

    With ``checked`` it was a graph before, so that nothing is twice and no edge without its ends.

    Raises:
        GraphError: an id or an edge occurs twice, or an edge ends at no node.
    """
    graph = empty(payload.get("documents") or [payload["document"]], payload["findings"])
    if checked:
        return _filled(graph, payload)
    for node in payload["nodes"]:
        facts = dict(node)
        name = facts.pop("id")
        if name in graph:
            raise GraphError(_NODE_TWICE.format(id=name))
        graph.add_node(name, **facts)
    for edge in payload["edges"]:
        add_edge(graph, edge)
    return graph


def _filled(graph: Graph, payload: Attributes) -> Graph:
    """Add the rows of a payload, which become the attributes themselves."""
    graph.add_nodes_from((row.pop("id"), row) for row in payload["nodes"])
    # What ``add_edge`` does with a new relation, which would take three times as long.
    successors = graph._succ  # type: ignore[attr-defined]  # noqa: SLF001
    predecessors = graph._pred  # type: ignore[attr-defined]  # noqa: SLF001
    for row in payload["edges"]:
        source, target = row.pop("source"), row.pop("target")
        between = successors[source].get(target)
        if between is None:
            between = successors[source][target] = predecessors[target][source] = {}
        between[row["type"]] = row
    return graph


def add_edge(graph: Graph, row: Attributes) -> None:
    """Add the edge of a row of a ``keikaku/2`` file.

    Raises:
        GraphError: it is there already, or ends at no node.
    """
    facts = dict(row)
    source, target = facts.pop("source"), facts.pop("target")
    _check_ends(graph, source, target, facts["type"])
    if graph.has_edge(source, target, facts["type"]):
        raise _twice(source, target, facts["type"])
    graph.add_edge(source, target, facts["type"], **facts)


@gc_paused()
def to_payload(graph: Graph | Records) -> Attributes:
    """Return the content of the ``keikaku/2`` file of a graph or of records.

    Nodes stand in the order in which they came, edges by their source node in that order, keys in
    the order of the declaration.

    Raises:
        GraphError: records hold an id or an edge twice, or an edge that ends at no node.
    """
    parts = _of_records(graph) if isinstance(graph, Records) else _of_graph(graph)
    documents = [_ordered(document, _DOCUMENT) for document in parts.documents]
    return {
        "schema": SCHEMA,
        "document": documents[0],
        **({"documents": documents} if len(documents) > 1 else {}),
        "nodes": [_node_row(name, facts) for name, facts in parts.nodes],
        "edges": [edge_row(*edge) for edge in parts.edges],
        "findings": [
            {**_ordered(finding, _FINDING), "evidence": _evidence_rows(finding)}
            for finding in parts.findings
        ],
    }


def _of_graph(graph: Graph) -> _Parts:
    nodes, edges = graph.nodes.items(), graph.edges(data=True)
    return _Parts(graph.graph["documents"], nodes, edges, graph.graph["findings"])


def _of_records(records: Records) -> _Parts:
    nodes: dict[str, Attributes] = {}
    for node in records.nodes:
        if node.id in nodes:
            raise GraphError(_NODE_TWICE.format(id=node.id))
        facts = _attributes(ALWAYS.get(node.kind, {}) | _known(node.facts), node.evidence)
        nodes[node.id] = {"kind": node.kind, "label": node.label, **facts}
    edges = (
        (
            edge.source,
            edge.target,
            {"type": edge.type, **_attributes(_known(edge.facts), edge.evidence)},
        )
        for edge in records.edges
    )
    findings = (
        _attributes({name: getattr(finding, name) for name in _FINDING}, finding.evidence)
        for finding in records.findings
    )
    return _Parts([dict(records.document)], nodes.items(), _by_source(nodes, edges), findings)


def _by_source(nodes: Iterable[str], edges: Iterable[Edge]) -> Iterable[Edge]:
    """Yield the edges as a graph of these nodes holds them: by source, then target."""
    held: dict[str, dict[str, Attributes]] = {name: {} for name in nodes}
    for source, target, facts in edges:
        _check_ends(held, source, target, facts["type"])
        between = held[source].setdefault(target, {})
        if facts["type"] in between:
            raise _twice(source, target, facts["type"])
        between[facts["type"]] = facts
    for source, targets in held.items():
        for target, between in targets.items():
            yield from ((source, target, facts) for facts in between.values())


_NODE_TWICE = Text("{id}: 同じidの節点が2つあります。", "{id}: this id occurs twice.")
_EDGE_TWICE = Text(
    "{source} → {target}（{type}）: 同じ関係が2つあります。",
    "{source} → {target} ({type}): this relation occurs twice.",
)
_NO_END = Text(
    "{source} → {target}（{type}）: 節点「{end}」がありません。",
    "{source} → {target} ({type}): there is no node “{end}”.",
)


def _check_ends(nodes: Container[str], source: str, target: str, name: str) -> None:
    for end in (source, target):
        if end not in nodes:
            raise GraphError(_NO_END.format(source=source, target=target, type=name, end=end))


def _twice(source: str, target: str, name: str) -> GraphError:
    return GraphError(_EDGE_TWICE.format(source=source, target=target, type=name))


def _known(facts: Attributes) -> Attributes:
    return {name: value for name, value in facts.items() if value is not None}


def _attributes(facts: Attributes, evidence: list[Evidence]) -> Attributes:
    """Return facts and evidence as JSON knows them (a Measure becomes a dict, a tuple a list)."""
    attributes = {name: _plain(value) for name, value in facts.items()}
    return {**attributes, "evidence": [_evidence(item) for item in evidence]}


def _plain(value: Any) -> Any:
    if isinstance(value, Measure | YearValue):
        return asdict(value)
    return [_plain(item) for item in value] if isinstance(value, tuple | list) else value


def _evidence(item: Evidence) -> Attributes:
    attributes = {name: getattr(item, name) for name in _EVIDENCE}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in attributes.items()
        if value is not None or name not in _OPTIONAL_EVIDENCE
    }


def _node_row(name: str, facts: Attributes) -> Attributes:
    kind: str = facts["kind"]
    return {"id": name, "kind": kind, "label": facts["label"], **_facts(facts, kind)}


def edge_row(source: str, target: str, facts: Attributes) -> Attributes:
    """Return the row of a relation, as the file holds it."""
    name: str = facts["type"]
    return {"source": source, "target": target, "type": name, **_facts(facts, name)}


def _facts(facts: Attributes, name: str) -> Attributes:
    """Return the known facts in the order of their declaration, then the evidence."""
    always = ALWAYS.get(name, {})
    kept = {
        key: _measures(value) if value.__class__ in _NESTED else value
        for key in _order(tuple(facts), _declared(name))
        if ((value := facts[key]) is not None or key in always) and key != "evidence"
    }
    kept["evidence"] = _evidence_rows(facts)
    return kept


@lru_cache(maxsize=4096)
def _declared(name: str) -> tuple[str, ...]:
    """Return the names of the facts of a kind or a relation, in their order."""
    kind = KIND.get(name) or RELATION.get(name)
    return tuple(fact.name for fact in kind.facts) if kind else ()


def _measures(value: Any) -> Any:
    """Return a fact as the file holds it: a measure with all its parts, in their order."""
    if isinstance(value, dict):
        names = _YEAR_VALUE if "kind" in value else _MEASURE
        return {**dict.fromkeys(names), **value}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [_measures(item) for item in value]
    return value


def _evidence_rows(facts: Attributes) -> list[Attributes]:
    return [_ordered(item, _EVIDENCE) for item in facts["evidence"]]


def _ordered(attributes: Attributes, names: tuple[str, ...]) -> Attributes:
    """Return what there is, in the order of the names; what they do not name comes last."""
    keys = tuple(attributes)
    order = _order(keys, names)
    return dict(attributes) if order == keys else {name: attributes[name] for name in order}


@lru_cache(maxsize=4096)
def _order(keys: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return keys in the order of names; the same few sets of keys come again and again."""
    known = [name for name in names if name in keys]
    return (*known, *(key for key in keys if key not in known))
