"""What ``map`` says, and the name of its file where none is given."""

from __future__ import annotations

from pathlib import Path

from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.queries.graph_walks import Graph

_WRITTEN = Text(
    "地図を {path} に保存しました（{size} MB）。ダブルクリックで開けます。",
    "The map is in {path} ({size} MB); a double click opens it.",
)
_MANY = 3


def file_name(graph: Graph, document: str | None, part: str | None) -> str:
    """``DOCUMENT-map.html``, or ``DOCUMENT-PART-map.html`` for a part of the graph.

    Several documents are all named, or, where they are many, the first and how many there are.
    """
    documents = [document] if document else [head["id"] for head in graph.graph["documents"]]
    if len(documents) > _MANY:
        documents = [documents[0], str(len(documents))]
    return shared_view.file_name([*documents, part], "-map.html")


def render(path: Path, lang: Lang) -> str:
    """Return where the map is and how large."""
    return _WRITTEN.format(path=path, size=f"{path.stat().st_size / 1e6:.1f}").of(lang)
