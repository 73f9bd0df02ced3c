"""Inline HTML and Markdown in a line of text: cells with line breaks, and tables as grids."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_NAMES = (
    "p|ul|ol|li|table|thead|tbody|tfoot|tr|td|th|caption|colgroup|col|br|hr|b|strong|em|i|u|s|"
    "span|div|sup|sub|font|h[1-6]|a|img|center|small|big|dl|dt|dd|blockquote|pre|code"
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>|<!--[^<>]*-->", re.IGNORECASE)
_BREAKS = {"p", "ul", "ol", "li", "br", "div", "dt", "dd", "tr", "table", "hr"}
_BREAKS |= {f"h{n}" for n in range(1, 7)}
_BOLD = re.compile(r"\*\*(.+?)\*\*|__(.+?)__")
_FORMULA = re.compile(r"\$[^$\\]{0,50}\\[a-z]+[^$]{0,300}\$")
MAX_SPAN = 50


@dataclass(slots=True)
class GridRow:
    """A row of a table: the text of its slots, and where a cell spans several, first → last."""

    cells: list[str]
    spans: dict[int, int] = field(default_factory=dict)


Grid = list[GridRow]


@dataclass(slots=True)
class Cell:
    """A cell of a row: its text (line breaks where markup had them) and the tables inside it."""

    text: str
    tables: list[Grid] = field(default_factory=list)


def has_tag(text: str) -> bool:
    """Return whether the text has any HTML tag (``<DX戦略課>`` is not one)."""
    return "<" in text and _TAG.search(text) is not None


def clean_cell(text: str) -> Cell:
    r"""Read the markup of one cell away.

    >>> clean_cell("<p>A</p> <p>**B**</p>").text
    'A\nB'
    """
    text = _FORMULA.sub(" ", _BOLD.sub(lambda m: m[1] or m[2], text))
    if not has_tag(text):
        return Cell(_unescape(text).strip())
    reader = _CellReader()
    reader.feed(_escape_others(text))
    reader.close()
    lines = (line.strip() for line in "".join(reader.parts).split("\n"))
    return Cell("\n".join(line for line in lines if line), reader.finished())


def _unescape(text: str) -> str:
    return html.unescape(text) if "&" in text else text


def _escape_others(text: str) -> str:
    """Escape every ``<`` that opens no known tag, so that the parser leaves it alone."""
    out: list[str] = []
    last = 0
    for match in _TAG.finditer(text):
        out.append(text[last : match.start()].replace("<", "&lt;"))
        out.append(match[0])
        last = match.end()
    out.append(text[last:].replace("<", "&lt;"))
    return "".join(out)


class _CellReader(HTMLParser):
    """Collects text with breaks, and tables as grids with row and column spans filled in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._grids: list[Grid] = []
        self._open: list[_GridBuilder] = []

    def finished(self) -> list[Grid]:
        while self._open:
            self._grids.append(self._open.pop().grid())
        return self._grids

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._open.append(_GridBuilder())
        elif self._open and tag == "tr":
            self._open[-1].row()
        elif self._open and tag in {"td", "th"}:
            spans = {k: _span(v) for k, v in attrs if k in {"rowspan", "colspan"}}
            self._open[-1].cell(spans.get("rowspan", 1), spans.get("colspan", 1))
        elif tag in _BREAKS:
            self._write("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._open:
            self._grids.append(self._open.pop().grid())
        elif tag in _BREAKS:
            self._write("\n")

    def handle_data(self, data: str) -> None:
        self._write(data)

    def _write(self, text: str) -> None:
        if self._open:
            self._open[-1].write(text)
        else:
            self.parts.append(text)


def _span(value: str | None) -> int:
    counted = value is not None and value.isascii() and value.isdigit() and len(value) < 5
    return min(max(int(value or 1), 1), MAX_SPAN) if counted else 1


MAX_SLOTS = 20_000
"""Slots of one table that its spans may cover."""


class _GridBuilder:
    """Places cells by the HTML table model: a cell takes the first free slot of its row.

    A spanned slot other than the first stays empty, as a tab row would leave it.
    """

    def __init__(self) -> None:
        self._consumed: dict[tuple[int, int], list[str]] = {}
        self._spans: dict[int, dict[int, int]] = {}
        self._reserved: set[tuple[int, int]] = set()
        self._row = -1
        self._current: list[str] | None = None
        self._column = 0

    def row(self) -> None:
        self._row += 1
        self._column = 0
        self._current = None

    def cell(self, rowspan: int, colspan: int) -> None:
        if self._row < 0:
            self.row()
        while (self._row, self._column) in self._reserved:
            self._column += 1
        self._current = []
        self._consumed[self._row, self._column] = self._current
        if colspan > 1:
            self._spans.setdefault(self._row, {})[self._column] = self._column + colspan - 1
        if len(self._reserved) + rowspan * colspan > MAX_SLOTS:
            rowspan = colspan = 1  # no table that a person made is so large
        for r in range(self._row, self._row + rowspan):
            for c in range(self._column, self._column + colspan):
                self._reserved.add((r, c))
        self._column += colspan

    def write(self, text: str) -> None:
        if self._current is not None:
            self._current.append(text)

    def grid(self) -> Grid:
        widths = [0] * (self._row + 1)
        for row, column in self._reserved:
            if row <= self._row:
                widths[row] = max(widths[row], column + 1)
        return [
            GridRow(
                ["".join(self._consumed.get((row, c), ())).strip() for c in range(width)],
                self._spans.get(row, {}),
            )
            for row, width in enumerate(widths)
        ]
