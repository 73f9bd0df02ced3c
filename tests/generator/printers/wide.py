"""Layout: one wide table; inner tables stand as HTML in its cells and once more as columns.

Its year columns are displaced, so it too shows only what begins in the first year.
"""

from __future__ import annotations

from dataclasses import replace

from tests.generator.printers import marks, targets
from tests.generator.printers.listed import fit
from tests.generator.printers.page import Line, Place, circle, headings, label_of, row

__all__ = ["fit", "print_plan"]

WIDTH = 22


def _html(*rows: tuple[str, ...]) -> str:
    inner = " ".join(
        "<tr> " + " ".join(f"<td>{cell}</td>" for cell in one) + " </tr>" for one in rows
    )
    return f'<table border="1"> {inner} </table>'


def _full(*cells: str) -> tuple[str, ...]:
    return (*cells, *("" for _ in range(WIDTH - len(cells))))


def _mark_rows(place: Place) -> list[Line]:
    plan = place.plan
    five = tuple(circle(mark) for mark in plan.marks)
    labels = ("情報公開", *marks.site_labels(place))
    site = ("", circle(plan.website), " ".join(marks.others(place)), "")
    pages = " ".join(f"・{name}" for name in plan.pages)
    first = (
        marks.five(place),
        _html(marks.COLUMNS, five),
        *marks.COLUMNS,
        *five,
        _html(labels, site),
        *labels,
        *site,
        pages,
    )
    return [
        row("marks-row", *first),
        row("marks-head", *_full(*marks.COLUMNS)),
        row("marks-row", *_full(*five)),
        row("site-head", *_full(*labels)),
        row("site-row", *_full(*site)),
    ]


def print_plan(place: Place) -> list[Line]:
    plan, document = place.plan, place.document
    head = _full(place.circled, f"実施計画名 {plan.title}", f"所管課 {place.departments()}")
    aim = "目指す姿" + place.brackets("目標")
    texts = _full(
        f"<p>事業概要</p> <p>{label_of(place)}</p>", "", f"<p>{aim}</p> <p>{plan.vision}</p>"
    )
    years = tuple(place.year(year) for year in document.years)
    listed = replace(place, style=replace(place.style, bullets="circled"))
    cell = (
        f"<p>{document.last_year}年度末までの目標値</p> "
        f"<p>{targets.targets(plan.section, listed)}</p> "
        f"<p>{targets.baselines(plan.section, listed)}</p>"
    )
    plans = f"<p>行動計画</p> {_html(years)}"
    gap = ("",) * (len(years) - 1)
    lines = [
        *headings(place),
        row("head", *head),
        row("prose", *texts),
        *_mark_rows(place),
        row("table-head", *_full("取組内容", plans, *gap, *years, cell)),
        row("years", *_full(*years)),
    ]
    for action in plan.section.actions:
        paragraphs = " ".join(f"<p>{one.text}</p>" for one in action.milestones)
        lines.append(row("row", *_full(action.title, paragraphs)))
    return lines
