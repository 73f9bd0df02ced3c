"""Layout: single lines whose headings are cut, label and content on lines of their own."""

from __future__ import annotations

from tests.generator.printers.lines import fit, print_below, spaced
from tests.generator.printers.page import BLANK, Line, Place, headings

__all__ = ["fit", "print_plan"]


def print_plan(place: Place) -> list[Line]:
    plan = place.plan
    head = spaced(place.circled, "実施計画名", plan.title, "所管課")
    who = [Line("head", text) for text in place.department_lines()]
    return print_below(place, [*headings(place), *head, *who, BLANK])
