"""The municipality's website as a channel of disclosure (情報公開)."""

from __future__ import annotations

_ENDINGS = "市町村区県都府道"


def website_of(municipality: str) -> str:
    """Return the name of a municipality's website: 市ウェブサイト, 町ウェブサイト and so on.

    >>> website_of("星見町")
    '町ウェブサイト'
    """
    ending = municipality[-1:]
    return f"{ending if ending and ending in _ENDINGS else _ENDINGS[0]}ウェブサイト"
