"""A Word document (.docx) → paragraphs and tables.

It is read from its XML: python-docx gives spans, but no list numbers (which Word prints by itself),
text boxes, content controls or tracked changes, and plans have all of these. Deleted text is left
out, inserted text is read; of a ruby only the base is read. No link out of the file is followed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from keikaku.graph.language import Text
from keikaku.loaders.readers import limits
from keikaku.loaders.readers.blocks import Block, Notice, Page, Paragraph, Place, Source, Style
from keikaku.loaders.readers.docx_lists import Lists
from keikaku.loaders.readers.docx_over import RowUnder, TableShapes, grid_widths, with_shapes
from keikaku.loaders.readers.docx_text import (
    breaks_page,
    drawings,
    holds_text,
    icon,
    is_line,
    paragraph_text,
    rendered_breaks,
    text_boxes,
)
from keikaku.loaders.readers.grid import Grid
from keikaku.loaders.readers.package import Package, open_package
from keikaku.loaders.readers.xml_elements import attribute, child, name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from keikaku.loaders.readers.blocks import Table
    from keikaku.loaders.readers.shape_cells import Shape

_FORM = Text("Word文書", "Word document")
_LARGEST = 48 * 2**20
"""Bytes of the document's text; a tree of it takes ten times as many."""

_WRAPPERS = {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}


def read_docx(path: Path, data: bytes) -> Source:
    """Return the pages of a document, parted where it breaks pages, its running headers first.

    Raises :class:`keikaku.graph.errors.SourceError` for one that is locked, damaged or too large.
    """
    package = open_package(path, data, _FORM)
    part = next((n for n in package.names if n.casefold() == "word/document.xml"), None)
    if part is None:
        raise limits.damaged(path, _FORM, "word/document.xml")
    if len(package.part(part)) > _LARGEST:
        raise limits.too_large(path, part, f"{_LARGEST // 2**20} MB+")
    reader = _Reader(package, part)
    try:
        _read_parts(reader, package, part)
    except RecursionError as error:
        raise limits.too_large(path, part, "depth") from error
    pages = tuple(Page(n, tuple(blocks)) for n, blocks in enumerate(reader.pages, 1) if blocks)
    notices = reader.notices()
    return Source(path.name, "docx", pages, hashlib.sha256(data).hexdigest(), notices)


def _read_parts(reader: _Reader, package: Package, part: str) -> None:
    body = child(package.tree(part), "body")
    if body is not None:
        reader.edge(body, "header")
        reader.read(body)
        reader.edge(body, "footer")
    reader.notes()


@dataclass(slots=True)
class _Reader:
    """Takes the parts of the document in order."""

    package: Package
    part: str
    pages: list[list[Block]] = field(default_factory=lambda: [[]])
    _lists: Lists = field(init=False)
    _over: TableShapes = field(default_factory=TableShapes)
    _count: int = 0
    _pictures: int = 0
    _arrows: int = 0
    _tables: int = 0
    _where: str = ""
    _page: int | None = None
    """The printed page, where Word has kept on which each line stood when it last saved."""

    def __post_init__(self) -> None:
        self._lists = Lists(self.package)
        elements = self.package.tree(self.part).iter()
        if any(name(each) == "lastRenderedPageBreak" for each in elements):
            self._page = 1

    def read(self, body: Element) -> None:
        """Read the body, page by page."""
        for element in body:
            kind = name(element)
            if kind == "p":
                if breaks_page(element, before=True) and self.pages[-1]:
                    self.pages.append([])
                self.pages[-1] += self._paragraph(element, "body")
                if breaks_page(element, before=False) and self.pages[-1]:
                    self.pages.append([])
            elif kind == "tbl":
                self.pages[-1] += self._table(element, 0)
            elif kind in _WRAPPERS:
                self.read(element)

    def edge(self, body: Element, which: Style) -> None:
        """Read the running headers or footers that the sections name, each once."""
        wanted = f"{which}Reference"
        relations = self.package.relations(self.part)
        seen: set[str] = set()
        for element in body.iter():
            if name(element) != wanted:
                continue
            kind, part = relations.get(attribute(element, "id"), ("", ""))
            if kind == which and part in self.package.names and part not in seen:
                seen.add(part)
                blocks = list(self._story(self.package.tree(part), which))
                text = "\n".join(b.text for b in blocks if isinstance(b, Paragraph))
                if text not in seen:
                    seen.add(text)
                    self.pages[0 if which == "header" else -1] += blocks

    def notes(self) -> None:
        """Read the footnotes and endnotes, behind everything else."""
        for kind, part in self.package.relations(self.part).values():
            if kind in {"footnotes", "endnotes"} and part in self.package.names:
                for note in self.package.tree(part):
                    if attribute(note, "type") not in {"separator", "continuationSeparator"}:
                        self.pages[-1] += self._story(note, "note")

    def notices(self) -> tuple[Notice, ...]:
        """Return notices of what was not read."""
        kinds = {"図形で描いた矢印": self._arrows, "画像・図形": self._pictures}
        left_out = (
            Notice("parts-not-read", None, {"what": what, "count": count})
            for what, count in kinds.items()
            if count
        )
        return (*self._over.notices, *left_out)

    def _story(self, parent: Element, style: Style, depth: int = 0) -> Iterator[Block]:
        for element in parent:
            kind = name(element)
            if kind == "p":
                yield from self._paragraph(element, style)
            elif kind == "tbl":
                yield from self._table(element, depth)
            elif kind in _WRAPPERS:
                yield from self._story(element, style, depth)

    def _paragraph(self, element: Element, style: Style) -> Iterator[Block]:
        self._count += 1
        if self._count > limits.MOST_BLOCKS:
            raise limits.too_large(self.package.path, self.part, f"{self._count:,} paragraphs")
        self._count_drawings(element)
        leading, within = rendered_breaks(element)
        page = self._turn(leading)
        self._turn(within)
        text = paragraph_text(element).strip("\n")
        mark = self._lists.mark(element) if text.strip() else ""
        if mark:
            text = f"{mark}{text.lstrip()}"
        if text.strip():
            level = self._lists.level(element)
            own: Style = "heading" if level else "list" if mark else "body"
            yield Paragraph(text, Place(page=page), level, style if style != "body" else own)
        for box in text_boxes(element, self._over.placed):
            yield from self._story(box, "box")

    def _count_drawings(self, element: Element) -> None:
        """Count the drawings of a paragraph that hold no text and are not read."""
        bare = [
            d
            for d in drawings(element)
            if not holds_text(d) and not icon(d) and id(d) not in self._over.placed
        ]
        lines = sum(map(is_line, bare))
        self._arrows += lines
        self._pictures += len(bare) - lines

    def _turn(self, pages: int) -> int | None:
        """Turn some pages; return the new page, None where Word did not keep page breaks."""
        self._page = self._page + pages if self._page is not None else None
        return self._page

    def _table(self, element: Element, depth: int) -> Iterator[Block]:
        self._tables += depth == 0
        if depth > limits.DEEPEST:
            raise limits.too_large(self.package.path, self.part, f"depth {depth}")
        where = self._where if depth else f"表{self._tables}"
        grid = Grid(Place(page=self._page, cell=where))
        widths = grid_widths(element)
        shapes: list[Shape] = []
        for row in _below(element, "tr"):
            properties = child(row, "trPr")
            if properties is not None and child(properties, "del") is not None:
                continue
            grid.row()
            grid.skip(_whole(properties, "gridBefore"))
            under = RowUnder.of(row, widths)
            for cell in _below(row, "tc"):
                shapes += self._over.of_cell(cell, grid.at, under, where)
                self._cell(grid, cell, depth, where)
                if grid.full:
                    raise limits.too_large(self.package.path, self.part, "table")
        yield with_shapes(grid.table(), shapes, where) if shapes else grid.table()

    def _cell(self, grid: Grid, element: Element, depth: int, where: str) -> None:
        properties = child(element, "tcPr")
        span = max(_whole(properties, "gridSpan"), 1)
        merged = child(properties, "vMerge") if properties is not None else None
        if merged is not None and attribute(merged, "val") != "restart":
            row, column = grid.at
            grid.extend(row, column)
            grid.skip(span)
            return
        before = self._page
        row, column = grid.at
        here = f"{where}・{row + 1}行{column + 1}列"
        self._where = f"{here}の中の表"
        blocks = list(self._story(element, "body", depth + 1))
        page = next((b.place.page for b in blocks), before)
        texts: list[str] = []
        inner: list[Table] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                texts.append(block.text)
            else:
                inner.append(block)
                texts += [cell.text for cell in block.cells if cell.text]
        place = Place(page=page, cell=here)
        grid.cell("\n".join(texts).strip(), 1, span, inner, place, grows=merged is not None)


def _below(parent: Element, wanted: str) -> Iterator[Element]:
    """Return the rows of a table or cells of a row, those inside content controls too."""
    for element in parent:
        kind = name(element)
        if kind == wanted:
            yield element
        elif kind in _WRAPPERS:
            yield from _below(element, wanted)


def _whole(properties: Element | None, wanted: str) -> int:
    element = child(properties, wanted) if properties is not None else None
    value = attribute(element, "val") if element is not None else ""
    return min(int(value), 1_000) if value.isdigit() and len(value) < 5 else 0
