"""Bodies that a text names: other departments of the municipality, and outside partners."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from keikaku.loaders.mentions import body_words as data
from keikaku.loaders.mentions.terms import Hit, TermIndex
from keikaku.loaders.text import plain

_KANJI = re.compile(r"[一-鿿々]")
_LONGER_WORD = re.compile(r"[題程税]")
_SHORT_NAME = 4
_JOINED = re.compile(r"(?:等|など)や(?=[ぁ-んァ-ヺ一-鿿])")
_LEAD = re.compile(r"^(?:及び|本市|当市|市内|等|各|国際NGO組織)+")
# A letter of a name: kanji, katakana or Latin, no hiragana and no digit.
_NAME = r"[^\W\d_ぁ-ゖ]"
# A name may begin with hiragana (みどりの広域…), but not with a word that ends in a particle.
_KANA_HEAD = rf"(?<!{_NAME})[ぁ-ん]{{3,6}}(?<![のはがをにともで])(?={_NAME})"
_PREFECTURE = rf"(?:北海道|東京都|(?:大阪|京都)府|{_NAME}{{2,3}}県)"
# No body is named without one of these: most lines need no search.
_HINTS = (*data.ENDINGS, *data.STATE, "北海道", "東京都", "大阪府", "京都府", "県")


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


class Departments:
    """Finds the departments of a municipality by their names."""

    def __init__(self, names: Iterable[str]) -> None:
        self._index = TermIndex(names)

    def find(self, text: str) -> Iterator[Hit]:
        """Yield departments named in a text; a name inside a longer word (市民課題) is skipped."""
        for hit in self._index.find(text):
            before = text[hit.start - 1] if hit.start else ""
            after = text[hit.end] if hit.end < len(text) else ""
            part_of_longer = len(hit.term) <= _SHORT_NAME and _KANJI.match(before)
            if not _LONGER_WORD.match(after) and not part_of_longer:
                yield hit


class Partners:
    """Finds outside bodies by how their names end; ``own_names`` may begin a name in hiragana."""

    def __init__(self, own_names: Iterable[str]) -> None:
        # A name of plain letters needs no branch of its own, and a second way to read it would
        # make the search try both at every step.
        own = (name for name in own_names if name and not re.fullmatch(f"{_NAME}+", name))
        letters = "|".join([*map(re.escape, own), _KANA_HEAD, _NAME])
        endings = _any_of(data.ENDINGS)
        self._pattern = re.compile(
            rf"(?P<state>{_any_of(data.STATE)})(?!{_any_of(data.NOT_FOLLOWED_BY)})"
            rf"|(?<!{_NAME})(?P<prefecture>(?!都道府県){_PREFECTURE})(?!{_NAME})"
            rf"|(?P<name>(?:{letters}){{1,25}}?(?:{endings})(?:{data.BRANCH})?)(?!(?!及び){_NAME})"
        )

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield the bodies that a text names: (name, start, end)."""
        if not any(hint in text for hint in _HINTS):
            return
        for match in self._pattern.finditer(text):
            name = plain(match[0])
            if match["name"]:
                name = _LEAD.sub("", _JOINED.split(name)[-1])
                if len(name) < 4 or name.endswith(data.NOT_NAMES):
                    continue
            yield name, match.end() - len(name), match.end()
