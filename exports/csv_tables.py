"""A folder of CSV files, one for each kind and each relation (UTF-8 with BOM, for Excel)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from keikaku.exports import folder
from keikaku.graph import network
from keikaku.graph.files import write_whole
from keikaku.graph.language import Lang
from keikaku.graph.network import Graph
from keikaku.graph.sheet_columns import Column
from keikaku.loaders.csvtable import csv_text
from keikaku.loaders.workbook import form_layout


def write(path: Path, graph: Graph, lang: Lang = "ja") -> list[str]:
    """Write the folder, whole or not at all; the names of its files.

    Raises:
        KeikakuError: the folder holds other things, or cannot be written to.
    """
    texts = render(graph, lang)
    files: dict[str, Callable[[Path], None]] = {
        f"{name}.csv": partial(_write, text) for name, text in texts.items()
    }
    return folder.write(path, files)


def render(graph: Graph, lang: Lang = "ja") -> dict[str, str]:
    """Return the texts of the files by their names.

    No cell is one that Excel would run as a formula.
    """
    payload = network.to_payload(graph)
    tables = {
        place.name: _text(place.columns, _of(payload["nodes"], "kind", place.of))
        for place in form_layout.kinds()
    }
    tables |= {
        place.name: _text(place.columns, _of(payload["edges"], "type", place.of))
        for place in form_layout.relations()
    }
    tables[form_layout.FINDINGS] = _text(form_layout.FINDING_COLUMNS, payload["findings"])
    return {name.of(lang): text for name, text in tables.items() if text.count("\n") > 1}


def _of(rows: Iterable[Mapping[str, Any]], key: str, name: str) -> list[Mapping[str, Any]]:
    return [form_layout.flat(row) for row in rows if row[key] == name]


def _text(columns: Iterable[Column], rows: Iterable[Mapping[str, Any]]) -> str:
    visible = [column for column in columns if column.key != "no"]
    head = [column.key for column in visible]
    cells = ([_value(row.get(column.key), column.type) for column in visible] for row in rows)
    return csv_text([head, *cells])


def _value(value: Any, kind: str) -> Any:
    if kind == "texts" and value is not None:
        return "; ".join(value)
    return form_layout.encoded(value, "json") if kind == "json" and value is not None else value


def _write(text: str, path: Path) -> None:
    write_whole(path, text)
