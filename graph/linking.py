"""Find the named plans that are documents in the same graph (IS_DOCUMENT)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from keikaku.graph.folding import fold
from keikaku.graph.network import Graph

SORTS = ("plan", "policy", "guideline", "vision", "other")
"""The types of guideline that may also be loaded as a document; a law is not one of them."""


class Rule(NamedTuple):
    """A named guideline: its id, and all the names that it has."""

    id: str
    names: tuple[str, ...]


def document_links(
    rules: Iterable[Rule], documents: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield each guideline that has the name of a document, with that document.

    ``documents`` are ids and titles. The whole name must be the same, except for letters that look
    alike. A title of several documents ties nothing: the source does not say which one it is.
    """
    titles: dict[str, list[str]] = {}
    for document, title in documents:
        titles.setdefault(fold(title), []).append(document)
    for rule in rules:
        for name in dict.fromkeys(map(fold, rule.names)):
            called = titles.get(name, []) if name else []
            if len(called) == 1:
                yield rule.id, called[0]


def link_documents(graph: Graph) -> None:
    """Tie every guideline that has the name of a document of the graph to that document."""
    documents = [
        (node, str(facts["title"]))
        for node, facts in graph.nodes(data=True)
        if facts["kind"] == "PlanDocument"
    ]
    rules = [
        Rule(node, (facts["name"], *(facts.get("aliases") or ())))
        for node, facts in graph.nodes(data=True)
        if facts["kind"] == "Guideline" and facts["type"] in SORTS
    ]
    for rule, document in document_links(rules, documents):
        if not graph.has_edge(rule, document, "IS_DOCUMENT"):
            graph.add_edge(rule, document, "IS_DOCUMENT", type="IS_DOCUMENT", evidence=[])
