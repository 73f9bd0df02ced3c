"""A sentence in one spelling: width, numbers in words, spaces (文字の統一)."""

from __future__ import annotations

import re
import unicodedata

from keikaku.queries.names import stands_in

_KATAKANA = {ord(k): ord(k) - 0x60 for k in map(chr, range(0x30A1, 0x30F7))}
_DASHES = {ord(c): "-" for c in "‐‑‒–—―−"}
_JA = "[\u3040-\u30ff\u3400-\u9fff]"
_SPACES = re.compile(rf"(?<!\d)\s+(?={_JA})|(?<={_JA})\s+")
_KANJI_NUMBERS = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "十": "10"}
_ENGLISH_NUMBERS = "two three four five six seven eight nine ten".split()
_ENGLISH_NUMBER = re.compile(rf"\b({'|'.join(_ENGLISH_NUMBERS)})\b", re.IGNORECASE)
_ORDINALS = "second third fourth fifth".split()
_ORDINAL = re.compile(
    rf"\b(?:the )?({'|'.join(_ORDINALS)})[ -]"
    r"(?=most|least|largest|biggest|highest|fewest|lowest|greatest|smallest)",
    re.IGNORECASE,
)
_UNRELATED = re.compile(r"(?:関係|関連)(?:が|の|は)?(?:ない|無い)")
_COUNTED = re.compile(r"([一二三四五六十])(?=つ|個|件|課|部署|計画|指標|番目(?![標的])|位)")
_KANA_NUMBERS = "ひと ふた みっ よっ いつ むっ なな やっ ここの".split()
_KANA_COUNTED = re.compile(rf"({'|'.join(_KANA_NUMBERS)})つ(?!かの|ひと|なが)")
_BOUNDED = re.compile(
    r"\b(exactly|only|just|at least|more than|at most|less than|fewer than) (?:one|a single)\b",
    re.IGNORECASE,
)


_MORE = re.compile(r"[一二三四五六十\sA-Za-z]|[とたみよいむやのな]っ?つ|関係|関連")
"""Text that one of the patterns above may change."""


def normal(sentence: str) -> str:
    """Return a sentence in one width, without the spaces that Japanese does not need."""
    text = unicodedata.normalize("NFKC", sentence).translate(_DASHES)
    if not _MORE.search(text):
        return text  # Most names of a graph hold none of what follows.
    text = _KANA_COUNTED.sub(lambda m: f"{_KANA_NUMBERS.index(m[1]) + 1}つ", text)
    text = _COUNTED.sub(lambda m: _KANJI_NUMBERS[m[1]], text)
    text = _UNRELATED.sub("関係しない", text)
    text = _ORDINAL.sub(lambda m: f"{_ORDINALS.index(m[1].lower()) + 2}番目 ", text)
    text = _BOUNDED.sub(r"\1 1", text)
    text = _ENGLISH_NUMBER.sub(lambda m: str(_ENGLISH_NUMBERS.index(m[0].lower()) + 2), text)
    return _SPACES.sub("", " ".join(text.split())).strip()


def lower(text: str) -> str:
    """Letters without case, one for one."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def fold(text: str) -> str:
    """Letters as they are compared, one for one, without case and kind of kana."""
    return lower(text).translate(_KATAKANA)


def holds_word(name: str, words: str) -> bool:
    """Return whether a name holds words; short ones and katakana only as whole words.

    So not 自動 in 自動車, nor パートナー in パートナーシップ.
    """
    at = name.find(words)
    if at < 0:
        return False
    katakana = all(_script(letter) == 1 or letter == "ー" for letter in words)
    if len(words) > 2 and not katakana:
        return stands_in(words, name)
    end = at + len(words)
    before, after = name[at - 1 : at], name[end : end + 1]
    return not (_alike(before, words[0]) or _alike(after, words[-1]))


def _alike(one: str, other: str) -> bool:
    """Return whether two letters are of one script, so that a word may go on between them."""
    return bool(one) and _script(one) == _script(other)


def _script(letter: str) -> int:
    ranges = (
        ("\u3040", "\u309f"),
        ("\u30a0", "\u30ff"),
        ("\u3400", "\u9fff"),
        ("0", "9"),
        ("a", "z"),
    )
    return next((n for n, (low, high) in enumerate(ranges) if low <= letter <= high), -1)


def is_kanji(letter: str) -> bool:
    """Return whether a letter is a kanji."""
    return "\u3400" <= letter <= "\u9fff"


def is_whole(folded: str, at: int, word: str) -> bool:
    """Return whether an English word is a whole word."""
    end = at + len(word)
    starts = word[0].isascii() and word[0].isalnum()
    ends = word[-1].isascii() and word[-1].isalnum()
    before = at > 0 and folded[at - 1].isascii() and folded[at - 1].isalnum()
    after = end < len(folded) and folded[end].isascii() and folded[end].isalnum()
    return not (starts and before) and not (ends and after)
