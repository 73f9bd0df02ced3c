"""What ``map`` says, and the name of its file where none is given."""

from __future__ import annotations

from pathlib import Path

from cli.views import shared
from graph.language import Lang, Text
from queries.graphs import Graph

_WRITTEN = Text(
    "地図を {path} に保存しました（{size} MB）。ダブルクリックで開けます。",
    "The map is in {path} ({size} MB); a double click opens it.",
)


def file_name(graph: Graph, part: str | None) -> str:
    """``DOCUMENT-map.html``, or ``DOCUMENT-PART-map.html`` for a part of the graph."""
    return shared.file_name(graph, part, "-map.html")


def told(path: Path, lang: Lang) -> str:
    """Where the map is and how large."""
    return _WRITTEN.format(path=path, size=f"{path.stat().st_size / 1e6:.1f}").of(lang)
