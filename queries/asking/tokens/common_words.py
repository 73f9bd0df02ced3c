"""Words in the names of several plans' things, which mean none of them: センター (共通の語).

A part of a name means the thing only where nothing of another plan, nor a heading, has it in its
name.
"""

from __future__ import annotations

from keikaku.queries.asking.tokens.lexicon import Called, Mention, Names
from keikaku.queries.asking.vocabulary.letters import fold, holds_word, lower, normal

_OF_PLANS = ("Plan", "Component", "Indicator", "Action", "Milestone")
_HOLDERS = ("Plan", "Component", "Indicator", "Goal", "Initiative")


def means_too_little(words: str, mention: Mention, known: Names) -> bool:
    """Return whether words are but a part of a name that many have, or are cut out of a word."""
    return not mention.exact and (_is_cut(words, mention) or _is_shared(words, mention, known))


def _is_cut(words: str, mention: Mention) -> bool:
    """Return whether words are cut out of a katakana word: マネジメント of ストックマネジメント."""
    name, part = lower(normal(mention.spelling)), lower(normal(words))
    return part in name and not holds_word(name, part)


def _is_shared(words: str, mention: Mention, known: Names) -> bool:
    """Return whether words are a part of a name, and in names of things of other plans."""
    if mention.kind not in _OF_PLANS:
        return False
    wanted = fold(normal(words))
    holders = [each for kind in _HOLDERS for each in known.of(kind) if wanted in each.folded[0]]
    plans = {each.id.rsplit("/", 1)[-1]: each for each in known.of("Plan")}
    own = {_plan_of(node, plans) for node in mention.ids}
    return any(_plan_of(each.id, plans) not in own for each in holders)


def _plan_of(node: str, plans: dict[str, Called]) -> str:
    """Return the plan that the id of a thing holds: a server's names come without relations."""
    return next((plans[part].id for part in reversed(node.split("/")) if part in plans), node)
