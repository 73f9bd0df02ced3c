"""Find statements of a sentence that a command lost: what is done, a second list (失われた文意)."""

from __future__ import annotations

from keikaku.queries.asking.account.command_content import Said
from keikaku.queries.asking.tokens.deeds import deed_of_year, noun_of_deed
from keikaku.queries.asking.tokens.lexicon import Token
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import fold, normal
from keikaku.queries.expressions.tree import And, written


def also_counted(sentence: Sentence, said: Said) -> list[int]:
    """Return the things beside the one that the command counts: 計画 in 計画と指標の数."""
    if said.reading.question != "find" or not said.reading.parameters.get("count"):
        return []
    tokens, others = sentence.tokens, []
    for joint, token in enumerate(tokens[:-1]):
        place, second = _before_count(tokens, joint), next_token(tokens, joint)
        first = tokens[place]
        both = first.role == second.role == "kind"
        if token.text in {"と", "and"} and both and first.value != second.value == said.kind:
            others.append(place)
    return others


def _before_count(tokens: list[Token], place: int) -> int:
    """Return the place before a place, its own count left out: 計画 of 計画の数と."""
    while place > 0:
        place -= 1
        if tokens[place].text != "の" and tokens[place].value not in {"number_of", "how_many"}:
            break
    return place


def doubled(sentence: Sentence, said: Said) -> list[int]:
    """Return the verbs, where two statements became one.

    1-3-1が依存する計画と、1-3-1に依存する計画 are not the plans that depend on it, twice.
    """
    tree = said.reading.tree
    parts = [written(part) for part in tree.parts] if isinstance(tree, And) else []
    return sentence.places("verb") if len({*parts}) < len(parts) else []


def against(sentence: Sentence, said: Said) -> list[int]:
    """Return the numbers, where the command holds one value to two of them: =1 and >=3."""
    held: dict[str, set[str]] = {}
    for each in said.conditions:
        if each.field.endswith("数"):
            held.setdefault(each.field, set()).add(f"{each.operator}{each.value}")
    doubled = any(
        len(of_field) > 1 and any(text.startswith("=") for text in of_field)
        for of_field in held.values()
    )
    joined = any(token.value == "or" for token in sentence.tokens)
    return sentence.places("amount") if doubled and not joined else []


def undone(sentence: Sentence, said: Said) -> list[int]:
    """Return what is done in a year, where the command does not have it: 年度に検討に入る."""
    deed = deed_of_year(sentence)
    if deed is None or sentence.tokens[deed].role == "name":
        return []
    word = fold(normal(noun_of_deed(sentence.tokens[deed].text)))
    return [] if any(word in value for value in said.values) else [deed]
