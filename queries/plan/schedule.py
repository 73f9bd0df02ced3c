"""How an action stands against the fiscal years: its words, what goes on (→), what may (⇢)."""

from __future__ import annotations

from collections.abc import Iterable

from keikaku.graph.language import Text
from keikaku.graph.running import Certainty
from keikaku.queries.plan.answer import ActionRow

GOES_ON: dict[Certainty, str] = {"stated": "→", "possible": "⇢"}
"""What stands for a year in which something goes on, surely or perhaps."""

MAY_GO_ON = Text(
    "⇢は、原本に矢印がなく空欄のため、続いている可能性のある年度です。",
    "⇢: the cell is blank and no arrow tells, so it may go on in that year.",
)
"""What explains the sign of what may go on."""


def in_year(action: ActionRow, year: int) -> list[str]:
    """Return what an action does in a fiscal year; a sign where it goes on, or may."""
    texts = [
        each.text if each.first_year == year else GOES_ON[certainty]
        for each in action.milestones
        if each.run and (certainty := each.run.certainty(year))
    ]
    if not texts and (certainty := action.years.get(year)):
        return [GOES_ON[certainty]]
    return texts


def cell(action: ActionRow, year: int) -> str:
    """Return the cell of a year: the texts that begin in it, or else the sign of what goes on."""
    words = in_year(action, year)
    signs = [sign for sign in GOES_ON.values() if sign in words]
    return "\n".join(text for text in words if text not in signs) or "".join(signs[:1])


def may_go_on(actions: Iterable[ActionRow]) -> bool:
    """Tell whether the years of any of the actions rest on what the source leaves open."""
    return any("possible" in action.years.values() for action in actions)
