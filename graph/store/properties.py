"""Convert facts into properties of Neo4j, and back, without a loss.

A measure, yearly values and evidence are kept as JSON text, because a property cannot hold a map.
The parts of a measure are also properties (``target_value``, ``target_unit``, …), so that Cypher
can query them, and so are the years of yearly values (``values_years``).
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from keikaku.graph.declaration import Fact
from keikaku.graph.folding import search_form
from keikaku.graph.kinds import KIND
from keikaku.graph.measures import at_target, units_of
from keikaku.graph.network import ALWAYS
from keikaku.graph.records import Measure
from keikaku.graph.relations import RELATION
from keikaku.graph.store.kept import kept
from keikaku.graph.structure import order_key

Facts = dict[str, Any]

PART = 10_000_000
"""The number of positions of one document; ``at`` counts through all documents in their order."""

_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")
).encode
_AS_JSON = ("measure", "values")
_SHAPE = {"measure": dict, "values": list}
_MOST = 2**63 - 1
_NUMBERED = {kind.name for kind in KIND.values() if any(f.name == "number" for f in kind.facts)}
_STATED_EMPTY = "stated_empty"
_OF_FINDING = ("code", "severity", "node", "message", "suggestion")


def text(value: Any) -> str:
    """Return JSON in one line."""
    return _encode(value)


def of_node(facts: Facts) -> Facts:
    """Return the properties of a node, without its evidence."""
    kind = facts["kind"]
    properties = {"label": facts["label"], **_properties(facts, kind)}
    if kind in _NUMBERED:
        properties["number_key"] = order_key(facts["id"], facts.get("number"))
    if kind == "Indicator":
        properties |= _compared(facts)
    properties["search"] = [
        search_form(facts[fact.name])
        for fact in _stated(tuple(facts), kind)
        if fact.type == "text" and not fact.choices and isinstance(facts[fact.name], str)
    ]
    return _without_empty(properties)


def _compared(facts: Facts) -> Facts:
    """Return what indicators are filtered by: their units, whether the target is reached."""
    reached = at_target(facts)
    units = sorted(units_of(facts))
    return {"units": units} | ({} if reached is None else {"at_target": reached})


def of_edge(facts: Facts) -> Facts:
    """Return the properties of a relation, without its evidence."""
    return _without_empty(_properties(facts, facts["type"]))


def of_finding(row: Facts, plan: str | None) -> Facts:
    """Return the properties by which a finding is looked up; its row is kept separately.

    ``about`` is the ``plan`` of the finding, also for a part of the plan, else the node itself;
    ``seen_in`` and ``line`` are those of its first evidence; without any, ``seen_in`` is empty.
    """
    seen = row["evidence"][0] if row["evidence"] else {}
    properties = {
        **{fact: row[fact] for fact in _OF_FINDING},
        "settled": row["settled"] is not None,
        "about": plan or row["node"],
        "seen_in": seen.get("document", ""),
        "line": seen.get("line"),
    }
    return {name: value for name, value in properties.items() if value is not None}


def node_facts(kind: str, properties: Facts) -> Facts:
    """Return facts of a node, as :mod:`keikaku.graph.network` holds them, from its properties."""
    always = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in ALWAYS.get(kind, {}).items()
    }
    read = _facts(properties, KIND[kind].facts)
    return {"kind": kind, "label": properties["label"], **always, **read, **_evidence(properties)}


def edge_facts(name: str, properties: Facts) -> Facts:
    """Return facts of a relation from its properties as :mod:`keikaku.graph.network` holds them."""
    return {"type": name, **_facts(properties, RELATION[name].facts), **_evidence(properties)}


@lru_cache(maxsize=4096)
def _stated(names: tuple[str, ...], kind: str) -> tuple[Fact, ...]:
    """Return those of some facts that a kind or a relation declares, in the declared order.

    The same few sets of names come again and again.
    """
    declared = (KIND.get(kind) or RELATION[kind]).facts
    return tuple(fact for fact in declared if fact.name in names)


def _properties(facts: Facts, kind: str) -> Facts:
    properties: Facts = {}
    for fact in _stated(tuple(facts), kind):
        value = facts[fact.name]
        if value is None:
            continue
        if value == [] and fact.type == "texts" and not fact.required:
            properties.setdefault(_STATED_EMPTY, []).append(fact.name)
        if fact.type not in _AS_JSON:
            properties[fact.name] = _storable(value)
            continue
        properties[fact.name] = text(value)
        if fact.type == "values":
            properties[f"{fact.name}_years"] = sorted({item["fiscal_year"] for item in value})
            continue
        properties.update(
            (f"{fact.name}_{part}", _storable(value[part]))
            for part in Measure.__slots__
            if value.get(part) is not None
        )
    return properties


def _storable(value: Any) -> Any:
    """Return a number beyond the server's integers as a float; the JSON beside it is exact."""
    return float(value) if isinstance(value, int) and abs(value) > _MOST else value


def _without_empty(properties: Facts) -> Facts:
    """Return the properties without empty lists, which a bulk import takes for missing ones.

    ``stated_empty`` names the facts that the source states to be empty.
    """
    return {name: value for name, value in properties.items() if value != []}


def _facts(properties: Facts, declared: tuple[Fact, ...]) -> Facts:
    return {
        fact.name: kept(properties[fact.name], fact.name, _SHAPE[fact.type])
        if fact.type in _AS_JSON
        else properties.get(fact.name, [])
        for fact in declared
        if properties.get(fact.name) is not None
        or (fact.required and fact.type == "texts")
        or fact.name in properties.get(_STATED_EMPTY, ())
    }


def _evidence(properties: Facts) -> Facts:
    return {"evidence": kept(properties.get("evidence", "[]"), "evidence", list)}


def title_of(head: str) -> str | None:
    """Return the title of a document from its head."""
    title: str | None = kept(head, "head").get("title")
    return title
