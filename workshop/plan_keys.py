"""The key of a plan or a heading within its document: its number, or its title without one.

The key is the end of the id, so plans with one number under different headings stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.graph.structure import number_of, numbered_title, whole_of
from keikaku.queries.graph_walks import Graph, leaving
from keikaku.queries.scope import scope

_HEADINGS = ("Goal", "Initiative")


def plans_of(graph: Graph, document: str) -> dict[str, str]:
    """Return the plans of a document in its order: key → id."""
    plans = scope(graph, document=document).plans
    return {plan.removeprefix(f"{document}/plan/"): plan for plan in plans}


def headings_of(graph: Graph, document: str) -> dict[str, str]:
    """Return the headings that plans stand under, in the document's order: key → id.

    Those without any heading below them, and those that hold plans themselves.
    """
    return {_key(document, node): node for node in _headings(graph, document)}


def heading_names(graph: Graph, document: str) -> dict[str, tuple[str, ...]]:
    """Return those headings by key, with what people call them, the surest first.

    As the form offers them, then by their titles and their numbers alone, which others may share.
    """
    headings = {key: graph.nodes[node] for key, node in headings_of(graph, document).items()}
    return {
        key: (numbered_title(facts), str(facts["title"]), number_of(facts))
        for key, facts in headings.items()
    }


def home_of(graph: Graph, document: str, plan: str) -> str:
    """Return the key of the heading that a plan stands under; empty right under the document."""
    above = whole_of(graph, plan) or document
    return "" if above == document else _key(document, above)


def called(key: str, title: str) -> str:
    """Return a plan or a heading as people write it; only its title where that is its key."""
    return title if key in {"", title} else f"{key} {title}".strip()


def parts_of(graph: Graph, node: str) -> list[str]:
    """Return what a document or a heading holds, in order."""
    ends = sorted(leaving(graph, node, "HAS_PART"), key=lambda end: end[1]["order"])
    return [end for end, _ in ends]


def _headings(graph: Graph, node: str) -> Iterator[str]:
    for part in parts_of(graph, node):
        if graph.nodes[part]["kind"] not in _HEADINGS:
            continue
        below = [graph.nodes[each]["kind"] for each in parts_of(graph, part)]
        if "Plan" in below or not any(kind in _HEADINGS for kind in below):
            yield part
        yield from _headings(graph, part)


def _key(document: str, node: str) -> str:
    return node.removeprefix(f"{document}/").partition("/")[2]
