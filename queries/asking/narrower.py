"""Words narrower than a theme that indicators have in their names: 口座振替 (下位の語)."""

from __future__ import annotations

from keikaku.queries.asking.letters import fold, normal
from keikaku.queries.asking.lexicon import Mention, Names


def names_indicators(known: Names, mention: Mention) -> bool:
    """Return whether a word means a part of a theme, and is in the name of an indicator."""
    word = fold(normal(mention.spelling))
    if mention.kind != "Theme" or any(word in each.folded for each in known.of("Theme")):
        return False
    return any(word in each.folded[0] for each in known.of("Indicator"))
