"""What every printer shares: a page as lines with their role, its place, and the style of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.generator.meaning import Document, Goal, Initiative, Plan

Role = Literal[
    "goal",
    "initiative",
    "head",
    "rule",
    "prose",
    "marks-head",
    "marks-row",
    "site-head",
    "site-row",
    "pages",
    "component",
    "table-head",
    "years",
    "row",
    "after",
    "sdgs",
    "blank",
]


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line and what it is, so that a defect can find it."""

    role: Role
    text: str


BLANK = Line("blank", "")

Bullets = Literal["dot", "list", "bare", "roman", "circled", "paragraph"]
BaselinePlace = Literal["same", "next row", "own row", "after table"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is set; none of it changes what the page means."""

    spaced_heads: bool = True
    glued_name: bool = False
    glued_departments: bool = False
    departments_by: Literal["、", " ", "・"] = "、"
    five_spaced: bool = False
    half_brackets: bool = False
    empty_column: bool = False
    pages_in_head: bool = True
    tagged_prose: bool = True
    page_per_component: bool = False
    two_columns_a_year: bool = False
    arrow_in_each: bool = False
    bullets: Bullets = "dot"
    baselines: BaselinePlace = "same"
    by_colon: bool = False
    year_before: bool = False
    no_separators: bool = False
    pages_as_list: bool = False
    as_of: Literal["時点の現況値", "時点での現況値", "の現況値"] = "時点の現況値"
    arrow: Literal["→", "➔"] = "→"
    numberless_heads: bool = False
    and_others: bool = False
    departments_on_two_lines: bool = False
    component_prose: bool = False
    note: Literal["", "※国の動向を踏まえて見直す。", "※令和2年度から2割増"] = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a plan stands, and in what it is printed."""

    document: Document
    number: str
    goal: Goal
    initiative: Initiative
    plan: Plan
    style: Style

    @property
    def site(self) -> str:
        """市, 町 or 村: what the labels of 情報公開 begin with."""
        return self.document.municipality[-1]

    @property
    def circled(self) -> str:
        """The plan's own number, circled."""
        return chr(0x2460 + int(self.number.rsplit("-", 1)[-1]) - 1)

    def departments(self) -> str:
        """The names in one line, maybe with 等, which names nobody."""
        others = " 等" if self.style.and_others else ""
        return self.style.departments_by.join(self.plan.departments) + others

    def department_lines(self) -> list[str]:
        """The names, maybe broken over two lines."""
        names, by = self.plan.departments, self.style.departments_by
        if not self.style.departments_on_two_lines or len(names) < 2:
            return [self.departments()]
        return [by.join(names[:-1]), names[-1]]

    def brackets(self, text: str) -> str:
        return f"({text})" if self.style.half_brackets else f"（{text}）"

    def year(self, year: int) -> str:
        return f"{year}年度" + self.brackets(f"令和{japanese(year)}年度")


def japanese(year: int) -> str:
    """A western year in 令和: 2019 → 元."""
    return "元" if year == 2019 else str(year - 2018)


def cells(*texts: str) -> str:
    return "\t".join(texts)


def row(role: Role, *texts: str) -> Line:
    return Line(role, cells(*texts))


def rule(*texts: str) -> Line:
    """The Markdown rule that stands under a table's first row."""
    return Line("rule", cells(*("-" * max(3, len(text)) for text in texts)))


def headings(place: Place) -> list[Line]:
    """The two lines at a page's top."""
    goal, initiative, _ = place.number.split("-")
    gap = " " if place.style.spaced_heads else ""
    if place.style.numberless_heads:
        return [
            Line("goal", f"重点推進目標：{place.goal.title}"),
            BLANK,
            Line("initiative", f"取組事項：{place.initiative.title}"),
            BLANK,
        ]
    return [
        Line("goal", f"重点推進目標{gap}{goal} {place.goal.title}"),
        BLANK,
        Line("initiative", f"取組事項{gap}{initiative} {place.initiative.title}"),
        BLANK,
    ]


def label_of(place: Place) -> str:
    """The overview's text with the rules and the plans that it names."""
    sentences = [f"「{name}」に基づき、必要な取組を行う。" for name in place.plan.guidelines]
    sentences += [f"「{title}」と連携して進める。" for title in place.plan.depends_on]
    return place.plan.overview + "".join(sentences)


def prose(place: Place) -> tuple[str, str]:
    """事業概要 and 目指す姿 as their cells are printed."""
    texts = (label_of(place), place.plan.vision)
    if place.style.tagged_prose:
        return f"<p>{texts[0]}</p>", f"<p>{texts[1]}</p>"
    return texts


def circle(mark: bool | None) -> str:
    return "○" if mark else ""
