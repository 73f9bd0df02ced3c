"""Texts of a source where markup is understood: a terminal, Markdown, XML."""

from __future__ import annotations

import re

_CONTROLS = {code: " " for code in [*range(0x20), *range(0x7F, 0xA0)] if code != 0x0A}
_BIDI = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|#~&!$])")
NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""

_LISTING = re.compile(r"^(\s*)([-+]|\d+\.)(?=\s)", re.MULTILINE)


def clean(text: str) -> str:
    """Return a text that a terminal shows and does not obey.

    No control codes, no changes of direction.
    """
    return text.translate(_CONTROLS | _BIDI)


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return _LISTING.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", clean(text)))


def for_xml(text: str) -> str:
    """Return a text that XML can hold: what it cannot is shown as �."""
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
