"""The words by which a planner names things in a corrections file, and how they are found."""

from __future__ import annotations

from typing import NamedTuple

from keikaku.graph.kinds import KINDS
from keikaku.graph.records import Edge, Node
from keikaku.graph.relations import RELATIONS
from keikaku.loaders.corrections.entries import Correction, UnmatchedError
from keikaku.loaders.corrections.records_editor import RecordsEditor
from keikaku.loaders.text import fold


class Part(NamedTuple):
    """A word for a part of the document, found inside the part named before it."""

    kind: str
    relation: str
    keys: tuple[str, ...]
    """The facts by which a person names it; the first is given when it is added."""


class Link(NamedTuple):
    """A word for something that a plan or component is linked to."""

    kind: str
    relation: str
    key: str
    incoming: bool = False


PARTS: dict[str, Part] = {
    "goal": Part("Goal", "HAS_PART", ("number", "title")),
    "initiative": Part("Initiative", "HAS_PART", ("number", "title")),
    "plan": Part("Plan", "HAS_PART", ("number", "title")),
    "component": Part("Component", "HAS_PART", ("title",)),
    "action": Part("Action", "HAS_PART", ("title",)),
    "milestone": Part("Milestone", "HAS_PART", ("text",)),
    "indicator": Part("Indicator", "MEASURED_BY", ("name",)),
}
"""In the order from the whole to its parts."""

LINKS: dict[str, Link] = {
    "department": Link("Department", "RESPONSIBLE_FOR", "name", incoming=True),
    "involves": Link("Department", "INVOLVES", "name"),
    "partner": Link("Partner", "INVOLVES", "name"),
    "guideline": Link("Guideline", "GROUNDED_IN", "name"),
    "theme": Link("Theme", "TOUCHES", "name"),
    "sdg": Link("SdgTarget", "CONTRIBUTES_TO", "code"),
    "channel": Link("Channel", "DISCLOSED_ON", "name"),
    "depends_on": Link("Plan", "DEPENDS_ON", "number"),
}

EXACT = ("node", "edge", "from", "to")
"""Words for any node or edge by its ids."""

ABOUT = frozenset({*PARTS, *LINKS, *EXACT})
"""Words that say what a correction is about; the others say what of it changes."""

SPECIAL = ("marks", "disclosed", "departments")
"""What can be set besides the facts of the model: the ○ of the mark row, and the departments."""

FACTS = frozenset(fact.name for kind in KINDS for fact in kind.facts) | frozenset(
    fact.name for relation in RELATIONS for fact in relation.facts
)
"""Every fact of the model."""


def find(bench: RecordsEditor, entry: Correction) -> Node | Edge:
    """Return the one node or edge that a correction is about.

    Raises UnmatchedError if there is none or several, CorrectionError if it names nothing.
    """
    body = entry.body
    if "edge" in body:
        return find_edge(bench, text(entry, "edge"), text(entry, "from"), text(entry, "to"))
    node = find_place(bench, entry)
    word = link_word(entry)
    if word is None:
        if node is None:
            raise entry.refuse(
                "何を訂正するかがありません。plan: 1-1-1 のように対象を記入してください。",
                "it says nothing to correct; name it, for example plan: 1-1-1.",
            )
        return node
    link = LINKS[word]
    other = node_by_name(bench.lookup.of_kind(link.kind), (link.key,), text(entry, word))
    if node is None:
        return other
    ends = (other.id, node.id) if link.incoming else (node.id, other.id)
    return find_edge(bench, link.relation, *ends)


def find_place(
    bench: RecordsEditor, entry: Correction, *, without: str | None = None
) -> Node | None:
    """Return the node that the words for parts lead to, each inside the one before.

    None without any.
    """
    if "node" in entry.body:
        by_id = bench.lookup.nodes.get(text(entry, "node"))
        if by_id is None:
            raise UnmatchedError("no-such-node")
        return by_id
    place: Node | None = None
    for word, part in PARTS.items():
        if word not in entry.body or word == without:
            continue
        nodes = bench.lookup.of_kind(part.kind)
        if place is not None:
            nodes = [node for node in bench.lookup.parts(place.id) if node.kind == part.kind]
        place = node_by_name(nodes, part.keys, text(entry, word))
    return place


def find_edge(bench: RecordsEditor, relation: str, source: str, target: str) -> Edge:
    """Return the edge of a type between two ids."""
    for edge in bench.lookup.of_type(relation):
        if (edge.source, edge.target) == (source, target):
            return edge
    raise UnmatchedError("no-such-edge")


def node_by_name(nodes: list[Node], keys: tuple[str, ...], name: str) -> Node:
    """Return the one node with a name, as people type it.

    A part of the name will do if it is unique.
    """
    wanted = fold(name)
    exact = [node for node in nodes if wanted in {fold(str(node.facts.get(k))) for k in keys}]
    partly = [node for node in nodes if wanted in fold(str(node.facts.get(keys[-1])))]
    matches = exact or partly
    if len(matches) == 1:
        return matches[0]
    raise UnmatchedError("several-nodes" if matches else "no-such-node")


def link_word(entry: Correction) -> str | None:
    """Return the word for a link that a correction uses, if any."""
    return next((word for word in LINKS if word in entry.body), None)


def part_word(entry: Correction) -> str | None:
    """Return the last, innermost word for a part that a correction uses, if any."""
    return next((word for word in reversed(PARTS) if word in entry.body), None)


def text(entry: Correction, key: str) -> str:
    """Return a value of the body that must be words."""
    value = entry.body.get(key, "")
    if not isinstance(value, str) or not value.strip():
        raise entry.refuse(f"{key} を記入してください。", f"{key} must be filled in with words.")
    return value.strip()
