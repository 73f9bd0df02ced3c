"""Create many rows in one statement, as columns instead of a map for each row.

The driver packs every value separately, in Python, and that takes longer than the server's own
work. So a column of texts, of whole numbers, or of lists of them is sent as one text that the
server splits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from keikaku.graph.language import Text
from keikaku.graph.store.prefetch import prefetch
from keikaku.graph.store.server import Row, StoreError, run

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

Item = TypeVar("Item")

BATCH = 10_000
"""Rows of one statement."""

Ends: TypeAlias = tuple[str, str, Row]
"""The ids of the two nodes between which a relationship is to be, and its properties."""

_SEPARATOR, _WITHIN = "\x1f", "\x1e"
"""The separators of units and of records of ASCII; where a text holds one, the column is a list."""

# The statements find nodes by a unique index or not at all: statistics cannot improve their plan,
# and a growing store would have to plan them again all the time.
_NODES = "CYPHER replan=skip WITH {read} UNWIND range(0, $last) AS i CREATE (:{labels} {row})"
# Each end is looked up once, however many relationships it has.
_RELATIONSHIPS = """\
CYPHER replan=skip
WITH {starts} AS ids
CALL (ids) {{
  UNWIND range(0, size(ids) - 1) AS at MATCH (n:{start} {{id: ids[at]}})
  WITH n ORDER BY at RETURN collect(n) AS starts
}}
WITH starts, {ends} AS ids
CALL (ids) {{
  UNWIND range(0, size(ids) - 1) AS at MATCH (n:{end} {{id: ids[at]}})
  WITH n ORDER BY at RETURN collect(n) AS ends
}}
WITH starts, ends, {start_of} AS start_of, {end_of} AS end_of, {read}
WHERE size(starts) = $starts_are AND size(ends) = $ends_are
UNWIND range(0, $last) AS i
WITH *, starts[start_of[i]] AS a, ends[end_of[i]] AS b
CREATE (a)-[:{name} {row}]->(b)"""
_LOST = Text(
    "関係の端の節点がサーバーにありません。ほかの操作で消された可能性があります。"
    "もう一度 keikaku push を実行してください。",
    "A node that a relation leads to is not in the server; something else may have removed it. "
    "Push again.",
)


class _Statement(NamedTuple):
    text: str
    parameters: Row


class _Columns(NamedTuple):
    """Columns as parameters; ``read`` binds them to ``c0``, ``c1``, …; ``row`` is the i-th row."""

    parameters: Row
    read: str
    row: str


def create_nodes(transaction: ManagedTransaction, rows: Mapping[str, Iterable[Row]]) -> None:
    """Create a node for each row, its properties; ``rows`` are by their labels (``A:B``)."""
    for statement in prefetch(_of_nodes(rows)):
        run(transaction, statement.text, statement.parameters)


def create_relationships(
    transaction: ManagedTransaction, start: str, end: str, rows: Mapping[str, Iterable[Ends]]
) -> None:
    """Create a relationship for each row, between nodes of the labels ``start`` and ``end``.

    ``rows`` are by the types of the relationships.

    Raises:
        StoreError: an end is not there.
    """
    for statement in prefetch(_of_relationships(start, end, rows)):
        done = transaction.run(statement.text, statement.parameters).consume()
        if done.counters.relationships_created != statement.parameters["last"] + 1:
            raise StoreError(_LOST)


def _of_nodes(rows: Mapping[str, Iterable[Row]]) -> Iterator[_Statement]:
    for labels, members in rows.items():
        for part in _parts(members):
            columns = _columns(part)
            text = _NODES.format(labels=labels, read=columns.read, row=columns.row)
            yield _Statement(text, columns.parameters)


def _of_relationships(
    start: str, end: str, rows: Mapping[str, Iterable[Ends]]
) -> Iterator[_Statement]:
    for name, members in rows.items():
        for part in _parts(members):
            columns = _columns([properties for _, _, properties in part])
            record = {"name": name, "start": start, "end": end}
            for side, ids in (("start", [r[0] for r in part]), ("end", [r[1] for r in part])):
                places = {node: place for place, node in enumerate(dict.fromkeys(ids))}
                columns.parameters[f"{side}s_are"] = len(places)
                for called, values in (
                    (f"{side}s", [*places]),
                    (f"{side}_of", [places[node] for node in ids]),
                ):
                    columns.parameters[called], read = _column(values)
                    record[called] = read.format(f"${called}")
            text = _RELATIONSHIPS.format(read=columns.read, row=columns.row, **record)
            yield _Statement(text, columns.parameters)


def _parts(rows: Iterable[Item]) -> Iterator[Sequence[Item]]:
    """Yield the rows in parts of the size that one statement takes."""
    members = list(rows)
    for begin in range(0, len(members), BATCH):
        yield members[begin : begin + BATCH]


def _columns(rows: Sequence[Row]) -> _Columns:
    """Return the columns of rows; what a row does not have is null there, which makes no property.

    They are in the order of their names, so that other rows of the kind give the same statement,
    which the server has already planned.
    """
    parameters: Row = {"last": len(rows) - 1, "unit": _SEPARATOR, "record": _WITHIN}
    read, row = [], []
    names = {name for held in set(map(tuple, rows)) for name in held}
    for place, name in enumerate(sorted(names)):
        parameters[f"p{place}"], expression = _column([each.get(name) for each in rows])
        read.append(expression.format(f"$p{place}") + f" AS c{place}")
        row.append(f"{name}: c{place}[i]")
    return _Columns(parameters, ", ".join(read), f"{{{', '.join(row)}}}")


def _column(values: Sequence[Any]) -> tuple[Any, str]:
    """Return a column as a parameter, and how the server reads it."""
    types = set(map(type, values))
    if types == {str}:
        text = _joined(values, _SEPARATOR)
        if text is not None:
            return text, "split({}, $unit)"
    elif types == {int}:
        return " ".join(map(str, values)), "[n IN split({}, ' ') | toInteger(n)]"
    elif types == {list} and all(values):
        inner = {type(item) for value in values for item in value}
        if inner == {int}:
            lists = _SEPARATOR.join(" ".join(map(str, value)) for value in values)
            return lists, "[l IN split({}, $unit) | [n IN split(l, ' ') | toInteger(n)]]"
        texts = [_joined(value, _WITHIN) for value in values] if inner == {str} else [None]
        text = None if None in texts else _joined(texts, _SEPARATOR)
        if text is not None:
            return text, "[l IN split({}, $unit) | split(l, $record)]"
    return list(values), "{}"


def _joined(values: Sequence[Any], separator: str) -> str | None:
    """Return texts as one that can be split again; None where one of them holds the separator."""
    text = separator.join(values)
    return text if text.count(separator) == len(values) - 1 else None
