"""The cells of an action by fiscal year: its words, → where it continues, ⇢ where it may."""

from __future__ import annotations

from collections.abc import Iterable

from keikaku.graph.language import Text
from keikaku.graph.running import Certainty
from keikaku.queries.plan.answer import ActionRow

GOES_ON: dict[Certainty, str] = {"stated": "→", "possible": "⇢"}
"""The sign for a year in which something continues, surely or perhaps."""

MAY_GO_ON = Text(
    "⇢は、原本に矢印がなく空欄のため、続いている可能性のある年度です。",
    "⇢: the cell is blank, without an arrow, so it may go on in that year.",
)
"""The explanation of the sign ⇢."""


def in_year(action: ActionRow, year: int) -> list[str]:
    """Return the words of an action in a fiscal year; a sign where it continues or may."""
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
    """Return whether the source leaves open any of the years of the actions."""
    return any("possible" in action.years.values() for action in actions)
