"""The language of a run, known before its options are parsed: errors and help use it too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from keikaku.graph.language import Lang

VARIABLE = "KEIKAKU_LANG"
_SENTENCE = "ask"
_ENGLISH = re.compile(r"(?<![A-Za-z])[A-Za-z]?[a-z]+(?![A-Za-z])")
_KANA_OR_KANJI = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_PARTICLE = re.compile(r"\s[のをはがにでと]")  # Web の計画 is Japanese.
_SWITCHES = {"--all", "--help", "--"}
_BEGINS = re.compile(r"[\"'(]?[A-Za-z][A-Za-z'’-]* ")


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """Return the language of ``--lang`` or ``KEIKAKU_LANG``, else of a question, else Japanese."""
    language = environment.get(VARIABLE, "")
    for position, argument in enumerate(arguments):
        if argument == "--lang":
            language = "".join(arguments[position + 1 : position + 2])
        elif argument.startswith("--lang="):
            language = argument.removeprefix("--lang=")
    if not language and _SENTENCE in arguments[:1]:
        return "en" if is_english(" ".join(_question(arguments[1:]))) else "ja"
    return "en" if language == "en" else "ja"


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
