"""Facts that a value of a form states by its own words, beyond the label beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from keikaku.loaders.layouts.facts.directions_printed import direction_code
from keikaku.loaders.layouts.labels.form_cells import SURE, FormCell, is_amount, is_choice, is_prose
from keikaku.loaders.layouts.labels.label_parts import Label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import is_number, level_head, split_number
from keikaku.loaders.layouts.labels.vocabulary import Meaning, catalogue
from keikaku.loaders.readers.blocks import Cell
from keikaku.loaders.text import normal
from keikaku.loaders.values import read_cell

_ROW_NAMES = {"plan.overview", "plan.title", "plan.work", "schedule", "yearly"}
_VALUE_BEHIND = re.compile(
    r"(?P<name>[^()（）]+?)\s*[（(](?P<value>[△▲\d][^()（）]*(?:[（(][^()（）]*[）)])?)[）)]"
)
_GOALS = re.compile(
    r"(?:[・\s]*SDGs(?:の?(?:目標|ゴール))?[\s:：]*(?:(?:1[0-7]|[1-9])[\s、,・/]*)+)+",
    re.IGNORECASE,
)
"""Goals behind their own word: SDGs 8・9・11."""
_BELOW = re.compile(r"\n|\s+[＞>]\s*|[＞>]\s+|＞")
"""What parts a level from the one above it: its own line, or 柱1 … ＞ 方針2 …."""
_LONGEST_NAME = 100
_MAY_BE_LEVELS = {"方向性", "取組の方向性", "取組方針", "取組の方針"}
"""Labels that name a level, or say where a plan leads."""
_TITLE = re.compile(r"(?!.*(?:優先|重点|該当|高|低))[^\n。]{5,40}")
"""A name, where a mark or a rank stands elsewhere: 重点取組 of a plan may be the level above it."""


def by_value(meaning: Meaning | None, text: str, labels: Sequence[Label] = ()) -> Meaning | None:
    """Return a label's meaning as its value confirms it: 現状 of a number, 取組 of a sentence.

    ``labels`` are those before it.
    """
    if meaning is None:
        return None
    word = "".join(labels[-1].printed.split()) if labels else ""
    if word in _MAY_BE_LEVELS and _is_numbered_title(text, word):
        return Meaning("level", meaning.sure, level=word, part="both")  # 取組の方向性: 1 手続の…
    if meaning.fact == "plan.title" and is_prose(text):
        return meaning._replace(fact="plan.work", level=None)  # 取組: 〜を行います。
    if is_number(text) and (meaning.fact == "plan.title" or meaning.part == "both"):
        return _of_number(meaning)
    if meaning.fact == "plan.priority" and _TITLE.fullmatch(text.strip()):
        return Meaning("level", meaning.sure, level="重点取組", part="both")
    return by_amount(meaning, text)


def _of_number(meaning: Meaning) -> Meaning:
    """Return what a number alone is of: 改革項目 | 1-(2)-ア | 窓口の見直し, 基本方針 | 1 | …."""
    if meaning.fact == "plan.title":
        return meaning._replace(fact="plan.number")
    return meaning._replace(part="number")


def by_amount(meaning: Meaning, text: str) -> Meaning:
    """Return 現状 of an amount, 12.5％, as the baseline of an indicator; any other as it is."""
    if meaning.fact == "plan.problem" and is_amount(text):
        return meaning._replace(fact="indicator.baseline")
    return meaning


def _is_numbered_title(text: str, word: str) -> bool:
    """Return whether a value is number and title of a level, and no direction of a plan (拡充).

    Beside 方向性 alone, a title that holds a direction's word may be that.
    """
    number, title = split_number(text, level=True)
    words = catalogue().directions
    directs = direction_code(title, words) if word == "方向性" else title.startswith(tuple(words))
    return bool(number and _TITLE.fullmatch(title)) and not directs


def names_a_row(meaning: Meaning, text: str, words: LayoutWords) -> bool:
    """Return whether a cell beside years names the subject of its row, under any head."""
    if meaning.fact == "plan.category":
        return not is_choice(text, words)
    return meaning.fact in _ROW_NAMES


def name_and_baseline(text: str) -> tuple[str, str] | None:
    """Return an indicator's name, and the baseline in brackets behind it, "" for none.

    None for an amount alone.

    >>> name_and_baseline("公用車の台数（142（R5））"), name_and_baseline("142台")
    (('公用車の台数', '142（R5）'), None)
    """
    if is_amount(text) or len(text) > _LONGEST_NAME or not any(c.isalpha() for c in text):
        return None
    match = _VALUE_BEHIND.fullmatch(text.strip())
    return (match["name"].strip(), match["value"]) if match else (text, "")


def further(
    meaning: Meaning | None, text: str, before: Sequence[str], words: LayoutWords
) -> Meaning | None:
    """Return what a value without a label of its own says: a kind, a name behind a number."""
    if is_choice(text, words):
        return Meaning("plan.category", SURE, name=text)
    if are_goals(text):
        return Meaning("sdgs", SURE)
    behind = meaning is not None and meaning.fact == "plan.number" and len(before) == 1
    if meaning is not None and behind and any(c.isdigit() for c in before[0]):
        return meaning._replace(fact="plan.title")
    if meaning is not None and meaning.fact == "level" and len(before) == 1:
        return meaning._replace(part="title") if is_number(before[0]) else meaning
    return meaning


def are_goals(text: str) -> bool:
    """Return whether a text is goals of the SDGs behind their own word, and nothing more.

    >>> are_goals("SDGs 8・9・11"), are_goals("8・9・11")
    (True, False)
    """
    return _GOALS.fullmatch(normal(text).strip()) is not None


def is_value_of(meaning: Meaning, each: FormCell) -> bool:
    """Return whether a cell behind an indicator's name holds a value, of which sort is open."""
    read = read_cell(each.cell.text)
    return meaning.fact == "indicator.name" and read.kind == "values" and bool(read.values)


def levels_inside(cell: Cell, words: LayoutWords, *, least: int) -> list[tuple[Meaning, Cell]]:
    """Return the levels that the lines of a cell name, each by its word: 基本目標1 … / 施策2 ….

    None where a line names no level, or fewer than ``least`` do.
    """
    lines = [line for line in _BELOW.split(cell.text) if line.strip()]
    heads = [level_head(replace(cell, text=line), words) for line in lines]
    if len(heads) < least or not all(head.level and head.title for head in heads):
        return []
    return [
        (
            Meaning("level", SURE, level=head.level, part="both"),
            replace(cell, text=f"{head.number} {head.title}".strip()),
        )
        for head in heads
    ]
