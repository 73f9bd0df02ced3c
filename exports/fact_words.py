"""Words for a plan's facts, as exports and the papers of the workshop tell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from keikaku.graph.language import Lang, Text
from keikaku.graph.running import Certainty
from keikaku.queries.plan.answer import ActionRow, PlanWhole

ROLES = {
    "lead": Text("主管", "lead"),
    "co": Text("共管", "shared"),
    "component": Text("個別取組", "component"),
}
"""How the roles of departments are told."""

GOES_ON: dict[Certainty, str] = {"stated": "→", "possible": "⇢"}
"""What stands for a year in which something goes on, surely or perhaps."""

MAY_GO_ON = Text(
    "⇢は、矢印がなく空欄のため、続いている可能性のある年度です。",
    "⇢: the cell is blank and no arrow tells, so it may go on in that year.",
)
"""What explains the sign of what may go on."""


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
    """Return what an action does in a fiscal year; an arrow where it goes on, or may (⇢)."""
    told = [
        each.text if each.first_year == year else GOES_ON[certainty]
        for each in action.milestones
        if each.run and (certainty := each.run.certainty(year))
    ]
    if not told and (certainty := action.years.get(year)):
        return [GOES_ON[certainty]]
    return told


def may_go_on(actions: Iterable[ActionRow]) -> bool:
    """Tell whether the years of any of the actions rest on what the source leaves open."""
    return any("possible" in action.years.values() for action in actions)
