"""Layout: a table whose neighbouring cells are glued into one."""

from __future__ import annotations

from tests.generator.printers import marks
from tests.generator.printers.page import Line, Place, headings, named, row
from tests.generator.printers.rows import fit, sections

__all__ = ["fit", "print_plan"]


def _marked(place: Place) -> list[str]:
    """Every label, with its ○ glued behind it."""
    plan = place.plan
    five = (
        f"{label} ○" if mark else label
        for label, mark in zip(marks.COLUMNS, plan.marks, strict=True)
    )
    site, other, page = marks.site_labels(place)
    shown = f"{site} ○" if plan.website else site
    others = f"{other} {'、'.join(plan.other)}" if plan.other else other
    return [" ".join(five), f"情報公開 {shown} {others} {page}"]


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
    texts = row("prose", f"事業概要 {named(place)}", "", f"{aim} {plan.vision}", "", "", "")
    pages = " ".join(f"・{name}" for name in plan.pages)
    glued = row("marks-row", marks.five(place), *_marked(place), pages, "", "")
    top = [*headings(place), head]
    return [*top, texts, glued, *sections(place, [*headings(place), head])]
