"""What a correction does to records: set a fact, add something, remove something."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from keikaku.graph.declaration import Fact
from keikaku.graph.errors import CorrectionError
from keikaku.graph.kinds import KIND
from keikaku.graph.records import Edge, Node
from keikaku.graph.relations import RELATION
from keikaku.loaders.corrections import shared_names
from keikaku.loaders.corrections.entries import Correction, UnmatchedError
from keikaku.loaders.corrections.fact_values import as_value
from keikaku.loaders.corrections.name_lookup import ABOUT, find, text
from keikaku.loaders.corrections.plan_numbers import renumber
from keikaku.loaders.corrections.records_editor import RecordsEditor
from keikaku.loaders.corrections.special_facts import SPECIALS
from keikaku.loaders.strict_yaml import Written


def set_facts(bench: RecordsEditor, entry: Correction) -> None:
    """``set``: give facts of one node or edge other values, if they still are what ``was`` says."""
    owner = find(bench, entry)
    keys = [key for key in entry.body if key not in ABOUT and key != "was"]
    was = _was(entry, keys)
    for key in keys:
        if key in was and not _still(bench, entry, owner, key, was[key]):
            raise UnmatchedError("was-differs")
    for write in [_prepared(bench, entry, owner, key) for key in keys]:
        write()
    if isinstance(owner, Node) and owner.kind in {"Milestone", "Action", "PlanDocument"}:
        _years_in_order(entry, owner)
    if isinstance(owner, Node) and "continues" in keys:
        _settle_continues(bench, owner, keys)


def remove(bench: RecordsEditor, entry: Correction) -> None:
    """``remove``: a node with its parts, an edge, or with ``fact`` one fact that may be unknown."""
    owner = find(bench, entry)
    if "fact" in entry.body:
        name = text(entry, "fact")
        fact = declared(entry, owner, name)
        if fact.required:
            raise entry.refuse(
                f"{name} は必須のため消せません。set で直してください。",
                f"{name} cannot do without a value; set it instead.",
            )
        if owner.facts.get(name) is None:
            raise UnmatchedError("no-such-fact")
        bench.change(owner, name, None, entry.evidence("fact"))
    elif isinstance(owner, Edge):
        bench.remove_edge(owner)
    else:
        bench.remove_node(owner, entry)


def declared(entry: Correction, owner: Node | Edge, name: str) -> Fact:
    """Return the fact of that name that the kind of node or the type of edge has."""
    kind = owner.kind if isinstance(owner, Node) else owner.type
    facts = KIND[kind].facts if isinstance(owner, Node) else RELATION[kind].facts
    for fact in facts:
        if fact.name == name:
            return fact
    names = ", ".join(fact.name for fact in facts)
    ja, en = (f"（{names}）", f"; it has: {names}") if names else ("", "")
    raise entry.refuse(f"{kind} に {name} はありません{ja}。", f"{kind} has no {name}{en}.")


def value_of(entry: Correction, fact: Fact, old: Any = None) -> Any:
    """Return the value that an entry gives a fact."""
    return _parsed_value(entry, fact.name, lambda: as_value(fact, entry.body[fact.name], old))


def _prepared(
    bench: RecordsEditor, entry: Correction, owner: Node | Edge, key: str
) -> Callable[[], None]:
    """Return the setting of one fact, parsed but not yet applied.

    So a value that fails leaves nothing half set.
    """
    special = SPECIALS.get(key)
    if special is not None:
        node = _of_kinds(entry, owner, key, special.kinds)
        now = special.current(bench, node)
        parsed = _parsed_value(entry, key, special.parse, entry.body[key], now)
        return partial(special.write, bench, entry, node, parsed)
    value = value_of(entry, declared(entry, owner, key), owner.facts.get(key))
    if isinstance(owner, Node) and shared_names.NAME.get(owner.kind) == key:
        return partial(shared_names.rename, bench, entry, owner, value)
    if isinstance(owner, Node) and key == "number":
        return partial(renumber, bench, entry, owner, value)
    return partial(bench.change, owner, key, value, entry.evidence(key))


def _was(entry: Correction, keys: list[str]) -> dict[str, Written]:
    """Return the former values that the entry states, by the names of the facts."""
    was = entry.body.get("was")
    if was is None:
        return {}
    if len(keys) == 1 and not (isinstance(was, dict) and keys[0] in was):
        return {keys[0]: was}
    if not isinstance(was, dict) or was.keys() - set(keys):
        raise entry.refuse(
            "was は「was: {title: 旧名称}」のように、直す項目ごとに記入してください。",
            "write was for each fact that is set: was: {title: …}.",
        )
    return dict(was)


def _still(
    bench: RecordsEditor, entry: Correction, owner: Node | Edge, key: str, was: Written
) -> bool:
    """Return whether a fact still has the value that a correction states as ``was``."""
    special = SPECIALS.get(key)
    if special is not None:
        node = _of_kinds(entry, owner, key, special.kinds)
        now = special.current(bench, node)
        then = _parsed_value(entry, "was", special.parse, was, now)
    else:
        now = owner.facts.get(key)
        then = _parsed_value(entry, "was", as_value, declared(entry, owner, key), was, None)
    if isinstance(then, dict) and isinstance(now, dict):
        return all(now.get(name) == value for name, value in then.items() if name != "raw")
    return bool(then == now)


def _of_kinds(entry: Correction, owner: Node | Edge, key: str, kinds: tuple[str, ...]) -> Node:
    if isinstance(owner, Node) and owner.kind in kinds:
        return owner
    words = " / ".join(kind.lower() for kind in kinds)
    raise entry.refuse(
        f"{key} は {words} に対して記入してください。", f"{key} belongs to a {words}."
    )


def _parsed_value(entry: Correction, key: str, parse: Callable[..., Any], *values: Any) -> Any:
    try:
        return parse(*values)
    except ValueError as error:
        raise wrong_value(entry, key, str(error)) from error


def wrong_value(entry: Correction, key: str, expected: str) -> CorrectionError:
    """Return the error for a value that can mean nothing."""
    return entry.refuse(
        f"{key} の値が読み取れません。次のように記入してください: {expected}",
        f"the value of {key} cannot be read; write: {expected}",
    )


def _settle_continues(bench: RecordsEditor, milestone: Node, keys: list[str]) -> None:
    """Make the years of a milestone fit what is now known of how far it runs."""
    facts = milestone.facts
    until = facts.get("latest_year") or bench.records.document.get("last_year")
    if facts.get("continues") is None:
        facts["continues"] = "unknown"
    if facts["continues"] == "unknown":
        facts.setdefault("latest_year", until)
        return
    if facts["continues"] == "yes" and "last_year" not in keys and until is not None:
        facts["last_year"] = max(until, facts["last_year"])
    facts.pop("latest_year", None)


def _years_in_order(entry: Correction, node: Node) -> None:
    first, last = node.facts.get("first_year"), node.facts.get("last_year")
    if first is not None and last is not None and last < first:
        raise wrong_value(entry, "last_year", f">= {first}")
