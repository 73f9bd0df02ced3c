"""A sentence as tokens: names of the graph, words of questions, numbers, years, and the rest.

The longest word wins, from left to right. What is in no table stays as ``text``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from keikaku.graph.years import YEAR, fiscal_year
from keikaku.queries import names
from keikaku.queries.asking.tokens.quantities import amount_at
from keikaku.queries.asking.vocabulary import question_words as words
from keikaku.queries.asking.vocabulary.letters import fold, is_kanji, is_whole, lower, normal
from keikaku.queries.asking.vocabulary.other_names import level_words, other_names, plan_words
from keikaku.queries.asking.vocabulary.verbs import forms
from keikaku.queries.graph_walks import Graph

Lookup = Callable[[str], Graph]
"""For a kind, a graph that holds at least the nodes of that kind with their names."""

NAMEABLE_KINDS = (
    "Department", "Theme", "Guideline", "Partner", "Plan", "Component", "Indicator", "Goal",
    "Initiative", "Channel",
)  # fmt: skip
"""Kinds whose names are words of a sentence; where two share a name the first wins."""

SEARCHED = ("Department", "Component", "Indicator", "Plan", "Guideline", "Partner", "Initiative",
            "Goal", "Action", "Milestone", "Channel")  # fmt: skip
"""Kinds in whose names a phrase is searched for, in this order."""

_PLAN_NUMBER = re.compile(r"(?<![\d.])\d+(?:[-ー]\d+)+(?!\d)")
_SDG = re.compile(
    r"sdgs?\s*(?:の|たーげっと|ごーる|目標|target|goal)*\s*(?P<behind>\d+(?:\.[0-9a-z]+)?)番?"
    r"|(?P<before>\d+\.[0-9a-z]+|\d+(?=番))番?の?sdgs?"
)
_GOAL = re.compile(
    r"(?:重点推進|推進|基本)?目標\s*(\d+)(?![\d.,%]|件|人|年)|goals?\s*(\d+)|政策\s*(\d+)"
)
_YEAR = re.compile(YEAR, re.IGNORECASE)


FREE = ("part", "filler")
"""Roles without a meaning of their own."""


class Called(NamedTuple):
    """A node, its name, and the name in the spelling for comparison."""

    id: str
    names: tuple[str, ...]
    folded: tuple[str, ...]


class Names:
    """The names of a graph, by kind, each read once."""

    def __init__(self, lookup: Lookup) -> None:
        self.graph = lookup
        self._read: dict[str, list[Called]] = {}

    @cached_property
    def book(self) -> Book:
        """All words that a sentence about the graph can have."""
        return Book(self)

    def of(self, kind: str) -> list[Called]:
        """Return the nodes of a kind with their names, the id among them left out."""
        if kind not in self._read:
            self._read[kind] = [
                Called(each.id, each.names[:-1], tuple(fold(normal(n)) for n in each.names[:-1]))
                for each in names.names_of_kind(self.graph(kind), kind)
            ]
        return self._read[kind]

    def narrower(self) -> Iterator[tuple[str, str]]:
        """Yield the words that mean a part of a theme, with the theme."""
        for each in names.names_of_kind(self.graph("Theme"), "Theme"):
            for word in each.narrower:
                yield normal(word), each.id

    def spelling(self, kind: str, node: str) -> str:
        """Return the name of a node."""
        return next(each.names[0] for each in self.of(kind) if each.id == node)


class Mention(NamedTuple):
    """Something of the graph that a sentence names; ``exact`` by its whole name."""

    kind: str
    ids: tuple[str, ...]
    spelling: str
    exact: bool = True


class Token(NamedTuple):
    """A piece of a sentence: its role, what it means, and its words."""

    role: str
    value: Any
    text: str
    says_no: bool = False


def tokens(sentence: str, known: Names) -> list[Token]:
    """Return the tokens of a sentence."""
    text = normal(sentence)
    folded, lowered = fold(text), lower(text)
    book = known.book
    tokens: list[Token] = []
    at = 0
    while at < len(folded):
        token, length = book.at(folded, lowered, text, at)
        if token is None and tokens and _goes_on(tokens[-1], text[at]) and length:
            last = tokens.pop()
            tokens.append(Token("text", None, last.text + text[at : at + length]))
        elif token is None:
            tokens.append(Token("text", None, text[at : at + length]))
        else:
            tokens.append(token)
        at += length
    return [_stripped(t) for t in tokens if t.text.strip()]


def _goes_on(last: Token, letter: str) -> bool:
    """Return whether a letter may go on a word that no table has: not take in 橋梁修繕工事take."""
    is_latin = letter.isascii() and letter.isalpha()
    return last.role == "text" and (not is_latin or last.text[-1].isascii())


def _stripped(token: Token) -> Token:
    return token._replace(text=token.text.strip())


class Book:
    """All words that a sentence can have, by their first letter."""

    def __init__(self, known: Names) -> None:
        self._known = known
        self._names: dict[str, list[tuple[str, Token]]] = {}
        for kind in NAMEABLE_KINDS:
            for entry in known.of(kind):
                self._add_names(kind, entry)
        for spelling, theme in known.narrower():
            word = fold(spelling)
            held = self._names.setdefault(word[0], [])
            if all(each != word for each, _ in held):
                held.append((word, Token("name", Mention("Theme", (theme,), spelling), word)))
        for spelling, kind, node, name in other_names(known.of, known.narrower()):
            word = fold(spelling)
            token = Token("name", Mention(kind, (node,), name), spelling)
            self._names.setdefault(word[0], []).append((word, token))
        for category in names.categories(known.graph("Plan")):
            word = fold(normal(category))
            token = Token("name", Mention("Category", (category,), category), word)
            self._names.setdefault(word[0], []).append((word, token))
        for kind in ("Goal", "Initiative"):
            for level in level_words(known.graph(kind), kind):
                word = fold(normal(level))
                self._names.setdefault(word[0], []).append((word, Token("kind", kind, word)))
        for word in plan_words(known.graph):
            folded_word = fold(normal(word))
            held = self._names.setdefault(folded_word[0], [])
            held.append((folded_word, Token("kind", "Plan", word)))
        self._sort()

    def at(self, folded: str, lowered: str, text: str, at: int) -> tuple[Token | None, int]:
        """Return the token that begins at a place, if any, and how long it is."""
        known = max(
            (
                _longest(self._names.get(folded[at], ()), folded, at),
                _longest(_words(lowered[at]), lowered, at),
            ),
            key=lambda token: len(token[1]),
        )
        for read in (_plan_number, _bare_number, _sdg, _goal, _year, _unit, _amount):
            token, length = read(self._known, folded, text, at)
            if token is not None and length >= len(known[1]):
                return token, length
        if known[0] is not None and not _begins_a_word(known[0], text, at):
            length = len(known[1])
            return known[0]._replace(text=text[at : at + length]), length
        word = re.match(r"[a-z0-9']+", folded[at:])
        return None, len(word[0]) if word else 1

    def mentions(self) -> Iterator[tuple[str, Mention]]:
        """Yield the words for things of the graph, with what they mention."""
        for held in self._names.values():
            for word, token in held:
                if token.role == "name":
                    yield word, token.value

    def _add_names(self, kind: str, entry: Called) -> None:
        for name, word in _spellings(kind, entry):
            if len(word) < 2 or (word[0].isdigit() and names.is_number(word)):
                continue
            mention = Mention(kind, (entry.id,), entry.names[0])
            held = self._names.setdefault(word[0], [])
            same = next((t for w, t in held if w == word), None)
            if same is None:
                held.append((word, Token("name", mention, name)))
            elif same.value.kind == kind and entry.id not in same.value.ids:
                held.remove((word, same))
                ids = (*same.value.ids, entry.id)
                held.append((word, same._replace(value=same.value._replace(ids=ids))))

    def _sort(self) -> None:
        for held in self._names.values():
            held.sort(key=lambda each: -len(each[0]))


def _begins_a_word(token: Token, text: str, at: int) -> bool:
    """Return whether 無 or 有 is the first letter of another word: 無効水量, 有料."""
    alone = token.role in {"no", "yes"} and is_kanji(text[at]) and len(token.text) == 1
    return alone and is_kanji(text[at + 1 : at + 2] or "。")


def _spellings(kind: str, entry: Called) -> Iterator[tuple[str, str]]:
    """Yield the names of a thing as printed and for comparison, also without の: 管路耐震化率."""
    yield from zip(entry.names, entry.folded, strict=True)
    bare = _LOOSE_NO.sub("", entry.folded[0]) if kind in _SAID_BARE else ""
    if len(bare) >= _BARE and bare != entry.folded[0]:
        yield entry.names[0], bare


_LOOSE_NO = re.compile(r"(?<!で)の")
"""の that may be left out: not of サイトでの公表, as サイトで公表 says what is done there."""
_SAID_BARE = {"Plan", "Component", "Indicator"}
_BARE = 6  # letters of a name that is known without its の, too


def _longest(entries: Sequence[tuple[str, Token]], text: str, at: int) -> tuple[Token | None, str]:
    """Return the longest word that stands at a place of a text; entries begin with the longest."""
    for word, token in entries:
        if text.startswith(word, at) and is_whole(text, at, word):
            return token, word
    return None, ""


@cache
def _words(letter: str) -> Sequence[tuple[str, Token]]:
    """Return the words of questions that begin with a letter, the longest first.

    Verbs have thousands of forms; a sentence needs only those that begin with its letters.
    """
    known: dict[str, Token] = {}
    for role, value, word, bending in _stems().get(letter, ()):
        bent = forms(word, bending) if bending else ((word, role in _NEGATIVE),)
        for form, says_no in bent:
            known.setdefault(lower(form), Token(role, value, form, says_no))
    return sorted(known.items(), key=lambda each: -len(each[0]))


@cache
def _stems() -> dict[str, list[tuple[str, Any, str, str | None]]]:
    """Return the words of the tables, by first letter: role, value, word, conjugation."""
    stems: dict[str, list[tuple[str, Any, str, str | None]]] = {}
    for role, value, word, bending in _stated_words():
        stems.setdefault(lower(word)[0], []).append((role, value, word, bending))
    return stems


_NEGATIVE = frozenset({"no", "unreached"})


def _stated_words() -> Iterator[tuple[str, Any, str, str | None]]:
    tables: Iterable[tuple[str, dict[str, str]]] = (
        ("kind", dict(words.KINDS)),
        ("type", dict(words.TYPES)),
        ("measure", dict(words.MEASURES)),
        ("word", dict(words.WORDS)),
        ("no", {"no": words.NO}),
        ("unknown", {"unknown": words.UNKNOWN}),
        ("unreached", {"unreached": words.UNREACHED}),
        ("yes", {"yes": words.YES}),
        ("unit", {"%": words.UNITS}),
        ("bound", dict(words.BOUNDS)),
    )
    for role, table in tables:
        for value, listed in table.items():
            for word in listed.split():
                yield role, value, word.replace("_", " "), None
    for value, stems in words.VERBS.items():
        for stem, bending in stems:
            yield "verb", value, stem, bending
    for value, listed in words.ENGLISH_VERBS.items():
        for word in listed.split():
            yield "verb", value, word.replace("_", " "), None
    for word in words.REQUESTS:
        yield "filler", None, word, None
    for word in words.FILLERS.split():
        yield "filler", None, word.replace("_", " "), None
    for word in words.PARTICLES.split():
        yield "part", word.replace("_", " "), word.replace("_", " "), None


_Read = tuple[Token | None, int]
_NO_TOKEN: _Read = None, 0


def _plan_number(known: Names, folded: str, text: str, at: int) -> _Read:
    match = _PLAN_NUMBER.match(folded, at)
    if match is None or (at and folded[at - 1].isdigit()):
        return _NO_TOKEN
    number = match[0].replace("ー", "-")
    for kind in ("Plan", "Initiative"):
        ids = tuple(e.id for e in known.of(kind) if number in e.names)
        if ids:
            return Token("name", Mention(kind, ids, number), text[at : match.end()]), len(match[0])
    return Token("text", None, text[at : match.end()]), len(match[0])


_BARE_NUMBER = re.compile(r"(?<![\d.,])\d{3,6}(?![\d.,%]|[万億千円件人年校回台])")


def _bare_number(known: Names, folded: str, text: str, at: int) -> _Read:
    """Read a number without a dash as a plan's number, if a plan has it: 0101."""
    match = _BARE_NUMBER.match(folded, at)
    if match is None:
        return _NO_TOKEN
    ids = tuple(each.id for each in known.of("Plan") if match[0] in each.names)
    if not ids:
        return _NO_TOKEN
    mention = Mention("Plan", ids, match[0])
    return Token("name", mention, text[at : match.end()]), len(match[0])


def _sdg(_: Names, folded: str, text: str, at: int) -> _Read:
    match = _SDG.match(folded, at)
    if match is None:
        return _NO_TOKEN
    mention = Mention("SdgTarget", (), match["behind"] or match["before"])
    return Token("name", mention, text[at : match.end()]), match.end() - at


def _goal(known: Names, folded: str, text: str, at: int) -> _Read:
    match = _GOAL.match(folded, at)
    if match is None:
        return _NO_TOKEN
    number = next(group for group in match.groups() if group)
    ids = tuple(e.id for e in known.of("Goal") if number in e.names)
    if not ids:
        return _NO_TOKEN
    return Token("name", Mention("Goal", ids, number), text[at : match.end()]), match.end() - at


def _year(known: Names, folded: str, text: str, at: int) -> _Read:
    from keikaku.queries.asking.vocabulary.relative_years import relative

    word, year = relative(known.graph, folded, at)
    if year is not None:
        return Token("year", year, word), len(word)
    fiscal = _FISCAL.match(folded, at)
    if fiscal is not None:
        number = int(fiscal[1]) + (0 if len(fiscal[1]) > len("24") else _CENTURY)
        return Token("year", number, text[at : fiscal.end()]), len(fiscal[0])
    match = _YEAR.match(text, at)
    if match is None:
        return _NO_TOKEN
    return Token("year", fiscal_year(match[0]), match[0]), len(match[0])


_FISCAL = re.compile(r"(?:fy|(?:fiscal|financial) years?)\s*'?((?:19|20|21)\d\d|\d\d)(?!\d|\s*%)")
_CENTURY = 2000  # of a fiscal year in two digits: FY24


_OF_UNIT = re.compile(r"(%|千円|円|件|人|回|校|時間|施設|km|日)単位の?")


def _unit(_: Names, folded: str, text: str, at: int) -> _Read:
    match = _OF_UNIT.match(folded, at)
    if match is None:
        return _NO_TOKEN
    return Token("unit", match[1], text[at : match.end()]), match.end() - at


def _amount(_: Names, folded: str, text: str, at: int) -> _Read:
    amount, length = amount_at(folded, at)
    if amount is None:
        return _NO_TOKEN
    return Token("amount", amount, text[at : at + length]), length
