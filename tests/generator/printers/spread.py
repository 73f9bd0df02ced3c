"""Layout: one table spread over columns that stay empty; the label 5レス is cut, marks are lost."""

from __future__ import annotations

from dataclasses import replace

from tests.generator.meaning import Plan
from tests.generator.printers import marks
from tests.generator.printers.page import Line, Place, headings, label_of, row
from tests.generator.printers.rows import sections

TABLE = ("table-head", "years", "row")


def fit(plan: Plan, first_year: int) -> Plan:  # noqa: ARG001 (every layout has the same two)
    """The row of marks is not there, nor what stands in it."""
    return replace(plan, marks=(None,) * len(plan.marks), website=None, other=())


def _apart(line: Line) -> Line:
    """A row of the action table with an empty cell behind its name, and some at its end."""
    name, *rest = line.text.split("\t")
    return row(line.role, name, "", *rest, "", "", "")


def print_plan(place: Place) -> list[Line]:
    plan = place.plan
    gap = ("",) * 3
    head = row(
        "head", place.circled, "実施計画名", plan.title, *gap, "所管課", place.departments(), *gap
    )
    aim = "目指す姿" + place.brackets("目標")
    pages = " ".join(f"・{name}" for name in plan.pages)
    top = [*headings(place), head]
    body = sections(place, top)
    if not plan.components:
        body = [_apart(line) if line.role in TABLE else line for line in body]
    return [
        *top,
        row("head", "事業概要", *gap, *gap, aim, *gap),
        row("prose", label_of(place), *gap, *gap, plan.vision, *gap),
        row(
            "marks-head",
            *("5", "レス", *marks.COLUMNS, "情報公開"),
            *(*marks.site_labels(place), pages),
        ),
        *body,
    ]
