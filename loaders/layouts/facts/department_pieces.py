"""A cell of departments → its names in order, each with the role in the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import CO_INSIDE, catalogue
from keikaku.loaders.text import normal

_LISTING = "、,;/"
_SEPARATING = _LISTING + "・\n\t "
_ROLES = {"department": "lead", "department.co": "co"}
_PARTS = {"division": None}
_SPREAD = re.compile(r"(?<!\w)(?:[一-鿿々] ){2,}[課室係班部局所館署](?!\w)")
"""A name whose letters blanks spread over its cell: 市 民 課."""
_AND = re.compile(r"(?<=[課室係班部局所館署、])\s*(?:及び|並びに|および|ならびに)\s*(?=\w)")
_OPEN = "([【〔［〈《"
_LAST_BRACKET = re.compile(
    r"\s*[(（〔［\[【<〈]([^()（）〔〕［］\[\]【】<>〈〉]+)[)）〕］\]】>〉]\s*$"
)
_CLOSE = ")]】〕］〉》"


_ABOVE = r"[^\s()、,;/・:【】]{2,12}(?<!本)(?:部|局|委員会)"
_OFFICE = r"[^\s()、,;/・:【】]{1,14}(?:課|室|センター|所|館|署)"
_SHAPES = (
    # 【総務部】総務課
    (
        re.compile(
            rf"(?:(?<=[\s、,;/])|^)[【〔［\[〈《]({_ABOVE})[】〕］\]〉》]\s*(?=\w)", re.MULTILINE
        ),
        r"\1 ",
    ),
    # 市民部（市民課・税務課）
    (re.compile(rf"({_ABOVE})\(({_OFFICE}(?:[・、]{_OFFICE})*)\)"), r"\1 \2"),
    # （財政課、人事課） on a line of its own below the one in charge
    (
        re.compile(rf"(?<=\n)\((?!旧)({_OFFICE}(?:[・、]{_OFFICE})*)\)(?=\n|$)"),
        r"(関係課:\1)",
    ),
    # 総務課（総務部）
    (re.compile(rf"({_OFFICE})\(([^\s()、,;/・:]{{2,10}}(?<![本支学])部)\)"), r"\2 \1"),
    # 全庁（総務課取りまとめ）
    (
        re.compile(
            rf"(?:全庁|[全各](?:課|部局|所属))\(({_OFFICE})(?:[取と]りまとめ|総括|集約|主管)?\)"
        ),
        r"\1",
    ),
    # 総務部－総務課, 総務部 > 総務課; 総務課→企画課
    (re.compile(r"(?<=[部局])\s*[-―>＞]\s*(?=\w)"), " "),
    (re.compile(r"(?<=[課室])\s*[→⇒]\s*(?=\w)"), "、"),
)
"""Other ways in which a division and its departments are printed, as names that blanks part."""


_OFFICE_BELOW = re.compile(r"(委員会|委員|議会)\s+(?=事務局)")


def offices_joined(text: str) -> str:
    """Return a text with each office on one line: 教育委員会 over 事務局, in a narrow cell."""
    return _OFFICE_BELOW.sub(r"\1", text)


class Piece(NamedTuple):
    """A name as printed; ``listed`` where 、 or the like parts it from the name before."""

    role: str | None
    text: str
    listed: bool


def pieces(text: str) -> Iterator[Piece]:
    r"""Yield the names of a cell: 総務部 総務課（関係課：財政課、人事課）.

    >>> [(each.role, each.text) for each in pieces("総務部 総務課（関係課：財政課、人事課）")]
    [(None, '総務部'), (None, '総務課'), ('co', '財政課'), ('co', '人事課')]
    >>> [(each.role, each.text) for each in pieces("市民課\n（税務課、会計課）")]
    [(None, '市民課'), ('co', '税務課'), ('co', '会計課')]
    """
    flat = offices_joined(normal(text)).replace("，", "、").replace("；", ";")
    flat = re.sub(r"\s+", lambda blanks: "\n" if "\n" in blanks[0] else " ", flat)
    flat = _SPREAD.sub(lambda name: name[0].replace(" ", ""), flat)
    flat = _AND.sub("、", flat.replace(" (", "("))
    for shape, plain in _SHAPES:
        flat = shape.sub(plain, flat)
    role: str | None = None
    at = 0
    for mark in _mark().finditer(flat):
        if mark.start() < at:
            continue
        yield from _names(role, flat[at : mark.start()])
        own = _word_roles()["".join(mark["word"].split())]
        end = _end(flat, mark) if mark["open"] and mark["colon"] else None
        if end is None:
            role, at = own, mark.end()
        else:
            yield from _names(own, flat[mark.end() : end])
            at = end + 1
    yield from _names(role, flat[at:])


def _end(text: str, mark: re.Match[str]) -> int | None:
    """Return where the bracket before a mark is closed, None where it never is."""
    depth = 1
    for at in range(mark.end(), len(text)):
        depth += (text[at] in _OPEN) - (text[at] in _CLOSE)
        if depth == 0:
            return at
    return None


def _names(role: str | None, text: str) -> Iterator[Piece]:
    depth = 0
    current = between = ""
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if depth <= 0 and letter in _SEPARATING:
            if current.strip():
                yield Piece(role, current.strip(), any(c in _LISTING for c in between))
                current = between = ""
            between += letter
        else:
            current += letter
    if current.strip():
        yield Piece(role, current.strip(), any(c in _LISTING for c in between))


@cache
def _word_roles() -> dict[str, str | None]:
    """Return what the words before names say: 関係課 that the department has a part in it."""
    words: dict[str, str | None] = {}
    for word, fact in catalogue().facts.items():
        if fact in _ROLES or fact in _PARTS:
            words[word] = _ROLES.get(fact)
    for word, context in catalogue().contexts.items():
        if context.get("about") in _ROLES:
            words.setdefault(word, _ROLES[context["about"]])
    words.update({**dict.fromkeys(("副", "従", "関", "協", "共", "連"), "co"), "正": "lead"})
    return words


@cache
def _mark() -> re.Pattern[str]:
    """Return the pattern of a word that says what the names behind it are: （関係課：, 【所管】."""
    words = "|".join(sorted(map(re.escape, _word_roles()), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<=[\s、,/;・)】])|^|(?P<open>[{re.escape(_OPEN)}]))\s*(?P<word>{words})\s*"
        rf"(?:(?P<colon>[:：])|[{re.escape('】〕］〉》]')}]|\)(?=[^\s、,;/・]))",
        re.MULTILINE,
    )


def who_of(each: Statement) -> str:
    """Return the names of a cell; mark the names in brackets if the head announces them."""
    if each.meaning.name != CO_INSIDE:
        return each.text
    return _LAST_BRACKET.sub(r"\n関係課：\1", each.text)


__all__ = ["Piece", "pieces", "who_of"]
