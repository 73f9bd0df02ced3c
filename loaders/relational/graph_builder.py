"""Collect nodes and edges of several documents in one graph, each once, with their places."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from keikaku.graph import network
from keikaku.graph.fact_merge import add_statement, united
from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.kinds import KINDS
from keikaku.graph.network import Attributes, Graph
from keikaku.graph.records import Evidence, Finding

MAX_QUOTE = 40
_SPACING = re.compile(r"[\s・]")
MAX_EVIDENCE = 3
"""A node keeps the first places that name it; thousands of rows name one law."""

PROSE = frozenset(fact.name for kind in KINDS for fact in kind.facts if fact.prose)
"""Facts that are running text."""


class GraphBuilder:
    """A graph in the making: nodes by id, edges by their ends and type, findings."""

    def __init__(self, *, with_prose: bool = True) -> None:
        self._with_prose = with_prose
        self.graph: Graph = network.empty([], [])
        self.findings: list[Finding] = []
        self._orders: Counter[tuple[str, str]] = Counter()
        self._spellings: dict[tuple[str, str], str] = {}

    def node(
        self, name: str, kind: str, label: str, facts: Attributes, evidence: Evidence | None
    ) -> bool:
        """Add a node, or its facts and place to the one that is there; return whether it is new."""
        stated = {
            key: value
            for key, value in facts.items()
            if value is not None and (self._with_prose or key not in PROSE)
        }
        if name in self.graph:
            known = self.graph.nodes[name]
            add_statement(known, stated)
            known["evidence"] = united(known["evidence"], _rows(evidence), MAX_EVIDENCE)
            return False
        self.graph.add_node(name, kind=kind, label=label, **stated, evidence=_rows(evidence))
        return True

    def first_spelling(self, sort: str, name: str) -> str:
        """Return how a name was first written, whatever its spaces and middle dots (・)."""
        return self._spellings.setdefault((sort, _SPACING.sub("", name)), name)

    def alias(self, node: str, name: str) -> None:
        """Note another spelling of the name of a node."""
        known: list[str] = self.graph.nodes[node].setdefault("aliases", [])
        if name not in known:
            known.append(name)

    def edge(
        self, source: str, target: str, kind: str, evidence: Evidence | None, **facts: Any
    ) -> bool:
        """Add an edge unless it is there; return whether it is new."""
        if self.graph.has_edge(source, target, kind):
            return False
        self.graph.add_edge(source, target, kind, type=kind, **facts, evidence=_rows(evidence))
        return True

    def ordered(
        self, source: str, target: str, kind: str, evidence: Evidence | None, **facts: Any
    ) -> bool:
        """Add an edge with its position among those of its kind from the source (or to a plan)."""
        if self.graph.has_edge(source, target, kind):
            return False
        counted = target if kind == "RESPONSIBLE_FOR" else source
        self._orders[counted, kind] += 1
        order = self._orders[counted, kind]
        return self.edge(source, target, kind, evidence, **facts, order=order)

    def finding(
        self, kind: type[FindingKind], node: str | None, evidence: Evidence | None, **details: Any
    ) -> None:
        """Note something that a person should look at."""
        self.findings.append(kind.at(node, [] if evidence is None else [evidence], **details))


def _rows(evidence: Evidence | None) -> list[Attributes]:
    """Return evidence as the graph holds it: plain, without the places that a table lacks."""
    if evidence is None:
        return []
    return [
        {
            "document": evidence.document,
            "line": evidence.line,
            "section": evidence.section,
            "quote": evidence.quote,
            "reading": evidence.reading,
            "confidence": evidence.confidence,
        }
    ]


def place(document: str, table: str, row: int, quote: str) -> Evidence:
    """Return the evidence of a cell: its table as section, its record (the head is 1) as line."""
    text = " ".join(quote.split())
    short = text if len(text) <= MAX_QUOTE else text[: MAX_QUOTE - 1] + "…"
    return Evidence(document, row + 2, table, short)
