"""The logic model of a project: steps that lead to steps, each with its indicators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from keikaku.graph.findings import StepUnclear
from keikaku.loaders.layouts.facts.cell_amounts import measure, unit_of
from keikaku.loaders.layouts.labels.statements import is_nothing
from keikaku.loaders.text import normal, tidy
from keikaku.loaders.values import Value, read_cell

if TYPE_CHECKING:
    from keikaku.loaders.relational.project_rows import Project, Row
    from keikaku.loaders.relational.relational_layout import IndicatorRule, LogicRule, StepRule

_COUNTED = re.compile(r"^\d+\s*[.．、]\s*")
_YEAR_HEAD = re.compile(r"(?:19|20|21)\d\d")


def add_steps(project: Project, rule: LogicRule, rows: Iterable[Row]) -> None:
    """Add the steps of one project, and which leads to which."""
    for row in rows:
        ends = [step_of(project, end, rule.stages, row) for end in (rule.origin, rule.target)]
        if ends[0] and ends[1]:
            evidence = project.place(row, row[rule.words] or row[rule.target.text])
            project.builder.edge(ends[0], ends[1], "LEADS_TO", evidence)


def step_of(project: Project, end: StepRule, stages: dict[str, str], row: Row) -> str | None:
    """Return the step that a row names, made where it is new; None where it names none."""
    text = _paragraphs(row[end.text])
    if is_nothing(text):
        return None
    kind = _COUNTED.sub("", normal(row[end.kind])) + _COUNTED.sub("", normal(row[end.term]))
    stage = stages.get(kind)
    evidence = project.place(row, text)
    if stage is None:
        details = {"plan": project.key, "step": evidence.quote, "words": kind}
        project.builder.finding(StepUnclear, project.node, evidence, **details)
        return None
    project.outcome = project.outcome or stage.endswith("outcome")
    key = (stage, row[end.number], text)
    node = project.steps.get(key)
    if node is None:
        node = project.steps[key] = f"{project.node}/step/{len(project.steps) + 1}"
        facts = {"stage": stage, "text": text}
        project.builder.node(node, "LogicStep", evidence.quote, facts, evidence)
        project.builder.ordered(project.node, node, "HAS_PART", evidence)
    return node


def add_indicators(project: Project, rule: IndicatorRule, rows: Iterable[Row]) -> None:
    """Add the indicators of the steps of one project: several rows are one indicator.

    A row holds the targets, another the actual values, a column a year.
    """
    step = rule.step
    of_one: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        columns = (step.number, step.kind, step.term, step.text, rule.name)
        of_one.setdefault(tuple(row[column] for column in columns), []).append(row)
    for count, members in enumerate(of_one.values(), 1):
        _indicator(project, rule, members, count)


def is_year_head(head: str) -> bool:
    """Return whether a column holds the values of one year."""
    return _YEAR_HEAD.fullmatch(head.strip()) is not None


def _indicator(project: Project, rule: IndicatorRule, rows: list[Row], count: int) -> None:
    first = rows[0]
    step = step_of(project, rule.step, rule.stages, first)
    name = tidy(normal(first[rule.name]))
    values, due = _values(rule, rows)
    if is_nothing(name):
        name = _paragraphs(first[rule.step.text]).replace("\n", " ") if values else ""
        if is_nothing(name):
            return
    unit = unit_of(first[rule.unit])
    targets = [each for each in values if each["kind"] == "target"]
    aimed = next((each for each in targets if each["fiscal_year"] == due), None)
    facts: dict[str, Any] = {
        "name": name,
        "measurable": bool(values),
        "target": _as_target(aimed or (targets[-1] if targets else None)),
        "baseline": None,
        "values": [{**each, "unit": each["unit"] or unit} for each in values] or None,
        "direction": rule.directions.get(normal(first[rule.direction])),
        "role": rule.roles.get(_COUNTED.sub("", normal(first[rule.step.kind]))),
        "source": _paragraphs(first[rule.source]) or None,
    }
    if facts["target"] is not None:
        facts["target"]["unit"] = facts["target"]["unit"] or unit
    node = f"{project.node}/indicator/{count}"
    evidence = project.place(first, first[rule.name] or name)
    project.builder.node(node, "Indicator", name, facts, evidence)
    for fact in ("target", "baseline"):  # an indicator says that it has none
        project.builder.graph.nodes[node].setdefault(fact, None)
    project.builder.ordered(step or project.node, node, "MEASURED_BY", evidence)


def _values(rule: IndicatorRule, rows: list[Row]) -> tuple[list[dict[str, Any]], int | None]:
    """Return the values by year of one indicator, and the year in which its target is due."""
    values, due = [], None
    for row in rows:
        kind = rule.rows.get(_COUNTED.sub("", normal(row[rule.row_kind])))
        for head, at in row.places.items():
            text = row.cells[at].strip() if at < len(row.cells) else ""
            if kind is None or not is_year_head(head) or is_nothing(text):
                continue
            if kind == "due":
                due = int(head)
                continue
            value = _value(text)
            if value is not None:
                kept = {**measure(value, None), "fiscal_year": int(head), "kind": kind}
                values.append(kept)
    return sorted(values, key=lambda each: (each["fiscal_year"], each["kind"])), due


def _value(text: str) -> Value | None:
    reading = read_cell(text)
    return reading.values[0] if reading.kind == "values" and reading.values else None


def _as_target(value: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if value is None else {k: v for k, v in value.items() if k != "kind"}


def _paragraphs(text: str) -> str:
    return "\n".join(filter(None, (line.strip() for line in normal(text).splitlines())))
