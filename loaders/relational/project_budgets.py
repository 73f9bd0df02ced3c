"""The amounts of a project: yen by fiscal year and stage, and sums that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from keikaku.graph.findings import AmountDiffers, AmountUnreadable, BudgetTotalMissing, SumDiffers
from keikaku.loaders.layouts.labels.statements import is_nothing
from keikaku.loaders.text import normal

if TYPE_CHECKING:
    from keikaku.loaders.relational.project_rows import Project, Row
    from keikaku.loaders.relational.relational_layout import BudgetRule, StageRule

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_MINUS = re.compile(r"^(?:[▲△−‐–]\s*|\((?=[\d.]+\)$))")
_LONGEST = 20


def add_budgets(project: Project, rule: BudgetRule, rows: Iterable[Row]) -> None:
    """Add the amounts of one project, each year and stage once."""
    with_total: set[int] = set()
    parted: dict[int, Row] = {}
    for row in rows:
        year = project.year_of(row, rule.fiscal_year)
        if year is None:
            continue
        if rule.parts_have and row[rule.parts_have]:
            parted.setdefault(year, row)
            continue
        with_total.add(year)
        for stage in rule.stages:
            _add(project, stage, row, year)
        _check_sum(project, rule, row, year)
    for year, row in parted.items():
        if year not in with_total:
            evidence = project.place(row, str(year))
            details = {"plan": project.key, "year": year}
            project.builder.finding(BudgetTotalMissing, project.node, evidence, **details)


def _add(project: Project, stage: StageRule, row: Row, year: int) -> None:
    amount = _amount(project, row, stage)
    if amount is None or (stage.zero_if_filled and amount == 0 and not row[stage.zero_if_filled]):
        return
    if stage.zero_is_nothing and amount == 0:
        return
    when = year + stage.years_later
    node = f"{project.node}/budget/{when}/{stage.stage}"
    facts = {"fiscal_year": when, "stage": stage.stage, "total": amount}
    evidence = project.place(row, row[stage.column])
    known = project.builder.graph.nodes.get(node)
    if known is not None and known["total"] != amount:
        details = {
            "plan": project.key,
            "year": when,
            "column": stage.column,
            "first": f"{known['total']:,}",
            "second": f"{amount:,}",
        }
        project.builder.finding(AmountDiffers, project.node, evidence, **details)
        return
    if project.builder.node(node, "Budget", f"{when} {stage.stage}", facts, evidence):
        project.builder.edge(project.node, node, "HAS_BUDGET", evidence)


def _check_sum(project: Project, rule: BudgetRule, row: Row, year: int) -> None:
    if rule.sum is None or not row[rule.sum.total]:
        return
    parts = [yen(row[column]) or 0 for column in rule.sum.of]
    stated = yen(row[rule.sum.total])
    if stated is not None and stated != sum(parts):
        project.builder.finding(
            SumDiffers,
            project.node,
            project.place(row, row[rule.sum.total]),
            plan=project.key,
            year=year,
            column=rule.sum.total,
            stated=f"{stated:,}",
            computed=f"{sum(parts):,}",
        )


def _amount(project: Project, row: Row, stage: StageRule) -> int | None:
    text = row[stage.column]
    amount = yen(text)
    if amount is None and not is_nothing(text):
        details = {"plan": project.key, "column": stage.column, "words": text}
        evidence = project.place(row, text)
        project.builder.finding(AmountUnreadable, project.node, evidence, **details)
    return amount


def yen(text: str) -> int | None:
    """Return an amount in whole yen; None where a cell holds none.

    >>> yen("1,000"), yen("▲ 2,500円"), yen("(300)"), yen("-"), yen("約三億")
    (1000, -2500, -300, None, None)
    """
    if text.isdigit() and len(text) < _LONGEST:
        return int(text)
    plain = "".join(normal(text).replace(",", "").split()).removesuffix("円")
    bare = _MINUS.sub("-", plain).rstrip(")")
    if not _NUMBER.fullmatch(bare) or len(bare) >= _LONGEST:
        return None
    whole, _, part = bare.partition(".")
    return int(whole) if not part.strip("0") else round(float(bare))
