"""Rows as a CSV file that ``neo4j-admin database import`` reads, and its header.

Columns are added as rows need them. A row has only the columns known when it was written; the
importer takes the missing ones at its end as empty. The header is a separate file with all columns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from keikaku.graph.errors import GraphError
from keikaku.graph.language import Text

BETWEEN = "\x1f"
"""What parts the items of a list."""

_UNKNOWN = "[]"
"""The type of a list without items, which fits into any column of lists."""
_SEPARATOR = Text(
    "{file}: 値「{value}」が制御文字（U+001F）を含むため、一括取り込みのファイルに書けません。"
    "元のグラフからこの文字を除いてください。",
    "{file}: the value “{value}” holds the control character U+001F, which a bulk import cannot "
    "take. Remove it from the graph.",
)


class _SeparatorError(ValueError):
    """An item of a list, without the letter in it that parts them."""


class ImportTable:
    """A file of rows whose columns agree in type, and the columns that are known so far."""

    def __init__(self, folder: Path, name: str, ids: tuple[str, ...]) -> None:
        self.files = (f"{name}-header.csv", f"{name}.csv")
        self._folder = folder
        self._ids = ids
        self._types: dict[str, str] = {}
        self._file: IO[str] = (folder / self.files[1]).open("w", encoding="utf-8", newline="")

    def takes(self, types: Mapping[str, str]) -> bool:
        """Return whether properties of these types fit into the columns."""
        return all(_common(self._types.get(name), kind) for name, kind in types.items())

    def learn(self, types: Mapping[str, str]) -> None:
        """Add what is missing of these types, which the columns take, to the columns."""
        for name, kind in types.items():
            self._types[name] = _common(self._types.get(name), kind)

    def write(self, ids: tuple[str, ...], row: Mapping[str, Any]) -> None:
        """Write a row whose types are known: the ids of a node or of the ends, and its properties.

        Raises:
            GraphError: an item of a list holds the letter that parts them.
        """
        try:
            cells = [_CELLS[each.__class__](each) for each in (*ids, *map(row.get, self._types))]
        except _SeparatorError as error:
            raise GraphError(_SEPARATOR.format(file=self.files[1], value=error)) from error
        self._file.write(",".join(cells).rstrip(",") + "\n")

    def close(self) -> None:
        """End the file, and write its header."""
        self._file.close()
        known = {name: "string[]" if t == _UNKNOWN else t for name, t in self._types.items()}
        header = ",".join([*self._ids, *(f"{name}:{kind}" for name, kind in known.items())])
        (self._folder / self.files[0]).write_text(header + "\n", encoding="utf-8")


def types_of(row: Mapping[str, Any]) -> dict[str, str]:
    """Return the type of each property of a row, as headers name them.

    >>> types_of({"title": "窓口", "order": 1, "score": 0.5, "terms": ["DX"], "search": []})
    {'title': 'string', 'order': 'long', 'score': 'double', 'terms': 'string[]', 'search': '[]'}
    """
    return {
        name: _NAMES.get(value.__class__) or _type_of_list(value)
        for name, value in row.items()
        if value is not None
    }


def _type_of_list(items: list[Any]) -> str:
    return f"{_NAMES[items[0].__class__]}[]" if items else _UNKNOWN


def _common(known: str | None, kind: str) -> str:
    """Return the type of a column that takes both; empty where none does."""
    if known is None or known == kind or (known == _UNKNOWN and kind.endswith("[]")):
        return kind
    return known if kind == _UNKNOWN and known.endswith("[]") else ""


def _text(value: str) -> str:
    return f'"{value.replace(_QUOTE, _TWO_QUOTES)}"'


def _list(items: list[Any]) -> str:
    texts = [each if isinstance(each, str) else _CELLS[each.__class__](each) for each in items]
    text = BETWEEN.join(texts)
    if text.count(BETWEEN) >= max(len(texts), 1):
        wrong = next(each for each in texts if BETWEEN in each)
        raise _SeparatorError(wrong.replace(BETWEEN, ""))
    return _text(text)


_QUOTE, _TWO_QUOTES = '"', '""'
_NAMES: dict[type, str] = {str: "string", bool: "boolean", int: "long", float: "double"}
_CELLS: dict[type, Callable[[Any], str]] = {
    str: _text,
    list: _list,
    bool: lambda value: str(value).lower(),
    int: repr,
    float: repr,
    type(None): lambda _: "",
}
