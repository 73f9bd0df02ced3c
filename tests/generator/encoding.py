"""How a printed document lies on the disk: encoding, byte order mark, line ends."""

from __future__ import annotations

from collections.abc import Callable

Encoder = Callable[[str], bytes]


def _utf8(text: str) -> bytes:
    return text.encode("utf-8")


def _with_bom(text: str) -> bytes:
    return text.encode("utf-8-sig")


def _crlf(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode("utf-8")


def _cp932(text: str) -> bytes:
    """cp932 has no ➔; who saves in it has written →."""
    return text.replace("➔", "→").encode("cp932")


def _cp932_crlf(text: str) -> bytes:
    return _cp932(text).replace(b"\n", b"\r\n")


ENCODERS: tuple[Encoder, ...] = (_utf8, _with_bom, _crlf, _cp932, _cp932_crlf)
