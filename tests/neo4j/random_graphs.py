"""Any documents side by side, meeting in what they share, with words of every sort."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from graph import network
from graph.kinds import KINDS
from graph.network import Graph
from graph.records import Edge, Node, Records
from graph.relations import RELATIONS
from tests.graph import graphs

WORDS = (
    "収納課",
    "キャッシュレス",
    "'quoted' \"twice\" \\ back",
    "MATCH (n) DETACH DELETE n",
    "`ticks` $document {id: 1}",
    "😀𠮷野家",
    "か\u3099 e\u0301",
    "Straße İ ﾊﾝｶｸ ＡＩ",
    "a\nb\tc",
)
_NUMBERS = ("1", "2", "1-1", "1-1-1", "1-1-10", "2-2-5", "１", "x")
_words = st.sampled_from(WORDS) | graphs._words
_NAMING: dict[str, st.SearchStrategy[Any]] = {
    "name": _words,
    "title": _words,
    "text": _words,
    "overview": _words,
    "number": st.sampled_from(_NUMBERS),
    "code": st.sampled_from(("11.3", "11.7", "1.3")),
}


@st.composite
def document(draw: st.DrawFn, name: str) -> Graph:
    """The graph of one document; what kinds share has ids that other documents use too."""
    nodes: dict[str, Node] = {name: Node(name, "PlanDocument", name, {"title": f"計画 {name}"})}
    wanted = draw(st.lists(st.sampled_from(KINDS), min_size=4, max_size=16))
    for position, kind in enumerate(wanted):
        shared = kind.shared and draw(st.booleans())
        node = f"{kind.name}/{position % 3}" if shared else f"{name}/{position}"
        facts = draw(graphs._facts(kind.facts))
        naming = {fact: draw(_NAMING[fact]) for fact in _NAMING if fact in facts}
        evidence = draw(graphs._evidence)
        nodes.setdefault(node, Node(node, kind.name, draw(_words), facts | naming, evidence))
    possible = [
        (start.id, end.id, relation)
        for start in nodes.values()
        for end in nodes.values()
        for relation in RELATIONS
        if start is not end and (start.kind, end.kind) in relation.ends
    ]
    chosen = draw(st.lists(st.sampled_from(possible), max_size=30, unique=True)) if possible else []
    edges = [
        Edge(source, target, each.name, draw(graphs._facts(each.facts)), draw(graphs._evidence))
        for source, target, each in chosen
    ]
    head = {**graphs.small().document, "id": name, "title": name}
    findings = draw(st.lists(graphs._findings, max_size=2))
    records = Records(head, [*nodes.values()], edges, findings)
    # As a file would hold it: edges stand by their source.
    return network.from_payload(network.to_payload(network.from_records(records)))
