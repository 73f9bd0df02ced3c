"""The defects of real sources, each put into a printed document on purpose.

A defect changes the print of one plan, and says what must come of it: which finding, and what a
careful reader can no longer know. It returns False, and changes nothing, where it cannot occur.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tests.generator.printers.document import Overview, Printed, page_headings
from tests.generator.printers.page import Line, Role, japanese

Defect = Callable[[Printed, str], bool]

UNKNOWN: tuple[None, ...] = (None,) * 5


def _lines(printed: Printed, number: str, role: Role) -> list[int]:
    return [n for n, line in enumerate(printed.pages[number]) if line.role == role]


def _in_one_row(printed: Printed, number: str) -> int | None:
    """Where the one row of all marks stands, if the layout has one."""
    page = printed.pages[number]
    heads = [n for n in _lines(printed, number, "marks-row") if page[n - 1].role == "marks-head"]
    one = len(heads) == 1 and "情報公開" in page[heads[0] - 1].text
    return heads[0] if one else None


def marks_row_missing(printed: Printed, number: str) -> bool:
    """The row of marks is not there: five marks and the website are unknown."""
    at = _in_one_row(printed, number)
    plan = printed.plans[number]
    if at is None:
        return False
    del printed.pages[number][at]
    pages = plan.pages if printed.places[number].style.pages_in_head else ()
    printed.plans[number] = replace(plan, marks=UNKNOWN, website=None, other=(), pages=pages)
    printed.findings |= {("marks-missing", number)}
    return True


def five_marks_missing(printed: Printed, number: str) -> bool:
    """In single lines: the five marks' row is not there, that of the website is."""
    rows = _lines(printed, number, "marks-row")
    if len(rows) != 1 or not _lines(printed, number, "site-row"):
        return False
    del printed.pages[number][rows[0]]
    printed.plans[number] = replace(printed.plans[number], marks=UNKNOWN)
    printed.findings |= {("marks-missing", number)}
    return True


def website_shifted(printed: Printed, number: str) -> bool:
    """The ○ of the website stands a cell to the left, on the label 情報公開."""
    at = _in_one_row(printed, number)
    plan = printed.plans[number]
    if at is None or not plan.website:
        return False
    cells = printed.pages[number][at].text.split("\t")
    column = printed.pages[number][at - 1].text.split("\t").index("情報公開")
    cells[column], cells[column + 1] = "○", ""
    if plan.other:
        cells[column + 1], cells[column + 2] = cells[column + 2], ""
    printed.pages[number][at] = Line("marks-row", "\t".join(cells))
    printed.findings |= {("marks-shifted", number)}
    return True


def mark_in_the_heading(printed: Printed, number: str) -> bool:
    """A ○ among the labels, and a rule instead of the row of marks: every mark is unclear."""
    at = _in_one_row(printed, number)
    if at is None or printed.places[number].style.empty_column:
        return False
    labels = printed.pages[number][at - 1].text.split("\t")
    labels.insert(6, "○")
    rule = "\t".join("-" * 5 for _ in labels)
    printed.pages[number][at - 1 : at + 1] = [
        Line("marks-head", "\t".join(labels)),
        Line("rule", rule),
    ]
    plan = printed.plans[number]
    pages = plan.pages if printed.places[number].style.pages_in_head else ()
    printed.plans[number] = replace(plan, marks=UNKNOWN, website=None, other=(), pages=pages)
    return True


def wrong_initiative(printed: Printed, number: str) -> bool:
    """The page's heading names another initiative; the overview wins."""
    place = printed.places[number]
    others = [
        ((g, goal), (i, initiative))
        for g, goal in enumerate(printed.document.goals, 1)
        for i, initiative in enumerate(goal.initiatives, 1)
        if initiative != place.initiative and goal == place.goal
    ]
    if not others:
        return False
    page = printed.pages[number]
    at = _lines(printed, number, "initiative")
    heading = page_headings(place, *others[0])[2]
    for n in at:
        page[n] = heading
    printed.findings |= {("header-disagrees", number)}
    return True


def overview_row_shifted(printed: Printed, number: str) -> bool:
    """The title of a row stands at the end of the row before; its components keep its number."""
    plan = printed.plans[number]
    goal, initiative, position = (int(one) for one in number.split("-"))
    before = f"{goal}-{initiative}-{position - 1}"
    if position < 2 or len(plan.components) < 2:
        return False
    earlier = printed.plans[before]
    row = Overview(f"{earlier.title} {plan.title}", earlier.departments)
    printed.overview[before] = row.printed(position - 1)
    parts = tuple(one.title for one in plan.components)
    printed.overview[number] = Overview("", plan.departments, parts).printed(position)
    printed.findings |= {("overview-row-shifted", None)}
    return True


def headings_missing(printed: Printed, number: str) -> bool:
    """Goal and initiative are not printed on the page; the overview has them."""
    page = printed.pages[number]
    printed.pages[number] = [line for line in page if line.role not in ("goal", "initiative")]
    return True


def _overview(printed: Printed, number: str, **changes: object) -> None:
    plan = printed.plans[number]
    row = Overview(plan.title, plan.departments)
    changed = replace(row, **changes)  # type: ignore[arg-type]
    printed.overview[number] = changed.printed(int(number.rsplit("-", 1)[-1]))


def department_not_in_overview(printed: Printed, number: str) -> bool:
    """The overview leaves a department of the page out; the page wins."""
    departments = printed.plans[number].departments
    if len(departments) < 2:
        return False
    _overview(printed, number, departments=departments[:-1])
    printed.findings |= {("department-not-in-overview", number)}
    return True


def department_not_on_page(printed: Printed, number: str) -> bool:
    """The overview names a department that the page does not; the page wins."""
    departments = printed.plans[number].departments
    _overview(printed, number, departments=(*departments, "施設整備推進室"))
    printed.findings |= {("department-not-on-page", number)}
    return True


def title_differs(printed: Printed, number: str) -> bool:
    """The overview words the title otherwise; the page wins."""
    plan = printed.plans[number]
    _overview(printed, number, title=f"{plan.title}等")
    printed.findings |= {("title-differs", number)}
    return True


def count_disagrees(printed: Printed, number: str) -> bool:  # noqa: ARG001
    """The printed number of plans is not what stands there."""
    printed.counts_off = 1
    printed.findings |= {("count-disagrees", None)}
    return True


def _replaced(printed: Printed, number: str, change: Callable[[Line], str]) -> bool:
    page = printed.pages[number]
    printed.pages[number] = [Line(line.role, change(line)) for line in page]
    return printed.pages[number] != page


_WIDE = str.maketrans({code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)})
_LETTERS = re.compile(r"[0-9A-Za-z%]+(?![^<]*>)")


def full_width(printed: Printed, number: str) -> bool:
    """Digits and letters in full width: the same letters."""
    kept = ("rule", "marks-head", "marks-row", "component")
    return _replaced(
        printed,
        number,
        lambda line: (
            line.text
            if line.role in kept or "<" in line.text
            else _LETTERS.sub(lambda m: m[0].translate(_WIDE), line.text)
        ),
    )


def spaced_letters(printed: Printed, number: str) -> bool:
    """Spaces inside a word, as a scan puts them: A I, I C T."""
    title = printed.plans[number].title
    spaced = re.sub(r"(?<![A-Za-z])[A-Z]{2,3}(?![A-Za-z])", lambda m: " ".join(m[0]) + " ", title)
    if spaced == title:
        return False
    return _replaced(
        printed,
        number,
        lambda line: line.text.replace(title, spaced) if line.role == "head" else line.text,
    )


def japanese_years(printed: Printed, number: str) -> bool:
    """The columns are headed by 和暦 alone."""
    return _replaced(
        printed,
        number,
        lambda line: (
            re.sub(
                r"(20\d\d)年度[（(]令和.{1,2}年度[)）]",
                lambda m: f"令和{japanese(int(m[1]))}年度",
                line.text,
            )
            if line.role in ("years", "table-head", "head")
            else line.text
        ),
    )


def western_years(printed: Printed, number: str) -> bool:
    """The columns are headed by western years alone."""
    return _replaced(
        printed,
        number,
        lambda line: (
            re.sub(r"(20\d\d年度)[（(]令和.{1,2}年度[)）]", r"\1", line.text)
            if line.role in ("years", "table-head", "head")
            else line.text
        ),
    )


def more_blank_lines(printed: Printed, number: str) -> bool:
    """Blank lines, some with a stray space, between all lines that no table holds together."""
    loose = ("goal", "initiative", "component", "pages")
    page: list[Line] = []
    for line in printed.pages[number]:
        page.append(line)
        if line.role in loose:
            page += [Line("blank", ""), Line("blank", " ")]
    changed = page != printed.pages[number]
    printed.pages[number] = page
    return changed


def trailing_tabs(printed: Printed, number: str) -> bool:
    """Rows of the table with empty cells at their end."""
    return _replaced(
        printed,
        number,
        lambda line: line.text + "\t\t" if line.role in ("row", "table-head") else line.text,
    )


def bold_title(printed: Printed, number: str) -> bool:
    """Markdown bold around the title."""
    title = printed.plans[number].title
    return _replaced(
        printed,
        number,
        lambda line: (
            line.text.replace(title, f"**{title}**")
            if line.role == "head" and "**" not in line.text
            else line.text
        ),
    )


def plan_not_in_overview(printed: Printed, number: str) -> bool:
    """The overview lacks the last plan of an initiative; its page is there."""
    goal, initiative, position = (int(one) for one in number.split("-"))
    plans = printed.document.goals[goal - 1].initiatives[initiative - 1].plans
    if position != len(plans) or len(plans) < 2:
        return False
    del printed.overview[number]
    printed.findings |= {("plan-not-in-overview", number)}
    return True


DEFECTS: tuple[Defect, ...] = (
    marks_row_missing,
    five_marks_missing,
    website_shifted,
    mark_in_the_heading,
    wrong_initiative,
    overview_row_shifted,
    headings_missing,
    department_not_in_overview,
    department_not_on_page,
    title_differs,
    count_disagrees,
    full_width,
    spaced_letters,
    japanese_years,
    western_years,
    more_blank_lines,
    trailing_tabs,
    bold_title,
    plan_not_in_overview,
)
