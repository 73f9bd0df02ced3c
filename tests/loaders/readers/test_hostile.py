"""Files made to break a reader are one line, in bounded time; nothing in them runs."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from keikaku.graph.errors import SourceError
from keikaku.loaders.readers import read_source
from keikaku.loaders.readers.blocks import Table
from tests.makers.convert import by_office
from tests.makers.printed import Line
from tests.makers.word import make_word

SECONDS = 20
"""On a machine that does much else besides; each takes a second or two alone."""

CONTENT_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", CONTENT_TYPES)
        for name, data in parts.items():
            made.writestr(name, data)
    return path


def document(body: bytes, before: bytes = b"") -> bytes:
    return before + b'<w:document xmlns:w="%s"><w:body>%s</w:body></w:document>' % (
        WORD.encode(),
        body,
    )


def refused(path: Path, words: str) -> str:
    start = time.process_time()
    with pytest.raises(SourceError, match=words) as error:
        read_source(path)
    assert time.process_time() - start < SECONDS
    assert "\n" not in str(error.value)
    return str(error.value)


def pdf(path: Path, content: bytes, catalog: bytes = b"", stream: bytes = b"") -> Path:
    """A PDF of one page, written by hand."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources 9 0 R>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), stream, content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>",
        b"<</Type/Filespec/F(evil.exe)/EF<</F 8 0 R>>>>",
        b"<</Type/EmbeddedFile/Length 4>>stream\nMZ..\nendstream",
        b"<</Font<</F1 5 0 R>>>>",
    ]
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    path.write_bytes(out.getvalue())
    return path


TEXT = b"BT /F1 12 Tf 72 700 Td (Plan of the city 2026) Tj ET"


def test_what_a_pdf_carries_along_is_never_looked_at(tmp_path: Path) -> None:
    carried = b"/OpenAction 6 0 R/Names<</EmbeddedFiles<</Names[(evil.exe)7 0 R]>>>>"
    source = read_source(pdf(tmp_path / "a.pdf", TEXT, carried))
    assert [block.text for page in source.pages for block in page.paragraphs()] == [
        "Plan of the city 2026"
    ]


def test_a_pdf_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    packer = zlib.compressobj(9)
    bomb = b"".join(packer.compress(bytes(2**20)) for _ in range(400)) + packer.flush()
    refused(pdf(tmp_path / "a.pdf", bomb, stream=b"/Filter/FlateDecode"), "大きすぎる")


def test_a_pdf_cut_off_or_locked_is_reported(tmp_path: Path) -> None:
    whole = pdf(tmp_path / "a.pdf", TEXT).read_bytes()
    (tmp_path / "cut.pdf").write_bytes(whole[: len(whole) // 3])
    refused(tmp_path / "cut.pdf", "PDFとして読めません|文字情報のない")
    made = make_word([Line("計画")], tmp_path / "locked.docx")
    options = '{"EncryptFile":{"type":"boolean","value":"true"},'
    options += '"DocumentOpenPassword":{"type":"string","value":"x"}}'
    refused(by_office(made, f"pdf:writer_pdf_Export:{options}"), "パスワード")


def test_a_scan_is_reported_as_one(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (200, 300), 255).save(tmp_path / "scan.pdf")
    assert "文字認識" in refused(tmp_path / "scan.pdf", "文字情報のないPDF")


def test_five_thousand_pages_are_refused(tmp_path: Path) -> None:
    import pypdfium2

    made = pypdfium2.PdfDocument.new()
    for _ in range(5_000):
        made.new_page(100, 100)
    made.save(str(tmp_path / "a.pdf"))
    made.close()
    refused(tmp_path / "a.pdf", "5,000 pages")


def test_a_part_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    refused(packed(tmp_path / "a.docx", {"word/document.xml": bytes(200 * 2**20)}), "大きすぎる")


@pytest.mark.parametrize("name", ["word/document.xml", "xl/workbook.xml"])
def test_entities_are_refused(tmp_path: Path, name: str) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    body = document(b"<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", bomb)
    refused(packed(tmp_path / "a.zip", {name: body}), "壊れています")


def test_tables_in_tables_without_end_are_refused(tmp_path: Path) -> None:
    deep = b"<w:tbl><w:tr><w:tc>" * 3_000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 3_000
    refused(packed(tmp_path / "a.docx", {"word/document.xml": document(deep)}), "大きすぎる")
    page = tmp_path / "a.html"
    page.write_text("<html><body>" + "<table><tr><td>" * 3_000 + "計画", encoding="utf-8")
    refused(page, "大きすぎる|壊れています")


def test_spans_without_end_are_refused(tmp_path: Path) -> None:
    row = "<tr>" + '<td rowspan="9999" colspan="9999">計画' * 50
    page = tmp_path / "a.html"
    page.write_text(f"<html><body><table>{row * 50}", encoding="utf-8")
    refused(page, "大きすぎる")


def sheet(path: Path, rows: bytes, after: bytes = b"") -> Path:
    """A workbook of one sheet with these rows."""
    import openpyxl

    made = io.BytesIO()
    openpyxl.Workbook().save(made)
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = b'<worksheet xmlns="%s"><sheetData>%s</sheetData>%s</worksheet>' % (main, rows, after)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return path


CELL = b'<c r="A1" t="inlineStr"><is><t>x</t></is></c>'


def test_a_million_empty_rows_are_read_as_nothing(tmp_path: Path) -> None:
    empty = b"".join(b'<row r="%d"/>' % number for number in range(2, 1_000_001))
    start = time.process_time()
    source = read_source(sheet(tmp_path / "a.xlsx", b'<row r="1">%s</row>' % CELL + empty))
    assert time.process_time() - start < SECONDS
    (table,) = source.pages[0].blocks
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (1, 1)


def test_merged_cells_on_merged_cells_are_refused(tmp_path: Path) -> None:
    far = b'<row r="4000"><c r="CV4000" t="inlineStr"><is><t>x</t></is></c></row>'
    merges = b"<mergeCells>%s</mergeCells>" % b"".join(
        b'<mergeCell ref="A%d:CV4000"/>' % number for number in range(1, 3_000)
    )
    rows = b'<row r="1">%s</row>' % CELL + far
    refused(sheet(tmp_path / "a.xlsx", rows, merges), "大きすぎる")


def test_an_office_file_with_a_password_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(500)
        + "EncryptedPackage".encode("utf-16-le")
        + bytes(500)
    )
    refused(path, "パスワード")


def test_an_old_file_without_an_office_says_how_to_save_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le")
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ".docxとして保存し直してください" in refused(path, "古い形式のWord文書")


@pytest.mark.parametrize("name", ["utf-9", "hex", "idna", "undefined", "utf-8-sig2"])
def test_an_encoding_that_is_none_is_no_hindrance(tmp_path: Path, name: str) -> None:
    page = f"<meta charset='{name}'><p>窓口の改善 \udcff</p>"
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("utf-8", "surrogateescape"))
    (block,) = [block for page in read_source(path).pages for block in page.paragraphs()]
    assert block.text.startswith("窓口の改善")


def test_a_part_of_an_office_file_in_no_encoding_is_reported(tmp_path: Path) -> None:
    made = make_word([Line("計画")], tmp_path / "made.docx")
    odd = tmp_path / "odd.docx"
    with zipfile.ZipFile(made) as whole, zipfile.ZipFile(odd, "w") as changed:
        for name in whole.namelist():
            content = whole.read(name)
            changed.writestr(name, content.replace(b"UTF-8", b"UTF-9", 1))
    refused(odd, "odd.docx")
