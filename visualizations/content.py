"""All data of the page, as JSON: the network, facts and evidence, the words (内容)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any, NamedTuple

from keikaku.graph.declaration import Fact
from keikaku.graph.findings.suggestion_words import planner_words
from keikaku.graph.kinds import KIND, KINDS
from keikaku.graph.language import Lang, Text
from keikaku.graph.merging import owner
from keikaku.graph.relations import RELATION, RELATIONS
from keikaku.graph.structure import level_words
from keikaku.graph.years import ERAS, LETTERS
from keikaku.queries.asking.search_words import search_names, search_words
from keikaku.queries.graph_walks import Graph
from keikaku.queries.map_answers import Answers
from keikaku.queries.map_data import Structure
from keikaku.queries.map_facts import PlanFact
from keikaku.visualizations import drawing
from keikaku.visualizations.arrangements import arrangements
from keikaku.visualizations.arrangements.layout import Arrangement, Box, Region
from keikaku.visualizations.node_labels import foot, heading, label
from keikaku.visualizations.page_words import page_words_in
from keikaku.visualizations.serialize_answers import Actuals, serialize_answers
from keikaku.visualizations.style import KIND_STYLES, LINE, RELATION_STYLES

_HEADINGS = ("Goal", "Initiative")
_MORE = Text(" ほか{n}課", " and {n} more")


class Extras(NamedTuple):
    """What a map shows besides the graph.

    ``progress`` is the state of each plan (a key of ``STATUSES``), ``changes`` what became of it
    from one edition to another, with its plans in the other edition; ``chosen`` are the plans that
    match the filters, where the others only surround them; ``focus`` are the nodes in the centre.
    ``actuals`` are the values of indicators that the progress form states, ``conditions`` what
    chose the plans, by parameter.
    """

    progress: Mapping[str, str] = {}
    changes: Mapping[str, tuple[str, list[str]]] = {}
    chosen: frozenset[str] | None = None
    focus: tuple[str, ...] = ()
    actuals: Actuals = MappingProxyType({})
    conditions: Mapping[str, str] = MappingProxyType({})


NOTHING_MORE = Extras()


def page_content(
    graph: Graph,
    structure: Structure,
    answers: Answers,
    lang: Lang,
    extras: Extras = NOTHING_MORE,
) -> dict[str, Any]:
    """Return what the page holds; ``visualizations/page/state.js`` reads it.

    ``network`` is pyvis's; ``nodes`` and ``edges`` stand in the same order as there, by number.
    ``places`` give x, y, width, height of each node, ``parts`` what belongs to each plan: the page
    opens room for it beneath the plan when it is shown (``visualizations/page/unfold_layout.js``).
    ``arrangements`` give the places of the nodes in each arrangement but that by goal, as
    lists of number, x, y, width and height. ``answers`` are those of
    :func:`keikaku.visualizations.serialize_answers.serialize_answers`.
    """
    number = {node: at for at, node in enumerate(graph)}
    whole, *others = arrangements(graph, structure, answers.columns)
    facts = {each.plan: each for each in answers.facts}
    documents = graph.graph["documents"]
    levels = level_words(facts for _, facts in graph.nodes(data=True))
    numbers = {head["id"]: at for at, head in enumerate(documents)}
    return {
        "lang": lang,
        "eras": [[name, letter, ERAS[name]] for name, letter in LETTERS.items()],
        "words": page_words_in(lang),
        "search": search_words(),
        "known": search_names(graph, number),
        "documents": [_head(document) for document in documents],
        "kinds": [
            _kind(kind, lang, levels.get(kind.name), several=len(documents) > 1) for kind in KINDS
        ],
        "relations": [_relation(relation, lang) for relation in RELATIONS],
        "network": drawing.content(drawing.network(graph, whole)),
        "nodes": [
            {
                "id": node,
                "document": numbers.get(owner(graph, node)),
                "lines": _lines(attributes, whole.places[node]),
                **(
                    {"foot": _foot(answers.names, facts[node], whole, lang)}
                    if node in facts
                    else {}
                ),
            }
            | _stated_facts(attributes, KIND[attributes["kind"]].facts)
            for node, attributes in graph.nodes(data=True)
        ],
        "edges": [
            _stated_facts(facts, RELATION[facts["type"]].facts)
            for _, _, facts in graph.edges(data=True)
        ],
        "places": [tuple(whole.places[node]) for node in graph],
        "regions": _regions(whole.regions, number),
        "arrangements": [_arrangement(each, graph, number) for each in (whole, *others)],
        "plans": [_plan(facts[plan], extras, number) for plan in structure.parts],
        "names": answers.names,
        "chosen": None
        if extras.chosen is None
        else [number[plan] for plan in structure.parts if plan in extras.chosen],
        "conditions": [*extras.conditions.items()],
        "focus": [number[node] for node in extras.focus if node in number],
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
        "answers": serialize_answers(graph, answers, extras.actuals),
        "line": LINE,
    }


def _head(document: dict[str, Any]) -> dict[str, Any]:
    wanted = ("id", "title", "municipality", "first_year", "last_year")
    return {key: document.get(key) for key in wanted}


def _kind(kind: Any, lang: Lang, level: str | None, *, several: bool) -> dict[str, Any]:
    """Return a kind with its label: the documents' own word for a level, or else ours.

    The map shows the nodes of documents at first only if there are several.
    """
    style = KIND_STYLES[kind.name]
    if several and kind.name == "PlanDocument":
        style = style._replace(skeleton=True)
    return {
        "name": kind.name,
        "label": level or (kind.ja if lang == "ja" else kind.name),
        "about": level or (kind.ja if lang == "ja" else kind.en),
        "facts": {fact.name: fact.ja if lang == "ja" else fact.en for fact in kind.facts},
        **style._asdict(),
    }


def _relation(relation: Any, lang: Lang) -> dict[str, Any]:
    return {
        "name": relation.name,
        "label": relation.ja if lang == "ja" else relation.en,
        "inferred": relation.inferred,
        **RELATION_STYLES[relation.name]._asdict(),
    }


def _stated_facts(facts: dict[str, Any], declared: tuple[Fact, ...]) -> dict[str, Any]:
    """Return facts in the order in which they are declared, and their evidence."""
    own = {fact.name: facts[fact.name] for fact in declared if fact.name in facts}
    return {
        **({"facts": own} if own else {}),
        **({"evidence": _evidence(facts["evidence"])} if facts["evidence"] else {}),
    }


def _evidence(pieces: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return evidence without its defaults: read as printed, and certain."""
    plain = {"reading": "stated", "confidence": 1}
    return [
        {key: v for key, v in piece.items() if v not in (None, "") and plain.get(key) != v}
        for piece in pieces
    ]


def _lines(facts: dict[str, Any], box: Box) -> tuple[str, ...]:
    return (heading if facts["kind"] in _HEADINGS else label)(facts, box.width).lines


def _regions(regions: list[Region], number: dict[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "node": number.get(region.node) if region.node is not None else None,
            "kind": region.kind,
            "level": region.level,
            "box": tuple(region.box),
            **({"text": region.text} if region.text else {}),
            **({"note": region.note} if region.note else {}),
        }
        for region in regions
    ]


def _arrangement(made: Arrangement, graph: Graph, number: dict[str, int]) -> dict[str, Any]:
    """Return an arrangement by numbers; that by goal places every node, so it lists none."""
    arrangement: dict[str, Any] = {
        "name": made.name,
        "kinds": made.kinds,
        "relations": made.relations,
    }
    if made.name == "goal":
        return arrangement
    edges = {
        (one, two, facts["type"]): at for at, (one, two, facts) in enumerate(graph.edges(data=True))
    }
    return arrangement | {
        "places": [(number[node], *box) for node, box in made.places.items()],
        "copies": [(number[copy.node], *copy.box, copy.why) for copy in made.copies],
        "regions": _regions(made.regions, number),
        "routes": [
            (edges[edge], [each for point in points for each in point])
            for edge, points in made.routes.items()
        ],
    }


def _plan(fact: PlanFact, extras: Extras, number: dict[str, int]) -> dict[str, Any]:
    """Return the facts by which a plan can be coloured, without those that are not known."""
    row = asdict(fact) | {
        "plan": number[fact.plan],
        "progress": extras.progress.get(fact.plan),
    }
    if fact.plan in extras.changes:
        change, beside = extras.changes[fact.plan]
        row |= {"change": change, "beside": [number[each] for each in beside if each in number]}
    return {name: value for name, value in row.items() if value is not None}


def _foot(called: Mapping[str, str], fact: PlanFact, whole: Arrangement, lang: Lang) -> str:
    """Return who leads a plan, and how many more answer for it: 収納課 ほか1課."""
    if not fact.leads:
        return ""
    names = "・".join(called[each] for each in fact.leads)
    more = _MORE.format(n=fact.others).of(lang) if fact.others else ""
    return foot("Plan", f"{names}{more}", whole.places[fact.plan].width)


def _finding(finding: dict[str, Any], number: dict[str, int], lang: Lang) -> dict[str, Any]:
    from keikaku.graph.findings import finding_texts

    message, suggestion = finding_texts(finding, lang)
    return {
        "node": number[finding["node"]],
        "severity": finding["severity"],
        "settled": finding.get("settled") is not None,
        "message": message,
        "suggestion": planner_words(suggestion) if lang == "ja" else suggestion,
    }
