"""The form that a city fills in → records, by the same stages as a published text.

Each cell is read as a line, so that what plans name (themes, guidelines, other plans) is found as
in a text; at the end every line becomes its sheet and cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.graph.records import Comparator, Measure, Records
from keikaku.graph.years import fiscal_year, fiscal_year_of
from keikaku.loaders.implementation_plan.assemble import assemble
from keikaku.loaders.implementation_plan.plan_reader import DocumentReading
from keikaku.loaders.implementation_plan.target_numbers import yearly
from keikaku.loaders.mentions.guideline_mentions import Guidelines
from keikaku.loaders.mentions.plan_mentions import GuidelineMention, Mentions, find_mentions
from keikaku.loaders.mentions.theme_mentions import read_themes
from keikaku.loaders.readings import (
    ActionReading,
    ArrowReading,
    ComponentReading,
    IndicatorReading,
    MilestoneReading,
    NamedThing,
    Overview,
    OverviewGroup,
    Part,
    PlanReading,
    Prose,
    Spot,
)
from keikaku.loaders.sdgs import is_ambiguous, sdg_codes
from keikaku.loaders.sheet_reader import Book
from keikaku.loaders.text import tidy
from keikaku.loaders.values import read_cell, whole_value
from keikaku.loaders.values.value_measures import as_measure, as_year_value
from keikaku.loaders.workbook.form_rows import Field, Line, Sheets
from keikaku.loaders.workbook.plan_form import (
    DOCUMENT_FACTS,
    GUIDE,
    MARKED,
    MARKS,
    NOT_KNOWN,
    VERSION,
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
_NUMBER = Text(
    "{file} {sheet}!{cell}: 番号「{value}」は 1-1-1 の形にしてください。",
    "{file} {sheet}!{cell}: the number {value} must be like 1-1-1.",
)
_TWICE = Text(
    "{file} {sheet}!{cell}: 番号「{value}」が2回あります。",
    "{file} {sheet}!{cell}: the number {value} is there twice.",
)
_NO_PLAN = Text(
    "{file} {sheet}!{cell}: 計画「{value}」が「実施計画」シートにありません。",
    "{file} {sheet}!{cell}: there is no plan {value} on the sheet of plans.",
)
_NO_COMPONENT = Text(
    "{file} {sheet}!{cell}: 個別取組「{value}」が「個別取組」シートにありません。",
    "{file} {sheet}!{cell}: there is no sub-section “{value}” of that plan.",
)
_NO_VALUE = Text(
    "{file} {sheet}!{cell}:「{value}」を数値として読めません。",
    "{file} {sheet}!{cell}: “{value}” is no number.",
)
_NO_SDG = Text(
    "{file} {sheet}!{cell}:「{value}」はSDGsのゴールやターゲット（11、11.3、11.b）にありません。",
    "{file} {sheet}!{cell}: “{value}” is no goal (1 to 17) or target (11.3, 11.b) of the SDGs.",
)
_LOST_ZERO = Text(
    "{file} {sheet}!{cell}:「{value}」は数値になっていて、{value}か{value}0か分かりません。"
    "セルの書式を「文字列」にして入力し直してください。",
    "{file} {sheet}!{cell}: {value} is a number and may be {value}0. Set the cell to text and type "
    "it again.",
)
_NO_YEAR = Text(
    "{file} {sheet}!{cell}:「{value}」を年度として読めません（2026、令和8年度など）。",
    "{file} {sheet}!{cell}: “{value}” is no year.",
)
_NO_PERIOD = Text(
    "{file} {sheet}!{cell}: 「計画書」シートに初年度がないため、年度が分かりません。",
    "{file} {sheet}!{cell}: without the first year of the document, the year is not known.",
)
_NO_MARK = Text(
    "{file} {sheet}!{cell}:「{value}」ではなく、○か？を選ぶか、空欄にしてください。",
    "{file} {sheet}!{cell}: choose ○ or ？, or leave it empty, instead of “{value}”.",
)
_MARKS_AS_TYPED = {"○": MARKED, "〇": MARKED, "◯": MARKED, "?": NOT_KNOWN, "？": NOT_KNOWN}
_FORM_OF_NUMBER = {parts: re.compile(r"\d{1,3}" + r"-\d{1,3}" * (parts - 1)) for parts in (1, 2, 3)}
_ARROWS = {"→", "⇒", "➡", "同左", "〃", "―→", "-→", "↓"}
_FIRST_YEAR_TYPED = 1868  # a head from here on is a year, not a position
_COMPARATORS: dict[str, Comparator] = {"以上": ">=", "以下": "<=", "以内": "<=", "": "="}


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
    for number, named in form.guidelines:
        _add_guideline(mentions.by_plan[number], named, overview.municipality)
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
            key, told = keys.get(line.text("what")), line.fields.get("value")
            if key is None or told is None:
                continue
            if overview.spot is None:
                overview.spot = told.spot
            if key.endswith("_year"):
                year = fiscal_year(told.text)
                if year is None:
                    self.sheets.problem(_NO_YEAR, line, "value", value=told.text)
                setattr(overview, key, year)
            else:
                setattr(overview, key, tidy(told.text))
        for line in self.sheets.lines("groups"):
            number = self._number(line, "number", 1, 2)
            if number:
                group = OverviewGroup(number, tidy(line.text("title")), _spot(line, "title"))
                known = overview.initiatives if "-" in number else overview.goals
                known[number] = group
        return overview

    def _plan(self, line: Line) -> None:
        number = self._number(line, "number", 3)
        if number is None:
            return
        if number in self.plans:
            self.sheets.problem(_TWICE, line, "number", value=number)
            return
        plan = PlanReading(number=number, title=tidy(line.text("title")))
        self.plans[number] = plan
        plan.spot = _spot(line, "title")
        plan.departments = [*line.names("lead")[:1], *line.names("co")]
        self._prose(line, plan, plan)
        self._marks(line, plan)
        plan.disclosure.other = line.names("other")
        plan.disclosure.pages = line.names("pages")
        plan.sdgs = self._sdgs(line)
        for named in line.names("guidelines"):
            self.guidelines.append((number, named))
            plan.lines.append((named.spot.line, named.spot.section, f"「{named.name}」"))

    def _marks(self, line: Line, plan: PlanReading) -> None:
        plan.has_marks = True
        plan.disclosure.website = False
        for key in (*MARKS, "website"):
            told = line.fields.get(key)
            mark = _MARKS_AS_TYPED.get(told.text) if told else None
            if told and mark is None:
                self.sheets.problem(_NO_MARK, line, key, value=told.text)
            elif told and key == "website":
                plan.disclosure.website = True if mark == MARKED else None
                plan.disclosure.website_spot = told.spot
            elif told and mark == MARKED:
                plan.marks.marked[key] = told.spot
            elif told:
                plan.marks.unknown[key] = told.spot

    def _component(self, line: Line) -> None:
        plan = self._plan_of(line)
        if plan is None:
            return
        component = ComponentReading(title=tidy(line.text("title")), spot=_spot(line, "title"))
        component.departments = line.names("departments")
        self._prose(line, component, plan)
        plan.components.append(component)

    def _action(self, line: Line, overview: Overview) -> None:
        part = self._part_of(line)
        if part is None:
            return
        plan, holder = part
        action = ActionReading(tidy(line.text("title")), _spot(line, "title"))
        holder.actions.append(action)
        plan.lines.append((action.spot.line, "取組内容", action.title))
        for position, told in sorted(line.years.items()):
            year = self._year(position, told, line, overview)
            if year is None:
                continue
            if told.text in _ARROWS:
                _go_on(action, year)
                continue
            text = tidy(told.text.rstrip("→ "))
            action.milestones.append(MilestoneReading(text, year, year, "no", None, told.spot))
            plan.lines.append((told.spot.line, "行動計画", text))

    def _year(self, position: int, told: Field, line: Line, overview: Overview) -> int | None:
        if position >= _FIRST_YEAR_TYPED:
            return position
        if overview.first_year is None:
            self.sheets.problem(_NO_PERIOD, line, "title", value=told.text)
            return None
        return overview.first_year + position - 1

    def _indicator(self, line: Line) -> None:
        part = self._part_of(line)
        if part is None:
            return
        plan, holder = part
        name = tidy(line.text("name"))
        comparator = _COMPARATORS.get(line.text("comparator"), "=")
        baseline = self._measure(line, "baseline", "=")
        target = self._measure(line, "target", comparator)
        words = None if target else _in_words(line.text("target"))
        years = yearly(line.text("target"))
        spot = _spot(line, "name")
        there = line.fields.get("baseline")
        read = IndicatorReading(
            name,
            spot,
            target is not None or baseline is not None,
            target,
            baseline,
            there.spot if there else None,
            words or _bound(line.text("target")),
            target.cumulative if target else None,
            [as_year_value(hit.read) for hit in years],
        )
        before = next((one for one in holder.indicators if _another_year(one, read)), None)
        if before is None:
            holder.indicators.append(read)
        else:
            _add_year(before, read)
        plan.lines.append((spot.line, "目標値", name))

    def _measure(self, line: Line, key: str, comparator: Comparator) -> Measure | None:
        told = line.fields.get(key)
        if told is None:
            return None
        unit = tidy(line.text("unit")) or None
        as_of = tidy(line.text(f"{key}_at")) or None
        value = told.value
        if isinstance(value, int | float) and not isinstance(value, bool):
            if told.percent:
                value = round(value * 100, 10)
                unit = unit or "%"
            year = fiscal_year_of(as_of) if as_of else None
            return Measure(_whole(value), unit, comparator, None, as_of, told.text, year)
        years = yearly(told.text) if key == "target" else []
        found = years[-1].read if years else whole_value(told.text)
        if found is None and (_says_none(told.text) or (key == "target" and _in_words(told.text))):
            return None
        if found is None:
            self.sheets.problem(_NO_VALUE, line, key, value=told.text)
            return None
        read = as_measure(found, as_of, told.text.strip())
        way = read.comparator if read.comparator != "=" else comparator
        return replace(read, unit=read.unit or unit, comparator=way)

    def _prose(self, line: Line, part: Part, plan: PlanReading) -> None:
        for key in ("overview", "vision"):
            told = line.fields.get(key)
            if told:
                text = tidy(told.text)
                setattr(part, key, Prose(text, told.spot))
                plan.lines += [
                    (told.spot.line, told.spot.section, each) for each in text.split("\n") if each
                ]

    def _number(self, line: Line, key: str, *parts: int) -> str | None:
        told = re.sub(r"[‐‑–—―−ーｰ]", "-", line.text(key)).replace(" ", "")
        if any(_FORM_OF_NUMBER[n].fullmatch(told) for n in parts):
            return told
        if told:
            self.sheets.problem(_NUMBER, line, key, value=told)
        return None

    def _sdgs(self, line: Line) -> list[NamedThing]:
        told = line.fields.get("sdgs")
        if told is None:
            return []
        if isinstance(told.value, float) and is_ambiguous(told.value):
            self.sheets.problem(_LOST_ZERO, line, "sdgs", value=told.text)
        codes, unread = sdg_codes(told.text)
        if unread:
            self.sheets.problem(_NO_SDG, line, "sdgs", value="、".join(unread))
        return [NamedThing(code, told.spot) for code in codes]

    def _plan_of(self, line: Line) -> PlanReading | None:
        number = self._number(line, "plan", 3)
        if number is not None and number not in self.plans:
            self.sheets.problem(_NO_PLAN, line, "plan", value=number)
        return self.plans.get(number or "")

    def _part_of(self, line: Line) -> tuple[PlanReading, Part] | None:
        """Return the plan that a row belongs to.

        And the plan itself or the component that it names.
        """
        plan = self._plan_of(line)
        if plan is None:
            return None
        named = tidy(line.text("component"))
        if not named:
            return plan, plan
        for component in plan.components:
            if component.title == named:
                return plan, component
        self.sheets.problem(_NO_COMPONENT, line, "component", value=named)
        return None


def _another_year(one: IndicatorReading, other: IndicatorReading) -> bool:
    """Tell whether two rows state one indicator, with targets of two years."""
    if one.name != other.name or one.target is None or other.target is None:
        return False
    years = (one.target.fiscal_year, other.target.fiscal_year)
    same = one.target.unit == other.target.unit
    baseline = other.baseline is None or one.baseline == other.baseline
    return same and baseline and None not in years and years[0] != years[1]


def _add_year(one: IndicatorReading, other: IndicatorReading) -> None:
    """Keep the targets of both rows by year; the last year's is the target."""
    values = {value["fiscal_year"]: value for value in one.values}
    for target in (one.target, other.target):
        if target is not None and target.fiscal_year is not None:
            values[target.fiscal_year] = as_year_value(target)
    one.values = [values[year] for year in sorted(values)]
    targets = [each for each in (one.target, other.target) if each is not None]
    one.target = max(targets, key=lambda each: each.fiscal_year or 0)


def _says_none(text: str) -> bool:
    """Tell whether a cell says by a dash that there is no value."""
    return read_cell(text).kind == "none"


def _in_words(text: str) -> str | None:
    """Return a target in words, which has no number: 前年度以上, 検討中."""
    cell = read_cell(text)
    return cell.relative or tidy(text) if cell.kind == "words" and text.strip() else None


def _bound(text: str) -> str | None:
    """Return what binds a target in numbers: 85%以上を維持 holds what is reached."""
    return read_cell(text).relative


def _add_guideline(mentions: Mentions, named: NamedThing, city: str) -> None:
    """Add one that the form names outright, whatever its name looks like."""
    if any(named.name in {each.name, each.printed} for each in mentions.guidelines):
        return
    kind = Guidelines([city] if city else []).whole(named.name) or "other"
    told = GuidelineMention(named.name, named.name, kind, False, named.spot, 0, 0, len(named.name))
    mentions.guidelines.append(told)


def _spot(line: Line, key: str) -> Spot:
    return line.fields[key].spot if key in line.fields else next(_spots(line))


def _spots(line: Line) -> Iterator[Spot]:
    return (told.spot for told in (*line.fields.values(), *line.years.values()))


def _go_on(action: ActionReading, year: int) -> None:
    """Let an arrow carry the milestone before it on; the first of a row is a bare arrow."""
    if action.milestones:
        action.milestones[-1] = action.milestones[-1]._replace(last_year=year, continues="yes")
    else:
        first = action.arrow.first_year if action.arrow else year
        action.arrow = ArrowReading(first, year)


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value
