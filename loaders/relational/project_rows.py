"""The rows of one project → its nodes and edges, as the rules of each table say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from keikaku.graph.findings import (
    AmountUnreadable,
    ChainOpen,
    OutcomeMissing,
    SumDiffers,
    YearUnreadable,
)
from keikaku.graph.records import Evidence
from keikaku.loaders.mentions.theme_mentions import Themes
from keikaku.loaders.relational.graph_builder import GraphBuilder, place
from keikaku.loaders.relational.logic_chains import open_ends
from keikaku.loaders.relational.project_themes import add_themes
from keikaku.loaders.relational.relational_layout import (
    BudgetRule,
    DepartmentRule,
    EvaluationRule,
    GuidelineRule,
    LogicRule,
    RelationalLayout,
    StageRule,
    StepRule,
    TableRule,
)
from keikaku.loaders.text import normal, tidy

_TEXTS = ("title", "vision", "problem", "overview")
"""Facts in which themes are looked for, the most telling first."""

_YEARS = range(1868, 2200)
_NUMBER = re.compile(r"-?\d+(?:\.0+)?")
_QUOTED = re.compile(r"^[「『](.+?)[」』]")
_DATED = re.compile(r"[（(][^（）()]*(?:年|閣議決定|決定|通知|通達)[^（）()]*[）)]\s*$")
_BULLET = re.compile(r"^(?:[・○◯●◎■□◆◇※]\s*|[（(]\d{1,2}[）)]\s*)+")
_LONGEST_NAME = 80


@dataclass(slots=True)
class Row:
    """A row of a table, by its heads; ``number`` counts from 0 below the head."""

    table: str
    number: int
    cells: list[str]
    places: dict[str, int]
    """Where each head stands; shared by all rows of the table."""

    def __getitem__(self, column: str) -> str:
        place_of = self.places.get(column)
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
    _levels: bool = False
    _outcome: bool = False
    _steps: dict[tuple[str, ...], str] = field(default_factory=dict)

    @property
    def node(self) -> str:
        """The id of its node."""
        return f"{self.document}/plan/{self.key}"

    def read(self, rule: TableRule, rows: Iterable[Row]) -> None:
        """Take what the rows of one table say."""
        for row in rows:
            for department in rule.departments:
                self._department(department, row)
            if rule.levels:
                self._level(rule.levels, row)
            for guideline in rule.guidelines:
                self._guideline(guideline, row)
            if rule.related and row[rule.related.id]:
                evidence = self._place(row, row[rule.related.title])
                key, title = row[rule.related.id], row[rule.related.title]
                words = row[rule.related.words]
                self.related.append(Related(self.node, key, title, words, evidence))
            if rule.budgets:
                self._budget(rule.budgets, row)
            if rule.logic:
                self._logic(rule.logic, row)
            for evaluation in rule.evaluations:
                self._evaluation(evaluation, rule.directions, row)

    def plan(self, rule: TableRule, row: Row) -> None:
        """Make the node of the project from the row that describes it."""
        facts: dict[str, Any] = {"number": self.key, "title": self.title}
        for fact, column in rule.plan.items():
            if fact.endswith("_year"):
                facts[fact] = self._year_of(row, column)
            else:
                facts[fact] = _paragraphs(row[column]) or None
        facts["unknown_marks"] = []
        evidence = self._place(row, self.title)
        self.builder.node(self.node, "Plan", f"{self.key} {self.title}", facts, evidence)
        texts = {name: facts[name] for name in _TEXTS if facts.get(name)}
        add_themes(self.builder, self.node, texts, self.themes, evidence)

    def finish(self) -> None:
        """Hang a project of no level under its document, and note what leads to no outcome."""
        if not self._levels:
            self.builder.ordered(self.document, self.node, "HAS_PART", None)
        if not self._outcome:
            self.builder.finding(OutcomeMissing, self.node, None, plan=self.key)
            return
        for step in open_ends(self.builder.graph, self._steps.values()):
            facts = self.builder.graph.nodes[step]
            details = {"plan": self.key, "step": facts["label"]}
            self.builder.finding(ChainOpen, self.node, None, **details)

    def _place(self, row: Row, quote: str) -> Evidence:
        return place(self.document, row.table, row.number, quote)

    def _is_nothing(self, text: str) -> bool:
        return not text or any(
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
        evidence = self._place(row, "".join(name for name, _ in chain))
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
            evidence = self._place(row, title)
            facts = {"title": title, "level": column}
            if self.builder.node(node, kind, title, facts, evidence):
                self.builder.ordered(above, node, "HAS_PART", evidence)
            above, kind = node, "Initiative"
        if above != self.document:
            self._levels = True
            self.builder.ordered(above, self.node, "HAS_PART", self._place(row, self.title))

    def _level_node(self, above: str, kind: str, title: str) -> str:
        part = f"goal/{title}" if kind == "Goal" else title
        return f"{above}/{part}"

    def _guideline(self, rule: GuidelineRule, row: Row) -> None:
        printed = guideline_name(row[rule.name])
        if self._is_nothing(printed):
            return
        name = self.builder.first_spelling("guideline", printed)
        article = "".join(row[column] for column in rule.article)
        evidence = self._place(row, f"{name}{article}")
        kind = rule.type or self._guideline_type(name)
        node = f"guideline/{name}"
        self.builder.node(node, "Guideline", name, {"name": name, "type": kind}, evidence)
        if printed != name:
            self.builder.alias(node, printed)
        self.builder.edge(self.node, node, "GROUNDED_IN", evidence)

    def _guideline_type(self, name: str) -> str:
        """Return the type that the end of a name tells, by its longest word."""
        endings = [
            (word, kind)
            for kind, words in self.layout.guideline_types
            for word in words
            if name.endswith(word)
        ]
        return max(endings, key=lambda ending: len(ending[0]))[1] if endings else "other"

    def _budget(self, rule: BudgetRule, row: Row) -> None:
        year = self._year_of(row, rule.fiscal_year)
        if year is None:
            return
        for stage in rule.stages:
            amount = self._amount(row, stage)
            if amount is None or (stage.if_filled and not row[stage.if_filled]):
                continue
            if stage.zero_is_nothing and amount == 0:
                continue
            when = year + stage.years_later
            node = f"{self.node}/budget/{when}/{stage.stage}"
            facts = {"fiscal_year": when, "stage": stage.stage, "total": amount}
            evidence = self._place(row, row[stage.column])
            label = f"{when} {stage.stage}"
            if self.builder.node(node, "Budget", label, facts, evidence):
                self.builder.edge(self.node, node, "HAS_BUDGET", evidence)
        self._check_sum(rule, row, year)

    def _check_sum(self, rule: BudgetRule, row: Row, year: int) -> None:
        if rule.sum is None or not row[rule.sum.total]:
            return
        parts = [_yen(row[column]) or 0 for column in rule.sum.of]
        stated = _yen(row[rule.sum.total])
        if stated is not None and stated != sum(parts):
            self.builder.finding(
                SumDiffers,
                self.node,
                self._place(row, row[rule.sum.total]),
                plan=self.key,
                year=year,
                column=rule.sum.total,
                stated=f"{stated:,}",
                computed=f"{sum(parts):,}",
            )

    def _amount(self, row: Row, stage: StageRule) -> int | None:
        text = row[stage.column]
        amount = _yen(text)
        if text and amount is None:
            self.builder.finding(
                AmountUnreadable,
                self.node,
                self._place(row, text),
                plan=self.key,
                column=stage.column,
                words=text,
            )
        return amount

    def _logic(self, rule: LogicRule, row: Row) -> None:
        ends = [self._step(end, rule, row) for end in (rule.origin, rule.target)]
        if ends[0] and ends[1]:
            quote = row[rule.words] or row[rule.target.text]
            self.builder.edge(ends[0], ends[1], "LEADS_TO", self._place(row, quote))

    def _step(self, end: StepRule, rule: LogicRule, row: Row) -> str | None:
        text = _paragraphs(row[end.text])
        stage = rule.stages.get(row[end.kind] + row[end.term])
        if not text or stage is None:
            return None
        self._outcome = self._outcome or stage.endswith("outcome")
        key = (stage, row[end.number], text)
        node = self._steps.get(key)
        if node is None:
            node = self._steps[key] = f"{self.node}/step/{len(self._steps) + 1}"
            evidence = self._place(row, text)
            label = evidence.quote
            self.builder.node(node, "LogicStep", label, {"stage": stage, "text": text}, evidence)
            self.builder.ordered(self.node, node, "HAS_PART", evidence)
        return node

    def _evaluation(self, rule: EvaluationRule, directions: dict[str, str], row: Row) -> None:
        if rule.if_filled and not row[rule.if_filled]:
            return
        year = self._year_of(row, rule.year) if rule.year else self.year
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
            "direction": directions.get(direction),
            "comment": comment or None,
        }
        evidence = self._place(row, grade or direction or comment)
        if self.builder.node(node, "Evaluation", f"{year} {rule.by}", facts, evidence):
            self.builder.edge(self.node, node, "EVALUATED_AS", evidence)

    def _year_of(self, row: Row, column: str) -> int | None:
        text = row[column]
        year = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None
        if text and (year is None or year not in _YEARS):
            details = {"plan": self.key, "column": column, "words": text}
            self.builder.finding(YearUnreadable, self.node, self._place(row, text), **details)
            return None
        return year


def guideline_name(text: str) -> str:
    """Return the name of a rule without its quotes, its date and who decided it.

    >>> guideline_name("「政府の基本方針」（令和2年1月30日閣議決定）")
    '政府の基本方針'
    >>> guideline_name("・防災基本計画")
    '防災基本計画'
    """
    plain = _BULLET.sub("", _tidy(text).strip())
    quoted = _QUOTED.match(plain)
    name = quoted[1] if quoted else _DATED.sub("", plain).strip()
    return name.strip("「」『』 ")[:_LONGEST_NAME]


@lru_cache(maxsize=20_000)
def _tidy(text: str) -> str:
    """Return a name on one line; names come back again and again."""
    return tidy(normal(text))


def _yen(text: str) -> int | None:
    plain = normal(text).replace(",", "").strip()
    return int(float(plain)) if _NUMBER.fullmatch(plain) and len(plain) < 20 else None


def _paragraphs(text: str) -> str:
    return "\n".join(filter(None, (line.strip() for line in normal(text).splitlines())))


def by_key(rows: Iterator[Row], key: str) -> dict[str, list[Row]]:
    """Return the rows of each key, in their order."""
    by_key: dict[str, list[Row]] = {}
    for row in rows:
        if row[key]:
            by_key.setdefault(row[key], []).append(row)
    return by_key
