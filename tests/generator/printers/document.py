"""A whole document: front matter, overview (体系図), pages in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tests.generator.meaning import Document, Goal, Initiative, Plan
from tests.generator.printers import LAYOUTS
from tests.generator.printers.page import Line, Place, Style, headings


@dataclass(frozen=True, slots=True)
class Overview:
    """A plan's row in the overview, as it will be printed."""

    title: str
    departments: tuple[str, ...]
    components: tuple[str, ...] = ()

    def printed(self, position: int) -> str:
        parts = "".join(f" ({one})" for one in self.components)
        return f"{circled(position)} {self.title}{parts}\t{' '.join(self.departments)}"


@dataclass(slots=True)
class Printed:
    """A document as printed, with what is meant by it and the findings that it must raise.

    Defects change it in place: the print, and where a reader can no longer know it, the meaning.
    """

    document: Document
    plans: dict[str, Plan]
    places: dict[str, Place]
    overview: dict[str, str]
    pages: dict[str, list[Line]]
    findings: set[tuple[str, str | None]] = field(default_factory=set)
    counts_off: int = 0

    def text(self) -> str:
        lines = [*_front(self.document), *_tree(self)]
        for number, page in self.pages.items():
            lines += ["", "", *_sdgs(self.plans[number].sdgs), *(line.text for line in page)]
        return "\n".join(lines) + "\n"


def circled(position: int) -> str:
    return chr(0x2460 + position - 1)


def print_document(document: Document, looks: Mapping[str, tuple[str, Style]]) -> Printed:
    """Print every plan in the layout and the style that ``looks`` gives for its number."""
    plans: dict[str, Plan] = {}
    places: dict[str, Place] = {}
    pages: dict[str, list[Line]] = {}
    for number, goal, initiative, plan in document.numbered():
        name, style = looks[number]
        layout = LAYOUTS[name]
        plans[number] = layout.fit(plan, document.first_year)
        places[number] = Place(document, number, goal, initiative, plans[number], style)
        pages[number] = layout.print_plan(places[number])
    rows = {number: overview_row(number, plan) for number, plan in plans.items()}
    return Printed(document, plans, places, rows, pages)


def overview_row(number: str, plan: Plan) -> str:
    parts = tuple(one.title for one in plan.components)
    row = Overview(plan.title, plan.departments, parts if len(parts) > 1 else ())
    return row.printed(int(number.rsplit("-", 1)[-1]))


def page_headings(
    place: Place, goal: tuple[int, Goal], initiative: tuple[int, Initiative]
) -> list[Line]:
    """The two lines of a page's top, for another goal and initiative than its own."""
    number = f"{goal[0]}-{initiative[0]}-1"
    return headings(replace(place, number=number, goal=goal[1], initiative=initiative[1]))


def _front(document: Document) -> list[str]:
    return [
        "",
        f"{document.title} 実施計画",
        "",
        f"推進期間：{document.first_year}年度～{document.last_year}年度",
        "",
        document.municipality,
        "",
        f"{document.first_year}年3月",
        "",
        f"{document.title}実施計画体系図",
    ]


def _tree(printed: Printed) -> list[str]:
    lines: list[str] = []
    total = 0
    for g, goal in enumerate(printed.document.goals, 1):
        lines += ["", f"重点推進目標 {g} {goal.title}"]
        count = 0
        for i, initiative in enumerate(goal.initiatives, 1):
            lines += ["", f"取組事項 {i} {initiative.title}", ""]
            numbers = [f"{g}-{i}-{p}" for p, _ in enumerate(initiative.plans, 1)]
            rows = [printed.overview[one] for one in numbers if one in printed.overview]
            lines += rows
            count += len(rows)
        lines += ["", f"計 {count + printed.counts_off}計画"]
        total += count
    return [*lines, "", f"合計 {total}計画", "", ""]


def _sdgs(codes: tuple[str, ...]) -> list[str]:
    """The running header with the SDG codes, before the page that they belong to."""
    return ["SDGs", "", "/".join(codes), "", "", ""] if codes else []
