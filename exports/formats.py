"""The formats of an export, one line each, and the format of a path (出力形式)."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang, Text
from keikaku.graph.network import Graph


class ExportFormat(NamedTuple):
    """A format: name, ending of its files, module, whether its words are in a language."""

    name: str
    ending: str
    module: str
    bilingual: bool = False


EXPORT_FORMATS: dict[str, ExportFormat] = {
    form.name: form
    for form in (
        ExportFormat("xlsx", ".xlsx", "keikaku.exports.workbook_export", bilingual=True),
        ExportFormat("graphml", ".graphml", "keikaku.exports.graphml"),
        ExportFormat("gexf", ".gexf", "keikaku.exports.gexf"),
        ExportFormat("csv", "", "keikaku.exports.csv_tables", bilingual=True),
        ExportFormat("cypher", ".cypher", "keikaku.exports.cypher_script"),
        ExportFormat("md", ".md", "keikaku.exports.markdown", bilingual=True),
        ExportFormat("json", ".json", "keikaku.graph.jsonfile"),
    )
}
"""The formats by name."""

_UNKNOWN = Text(
    "{path}: 出力形式が分かりません。拡張子を {endings} のどれかにするか、--to で指定してください"
    "（CSVのフォルダーは --to csv か、末尾に / を付けた名前）。",
    "{path}: which format? End the name with {endings}, or name it with --to "
    "(a folder of CSV: --to csv, or a name that ends with /).",
)


def export(graph: Graph, path: str, *, to: str | None = None, lang: Lang = "ja") -> ExportFormat:
    """Write the graph in a format: that of ``to``, else that of the path's ending.

    Raises:
        KeikakuError: the format is not known, or the place cannot be written to.
    """
    form = resolve_format(path, to)
    write: Callable[..., Any] = import_module(form.module).write
    if form.name == "json":
        write(Path(path), graph)
    elif form.bilingual:
        write(Path(path), graph, lang)
    else:
        write(Path(path), graph)
    return form


def resolve_format(path: str, to: str | None) -> ExportFormat:
    """Return the format by its name, or else by the ending of the path.

    Raises:
        KeikakuError: the name is not a format, or the ending sets none.
    """
    if to is not None and to in EXPORT_FORMATS:
        return EXPORT_FORMATS[to]
    ending = Path(path).suffix.lower()
    by_ending = next(
        (form for form in EXPORT_FORMATS.values() if form.ending and form.ending == ending), None
    )
    if by_ending is None and path.endswith(("/", "\\")):
        by_ending = EXPORT_FORMATS["csv"]
    if to is not None or by_ending is None:
        endings = ", ".join(form.ending for form in EXPORT_FORMATS.values() if form.ending)
        raise KeikakuError(_UNKNOWN.format(path=to or path, endings=endings))
    return by_ending
