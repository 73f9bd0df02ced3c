"""The map as one HTML file that asks nothing of any network (一つのHTMLファイル).

Three things keep it inert whatever a source holds: its data stand in a JSON block in which no ``<``
occurs; the page's code writes them by ``textContent`` only; and a Content-Security-Policy
(https://www.w3.org/TR/CSP3/) allows nothing but the scripts and styles of the page itself, by
their hashes, and no request at all.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
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

SCRIPTS = (
    "state",
    "dom",
    "arrangement",
    "shapes",
    "paint",
    "colours",
    "unfold_layout",
    "canvas",
    "drag_snapshot",
    "reach",
    "search",
    "filters",
    "legend",
    "format",
    "details",
    "plan",
    "tables",
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
    "main",
)
"""The files of ``visualizations/page`` that make the page's code, in the order of the page."""

_STYLES = ("page", "parts", "paper")
_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"} | {
    code: f"\\u{code:04x}" for code in (0x2028, 0x2029, 0xFEFF, 0x7F)
}


@gc_paused()
def render(graph: Graph, lang: Lang, of: Graph | None = None, extras: Extras = NOTHING_MORE) -> str:
    """Return the text of the page that shows a graph, in a language; the same graph gives the same.

    Where the graph is cut out ``of`` another, what the page tells of a plan is told of the whole.
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
    """Write the page, whole or not at all; see :func:`written`.

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
        "policy": html.escape(_policy(scripts, style)),
        "style": style,
        "data": as_data(content),
        "library": scripts[0],
        "code": scripts[1],
        **{f"word:{key}": html.escape(word) for key, word in words.items()},
    }
    return _filled(_file("page.html"), parts)


def as_data(content: Any) -> str:
    r"""Return JSON that can stand in a script block: nothing in it can end it or open markup.

    >>> as_data({"a": "</script><!--"})
    '{"a":"\\u003c/script\\u003e\\u003c!--"}'
    """
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ESCAPES)


def _filled(template: str, parts: dict[str, str]) -> str:
    """Return the template with its ``{{name}}`` replaced, each once.

    So that no part is read as one.
    """
    pieces = []
    for piece in template.split("{{"):
        name, closed, rest = piece.partition("}}")
        pieces.append(parts[name] + rest if closed and name in parts else piece)
    return "".join(pieces)


def _policy(scripts: list[str], style: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _file(name: str) -> str:
    text = (files("keikaku.visualizations") / "page" / name).read_text(encoding="utf-8")
    return text.strip()
