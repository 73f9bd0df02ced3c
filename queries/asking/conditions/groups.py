"""Groups of names in a sentence, and whether they are wanted or excluded (名前のまとまり)."""

from __future__ import annotations

from dataclasses import dataclass, field

from keikaku.queries.asking.tokens.lexicon import FREE, Mention
from keikaku.queries.asking.tokens.sentence import Sentence

_OF_OTHERS = {"reach", "exceed", "raise", "lower", "keep", "start", "end", "depend", "depended"}
"""Verbs about the things asked for, never about the names before them."""
_OR_LINKS = {"か", "や", "とか", "or", "nor"}


@dataclass
class Group:
    """Names of one kind side by side, and how they are combined."""

    kind: str
    mentions: list[Mention] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    link: str = ""
    says_no: bool = False


def groups(sentence: Sentence) -> list[Group]:
    """Return the names that no reading used yet, in groups."""
    result: list[Group] = []
    last: int | None = None
    for place, token in enumerate(sentence.tokens):
        if token.role != "name" or place in sentence.used:
            if token.role not in FREE and not (token.role == "word" and token.value == "or"):
                last = None
            continue
        mention: Mention = token.value
        joins = last is not None and result and result[-1].kind == mention.kind
        if joins and last is not None and _linked(sentence, last, place):
            result[-1].mentions.append(mention)
            result[-1].places.append(place)
            result[-1].link = result[-1].link or _link(sentence, last, place)
        else:
            result.append(Group(mention.kind, [mention], [place]))
        last = place
    for group in result:
        _read_meaning(sentence, group)
    return result


def _linked(sentence: Sentence, last: int, place: int) -> bool:
    words = {token.text.lower() for token in sentence.tokens[last + 1 : place]}
    return bool(
        words
        & {
            "と",
            "や",
            "か",
            "とか",
            "、",
            ",",
            "・",
            "も",
            "and",
            "or",
            "nor",
            "または",
            "又は",
            "に",
            "かつ",
        }
    ) or any(t.value == "or" for t in sentence.tokens[last + 1 : place])


def _link(sentence: Sentence, last: int, place: int) -> str:
    between = sentence.tokens[last + 1 : place]
    if any(t.value == "or" or t.text.lower() in _OR_LINKS for t in between):
        return "or"
    if any(t.text == "も" for t in between):
        return "each"
    if any(t.text == "かつ" for t in between):
        return "and"
    return "with"


def _read_meaning(sentence: Sentence, group: Group) -> None:
    """Read after the names (in English before them) whether they are wanted or excluded."""
    following = next(sentence.after(group.places[-1], 1), None)
    every = following is not None and following[1].role == "word" and following[1].value == "all"
    together = any(p not in sentence.used for p in sentence.places("word", "both"))
    if len(group.mentions) > 1 and (together or every):
        both = [sentence.tokens[p].text for p in sentence.places("word", "both")]
        group.link = "each" if any(text.endswith("も") for text in both) else "and"
    behind = [token.value for _, token in sentence.after(group.places[-1], 2)]
    if behind[:1] == ["or"] or behind == ["among", "or"]:
        group.link = "or"  # A、B、Cのいずれか
    if sentence.english:
        for place, token in sentence.before(group.places[0]):
            if token.role == "name" or token.text.lower() in {"but", "who"}:
                break
            if token.says_no and place in sentence.used:
                break  # It is about something else: no guideline that belongs to goal 2.
            if token.says_no or (token.role == "word" and token.value == "except"):
                group.says_no = True
                sentence.use([place])
                break
            if token.role not in {"verb", "word", "kind"}:
                break
        return
    for place, token in sentence.after(group.places[-1]):
        if token.role == "word" and token.value == "except":
            if _is_rest(sentence, group, place):
                return  # キャッシュレス以外の5レス means the other parts: the word stays unused.
            group.says_no = True
            sentence.use([place])
            return
        if token.role == "word" and token.value in {"both", "or", "today", "all"}:
            continue
        if token.value == "among" and group.link == "or":
            continue
        if token.role == "measure" and token.value == "mark":
            continue
        other = token.value in _OF_OTHERS or (token.value == "disclose" and group.kind != "Channel")
        if other and place in sentence.used:
            return  # 収納課で達成していない指標: the negation belongs to the indicator.
        if token.role == "verb" or token.role in {"no", "yes"}:
            group.says_no = token.says_no
            sentence.use([place])
            following = next(sentence.after(place, 1), None)
            if (
                not token.says_no
                and following
                and following[1].role == "no"
                and close(sentence, place, following[0])
            ):
                group.says_no = True
                sentence.use([following[0]])
        return


def _is_rest(sentence: Sentence, group: Group, place: int) -> bool:
    """Return whether the rest of the thing named next is meant: キャッシュレス以外の5レス."""
    following = next(sentence.after(place, 1), None)
    return (
        following is not None
        and following[1].role == "name"
        and following[1].value.kind == group.kind
        and sentence.between(place, following[0]) == "の"
    )


def close(sentence: Sentence, place: int, other: int) -> bool:
    """Return whether nothing but particles stands between two places."""
    return all(
        token.text in {"て", "こと", "が", "は", "の"}
        for token in sentence.tokens[place + 1 : other]
    )
