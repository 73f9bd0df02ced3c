"""Printed pages → a Word document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.makers.printed import Break, Grid, Line, Printed

_WIDTH_MM = 260


def make_word(blocks: Iterable[Printed], path: Path, *, header: str = "", columns: int = 1) -> Path:
    """Write the pages as .docx, landscape A4, in Word's own tables and headings.

    With a ``header`` each page prints it, and its number at the foot.
    """
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document: Any = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(12)
    document.styles["Normal"].font.size = Pt(8)
    if header:
        section.header.paragraphs[0].text = header
        _page_number(section.footer.paragraphs[0])
    if columns > 1:
        _columns(section, columns)
    for block in blocks:
        if isinstance(block, Break):
            document.add_page_break()
        elif isinstance(block, Line):
            if block.level:
                document.add_heading(block.text, block.level)
            else:
                document.add_paragraph(block.text)
        else:
            _table(document, block)
    document.save(str(path))
    return path


def _page_number(paragraph: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run()
    for kind in ("begin", "", "end"):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = "PAGE"
        run._r.append(element)


def _columns(section: Any, count: int) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    columns_element = section._sectPr.find(qn("w:cols"))
    if columns_element is None:
        columns_element = OxmlElement("w:cols")
        section._sectPr.append(columns_element)
    columns_element.set(qn("w:num"), str(count))
    columns_element.set(qn("w:space"), "700")


def _table(document: Any, grid: Grid) -> None:
    from docx.shared import Mm

    placed = grid.placed()
    columns = len(grid.widths)
    table = document.add_table(len(grid.rows), columns)
    if grid.ruled:
        table.style = "Table Grid"
    table.autofit = False
    whole = sum(grid.widths)
    for column, width in enumerate(grid.widths):
        for cell in table.columns[column].cells:
            cell.width = Mm(_WIDTH_MM * width / whole)
    for (row, column), slot in placed.items():
        cell = table.cell(row, column)
        if slot.rows > 1 or slot.columns > 1:
            cell = cell.merge(table.cell(row + slot.rows - 1, column + slot.columns - 1))
        first, *more = slot.text.split("\n")
        cell.paragraphs[0].text = first
        for line in more:
            cell.add_paragraph(line)
