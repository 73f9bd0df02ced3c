"""Read back what the store keeps as JSON text; report with its place what was changed by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from keikaku.graph.language import Text
from keikaku.graph.store.server import Server, StoreError

_EDITED = Text(
    "{where}: プロパティ {name} が keikaku の書いた形ではありません（{value}）。"
    "Neo4j で直接変更された可能性があります。keikaku push でもう一度収めてください。",
    "{where}: its property {name} is not as keikaku writes it ({value}). Somebody may have changed "
    "it in Neo4j; put the document in again with keikaku push.",
)
_SOMEWHERE = "Neo4j"
_LETTERS = 30
_PLACE = """\
MATCH (n) WHERE n[$name] = $value RETURN n.id AS id
UNION
MATCH (a)-[r]->(b) WHERE r[$name] = $value RETURN a.id + ' → ' + b.id AS id"""
_GONE = """\
MATCH (n) WHERE n[$name] IS NULL
  AND (n:Source AND $name IN ['head', 'joint'] OR n:Finding AND $name IN ['row', 'at']
       OR n:Keikaku AND n.document IS NOT NULL AND $name = 'at')
RETURN n.id AS id
UNION
MATCH (a)-[r]->(b) WHERE r[$name] IS NULL AND $name = 'at' AND r.document IS NOT NULL
RETURN a.id + ' → ' + b.id AS id"""


class EditedError(StoreError):
    """A property that was edited by hand: its name, and its value now (or None)."""

    def __init__(self, name: str, value: Any, where: str = _SOMEWHERE) -> None:
        text = "null" if value is None else str(value)
        short = text if len(text) <= _LETTERS else f"{text[:_LETTERS]}…"
        super().__init__(_EDITED.format(where=where, name=name, value=" ".join(short.split())))
        self.name = name
        self.value = value


def kept(value: Any, name: str, shape: type = dict) -> Any:
    """Return what a property of that name holds as JSON text: a dict, or a list.

    Raises:
        EditedError: it is no text, no JSON, or of another shape.
    """
    try:
        content = json.loads(value)
    except (ValueError, TypeError, RecursionError) as error:
        raise EditedError(name, value) from error
    rows = content if isinstance(content, list) else []
    if not isinstance(content, shape) or not all(isinstance(each, dict) for each in rows):
        raise EditedError(name, value)
    return content


def kept_place(properties: dict[str, Any]) -> int:
    """Return where something stands in its document.

    Raises:
        EditedError: the property ``at`` is missing or is no number.
    """
    at = properties.get("at")
    if not isinstance(at, int):
        raise EditedError("at", at)
    return at


@contextmanager
def edits_located(server: Server) -> Iterator[None]:
    """Add to an error about an edited property the node or relation that it belongs to.

    Raises:
        EditedError: there is one.
    """
    try:
        yield
    except EditedError as error:
        statement = _GONE if error.value is None else _PLACE
        rows = server.read(statement, name=error.name, value=error.value)
        if not rows:
            raise
        raise EditedError(error.name, error.value, str(rows[0]["id"])) from error
