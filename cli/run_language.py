"""The language of a run, known before its options are parsed: errors and help use it too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from keikaku.graph.language import Lang

VARIABLE = "KEIKAKU_LANG"
_SENTENCE = "ask"


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang:
    """Return the language of ``--lang`` or ``KEIKAKU_LANG``, else of a question, else Japanese."""
    language = environment.get(VARIABLE, "")
    for position, argument in enumerate(arguments):
        if argument == "--lang":
            language = "".join(arguments[position + 1 : position + 2])
        elif argument.startswith("--lang="):
            language = argument.removeprefix("--lang=")
    if not language and _SENTENCE in arguments[:1]:
        from keikaku.cli.question_language import asks_in_english

        return "en" if asks_in_english(arguments[1:]) else "ja"
    return "en" if language == "en" else "ja"
