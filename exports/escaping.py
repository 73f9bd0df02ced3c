"""Escape texts of a source for places that read markup: a terminal, Markdown, XML."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = {code: " " for code in [*range(0x20), *range(0x7F, 0xA0)] if code != 0x0A}
_BIDI = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~&!$])")
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""

_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
"""Blanks at the start of a line: four of them would make the line code."""

_BULLET = re.compile(r"^(?=[-+=])", re.MULTILINE)
"""The start of a list, of a rule (---), or of a line that makes the one above a heading (===)."""

_NUMBER = re.compile(r"^(\d{1,9})(?=[.)])", re.MULTILINE)


def clean(text: str) -> str:
    """Return a text that a terminal only shows.

    It has no control codes and no changes of direction.
    """
    return text.translate(_CONTROLS | _BIDI)


def escaped(text: str) -> str:
    """Return a text that Markdown shows unchanged: no line becomes a list, a rule or code."""
    plain = _INDENT.sub("", clean(_LINE_ENDS.sub("\n", text)))
    return _NUMBER.sub(r"\1\\", _BULLET.sub(r"\\", _MARKUP.sub(r"\\\1", plain)))


def for_xml(text: str) -> str:
    """Return a text that XML can hold; characters that it cannot hold become �."""
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
