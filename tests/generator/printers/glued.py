"""Layout: a table whose neighbouring cells are glued into one.

Where no ○ is among the glued labels, nothing shows that there was a row of marks at all.
"""

from __future__ import annotations

from dataclasses import replace

from tests.generator.meaning import Plan
from tests.generator.printers import marks
from tests.generator.printers.page import Line, Place, headings, label_of, row
from tests.generator.printers.rows import sections


def fit(plan: Plan, first_year: int) -> Plan:  # noqa: ARG001 (every layout has the same two)
    """Marks are readable only where there is one among them, in either cell."""
    if any((*plan.marks, plan.website)):
        return plan
    return replace(plan, marks=(None,) * len(plan.marks), website=None)


def _marked(place: Place) -> list[str]:
    """Every label, with its ○ glued behind it."""
    plan = place.plan
    five = (
        f"{label} ○" if mark else label
        for label, mark in zip(marks.COLUMNS, plan.marks, strict=True)
    )
    site, other, page = marks.site_labels(place)
    disclosed = f"{site} ○" if plan.website else site
    return [" ".join(five), " ".join(("情報公開", disclosed, other, *marks.others(place), page))]


def print_plan(place: Place) -> list[Line]:
    plan = place.plan
    head = row(
        "head",
        place.circled,
        f"実施計画名 {plan.title}",
        f"所管課 {place.departments()}",
        "",
        "",
        "",
    )
    aim = "目指す姿" + place.brackets("目標")
    texts = row("prose", f"事業概要 {label_of(place)}", "", f"{aim} {plan.vision}", "", "", "")
    pages = " ".join(f"・{name}" for name in plan.pages)
    glued = row("marks-row", marks.five(place), *_marked(place), pages, "", "")
    top = [*headings(place), head]
    return [*top, texts, glued, *sections(place, [*headings(place), head])]
