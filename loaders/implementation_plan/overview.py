"""The overview (体系図): goals, initiatives, the list of plans, and the front matter.

Its rows may be shifted: a title that slid to the row above, a number that slid to the row below.
"""

from __future__ import annotations

import re

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.head import split_departments
from keikaku.loaders.implementation_plan.period_lines import PeriodLines
from keikaku.loaders.implementation_plan.sections import section_label
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import (
    Overview,
    OverviewGroup,
    OverviewPlan,
    Remark,
    Spot,
)
from keikaku.loaders.text import circled_number, fold, plain, tidy, years_in

_SECTION = family.HIERARCHY
_GROUPS = (
    *(("goal", pattern) for pattern in family.GOALS),
    *(("initiative", pattern) for pattern in family.INITIATIVES),
)
_SUBTITLE = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_MUNICIPALITY = re.compile(r"^[^\s。、]{1,20}[都道府県市区町村省庁]$")
_IN_TITLE = re.compile(r"([^\s\d、。]{1,8}?[市町村区県])(?=[^\s]{3})")
_PUBLISHED = re.compile(r"^(?P<year>\D{0,2}\d{1,4}年)\s*(?P<month>\d{1,2})月")


class _Entry:
    """A row of the list of plans: number (or None), title, sub-titles, departments."""

    def __init__(self, row: Row, number: int | None, title: str) -> None:
        self.row = row
        self.number = number
        self.subtitles: list[str] = []
        self.title = title
        if _only_parentheses(title):
            self.title = ""
            self.subtitles = [plain(s) for s in _SUBTITLE.findall(title)]
        self.departments = " ".join(row.filled[1:])


def _only_parentheses(text: str) -> bool:
    return bool(text) and not _SUBTITLE.sub("", text).strip()


def read_overview(rows: list[Row]) -> Overview:
    """Read the rows before the first page."""
    reader = _Reader()
    for row in rows:
        reader.read(row)
    return reader.finished()


class _Reader:
    """Takes the overview row by row: front matter, goals, initiatives and their plans."""

    def __init__(self) -> None:
        self.overview = Overview()
        self._period = PeriodLines()
        self._goal = ""
        self._initiative = ""
        self._entries: list[_Entry] = []
        self._counts: list[tuple[str, int, Row]] = []
        self._ended: Row | None = None

    def read(self, row: Row) -> None:
        if self._ended is not None or section_label(row):
            # A page whose head is lost begins here.
            self._ended = self._ended or row
            return
        head = group_head(row.text)
        if head is not None and head[0] == "goal":
            self._open_goal(row, head[1], head[2])
        elif head is not None and self._goal:
            self._open_initiative(row, head[1], head[2])
        elif not self._goal:
            if not self._period.read(row):
                _front_matter(self.overview, row)
        elif figures := family.FIGURES.match(fold(row.text)):
            goal = "" if figures["sum"] == "合計" else self._goal
            self._counts.append((goal, int(figures["count"]), row))
        elif row.filled and self._initiative:
            self._list(_entry(row), row)

    def _list(self, entry: _Entry, row: Row) -> None:
        """Take a row of the list; one of nothing but departments goes on with the row above."""
        words = [word for word in re.split(r"[、,\s]+", row.text) if word not in {"等", "など"}]
        only = all(word.endswith(family.DEPARTMENT_ENDS) for word in words)
        bare = "(" not in row.text and len(row.filled) == 1
        if entry.number is None and self._entries and words and only and bare:
            above = self._entries[-1]
            above.departments = f"{above.departments} {row.text}".strip()
        else:
            self._entries.append(entry)

    def finished(self) -> Overview:
        self._close()
        if self._ended is not None:
            text = tidy(self._ended.text)
            spot = Spot(self._ended.line, "本文", text)
            self.overview.remarks.append(Remark("page-without-head", [spot], {"text": text}))
        if not self.overview.municipality:
            match = _IN_TITLE.match(self.overview.title)
            self.overview.municipality = match[1] if match else ""
        self._period.write_to(self.overview)
        _check_counts(self.overview, self._counts)
        return self.overview

    def _open_goal(self, row: Row, printed: str | None, title: str) -> None:
        self._close()
        goals = self.overview.goals
        self._goal, self._initiative = _number(printed, len(goals) + 1), ""
        spot = Spot(row.line, _SECTION, row.text)
        goals.setdefault(self._goal, OverviewGroup(self._goal, title, spot))

    def _open_initiative(self, row: Row, printed: str | None, title: str) -> None:
        self._close()
        initiatives = self.overview.initiatives
        of_goal = sum(1 for n in initiatives if n.startswith(f"{self._goal}-"))
        self._initiative = f"{self._goal}-{_number(printed, of_goal + 1)}"
        spot = Spot(row.line, _SECTION, row.text)
        initiatives.setdefault(self._initiative, OverviewGroup(self._initiative, title, spot))

    def _close(self) -> None:
        if self._initiative:
            _add_plans(self.overview, self._initiative, self._entries)
        self._entries = []


def _entry(row: Row) -> _Entry:
    """Return a row of the list of plans; its number may stand in a cell of its own."""
    title = row.filled[0]
    number = circled_number(title)
    if number is None:
        return _Entry(row, None, title)
    title = re.sub(r"^\s*(?:\(\d{1,2}\)|\d{1,2}[.)]|\S)\s*", "", title, count=1)
    if title or len(row.filled) == 1:
        return _Entry(row, number, title)
    rest = Row(row.line, row.filled[1:], row.tabbed)
    return _Entry(rest, number, rest.filled[0])


def group_head(text: str) -> tuple[str, str | None, str] | None:
    """``("goal" | "initiative", number or None, title)`` of a heading line, else None."""
    text = text.strip()
    for what, pattern in _GROUPS:
        match = pattern.match(text)
        if match and (match["number"] or match["title"]):
            return what, match["number"], plain(match["title"] or "")
    return None


def _number(printed: str | None, default: int) -> str:
    return str(int(printed)) if printed else str(default)


def _front_matter(overview: Overview, row: Row) -> None:
    text = tidy(row.text)
    if not text:
        return
    published = _PUBLISHED.match(text)
    if published and years_in(text):
        overview.published = f"{years_in(text)[0][0]}-{int(published['month']):02d}"
    elif _MUNICIPALITY.match(text) and not overview.municipality:
        overview.municipality = text
    elif not overview.title:
        overview.title = text
        overview.spot = Spot(row.line, "表紙", text)


def _add_plans(overview: Overview, initiative: str, entries: list[_Entry]) -> None:
    shifted = _unshift(entries)
    for row in shifted:
        overview.remarks.append(
            Remark(
                "overview-row-shifted",
                [Spot(row.line, _SECTION, row.text, "repaired", 0.9)],
                {"initiative": initiative, "row": tidy(row.text)},
            )
        )
    for position, entry in enumerate(entries, 1):
        number = f"{initiative}-{entry.number or position}"
        title = plain(entry.title)
        repaired = entry.row in shifted
        spot = Spot(
            entry.row.line,
            _SECTION,
            entry.row.text,
            "repaired" if repaired else "stated",
            0.9 if repaired else 1.0,
        )
        names = split_departments(entry.departments, spot)
        if number in overview.plans:
            overview.remarks.append(Remark("duplicate-plan", [spot], {"plan": number}))
            continue
        overview.plans[number] = OverviewPlan(number, title, names, spot, entry.subtitles)


def _unshift(entries: list[_Entry]) -> list[Row]:
    """Put titles and numbers that slid to a neighbouring row back; return the rows concerned."""
    shifted: list[Row] = []
    index = 0
    while index < len(entries):
        entry = entries[index]
        previous = entries[index - 1] if index else None
        if entry.number is not None and not entry.title and previous is not None:
            if previous.number is None:
                entry.title = _SUBTITLE.sub("", previous.title).strip()
                entry.subtitles = [
                    *(plain(s) for s in _SUBTITLE.findall(previous.title)),
                    *previous.subtitles,
                    *entry.subtitles,
                ]
                entry.departments = f"{previous.departments} {entry.departments}".strip()
                entries.pop(index - 1)
                shifted.append(entry.row)
                continue
            left, _, right = previous.title.rpartition(" ")
            if left and right:
                previous.title, entry.title = left, right
                shifted.append(entry.row)
        elif entry.number is None and not entry.title and previous is not None:
            previous.subtitles += entry.subtitles
            previous.departments = f"{previous.departments} {entry.departments}".strip()
            entries.pop(index)
            continue
        index += 1
    for entry in entries:
        subtitles = _SUBTITLE.findall(entry.title)
        first = entry.title.find(" (")
        if subtitles and first > 0:
            entry.subtitles = [*(plain(s) for s in _SUBTITLE.findall(entry.title[first:]))]
            entry.title = entry.title[:first]
    return shifted


def _check_counts(overview: Overview, counts: list[tuple[str, int, Row]]) -> None:
    for goal, printed, row in counts:
        counted = sum(1 for number in overview.plans if not goal or number.startswith(f"{goal}-"))
        if counted != printed:
            what = f"{family.GOAL_WORD}{goal}" if goal else "合計"
            overview.remarks.append(
                Remark(
                    "count-disagrees",
                    [Spot(row.line, _SECTION, row.text)],
                    {"what": what, "printed": printed, "counted": counted},
                )
            )
