"""Workload before and after, as ``compare`` and ``whatif`` show it."""

from __future__ import annotations

from collections.abc import Sequence

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Section
from keikaku.graph.language import Lang, Text
from keikaku.queries.workload.answer import WorkloadRow
from keikaku.queries.workload.concentration import Concentration
from keikaku.queries.workload_diff import LoadChange

_TITLE = Text("所管課の負担（前 → 後）", "Workload of departments (before → after)")
_COUNTS = {
    "plans": "plan_count",
    "lead": "of_them_lead",
    "fractional": "fractional",
    "actions": "actions",
    "indicators": "indicators",
}
"""The figures of a department that are compared, each with its column."""
_MOST = 3  # departments of the same change that the summary names
_ANEW = Text("新たに計画を担う課: {names}。", "Departments with new plans: {names}.")
_NONE_LEFT = Text("計画を担わなくなる課: {names}。", "Departments with no plans left: {names}.")
_WITH = Text("{name}（{n}件）", "{name} ({n})")
_GROWS = Text("計画が最も増える課: {names}。", "Their plans grow most: {names}.")
_SHRINKS = Text("計画が最も減る課: {names}。", "Their plans shrink most: {names}.")
_WITH_CHANGE = Text("{name}（{before} → {after}件）", "{name} ({before} → {after})")
_MORE = Text("ほか{n}課", " and {n} more")
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
    """Return a table of the departments whose load differs (if any), and the concentration."""
    if not changes:
        return []
    # These figures mean nothing for a draft whose actions are still to be written.
    planned = any(each.after.actions for each in changes if each.after)
    columns = [name for name in _COUNTS if planned or name != "actions"]
    rows = [
        [
            department_label(each, lang),
            *(_change(each.before, each.after, name) for name in columns),
        ]
        for each in changes
    ]
    sections: list[Block] = [
        Section(
            _TITLE.of(lang),
            headings(["department", *(_COUNTS[name] for name in columns)], lang),
            rows,
        )
    ]
    if before and after and before.hhi is not None and after.hhi is not None:
        sections.append(
            _CONCENTRATION.format(
                before=f"{before.hhi:.3f}",
                after=f"{after.hhi:.3f}",
                departments=before.departments,
                departments_after=after.departments,
            ).of(lang)
        )
    return sections


def summary(changes: Sequence[LoadChange], lang: Lang) -> list[str]:
    """Return in words who gets plans, who has none left, whose load grows and shrinks most."""
    counted = [(each, _plans(each.before), _plans(each.after)) for each in changes]
    lines = []
    for form, these in (
        (_ANEW, [(each, after) for each, before, after in counted if after and not before]),
        (_NONE_LEFT, [(each, before) for each, before, after in counted if before and not after]),
    ):
        if these:
            named_with = (_WITH.format(name=each.department, n=n).of(lang) for each, n in these)
            lines.append(form.format(names=labels.listed(named_with, lang)).of(lang))
    staying = [(after - before, each, before, after) for each, before, after in counted]
    staying = [each for each in staying if each[2] and each[3]]
    for pick, form, sign in ((max, _GROWS, 1), (min, _SHRINKS, -1)):
        most = pick((each[0] for each in staying), default=0)
        if most * sign > 0:
            tied = [
                _WITH_CHANGE.format(name=each.department, before=before, after=after).of(lang)
                for change, each, before, after in staying
                if change == most
            ]
            more = _MORE.format(n=len(tied) - _MOST).of(lang) if len(tied) > _MOST else ""
            lines.append(form.format(names=labels.listed(tied[:_MOST], lang) + more).of(lang))
    return lines


def _plans(row: WorkloadRow | None) -> int:
    return row.plans if row else 0


def department_label(each: LoadChange, lang: Lang) -> str:
    """Return a department, with its earlier name where it had another."""
    former = _FORMERLY.format(name=each.formerly).of(lang) if each.formerly else ""
    return each.department + labels.bracketed(former, lang)


def _change(before: WorkloadRow | None, after: WorkloadRow | None, name: str) -> str:
    one, other = (_cell(row, name) for row in (before, after))
    return one if one == other else f"{one} → {other}"


def _cell(row: WorkloadRow | None, name: str) -> str:
    if row is None:
        return "—"
    value = getattr(row, name)
    return f"{value:.2f}" if isinstance(value, float) else str(value)
