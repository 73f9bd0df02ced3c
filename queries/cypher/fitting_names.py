"""Which nodes of a server a typed name can mean: a filter that its statement applies.

Names are compared in one spelling (:func:`keikaku.queries.names.fold`), which a server does not
know. But every name that a typed name can mean contains each of its letters, as hiragana or
katakana (except digits, which also come from 令和4年 or 五). So the server keeps the nodes whose
names contain these letters, and only these few names are compared here.
"""

from __future__ import annotations

from typing import Any

from keikaku.queries import names

_MOST_LETTERS = 6
"""The most letters to look for; more would hardly leave fewer nodes."""
_KATAKANA = {chr(code): chr(code + 0x60) for code in range(0x3041, 0x3097)}
_ALL_READ = ("Theme", "SdgTarget")
"""Kinds with few nodes, whose names also include narrower words and parts of numbers."""

_HELD = """\
WITH n, coalesce(n.search, [])
     + [word IN coalesce(n.aliases, []) + [n.label, coalesce(n.level, "")] |
        toLower(normalize(word, NFKC))] AS words
WHERE n.id = $typed OR all(letters IN $letters WHERE any(letter IN letters WHERE
      any(word IN words WHERE word CONTAINS letter)))"""
_OF_NUMBER = """\
WITH n WHERE n.id = $typed OR n.number IN $numbers OR n.title =~ $numeric"""
_NUMERIC = r"[\d０-９〇一二三四五六七八九令和平成昭元年度RHSrhs.．\-－―ー\s\p{Z}\p{Cc}]+"
"""A title may be a number too, such as 令和4年 for 2022, with any blank or line break in it."""

NUMBERS = "MATCH (n:{kind}) WHERE n.number IS NOT NULL RETURN DISTINCT n.number AS number"


def filter_of(kind: str, typed: str) -> tuple[str, dict[str, Any]] | None:
    """Return the lines that keep the nodes ``n`` of a kind that a name can mean, and parameters.

    None for all nodes. Nodes without such a name may be kept, but no node with it is left out.
    """
    key = names.guideline_key(typed) if kind == "Guideline" else names.fold(typed)
    letters = [*dict.fromkeys(letter for letter in key if letter.isalpha())][:_MOST_LETTERS]
    if kind in _ALL_READ or not letters:
        return None
    alike = [[letter, *filter(None, [_KATAKANA.get(letter)])] for letter in letters]
    return _HELD, {"typed": typed, "letters": alike}


def filter_of_number(typed: str, numbers: list[str]) -> tuple[str, dict[str, Any]]:
    """Return the same for plans and a number, which must be one of the existing numbers."""
    wanted = names.fold(typed)
    same = [number for number in numbers if names.fold(number) == wanted]
    return _OF_NUMBER, {"typed": typed, "numbers": same, "numeric": _NUMERIC}
