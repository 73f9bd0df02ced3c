"""The form that a city fills in → records, by the same stages as a published text.

Each cell is read as a line, so that what plans name (themes, guidelines, other plans) is found as
in a text; at the end every line becomes its sheet and cell.
"""

from __future__ import annotations

from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.findings import FormColumnUnread
from keikaku.graph.folding import fold
from keikaku.graph.language import Text
from keikaku.graph.records import Evidence, Records
from keikaku.graph.years import fiscal_year
from keikaku.loaders.layouts.facts.department_names import Divisions
from keikaku.loaders.layouts.facts.plan_facts import DepartmentFact, LevelFact, PlanFacts
from keikaku.loaders.layouts.layout_graph import DocumentFacts
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
from keikaku.loaders.workbook.form_amounts import add_amounts, add_evaluation
from keikaku.loaders.workbook.form_graph import FormAssembly
from keikaku.loaders.workbook.form_groups import Groups, depth, tidy_number, usual_depth
from keikaku.loaders.workbook.form_indicators import add_indicator, read_indicator
from keikaku.loaders.workbook.form_rows import Field, Line, Sheets
from keikaku.loaders.workbook.plan_form import (
    DOCUMENT_FACTS,
    FIRST_VERSION,
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
    NO_GROUP,
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
_ARROWS = {"→", "⇒", "➡", "同左", "〃", "―→", "-→", "↓"}
_FIRST_YEAR_TYPED = 1868  # a head from here on is a year, not a position


def read(path: Path, book: Book, document_id: str, themes_file: Path | None = None) -> Records:
    """Read the form, opened as a book, into records.

    Raises:
        SourceError: it is no form of keikaku, or cells have to be corrected, each named.
    """
    if not any(book.is_of(GUIDE, version) for version in (VERSION, FIRST_VERSION)):
        raise SourceError(_NO_FORM.format(path=path))
    form = _Form(Sheets(book))
    facts = form.reading()
    if not facts.plans and not form.sheets.problems:
        raise SourceError(_NO_PLANS.format(path=path))
    form.sheets.refuse()
    themes = read_themes(themes_file)
    overview = facts.overview
    document = overview.head(document_id, path.name, book.sha256)
    mentions = find_mentions([plan.reading for plan in facts.plans], overview, themes)
    for number, thing in form.guidelines:
        _add_guideline(mentions.by_plan[number], thing, overview.municipality)
    chains = [form.groups.chain(n, level.spot) for n, level in form.groups.known.items()]
    records = FormAssembly(facts, chains, mentions, themes, document).records()
    for label, spot, count in form.sheets.unread:
        evidence = Evidence(document_id, spot.line, spot.section, label)
        where = label or "見出しなし"
        records.findings.append(
            FormColumnUnread().at(document_id, [evidence], label=where, count=count)
        )
    return form.sheets.placed(records)


class _Form:
    def __init__(self, rows: Sheets) -> None:
        self.sheets = rows
        self.plans: dict[str, PlanFacts] = {}
        self.groups = Groups()
        self.guidelines: list[tuple[str, NamedThing]] = []

    def reading(self) -> DocumentFacts:
        overview = self._overview()
        lines = self.sheets.lines("plans")
        cells = [line.text(key) for line in lines for key in ("lead", "co")]
        divisions = Divisions(cells, [line.text("division") for line in lines])
        usual = usual_depth(tidy_number(line.text("number")) for line in lines)
        for line in lines:
            self._plan(line, divisions, usual)
        for line in self.sheets.lines("components"):
            self._component(line)
        for line in self.sheets.lines("actions"):
            self._action(line, overview)
        for line in self.sheets.lines("indicators"):
            self._indicator(line, overview)
        for line in self.sheets.lines("budgets"):
            plan = self._plan_of(line)
            if plan is not None:
                add_amounts(line, plan, self._by_year(line, overview), self.sheets)
        for line in self.sheets.lines("evaluations"):
            plan = self._plan_of(line)
            if plan is not None:
                add_evaluation(line, plan, self.sheets)
        self.sheets.note_other_sheets()
        plans = list(self.plans.values())
        if all(depth(plan.key) for plan in plans):
            plans.sort(key=lambda plan: [int(n) for n in plan.key.split("-")])
        return DocumentFacts(overview, plans)

    def _overview(self) -> Overview:
        overview = Overview()
        keys = {title: key for key, text in DOCUMENT_FACTS.items() for title in text}
        for line in self.sheets.lines("document"):
            key, cell = keys.get(line.text("what")), line.fields.get("value")
            if key is None and cell is not None:
                self.sheets.unread.append((line.text("what"), cell.spot, 1))
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
            number = tidy_number(line.text("number"))
            if not number:
                continue
            level = LevelFact(
                tidy(line.text("level")), number, tidy(line.text("title")), line.spot("title")
            )
            self.groups.add(level, tidy_number(line.text("group")))
        for number, level in self.groups.known.items():
            top = len(self.groups.chain(number, level.spot)) == 1
            known = overview.goals if top else overview.initiatives
            known[number] = OverviewGroup(number, level.title, level.spot)
        return overview

    def _plan(self, line: Line, divisions: Divisions, usual: int) -> None:
        title = tidy(line.text("title"))
        number = tidy_number(line.text("number"))
        key = number or title
        if not key:
            return
        parent = tidy_number(line.text("group"))
        slip = number in self.groups.known or depth(number) not in {0, usual}
        if number and not parent and slip:
            self.sheets.problem(BAD_NUMBER, line, "number", value=number)
            return
        if key in self.plans:
            field = "number" if number else "title"
            self.sheets.problem(DUPLICATE_NUMBER, line, field, value=key)
            return
        if parent and parent not in self.groups.known:
            self.sheets.problem(NO_GROUP, line, "group", value=parent)
        reading = PlanReading(number=key, title=title)
        plan = self.plans[key] = PlanFacts(reading, key, number)
        reading.spot = line.spot("title")
        above = parent or self.groups.above(number)
        plan.levels = self.groups.chain(above, reading.spot) if above else []
        plan.departments = _departments(line, divisions)
        reading.departments = [NamedThing(each.name, each.spot) for each in plan.departments]
        plan.category = tidy(line.text("category")) or None
        plan.priority = tidy(line.text("priority")) or None
        plan.first_year = self._typed_year(line, "first_year")
        plan.last_year = self._typed_year(line, "last_year")
        self._prose(line, reading, reading)
        plan.problem = self._text(line, "problem", reading)
        self._marks(line, reading)
        reading.disclosure.other = line.names("other")
        reading.disclosure.pages = line.names("pages")
        reading.sdgs = self._sdgs(line)
        for thing in line.names("guidelines"):
            self.guidelines.append((key, thing))
            reading.lines.append((thing.spot.line, thing.spot.section, f"「{thing.name}」"))

    def _typed_year(self, line: Line, key: str) -> int | None:
        text = line.text(key)
        year = fiscal_year(text) if text else None
        if text and year is None:
            self.sheets.problem(NO_YEAR, line, key, value=text)
        return year

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
        reading = plan.reading
        component = ComponentReading(title=tidy(line.text("title")), spot=line.spot("title"))
        component.departments = line.names("departments")
        self._prose(line, component, reading)
        reading.components.append(component)

    def _action(self, line: Line, overview: Overview) -> None:
        part = self._part_of(line)
        if part is None:
            return
        plan, holder = part
        action = ActionReading(tidy(line.text("title")), line.spot("title"))
        holder.actions.append(action)
        plan.lines.append((action.spot.line, "取組内容", action.title))
        for year, cell in self._by_year(line, overview).items():
            if cell.text in _ARROWS:
                _go_on(action, year)
                continue
            text = tidy(cell.text.rstrip("→ "))
            action.milestones.append(MilestoneReading(text, year, year, "no", None, cell.spot))
            plan.lines.append((cell.spot.line, "行動計画", text))

    def _by_year(self, line: Line, overview: Overview) -> dict[int, Field]:
        """Return the cells of a row by fiscal year, in order."""
        by_year: dict[int, Field] = {}
        for position, cell in sorted(line.years.items()):
            year = self._year(position, cell, line, overview)
            if year is not None:
                by_year[year] = cell
        return dict(sorted(by_year.items()))

    def _year(self, position: int, cell: Field, line: Line, overview: Overview) -> int | None:
        if position >= _FIRST_YEAR_TYPED:
            return position
        if overview.first_year is None:
            self.sheets.problem_at(NO_PERIOD, line, cell, value=cell.text)
            return None
        return overview.first_year + position - 1

    def _indicator(self, line: Line, overview: Overview) -> None:
        part = self._part_of(line)
        if part is None:
            return
        plan, holder = part
        indicator = read_indicator(line, self._by_year(line, overview), self.sheets)
        add_indicator(holder.indicators, indicator)
        plan.lines.append((indicator.spot.line, "目標値", indicator.name))

    def _prose(self, line: Line, part: Part, plan: PlanReading) -> None:
        for key in ("overview", "vision"):
            prose = self._text(line, key, plan)
            if prose is not None:
                setattr(part, key, prose)

    def _text(self, line: Line, key: str, plan: PlanReading) -> Prose | None:
        cell = line.fields.get(key)
        if cell is None:
            return None
        text = tidy(cell.text)
        plan.lines += [
            (cell.spot.line, cell.spot.section, each) for each in text.split("\n") if each
        ]
        return Prose(text, cell.spot)

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

    def _plan_of(self, line: Line) -> PlanFacts | None:
        """Return the plan of a row, by its number or its title; None where there is none."""
        text = line.text("plan")
        plan = self.plans.get(tidy_number(text))
        if plan is None and text:
            alike = [p for p in self.plans.values() if fold(p.reading.title) == fold(text)]
            plan = alike[0] if len(alike) == 1 else None
        if plan is None and text:
            self.sheets.problem(NO_PLAN, line, "plan", value=text)
        return plan

    def _part_of(self, line: Line) -> tuple[PlanReading, Part] | None:
        """Return the plan of a row, and the part that it is about: that plan or its component."""
        facts = self._plan_of(line)
        if facts is None:
            return None
        plan = facts.reading
        title = tidy(line.text("component"))
        if not title:
            return plan, plan
        for component in plan.components:
            if component.title == title:
                return plan, component
        self.sheets.problem(NO_COMPONENT, line, "component", value=title)
        return None


def _departments(line: Line, divisions: Divisions) -> list[DepartmentFact]:
    """Return who answers for a plan: the first named leads, a 部 before a 課 is above it."""
    known: dict[str, DepartmentFact] = {}
    above = tidy(line.text("division")) or None
    for key in ("lead", "co"):
        cell = line.fields.get(key)
        for name in divisions.names_in(cell.text) if cell else ():
            role = "co" if known or key == "co" else "lead"
            division = name.division or (above if key == "lead" else None)
            level = "division" if name.is_division else "department"
            if cell and name.name not in known:
                mine = None if division == name.name else division
                known[name.name] = DepartmentFact(name.name, mine, role, cell.spot, level)
    if not known and above:
        spot = line.spot("division")
        known[above] = DepartmentFact(above, None, "lead", spot, "division")
    return list(known.values())


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
