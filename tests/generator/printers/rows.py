"""Layout: rows of tab-separated cells."""

from __future__ import annotations

from tests.generator.meaning import Plan
from tests.generator.printers import marks
from tests.generator.printers.page import BLANK, Line, Place, headings, prose, row, rule
from tests.generator.printers.table import table


def name_row(place: Place) -> list[Line]:
    """Number, title and departments, glued to their labels or not."""
    style, title, departments = place.style, place.plan.title, place.departments()
    name = (f"実施計画名 {title}",) if style.glued_name else ("実施計画名", title)
    who = (f"所管課 {departments}",) if style.glued_departments else ("所管課", departments)
    cells = (place.circled, *name, *who)
    return [row("head", *cells), rule(*cells), BLANK]


def glued_label(place: Place) -> list[str]:
    """所管課 with its names behind it; those of a second line stand alone."""
    first, *more = place.department_lines()
    return [f"所管課 {first}", *more]


def prose_rows(place: Place) -> list[Line]:
    aim = "目指す姿" + place.brackets("目標")
    return [row("head", "事業概要", aim), row("prose", *prose(place)), BLANK]


def sections(place: Place, top: list[Line]) -> list[Line]:
    """The table, or those of the components, each below its heading and maybe on its own page."""
    lines: list[Line] = []
    if not place.plan.components:
        return table(place.plan.section, place)
    for n, component in enumerate(place.plan.components):
        if n and place.style.page_per_component:
            lines += [BLANK, *top]
        who = place.style.departments_by.join(component.departments)
        lines += [Line("component", f"{component.title} <{who}>"), BLANK]
        if place.style.component_prose:
            lines += _component_prose(place)
        lines += table(component.section, place)
    return lines


def _component_prose(place: Place) -> list[Line]:
    """A component's own 事業概要 and 目指す姿, over the columns of its table."""
    gap = ("",) * len(place.document.years)
    aim = "目指す姿" + place.brackets("目標")
    texts = ("対象となる人に合わせて進める。", "広く使われている。")
    return [row("head", "事業概要", *gap, aim, ""), row("prose", texts[0], *gap, texts[1], "")]


def fit(plan: Plan, first_year: int) -> Plan:  # noqa: ARG001 (every layout has the same two)
    """Any plan can be printed in rows."""
    return plan


def print_plan(place: Place) -> list[Line]:
    top = [*headings(place), *name_row(place)]
    return [*top, *prose_rows(place), *marks.in_one_row(place), *sections(place, top)]
