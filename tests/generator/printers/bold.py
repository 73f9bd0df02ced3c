"""Layout: the title in Markdown bold, its departments on a line of their own, then rows."""

from __future__ import annotations

from tests.generator.printers import marks
from tests.generator.printers.page import BLANK, Line, Place, headings
from tests.generator.printers.rows import fit, glued_label, prose_rows, sections

__all__ = ["fit", "print_plan"]


def print_plan(place: Place) -> list[Line]:
    head = [
        Line("head", f"{place.circled} 実施計画名 **{place.plan.title}**"),
        BLANK,
        *(Line("head", text) for text in glued_label(place)),
        BLANK,
    ]
    top = [*headings(place), *head]
    return [*top, *prose_rows(place), *marks.in_one_row(place), *sections(place, top)]
