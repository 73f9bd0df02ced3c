"""Which named plans are documents of their own in the same graph (IS_DOCUMENT)."""

from __future__ import annotations

from keikaku.graph.folding import fold
from keikaku.graph.network import Graph

_SORTS = ("plan", "policy", "guideline", "vision", "other")
"""The sorts of rule that may be a document which is loaded; a law is none."""


def link_documents(graph: Graph) -> None:
    """Tie every guideline that is called as a document of the graph is to that document.

    The whole name must be the same, letters that look alike aside. A title that several documents
    have ties nothing: the source does not tell which is meant.
    """
    titles: dict[str, list[str]] = {}
    for node, facts in graph.nodes(data=True):
        if facts["kind"] == "PlanDocument":
            titles.setdefault(fold(facts["title"]), []).append(node)
    for node in list(graph):
        facts = graph.nodes[node]
        if facts["kind"] != "Guideline" or facts["type"] not in _SORTS:
            continue
        for name in dict.fromkeys(map(fold, (facts["name"], *(facts.get("aliases") or ())))):
            documents = titles.get(name, [])
            if len(documents) == 1 and not graph.has_edge(node, documents[0], "IS_DOCUMENT"):
                graph.add_edge(node, documents[0], "IS_DOCUMENT", type="IS_DOCUMENT", evidence=[])
