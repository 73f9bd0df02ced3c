"""The body of a page → sections: prose, marks, actions, each under the plan or a component."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.table_head import LONGEST_HEAD, years_of
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.text import fold, plain

SectionKind = Literal["prose", "marks", "actions", "free"]
_COMPONENT = re.compile(r"^(?P<title>[^<>]*[^<>\s])\s*<\s*(?P<departments>[^<>]+?)\s*>$")
_LIKE_A_NAME = re.compile(r"^[一-鿿々ァ-ヺーA-Za-z、・\s]{3,60}$")
"""A department whose last letter is a slip of the scan still looks like a name."""


@dataclass(slots=True)
class ComponentHeading:
    """A heading "name <課、課>"."""

    title: str
    departments: str
    row: Row


@dataclass(slots=True)
class Section:
    """Rows of one kind; ``component`` is None under the plan itself.

    ``has_text`` is true where it holds more than labels.
    """

    kind: SectionKind
    component: ComponentHeading | None
    rows: list[Row] = field(default_factory=list)
    has_text: bool = False


def split_sections(rows: list[Row]) -> list[Section]:
    """Cut the body of a page where a section's label stands."""
    sections: list[Section] = []
    current = Section("free", None)
    component: ComponentHeading | None = None
    for row in rows:
        heading = component_heading(row)
        if heading is not None:
            component = heading
            current = Section("free", component)
            sections.append(current)
            continue
        kind = _starts(row, current.kind)
        again = kind == "prose" and current.has_text
        if kind is not None and (kind != current.kind or again):
            current = Section(kind, component)
            sections.append(current)
        elif not sections:
            sections.append(current)
        current.rows.append(row)
        current.has_text = current.has_text or bool(row.text and not _only_labels(row))
    return sections


def component_heading(row: Row) -> ComponentHeading | None:
    """Return the heading of a component, if the row is one.

    A line whose <…> looks like a department.
    """
    if len(row.filled) != 1 or not row.filled[0].endswith((">", "〉")):
        return None
    match = _COMPONENT.match(row.filled[0].replace("〈", "<").replace("〉", ">"))
    if match is None:
        return None
    last = re.sub(r"(?:など|等)$", "", re.split(r"[、,・\s]+", match["departments"])[-1])
    is_departments = (last or match["departments"]).endswith(family.DEPARTMENT_ENDS)
    if not is_departments and (row.tabbed or not _LIKE_A_NAME.match(match["departments"])):
        return None
    return ComponentHeading(plain(match["title"]), match["departments"], row)


def _only_labels(row: Row) -> bool:
    return all(fold(c) in family.OVERVIEWS or is_vision(c) for c in row.filled)


def is_vision(cell: str) -> bool:
    """Return whether a cell is nothing but the label 目指す姿（目標）."""
    if not cell.lstrip().startswith(family.VISION_STARTS):
        return False
    match = family.VISION.match(fold(cell))
    return match is not None and match.end() == len(fold(cell))


def _starts(row: Row, current: SectionKind) -> SectionKind | None:
    filled = row.filled
    if not filled:
        return None
    first = fold(filled[0])
    if any(_prose_label(cell) for cell in filled):
        return "prose"
    if _marks_label(filled) or (first == family.DISCLOSURE and current not in {"actions", "marks"}):
        return "marks"
    labels = {fold(cell) for cell in filled if len(cell) <= LONGEST_HEAD}
    if labels & family.ACTION_LABELS or (
        first.startswith(family.ACTIONS) and family.SCHEDULE in fold(row.text)
    ):
        return "actions"
    return "actions" if current != "actions" and len(years_of(row)) > 1 else None


def section_label(row: Row) -> bool:
    """Return whether a row opens a section of a page: 事業概要, 5レス, 取組内容."""
    return _starts(row, "free") is not None


def _prose_label(cell: str) -> bool:
    text = cell.strip()
    if fold(text) in family.OVERVIEWS or is_vision(text):
        return True
    match = family.OVERVIEW_LABEL.match(text) or family.VISION_LABEL.match(text)
    return match is not None


def _marks_label(filled: list[str]) -> bool:
    first = fold(filled[0])
    if first == fold(family.FIVE):
        return True
    if len(filled) > 1 and first == "5" and fold(filled[1]).startswith("レス"):
        return True
    if not any(word in cell for cell in filled for word in family.MARKS):
        return False
    words = [fold(word).removesuffix("レス") for cell in filled for word in cell.split()]
    return sum(word in family.MARKS for word in words) >= 3
