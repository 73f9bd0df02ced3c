"""Questions about the parts of a theme: 5レスのうち最も多いのは (テーマの内訳)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import Comparison
from keikaku.queries.graph_walks import arriving

_RANKS = ("most", "many", "least", "few")


def theme_parts(sentence: Sentence) -> list[Reading]:
    """Return the parts of the one theme that a sentence names, in the order that it asks for."""
    mentioned = mentions(sentence)
    if len(mentioned) != 1 or not _has_parts(sentence, mentioned[0][1]):
        return []
    place, theme = mentioned[0]
    near = sentence.before(place, 2) if sentence.english else sentence.after(place, 2)
    beside = next((each for each in near if each[1].value != "Theme"), None)  # 5レスのテーマ別
    ranked = sentence.has("word", *_RANKS)
    of_them = sentence.english and sentence.text.lower().startswith("which of")
    wanted = ({"among", "what"} if of_them else {"among"}) if ranked else {"each"}
    if beside is None or beside[1].value not in wanted:
        return []
    others = [p for p in sentence.places("kind") if sentence.tokens[p].value not in _BESIDE]
    if others or sentence.places("amount"):
        return []
    least = sentence.has("word", "least", "few")
    sentence.use([place])
    sentence.take("word", "among", "each", "what", "where", "how_many", "all", *_RANKS)
    sentence.take("kind", *_BESIDE)
    sentence.take("verb", "touch", "have")
    sentence.take("measure", "number_of")
    more = {"sort": "計画数" if least else "-計画数", "top": "1"} if ranked else {"sort": "-計画数"}
    return [find("Theme", Comparison("上位のテーマ", "=", theme.spelling), **more)]


_BESIDE = ("Theme", "Plan")


def _has_parts(sentence: Sentence, mention: Mention) -> bool:
    if mention.kind != "Theme" or len(mention.ids) != 1:
        return False
    return any(True for _ in arriving(sentence.known.graph("Theme"), mention.ids[0], "PART_OF"))
