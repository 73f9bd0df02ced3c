"""The formats of an export, one line each, and which one a path means (出力形式)."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang, Text
from keikaku.graph.network import Graph


class Form(NamedTuple):
    """A format: its name, the ending of its files, its module, whether it is told in a language."""

    name: str
    ending: str
    module: str
    told: bool = False


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form("xlsx", ".xlsx", "keikaku.exports.workbook", told=True),
        Form("graphml", ".graphml", "keikaku.exports.graphml"),
        Form("gexf", ".gexf", "keikaku.exports.gexf"),
        Form("csv", "", "keikaku.exports.tables", told=True),
        Form("cypher", ".cypher", "keikaku.exports.cypher"),
        Form("md", ".md", "keikaku.exports.markdown", told=True),
        Form("json", ".json", "keikaku.graph.jsonfile"),
    )
}
"""The formats by name."""

_UNKNOWN = Text(
    "{path}: 出力形式が分かりません。拡張子を {endings} のどれかにするか、--to で指定してください"
    "（CSVのフォルダーは --to csv か、末尾に / を付けた名前）。",
    "{path}: which format? End the name with {endings}, or name it with --to "
    "(a folder of CSV: --to csv, or a name that ends with /).",
)


def export(graph: Graph, path: str, *, to: str | None = None, lang: Lang = "ja") -> Form:
    """Write the graph in a format: that of ``to``, else that of the path's ending.

    Raises:
        KeikakuError: the format is not known, or the place cannot be written to.
    """
    form = meant(path, to)
    write: Callable[..., Any] = import_module(form.module).write
    if form.name == "json":
        write(Path(path), graph)
    elif form.told:
        write(Path(path), graph, lang)
    else:
        write(Path(path), graph)
    return form


def meant(path: str, to: str | None) -> Form:
    """The format that a path or a name means.

    Raises:
        KeikakuError: neither tells one.
    """
    if to is not None and to in FORMS:
        return FORMS[to]
    ending = Path(path).suffix.lower()
    found = next((form for form in FORMS.values() if form.ending and form.ending == ending), None)
    if found is None and path.endswith(("/", "\\")):
        found = FORMS["csv"]
    if to is not None or found is None:
        endings = ", ".join(form.ending for form in FORMS.values() if form.ending)
        raise KeikakuError(_UNKNOWN.format(path=to or path, endings=endings))
    return found
