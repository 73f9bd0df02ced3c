"""Words for a plan's facts, as exports and the papers of the workshop tell them."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.graph.language import Lang, Text
from keikaku.queries.plan.answer import ActionRow, PlanWhole

ROLES = {
    "lead": Text("主管", "lead"),
    "co": Text("共管", "shared"),
    "component": Text("個別取組", "component"),
}
"""How the roles of departments are told."""

_GOES_ON = "→"


def departments(plan: PlanWhole, lang: Lang) -> Iterator[str]:
    """Yield departments with their roles, those of components with its title: 収納課（主管）."""
    for each in plan.departments:
        yield bracketed(each.name, ROLES[each.role].of(lang), lang)
    for part in plan.components:
        for each in part.departments:
            yield bracketed(each.name, part.title, lang)


def bracketed(name: str, remark: str, lang: Lang) -> str:
    """Return a name with a remark in the brackets of the language."""
    return f"{name}（{remark}）" if lang == "ja" else f"{name} ({remark})"


def in_year(action: ActionRow, year: int) -> list[str]:
    """Return what an action does in a fiscal year; an arrow where it goes on."""
    told = [
        each.text if each.first_year == year else _GOES_ON
        for each in action.milestones
        if each.first_year <= year <= each.last_year
    ]
    first, last = action.first_year, action.last_year
    if not told and first and last and first <= year <= last:
        return [_GOES_ON]
    return told


def years_of(action: ActionRow) -> set[int]:
    """Return the fiscal years in which an action is stated to run."""
    spans = [(each.first_year, each.last_year) for each in action.milestones]
    if action.first_year and action.last_year:
        spans.append((action.first_year, action.last_year))
    return {year for first, last in spans for year in range(first, last + 1)}
