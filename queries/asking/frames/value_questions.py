"""Questions about one thing: its value, who answers for it, when (値・担当・時期)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.conditions.narrower import (
    is_about_now,
    is_counted_in_names,
    names_indicators,
    owner_words,
)
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.lexicon import Called, Mention
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.quantities import Amount
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import fold, normal
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import Comparison, Tree, both


def asks_value(sentence: Sentence) -> bool:
    """Return whether a value of one thing is asked for."""
    mentioned = [m for _, m in mentions(sentence)]
    indicator = any(m.kind == "Indicator" for m in mentioned)
    shares = [sentence.tokens[place].text for place in sentence.places("measure", "share")]
    measured = sentence.has("measure", "target", "baseline")
    measured = measured or any(text.startswith("何") for text in shares)  # 何％目指す
    changes = sentence.places("verb", "raise", "lower")
    measured = measured or (indicator and bool(changes) and not _is_denied(sentence, changes))
    about = [m for m in mentioned if m.kind in {"Indicator", "Plan", "Component", "Action"}]
    units = asks_in_a_unit(sentence)
    measured = measured or _asks_aim(sentence)
    narrow = measured and narrow_word(sentence) is not None
    return (
        narrow
        or counted_word(sentence) is not None
        or (measured and bool(about))
        or (indicator and (units or sentence.has("amount") or not sentence.has("kind")))
    )


def narrow_word(sentence: Sentence) -> int | None:
    """Return where a word narrower than a theme stands that is in names of indicators."""
    if sentence.has("kind", "Plan"):
        return None
    for place, mention in mentions(sentence):
        if names_indicators(sentence.known, mention):
            return place
    return None


def _is_denied(sentence: Sentence, places: list[int]) -> bool:
    return any(sentence.tokens[place].says_no for place in places)


def counted_word(sentence: Sentence) -> int | None:
    """Return where a word of indicators stands that is counted, no plans: コンビニ交付は何件."""
    mentioned = mentions(sentence)
    if len(mentioned) != 1 or sentence.has("kind"):
        return None
    (place, mention) = mentioned[0]
    link = next_token(sentence.tokens, place).text
    questions = sentence.places("word", "how_many", "how_much") + sentence.places(
        "measure", "share"
    )
    counts = any(
        is_counted_in_names(sentence.known, mention, normal(sentence.tokens[at].text))
        for at in questions
    )
    return place if counts and link in {"は", "の", "が", "も"} else None


def _asks_aim(sentence: Sentence) -> bool:
    """Return whether it asks for a number that is aimed at: 何件を目指していますか."""
    for place in sentence.places("word", "how_many", "how_much"):
        following = next(sentence.after(place, 1), None)
        if following is not None and following[1].role == "verb":
            link = sentence.between(place, following[0])
            aims = following[1].text.startswith("目指") or following[1].value in {"raise", "lower"}
            if aims and link in {"を", "まで", "に", "くらい"} and not following[1].says_no:
                return True
    return False


_ASK_UNITS = {
    f"何{unit}" for unit in ("人", "円", "回", "校", "施設", "時間", "台", "か所", "点", "館", "日")
}
"""Words that ask for a value in its unit, not how many things there are."""


def asks_in_a_unit(sentence: Sentence) -> bool:
    """Return whether a value in a unit is asked for, no number of things: 何校, 何人."""
    return any(sentence.tokens[p].text in _ASK_UNITS for p in sentence.places("word", "how_many"))


def value(sentence: Sentence) -> list[Reading]:
    """市税の徴収率の目標はいくつ: an indicator by its name, or those of a plan."""
    if not asks_value(sentence):
        return []
    mentioned = [(p, m) for p, m in mentions(sentence)]
    about = [(p, m) for p, m in mentioned if m.kind in {"Indicator", "Plan", "Component"}]
    narrow = narrow_word(sentence)
    narrow = counted_word(sentence) if narrow is None else narrow
    by_word = narrow is not None and all(m.kind == "Plan" for _, m in about) and len(about) < 2
    if len({m.ids for _, m in about}) != 1 and not by_word and not _is_indicator_of(about):
        return []
    sentence.use(p for p, _ in about)
    about = list({m.ids: (p, m) for p, m in about}.values())  # one name, said in two pieces
    tree = both(*(_is_indicator(sentence, mention) for _, mention in about))
    if by_word and narrow is not None:
        sentence.use([narrow])
        word = Comparison("指標名", "in", sentence.tokens[narrow].value.spelling)
        tree = both(tree, word, _done_in_names(sentence, sentence.tokens[narrow].value))
    gap = {"fields": "現況値,目標値,差"} if sentence.take("measure", "gap") else {}
    gap = {"fields": "現況値,目標値,倍率"} if sentence.take("measure", "rate") else gap
    if sentence.has("measure", "baseline") and sentence.has("measure", "target"):
        sentence.take("verb", "compare")
    sentence.take("measure", "target", "baseline", "unit", "number_of", "share")
    sentence.take(
        "word", "how_many", "how_much", "what", "when", "who", "where", "become", "today", "why"
    )
    sentence.take("kind", "Indicator", "Department", "Plan")
    sentence.take(
        "verb", "have", "responsible", "reach", "raise", "lower", "touch", "become", "lead", "keep"
    )
    sentence.take("yes")
    amounts = sentence.places("amount")
    trees = [tree, *owner_words(sentence, [p for p, m in about if m.kind == "Indicator"])]
    for at in amounts:
        amount: Amount = sentence.tokens[at].value
        sentence.use([at])
        name = "現況値" if is_about_now(sentence, amount) else "目標値"
        trees.append(Comparison(name, amount.way or "=", f"{amount.number}{amount.unit}"))  # type: ignore[arg-type]
    filters = conditions.read(sentence, "Indicator", None)
    return [find("Indicator", both(*trees, tree_), **gap) for tree_ in filters.readings]


def _done_in_names(sentence: Sentence, mention: Mention) -> Tree | None:
    """Return the verb as a part of names that have it: 公開 of オープンデータは何件公開."""
    word = fold(normal(mention.spelling))
    names = [e.folded[0] for e in sentence.known.of("Indicator") if word in e.folded[0]]
    for place in sentence.places("verb"):
        stem = sentence.tokens[place].text[:2]
        if not sentence.tokens[place].says_no and any(fold(stem) in name for name in names):
            sentence.say(place)
            return Comparison("指標名", "in", stem)
    return None


def _is_indicator_of(about: list[tuple[int, Mention]]) -> bool:
    """Return whether an indicator of one plan or component is asked for: 2-3-1の延床面積の目標."""
    kinds = sorted(mention.kind for _, mention in about)
    owner = all(mention.exact for _, mention in about if mention.kind == "Plan")
    return owner and kinds in (["Indicator", "Plan"], ["Component", "Indicator"])


def _is_indicator(sentence: Sentence, mention: Mention) -> Tree:
    if mention.kind == "Plan":
        return Comparison("計画", "=", mention.spelling)
    if mention.kind == "Component":
        return Comparison("個別取組", "=", mention.spelling)
    called = {each.names[0] for each in sentence.known.of("Indicator") if _begins(each, mention)}
    if len(mention.ids) > 1 or len(called) > 1:
        return Comparison("指標名", "in", mention.spelling)
    return Comparison("指標名", "=", mention.spelling)


def _begins(entry: Called, mention: Mention) -> bool:
    """Return whether an indicator has this name, maybe with more in brackets or after a space."""
    rest = entry.names[0].removeprefix(mention.spelling)
    return rest != entry.names[0] and (not rest or rest[0] in "(（ 　")
