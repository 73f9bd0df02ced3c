"""Indicators by all the words of their names in another order: 男性職員の育児休業取得率 (語順)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keikaku.graph.language import Text
from keikaku.queries.asking.tokens.lexicon import Names
from keikaku.queries.asking.vocabulary.letters import fold, normal

_NOUN = r"[\u3400-\u9fff\u30a0-\u30ffA-Za-z0-9]"
_PHRASE = re.compile(rf"{_NOUN}+(?:の{_NOUN}+)*")
_SHARES = ("割合", "比率", "率")
_LEAST = 6  # letters of a phrase that names one indicator
_PIECE = 2  # letters of a piece
_READ_AS = Text("「{typed}」を「{instead}」と読みました", "'{typed}' is taken for '{instead}'")


def in_other_order(sentence: str, known: Names) -> Iterator[tuple[str, Text]]:
    """Yield a sentence with an indicator by its own name, if that alone has all words of a phrase.

    The pieces of the phrase must be most of the name, so that nothing else is meant by it.
    """
    for match in _PHRASE.finditer(normal(sentence)):
        phrase = match[0]
        if len(phrase) < _LEAST:
            continue
        wanted = fold(phrase)
        names = {
            each.names[0] for each in known.of("Indicator") if _has_all(each.folded[0], wanted)
        }
        if len(names) == 1:
            (name,) = names
            text = normal(sentence)
            yield (
                text[: match.start()] + name + text[match.end() :],
                _READ_AS.format(typed=phrase, instead=name),
            )


def _has_all(name: str, phrase: str) -> bool:
    """Return whether a name is made of the pieces of a phrase, a share in any of its words."""
    share = next((word for word in _SHARES if phrase.endswith(word)), "")
    if bool(share) != name.endswith(_SHARES):
        return False
    rest = name
    for end in _SHARES:
        rest = rest.removesuffix(end)
    letters = 0
    for part in phrase.removesuffix(share).split("の"):
        word = part
        while word:
            size = next((n for n in range(len(word), _PIECE - 1, -1) if word[:n] in rest), 0)
            if not size:
                return False
            rest = rest.replace(word[:size], "|", 1)
            letters += size
            word = word[size:]
    left = re.sub(r"[|のをがはにするした]", "", rest)
    return letters >= _LEAST - 1 and not left
