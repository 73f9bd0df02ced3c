"""A printed document for Word: real headings, tables with repeated heads, Japanese fonts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from functools import singledispatch
from pathlib import Path
from typing import Any

from keikaku.exports.documents.document_blocks import (
    Bars,
    Block,
    Bullets,
    Cell,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Shaded,
    Table,
)
from keikaku.exports.escaping import for_xml
from keikaku.exports.zip_files import EARLIEST, strip_timestamps
from keikaku.graph.files import write_bytes_whole

_FONT = "Yu Gothic"
_HEAD = "1F4E79"
_GROUND = "EEF3F8"
_SIZES = {"normal": 10.0, "note": 8.5, "lead": 11.0, "fact": 9.5}
_HEADINGS = {1: 18.0, 2: 14.0, 3: 11.0}
_CELL_SIZE = 8.0
_ITEM_SIZE = 9.0
_LINE = 1.4  # of the size of its letters: what fonts ask for themselves differs by half
_PAGE = (210.0, 297.0)  # mm, A4
_MARGIN = 14.0  # mm
_FOOT = 6.0  # mm below the foot of a page
_FOOT_SIZE = 7.5
_BAR = 28  # characters of the longest bar


def write(path: Path, title: str, blocks: Sequence[Block]) -> None:
    """Write the document, whole or not at all; the same blocks are the same bytes.

    Raises:
        KeikakuError: the place cannot be written to.
    """
    write_bytes_whole(path, as_bytes(title, blocks))


def as_bytes(title: str, blocks: Sequence[Block]) -> bytes:
    """Return the bytes of the document."""
    from docx import Document

    document = Document()
    _set_up(document, title)
    before: Block | None = None
    for block in blocks:
        begins = isinstance(before, PageBreak)
        if isinstance(block, Heading):
            _add_heading(block, document, begins=begins)
        elif isinstance(block, Paragraph) and isinstance(before, Heading):
            _add_paragraph(block, document).keep_with_next = True
        elif not isinstance(block, PageBreak):
            if begins:
                document.add_paragraph().paragraph_format.page_break_before = True
            _add(block, document)
        before = block
    made = io.BytesIO()
    document.save(made)
    return strip_timestamps(made.getvalue())


def _set_up(document: Any, title: str) -> None:
    from docx.shared import Mm, Pt, RGBColor

    moment = datetime(*EARLIEST)  # noqa: DTZ001 - python-docx wants it without a zone
    properties = document.core_properties
    properties.title, properties.author, properties.comments = for_xml(title)[:255], "keikaku", ""
    properties.created = properties.modified = moment
    page = document.sections[0]
    page.page_width, page.page_height = Mm(_PAGE[0]), Mm(_PAGE[1])
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(page, side, Mm(_MARGIN))
    _foot(page, for_xml(title))
    styles = document.styles
    _font(styles["Normal"], 10.0)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    styles["Normal"].paragraph_format.line_spacing = Pt(10.0 * _LINE)
    for level, size in _HEADINGS.items():
        style = styles[f"Heading {level}"]
        _font(style, size)
        style.font.color.rgb = RGBColor.from_string(_HEAD)
        style.paragraph_format.space_before = Pt(8 if level > 1 else 0)
        style.paragraph_format.space_after = Pt(3)
        style.paragraph_format.line_spacing = Pt(size * _LINE)


def _foot(page: Any, title: str) -> None:
    """Put the title and the number of the page at the foot of every page, within the margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt, RGBColor

    page.footer_distance = Mm(_FOOT)
    paragraph = page.footer.paragraphs[0]
    paragraph.style.font.size = Pt(_FOOT_SIZE)
    paragraph.style.font.color.rgb = RGBColor.from_string("5A6672")
    form = paragraph.paragraph_format
    form.space_after, form.line_spacing = 0, Pt(_FOOT_SIZE * _LINE)
    form.tab_stops.clear_all()
    form.tab_stops.add_tab_stop(Mm(_PAGE[0] - 2 * _MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{title}\t")
    _field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    """Add a number that Word counts itself."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    field.append(OxmlElement("w:r"))
    field[0].append(OxmlElement("w:t"))
    field[0][0].text = "1"
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no other way


def _font(style: Any, size: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("ascii", "hAnsi", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)


@singledispatch
def _add(block: Block, document: Any) -> None:  # noqa: ARG001 - the signature of all
    raise TypeError(type(block).__name__)


def _add_heading(block: Heading, document: Any, *, begins: bool) -> None:
    """Add a heading; a heading that begins a page breaks the page itself, without an empty line."""
    heading = document.add_heading(for_xml(block.text), block.level)
    heading.paragraph_format.page_break_before = begins


@_add.register
def _(block: Paragraph, document: Any) -> None:
    _add_paragraph(block, document)


def _add_paragraph(block: Paragraph, document: Any) -> Any:
    """Add a paragraph and return its format."""
    from docx.shared import Pt, RGBColor

    paragraph = document.add_paragraph()
    run = paragraph.add_run(for_xml(block.text))
    run.font.size = Pt(_SIZES[block.look])
    paragraph.paragraph_format.line_spacing = Pt(_SIZES[block.look] * _LINE)
    if block.look == "note":
        run.font.color.rgb = RGBColor.from_string("5A6672")
    return paragraph.paragraph_format


@_add.register
def _(block: Bullets, document: Any) -> None:
    from docx.shared import Pt

    for item in block.items:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(for_xml(item)).font.size = Pt(_ITEM_SIZE)
        paragraph.paragraph_format.space_after = 0
        paragraph.paragraph_format.line_spacing = Pt(_ITEM_SIZE * _LINE)


@_add.register
def _(block: Contents, document: Any) -> None:
    """In two columns, the left one first."""
    half = -(-len(block.entries) // 2)
    texts = [for_xml(text) for _, text in block.entries]
    table = document.add_table(rows=half, cols=2)
    for at, text in enumerate(texts):
        paragraph = table.cell(at % half, at // half).paragraphs[0]
        paragraph.paragraph_format.space_after = 0
        paragraph.add_run(text)


@_add.register
def _(block: Bars, document: Any) -> None:
    """As a table with bars of block letters in colours, which stay text that people may edit."""
    from docx.shared import Pt, RGBColor

    from keikaku.visualizations.bars import COLOURS

    colours = [colour.lstrip("#").upper() for colour in block.colours or COLOURS]
    most = max((sum(values) for _, values in block.rows), default=0) or 1
    rows = [("", "", ""), *((name, "", f"{sum(values):g}") for name, values in block.rows)]
    _add(Table(("", "", ""), rows, (3, 6, 1)), document)
    legend, *bars = (row.cells[1].paragraphs[0] for row in document.tables[-1].rows)

    def add(paragraph: Any, text: str, colour: str) -> None:
        run = paragraph.add_run(text)
        run.font.size, run.font.color.rgb = Pt(_CELL_SIZE), RGBColor.from_string(colour)

    for name, colour in zip(block.series, colours, strict=False):
        add(legend, "■", colour)
        add(legend, for_xml(f"{name}　"), "000000")
    for paragraph, (_, values) in zip(bars, block.rows, strict=True):
        for value, colour in zip(values, colours, strict=False):
            add(paragraph, "■" * round(value / most * _BAR), colour)


@_add.register
def _(block: Table, document: Any) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm, Pt

    table = document.add_table(rows=0, cols=len(block.widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    whole = (_PAGE[0] - 2 * _MARGIN) / sum(block.widths)
    widths = [Mm(width * whole) for width in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width  # what LibreOffice goes by; Word goes by the cells
    if any(block.heads):
        _row(table, [Shaded(head, -1) for head in block.heads], widths, block.centred)
        _repeat(table.rows[0])
        for cell in table.rows[0].cells:  # a table's head is never alone at the end of a page
            cell.paragraphs[0].paragraph_format.keep_with_next = True
    for row in block.rows:
        _row(table, row, widths, block.centred)
    for _ in range(block.empty_rows):
        _row(table, ["\n"] * len(widths), widths, block.centred)
    after = document.add_paragraph().paragraph_format  # Word wants one behind each table
    after.space_after, after.line_spacing = 0, Pt(6)


def _row(table: Any, cells: Sequence[Cell], widths: Sequence[Any], centred: bool) -> None:  # noqa: FBT001
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    row = table.add_row()
    _whole_on_a_page(row)
    for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        there = row.cells[at]
        there.width = width
        paragraph = there.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.line_spacing = Pt(_CELL_SIZE * _LINE)
        text, strength = cell if isinstance(cell, Shaded) else (cell, 0.0)
        run = paragraph.add_run(for_xml(text))
        run.font.size = Pt(_CELL_SIZE)
        run.font.bold = strength < 0
        if strength:
            _shade(there, _GROUND if strength < 0 else _mixed(strength))
        if strength > 0 or (centred and at):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _mixed(strength: float) -> str:
    """White mixed with so much of the blue of the charts; light enough for black letters."""
    share = min(strength, 1.0) * 0.6
    return "".join(f"{round(255 - (255 - tone) * share):02X}" for tone in (0, 114, 178))


def _shade(cell: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:color"), "auto")
    shade.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no other way


def _repeat(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _whole_on_a_page(row: Any) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
