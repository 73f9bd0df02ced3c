"""Words narrower than a theme that indicators have in their names: 口座振替 (下位の語)."""

from __future__ import annotations

from keikaku.queries.asking.letters import fold, normal
from keikaku.queries.asking.lexicon import Mention, Names

_COUNTED = {"何件": ("件数", "数"), "何%": ("率", "割合"), "何パーセント": ("率", "割合"),
            "何割": ("率", "割合")}  # fmt: skip
"""Ends of names of indicators in the unit of a question word."""


def names_indicators(known: Names, mention: Mention) -> bool:
    """Return whether a word means a part of a theme, and is in the name of an indicator."""
    word = fold(normal(mention.spelling))
    if mention.kind != "Theme" or any(word in each.folded for each in known.of("Theme")):
        return False
    return any(word in each.folded[0] for each in known.of("Indicator"))


def is_counted_in_names(known: Names, mention: Mention, question: str) -> bool:
    """Return whether indicators count what a theme's word means: 何件 of コンビニ交付件数."""
    word, ends = fold(normal(mention.spelling)), _COUNTED.get(question, ())
    names = [each.folded[0] for each in known.of("Indicator") if word in each.folded[0]]
    if mention.kind != "Theme" or not any(name.endswith(ends) for name in names):
        return False
    return question == "何件" or names_indicators(known, mention)  # of a theme, the share of plans
