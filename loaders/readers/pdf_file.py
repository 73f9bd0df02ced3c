"""A PDF with a text layer → pages of paragraphs and tables.

pdfplumber (MIT) gives letters and ruled lines; :mod:`pdf_grid` and :mod:`pdf_letters` interpret
them. pypdfium2 alone is 40 times faster but knows no lines, PyMuPDF is AGPL. Scripts and embedded
files are never looked at. Before anything is parsed, the streams are unpacked one by one within a
limit, so that a small file that unpacks to gigabytes is refused.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.loaders.readers import limits
from keikaku.loaders.readers.blocks import Notice, Page, Place, Source
from keikaku.loaders.readers.pdf_flow import finished
from keikaku.loaders.readers.pdf_hidden import hidden_texts
from keikaku.loaders.readers.pdf_page import PageRead, read_page

_FORM = Text("PDF", "PDF")
_STREAM = re.compile(rb"stream\r?\n")
_TWICE = re.compile(rb"/(?:FlateDecode|Fl)\s*/(?:FlateDecode|Fl)\b")
_CHUNK = 8 * 2**20
_FEWEST_LETTERS = 5
"""A page of a picture and fewer letters than this (a page number) has no text layer."""

_NO_TEXT = Text(
    "{path}: 文字情報のないPDF（スキャンした画像）です。"
    "元のWordやExcel、または文字認識（OCR）をしたPDFを指定してください。",
    "{path}: is a PDF without text (scanned pictures). "
    "Give the Word or Excel file, or a PDF with its text recognised.",
)
_NO_LETTERS = Text(
    "{path}: 文字コードが埋め込まれていないPDFで、文字を読み取れません。"
    "元のWordやExcel、または文字認識（OCR）をしたPDFを指定してください。",
    "{path}: its fonts do not state which letters they draw. "
    "Give the Word or Excel file, or a PDF with its text recognised.",
)


def read_pdf(path: Path, data: bytes) -> Source:
    """Return the pages of a PDF.

    Raises :class:`keikaku.graph.errors.SourceError` for one that is locked, damaged, too large, or
    holds no text.
    """
    _check_streams(path, data)
    _check_pages(path, data)
    with _quiet(path), _opened(path, data) as pdf:
        hidden = hidden_texts(data)
        pages = [read_page(pdf, at, hidden.get(at, ())) for at in range(len(pdf.pages))]
        _check_text(path, pages)
        blocks = finished(pages)
    made = tuple(Page(page.number, tuple(own)) for page, own in zip(pages, blocks, strict=True))
    return Source(path.name, "pdf", made, hashlib.sha256(data).hexdigest(), tuple(_notices(pages)))


def _check_streams(path: Path, data: bytes) -> None:
    """Unpack each stream within a limit, and keep none of it."""
    if _TWICE.search(data):
        raise limits.too_large(path, path.name, "a stream packed twice")
    total = 0
    for repeats in _STREAM.finditer(data):
        unpacker = zlib.decompressobj()
        size = 0
        rest: bytes = data[repeats.end() : repeats.end() + _CHUNK]
        at = repeats.end() + _CHUNK
        try:
            while rest and not unpacker.eof:
                size += len(unpacker.decompress(rest, _CHUNK))
                if size > limits.PART or total + size > limits.ALL_PARTS:
                    raise limits.too_large(path, path.name, f"{size // 2**20} MB+")
                rest = unpacker.unconsumed_tail
                if not rest and not unpacker.eof:
                    rest = data[at : at + _CHUNK]
                    at += _CHUNK
        except zlib.error:
            pass
        total += size


def _check_pages(path: Path, data: bytes) -> None:
    """Count the pages, which pdfium does without reading them."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
        document.close()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            raise limits.locked(path) from error
        raise limits.damaged(path, _FORM, path.name) from error
    if count > limits.MOST_PAGES:
        raise limits.too_large(path, path.name, f"{count:,} pages")


@contextmanager
def _opened(path: Path, data: bytes) -> Iterator[Any]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        pdf = pdfplumber.open(io.BytesIO(data))
    except PdfminerException as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, PDFPasswordIncorrect):
            raise limits.locked(path) from error
        raise limits.damaged(path, _FORM, path.name) from error
    try:
        yield pdf
    finally:
        pdf.close()


@contextmanager
def _quiet(path: Path) -> Iterator[None]:
    """Turn what the library raises on a damaged page into one line, and hide its log."""
    import logging

    log = logging.getLogger("pdfminer")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    except SourceError:
        raise
    except (RecursionError, MemoryError) as error:
        raise limits.too_large(path, path.name, "depth") from error
    except Exception as error:  # pdfminer raises whatever a damaged object happens to cause
        raise limits.damaged(path, _FORM, path.name) from error
    finally:
        log.setLevel(level)


def _check_text(path: Path, pages: list[PageRead]) -> None:
    letters = sum(page.letters for page in pages)
    if not any(page.letters >= _FEWEST_LETTERS for page in pages):
        raise SourceError(_NO_TEXT.format(path=path))
    if sum(page.unmapped for page in pages) > letters / 2:
        raise SourceError(_NO_LETTERS.format(path=path))


def _notices(pages: list[PageRead]) -> Iterator[Notice]:
    bare = [p.number for p in pages if p.pictures and p.letters < _FEWEST_LETTERS]
    if bare:
        yield Notice("pages-without-text", Place(page=bare[0]), {"pages": bare})
    for page in pages:
        if page.unmapped:
            details = {"text": f"{page.number}ページ、{page.unmapped}字"}
            yield Notice("characters-broken", Place(page=page.number), details)
        if page.clipped:
            cut = {"page": page.number, "count": len(page.clipped), "text": page.clipped[0]}
            yield Notice("text-cut", Place(page=page.number), cut)
        if page.cut_tables:
            edge = {"page": page.number, "count": page.cut_tables}
            yield Notice("table-cut", Place(page=page.number), edge)
        for text in page.overflows:
            yield Notice("text-over-border", Place(page=page.number), {"text": text})
