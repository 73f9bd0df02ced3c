"""A folder of static pages (サイト): for a shared drive or a web server, offline, in plain HTML.

Every plan, department, theme and guideline has a page with a stable address and links both ways.
A Content-Security-Policy on each page forbids all requests to a network.
"""

from __future__ import annotations

from pathlib import Path

from keikaku.exports import folder
from keikaku.exports.folder import Watch
from keikaku.exports.site.site_content import SiteContent
from keikaku.exports.site.site_pages import pages
from keikaku.graph.language import Lang
from keikaku.graph.network import Graph


def write(
    path: Path, graph: Graph, lang: Lang = "ja", *, public: bool = False, watch: Watch = iter
) -> list[str]:
    """Write the pages into a folder of their own and return their names.

    ``public`` leaves out the findings and their page, which are for the administration. Pages that
    have not changed are not written again.

    Raises:
        KeikakuError: the folder holds other files, or cannot be written to.
    """
    content = SiteContent(graph, lang, public=public)
    texts = dict(pages(content))
    if not public:
        texts["map.html"] = _map(graph, lang)
    files = {name: _writer(text) for name, text in texts.items()}
    return folder.write(path, files, watch)


def _map(graph: Graph, lang: Lang) -> str:
    """Return the map, or the overview of a graph that is too large for it."""
    from keikaku.visualizations import map_page
    from keikaku.visualizations.overview import MOST_PLANS, overview_page

    plans = sum(facts["kind"] == "Plan" for _, facts in graph.nodes(data=True))
    if plans > MOST_PLANS:
        return overview_page.render(graph, lang)
    return map_page.render(graph, lang)


def _writer(text: str) -> folder.Writer:
    """Return the function that writes a page; the folder as a whole is put in place later."""
    data = text.encode("utf-8", errors="replace")

    def write_page(path: Path) -> None:
        path.write_bytes(data)

    return write_page
