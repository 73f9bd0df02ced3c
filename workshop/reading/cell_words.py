"""Understand what people write into the cells of the form: decisions, plan numbers, texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from datetime import date, datetime, time
from typing import NamedTuple

from keikaku.graph.folding import fold
from keikaku.loaders.sheet_reader import Cell
from keikaku.workshop.decision_codes import DECISIONS

_OTHERS: dict[str, tuple[str, ...]] = {
    "continue": ("存続", "維持", "現状維持", "現行どおり", "続行", "そのまま"),
    "revise": ("見直", "改善", "改定", "改訂", "変更", "拡充", "縮小"),
    "merge": ("統廃合", "合併", "統一"),
    "drop": ("中止", "取りやめ", "取り止め"),
    "new": ("新設", "追加", "新規追加"),
    "complete": ("達成", "完了済", "完了済み", "完成"),
}
"""Other words for each decision; not 終了, which may mean 廃止 or 完了."""

_STEMS: dict[str, str] = {
    word.casefold(): decision.code
    for decision in DECISIONS
    for word in (*decision.word, decision.code, *_OTHERS[decision.code])
}
_ENDING = (
    r"(?:(?:と|に)?(?:する|します|したい|した|し|です|とする|の方向|予定|して実施)|る|す)?[。.]?"
)
_BRACKET = re.compile(r"\s?[(（【\[](?P<note>[^()（）]{0,300})[)）】\]]\s?$")
_NUMBER = re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}-\d{1,2}(?![\d-])")
_GROUP = re.compile(r"(?<![\d-])\d{1,2}-\d{1,2}(?![\d-])")
_DASHES = {ord(c): "-" for c in "‐‑‒–—―−ー－"}
_PARTS = re.compile(r"[、,，;；\n]|\s{2,}|(?<=\D)\s+(?=\d)|\s*・\s*(?=\d)")
_ERROR = re.compile(r"#(?:REF|VALUE|NAME\?|N/A|DIV/0|NUM|NULL|SPILL)!?", re.IGNORECASE)


class Word(NamedTuple):
    """A decision as it was written: its code, whether in other words, a note in brackets."""

    code: str
    plain: bool
    note: str | None


def decision(text: str) -> Word | None:
    """Return the decision that a text clearly states, or None.

    A stem with a usual ending counts (継続する, 見直), with a note in brackets too
    (見直し（予算次第）); 廃止しない, 廃止を検討 and 継続または見直し are not clear.

    >>> decision("継続する"), decision("廃止しない")
    (Word(code='continue', plain=False, note=None), None)
    """
    normal = " ".join(unicodedata.normalize("NFKC", text).split())
    bracket = _BRACKET.search(normal)
    note = bracket["note"] if bracket else None
    if note and any(stem in note.casefold() for stem in _STEMS):
        return None
    bare = (normal[: bracket.start()] if bracket else normal).strip().casefold()
    if bare in _STEMS:
        plain = any(bare == word.casefold() for d in DECISIONS for word in d.word)
        return Word(_STEMS[bare], plain and not note, note)
    for stem in sorted(_STEMS, key=len, reverse=True):
        if re.fullmatch(re.escape(stem) + _ENDING, bare):
            return Word(_STEMS[stem], False, note)
    return None


def text_of(cell: Cell) -> str:
    """Return the text of a cell as it is kept: numbers plain, dates as 2026-04-01, ends trimmed."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float) and cell.percent:
        percent = round(value * 100, 10)
        return f"{percent:g}%"
    lines = str(value).replace("\u3000", " ").split("\n")
    return "\n".join(line.strip() for line in lines).strip()


def same(one: str, other: str) -> bool:
    """Return whether two texts differ only in width, spaces and line ends."""
    return fold(one) == fold(other)


def is_error(text: str) -> bool:
    """Return whether a cell holds an error of Excel."""
    return _ERROR.fullmatch(text) is not None


def number_of(day: date, known: Collection[str]) -> str | None:
    """Return the number that Excel took for a date.

    1-1-2 became 2001-01-02, and 1-2 a day of this year.

    Japanese Excel reads year, month, day. Where that gives no known number, another order counts
    if it is the only one that gives a known number.

    >>> number_of(date(2001, 1, 2), {"1-1-2", "2-1-1"}), number_of(date(2026, 1, 2), {"1-2"})
    ('1-1-2', '1-2')
    """
    year, month, at = day.year % 100, day.month, day.day
    first, *others = [f"{year}-{month}-{at}", f"{month}-{at}-{year}", f"{at}-{month}-{year}"]
    if first in known:
        return first
    fitting = {each for each in [*others, f"{month}-{at}"] if each in known}
    return fitting.pop() if len(fitting) == 1 else None


def plans_in(text: str, titles: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return the plans that a text names by number or title, and the parts that name no plan.

    ``titles`` are the document's plans: number → title. Text beside a number (its title) adds
    nothing; an unknown number is kept, and checked later.
    """
    plan_numbers: list[str] = []
    unread: list[str] = []
    by_title = {fold(title): number for number, title in titles.items()}
    by_title |= {fold(f"{number} {title}"): number for number, title in titles.items()}
    by_title |= {fold(number): number for number in titles}
    if fold(text) in by_title:
        return [by_title[fold(text)]], []
    normal = _normal(text)
    for number, title in titles.items():  # or a comma in a title would split it
        if number == title:
            normal = _whole_titles(normal, title)
            continue
        normal = re.sub(
            rf"(?<![\d-]){re.escape(number)}\s*{re.escape(_normal(title))}",
            lambda _, number=number: number,  # type: ignore[misc]
            normal,
        )
    for part in (each.translate(_BACK) for each in _PARTS.split(normal)):
        numbers = [by_title[fold(part)]] if fold(part) in by_title else _NUMBER.findall(part)
        if numbers:
            plan_numbers += numbers
        elif part.strip():
            unread.append(part.strip())
    return list(dict.fromkeys(plan_numbers)), unread


_AWAY = str.maketrans("、,，;；・ \n", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007")
_BACK = {away: back for back, away in _AWAY.items()}


def _whole_titles(text: str, title: str) -> str:
    """Keep a title whole even if it holds a separator of names; it may be one of several."""
    normal = _normal(title)
    return text.replace(normal, normal.translate(_AWAY))


def initiative_in(text: str, names: dict[str, tuple[str, ...]]) -> str | None:
    """Return the key of the initiative that a text names; None for none, or for several alike.

    ``names`` are what each initiative is called, the surest name first.
    """
    wanted = fold(_normal(text))
    called = [(key, (key, f"{key} {titles[1]}", *titles)) for key, titles in names.items()]
    for place in range(max((len(each) for _, each in called), default=0)):
        fitting = [key for key, each in called if fold(each[place]) == wanted]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    return next((each for each in _GROUP.findall(_normal(text)) if each in names), None)


def _normal(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text)
    return re.sub(r"(?<=\d)\s*-\s*(?=\d)", "-", normal.translate(_DASHES))
