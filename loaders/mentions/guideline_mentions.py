"""Named laws, ordinances, guidelines, plans, policies, criteria, notices and visions in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from keikaku.loaders.mentions import guideline_words as data
from keikaku.loaders.text import fold, plain

# A letter or digit of a name: no hiragana, except for the words that may stand inside one, and
# none of ①②③, which number the names of a list.
_RUN = r"(?:[^\W_ぁ-ゖ\u2460-\u2473]|[+&])"
_QUOTED = re.compile(r"[「『](?P<name>[^「」『』]{3,60})[」』]")
_NOTICE = re.compile(r"(?:通知|通達)[「『](?P<name>[^「」『』]{4,80})[」』]")
_LONGEST_RUN = 200
_DATED = re.compile(r"(?:令和|平成|昭和)?\d{1,4}年")
_SEVERAL = re.compile(r"及び|並びに|、")
_EDITION = r"(?:\s?(?:19|20)\d\d(?:[-~](?:19|20)?\d\d)?)?"
_EDITION_END = re.compile(r"[-~](?:19|20)?\d\d")


def _take(used: bytearray, match: re.Match[str]) -> None:
    """Mark the place of a quoted name, so that no part of it is found again."""
    start, end = match.span("name")
    used[start:end] = b"\x01" * (end - start)


class GuidelineHit(NamedTuple):
    """A named guideline in a text: its name, type, whether it is the state's, and where."""

    name: str
    type: str
    national: bool
    start: int
    end: int


class Guidelines:
    """Finds guidelines; ``own_names`` are the municipality's names, which may begin a name."""

    def __init__(self, own_names: list[str]) -> None:
        self._own = [name for name in own_names if name]
        self._ending = {word: kind for kind, words in data.ENDINGS.items() for word in words}

    @cached_property
    def _names(self) -> re.Pattern[str]:
        words = sorted([*data.KANA_WORDS, *self._own], key=len, reverse=True)
        inner = "|".join(map(re.escape, words))
        mixed = r"\([^()\s]{1,12}\)(?=[\u3400-\u9fffァ-ヺ])|[・/](?=[A-Za-zァ-ヺ\u3400-\u9fff])"
        return re.compile(rf"(?:{inner}|{mixed}|{_RUN})+")

    @cached_property
    def _endings(self) -> re.Pattern[str]:
        endings = "|".join(sorted(map(re.escape, self._ending), key=len, reverse=True))
        after = "|".join(map(re.escape, data.NOT_FOLLOWED_BY))
        return re.compile(rf"(?P<end>{endings})(?!{after}|[ァ-ヺー])(?P<edition>{_EDITION})")

    def find(self, text: str) -> Iterator[GuidelineHit]:
        """Yield every named guideline of a text, quoted ones first, without overlaps."""
        if not any(ending in text for ending in self._ending):
            return
        used = bytearray(len(text))
        for match in _NOTICE.finditer(text):
            _take(used, match)
            yield self._hit(text, plain(match["name"]), "notice", *match.span("name"))
        for match in _QUOTED.finditer(text):
            if used[match.start("name")]:
                continue
            kind = self._whole(match["name"])
            if kind:
                _take(used, match)
                yield self._hit(text, plain(match["name"]), kind, *match.span("name"))
        for match in self._names.finditer(text):
            if len(match[0]) > _LONGEST_RUN or any(used[match.start() : match.end()]):
                continue
            yield from self._in_run(text, match[0], match.start())

    def whole(self, name: str) -> str | None:
        """Return the type of a text that is one name from end to end, else None."""
        if _SEVERAL.search(name):
            return None
        kind = self._whole(name)
        return None if self._too_short(name, kind) else kind

    def _whole(self, name: str) -> str | None:
        bare = re.sub(r"\([^()]*\)$", "", name.strip()).strip()
        bare = re.sub(rf"{_EDITION}$", "", bare)
        for match in self._endings.finditer(bare):
            if match.end("end") == len(bare):
                kind: str = self._ending[match["end"]]
                stem = bare[: match.start("end")]
                if self._law_word(kind, stem) and len(fold(stem)) >= 3:
                    return kind
        return None

    def _law_word(self, kind: str, stem: str) -> bool:
        ways = bool(stem) and (
            stem[-1] in data.NOT_BEFORE_LAW or stem.endswith(data.NOT_STEMS_OF_LAWS)
        )
        return kind != "law" or (bool(stem) and not ways)

    def _in_run(self, text: str, run: str, offset: int) -> Iterator[GuidelineHit]:
        last = None
        for match in self._endings.finditer(run):
            kind = self._ending[match["end"]]
            stem = run[: match.start("end")]
            inside = stem.count("(") > stem.count(")")  # (昭和22年法律第26号) behind a name
            if not inside and not stem.endswith("/") and self._law_word(kind, stem):
                last = (match, kind)
        if last is None:
            return
        match, kind = last
        name = run[: match.end()]
        edition = _EDITION_END.match(text, offset + match.end())
        if match["edition"] and edition:
            name += edition[0]
        start = offset
        for prefix in data.PREFIXES:
            whole = name.startswith(data.WHOLE_WORDS)
            if name.startswith(prefix) and not whole and len(name) > len(prefix) + 4:
                name, start = name[len(prefix) :], start + len(prefix)
        lead = re.match(r"(?:及|等|並|又|年度|月|日)+", name)
        if lead:
            name, start = name[lead.end() :], start + lead.end()
        name = name.strip("・/")
        if not self._too_short(name, kind):
            yield self._hit(text, plain(name), kind, start, start + len(name))

    def _too_short(self, name: str, kind: str | None) -> bool:
        """Return whether too little stands before a name's ending to name one thing."""
        if kind is None:
            return True
        last = name.rsplit("・", 1)[-1]
        ending = next(reversed(list(self._endings.finditer(last))), None)
        stem = last[: ending.start("end")] if ending else last
        if _DATED.fullmatch(stem):
            return True
        if any(stem.startswith(own) and stem != own for own in self._own):
            return False
        bare = fold(stem.removeprefix("次期") + (ending["end"] if ending else ""))
        return bare in data.BARE or len(fold(stem)) < data.SHORTEST_STEM[kind]

    def _hit(self, text: str, name: str, kind: str, start: int, end: int) -> GuidelineHit:
        before = text[max(start - 8, 0) : start].rstrip("「『")
        own = any(name.startswith(prefix) for prefix in self._own)
        national = not own and (
            kind in data.NATIONAL_TYPES
            or any(word in name for word in data.NATIONAL_WORDS)
            or any(before.endswith(word) for word in data.NATIONAL_BEFORE)
        )
        return GuidelineHit(name, kind, national, start, end)
