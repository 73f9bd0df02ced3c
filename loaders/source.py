"""A file → its text and encoding, or a clear message where it is no text."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from keikaku.graph.errors import SourceError
from keikaku.graph.files import finite
from keikaku.graph.language import Text

MAX_BYTES = 200 * 1024 * 1024
_MAX_BROKEN = 0.01
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "PDFファイルです。PDFからテキストを取り出して", "is a PDF; extract its text and"),
    (b"PK\x03\x04", "ExcelやWordのファイルです。テキストとして", "is an Office file;"),
    (b"\xd0\xcf\x11\xe0", "古い形式のOfficeファイルです。テキストとして", "is an old Office file;"),
    (
        b"\x89PNG",
        "画像ファイルです。文字認識したものをテキストとして",
        "is a picture; recognise its text and",
    ),
    (
        b"\xff\xd8\xff",
        "画像ファイルです。文字認識したものをテキストとして",
        "is a picture; recognise its text and",
    ),
)


class Source(NamedTuple):
    """A source as read: name, text with Unix line ends, encoding, the hash of its bytes.

    ``broken`` is true where some characters could not be decoded (each then is U+FFFD).
    """

    name: str
    text: str
    encoding: str
    sha256: str
    broken: bool = False


def read_source(path: Path) -> Source:
    """Read a text file as UTF-8 (with or without BOM), UTF-16 with BOM, or cp932.

    Raises :class:`keikaku.graph.errors.SourceError` for what is missing, empty, too large or no
    text.
    """
    data = read_bytes(path)
    for signature, ja, en in _SIGNATURES:
        if data.startswith(signature):
            raise _error(path, f"{ja}UTF-8で保存し直してください", f"{en} save it as UTF-8 text")
    return decoded(path, data)


def decoded(path: Path, data: bytes) -> Source:
    """Return the text of a file's bytes; encodings and errors are those of :func:`read_source`."""
    text, encoding = _decode(path, data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(path.name, text, encoding, hashlib.sha256(data).hexdigest(), "\ufffd" in text)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file that is there, is no folder, not empty and not too large.

    Raises :class:`keikaku.graph.errors.SourceError` for any other.
    """
    try:
        if path.is_dir():
            raise _error(
                path,
                "フォルダーです。計画のテキストファイルを指定してください",
                "is a folder; name the plan's text file",
            )
        if path.stat().st_size > MAX_BYTES:
            raise _error(
                path,
                "大きすぎます（上限200MB）。計画ごとに分けてください",
                "is too large (limit 200 MB); split it",
            )
        data = finite(path).read_bytes()
    except FileNotFoundError as error:
        raise _error(
            path,
            "見つかりません。ファイル名と場所を確かめてください",
            "is not there; check its name and folder",
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _error(path, f"読めません（{reason}）", f"cannot be read ({reason})") from error
    if not data.strip():
        raise _error(path, "空のファイルです", "is empty")
    return data


def _decode(path: Path, data: bytes) -> tuple[str, str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "utf-16"
    for encoding in ("utf-8-sig", "cp932"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text, encoding
    text = data.decode("utf-8-sig", errors="replace")
    if _is_text(text) and text.count("\ufffd") <= len(text) * _MAX_BROKEN:
        return text, "utf-8-sig"
    text = data.decode("cp932", errors="replace")
    if _is_text(text) and text.count("\ufffd") <= len(text) * _MAX_BROKEN:
        return text, "cp932"
    raise _error(
        path,
        "テキストではないか、文字コードが分かりません。UTF-8で保存し直してください",
        "is no text, or its encoding is unknown; save it as UTF-8",
    )


def _is_text(text: str) -> bool:
    """Return whether a text is free of control characters, except for a stray few.

    Layers of text in a PDF leave some; a NUL stands in no text.
    """
    sample = text[:1_000_000]
    odd = sum(sample.count(chr(c)) for c in range(1, 32) if c not in {9, 10, 12, 13})
    return sample.count("\0") <= 2 and odd <= max(len(sample) // 200, 8)


def _error(path: Path, ja: str, en: str) -> SourceError:
    return SourceError(Text(f"{path}: {ja}。", f"{path}: {en}."))
