"""Constraints and indexes of the store, from the declaration of the model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from keikaku.graph.errors import GraphError
from keikaku.graph.kinds import KINDS
from keikaku.graph.language import Text
from keikaku.graph.store.server import Server

NODE = "Keikaku"
"""The label that every node of a graph has besides that of its kind."""

FINDING = "Finding"
SOURCE = "Source"
STORE = "Store"
NAMED_BY = ("number", "code")
"""The indexed facts by which people find a node; an index refuses long names and titles."""


LONGEST_KEY = 8_000
"""Bytes (UTF-8) of a text that an index takes; the server's own limit lies a little above."""

_TOO_LONG = Text(
    "{label}…: {fact} が長すぎて Neo4j の索引に収まりません（{size:,}バイト、上限{most:,}バイト）。"
    "原本か訂正ファイルで短くしてください。",
    "{label}…: its {fact} is too long for an index of Neo4j ({size:,} bytes, at most {most:,}). "
    "Shorten it in the source or by a correction.",
)
_LABEL_LETTERS = 30


def check_keys(facts: Mapping[str, Any]) -> None:
    """Make sure that the texts by which a node is found fit into the indexes.

    Raises:
        GraphError: a text is too long.
    """
    for fact in ("id", *NAMED_BY):
        text = facts.get(fact)
        # A letter takes at least one byte, and at most four.
        if not isinstance(text, str) or len(text) * 4 <= LONGEST_KEY:
            continue
        size = len(text.encode())
        if size > LONGEST_KEY:
            label = str(facts["label"])[:_LABEL_LETTERS]
            raise GraphError(_TOO_LONG.format(label=label, fact=fact, size=size, most=LONGEST_KEY))


def statements() -> Iterator[str]:
    """Yield the statements that make them; an existing constraint or index is left alone."""
    yield _unique(NODE)
    yield _unique(SOURCE)
    yield _unique(FINDING)
    yield _unique(STORE)
    yield _index(NODE, "document")
    yield _index(SOURCE, "position")
    yield _index(FINDING, "document")
    yield _index(FINDING, "about")
    yield _index(FINDING, "seen_in")
    for kind in KINDS:
        yield _unique(kind.name)
        yield _index(kind.name, "document")
        names = {fact.name for fact in kind.facts}
        yield from (_index(kind.name, name) for name in NAMED_BY if name in names)


def prepare(server: Server) -> None:
    """Make the missing constraints and indexes.

    Raises:
        StoreError: the server cannot be reached, or refuses.
    """
    there = {row["name"] for row in server.read("SHOW INDEXES YIELD name RETURN name")}
    for statement in statements():
        if statement.split()[2] not in there:
            server.command(statement)


def _unique(label: str) -> str:
    return (
        f"CREATE CONSTRAINT keikaku_{label.lower()}_id IF NOT EXISTS "
        f"FOR (n:{label}) REQUIRE n.id IS UNIQUE"
    )


def _index(label: str, fact: str) -> str:
    return (
        f"CREATE INDEX keikaku_{label.lower()}_{fact} IF NOT EXISTS FOR (n:{label}) ON (n.{fact})"
    )
