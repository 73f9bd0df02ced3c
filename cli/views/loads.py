"""Workload before and after, as ``compare`` and ``whatif`` show it."""

from __future__ import annotations

from collections.abc import Sequence

from cli import telling
from cli.output import Block, Section
from cli.tables import Cell
from graph.language import Lang, Text
from queries.loads import LoadChange
from queries.workload import Concentration, WorkloadRow

_TITLE = Text("所管課の負担（前 → 後）", "Workload of departments (before → after)")
_HEADS = (
    Text("所管課", "Department"),
    Text("計画数", "Plans"),
    Text("うち主管", "Lead"),
    Text("分数換算", "Fractional"),
    Text("取組", "Actions"),
    Text("指標", "Indicators"),
)
_FORMERLY = Text("旧{name}", "formerly {name}")
_CONCENTRATION = Text(
    "集中度（HHI）: {before} → {after}"
    "（{departments} → {departments_after}課。大きいほど一部の課に偏る）",
    "Concentration (HHI): {before} → {after} (departments: {departments} → {departments_after}; "
    "the higher, the more a few departments carry)",
)


def blocks(
    changes: Sequence[LoadChange],
    before: Concentration | None,
    after: Concentration | None,
    lang: Lang,
) -> list[Block]:
    """A table of the departments whose load differs, and the concentration; nothing for none."""
    if not changes:
        return []
    rows = [_cells(each, lang) for each in changes]
    told: list[Block] = [Section(_TITLE.of(lang), [head.of(lang) for head in _HEADS], rows)]
    if before and after and before.hhi is not None and after.hhi is not None:
        told.append(
            _CONCENTRATION.format(
                before=f"{before.hhi:.3f}",
                after=f"{after.hhi:.3f}",
                departments=before.departments,
                departments_after=after.departments,
            ).of(lang)
        )
    return told


def named(each: LoadChange, lang: Lang) -> str:
    """A department, with its earlier name where it had another."""
    former = _FORMERLY.format(name=each.formerly).of(lang) if each.formerly else ""
    return each.department + telling.bracketed(former, lang)


def _cells(each: LoadChange, lang: Lang) -> list[Cell]:
    columns = ("plans", "lead", "fractional", "actions", "indicators")
    return [named(each, lang), *(_change(each.before, each.after, name) for name in columns)]


def _change(before: WorkloadRow | None, after: WorkloadRow | None, name: str) -> str:
    one, other = (_shown(row, name) for row in (before, after))
    return one if one == other else f"{one} → {other}"


def _shown(row: WorkloadRow | None, name: str) -> str:
    if row is None:
        return "—"
    value = getattr(row, name)
    return f"{value:.2f}" if isinstance(value, float) else str(value)
