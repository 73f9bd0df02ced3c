"""The statements of a record → what is known of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from keikaku.graph.periods import span
from keikaku.graph.years import ERAS
from keikaku.loaders.layouts.facts.budgets import add_budgets
from keikaku.loaders.layouts.facts.cell_text import one_line, paragraphs, split_names
from keikaku.loaders.layouts.facts.department_names import Divisions
from keikaku.loaders.layouts.facts.directions_printed import code_of, direction_code, is_bare_code
from keikaku.loaders.layouts.facts.indicators import indicators_of
from keikaku.loaders.layouts.facts.plan_departments import departments_of
from keikaku.loaders.layouts.facts.plan_facts import (
    EvaluationFact,
    LogicFact,
    Places,
    PlanFacts,
)
from keikaku.loaders.layouts.facts.plan_levels import levels_of, printed_number
from keikaku.loaders.layouts.facts.printed_choices import chosen, ticked
from keikaku.loaders.layouts.facts.schedules import actions_of
from keikaku.loaders.layouts.facts.sdg_cells import goal_codes
from keikaku.loaders.layouts.labels.dated import year_about
from keikaku.loaders.layouts.labels.head_years import year_head
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import split_number
from keikaku.loaders.layouts.labels.statements import BY_PLACE, Record, Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readings import NamedThing, PlanReading, Prose, Remark
from keikaku.loaders.text import normal

_LOGIC = {
    "logic.input": "input",
    "logic.activity": "activity",
    "logic.object": "output",
    "logic.output": "output",
    "logic.short_outcome": "short_outcome",
    "logic.middle_outcome": "middle_outcome",
    "logic.long_outcome": "long_outcome",
    "logic.impact": "impact",
}
_ORDER = list(_LOGIC)
_MARKS = frozenset("○◯〇●◎✓☑レ■")
_NOTE_BEHIND = re.compile(r"(?<!\s)\s*[【(\[〔<《](?P<note>[^【】()\[\]〔〕<>《》]+)[】)\]〕>》]$")
_NOTE_BEFORE = re.compile(r"^[【(\[〔<《](?P<note>[^【】()\[\]〔〕<>《》]+)[】)\]〕>》]\s*")
_OFFICES = re.compile(r"(?:(?:^|[、,・\s])[^\s、,・]{1,14}(?:課|室|局|部|センター|事務局))+")


@dataclass(slots=True)
class Setting:
    """The settings of a whole source: words, places, years, units, the divisions it names."""

    words: LayoutWords
    places: Places
    divisions: Divisions
    first_year: int | None = None
    last_year: int | None = None
    money: str | None = None
    year: int | None = None
    """The year that the title or a heading says is evaluated: 令和6年度事務事業評価シート."""
    hour: int | None = None
    """The cost of an hour of work in yen, where the unit of money was inferred from it."""
    legend: dict[str, str] = field(default_factory=dict)
    directions: dict[str, str] = field(default_factory=dict)
    """What the numbers of directions mean, by the legend that the source prints: 1 → 拡充."""
    unexplained: list[tuple[str, str]] = field(default_factory=list)
    """Directions that are printed as numbers without a legend."""
    labels_departments: bool = False
    """True where the source has a label or column for the departments of its plans."""
    yearly_arrows: bool = False
    """True where an arrow stands in each year that something goes on."""
    spanned_arrows: bool = False
    """True where the cells of the years that an arrow goes over are merged."""
    typed: list[tuple[str, str]] = field(default_factory=list)
    """Numbers that are kept as text: section and words."""
    nothing: list[tuple[str, str]] = field(default_factory=list)
    """Cells of a dash."""
    worded: list[tuple[str, str]] = field(default_factory=list)
    """Words in the place of a value: 未集計."""
    left_over: list[tuple[str, str]] = field(default_factory=list)
    """Cells of several values, of which the first was taken."""
    zero_names: list[tuple[str, str]] = field(default_factory=list)
    """Names of indicators that are only 0."""
    yearless: list[tuple[str, str]] = field(default_factory=list)
    """First and last years that cannot be read: a number without its era."""


def build(record: Record, setting: Setting) -> PlanFacts:
    """Return what the statements of a record say of its plan."""
    return _Building(record, setting).facts()


class _Building:
    def __init__(self, record: Record, setting: Setting) -> None:
        self.record = record
        self.setting = setting
        self.plan = PlanFacts(PlanReading())
        self.reading = self.plan.reading
        self.by_fact: dict[str, list[Statement]] = {}
        for each in record.statements:
            self.by_fact.setdefault(each.meaning.fact, []).append(each)

    def facts(self) -> PlanFacts:
        self._title()
        self._title_departments()
        self.plan.levels = levels_of(
            self.record,
            self.of("level"),
            self.setting.words,
            self.setting.places,
        )
        self._departments()
        self._prose()
        self._simple()
        self._logic()
        self.reading.actions = actions_of(self.record.statements, self.reading, self.setting)
        self.plan.indicators = indicators_of(self.record.statements, self.reading, self.setting)
        year = self._year()
        add_budgets(self.record.statements, self.plan, self.setting)
        self._evaluations(year)
        return self.plan

    def of(self, fact: str) -> list[Statement]:
        """Return the statements of a fact that are not empty, each cell once."""
        seen: set[int] = set()
        statements = []
        for each in self.by_fact.get(fact, ()):
            if each.text.strip() and id(each.cell) not in seen:
                seen.add(id(each.cell))
                statements.append(each)
        return statements

    def _title(self) -> None:
        reading = self.reading
        titles = self.of("plan.title")
        if titles:
            first = titles[0]
            reading.title = one_line(first.text)
            reading.spot = self.setting.places.spot(first.cell, first.section)
            self.plan.level = first.meaning.level
        reading.number = printed_number(self.of("plan.number"))
        if not reading.number and reading.title:
            number, title = split_number(reading.title)
            if number:
                reading.number, reading.title = number, title
        elif reading.title.startswith(reading.number) and reading.number:
            rest = reading.title[len(reading.number) :].lstrip(" .:　")
            reading.title = (
                rest if rest and rest != reading.title[len(reading.number) :] else reading.title
            )
        self._title_category()
        if reading.spot is None:
            reading.spot = self.setting.places.spot(self.record.statements[0].cell, "")

    def _title_category(self) -> None:
        """Take 【新規】, 【重点】 before or behind a name for its kind, and no part of the name."""
        known = self.setting.words.catalogue
        for pattern in (_NOTE_BEHIND, _NOTE_BEHIND, _NOTE_BEFORE, _NOTE_BEFORE):
            match = pattern.search(self.reading.title)
            note = match["note"].strip() if match else ""
            if match is None or not note:
                continue
            if note in known.categories or note in known.category_letters:
                self.plan.category = known.category_letters.get(note, note)
            elif known.facts.get(note) == "plan.priority":
                self.plan.priority = note
            else:
                continue
            rest = self.reading.title[: match.start()] + self.reading.title[match.end() :]
            self.reading.title = rest.strip()

    def _title_departments(self) -> None:
        """Take 【財政課】 behind a name as its department, where no label names those of plans."""
        match = _NOTE_BEHIND.search(self.reading.title)
        titles = self.of("plan.title")
        if (
            match is None
            or self.setting.labels_departments
            or not titles
            or not _OFFICES.fullmatch(match["note"])
        ):
            return
        cell = replace(titles[0].cell, text=match["note"], value=None)
        meaning = Meaning("department", BY_PLACE)
        self.by_fact["department"] = [Statement(meaning, cell, titles[0].group, "担当課")]
        self.reading.title = self.reading.title[: match.start()].strip()

    def _departments(self) -> None:
        departments = departments_of(self.of, self.setting.divisions, self.setting.places)
        self.plan.departments = departments
        self.reading.departments = [NamedThing(d.name, d.spot) for d in departments]

    def _prose(self) -> None:
        for fact in ("overview", "problem", "vision"):
            text = self._text(f"plan.{fact}")
            if text is None and fact == "overview":
                text = self._text("plan.work")
            if text is not None:
                setattr(self.plan if fact == "problem" else self.reading, fact, text)
        for fact in (
            "plan.overview",
            "plan.problem",
            "plan.vision",
            "plan.work",
            *_LOGIC,
        ):
            for each in self.of(fact):
                self._line(each)

    def _text(self, fact: str) -> Prose | None:
        statements = self.of(fact)
        if not statements:
            return None
        labelled = [each for each in statements if each.meaning.sure > BY_PLACE]
        statements = labelled or statements
        text = "\n".join(dict.fromkeys(paragraphs(each.text) for each in statements))
        return Prose(text, self.setting.places.spot(statements[0].cell, statements[0].section))

    def _line(self, each: Statement) -> None:
        number = self.setting.places.number(each.cell.place)
        for text in paragraphs(each.text).split("\n"):
            if text:
                self.reading.lines.append((number, each.section, text))

    def _simple(self) -> None:
        self.plan.category = self._kind() or self.plan.category
        self.plan.priority = self._choice(self.of("plan.priority")) or self.plan.priority
        for fact, name in (("plan.first_year", "first_year"), ("plan.last_year", "last_year")):
            for each in self.of(fact):
                years = self._years(each)
                if years:
                    setattr(self.plan, name, years[0 if name == "first_year" else -1])
                else:
                    self.setting.yearless.append((each.section, each.text))
        for each in self.of("plan.period"):
            first, last = self._period(each)
            if first or last:
                self.plan.first_year = self.plan.first_year or first
                self.plan.last_year = self.plan.last_year or last
            elif any(c.isdigit() for c in each.text):
                self.setting.yearless.append((each.section, each.text))
        for each in self.of("sdgs"):
            self._sdgs(each)
        for each in self.of("guidelines"):
            spot = self.setting.places.spot(each.cell, each.section)
            self.plan.guidelines.append(NamedThing(each.text, spot))
        self._names("partners", self.plan.partners)
        self._names("related", self.plan.related)

    def _kind(self) -> str | None:
        """Return the plan's kind, of a name with one of its own (【拡充】) only a labelled one.

        A word such as 見直し or 完了 among its steps may be taken for the label of its kind.
        """
        kinds = self.of("plan.category")
        if self.plan.category:
            kinds = [each for each in kinds if each.meaning.name is None]
        return self._choice(kinds)

    def _choice(self, statements: Sequence[Statement]) -> str | None:
        """Return a kind as printed: of boxes the ticked one, of a column of marks its head."""
        for each in statements:
            text = one_line(each.text)
            bare = text.strip("()[]【】〔〕")
            known = self.setting.words.catalogue
            text = known.category_letters.get(bare, bare if bare in known.categories else text)
            if set(text) <= _MARKS:
                return each.meaning.name or each.section.rpartition(" / ")[2]
            if kind := chosen(text, self.setting.words.catalogue.categories):
                return kind
        return None

    def _period(self, each: Statement) -> tuple[int | None, int | None]:
        """Return the years of a period; an end left open (令和8年度から, 令和9年度まで) is None."""
        text = normal(each.text).strip()
        if period := span(text):
            return period
        years = self._years(each)
        if not years:
            return None, None
        return None if text.endswith("まで") else years[0], years[-1]

    def _years(self, each: Statement) -> list[int]:
        text = normal(each.text)
        years = year_head(text)
        if years is not None and years.year is not None:
            return [years.year, years.last or years.year]
        era = re.search(r"(令和|平成|昭和)\s*(元|\d{1,2})", text)
        if era:
            n = 1 if era[2] == "元" else int(era[2])
            return [ERAS[era[1]] + n - 1]
        return []

    def _sdgs(self, each: Statement) -> None:
        spot = self.setting.places.spot(each.cell, each.section)
        text = normal(each.text)
        if set(text.strip()) <= _MARKS:
            text = normal(each.section).rpartition(" / ")[2]
        for code in goal_codes(text):
            if all(known.name != code for known in self.reading.sdgs):
                self.reading.sdgs.append(NamedThing(code, spot))

    def _names(self, fact: str, known: list[NamedThing]) -> None:
        for each in self.of(fact):
            spot = self.setting.places.spot(each.cell, each.section)
            for name in split_names(each.text):
                if all(other.name != name for other in known):
                    known.append(NamedThing(name, spot))

    def _logic(self) -> None:
        for fact in _ORDER:
            for each in self.of(fact):
                spot = self.setting.places.spot(each.cell, each.section)
                self.plan.logic.append(LogicFact(_LOGIC[fact], paragraphs(each.text), spot))

    def _year(self) -> int | None:
        for each in self.of("year"):
            years = self._years(each)
            if years:
                return years[0]
            era = self.setting.words.layout.years.era
            digits = normal(each.text).strip()
            if era and digits.isdigit() and len(digits) <= 2:
                return ERAS[era] + int(digits) - 1
        return None

    def _evaluations(self, year: int | None) -> None:
        year = year or year_about("evaluation.", self.record.statements)
        for fact in ("direction", "grade", "comment", "criterion"):
            for each in self.of(f"evaluation.{fact}"):
                when = each.meaning.year or year or self.setting.year
                if when is None:
                    self.reading.remarks.append(
                        Remark(
                            "year-not-told",
                            [self.setting.places.spot(each.cell, each.section)],
                            {
                                "plan": self.reading.number or self.reading.title,
                                "label": each.section,
                            },
                        )
                    )
                    continue
                self._evaluation(fact, each, when)

    def _explained(self, text: str, each: Statement) -> str:
        """Return a direction that is printed as a number alone with its word, by the legend."""
        if not is_bare_code(text):
            return text
        word = self.setting.directions.get(code_of(text))
        if word is None:
            self.setting.unexplained.append((each.section, text))
            return text
        return f"{text} {word}"

    def _evaluation(self, fact: str, each: Statement, year: int) -> None:
        by = each.meaning.by or "department"
        known = self.plan.evaluations.setdefault((by, year), EvaluationFact(year, by))
        known.spots.append(self.setting.places.spot(each.cell, each.section))
        text = one_line(each.text)
        boxes = ticked(each.text)
        if boxes and fact != "comment":
            text = "・".join(boxes)
        if fact == "direction":
            text = self._explained(text, each)
            known.facts["direction_text"] = text
            words = self.setting.words.catalogue.directions
            known.facts["direction"] = direction_code(text, words)
        elif fact == "criterion":
            name = each.meaning.name or each.section
            known.facts.setdefault("criteria", []).append(f"{name}: {text}")
        elif fact == "grade":
            known.facts["grade"] = text
            known.facts["legend"] = self.setting.legend.get(text)
        else:
            known.facts["comment"] = paragraphs(each.text)
