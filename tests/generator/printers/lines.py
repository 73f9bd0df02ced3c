"""Layout: every section word on a line of its own; only the tables keep their tabs."""

from __future__ import annotations

from tests.generator.printers import marks
from tests.generator.printers.page import BLANK, Line, Place, headings, label_of
from tests.generator.printers.rows import fit, glued_label, sections

__all__ = ["fit", "print_below", "print_plan"]


def spaced(*texts: str) -> list[Line]:
    """Lines with a blank one after each."""
    return [line for text in texts for line in (Line("head", text), BLANK)]


def print_below(place: Place, top: list[Line]) -> list[Line]:
    """A page from its prose on."""
    labels = spaced("事業概要", "目指す姿" + place.brackets("目標"))
    texts = [Line("prose", label_of(place)), BLANK, Line("prose", place.plan.vision), BLANK]
    doubled: list[Line] = []
    if place.style.tagged_prose and not place.plan.components:
        # The words of the table's head, printed once more as single lines.
        target = f"{place.document.last_year}年度末までの目標値"
        doubled = spaced("取組内容", "行動計画", target)
    return [*top, *labels, *texts, *marks.in_lines(place), *doubled, *sections(place, top)]


def print_plan(place: Place) -> list[Line]:
    top = [*headings(place), *spaced(place.circled, f"実施計画名 {place.plan.title}")]
    who = [Line("head", text) for text in glued_label(place)]
    return print_below(place, [*top, *who, BLANK])
