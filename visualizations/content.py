"""All that the page is told, as JSON: the network, facts and evidence, the words (内容)."""

from __future__ import annotations

from typing import Any

from keikaku.graph.declaration import Fact
from keikaku.graph.kinds import KIND, KINDS
from keikaku.graph.language import Lang
from keikaku.graph.merging import owner
from keikaku.graph.relations import RELATION, RELATIONS
from keikaku.graph.years import ERAS, LETTERS
from keikaku.queries.asking.search_words import search_words
from keikaku.queries.graph_walks import Graph
from keikaku.queries.map_answers import Answers
from keikaku.queries.map_data import Structure
from keikaku.visualizations import drawing
from keikaku.visualizations.map_layout import Box, Layout, placed
from keikaku.visualizations.node_labels import label
from keikaku.visualizations.page_words import page_words_in
from keikaku.visualizations.serialize_answers import serialize_answers
from keikaku.visualizations.style import KIND_STYLES, LINE, RELATION_STYLES


def page_content(
    graph: Graph, structure: Structure, answers: Answers, lang: Lang
) -> dict[str, Any]:
    """Return what the page holds; ``visualizations/page/state.js`` reads it.

    ``network`` is pyvis's; ``nodes`` and ``edges`` stand in the same order as there, by number.
    ``places`` give x, y, width, height of each node, ``parts`` what belongs to each plan: the page
    opens room for it beneath the plan when it is shown (``visualizations/page/unfold_layout.js``).
    ``answers`` are those of :func:`keikaku.visualizations.serialize_answers.serialize_answers`.
    """
    number = {node: at for at, node in enumerate(graph)}
    layout = placed(graph, structure)
    documents = graph.graph["documents"]
    numbers = {head["id"]: at for at, head in enumerate(documents)}
    return {
        "lang": lang,
        "eras": [[name, letter, ERAS[name]] for name, letter in LETTERS.items()],
        "words": page_words_in(lang),
        "search": search_words(),
        "documents": [_head(document) for document in documents],
        "kinds": [_kind(kind, lang, several=len(documents) > 1) for kind in KINDS],
        "relations": [_relation(relation, lang) for relation in RELATIONS],
        "network": drawing.content(drawing.network(graph, layout)),
        "nodes": [
            {
                "id": node,
                "document": numbers.get(owner(graph, node)),
                "lines": _lines(facts, layout.places[node]),
            }
            | _told(facts, KIND[facts["kind"]].facts)
            for node, facts in graph.nodes(data=True)
        ],
        "edges": [
            _told(facts, RELATION[facts["type"]].facts) for _, _, facts in graph.edges(data=True)
        ],
        "places": [tuple(layout.places[node]) for node in graph],
        "regions": _regions(layout, number),
        "parts": [
            (number[plan], [number[part] for part in parts])
            for plan, parts in structure.parts.items()
            if parts
        ],
        "findings": [
            _finding(finding, number, lang)
            for finding in graph.graph["findings"]
            if finding["node"] in number
        ],
        "answers": serialize_answers(graph, answers),
        "line": LINE,
    }


def _head(document: dict[str, Any]) -> dict[str, Any]:
    wanted = ("id", "title", "municipality", "first_year", "last_year")
    return {key: document.get(key) for key in wanted}


def _kind(kind: Any, lang: Lang, *, several: bool) -> dict[str, Any]:
    """Return kind; where there are several documents, they are a part of what one sees at first."""
    style = KIND_STYLES[kind.name]
    if several and kind.name == "PlanDocument":
        style = style._replace(skeleton=True)
    return {
        "name": kind.name,
        "told": kind.ja if lang == "ja" else kind.name,
        "about": kind.ja if lang == "ja" else kind.en,
        "facts": {fact.name: fact.ja if lang == "ja" else fact.en for fact in kind.facts},
        **style._asdict(),
    }


def _relation(relation: Any, lang: Lang) -> dict[str, Any]:
    return {
        "name": relation.name,
        "told": relation.ja if lang == "ja" else relation.en,
        "inferred": relation.inferred,
        **RELATION_STYLES[relation.name]._asdict(),
    }


def _told(facts: dict[str, Any], declared: tuple[Fact, ...]) -> dict[str, Any]:
    """Return facts in the order in which they are declared, and their evidence."""
    own = {fact.name: facts[fact.name] for fact in declared if fact.name in facts}
    return {
        **({"facts": own} if own else {}),
        **({"evidence": _evidence(facts["evidence"])} if facts["evidence"] else {}),
    }


def _evidence(pieces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return evidence without what goes without saying: read as printed, surely."""
    plain = {"reading": "stated", "confidence": 1}
    return [
        {key: v for key, v in piece.items() if v not in (None, "") and plain.get(key) != v}
        for piece in pieces
    ]


def _lines(facts: dict[str, Any], box: Box) -> tuple[str, ...]:
    return label(facts, box.width).lines


def _regions(layout: Layout, number: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "node": number.get(region.node) if region.node is not None else None,
            "kind": region.kind,
            "level": region.level,
            "box": tuple(region.box),
        }
        for region in layout.regions
    ]


def _finding(finding: dict[str, Any], number: dict[str, int], lang: Lang) -> dict[str, Any]:
    from keikaku.graph.findings import finding_texts

    message, suggestion = finding_texts(finding, lang)
    return {
        "node": number[finding["node"]],
        "severity": finding["severity"],
        "settled": finding.get("settled") is not None,
        "message": message,
        "suggestion": suggestion,
    }
