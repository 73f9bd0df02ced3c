"""Leave out a source's prose: facts, names, numbers and short cell texts stay.

A graph can then be handed on where the publication itself may not be copied.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from keikaku.graph import quotes
from keikaku.graph.findings import finding_texts
from keikaku.graph.kinds import KINDS
from keikaku.graph.records import Edge, Evidence, Finding, Node, Records

LONGEST_QUOTE = 80
"""Characters of a quote that stay, outside prose."""
LONGEST_CLAUSE = quotes.LONGEST + 2 * len(quotes.CUT)
"""Characters of a clause that is quoted from prose: such short quotes stay whole."""
AROUND = 20
"""Characters of prose that stay beside the words that carry a fact."""
_FEW = 40  # characters of the words themselves: a long name, not a sentence

_PROSE = {fact for kind in KINDS for fact in kind.facts if fact.prose}
_PROSE_FACTS = {fact.name for fact in _PROSE}
_PROSE_SECTIONS = {fact.ja for fact in _PROSE}


def facts_only(records: Records) -> Records:
    """Return the records without running text (事業概要, 目指す姿) and with quotes cut short."""
    names = {node.id: _names(node) for node in records.nodes}
    return Records(
        document=dict(records.document),
        nodes=[_node(node, names[node.id]) for node in records.nodes],
        edges=[_edge(edge, names.get(edge.target, [])) for edge in records.edges],
        findings=[_finding(finding) for finding in records.findings],
    )


def _node(node: Node, names: list[str]) -> Node:
    facts = {name: value for name, value in node.facts.items() if name not in _PROSE_FACTS}
    return replace(node, facts=facts, evidence=_shortened(node.evidence, names))


def _edge(edge: Edge, names: list[str]) -> Edge:
    words = [edge.facts["words"]] if "words" in edge.facts else []
    return replace(edge, evidence=_shortened(edge.evidence, [*words, *names]))


def _finding(finding: Finding) -> Finding:
    """Return the finding with its prose cut as quotes are, and its texts made from the cut ones."""
    prose = "".join(item.quote for item in finding.evidence if _is_prose(item))
    details = {name: _detail(value, prose) for name, value in finding.details.items()}
    carrying = [value for value in finding.details.values() if isinstance(value, str)]
    short = replace(finding, details=details, evidence=_shortened(finding.evidence, carrying))
    if details != finding.details:
        short.message, short.suggestion = finding_texts(short, "ja")
    return short


def _detail(value: Any, prose: str) -> Any:
    if not isinstance(value, str):
        return value
    return _cut(value, 0, AROUND if value in prose else LONGEST_QUOTE)


def _names(node: Node) -> list[str]:
    """Return the names of a node in a text, the longest first, so that no part of one wins."""
    names: list[Any] = [node.facts.get(fact) for fact in ("name", "title", "code")]
    names += node.facts.get("aliases") or []
    return sorted({name for name in names if name}, key=lambda name: (-len(name), name))


def _shortened(evidence: list[Evidence], carrying: list[str]) -> list[Evidence]:
    return [replace(item, quote=_quote(item, carrying)) for item in evidence]


def _quote(item: Evidence, carrying: list[str]) -> str:
    if not _is_prose(item):
        return _cut(item.quote, 0, LONGEST_QUOTE)
    if len(item.quote) <= LONGEST_CLAUSE:
        return item.quote
    for words in carrying:
        start = item.quote.find(words[:_FEW])
        if start >= 0:
            return quotes.quote(item.quote, start, start + len(words[:_FEW]))
    return quotes.quote(item.quote, 0, 1)


def _is_prose(item: Evidence) -> bool:
    return any(section in item.section for section in _PROSE_SECTIONS)


def _cut(quote: str, start: int, length: int) -> str:
    """Return ``length`` characters of a quote; … marks where it went on."""
    start = max(start, 0)
    end = start + length
    before = "…" if start else ""
    after = "…" if end < len(quote) else ""
    return before + quote[start:end] + after
