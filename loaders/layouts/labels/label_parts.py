"""A printed label → its parts: list number, words, bracketed notes, unit, year, series, digit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from keikaku.graph.money import YEN_OF_UNIT
from keikaku.loaders.layouts.labels.head_years import YearHead, year_head
from keikaku.loaders.text import normal

_UNITS = [
    *YEN_OF_UNIT,
    *"% ％ 人 万人 千人 人日 名 件 回 時間 日 年 分 か所 箇所 校 世帯 団体 施設 点".split(),
    *"ポイント 位 倍".split(),
    *"台 枚 冊 戸 棟 室 床 本 社 組 区 地区 事業 項目 ha km m2 m3 t kg kl kwh t-co2".split(),
]
_UNIT = re.compile(
    rf"(?:単位[:：]?)?({'|'.join(map(re.escape, _UNITS))})(?:単位)?|単位[:：](\S{{1,8}})"
)
_ENUMERATOR = re.compile(
    r"^(?:[■□●○〇◎◆◇▼▲▽△▶▷★☆※・*＊\u2460-\u2473\u2474-\u2487\u3251-\u325f❶-❿➀-➓Ⅰ-Ⅻⅰ-ⅻ]+"
    r"|\(\d{1,2}\)|\d{1,2}[.)．](?!\d)|\d{1,2}\s+(?=\D)|[IVX]{1,4}[.\s]"
    r"|\([アイウエオカキク]\)|[アイウエオカキクケコ](?:[.)]|\s+(?=[^\W\dァ-ヶ]))|第\d+\s)\s*"
)
_SERIES = re.compile(r"^([ア-ン]|[①-⑳]|[A-Z])(?:[:：.]\s*(.+))?$")
_GLUED_SERIES = re.compile(
    r"(?P<word>.*(?:指標|(?i:k[pg]i)))(?P<mark>[ア-ン①-⑳]|\d{1,2})(?:[:：.]\s*(?P<rest>.+)|(?P<note>[(（].+))?"
)
"""A mark of a series right behind the word: 活動指標ア：名称."""
_DIGITS = {"十の位": 10, "一の位": 1, "百の位": 100}
_OPEN, _CLOSE = "([〔【（［<〈《「『", ")]〕】）］>〉》」』"


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart; ``segments`` are its folded words from the outer to the inner."""

    printed: str
    segments: tuple[str, ...]
    unit: str | None = None
    year: YearHead | None = None
    series: str | None = None
    digit: int | None = None
    unit_inside: bool = False
    """True where each name below has its own unit in brackets: 指標名（単位）."""


@lru_cache(maxsize=8192)
def label(text: str) -> Label:
    r"""Take a label apart.

    >>> label("⑤ 活動指標（活動量を表す指標）\nア：名称").segments
    ('活動指標', '活動量を表す指標', '名称')
    """
    printed = text.strip()
    segments: list[str] = []
    unit: str | None = None
    series: str | None = None
    digit: int | None = None
    unit_inside = False
    for line in _lines(printed):
        bare = _without_number(line)
        mark = _SERIES.match(bare or line)
        if mark:
            series = mark[1]
            bare = mark[2] or ""
        elif (glued := _GLUED_SERIES.fullmatch(bare)) is not None:
            series = glued["mark"]
            segments.append(_fold(glued["word"]))
            bare = glued["rest"] or glued["note"] or ""
        main, notes = _brackets(bare)
        below = bool(segments) and bare[:1] in _OPEN  # (件) on the line below a name
        for note in (main, *notes):
            word = _fold(note)
            if not word:
                continue
            measured = _UNIT.fullmatch(word)
            apart = note is not main or below or word.startswith("単位:") or word in YEN_OF_UNIT
            if measured and apart:
                unit = _as_printed(measured[1] or measured[2], note)
            elif word in _DIGITS:
                digit = _DIGITS[word]
            elif word == "単位" and note is not main and _fold(main):
                unit_inside = True
            else:
                segments.append(word)
    year = _without_unit(year_head(printed), unit)
    return Label(printed, tuple(segments), unit, year, series, digit, unit_inside)


def _without_unit(year: YearHead | None, unit: str | None) -> YearHead | None:
    """Return the year of a head whose words beside it are no unit: 効果額（千円）令和8年度."""
    if year is None or unit is None or "(" not in year.rest:
        return year
    bracket = rf"\((?:単位:?)?{re.escape(_fold(unit))}(?:単位)?\)?"
    return year._replace(rest=re.sub(bracket, "", _fold(year.rest)))


def _lines(text: str) -> list[str]:
    """Return the lines of a label; a word that only the width of its column broke is one line."""
    lines = [normal(line).strip() for line in text.split("\n")]
    lines = [line for line in lines if line]
    joined = "".join(lines)
    short = all(len(line) <= 4 for line in lines)
    if (
        len(lines) > 1
        and (short or len(joined) <= 6)
        and not any(each in _DIGITS for each in lines)
    ):
        return lines if _is_parted(joined, lines) else [joined]
    return lines


def _is_parted(joined: str, lines: list[str]) -> bool:
    """Return whether a label's short lines are different parts: a note, a mark of a series."""
    return any(c in _OPEN for c in joined) or _SERIES.match(lines[-1]) is not None


def _without_number(line: str) -> str:
    """Return a label without the list numbers before it; what is a number alone stays."""
    while True:
        match = _ENUMERATOR.match(line)
        if match is None or match.end() == len(line):
            return line
        line = line[match.end() :].lstrip(" .:、")


def _brackets(text: str) -> tuple[str, list[str]]:
    """Return the words outside brackets, and those inside from the outer to the inner."""
    if (
        text
        and text[0] in _OPEN
        and text[-1] in _CLOSE
        and not any(c in _OPEN + _CLOSE for c in text[1:-1])
    ):
        return text[1:-1], []
    text = re.split(r"(?<=.)[*＊※]", text)[0]
    main: list[str] = []
    notes: list[list[str]] = []
    open_notes: list[list[str]] = []
    for letter in text:
        if letter in _OPEN:
            open_notes.append([])
            notes.append(open_notes[-1])
        elif letter in _CLOSE:
            if open_notes:
                open_notes.pop()
        elif open_notes:
            open_notes[-1].append(letter)
        else:
            main.append(letter)
    return "".join(main), ["".join(note) for note in notes]


def _as_printed(unit: str, note: str) -> str:
    """Return a unit in the letters of its note: MWh."""
    text = "".join(note.split())
    at = text.casefold().rfind(unit)
    return text[at : at + len(unit)] if at >= 0 else unit


def _fold(text: str) -> str:
    return "".join(text.split()).casefold().strip(":：*※、。・-")
