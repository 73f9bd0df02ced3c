"""Rows as a CSV file that ``neo4j-admin database import`` reads, and its header.

Columns are added as rows need them. A row has only the columns known when it was written; the
importer takes the missing ones at its end as empty. The header is a separate file with all columns.
"""

from __future__ import annotations

from collections.abc import Mapping
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

    def write(self, ids: tuple[str, ...], row: Mapping[str, Any], types: Mapping[str, str]) -> None:
        """Write a row: the ids of a node or of the ends of a relation, and its properties.

        Raises:
            GraphError: an item of a list holds the letter that parts them.
        """
        for name, kind in types.items():
            self._types[name] = _common(self._types.get(name), kind)
        cells = [self._cell(each) for each in (*ids, *map(row.get, self._types))]
        self._file.write(",".join(cells).rstrip(",") + "\n")

    def close(self) -> None:
        """End the file, and write its header."""
        self._file.close()
        known = {name: "string[]" if t == _UNKNOWN else t for name, t in self._types.items()}
        header = ",".join([*self._ids, *(f"{name}:{kind}" for name, kind in known.items())])
        (self._folder / self.files[0]).write_text(header + "\n", encoding="utf-8")

    def _cell(self, value: Any) -> str:
        if isinstance(value, str):
            return f'"{value.replace(chr(34), chr(34) * 2)}"'
        if isinstance(value, list):
            items = [item if isinstance(item, str) else self._cell(item) for item in value]
            if any(BETWEEN in item for item in items):
                text = next(item for item in items if BETWEEN in item).replace(BETWEEN, "")
                raise GraphError(_SEPARATOR.format(file=self.files[1], value=text))
            return self._cell(BETWEEN.join(items))
        if isinstance(value, bool):
            return str(value).lower()
        return "" if value is None else repr(value)


def types_of(row: Mapping[str, Any]) -> dict[str, str]:
    """Return the type of each property of a row, as headers name them.

    >>> types_of({"title": "窓口", "order": 1, "score": 0.5, "terms": ["DX"], "search": []})
    {'title': 'string', 'order': 'long', 'score': 'double', 'terms': 'string[]', 'search': '[]'}
    """
    return {name: _type(value) for name, value in row.items() if value is not None}


def _type(value: Any) -> str:
    if isinstance(value, list):
        return f"{_type(value[0])}[]" if value else _UNKNOWN
    return {str: "string", bool: "boolean", int: "long", float: "double"}[type(value)]


def _common(known: str | None, kind: str) -> str:
    """Return the type of a column that takes both; empty where none does."""
    if known is None or known == kind or (known == _UNKNOWN and kind.endswith("[]")):
        return kind
    return known if kind == _UNKNOWN and known.endswith("[]") else ""
