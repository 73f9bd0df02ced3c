"""Questions for plans whose name holds some words: 計画名に「推進」が入る計画 (名称の語句)."""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.frames.word_questions import CALLED
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import Comparison, both

_NAMES: Mapping[str, tuple[str, str]] = {
    "計画名": ("Plan", "名称"),
    "実施計画名": ("Plan", "名称"),
    "指標名": ("Indicator", "指標名"),
    "名称": ("Plan", "名称"),
    "名前": ("Plan", "名称"),
}
"""Words for a name: the kind of thing, and its field; those of any name need the noun besides."""
_ANY_NAME = frozenset(("名称", "名前"))
_HOLDING = ("含", "入", "付", "つく", "使")
_OPENING = frozenset('「『"“')
_AROUND = "「」『』\"'“” "
_LINKS = (
    "という言葉",
    "という文言",
    "という単語",
    "という文字列",
    "という語",
    "という文字",
    "が",
    "を",
    "と",
    "の",
)
"""What stands between the words and the verb."""


def named_with(sentence: Sentence) -> list[Reading]:
    """Read 計画名に「推進」が入る計画, 指標名に「率」を含むもの: by a part of the name."""
    for place, token in enumerate(sentence.tokens):
        if token.text not in _NAMES or next_token(sentence.tokens, place).text != "に":
            continue
        verb = _verb(sentence, place + 2)
        if verb is None:
            return []
        inner = range(place + 2, verb)
        if not inner:  # 「推進」という言葉が名前に入る計画
            inner = range(_first_word(sentence, place), place)
        words = _words("".join(sentence.tokens[at].text for at in inner))
        kind, field = _NAMES[token.text]
        nouns = [p for p in sentence.places("kind", kind) if p not in inner and p != place]
        if not words or not (nouns or token.text not in _ANY_NAME):
            return []
        sentence.use([*inner, *range(place, verb + 1)])
        sentence.say(place, *(at for at in inner if sentence.tokens[at].text in CALLED))
        sentence.use(nouns)
        count = {"count": True} if sentence.take("word", "how_many") else {}
        filters = conditions.read(sentence, kind, nouns[0] if nouns else None)
        title = Comparison(field, "in", words)
        return [find(kind, both(title, tree), **count) for tree in filters.readings]
    return []


def _verb(sentence: Sentence, start: int) -> int | None:
    """Return the place of the verb that says that a name holds words."""
    for place in range(start, len(sentence.tokens)):
        if sentence.tokens[place].text.startswith(_HOLDING):
            return place
    return None


def _first_word(sentence: Sentence, end: int) -> int:
    """Return where the words before 名前に begin: at their mark, else behind the last の or で."""
    texts = [token.text for token in sentence.tokens[:end]]
    for place in reversed(range(end)):
        if texts[place] in _OPENING:
            return place
    for place in reversed(range(end)):
        if texts[place] in {"の", "で", "、", "うち"} and texts[place + 1 : place + 2] != [
            "という"
        ]:
            return place + 1
    return 0


def _words(text: str) -> str:
    """Return the words themselves, without marks and links around them."""
    bare = text.strip(_AROUND)
    while link := next((each for each in _LINKS if bare.endswith(each)), None):
        bare = bare.removesuffix(link).strip(_AROUND)
    return bare
