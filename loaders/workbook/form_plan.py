"""The form that a city fills in → records, by the same stages as a published text.

Each cell is read as a line, so that what plans name (themes, guidelines, other plans) is found as
in a text; at the end every line becomes its sheet and cell.
"""

from __future__ import annotations

import re
from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.graph.records import Records
from keikaku.graph.years import fiscal_year
from keikaku.loaders.implementation_plan.assemble import assemble
from keikaku.loaders.implementation_plan.plan_reader import DocumentReading
from keikaku.loaders.mentions.guideline_mentions import Guidelines
from keikaku.loaders.mentions.plan_mentions import GuidelineMention, Mentions, find_mentions
from keikaku.loaders.mentions.theme_mentions import read_themes
from keikaku.loaders.readings import (
    ActionReading,
    ArrowReading,
    ComponentReading,
    MilestoneReading,
    NamedThing,
    Overview,
    OverviewGroup,
    Part,
    PlanReading,
    Prose,
)
from keikaku.loaders.sdgs import is_ambiguous, sdg_codes
from keikaku.loaders.sheet_reader import Book
from keikaku.loaders.text import tidy
from keikaku.loaders.workbook.form_indicators import add_indicator, read_indicator
from keikaku.loaders.workbook.form_rows import Field, Line, Sheets
from keikaku.loaders.workbook.plan_form import (
    DOCUMENT_FACTS,
    GUIDE,
    MARKED,
    MARKS,
    NOT_KNOWN,
    VERSION,
)
from keikaku.loaders.workbook.plan_form_problems import (
    BAD_NUMBER,
    DUPLICATE_NUMBER,
    LOST_ZERO,
    NO_COMPONENT,
    NO_MARK,
    NO_PERIOD,
    NO_PLAN,
    NO_SDG,
    NO_YEAR,
)

_NO_FORM = Text(
    "{path}: keikaku の様式ではないブックです。keikaku template --out plan.xlsx で様式を作り、"
    "そこに記入してください。",
    "{path}: is no form of keikaku; keikaku template --out plan.xlsx makes one to fill in.",
)
_NO_PLANS = Text(
    "{path}:「実施計画」シートに計画が一つもありません。",
    "{path}: the sheet of plans holds none.",
)
_MARKS_AS_TYPED = {"○": MARKED, "〇": MARKED, "◯": MARKED, "?": NOT_KNOWN, "？": NOT_KNOWN}
_FORM_OF_NUMBER = {parts: re.compile(r"\d{1,3}" + r"-\d{1,3}" * (parts - 1)) for parts in (1, 2, 3)}
_ARROWS = {"→", "⇒", "➡", "同左", "〃", "―→", "-→", "↓"}
_FIRST_YEAR_TYPED = 1868  # a head from here on is a year, not a position


def read(path: Path, book: Book, document_id: str, themes_file: Path | None = None) -> Records:
    """Read the form, opened as a book, into records.

    Raises:
        SourceError: it is no form of keikaku, or cells have to be mended, each named.
    """
    if not book.is_of(GUIDE, VERSION):
        raise SourceError(_NO_FORM.format(path=path))
    form = _Form(Sheets(book))
    reading = form.reading()
    if not reading.plans and not form.sheets.problems:
        raise SourceError(_NO_PLANS.format(path=path))
    form.sheets.refuse()
    themes = read_themes(themes_file)
    overview = reading.overview
    document = overview.head(document_id, path.name, book.sha256)
    mentions = find_mentions(reading.plans, overview, themes)
    for number, thing in form.guidelines:
        _add_guideline(mentions.by_plan[number], thing, overview.municipality)
    return form.sheets.placed(assemble(reading, mentions, themes, document))


class _Form:
    def __init__(self, rows: Sheets) -> None:
        self.sheets = rows
        self.plans: dict[str, PlanReading] = {}
        self.guidelines: list[tuple[str, NamedThing]] = []

    def reading(self) -> DocumentReading:
        overview = self._overview()
        for line in self.sheets.lines("plans"):
            self._plan(line)
        for line in self.sheets.lines("components"):
            self._component(line)
        for line in self.sheets.lines("actions"):
            self._action(line, overview)
        for line in self.sheets.lines("indicators"):
            self._indicator(line)
        order = sorted(self.plans, key=lambda number: [int(n) for n in number.split("-")])
        return DocumentReading(overview=overview, plans=[self.plans[number] for number in order])

    def _overview(self) -> Overview:
        overview = Overview()
        keys = {title: key for key, text in DOCUMENT_FACTS.items() for title in text}
        for line in self.sheets.lines("document"):
            key, cell = keys.get(line.text("what")), line.fields.get("value")
            if key is None or cell is None:
                continue
            if overview.spot is None:
                overview.spot = cell.spot
            if key.endswith("_year"):
                year = fiscal_year(cell.text)
                if year is None:
                    self.sheets.problem(NO_YEAR, line, "value", value=cell.text)
                setattr(overview, key, year)
            else:
                setattr(overview, key, tidy(cell.text))
        for line in self.sheets.lines("groups"):
            number = self._number(line, "number", 1, 2)
            if number:
                group = OverviewGroup(number, tidy(line.text("title")), line.spot("title"))
                known = overview.initiatives if "-" in number else overview.goals
                known[number] = group
        return overview

    def _plan(self, line: Line) -> None:
        number = self._number(line, "number", 3)
        if number is None:
            return
        if number in self.plans:
            self.sheets.problem(DUPLICATE_NUMBER, line, "number", value=number)
            return
        plan = PlanReading(number=number, title=tidy(line.text("title")))
        self.plans[number] = plan
        plan.spot = line.spot("title")
        plan.departments = [*line.names("lead")[:1], *line.names("co")]
        self._prose(line, plan, plan)
        self._marks(line, plan)
        plan.disclosure.other = line.names("other")
        plan.disclosure.pages = line.names("pages")
        plan.sdgs = self._sdgs(line)
        for thing in line.names("guidelines"):
            self.guidelines.append((number, thing))
            plan.lines.append((thing.spot.line, thing.spot.section, f"「{thing.name}」"))

    def _marks(self, line: Line, plan: PlanReading) -> None:
        plan.has_marks = True
        plan.disclosure.website = False
        for key in (*MARKS, "website"):
            cell = line.fields.get(key)
            mark = _MARKS_AS_TYPED.get(cell.text) if cell else None
            if cell and mark is None:
                self.sheets.problem(NO_MARK, line, key, value=cell.text)
            elif cell and key == "website":
                plan.disclosure.website = True if mark == MARKED else None
                plan.disclosure.website_spot = cell.spot
            elif cell and mark == MARKED:
                plan.marks.marked[key] = cell.spot
            elif cell:
                plan.marks.unknown[key] = cell.spot

    def _component(self, line: Line) -> None:
        plan = self._plan_of(line)
        if plan is None:
            return
        component = ComponentReading(title=tidy(line.text("title")), spot=line.spot("title"))
        component.departments = line.names("departments")
        self._prose(line, component, plan)
        plan.components.append(component)

    def _action(self, line: Line, overview: Overview) -> None:
        part = self._part_of(line)
        if part is None:
            return
        plan, holder = part
        action = ActionReading(tidy(line.text("title")), line.spot("title"))
        holder.actions.append(action)
        plan.lines.append((action.spot.line, "取組内容", action.title))
        for position, cell in sorted(line.years.items()):
            year = self._year(position, cell, line, overview)
            if year is None:
                continue
            if cell.text in _ARROWS:
                _go_on(action, year)
                continue
            text = tidy(cell.text.rstrip("→ "))
            action.milestones.append(MilestoneReading(text, year, year, "no", None, cell.spot))
            plan.lines.append((cell.spot.line, "行動計画", text))

    def _year(self, position: int, cell: Field, line: Line, overview: Overview) -> int | None:
        if position >= _FIRST_YEAR_TYPED:
            return position
        if overview.first_year is None:
            self.sheets.problem(NO_PERIOD, line, "title", value=cell.text)
            return None
        return overview.first_year + position - 1

    def _indicator(self, line: Line) -> None:
        part = self._part_of(line)
        if part is None:
            return
        plan, holder = part
        indicator = read_indicator(line, self.sheets)
        add_indicator(holder.indicators, indicator)
        plan.lines.append((indicator.spot.line, "目標値", indicator.name))

    def _prose(self, line: Line, part: Part, plan: PlanReading) -> None:
        for key in ("overview", "vision"):
            cell = line.fields.get(key)
            if cell:
                text = tidy(cell.text)
                setattr(part, key, Prose(text, cell.spot))
                plan.lines += [
                    (cell.spot.line, cell.spot.section, each) for each in text.split("\n") if each
                ]

    def _number(self, line: Line, key: str, *parts: int) -> str | None:
        number = re.sub(r"[‐‑–—―−ーｰ]", "-", line.text(key)).replace(" ", "")
        if any(_FORM_OF_NUMBER[n].fullmatch(number) for n in parts):
            return number
        if number:
            self.sheets.problem(BAD_NUMBER, line, key, value=number)
        return None

    def _sdgs(self, line: Line) -> list[NamedThing]:
        cell = line.fields.get("sdgs")
        if cell is None:
            return []
        if isinstance(cell.value, float) and is_ambiguous(cell.value):
            self.sheets.problem(LOST_ZERO, line, "sdgs", value=cell.text)
        codes, unread = sdg_codes(cell.text)
        if unread:
            self.sheets.problem(NO_SDG, line, "sdgs", value="、".join(unread))
        return [NamedThing(code, cell.spot) for code in codes]

    def _plan_of(self, line: Line) -> PlanReading | None:
        number = self._number(line, "plan", 3)
        if number is not None and number not in self.plans:
            self.sheets.problem(NO_PLAN, line, "plan", value=number)
        return self.plans.get(number or "")

    def _part_of(self, line: Line) -> tuple[PlanReading, Part] | None:
        """Return the plan of a row, and the part that it is about: that plan or its component."""
        plan = self._plan_of(line)
        if plan is None:
            return None
        title = tidy(line.text("component"))
        if not title:
            return plan, plan
        for component in plan.components:
            if component.title == title:
                return plan, component
        self.sheets.problem(NO_COMPONENT, line, "component", value=title)
        return None


def _add_guideline(mentions: Mentions, thing: NamedThing, city: str) -> None:
    """Add one that the form names outright, whatever its name looks like."""
    if any(thing.name in {each.name, each.printed} for each in mentions.guidelines):
        return
    kind = Guidelines([city] if city else []).whole(thing.name) or "other"
    mention = GuidelineMention(
        thing.name, thing.name, kind, False, thing.spot, 0, 0, len(thing.name)
    )
    mentions.guidelines.append(mention)


def _go_on(action: ActionReading, year: int) -> None:
    """Let an arrow carry the milestone before it on; the first of a row is a bare arrow."""
    if action.milestones:
        action.milestones[-1] = action.milestones[-1]._replace(last_year=year, continues="yes")
    else:
        first = action.arrow.first_year if action.arrow else year
        action.arrow = ArrowReading(first, year)
