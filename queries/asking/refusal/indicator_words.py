"""Indicators and plans by the words of their names: 男性職員の育休取得率 (名前の言い換え)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from keikaku.graph.language import Text
from keikaku.queries.asking.refusal.synonyms import same_words
from keikaku.queries.asking.tokens.lexicon import Names
from keikaku.queries.asking.vocabulary.letters import lower, normal

_NOUN = r"[\u3400-\u9fff\u30a0-\u30ffA-Za-z0-9]+"
_JOINT = r"[\u3041-\u3096]{1,4}"
_PHRASE = re.compile(rf"{_NOUN}(?:(?!は|が|も|と){_JOINT}{_NOUN})*")
_OF = re.compile(rf"{_NOUN}の{_NOUN}")
_WORD = re.compile(_NOUN)
_MEASURES: tuple[tuple[str, ...], ...] = (
    ("割合", "比率", "率"),
    ("件数", "回数", "人数", "台数", "校数", "施設数", "箇所数", "本数", "数"),
    ("金額", "収入額", "額"),
    ("満足度", "理解度", "度"),
)
"""Ends of names that measure the same, the longest first."""
_LEAST = 4  # letters of a phrase that names one indicator
_PIECE = 2  # letters of a piece
_PART = 0.5  # of the letters of a name, how many the phrase must have
_MOST = 0.8  # the same for a phrase that does not say what is measured
_TITLED = 0.7  # of the letters of a plan's title
_ENOUGH = 8  # letters that name one indicator, however long its name is
_IS_MOVED = re.compile(
    r"を?(?:増や|増加|減ら|減少|削減|上げ|引き?上げ|下げ|引き?下げ|高め|伸ば|向上)"
)
"""What is said of a measure: 女性の委員を増やす is of the share of them."""
_READ_AS = Text("「{typed}」を「{instead}」と読みました", "'{typed}' is taken for '{instead}'")


def by_words_of_names(sentence: str, known: Names) -> Iterator[tuple[str, Text]]:
    """Yield a sentence with an indicator or a plan by its own name, if that alone has all words.

    The phrase must be half of an indicator's name at least and measure the same: a share, a number,
    a sum; of a plan's title it must be more. So nothing else is meant by it.
    """
    yield from _by_titles(sentence, known)
    text = normal(sentence)
    names = {each.names[0] for each in known.of("Indicator")}
    for match in _PHRASE.finditer(text):
        for end in _ends(match):
            phrase = text[match.start() : end]
            moved = _IS_MOVED.match(text, end) is not None
            fitting = [name for name in names if _has_all(name, phrase, is_moved=moved)]
            if len(fitting) == 1 and len(phrase) >= _LEAST:
                (name,) = fitting
                yield (
                    text[: match.start()] + name + text[end:],
                    _READ_AS.format(typed=phrase, instead=name),
                )


def _by_titles(sentence: str, known: Names) -> Iterator[tuple[str, Text]]:
    """Yield a sentence with a plan by its title, which has all words of a phrase with の."""
    text = normal(sentence)
    titles = {each.names[0] for kind in ("Plan", "Component") for each in known.of(kind)}
    for match in _OF.finditer(text):
        fitting = [name for name in titles if _is_titled(name, match[0])]
        if len(fitting) == 1:
            yield (
                text[: match.start()] + fitting[0] + text[match.end() :],
                _READ_AS.format(typed=match[0], instead=fitting[0]),
            )


def _is_titled(name: str, phrase: str) -> bool:
    """Return whether a title has all words of a phrase, and not much more: 学校の長寿命化."""
    rest, said = lower(normal(name)), 0
    for word in _WORD.findall(lower(phrase)):
        if word not in rest:
            return False
        rest, said = rest.replace(word, "|", 1), said + len(word)
    return said >= _TITLED * sum(map(len, _WORD.findall(lower(normal(name)))))


def _ends(match: re.Match[str]) -> list[int]:
    """Return where the words of a phrase end, the last first: 売却額の目標 is 売却額 too."""
    words = [match.start() + each.end() for each in _WORD.finditer(match[0])]
    return words[:0:-1] or words


def _has_all(name: str, phrase: str, *, is_moved: bool) -> bool:
    """Return whether a name has all pieces of a phrase, and measures the same as the phrase."""
    name_base, name_measures = _parted(lower(normal(name)))
    phrase_base, phrase_measures = _parted(lower(normal(phrase)))
    if name_measures != phrase_measures and not (is_moved and not phrase_measures):
        return False
    rest, letters = name_base, 0
    for word in _WORD.findall(phrase_base):
        at = 0
        while at < len(word):
            size, piece = _first_piece(word[at:], rest)
            if not piece:
                return False
            rest = rest.replace(piece, "|", 1)
            letters += len(piece)
            at += size
    of_name = sum(map(len, _WORD.findall(name_base)))
    least = min(_ENOUGH, _PART * of_name) if phrase_measures or is_moved else _MOST * of_name
    return letters >= max(_PIECE, least)


def _parted(name: str) -> tuple[str, tuple[str, ...]]:
    """Return a name without the end that says what it measures, and the ends that say the same."""
    for ends in _MEASURES:
        for end in ends:
            if name.endswith(end):
                return name.removesuffix(end), ends
    return name, ()


def _first_piece(word: str, name: str) -> tuple[int, str]:
    """Return how many letters at the start of a word a name has too, and these as it has them."""
    for size in range(len(word), _PIECE - 1, -1):
        start = word[:size]
        for spelling in (start, *same_words(start)):
            if lower(spelling) in name:
                return size, lower(spelling)
    return 0, ""
