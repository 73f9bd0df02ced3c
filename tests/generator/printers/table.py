"""The action table (取組内容 × 行動計画): one column or two for each fiscal year."""

from __future__ import annotations

from tests.generator.meaning import Action, Milestone, Section
from tests.generator.printers import targets
from tests.generator.printers.page import BLANK, Line, Place, row


def _starts(place: Place) -> dict[int, int]:
    """The first cell of each year, counted after the name's cell."""
    width = 2 if place.style.two_columns_a_year else 1
    return {year: n * width for n, year in enumerate(place.document.years)}


def _width(place: Place) -> int:
    return len(place.document.years) * (2 if place.style.two_columns_a_year else 1)


def _packed(milestones: tuple[Milestone, ...]) -> list[list[Milestone]]:
    """Milestones in as few rows as no two of a row share a year."""
    rows: list[list[Milestone]] = []
    for milestone in milestones:
        free = (one for one in rows if one[-1].last_year < milestone.first_year)
        into = next(free, None)
        if into is None:
            rows.append([milestone])
        else:
            into.append(milestone)
    return rows or [[]]


def _year_cells(milestones: list[Milestone], place: Place) -> list[str]:
    """The cells of one row; a milestone over several years is drawn with arrows."""
    texts = [""] * _width(place)
    starts = _starts(place)
    for one in milestones:
        first, last = starts[one.first_year], starts[one.last_year]
        texts[first] = one.text
        if last > first and place.style.arrow_in_each:
            texts[first] += f" {place.style.arrow}"
            for year in range(one.first_year + 1, one.last_year + 1):
                texts[starts[year]] = place.style.arrow
        elif last > first:
            texts[last] = place.style.arrow
    return texts


def _rows(action: Action, place: Place) -> list[list[str]]:
    """The rows of one action; from the second on its name is empty."""
    packed = _packed(action.milestones)
    return [
        [action.title if n == 0 else "", *_year_cells(milestones, place)]
        for n, milestones in enumerate(packed)
    ]


def head(place: Place) -> list[Line]:
    starts = _starts(place)
    years = [""] * _width(place)
    for year, start in starts.items():
        years[start] = place.year(year)
    empty = [""] * (_width(place) - 1)
    target = f"{place.document.last_year}年度末までの目標値"
    return [
        row("table-head", "取組内容", "行動計画", *empty, target),
        row("years", "", *years, ""),
    ]


def table(section: Section, place: Place) -> list[Line]:
    """The whole table, with what stands after it."""
    body = [cells for action in section.actions for cells in _rows(action, place)]
    wanted, baselines = targets.targets(section, place), targets.baselines(section, place)
    where = place.style.baselines
    last: list[str] = [""] * len(body)
    last[0] = wanted
    if where == "same" or (where == "next row" and len(body) == 1):
        last[0] = f"{wanted} {baselines}".strip()
    elif where == "next row":
        last[1] = baselines
    elif where == "own row" and baselines:
        body.append([""] * (_width(place) + 1))
        last.append(baselines)
    lines = head(place)
    lines += [row("row", *cells, cell) for cells, cell in zip(body, last, strict=True)]
    if where == "after table":
        after = targets.lines_after(section, place)
        lines += [BLANK, *(Line("after", text) for text in after)] if after else []
    return [*lines, BLANK]
