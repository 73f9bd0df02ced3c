"""Where things stand in a Word document: the page that Word last printed them on, table and row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from keikaku.loaders.readers import read_source
from keikaku.loaders.readers.blocks import Paragraph, Table

_ARROW = (
    '<w:r {ns}><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
    'main"><a:graphicData><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape"><wps:spPr><a:prstGeom prst="rightArrow"/></wps:spPr></wps:wsp>'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)


def _document(path: Path, *, turned: bool) -> Path:
    import docx
    from docx.oxml import OxmlElement

    document: Any = docx.Document()
    document.add_paragraph("はじめに")
    second = document.add_paragraph()
    if turned:
        second.add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))
    second.add_run("取組の一覧")
    table = document.add_table(2, 2)
    for at, text in enumerate(("番号", "取組名", "1", "窓口の改善")):
        table.cell(at // 2, at % 2).text = text
    if turned:
        runs = table.cell(1, 0).paragraphs[0].runs
        runs[0]._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))
    document.save(str(path))
    return path


def test_pages_are_read_as_word_kept_them(tmp_path: Path) -> None:
    source = read_source(_document(tmp_path / "plan.docx", turned=True))
    lines = [b for b in source.blocks() if isinstance(b, Paragraph)]
    (table,) = (b for b in source.blocks() if isinstance(b, Table))
    assert [line.place.page for line in lines] == [1, 2]
    assert [(c.place.page, c.place.cell) for c in table.cells] == [
        (2, "表1・1行1列"),
        (2, "表1・1行2列"),
        (3, "表1・2行1列"),
        (3, "表1・2行2列"),
    ]


def test_no_page_is_stated_where_word_kept_none(tmp_path: Path) -> None:
    source = read_source(_document(tmp_path / "plan.docx", turned=False))
    assert {b.place.page for b in source.blocks()} == {None}


def test_arrows_drawn_over_a_table_are_reported(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    path = _document(tmp_path / "plan.docx", turned=False)
    document: Any = docx.Document(str(path))
    document.paragraphs[1]._p.append(parse_xml(_ARROW.format(ns=nsdecls("w"))))
    document.save(str(path))
    details = [dict(notice.details) for notice in read_source(path).notices]
    assert details == [{"what": "図形で描いた矢印", "count": 1}]
