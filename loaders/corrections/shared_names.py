"""What belongs to no single document: departments, guidelines, themes; found, made, renamed."""

from __future__ import annotations

from typing import Any

from keikaku.graph.kinds import KIND
from keikaku.graph.records import Node
from keikaku.loaders.corrections.entries import Correction
from keikaku.loaders.corrections.records_editor import RecordsEditor
from keikaku.loaders.text import fold, normal, plain

NAME = dict.fromkeys(("Department", "Partner", "Guideline", "Theme", "Channel"), "name") | {
    "SdgTarget": "code"
}
"""The fact that names a shared thing, and from which its id is made."""

_IDS = {
    "Department": "{city}/department/{name}",
    "Guideline": "{city}/guideline/{name}",
    "Channel": "{city}/channel/{name}",
    "Partner": "partner/{name}",
    "Theme": "theme/{name}",
    "SdgTarget": "sdg/{name}",
}
_NATIONAL_LAW = "guideline/{name}"


def ensure(
    bench: RecordsEditor,
    entry: Correction,
    kind: str,
    name: str,
    facts: dict[str, Any] | None = None,
) -> Node:
    """Return the shared thing of that name; make it if it does not exist."""
    key = NAME[kind]
    for node in bench.lookup.of_kind(kind):
        if fold(str(node.facts.get(key))) == fold(name):
            return node
    name = plain(normal(name))
    facts = {key: name, **(facts or {})}
    new_id = identity(bench, kind, name, law=facts.get("type") == "law")
    node = Node(new_id, kind, name, facts, [entry.evidence(key, name)])
    bench.add_node(node)
    return node


def identity(bench: RecordsEditor, kind: str, name: str, *, law: bool = False) -> str:
    """Return the id of a shared thing by its name; a municipality's own are under its name."""
    template = _NATIONAL_LAW if law and kind == "Guideline" else _IDS[kind]
    return template.format(city=bench.records.document.get("municipality"), name=name)


def rename(bench: RecordsEditor, entry: Correction, node: Node, name: str) -> None:
    """Give a shared thing another name; the old one stays as its alias."""
    key = NAME[node.kind]
    name, old = plain(normal(name)), str(node.facts[key])
    new_id = identity(bench, node.kind, name, law=node.facts.get("type") == "law")
    bench.rename(node, new_id, {key: name})
    kept = bench.lookup.nodes[new_id]
    if any(fact.name == "aliases" for fact in KIND[node.kind].facts):
        kept.facts["aliases"] = sorted({*kept.facts.get("aliases", ()), old} - {name})
    bench.mark(kept, key, entry.evidence(key, name))
