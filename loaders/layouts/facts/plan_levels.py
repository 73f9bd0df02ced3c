"""The levels above a plan: those of the headings over it, and those that its form states."""

from __future__ import annotations

from collections.abc import Sequence

from keikaku.loaders.layouts.facts.cell_text import one_line
from keikaku.loaders.layouts.facts.plan_facts import LevelFact, Places
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import level_head, split_number
from keikaku.loaders.layouts.labels.statements import LevelHead, Record, Statement
from keikaku.loaders.text import fold, normal


def levels_of(
    record: Record, statements: Sequence[Statement], words: LayoutWords, places: Places
) -> list[LevelFact]:
    """Return the levels above a plan, the highest first.

    ``statements`` are those of the fact ``level``; the words of a layout's levels order them.
    """
    stated: dict[str, Statement] = {}
    for each in statements:
        word = each.meaning.level or ""
        if word not in stated or each.meaning.part != "number":
            stated[word] = each
    known = [word for word in words.layout.levels if word in stated]
    own_levels: list[LevelFact] = []
    for word in sorted(stated, key=lambda w: known.index(w) if w in known else len(known)):
        own = [s for s in statements if s.meaning.level == word and s.meaning.part == "number"]
        level = _level(stated[word], printed_number(own), words, places)
        if level is not None and not _is_repeated(level, record):
            own_levels.append(level)
    above = [
        LevelFact(head.level, head.number, head.title, places.spot(head.cell, head.level))
        for head in record.levels
        if not any(_is_shorter(head, level) for level in own_levels)
    ]
    return [*above, *own_levels]


def printed_number(statements: Sequence[Statement]) -> str:
    """Return a number as printed; join one whose parts stand in separate columns."""
    if not any(each.meaning.digit for each in statements):
        return one_line(statements[0].text) if statements else ""
    total = 0
    for each in statements:
        digits = normal(each.text).strip()
        if each.meaning.digit and digits.isdigit():
            total += each.meaning.digit * int(digits)
    return str(total)


def _level(each: Statement, number: str, words: LayoutWords, places: Places) -> LevelFact | None:
    title = "" if each.meaning.part == "number" else one_line(each.text)
    if not number and title:
        head = level_head(each.cell, words)  # 柱1 … under 改革の柱
        numbered = bool(head.level and head.number)
        number, title = (head.number, head.title) if numbered else split_number(title, level=True)
    if not title and not number:
        return None
    return LevelFact(each.meaning.level or "", number, title, places.spot(each.cell, each.section))


def _is_shorter(head: LevelHead, level: LevelFact) -> bool:
    """Return whether a heading names the form's level by less of its word: 柱1, 改革の柱 | 1."""
    same = (fold(head.number), fold(head.title)) == (fold(level.number), fold(level.title))
    return bool(head.level and head.title) and same and level.level.endswith(head.level)


def _is_repeated(level: LevelFact, record: Record) -> bool:
    """Return whether a heading over the form already names a level that the form repeats."""
    return any(
        head.level in ("", level.level) and level.title and fold(head.title) == fold(level.title)
        for head in record.levels
    )
