"""What a graph holds: how many nodes, relations and findings of each sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graph.kinds import KINDS
from graph.relations import RELATIONS
from queries.check import SEVERITIES
from queries.graphs import Graph


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers by name, those of what there is none left out.

    ``findings`` counts the open ones by severity, always all three, and those ``settled``.
    """

    document: str
    title: str
    nodes: dict[str, int]
    relations: dict[str, int]
    findings: dict[str, int]


def summary(graph: Graph) -> Summary:
    """The numbers of a graph, under the name of its first document."""
    findings = Counter(
        finding["severity"] if finding.get("settled") is None else "settled"
        for finding in graph.graph["findings"]
    )
    head = graph.graph["document"]
    return Summary(
        document=head["id"],
        title=head["title"],
        nodes=_counted((f["kind"] for _, f in graph.nodes(data=True)), [k.name for k in KINDS]),
        relations=_counted(
            (facts["type"] for _, _, facts in graph.edges(data=True)), [r.name for r in RELATIONS]
        ),
        findings={name: findings[name] for name in (*SEVERITIES, "settled")},
    )


def _counted(found: Iterable[str], order: list[str]) -> dict[str, int]:
    """How often each was found, in the order of the declaration."""
    numbers = Counter(found)
    return {name: numbers[name] for name in order if numbers[name]}
