"""An HTML page → paragraphs and tables.

lxml (BSD; python-docx needs it anyway) repairs broken markup as a browser does and reads 5 MB of
tables a second; the standard library's parser leaves unclosed cells to its caller. Nothing is
fetched, no script is run; scripts, styles and hidden elements are left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from keikaku.graph.language import Text
from keikaku.loaders.readers import limits
from keikaku.loaders.readers.blocks import Block, Page, Paragraph, Place, Source, Style, Table
from keikaku.loaders.readers.grid import Grid
from keikaku.loaders.sdgs import icon_goal

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FORM = Text("HTML", "HTML page")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w\-]+)", re.IGNORECASE)
_LEFT_OUT = {
    "script", "style", "head", "template", "noscript", "svg", "math", "iframe", "object", "embed",
    "select", "button", "textarea", "nav", "rt", "rp",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "main", "aside", "address", "blockquote", "pre", "center",
    "ul", "ol", "li", "dl", "dt", "dd", "form", "fieldset", "legend", "figure", "figcaption",
    "caption", "hr", "header", "footer", "body", "table", "details", "summary",
    "h1", "h2", "h3", "h4", "h5", "h6",
}  # fmt: skip
_STYLES: dict[str, Style] = {"header": "header", "footer": "footer"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WRAP = re.compile(r"(?<=[^\x00-\x7f])[ \t]*[\r\n]+[ \t]*(?=[^\x00-\x7f])")
"""A line break of the markup inside Japanese text: a browser shows an unintended space."""


def read_html(path: Path, data: bytes) -> Source:
    """Return the blocks of a page, in order.

    Raises :class:`keikaku.graph.errors.SourceError` for one that is damaged or too large.
    """
    import lxml.html
    from lxml import etree

    if len(data) > limits.PART // 2:
        raise limits.too_large(path, path.name, f"{len(data) // 2**20} MB")
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = lxml.html.document_fromstring(_as_text(data).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise limits.damaged(path, _FORM, path.name) from error
    if any("depth" in error.message for error in parser.error_log):
        raise limits.too_large(path, path.name, "depth")
    reader = _Reader(path)
    try:
        reader.walk(root, "body", 0)
    except RecursionError as error:
        raise limits.too_large(path, path.name, "depth") from error
    reader.close_line()
    page = Page(1, tuple(reader.blocks))
    return Source(path.name, "html", (page,), hashlib.sha256(data).hexdigest())


def _as_text(data: bytes) -> str:
    """Return the page's text in the encoding that it names, else in the one that fits."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    match = _CHARSET.search(data[:4096])
    names = [match[1].decode("ascii")] if match else []
    names = ["cp932" if n.casefold() in {"shift_jis", "x-sjis", "sjis"} else n for n in names]
    # Its bytes are all ASCII, so any other encoding would take them for letters.
    by_escape = ["iso2022_jp"] if b"\x1b$" in data else []
    for encoding in (*by_escape, "utf-8-sig", *names, "cp932", "euc_jp"):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):  # LookupError: a page may name what is no encoding
            continue
    return data.decode("utf-8", errors="replace")


class _Reader:
    """Takes the elements in order: text gathers into a line until a block begins or ends."""

    def __init__(self, path: Path) -> None:
        self.blocks: list[Block] = []
        self._path = path
        self._line: list[str] = []
        self._level: int | None = None
        self._style: Style = "body"
        self._count = 0
        self._row: int | None = None
        self._items: dict[HtmlElement, int] = {}  # the elements, as an id may be used again

    def walk(self, element: HtmlElement, style: Style, depth: int) -> None:
        """Read an element and all in it."""
        if depth > limits.DEEPEST * 4:
            raise limits.too_large(self._path, self._path.name, f"depth {depth}")
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _LEFT_OUT or not tag or _is_hidden(element):
            return
        if tag == "br":
            self._line.append("\n")
            return
        if tag == "img":
            self._line.append(_icon(element))
            return
        if tag == "table":
            self.close_line()
            self.blocks += _table(element, self._path, depth)
            self._check()
            return
        style = _STYLES.get(tag, style)
        if tag not in _BLOCKS:
            self._inside(element, style, depth)
            return
        self.close_line()
        self._row = element.sourceline
        self._level = int(tag[1]) if re.fullmatch("h[1-6]", tag) else None
        self._style = "heading" if self._level else style
        if tag == "li":
            self._style = "list"
            self._line.append(self._bullet(element))
        self._inside(element, style, depth)
        self.close_line()
        self._style = style

    def walk_cell(self, element: HtmlElement, depth: int) -> None:
        """Read all in a cell of a table."""
        self._inside(element, "body", depth)
        self.close_line()

    def _inside(self, element: HtmlElement, style: Style, depth: int) -> None:
        self._line.append(_words(element.text))
        for child in element:
            self.walk(child, style, depth + 1)
            self._line.append(_words(child.tail))

    def _bullet(self, item: HtmlElement) -> str:
        """Return the number or bullet that a browser prints before a list's item."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return "・"
        start = parent.get("start") or "1"
        first = int(start) if re.fullmatch(r"\d{1,6}", start) else 1
        number = self._items.get(parent, first)
        self._items[parent] = number + 1
        return f"{number}. "

    def close_line(self) -> None:
        """End the paragraph that gathers."""
        text = _lines("".join(self._line))
        self._line = []
        if text.strip("・ "):
            self.blocks.append(Paragraph(text, Place(line=self._row), self._level, self._style))
            self._check()
        self._level = None

    def _check(self) -> None:
        self._count += 1
        if self._count > limits.MOST_BLOCKS:
            raise limits.too_large(self._path, self._path.name, f"{self._count:,} blocks")


def _lines(text: str) -> str:
    lines = (" ".join(line.split(" ")).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _words(text: str | None) -> str:
    return _SPACE.sub(" ", _WRAP.sub("", text or ""))


def _icon(picture: HtmlElement) -> str:
    """Return the goal that an icon of the SDGs shows, as SDGs 9; "" for any other picture."""
    file = (picture.get("src") or "").rpartition("/")[2]
    goal = icon_goal(picture.get("alt") or picture.get("title") or "") or icon_goal(file)
    return f" SDGs {goal} " if goal else ""


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _table(element: HtmlElement, path: Path, depth: int) -> Iterator[Block]:
    """Return a table's caption and the table; tables inside cells are kept beside their text."""
    for caption in element.iterchildren("caption"):
        if text := _lines(_words(caption.text_content())):
            yield Paragraph(text, Place(line=caption.sourceline))
    grid = Grid(Place(line=element.sourceline))
    for row in _rows(element):
        grid.row()
        place = Place(line=row.sourceline)
        for cell in row.iterchildren("td", "th"):
            if grid.full:
                raise limits.too_large(path, path.name, "table")
            text, inner = _cell(cell, path, depth + 1)
            grid.cell(text, _span(cell, "rowspan"), _span(cell, "colspan"), inner, place)
    yield grid.table()


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if child.tag == "tr" and not _is_hidden(child):
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child.iterchildren("tr") if not _is_hidden(row))


def _cell(element: HtmlElement, path: Path, depth: int) -> tuple[str, list[Table]]:
    reader = _Reader(path)
    reader.walk_cell(element, depth)
    texts = []
    tables: list[Table] = []
    for block in reader.blocks:
        if isinstance(block, Table):
            tables.append(block)
            texts += [cell.text for cell in block.cells if cell.text]
        else:
            texts.append(block.text)
    return "\n".join(texts), tables


def _span(cell: HtmlElement, name: str) -> int:
    value: Any = cell.get(name) or "1"
    return int(value) if re.fullmatch("[0-9]{1,4}", value) else 1
