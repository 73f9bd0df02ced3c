"""``path``: how two things are connected, by the shortest stated ways (つながり)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from keikaku.graph.language import Text
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Evidence, Graph, document_of
from keikaku.queries.impact.answer import resolve_node, shown_with_number
from keikaku.queries.scope import document_named, name_of

RELATIONS = (
    *("DEPENDS_ON", "RESPONSIBLE_FOR", "TOUCHES", "GROUNDED_IN", "INVOLVES", "MEASURED_BY"),
    *("CONTRIBUTES_TO", "ASSOCIATED_WITH", "HAS_PART"),
)
"""The relations that a way may use, in either direction; the source states all of them."""

ENDS = (
    "Plan",
    "Department",
    "Guideline",
    "Theme",
    "Partner",
    "Indicator",
    "Component",
    "SdgTarget",
)
"""The kinds that a way may pass through; goals and documents would connect everything."""

FARTHEST = 6
"""The most steps of a way."""
MOST_WAYS = 30
"""The most ways that are shown."""

_NO_WAY = Text(
    "{start} と {end} の間に、{n}段階以内のつながりは読み取れません。",
    "no tie of at most {n} steps between {start} and {end}.",
)
_MORE = Text("同じ長さの経路がほかに{n}件あります。", "{n} more ways are as short.")


@dataclass(frozen=True, slots=True)
class PathRow:
    """One step of one way: ``way`` and ``step`` count from 1; ``words`` state the relation."""

    way: int
    step: int
    id: str
    source: str
    relation: str
    target: str
    forward: bool
    words: str | None
    evidence: Evidence


class StepTaken(NamedTuple):
    """A step from one node to the next, along a relation (``forward``) or against it."""

    start: str
    end: str
    relation: str
    forward: bool
    words: str | None
    evidence: Evidence


def answer(graph: Graph, start: str, end: str, *, document: str | None = None) -> Answer[PathRow]:
    """Return the shortest ways from one thing to another, each step with its words and evidence.

    All ways of the least length are rows, up to :data:`MOST_WAYS`, ordered by their relations and
    ids. Relations are walked in both directions; an inferred one is never walked.

    >>> import keikaku
    >>> {row.relation for row in answer(keikaku.read(), "1-1-1", "1-1-2")}
    {'DEPENDS_ON'}

    Raises:
        KeikakuError: no node or several nodes have the name.
    """
    within = document_named(graph, document)
    starts, ends = (resolve_node(graph, each, within) for each in (start, end))
    end_names = {"start": shown_with_number(graph, starts), "end": shown_with_number(graph, ends)}
    ways = _ways(graph, starts, set(ends), within)
    called = {node: _called(graph, node) for way in ways for s in way for node in (s.start, s.end)}
    return make_answer(ways, called, end_names | drop_none(document=within))


def make_answer(
    ways: list[list[StepTaken]], called: dict[str, str], ends: dict[str, Any]
) -> Answer[PathRow]:
    """Return the answer of the ways that an engine found, in their order."""
    ways = sorted(ways, key=_order)
    rows = [
        PathRow(
            way, step, edge.end, called[edge.start], edge.relation, called[edge.end],
            edge.forward, edge.words, edge.evidence,
        )
        for way, steps in enumerate(ways[:MOST_WAYS], 1)
        for step, edge in enumerate(steps, 1)
    ]  # fmt: skip
    notes = []
    if not rows:
        notes.append(_NO_WAY.format(start=ends["start"], end=ends["end"], n=FARTHEST))
    if len(ways) > MOST_WAYS:
        notes.append(_MORE.format(n=len(ways) - MOST_WAYS))
    return Answer("path", ends, rows, notes=notes)


def _order(way: list[StepTaken]) -> tuple[Any, ...]:
    return tuple((RELATIONS.index(s.relation), s.start, s.end, s.forward) for s in way)


def _ways(
    graph: Graph, starts: list[str], ends: set[str], within: str | None
) -> list[list[StepTaken]]:
    """All ways of the least length, found layer by layer."""
    ahead: list[list[StepTaken]] = [[]]
    layer: dict[str, list[list[StepTaken]]] = dict.fromkeys(starts, ahead)
    seen = set(starts)
    for _ in range(FARTHEST):
        reached: dict[str, list[list[StepTaken]]] = {}
        for node, ways in layer.items():
            for edge in _steps(graph, node, within):
                if edge.end not in seen:
                    held = reached.setdefault(edge.end, [])
                    held += [[*way, edge] for way in ways]
        complete = [way for node in reached if node in ends for way in reached[node]]
        if complete:
            return complete
        seen |= set(reached)
        layer = reached
    return []


def _steps(graph: Graph, node: str, within: str | None) -> Iterator[StepTaken]:
    for start, end, facts in graph.out_edges(node, data=True):
        if _leads(graph, end, facts, within):
            yield _step(start, end, facts, forward=True)
    for end, start, facts in graph.in_edges(node, data=True):
        if _leads(graph, end, facts, within):
            yield _step(start, end, facts, forward=False)


def _leads(graph: Graph, end: str, facts: dict[str, Any], within: str | None) -> bool:
    if facts["type"] not in RELATIONS or graph.nodes[end]["kind"] not in ENDS:
        return False
    owner = document_of(graph, end)
    return within is None or not owner or owner == within


def _step(start: str, end: str, facts: dict[str, Any], *, forward: bool) -> StepTaken:
    words = facts.get("words") or facts.get("term")
    return StepTaken(start, end, facts["type"], forward, words, facts["evidence"])


def _called(graph: Graph, node: str) -> str:
    number = graph.nodes[node].get("number")
    return " ".join(filter(None, (number, name_of(graph, node))))
