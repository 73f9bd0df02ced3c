"""Readers: a published source of any format → one intermediate, pages of blocks.

:func:`read_source` looks at what a file holds, not at its name, and calls the reader of that
format; each reader is a module of its own.
"""

from __future__ import annotations

import re
from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.loaders.readers.blocks import Source
from keikaku.loaders.readers.signatures import OLE, PDF, PICTURES, RTF, ZIP

__all__ = ["Source", "read_source"]

_HTML = re.compile(
    rb"(?:<!--.*?-->|<\?xml.*?\?>|\s)*+<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_SEPARATED = {".csv", ".tsv"}
_UNKNOWN = Text(
    "{path}: 読み込めない形式のファイルです。"
    "Excel（.xlsx）、Word（.docx）、PDF、HTML、テキストのいずれかで保存し直してください。",
    "{path}: is of a format that is not read. Save it as .xlsx, .docx, PDF, HTML or text.",
)
_PICTURE = Text(
    "{path}: 画像ファイルです。文字認識（OCR）したPDFかテキストを指定してください。",
    "{path}: is a picture. Give a PDF or text with its text recognised.",
)


def read_source(path: Path) -> Source:
    """Read a source of any known format into its intermediate.

    Raises :class:`keikaku.graph.errors.SourceError`, one line that says what to do, for a file
    that is missing, locked, damaged, too large, or of no known format.
    """
    import hashlib

    from keikaku.loaders.source import decoded, read_bytes

    data = read_bytes(path)
    if PDF in data[:1024]:
        from keikaku.loaders.readers.pdf_file import read_pdf

        return read_pdf(path, data)
    if data.startswith(ZIP):
        return _packed(path, data)
    if data.startswith((OLE, RTF)):
        return _convertible(path, data)
    if data.startswith(PICTURES):
        raise SourceError(_PICTURE.format(path=path))
    if _HTML.match(_beginning(data)) or _is_page(path, data):
        from keikaku.loaders.readers.html_file import read_html

        return read_html(path, data)
    text = decoded(path, data)
    if path.suffix.casefold() in _SEPARATED:
        from keikaku.loaders.readers.csv_file import read_csv

        return read_csv(path, text.text, text.sha256)
    from keikaku.loaders.readers.text_file import read_text

    return read_text(path, text.text, hashlib.sha256(data).hexdigest())


def _beginning(data: bytes) -> bytes:
    """Return how a file begins, its mark of order left out; of UTF-16 the plain letters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:8192].decode("utf-16", errors="ignore").encode("ascii", errors="replace")
    return data.lstrip(b"\xef\xbb\xbf")[:4096]


def _is_page(path: Path, data: bytes) -> bool:
    """Return whether a file named as HTML begins like one, though without its outermost element."""
    is_page = path.suffix.casefold() in {".html", ".htm", ".xhtml"}
    return (
        is_page
        and re.search(rb"<(?:body|table|p|div|h[1-6])[\s>]", data, re.IGNORECASE) is not None
    )


def _packed(path: Path, data: bytes) -> Source:
    """Read an Office file; its parts decide which format it is."""
    import zipfile
    from io import BytesIO

    try:
        names = frozenset(name.casefold() for name in zipfile.ZipFile(BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        names = frozenset()
    if "word/document.xml" in names or (not names and path.suffix.casefold() == ".docx"):
        from keikaku.loaders.readers.docx_file import read_docx

        return read_docx(path, data)
    if "xl/workbook.xml" in names or not names:
        from keikaku.loaders.readers.book import read_book

        return read_book(path, data)
    return _convertible(path, data, names)


def _convertible(path: Path, data: bytes, names: frozenset[str] = frozenset()) -> Source:
    """Read a file that LibreOffice converts first."""
    from keikaku.loaders.readers.office_file import kind_of, read_converted

    kind = kind_of(path, data, names)
    if kind is None:
        raise SourceError(_UNKNOWN.format(path=path))
    return read_converted(path, data, kind)
