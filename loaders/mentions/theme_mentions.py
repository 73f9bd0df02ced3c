"""Themes by the words of a text (``themes.yaml``, ``--themes FILE``)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from keikaku.graph.quotes import quote
from keikaku.loaders.mentions import body_words
from keikaku.loaders.mentions.terms import Hit, TermIndex
from keikaku.loaders.mentions.theme_list import Theme, themes_by_name
from keikaku.loaders.text import normal

_ENDS = re.compile(r"[。\n]")
_LONGEST_SENTENCE = 200
_ADDRESS = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+", re.IGNORECASE)
# The name of a body goes on from a word of it to its ending: 電子化協議会, DX戦略課.
_BODY = re.compile(
    rf"[^\W_ぁ-ゖ]{{0,20}}?(?:{'|'.join(body_words.NAME_ENDINGS)}|(?<![日賦])課(?![題程税])|(?<!教)室(?!内)|(?<!関)係(?!数))"
    r"(?![^\W_ぁ-ゖ])"
)


class ThemeHit(NamedTuple):
    """A word of a theme at a place of a text: the word as the list spells it, and where."""

    theme: str
    word: str
    start: int
    end: int


class ThemeFound(NamedTuple):
    """How facts touch a theme: its words that hit, the first fact with one, and its quote."""

    terms: tuple[str, ...]
    fact: str
    quote: str


@dataclass(slots=True)
class Themes:
    """The themes by name, and an index over their words and their excluded phrases."""

    by_name: dict[str, Theme]
    _owners: dict[str, dict[str, str]] = field(default_factory=dict)
    _index: TermIndex = field(default_factory=lambda: TermIndex(()))

    def __post_init__(self) -> None:
        owners: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for theme in self.by_name.values():
            for word in theme.all_words:
                owners[_key(word)][theme.name] = word
            for phrase in theme.exclude:
                owners[_key(phrase)].setdefault(theme.name, "")
        self._owners = {key: dict(own) for key, own in owners.items()}
        self._index = TermIndex(self._owners)

    def find(self, text: str) -> Iterator[ThemeHit]:
        """Return the words of themes in a text, from left to right."""
        folded = text.casefold()
        if len(folded) != len(text):  # a letter that casefold makes two of
            folded = text.lower() if len(text.lower()) == len(text) else text
        addresses = [match.span() for match in _ADDRESS.finditer(text)] if "." in text else []
        for hit in self._index.find(folded):
            if any(start <= hit.start < end for start, end in addresses):
                continue
            if _BODY.match(text, hit.end):
                continue
            for name, word in self._owners[hit.term].items():
                if word and self._counts(self.by_name[name], word, folded, hit):
                    yield ThemeHit(name, word, hit.start, hit.end)

    def of_document(self, texts: Iterable[str]) -> Themes:
        """Return the themes as they count in one document: see ``own_name`` of :class:`Theme`."""
        by_word = {word: theme.name for theme in self.by_name.values() for word in theme.own_name}
        if not by_word:
            return self
        whole = "\n".join(texts)
        own = {theme for word, theme in by_word.items() if word in whole}
        if not own:
            return self
        return Themes(
            {
                name: replace(theme, words=tuple(w for w in theme.words if name in w))
                if name in own
                else theme
                for name, theme in self.by_name.items()
            }
        )

    def of_facts(self, facts: Mapping[str, str]) -> dict[str, ThemeFound]:
        """Return the themes that the text facts of a plan touch, by name of the theme.

        ``facts`` are its texts by name, the most significant first (title, purpose, overview …).
        Where a theme lists the facts that count, its words in other facts touch nothing.
        """
        terms: defaultdict[str, dict[str, None]] = defaultdict(dict)
        first: dict[str, tuple[str, str]] = {}
        for name, raw in facts.items():
            text = normal(raw)
            for hit in self.find(text):
                counting = self.by_name[hit.theme].facts
                if counting and name not in counting:
                    continue
                terms[hit.theme][hit.word] = None
                if hit.theme not in first:
                    first[hit.theme] = (name, quote(text, hit.start, hit.end))
        return {theme: ThemeFound(tuple(terms[theme]), *hits) for theme, hits in first.items()}

    @staticmethod
    def _counts(theme: Theme, word: str, folded: str, hit: Hit) -> bool:
        """Return whether a word's sentence has what ``near`` demands and nothing of ``unless``."""
        near, unless = theme.near.get(word), theme.unless.get(word)
        if not near and not unless:
            return True
        sentence = _rest_of_sentence(folded, hit)
        if near and not any(_key(other) in sentence for other in near):
            return False
        return not any(_key(other) in sentence for other in unless or ())


def read_themes(extra: Path | None = None) -> Themes:
    """Return the themes that ship with the package, extended by a file of the same form.

    Raises :class:`keikaku.graph.errors.SourceError` where the file is not of that form.
    """
    return Themes(themes_by_name(extra))


def _key(word: str) -> str:
    return normal(word).casefold()


def _rest_of_sentence(text: str, hit: Hit) -> str:
    """Return the sentence round a word, without the word itself."""
    before = text[max(hit.start - _LONGEST_SENTENCE, 0) : hit.start]
    after = text[hit.end : hit.end + _LONGEST_SENTENCE]
    return f"{_ENDS.split(before)[-1]}\n{_ENDS.split(after, maxsplit=1)[0]}"
