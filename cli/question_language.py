"""The language in which a question is put to ``keikaku ask``.

Only that command needs it: the others would pay for its patterns at their start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_ENGLISH = re.compile(r"(?<![A-Za-z])[A-Za-z]?[a-z]+(?![A-Za-z])")
_KANA_OR_KANJI = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_PARTICLE = re.compile(r"\s[のをはがにでと]")  # Web の計画 is Japanese.
_SWITCHES = {"--all", "--help", "--"}
_BEGINS = re.compile(r"[\"'(]?[A-Za-z][A-Za-z'’-]* ")


def asks_in_english(arguments: Sequence[str]) -> bool:
    """Return whether the question among the arguments of ``ask`` is put in English."""
    return is_english(" ".join(_question(arguments)))


def is_english(question: str) -> bool:
    """Return whether a question is put in English, whatever names are in it.

    >>> is_english("compare 人事課 and 財政課"), is_english("RPAに関わる計画"), is_english("DX")
    (True, False, False)
    """
    words = _ENGLISH.findall(question)
    if not _KANA_OR_KANJI.search(question):
        return bool(words)
    return bool(words and _BEGINS.match(question)) and not _PARTICLE.search(question)


def _question(arguments: Sequence[str]) -> Iterator[str]:
    """Yield the words of the question among the arguments, without options and their values."""
    is_value = False
    for argument in arguments:
        if not is_value and not argument.startswith("-"):
            yield argument
        is_value = argument.startswith("--") and "=" not in argument and argument not in _SWITCHES
