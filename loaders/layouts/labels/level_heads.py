"""A heading that names a level: 基本目標１　豊かなまち, 第2章, 1-2 …; its number and title."""

from __future__ import annotations

import re

from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import LevelHead
from keikaku.loaders.layouts.labels.vocabulary import catalogue
from keikaku.loaders.readers.blocks import Cell
from keikaku.loaders.text import normal, tidy

_NUMBER = (
    r"(?:[0-9]+(?:[-.][0-9]+){0,8}(?:-[①-⑳])?|[①-⑳]|[Ⅰ-Ⅻ]|[IVX]{1,4}|[一二三四五六七八九十]{1,3}|[A-Za-z]|\([0-9]{1,2}\)|[ア-ン])"
    r"(?:-(?:[0-9]+|\([0-9]+\)|[ア-ン]|[①-⑳])){0,8}"
)
_PIECE = r"(?:\d+|\(\d+\)|[①-⑳]|[Ⅰ-Ⅻ]|[IVX]{1,4}|[A-Z]|[ア-ン])"
_PART = re.compile(_PIECE)
_PARTS = re.compile(rf"{_PIECE}(?:[-.]{_PIECE})+")
_ONE_NUMBER = re.compile(r"\(?(?:\d{1,5}|[Ⅰ-Ⅻ]|[IVX]{1,4}|[A-Z]|[①-⑳])\)?\.?")
NUMBERED = re.compile(
    rf"^(?:第\s*)?({_NUMBER})(?:[章節編項])?(?:[.:、．：]|\s|(?<=[①-⑳)]))\s*(?=\S)(.+)$", re.DOTALL
)
_GLUED = re.compile(r"^(\d+(?:-\d+)+)(?=[^\d\s\-.~〜～年月日])(.+)$", re.DOTALL)
_GLUED_ONE = re.compile(
    r"^(\d{1,2}|[Ⅰ-Ⅻ])(?=[^\d\s\-.,、~〜～年月日人件つ次割%％回か箇ヶ歳億万千百番位号層本台村町期時分秒点倍種級学名])(.+)$",
    re.DOTALL,
)
_AFTER_WORD = re.compile(
    rf"(?P<gap>\s*[:：]\s*|\s+|(?=[「『]))?(?:(?P<number>{_NUMBER})(?:[.:、\s】])+"
    rf"|(?P<glued>{_NUMBER})(?<![A-Za-zア-ン一二三四五六七八九十])|(?P<closed>】))?\s*(?=\S)(?P<title>.+)$",
    re.DOTALL,
)
"""What stands behind a level's word: its number, parted from its title or glued to it."""
_ORDINAL = re.compile(
    rf"^第\s*(?P<number>{_NUMBER})\s*の?\s*(?P<word>[^\s\d:：]{{1,6}})[\s:：]+(?P<title>\S.*)$",
    re.DOTALL,
)
"""第1の柱 市民が主役のまち."""
_NO_TITLE = re.compile(r"[年月日人件つ次割%％回か箇ヶ歳億万千百円]|[-.\d]")
"""What behind a level's number is counted by it, or goes on with it: 取組1-1-1."""
_BRACKETED_NUMBER = re.compile(
    r"^[【《〈〔\[<＜]\s*(?P<number>(?:[^\s\d【】《》〈〉〔〕\[\]<>＜＞]{0,6}?)"
    r"(?:[\d０-９]{1,3}(?:[-－.][\d０-９]{1,3})*|[Ⅰ-Ⅻ]|[①-⑳]))\s*[】》〉〕\]>＞]\s*(?=\S)(?P<title>[^【】]+)$"
)
"""【1】, 〔取組1-2〕 before a title."""
_NO_BEFORE = re.compile(
    r"^(?:No\.?|NO\.?|№)\s*(?P<number>[\d０-９]{1,4}(?:[-－.][\d０-９]{1,3})*)[.:：、\s]+(?=\S)(?P<title>.+)$"
)
_KIND_BEFORE = re.compile(r"^[【《〈〔\[(<＜](?P<kind>[^\s\d【】()]{1,6})[】》〉〕\])>＞]\s*(?=\S)")
_KIND_ALONE = re.compile(r"[【《〈〔\[(<](?P<kind>[^【】()]{1,8})[】》〉〕\])>]")
_KIND_APART = re.compile(
    rf"^(?P<name>{_NUMBER}[.:、\s]\s*\S.{{2,}}[^\sのをにとがはで・、])\s+(?P<kind>新規|継続|拡充|一部新規)$"
)
"""1-2 書かない窓口 新規: only a blank parts the kind from the name."""
_BRACKET = re.compile(r"^[【《〈\[〔■◆●◎○□◇▼★]\s*")


def split_number(text: str, *, level: bool = False) -> tuple[str, str]:
    """Return the number before a title, "" where none is printed, and the title.

    A narrow column glues the two; a single number is parted from a ``level``'s title alone.

    >>> split_number("1-2-3 公用車の削減"), split_number("公用車の削減")
    (('1-2-3', '公用車の削減'), ('', '公用車の削減'))
    """
    text = tidy(normal(text).replace("\n", " ")).strip()
    match = (
        NUMBERED.match(text) or _GLUED.match(text) or (_GLUED_ONE.match(text) if level else None)
    )
    if match is None:
        return "", text
    return _bare(match[1]), match[2].strip()


def _bare(number: str) -> str:
    """Return a number without the brackets around it; 1-(2) keeps those of its parts."""
    return number.strip("()") if re.fullmatch(r"\([^()]*\)", number) else number


def _only_numbers(text: str, word: str) -> bool:
    """Return whether a text only lists things of one sort: 目標11、目標16."""
    pieces = [piece for piece in re.split(r"[、,・/\s]+", text) if piece]
    return len(pieces) > 1 and all(re.fullmatch(rf"{word}\s?[\d.]+", p) for p in pieces)


def number_parts(number: str) -> list[str]:
    """Return the parts of a number of several, none where it is no such number.

    >>> number_parts("1-(1)-①"), number_parts("A-2"), number_parts("12")
    (['1', '(1)', '①'], ['A', '2'], [])
    """
    return _PART.findall(number) if _PARTS.fullmatch(number) else []


def is_number(text: str) -> bool:
    """Return whether a text is the number of a plan or level, and no more.

    >>> is_number("１－（２）－ア"), is_number("Ⅱ"), is_number("1-(2)-ア 窓口")
    (True, True, False)
    """
    plain = "".join(normal(text).split())
    return bool(number_parts(plain)) or _ONE_NUMBER.fullmatch(plain) is not None


def is_numbered_below(number: str, above: str) -> bool:
    """Return whether a number goes on from that of the level above it.

    >>> is_numbered_below("1-1", "１"), is_numbered_below("2-1", "1"), is_numbered_below("1-1", "")
    (True, False, False)
    """
    return bool(above) and normal(number).startswith(f"{normal(above)}-")


def without_brackets(text: str) -> str:
    """Return a heading whose number alone stands in brackets without them.

    >>> without_brackets("【１】窓口の改善"), without_brackets("【取組1-2】窓口の改善")
    ('１ 窓口の改善', '取組1-2 窓口の改善')
    """
    text = kind_behind(text)
    match = _BRACKETED_NUMBER.match(text) or _NO_BEFORE.match(text)
    return f"{match['number'].strip()} {match['title']}" if match else text


def kind_behind(text: str) -> str:
    """Return a heading with the kind that it prints first behind it, where a name's kind is read.

    >>> kind_behind("【新規】1-2 書かない窓口"), kind_behind("【１】窓口の改善")
    ('1-2 書かない窓口【新規】', '【１】窓口の改善')
    """
    match = _KIND_BEFORE.match(text)
    if match is None:
        apart = _KIND_APART.match(text)
        return f"{apart['name']}【{apart['kind']}】" if apart else text
    known = catalogue()
    kind = match["kind"]
    rest = kind_behind(text[match.end() :])
    ranked = known.facts.get(kind) == "plan.priority" and NUMBERED.match(rest)
    return f"{rest}【{kind}】" if kind in known.categories or ranked else text


def begins_with_kind(text: str) -> bool:
    """Return whether a heading prints a kind before its name: 【新規】1-2 書かない窓口."""
    plain = normal(text).strip()
    return kind_behind(plain) != plain


def kind_alone(text: str) -> str:
    """Return the kind that stands alone in brackets on a line below a plan's name, else "".

    >>> kind_alone("【拡充】"), kind_alone("（新規）"), kind_alone("【背景】"), kind_alone("拡充")
    ('拡充', '新規', '', '')
    """
    match = _KIND_ALONE.fullmatch(normal(text).strip())
    kind = match["kind"].strip() if match else ""
    return kind if kind in catalogue().categories else ""


def _unwrapped(text: str) -> str:
    """Return a heading without the mark before it, or the brackets around it."""
    text = without_brackets(text)
    bare = _BRACKET.sub("", text)
    if bare != text and not any(c in "【《〈[〔" for c in bare):
        bare = bare.strip("】》〉]〕 \n")
    return bare.strip()


def level_head(cell: Cell, words: LayoutWords) -> LevelHead:
    """Return what a heading says of its level: the word that it prints, else none."""
    text = _unwrapped(normal(cell.text))
    ordinal = _ORDINAL.match(text)
    if ordinal is not None and ordinal["word"] in words.catalogue.levels:
        return LevelHead(ordinal["word"], ordinal["number"], tidy(ordinal["title"]).strip(), cell)
    known = sorted(words.level_words, key=len, reverse=True)
    for word in known:
        if not text.startswith(word):
            continue
        match = _AFTER_WORD.match(text, len(word))
        if (
            match is None
            or _only_numbers(text, word)
            or (match["glued"] and _NO_TITLE.match(match["title"]))
        ):
            continue
        number = match["number"] or match["glued"] or ""
        if number or match["gap"] is not None or match["closed"]:
            title = tidy(match["title"].replace("\n", " ")).strip("「」『』 ")
            return LevelHead(word, _bare(number), title, cell)
    number, title = split_number(text)
    return LevelHead("", number, title, cell)
