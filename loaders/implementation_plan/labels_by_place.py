"""Labels that no list knows, read by their place on the page (取扱課, やること, 挑戦テーマ 1 …).

A label between a plan's name and departments is the label of who is responsible. The head of the
column before a schedule is the label of what is done. Numbered headings that overview and pages
both print are goals and initiatives. Such a label is replaced by the family's word, so that it
becomes part of no title and no channel; the printed label is kept for the evidence.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.table_head import is_target_head, years_of
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.text import fold

_LEVEL = re.compile(
    r"^(?P<word>[^\s\d:.()・①-⑳]{1,10}?)\s*(?P<number>\d{1,2})\s*[:.]?\s+(?P<title>\S.*)$"
)
_DEPARTMENT_LABEL = re.compile(r"[^\s:]{0,6}(?:課|課名|課等|課室|部署|部局|所属|担当|担当者)")
_SEPARATORS = re.compile(r"[、,\s・]+")
_NAME = re.compile(family.any_of([family.PLAN_NAME, *family.OTHER_PLAN_NAMES]))
_KNOWN = re.compile(family.any_of([family.DEPARTMENTS, *family.OTHER_DEPARTMENTS]))
_LONGEST = 12
_FEWEST = 2


@dataclass(slots=True)
class Labels:
    """The replaced labels: for each row the word that was read, and the word that is printed."""

    printed: dict[int, list[tuple[str, str]]] = field(default_factory=dict)

    def replace(self, row: Row, column: int, word: str, label: str) -> None:
        """Replace a cell's label by the family's word."""
        row.cells[column] = row.cells[column].replace(word, label, 1)
        self.printed.setdefault(row.line, []).append((label, word))

    def restore(self, line: int | None, quote: str) -> str:
        """Return a quote of a row with its labels as they are printed."""
        for label, word in self.printed.get(line or 0, ()):
            quote = quote.replace(label, word, 1)
        return quote


def read_labels(rows: list[Row]) -> Labels:
    """Replace the labels that only their place explains by the family's words, in the rows."""
    labels = Labels()
    for at, row in enumerate(rows):
        if row.tabbed:
            _department(row, labels)
            _actions(rows, at, labels)
    _levels(rows, labels)
    return labels


def _department(row: Row, labels: Labels) -> None:
    """Find the label of who is responsible behind a plan's name: departments follow it."""
    place = next((i for i, cell in enumerate(row.cells) if _NAME.search(cell)), None)
    if place is None or any(_KNOWN.search(cell) for cell in row.cells[place + 1 :]):
        return
    for column in range(place + 1, len(row.cells) - 1):
        cell = row.cells[column].strip()
        if _DEPARTMENT_LABEL.fullmatch(cell) and _are_departments(row.cells[column + 1]):
            labels.replace(row, column, cell, family.DEPARTMENTS)
            return


def _are_departments(cell: str) -> bool:
    names = [one for one in _SEPARATORS.split(cell.strip()) if one not in {"", "等", "など"}]
    return bool(names) and all(one.endswith(family.DEPARTMENT_ENDS) for one in names)


def _actions(rows: list[Row], at: int, labels: Labels) -> None:
    """Find the label of the actions: it heads the column before a schedule or before the years."""
    row = rows[at]
    filled = [(column, cell.strip()) for column, cell in enumerate(row.cells) if cell.strip()]
    if len(filled) < _FEWEST or filled[0][0] != 0:
        return
    word = filled[0][1]
    folded = {fold(cell) for _, cell in filled}
    if folded & family.ACTION_LABELS or len(word) > _LONGEST:
        return
    if fold(word) in family.SCHEDULE_LABELS or not _heads_schedule(folded, filled):
        return
    if years_of(_alone(word)):
        return
    below = next((one for one in rows[at + 1 :] if one.text), None)
    years = len(years_of(row)) >= _FEWEST or (
        below is not None and below.tabbed and len(years_of(below)) >= _FEWEST
    )
    if years:
        labels.replace(row, 0, word, family.ACTIONS)


def _heads_schedule(folded: set[str], filled: list[tuple[int, str]]) -> bool:
    """Return whether a row names the schedule, or the targets behind it."""
    return bool(folded & family.SCHEDULE_LABELS) or any(is_target_head(c) for _, c in filled[1:])


def _alone(word: str) -> Row:
    return Row(0, [word], tabbed=True)


def _levels(rows: list[Row], labels: Labels) -> None:
    """Find the words of goals and initiatives: numbered headings that stand on several pages."""
    texts = [(row, row.text.strip()) for row in rows if len(row.filled) == 1 and not row.tabbed]
    open_levels = [
        label
        for label, patterns in (
            (family.GOAL_WORD, family.GOALS),
            (family.INITIATIVE_WORD, family.INITIATIVES),
        )
        if not any(pattern.match(text) for pattern in patterns for _, text in texts)
    ]
    known = [*family.GOALS, *family.INITIATIVES]
    headings = [
        (row, match)
        for row, text in texts
        if (match := _LEVEL.match(text)) and not any(pattern.match(text) for pattern in known)
    ]
    counts = Counter(fold(match[0]) for _, match in headings)
    words = dict.fromkeys(
        match["word"] for _, match in headings if counts[fold(match[0])] >= _FEWEST
    )
    levels = dict(zip(words, open_levels, strict=False))
    for row, match in headings:
        if match["word"] in levels:
            labels.replace(row, 0, match["word"], levels[match["word"]])
