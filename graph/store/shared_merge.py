"""What several documents tell of one thing, as one: by the rule of ``fact_merge``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from keikaku.graph.fact_merge import add_statement
from keikaku.graph.store.diff import Change
from keikaku.graph.store.document_rows import DocumentRows, EdgeKey, NodeKey, Properties
from keikaku.graph.store.kept import kept

Key = TypeVar("Key", bound="NodeKey | EdgeKey")

_ENDS = ("id", "source", "target")


def merge_shared(
    sources: Sequence[DocumentRows],
    changes: Sequence[Change[Key]],
    known: Mapping[Key, Properties],
    newest: int,
) -> tuple[dict[Key, Properties], set[Key]]:
    """Return the facts of what is told anew, and the keys whose tellings must all be read again.

    What a document tells that is new in the store comes last, so it is added to what is ``known``.
    Where a telling changed or went, or comes between others (its document has a position up to
    ``newest``), what all say together cannot be had from what is known.
    """
    facts: dict[Key, Properties] = {}
    again: set[Key] = set()
    pairs = list(zip(sources, changes, strict=True))
    for _, change in pairs:
        again |= {*change.removed, *change.rewritten}
    for source, change in sorted(pairs, key=lambda pair: pair[0].position):
        for key, telling in change.created.items():
            if key in known and source.position <= newest:
                again.add(key)
            elif key not in again:
                if key in known:
                    facts.setdefault(key, dict(known[key]))
                add(facts, key, telling)
    return {key: row for key, row in facts.items() if key not in again}, again


def merge_rows(tellings: Iterable[tuple[Key, Properties]]) -> dict[Key, Properties]:
    """Return the facts of things from all tellings of them, in the order of their documents."""
    facts: dict[Key, Properties] = {}
    for key, telling in tellings:
        add(facts, key, telling)
    return facts


def add(facts: dict[Key, Properties], key: Key, telling: Properties) -> None:
    """Add one telling of a thing."""
    row = {k: v for k, v in kept(telling.get("row"), "row").items() if k not in _ENDS}
    if key in facts:
        add_statement(facts[key], row)
    else:
        facts[key] = {**row, "at": telling["at"]}
