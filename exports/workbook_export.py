"""The whole graph as a workbook that ``keikaku load`` reads back without a loss (Excel出力)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keikaku.exports import sheet_writer
from keikaku.graph import network
from keikaku.graph.language import Lang, Text
from keikaku.graph.network import Graph
from keikaku.graph.sheet_columns import Column
from keikaku.loaders.workbook import form_layout

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_TITLE = Text("計画のグラフ", "The graph of a plan")
_GUIDE = (
    Text(
        "1. 計画書のグラフ全体を表すブックです。keikaku load で、そのまま読み戻せます。",
        "1. This workbook is the whole graph of a plan; keikaku load reads it back as it is.",
    ),
    Text(
        "2. シートは、ものの種類（実施計画、指標など）と関係（所管する、基づくなど）ごとです。",
        "2. A sheet holds a kind of thing (plans, indicators) or a relation (is responsible for).",
    ),
    Text(
        "3. 1行目が見出し、2行目が読み取りに使う名前です。2行目は変えないでください。",
        "3. Row 1 has the heads, row 2 the names by which it is read; leave row 2 as it is.",
    ),
    Text(
        "4. 値の修正、行の追加・削除、並べ替え、列の移動ができます。関係の両端は ID で示します。",
        "4. Values may be changed, rows added, removed, sorted, columns moved. Relations name ids.",
    ),
    Text(
        "5.「根拠」の No. は、もの（N）・関係（E）・確認事項（F）の No. を指します。",
        "5. “No.” on the sheet of evidence is that of a thing (N), a relation (E), a finding (F).",
    ),
    Text(
        "6. 空の欄は「不明」です。「ない」という意味ではありません。",
        "6. An empty cell is unknown, not “none”.",
    ),
)
_WIDTHS = {"texts": 24.0, "integer": 9.0, "number": 12.0, "boolean": 9.0, "json": 24.0}
_WIDE = {"title": 32.0, "overview": 48.0, "vision": 48.0, "text": 40.0, "message": 48.0}
_WIDE |= {"quote": 48.0, "id": 26.0, "source": 30.0, "target": 30.0, "no": 8.0, "suggestion": 40.0}
_TEXT_WIDTH = 18.0
_FROZEN = 3  # columns that stay visible


def write(path: Path, graph: Graph, lang: Lang = "ja") -> None:
    """Write the workbook, whole or not at all.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    sheet_writer.save(path, workbook(graph, lang))


def workbook(graph: Graph, lang: Lang = "ja") -> Workbook:
    """Return the workbook; a kind or relation that the graph does not have gets no sheet."""
    return _Writer(lang).book(network.to_payload(graph))


class _Writer:
    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.long: list[dict[str, Any]] = []
        self.pieces = 0
        self.made = sheet_writer.new()

    def book(self, payload: Mapping[str, Any]) -> Workbook:
        self._guide()
        documents = payload.get("documents") or [payload["document"]]
        self._sheet(form_layout.DOCUMENTS, form_layout.DOCUMENT_COLUMNS, documents)
        nodes = self._numbered("node", payload["nodes"])
        edges = self._numbered("edge", payload["edges"])
        findings = self._numbered("finding", payload["findings"])
        for place in form_layout.kinds():
            rows = [row for row in nodes if row["kind"] == place.of]
            if rows:
                self._sheet(place.name, place.columns, map(form_layout.flat, rows))
        for place in form_layout.relations():
            rows = [row for row in edges if row["type"] == place.of]
            if rows:
                self._sheet(place.name, place.columns, map(form_layout.flat, rows))
        self._sheet(form_layout.FINDINGS, form_layout.FINDING_COLUMNS, findings)
        seen = [
            {"no": row["no"], **piece}
            for row in (*nodes, *edges, *findings)
            for piece in row["evidence"]
        ]
        self._sheet(form_layout.EVIDENCE, form_layout.EVIDENCE_COLUMNS, seen)
        if self.long:
            self._sheet(form_layout.LONG, form_layout.LONG_COLUMNS, self.long)
        return self.made

    def _numbered(self, place: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [{"no": form_layout.number(place, at), **row} for at, row in enumerate(rows, 1)]

    def _guide(self) -> None:
        sheet = self.made.create_sheet(form_layout.GUIDE.of(self.lang))
        sheet_writer.put(sheet, 1, 1, _TITLE.of(self.lang), "title")
        sheet_writer.put(sheet, 2, 1, form_layout.VERSION, "note")
        for row, line in enumerate(_GUIDE, 4):
            sheet_writer.put(sheet, row, 1, line.of(self.lang))
        sheet_writer.widths(sheet, [110])
        sheet_writer.printed_on_a3(sheet, 1)

    def _sheet(self, name: Text, columns: Sequence[Column], rows: Any) -> None:
        from openpyxl.utils import get_column_letter

        sheet = self.made.create_sheet(name.of(self.lang))
        sheet_writer.row_of(sheet, 1, [column.title.of(self.lang) for column in columns], "head")
        sheet_writer.row_of(sheet, 2, [column.key for column in columns], "id")
        last = form_layout.HEAD_ROWS
        for last, row in enumerate(rows, form_layout.HEAD_ROWS + 1):
            for at, column in enumerate(columns, 1):
                value = row.get(column.key)
                if value is not None:
                    self._put(sheet, last, at, form_layout.encoded(value, column.type))
        sheet_writer.widths(sheet, map(_width, columns))
        sheet.freeze_panes = f"{get_column_letter(_FROZEN)}{form_layout.HEAD_ROWS + 1}"
        sheet.auto_filter.ref = f"A{form_layout.HEAD_ROWS}:{get_column_letter(len(columns))}{last}"
        sheet_writer.printed_on_a3(sheet, form_layout.HEAD_ROWS)

    def _put(self, sheet: Worksheet, row: int, column: int, value: Any) -> None:
        if isinstance(value, str) and len(value) > form_layout.LONGEST:
            self.pieces += 1
            details = {"piece": self.pieces}
            self.long += [details | {"text": part} for part in _cut(value)]
            value = f"⟪{self.pieces}⟫"
        sheet_writer.put(sheet, row, column, value)


def _cut(text: str) -> Iterator[str]:
    for begin in range(0, len(text), form_layout.PIECE):
        yield text[begin : begin + form_layout.PIECE]


def _width(column: Column) -> float:
    return _WIDE.get(column.key, _WIDTHS.get(column.type, _TEXT_WIDTH))
