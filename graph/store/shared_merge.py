"""Merge what several documents state of one thing, by the rule of ``fact_merge``."""

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
    """Return the facts of new statements, and the keys whose statements must all be read again.

    A statement of a document that is new in the store comes last, so it is added to the ``known``
    facts. Where a statement changed, went, or comes between others (the position of its document is
    at most ``newest``), the known facts are not enough: all statements must be merged again.
    """
    facts: dict[Key, Properties] = {}
    again: set[Key] = set()
    pairs = list(zip(sources, changes, strict=True))
    for _, change in pairs:
        again |= {*change.removed, *change.rewritten}
    for source, change in sorted(pairs, key=lambda pair: pair[0].position):
        for key, statement in change.created.items():
            if key in known and source.position <= newest:
                again.add(key)
            elif key not in again:
                if key in known:
                    facts.setdefault(key, dict(known[key]))
                add(facts, key, statement)
    return {key: row for key, row in facts.items() if key not in again}, again


def merge_rows(statements: Iterable[tuple[Key, Properties]]) -> dict[Key, Properties]:
    """Return the facts of things from all statements of them, in the order of their documents."""
    facts: dict[Key, Properties] = {}
    for key, statement in statements:
        add(facts, key, statement)
    return facts


def add(facts: dict[Key, Properties], key: Key, statement: Properties) -> None:
    """Add one statement of a thing to its facts."""
    row = {k: v for k, v in kept(statement.get("row"), "row").items() if k not in _ENDS}
    if key in facts:
        add_statement(facts[key], row)
    else:
        facts[key] = {**row, "at": statement["at"]}
