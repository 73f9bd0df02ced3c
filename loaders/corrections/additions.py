"""``add``: what the source lacks. The innermost word says what is new, the others where."""

from __future__ import annotations

from typing import Any

from keikaku.graph.declaration import Fact
from keikaku.graph.kinds import KIND
from keikaku.graph.records import Edge, Node
from keikaku.graph.relations import RELATION
from keikaku.loaders.corrections import shared_names
from keikaku.loaders.corrections.apply import value_of
from keikaku.loaders.corrections.entries import Correction, UnmatchedError
from keikaku.loaders.corrections.name_lookup import (
    ABOUT,
    LINKS,
    PARTS,
    find_edge,
    find_place,
    link_word,
    node_by_name,
    part_word,
    text,
)
from keikaku.loaders.corrections.plan_numbers import initiative_of
from keikaku.loaders.corrections.records_editor import RecordsEditor


def add(bench: RecordsEditor, entry: Correction) -> None:
    """Add a node, an edge, or a part or link of what is there already."""
    if "edge" in entry.body:
        _add_edge_by_ids(bench, entry)
    elif "kind" in entry.body:
        _add_node_by_id(bench, entry)
    elif link_word(entry):
        _add_link(bench, entry, str(link_word(entry)))
    else:
        _add_part(bench, entry)


def _add_link(bench: RecordsEditor, entry: Correction, word: str) -> None:
    """Link a plan or component to a department, guideline, theme …, made if it is new."""
    link = LINKS[word]
    place = find_place(bench, entry)
    if place is None:
        raise entry.refuse(
            f"{word} を加える計画を plan: 1-1-1 のように記入してください。",
            f"say which plan {word} is added to: plan: 1-1-1.",
        )
    facts = _facts(entry, KIND[link.kind].facts)
    if link.kind in shared_names.NAME:
        if any(fact.name == "type" for fact in KIND[link.kind].facts):
            facts.setdefault("type", "other")
        other = shared_names.ensure(bench, entry, link.kind, text(entry, word), facts)
    else:
        other = node_by_name(bench.lookup.of_kind(link.kind), (link.key,), text(entry, word))
    ends = (other.id, place.id) if link.incoming else (place.id, other.id)
    defaults: dict[str, Any] = {"basis": ["text"], "role": "co"}
    if place.kind == "Component":
        defaults["role"] = "component"
    if link.relation == "RESPONSIBLE_FOR":
        orders = [e.facts.get("order", 0) for e in _into(bench, link.relation, place.id)]
        defaults["order"] = 1 + max(orders, default=0)
    _put_edge(bench, entry, link.relation, ends, defaults)


def _add_part(bench: RecordsEditor, entry: Correction) -> None:
    """Add a plan under its initiative, an action of a plan, a milestone or an indicator."""
    word = part_word(entry)
    if word is None or word in ("goal", "initiative"):
        raise entry.refuse(
            "加える対象を action・milestone・indicator などで記入してください。",
            "name what is new: action, milestone, indicator, component, plan.",
        )
    part, name = PARTS[word], text(entry, word)
    place = find_place(bench, entry, without=word)
    if word == "plan":
        place = initiative_of(bench, entry, name)
    if place is None:
        raise entry.refuse(
            f"{word} を加える先を plan: 1-1-1 のように記入してください。",
            f"say where {word} is added: plan: 1-1-1.",
        )
    if (place.kind, part.kind) not in RELATION[part.relation].ends:
        raise entry.refuse(
            f"{word} は {place.kind} の下には置けません。", f"a {place.kind} has no {word}."
        )
    facts = {part.keys[0]: name} | _facts(entry, KIND[part.kind].facts)
    _complete(part.kind, facts)
    _require(entry, KIND[part.kind].facts, facts)
    order = int(name.rpartition("-")[2]) if word == "plan" else None
    number = name if word == "plan" else _next_number(bench, place, word)
    node = Node(f"{bench.document}/{word}/{number}", part.kind, name, facts, [])
    if node.id in bench.lookup.nodes:
        raise UnmatchedError("already-there")
    node.label = str(facts.get("title", name))
    node.evidence.append(entry.evidence(word))
    bench.add_node(node)
    order = order or bench.next_order(place.id, part.relation)
    bench.add_edge(Edge(place.id, node.id, part.relation, {"order": order}, [entry.evidence(word)]))


def _complete(kind: str, facts: dict[str, Any]) -> None:
    """Add what follows from the facts given, so that a planner need not write it."""
    if kind == "Indicator":
        facts.setdefault("target", None)
        facts.setdefault("baseline", None)
        facts.setdefault("measurable", facts["target"] is not None or facts["baseline"] is not None)
    if kind == "Milestone" and "first_year" in facts:
        facts.setdefault("last_year", facts["first_year"])
    if kind == "Plan":
        facts.setdefault("unknown_marks", [])


def _next_number(bench: RecordsEditor, place: Node, word: str) -> str:
    """Return the end of a new part's id.

    After the numbers of its plan (or action), the next free one.
    """
    rest = place.id.removeprefix(f"{bench.document}/").partition("/")[2]
    if word != "milestone":
        plan = bench.lookup.plan_of(place.id)
        rest = str(plan.facts["number"]) if plan else rest
    order = 1
    while f"{bench.document}/{word}/{rest}/{order}" in bench.lookup.nodes:
        order += 1
    return f"{rest}/{order}"


def _add_node_by_id(bench: RecordsEditor, entry: Correction) -> None:
    kind, node_id = text(entry, "kind"), text(entry, "node")
    if kind not in KIND:
        raise entry.refuse(
            f"kind は {' | '.join(KIND)} のいずれかです。", f"kind is one of {', '.join(KIND)}."
        )
    if node_id in bench.lookup.nodes:
        raise UnmatchedError("already-there")
    facts = _facts(entry, KIND[kind].facts)
    _complete(kind, facts)
    _require(entry, KIND[kind].facts, facts)
    label = next((str(facts[key]) for key in ("title", "name", "text") if key in facts), node_id)
    bench.add_node(Node(node_id, kind, label, facts, [entry.evidence("node")]))


def _add_edge_by_ids(bench: RecordsEditor, entry: Correction) -> None:
    relation = text(entry, "edge")
    if relation not in RELATION:
        raise entry.refuse(
            f"edge は {' | '.join(RELATION)} のいずれかです。",
            f"edge is one of {', '.join(RELATION)}.",
        )
    ends = text(entry, "from"), text(entry, "to")
    if not all(end in bench.lookup.nodes for end in ends):
        raise UnmatchedError("no-such-node")
    _put_edge(bench, entry, relation, ends, {"order": bench.next_order(ends[0], relation)})


def _put_edge(
    bench: RecordsEditor,
    entry: Correction,
    relation: str,
    ends: tuple[str, str],
    defaults: dict[str, Any],
) -> None:
    """Add an edge between two nodes, with the facts of the entry, else the defaults."""
    declared = RELATION[relation]
    kinds = bench.lookup.nodes[ends[0]].kind, bench.lookup.nodes[ends[1]].kind
    if kinds not in declared.ends:
        raise entry.refuse(
            f"{relation} は {kinds[0]} から {kinds[1]} へはつなげません。",
            f"{relation} does not lead from {kinds[0]} to {kinds[1]}.",
        )
    try:
        find_edge(bench, relation, *ends)
    except UnmatchedError:
        names = {fact.name for fact in declared.facts}
        facts = {name: value for name, value in defaults.items() if name in names}
        facts |= _facts(entry, declared.facts)
        _require(entry, declared.facts, facts)
        evidence = entry.evidence(next(iter(entry.body)))
        bench.add_edge(Edge(*ends, relation, facts, [evidence]))
    else:
        raise UnmatchedError("already-there")


def _facts(entry: Correction, facts: tuple[Fact, ...]) -> dict[str, Any]:
    """Return those of some facts that the entry gives."""
    stated = [fact for fact in facts if fact.name in entry.body and fact.name not in ABOUT]
    return {fact.name: value_of(entry, fact) for fact in stated}


def _require(entry: Correction, facts: tuple[Fact, ...], stated: dict[str, Any]) -> None:
    for fact in facts:
        if fact.required and fact.name not in stated:
            raise entry.refuse(
                f"{fact.name}（{fact.ja}）がありません。", f"{fact.name} ({fact.en}) is missing."
            )


def _into(bench: RecordsEditor, relation: str, target: str) -> list[Edge]:
    return [edge for edge in bench.lookup.of_type(relation) if edge.target == target]
