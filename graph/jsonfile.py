"""The file that holds a graph: ``keikaku/2`` JSON.

One node, edge or finding per line, keys and rows in a fixed order, so that two versions of a graph
compare line by line and the same graph is the same bytes on every run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from keikaku.graph import bundled, network
from keikaku.graph.errors import GraphError
from keikaku.graph.files import finite, write_whole
from keikaku.graph.language import Text
from keikaku.graph.memory import gc_paused
from keikaku.graph.network import Attributes, Graph
from keikaku.graph.records import Records

_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
_ATOMS = {str, int, bool, type(None)}
_ROWS = ("documents", "nodes", "edges", "findings")


@gc_paused()
def read(path: Path) -> Graph:
    """Read a graph, holding it to the declared model.

    Raises:
        GraphError: the file is missing, cut off, of another schema or against the model; the
            message names every place, up to a limit.
    """
    path = Path(path)
    text = _text(path)
    if _is_bundled(path):
        return network.from_payload(json.loads(text))
    from keikaku.graph import parsing, validation
    from keikaku.graph.upgrade import upgrade

    payload = upgrade(parsing.parse(text, str(path)))
    validation.validate(payload, str(path))
    return network.from_payload(payload)


def write(path: Path, graph: Graph | Records | Attributes) -> None:
    """Write a graph, or the content of its file, whole or not at all.

    Raises:
        GraphError: the records are no graph, or hold what JSON cannot express.
        KeikakuError: the place cannot be written to.
    """
    write_whole(Path(path), dumps(graph))


@gc_paused()
def dumps(graph: Graph | Records | Attributes) -> str:
    """Return the text of the file that holds a graph.

    The graph may be a NetworkX graph, a loader's records, or the content of a file.

    Raises:
        GraphError: the records are no graph, or hold what JSON cannot express.
    """
    payload = graph if isinstance(graph, dict) else network.to_payload(graph)
    members = (
        f"{_json(key)}: {_rows(value) if key in _ROWS else _json(value)}"
        for key, value in payload.items()
    )
    return "{\n" + ",\n".join(members) + "\n}\n"


def _text(path: Path) -> str:
    try:
        return finite(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        refusal = Text(
            "{path}: UTF-8の文字ではありません（{byte}バイト目）。JSONを指定してください。",
            "{path}: is not UTF-8 text (byte {byte}). Name a graph of keikaku (JSON).",
        )
        raise GraphError(refusal.format(path=path, byte=error.start + 1)) from error
    except OSError as error:
        refusal = Text(
            "{path}: 開けません（{why}）。ファイルの場所を確認してください。",
            "{path}: cannot be opened ({why}). Check where the file is.",
        )
        raise GraphError(refusal.format(path=path, why=error.strerror or error)) from error


def _is_bundled(path: Path) -> bool:
    try:
        return path.samefile(bundled.path())
    except OSError:
        return False


def _rows(rows: Iterable[Any]) -> str:
    lines = ",\n".join(_json(row) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def _json(value: Any) -> str:
    try:
        return _encode(_plain(value))
    except (TypeError, ValueError) as error:
        raise GraphError(
            Text(
                "グラフに、JSONで表せない値があります（{why}）。",
                "The graph holds a value that JSON cannot express ({why}).",
            ).format(why=error)
        ) from error


def _plain(value: Any) -> Any:
    """Return whole floats as integers: 98, not 98.0, however the number came to be."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, dict):
        return {
            key: item if item.__class__ in _ATOMS else _plain(item) for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
