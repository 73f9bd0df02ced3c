"""Facts of nodes and relations as plain attributes, for tools that know no lists or measures."""

from __future__ import annotations

import json
from typing import Any

from keikaku.exports.escaping import for_xml
from keikaku.graph.declaration import Fact
from keikaku.graph.kinds import KIND
from keikaku.graph.relations import RELATION

Attribute = str | int | float | bool


def of_node(facts: dict[str, Any]) -> dict[str, Attribute]:
    """Return node's kind, label and facts; measures in their parts, lists and evidence as text."""
    attributes: dict[str, Attribute] = {"kind": facts["kind"], "label": for_xml(facts["label"])}
    return attributes | _flat(facts, KIND[facts["kind"]].facts)


def of_edge(facts: dict[str, Any]) -> dict[str, Attribute]:
    """Return a relation's type and facts."""
    return {"relation": facts["type"]} | _flat(facts, RELATION[facts["type"]].facts)


def _flat(facts: dict[str, Any], declared: tuple[Fact, ...]) -> dict[str, Attribute]:
    attributes: dict[str, Attribute] = {}
    for fact in declared:
        value = facts.get(fact.name)
        if value is None:
            continue
        if fact.type == "measure":
            for part, item in value.items():
                if item is not None:
                    attributes[f"{fact.name}_{part}"] = _part(part, item)
        elif fact.type == "texts":
            attributes[fact.name] = for_xml("; ".join(value))
        elif fact.type == "values":
            attributes[fact.name] = for_xml(json.dumps(value, ensure_ascii=False))
        elif fact.type == "number":
            attributes[fact.name] = float(value)
        else:
            attributes[fact.name] = for_xml(value) if isinstance(value, str) else value
    if facts["evidence"]:
        first = facts["evidence"][0]
        attributes["quote"] = for_xml(first["quote"])
        attributes["evidence"] = for_xml(json.dumps(facts["evidence"], ensure_ascii=False))
    return attributes


_NUMBERS = ("value", "low", "high")


def _part(part: str, item: str | float) -> Attribute:
    """Return a part of a measure; its numbers are floats, so that a column has one type."""
    if part in _NUMBERS:
        return float(item)
    return for_xml(item) if isinstance(item, str) else item
