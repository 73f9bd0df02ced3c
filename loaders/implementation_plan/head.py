"""The head of a page: number, title (実施計画名) and responsible departments (所管課)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import NamedThing, Spot
from keikaku.loaders.text import CIRCLED, circled_number, plain

_MAX_LOOK_BACK = 8
_MOST_LINES = 6
_LIST_NUMBER = re.compile(rf"^(?:[{''.join(CIRCLED)}]|\(\d{{1,2}}\)|\d{{1,2}}[.)])\s*")
_LABELS = {
    label: re.compile(rf"(?:{family.any_of([label])}|{family.any_of(others)}(?=[\s:]|$))\s*:?\s*")
    for label, others in (
        (family.PLAN_NAME, family.OTHER_PLAN_NAMES),
        (family.DEPARTMENTS, family.OTHER_DEPARTMENTS),
    )
}
_STANDARD_NAME = re.compile(family.any_of([family.PLAN_NAME]))
_GLUED_DEPARTMENT = re.compile(
    rf"\s*{family.any_of([family.DEPARTMENTS])}\s*[: ]?\s*"
    rf"|\s+{family.any_of(family.OTHER_DEPARTMENTS)}(?:\s*:\s*|\s+)"
)
_AND_SO_ON = re.compile(r"\s*(?:など|等|ほか|他)$")


@dataclass(slots=True)
class Head:
    """What the head of a page prints; ``first`` and ``after`` bound its rows."""

    number: int | None
    title: str
    departments: list[NamedThing]
    spot: Spot
    first: int
    after: int


def split_departments(text: str, spot: Spot) -> list[NamedThing]:
    """Return the departments of a cell, in order: parted by 、 ・ and white space, 等 dropped.

    ・ and a space part two names only where the left one ends like a department's name, so that
    市民・NPO活動推進課 stays whole.
    """
    names: list[str] = []
    for chunk in re.split(r"[、,，;/\n]", text):
        pending = ""
        for piece in re.split(r"([・\s]+)", chunk.strip()):
            if not piece or (not piece.strip() and not pending):
                continue
            if re.fullmatch(r"[・\s]+", piece):
                if pending.endswith(family.DEPARTMENT_ENDS):
                    names.append(pending)
                    pending = ""
                elif "・" in piece:
                    pending += "・"
                continue
            if _AND_SO_ON.fullmatch(piece):
                continue
            pending += piece
        names.append(pending)
    clean = (_balanced(plain(_AND_SO_ON.sub("", name)).strip("・ ")) for name in names)
    where = Spot(spot.line, family.DEPARTMENTS, spot.quote)
    return [NamedThing(name, where) for name in dict.fromkeys(clean) if name]


def _balanced(name: str) -> str:
    """Return a name without brackets round it, and without one that lost its other half."""
    wrapped = name.startswith("(") and name.endswith(")")
    return name.strip("()・ ") if wrapped or name.count("(") != name.count(")") else name


def _is_label(text: str) -> bool:
    folded = text.replace(" ", "")
    return (
        folded.startswith((family.PLAN_NAME, family.DEPARTMENTS, family.OVERVIEW))
        or family.OVERVIEW_LABEL.match(folded) is not None
        or folded in {*family.OTHER_DEPARTMENTS, *family.ACTION_LABELS, family.FIVE}
        or family.VISION.match(folded) is not None
    )


def _after_label(text: str, label: str) -> str | None:
    """Return what stands behind a label in a cell, "" if nothing.

    None if the cell has no such label.

    A list number before the label ("③ 実施計画名 …") is skipped.
    """
    stripped = _LIST_NUMBER.sub("", text.strip(), count=1)
    match = _LABELS[label].match(stripped)
    return stripped[match.end() :] if match else None


_MOST_HEAD_CELLS, _LONGEST_COLUMN = 8, 14


def is_head(row: Row) -> bool:
    """Return whether a page's head starts on this row.

    A label that other documents use for other things (事業名) counts where the title stands behind
    it and the departments are named on the same row.
    """
    for index, cell in enumerate(row.cells):
        behind = _after_label(cell, family.PLAN_NAME)
        if behind is None:
            continue
        if _STANDARD_NAME.match(_LIST_NUMBER.sub("", cell.strip(), count=1)):
            return True
        rest = [each for each in row.cells[index + 1 :] if each]
        title = behind or (rest[0] if rest else "")
        if title and not _is_label(title):
            has_departments = any(
                _after_label(each, family.DEPARTMENTS) is not None for each in rest
            )
            return has_departments or _GLUED_DEPARTMENT.search(behind) is not None
    return False


def heads_a_list(row: Row) -> bool:
    """Return whether a row names columns of a list: no title stands between its labels.

    A row of many short cells does, too: a page's head has only a title and departments.
    """
    filled = row.filled
    if len(filled) >= _MOST_HEAD_CELLS and all(len(cell) <= _LONGEST_COLUMN for cell in filled):
        return True
    at = next((i for i, c in enumerate(filled) if _after_label(c, family.PLAN_NAME) == ""), None)
    return (
        at is not None
        and len(filled) - at - 1 > 0
        and len(filled) > 2
        and _is_label(filled[at + 1])
    )


def read_head(rows: list[Row], at: int) -> Head:
    """Read the head whose 実施計画名 stands in ``rows[at]``, on one row or cut over several."""
    row = rows[at]
    index = next(
        i for i, c in enumerate(row.cells) if _after_label(c, family.PLAN_NAME) is not None
    )
    number, first = _number(rows, at, index)
    title = _after_label(row.cells[index], family.PLAN_NAME) or ""
    departments: list[str] = []
    spot_row = row
    after = at + 1
    rest = row.cells[index + 1 :]
    while rest:
        cell = rest.pop(0)
        behind = _after_label(cell, family.DEPARTMENTS)
        if behind is not None:
            departments = [c for c in [behind, *rest] if c]
            break
        if cell:
            title = f"{title} {cell}".strip()
    title, departments = _split_glued(title, departments)
    if not title:
        title, after = _title_below(rows, after)
    if not departments:
        departments, after, spot_row = _departments_below(rows, after, row)
    else:
        departments, after = _departments_continue(rows, after, departments)
    spot = Spot(row.line, family.PLAN_NAME, row.text)
    names = split_departments(
        "、".join(departments), Spot(spot_row.line, family.DEPARTMENTS, "、".join(departments))
    )
    return Head(number, plain(title), names, spot, first, after)


def _number(rows: list[Row], at: int, index: int) -> tuple[int | None, int]:
    """Return the number, on the head's row or on a row of its own above, and its row."""
    for cell in rows[at].cells[: index + 1]:
        if (number := circled_number(cell)) is not None:
            return number, at
    for back in range(at - 1, max(at - 1 - _MAX_LOOK_BACK, -1), -1):
        filled = rows[back].filled
        if not filled:
            continue
        if len(filled) == 1 and len(filled[0]) <= 4:
            number = circled_number(filled[0])
            if number is not None:
                return number, back
        break
    return None, at


def _split_glued(title: str, departments: list[str]) -> tuple[str, list[str]]:
    """Split "TITLE 所管課 NAMES" that was glued into one cell or line."""
    match = _GLUED_DEPARTMENT.search(title)
    if match and not departments and match.start() > 0:
        return title[: match.start()], [title[match.end() :]] if title[match.end() :] else []
    return title, departments


def _title_below(rows: list[Row], at: int) -> tuple[str, int]:
    parts: list[str] = []
    while at < len(rows):
        text = rows[at].text
        if text and _is_label(text):
            break
        if text:
            parts.append(text)
        elif parts and any(r.text for r in rows[at : at + 3] if _is_label(r.text)):
            break
        at += 1
        if len(parts) >= 3:
            break
    return "".join(parts), at


def _departments_below(rows: list[Row], at: int, head: Row) -> tuple[list[str], int, Row]:
    """Return the departments on the lines after the title: 所管課 with or without its names."""
    start = at
    while at < len(rows) and not rows[at].text:
        at += 1
    if at >= len(rows):
        return [], start, head
    behind = _after_label(rows[at].text, family.DEPARTMENTS)
    if behind is None:
        return [], start, head
    if behind:
        names, after = _departments_continue(rows, at + 1, [behind])
        return names, after, rows[at]
    at += 1
    while at < len(rows) and not rows[at].text:
        at += 1
    texts: list[str] = []
    spot = rows[at] if at < len(rows) else head
    while at < len(rows) and rows[at].text and not _is_label(rows[at].text):
        if len(texts) == _MOST_LINES:
            break
        texts.append(rows[at].text)
        at += 1
    return texts, at, spot


def _departments_continue(rows: list[Row], at: int, names: list[str]) -> tuple[list[str], int]:
    """Return the departments with those of the lines right below that continue the list."""
    while at < len(rows) and _continues(rows[at]):
        names = [*names, rows[at].text]
        at += 1
    return names, at


def _continues(row: Row) -> bool:
    text = row.text
    if not text or row.tabbed or _is_label(text) or "<" in text:
        return False
    pieces = [p for p in re.split(r"[、,\s]+", text) if p]
    return all(_AND_SO_ON.sub("", p).endswith(family.DEPARTMENT_ENDS) for p in pieces)
