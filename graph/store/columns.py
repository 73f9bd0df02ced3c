"""Many new rows in one statement, as columns instead of a map for each row.

The driver packs every value by itself, in Python; that takes longer than what the server does with
it. So a column of texts, or of whole numbers, goes as one text that the server splits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.store.server import Row, run

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

BATCH = 10_000
"""Rows of one statement."""

_SEPARATOR = "\x1f"
"""The unit separator of ASCII; a column with a text that holds one goes as a list."""


class Ends(NamedTuple):
    """The ids of the two nodes between which a relationship is to be, and its properties."""

    start: str
    end: str
    properties: Row


class _Columns(NamedTuple):
    """Columns as parameters; ``read`` binds ``c0``, ``c1``, … to them, ``row`` is the i-th row."""

    parameters: Row
    read: str
    row: str


def create_nodes(transaction: ManagedTransaction, labels: str, rows: Iterable[Row]) -> None:
    """Create a node with these labels (``A:B``) for each row, its properties."""
    for names, values in _alike(rows):
        parameters, read, row = _columns(names, values)
        statement = f"WITH {read} UNWIND range(0, $last) AS i CREATE (:{labels} {row})"
        run(transaction, statement, parameters)


def create_relationships(
    transaction: ManagedTransaction, name: str, start: str, end: str, rows: Sequence[Ends]
) -> None:
    """Create a relationship for each row, between nodes of the labels ``start`` and ``end``."""
    pairs = ({"": each.start, " ": each.end, **each.properties} for each in rows)
    for names, values in _alike(pairs):
        parameters, read, row = _columns(names, values, ends=2)
        statement = (
            f"WITH {read} UNWIND range(0, $last) AS i "
            f"MATCH (a:{start} {{id: c0[i]}}) MATCH (b:{end} {{id: c1[i]}}) "
            f"CREATE (a)-[:{name} {row}]->(b)"
        )
        run(transaction, statement, parameters)


def _alike(rows: Iterable[Row]) -> Iterator[tuple[tuple[str, ...], Sequence[tuple[Any, ...]]]]:
    """Names of columns and rows of them, so many as go at once; what has a row has no gaps."""
    grouped: dict[tuple[str, ...], list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        grouped[tuple(row)].append(tuple(row.values()))
    for names, values in grouped.items():
        for begin in range(0, len(values), BATCH):
            yield names, values[begin : begin + BATCH]


def _columns(names: Sequence[str], rows: Sequence[tuple[Any, ...]], ends: int = 0) -> _Columns:
    """The columns of rows; the first ``ends`` of them are no properties."""
    parameters: Row = {"last": len(rows) - 1, "separator": _SEPARATOR}
    read = []
    for place, column in enumerate(zip(*rows, strict=True)):
        parameters[f"p{place}"], expression = _column(column)
        read.append(expression.format(f"$p{place}") + f" AS c{place}")
    row = ", ".join(f"{name}: c{place}[i]" for place, name in enumerate(names) if place >= ends)
    return _Columns(parameters, ", ".join(read), f"{{{row}}}")


def _column(values: Sequence[Any]) -> tuple[Any, str]:
    """A column as a parameter, and how the server reads it."""
    types = set(map(type, values))
    if types == {str}:
        text = _SEPARATOR.join(values)
        if text.count(_SEPARATOR) == len(values) - 1:
            return text, "split({}, $separator)"
    if types == {int}:
        return " ".join(map(str, values)), "[n IN split({}, ' ') | toInteger(n)]"
    return list(values), "{}"
