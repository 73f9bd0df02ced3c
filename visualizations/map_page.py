"""The map as one HTML file that asks nothing of any network (一つのHTMLファイル).

It is inert whatever a source holds: see :mod:`keikaku.visualizations.inert_page`.
"""

from __future__ import annotations

import html
from importlib.resources import files
from pathlib import Path
from typing import Any

from keikaku.graph.files import write_whole
from keikaku.graph.language import Lang
from keikaku.graph.memory import gc_paused
from keikaku.queries.graph_walks import Graph
from keikaku.queries.map_answers import answers
from keikaku.queries.map_data import structure
from keikaku.visualizations.content import NOTHING_MORE, Extras, page_content
from keikaku.visualizations.drawing import library
from keikaku.visualizations.inert_page import as_data, filled, policy

SCRIPTS = (
    "state",
    "dom",
    "arrangement",
    "collapse",
    "shapes",
    "paint",
    "colours",
    "unfold_layout",
    "canvas",
    "drag_snapshot",
    "reach",
    "search",
    "sentences",
    "filters",
    "legend",
    "format",
    "details",
    "plan",
    "department",
    "tables",
    "workbook",
    "table_files",
    "views",
    "glance",
    "minimap",
    "saved_views",
    "workload",
    "timeline",
    "themes",
    "indicators",
    "link",
    "export",
    "printing",
    "main",
)
"""The files of ``visualizations/page`` that make the page's code, in the order of the page."""

_STYLES = ("page", "parts", "paper")


@gc_paused()
def render(graph: Graph, lang: Lang, of: Graph | None = None, extras: Extras = NOTHING_MORE) -> str:
    """Return the text of the page that shows a graph, in a language; the same graph gives the same.

    Where the graph is cut out ``of`` another, the page shows what the whole graph says of a plan.
    """
    content = page_content(graph, structure(graph), answers(of or graph), lang, extras)
    return _page(content, lang)


def write(
    path: Path,
    graph: Graph,
    lang: Lang = "ja",
    of: Graph | None = None,
    extras: Extras = NOTHING_MORE,
) -> None:
    """Write the page, whole or not at all.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    write_whole(path, render(graph, lang, of, extras))


def _page(content: dict[str, Any], lang: Lang) -> str:
    words = content["words"]
    style = "\n".join(_file(f"{name}.css") for name in _STYLES)
    own = "\n".join(_file(f"{name}.js") for name in SCRIPTS)
    scripts = [library(), f'(() => {{\n"use strict";\n{own}\n}})();']
    title = f"{content['documents'][0]['title']} {words['map-title']}"
    parts = {
        "lang": lang,
        "title": html.escape(title),
        "policy": html.escape(policy(scripts, style)),
        "style": style,
        "data": as_data(content),
        "library": scripts[0],
        "code": scripts[1],
        **{f"word:{key}": html.escape(word) for key, word in words.items()},
    }
    return filled(_file("page.html"), parts)


def _file(name: str) -> str:
    text = (files("keikaku.visualizations") / "page" / name).read_text(encoding="utf-8")
    return text.strip()
