"""The rows of one project → its nodes and edges, as the rules of each table say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from keikaku.graph.findings import ChainOpen, GuidelineUnnamed, OutcomeMissing, YearUnreadable
from keikaku.graph.records import Evidence
from keikaku.graph.years import fiscal_year
from keikaku.loaders.layouts.facts.directions_printed import direction_code
from keikaku.loaders.layouts.labels.statements import is_nothing
from keikaku.loaders.layouts.labels.vocabulary import catalogue
from keikaku.loaders.mentions.theme_mentions import Themes
from keikaku.loaders.relational.graph_builder import GraphBuilder, place
from keikaku.loaders.relational.guideline_cells import guideline_names
from keikaku.loaders.relational.logic_chains import open_ends
from keikaku.loaders.relational.project_budgets import add_budgets
from keikaku.loaders.relational.project_logic import add_indicators, add_steps
from keikaku.loaders.relational.project_themes import add_themes
from keikaku.loaders.relational.relational_layout import (
    DepartmentRule,
    EvaluationRule,
    GuidelineRule,
    RelationalLayout,
    TableRule,
)
from keikaku.loaders.relational.table_files import head_key
from keikaku.loaders.text import normal, tidy

_TEXTS = ("title", "vision", "problem", "overview")
"""Facts in which themes are looked for, the most significant first."""

_YEARS = range(1868, 2200)


@dataclass(slots=True)
class Row:
    """A row of a table, by its heads; ``number`` counts from 0 below the head."""

    table: str
    number: int
    cells: list[str]
    places: dict[str, int]
    """Where each head stands, by its key; shared by all rows of the table."""

    def __getitem__(self, column: str) -> str:
        place_of = self.places.get(head_key(column))
        return "" if place_of is None else self.cells[place_of].strip()


@dataclass(slots=True)
class Related:
    """A project that names another by its key."""

    plan: str
    key: str
    title: str
    words: str
    evidence: Evidence


@dataclass(slots=True)
class Project:
    """One project: its key, title, publisher and document, and the builder that takes it."""

    key: str
    title: str
    publisher: str
    document: str
    year: int | None
    layout: RelationalLayout
    builder: GraphBuilder
    themes: Themes
    related: list[Related] = field(default_factory=list)
    steps: dict[tuple[str, ...], str] = field(default_factory=dict)
    """The nodes of its steps by stage, number and text."""
    outcome: bool = False
    """True where one of its steps is an outcome."""
    _levels: bool = False

    @property
    def node(self) -> str:
        """The id of its node."""
        return f"{self.document}/plan/{self.key}"

    def read(self, rule: TableRule, rows: Sequence[Row]) -> None:
        """Take what the rows of one table say."""
        if rule.budgets:
            add_budgets(self, rule.budgets, rows)
        if rule.logic:
            add_steps(self, rule.logic, rows)
        if rule.indicators:
            add_indicators(self, rule.indicators, rows)
        for row in rows:
            for department in rule.departments:
                self._department(department, row)
            if rule.levels:
                self._level(rule.levels, row)
            for guideline in rule.guidelines:
                self._guideline(guideline, row)
            if rule.related and row[rule.related.id]:
                evidence = self.place(row, row[rule.related.title])
                key, title = row[rule.related.id], row[rule.related.title]
                words = row[rule.related.words]
                self.related.append(Related(self.node, key, title, words, evidence))
            for evaluation in rule.evaluations:
                self._evaluation(evaluation, rule.directions, row)

    def plan(self, rule: TableRule | None, row: Row) -> None:
        """Make the node of the project from the row that describes it, if one does."""
        facts: dict[str, Any] = {"number": self.key, "title": self.title}
        for fact, column in (rule.plan if rule else {}).items():
            if fact.endswith("_year"):
                facts[fact] = self.year_of(row, column)
            else:
                facts[fact] = _paragraphs(row[column]) or None
        facts["unknown_marks"] = []
        evidence = self.place(row, self.title)
        self.builder.node(self.node, "Plan", f"{self.key} {self.title}", facts, evidence)
        texts = {name: facts[name] for name in _TEXTS if facts.get(name)}
        add_themes(self.builder, self.node, texts, self.themes, evidence)

    def finish(self, *, logic: bool) -> None:
        """Put a project without a level under its document; note steps without an outcome.

        ``logic`` is true where the source has a table of such steps.
        """
        if not self._levels:
            self.builder.ordered(self.document, self.node, "HAS_PART", None)
        if not logic:
            return
        if not self.outcome:
            self.builder.finding(OutcomeMissing, self.node, None, plan=self.key)
            return
        for step in open_ends(self.builder.graph, self.steps.values()):
            facts = self.builder.graph.nodes[step]
            details = {"plan": self.key, "step": facts["label"]}
            self.builder.finding(ChainOpen, self.node, None, **details)

    def place(self, row: Row, quote: str) -> Evidence:
        """Return the evidence of a cell of a row."""
        return place(self.document, row.table, row.number, quote)

    def _is_nothing(self, text: str) -> bool:
        return is_nothing(text) or any(
            text == word or (len(word) > 2 and word in text) for word in self.layout.nothing
        )

    def _department(self, rule: DepartmentRule, row: Row) -> None:
        names = [(_tidy(row[link.column]), link.level) for link in rule.chain]
        filled = [(name, level) for name, level in names if not self._is_nothing(name)]
        # An agency of its own is printed as ministry and as bureau.
        chain = [
            each
            for each, before in zip(filled, [("", ""), *filled], strict=False)
            if each[0] != before[0]
        ]
        if not chain:
            return
        evidence = self.place(row, "".join(name for name, _ in chain))
        ministry = chain[0][0]
        above = ministry
        for size in range(1, len(chain) + 1):
            parts = [name for name, _ in chain[:size]]
            node = f"{ministry}/department/{'/'.join(parts[1:]) or ministry}"
            name = "".join(parts[1:]) or ministry
            facts = {"name": name, "level": chain[size - 1][1]}
            self.builder.node(node, "Department", name, facts, evidence)
            if size > 1:
                self.builder.edge(node, above, "PART_OF", evidence)
            above = node
        self.builder.ordered(above, self.node, "RESPONSIBLE_FOR", evidence, role=rule.role)

    def _level(self, columns: list[str], row: Row) -> None:
        above, kind = self.document, "Goal"
        for column in columns:
            title = _tidy(row[column])
            if self._is_nothing(title):
                continue
            node = self._level_node(above, kind, title)
            evidence = self.place(row, title)
            facts = {"title": title, "level": column}
            if self.builder.node(node, kind, title, facts, evidence):
                self.builder.ordered(above, node, "HAS_PART", evidence)
            above, kind = node, "Initiative"
        if above != self.document:
            self._levels = True
            self.builder.ordered(above, self.node, "HAS_PART", self.place(row, self.title))

    def _level_node(self, above: str, kind: str, title: str) -> str:
        part = f"goal/{title}" if kind == "Goal" else title
        return f"{above}/{part}"

    def _guideline(self, rule: GuidelineRule, row: Row) -> None:
        printed = row[rule.name]
        if self._is_nothing(_tidy(printed)):
            return
        evidence = self.place(row, f"{printed}{''.join(row[column] for column in rule.article)}")
        names = _names(printed)
        if not names:
            details = {"plan": self.key, "words": evidence.quote}
            self.builder.finding(GuidelineUnnamed, self.node, evidence, **details)
        for name in names:
            self._grounded(name, rule, evidence)

    def _grounded(self, printed: str, rule: GuidelineRule, evidence: Evidence) -> None:
        name = self.builder.first_spelling("guideline", printed)
        node = f"guideline/{name}"
        facts = {"name": name, "type": rule.type or self._guideline_type(name)}
        self.builder.node(node, "Guideline", name, facts, evidence)
        if printed != name:
            self.builder.alias(node, printed)
        self.builder.edge(self.node, node, "GROUNDED_IN", evidence)

    def _guideline_type(self, name: str) -> str:
        """Return the type of a guideline by the longest known word at the end of its name."""
        endings = [
            (word, kind)
            for kind, words in self.layout.guideline_types
            for word in words
            if name.endswith(word)
        ]
        return max(endings, key=lambda ending: len(ending[0]))[1] if endings else "other"

    def _evaluation(self, rule: EvaluationRule, directions: dict[str, str], row: Row) -> None:
        if rule.if_filled and not row[rule.if_filled]:
            return
        year = self.year_of(row, rule.year) if rule.year else self.year
        grade = row[rule.grade] if rule.grade else ""
        direction = row[rule.direction] if rule.direction else ""
        comment = "\n".join(filter(None, (_paragraphs(row[column]) for column in rule.comment)))
        if year is None or not (grade or direction or comment):
            return
        node = f"{self.node}/evaluation/{year}/{rule.by}"
        facts = {
            "fiscal_year": year,
            "by": rule.by,
            "grade": grade or None,
            "direction_text": direction or None,
            "direction": directions.get(direction) or _known_direction(direction),
            "comment": comment or None,
        }
        evidence = self.place(row, grade or direction or comment)
        if self.builder.node(node, "Evaluation", f"{year} {rule.by}", facts, evidence):
            self.builder.edge(self.node, node, "EVALUATED_AS", evidence)

    def year_of(self, row: Row, column: str) -> int | None:
        """Return the fiscal year of a cell; one that holds something else is a finding."""
        text = row[column]
        year = year_in(text)
        if year is None and not is_nothing(text):
            details = {"plan": self.key, "column": column, "words": text}
            self.builder.finding(YearUnreadable, self.node, self.place(row, text), **details)
        return year


@lru_cache(maxsize=2_000)
def _known_direction(text: str) -> str | None:
    """Return the code of a direction that the layout does not list, by the catalogue's words."""
    return direction_code(text, catalogue().directions) if text else None


@lru_cache(maxsize=2_000)
def year_in(text: str) -> int | None:
    """Return the fiscal year that a cell holds, western or of an era; None where it holds none.

    >>> year_in("2024"), year_in("令和６年度"), year_in("2024.0"), year_in("99"), year_in("")
    (2024, 2024, 2024, None, None)
    """
    plain = normal(text).strip().removesuffix(".0")
    four = plain.isascii() and plain.isdigit() and len(plain) == 4
    year = int(plain) if four else (None if plain.isdigit() else fiscal_year(plain))
    return year if year in _YEARS else None


@lru_cache(maxsize=20_000)
def _names(text: str) -> list[str]:
    return guideline_names(text)


@lru_cache(maxsize=20_000)
def _tidy(text: str) -> str:
    """Return a name on one line; names come back again and again."""
    return tidy(normal(text))


def _paragraphs(text: str) -> str:
    return "\n".join(filter(None, (line.strip() for line in normal(text).splitlines())))
