"""Questions for plans whose name holds some words: 計画名に「推進」が入る計画 (名称の語句)."""

from __future__ import annotations

from keikaku.queries.asking import conditions
from keikaku.queries.asking.reading import Reading, find
from keikaku.queries.asking.sentence import Sentence
from keikaku.queries.expressions.tree import Comparison, both

_NAMES = frozenset(("計画名", "実施計画名", "名称", "名前"))
_HOLDING = ("含", "入", "付", "つく", "使")
_AROUND = "「」『』\"'“” "
_LINKS = ("という言葉", "という語", "という文字", "が", "を", "と", "の")
"""What stands between the words and the verb."""


def named_with(sentence: Sentence) -> list[Reading]:
    """Read 計画名に「推進」が入る計画: plans by a part of their name."""
    for place, token in enumerate(sentence.tokens):
        following = [each.text for each in sentence.tokens[place + 1 : place + 2]]
        if token.text not in _NAMES or following != ["に"]:
            continue
        verb = _verb(sentence, place + 2)
        if verb is None:
            return []
        words = _words("".join(each.text for each in sentence.tokens[place + 2 : verb]))
        plans = [p for p in sentence.places("kind", "Plan") if p > verb]
        if not words or not plans:
            return []
        sentence.use(range(place, verb + 1))
        sentence.say(place)
        sentence.use(plans[:1])
        filters = conditions.read(sentence, "Plan", plans[0])
        title = Comparison("名称", "in", words)
        return [find("Plan", both(title, tree)) for tree in filters.readings]
    return []


def _verb(sentence: Sentence, start: int) -> int | None:
    """Return the place of the verb that says that a name holds words."""
    for place in range(start, len(sentence.tokens)):
        if sentence.tokens[place].text.startswith(_HOLDING) and place > start:
            return place
    return None


def _words(text: str) -> str:
    """Return the words themselves, without marks and links around them."""
    bare = text.strip(_AROUND)
    while link := next((each for each in _LINKS if bare.endswith(each)), None):
        bare = bare.removesuffix(link).strip(_AROUND)
    return bare
