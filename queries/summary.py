"""What a graph holds: how many nodes, relations and findings of each sort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from keikaku.graph.findings import FINDINGS
from keikaku.graph.kinds import KINDS
from keikaku.graph.relations import RELATIONS
from keikaku.graph.structure import level_words
from keikaku.queries.check.answer import SEVERITIES


@dataclass(frozen=True, slots=True)
class Summary:
    """Numbers by name, without zeros.

    ``findings`` counts the open ones by severity, always all three, and those ``settled``;
    ``levels`` are the document's words for its goals and the levels below them. ``doubts`` are the
    open findings that put in doubt how the whole source was read.
    """

    document: str
    title: str
    nodes: dict[str, int]
    relations: dict[str, int]
    findings: dict[str, int]
    levels: dict[str, str]
    doubts: list[dict[str, Any]]


def summary(payload: dict[str, Any]) -> Summary:
    """Return the numbers of a graph, under the name of its first document.

    They are counted from the content of its file, before any graph is built.
    """
    findings = Counter(
        finding["severity"] if finding.get("settled") is None else "settled"
        for finding in payload["findings"]
    )
    head = payload["document"]
    return Summary(
        document=head["id"],
        title=head["title"],
        nodes=_counted((node["kind"] for node in payload["nodes"]), [k.name for k in KINDS]),
        relations=_counted((e["type"] for e in payload["edges"]), [r.name for r in RELATIONS]),
        findings={name: findings[name] for name in (*SEVERITIES, "settled")},
        levels=level_words(payload["nodes"]),
        doubts=[f for f in payload["findings"] if _doubts_reading(f)],
    )


def _doubts_reading(finding: dict[str, Any]) -> bool:
    kind = FINDINGS.get(finding["code"])
    return kind is not None and kind.doubts_reading and finding.get("settled") is None


def _counted(words: Iterable[str], order: list[str]) -> dict[str, int]:
    """Return how often each occurs, in the order of the declaration."""
    numbers = Counter(words)
    return {name: numbers[name] for name in order if numbers[name]}
