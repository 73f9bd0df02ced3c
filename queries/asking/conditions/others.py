"""Things other than the named one: 福島県以外の団体, DX戦略課でない課 (ほかのもの).

If another one exists, the named one may exist too.
"""

from __future__ import annotations

from keikaku.queries.asking.conditions.asked_fields import field_of
from keikaku.queries.asking.conditions.groups import Group
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import Comparison, Not, Some, Tree, both
from keikaku.queries.names import fold

_IS = {"の", "な", ""}
_WITH = {"と", "とも", "が"}
_PART_OF = "上位のテーマ"


def others(sentence: Sentence, head: str, group: Group) -> Tree | None:
    """Return the condition that another one exists; None where the sentence does not say so.

    The tokens that say so are marked.
    """
    name = field_of(group.kind, head)
    if group.kind == head or fold(name) not in words_of(head):
        return None
    places_and_whole = (
        _in_english(sentence, group) if sentence.english else _in_japanese(sentence, group)
    )
    if places_and_whole is None:
        return None
    places, whole = places_and_whole
    sentence.use(places)
    part = Comparison(_PART_OF, "=", whole) if whole else None
    rest = both(part, *(Not(Comparison("名称", "=", m.spelling)) for m in group.mentions))
    return Some(name, rest) if rest is not None else None


def _in_japanese(sentence: Sentence, group: Group) -> tuple[list[int], str] | None:
    behind = [*sentence.after(group.places[-1], 2)]
    if len(behind) < 2:
        return None
    (at, token), (end, following) = behind
    excepted = token.role == "word" and token.value == "except"
    denied = token.role == "no" and token.text in {"でない", "ではない", "じゃない"}
    if not (excepted or denied):
        return None
    link = sentence.between(at, end)
    if (following.role, following.value) == ("kind", group.kind) and link in _IS:
        return _noun(sentence, at, end)
    if following.role == "name" and following.value.kind == group.kind == "Theme" and link == "の":
        return [at, end], following.value.spelling  # the other parts of a theme
    if excepted and group.kind == "Partner" and link in _WITH and following.role == "verb":
        return [at, end], ""
    return None


def _noun(sentence: Sentence, at: int, end: int) -> tuple[list[int], str] | None:
    """Return where it is said, with the verb that ties the others to what is asked for."""
    following = next(sentence.after(end, 1), None)
    if following is None or following[1].says_no or following[1].role == "no":
        return None  # 収納課以外の課が担当しない
    verb = [following[0]] if following[1].role == "verb" else []
    return [at, end, *verb], ""


def _in_english(sentence: Sentence, group: Group) -> tuple[list[int], str] | None:
    before = [*sentence.before(group.places[0], 2)]
    if len(before) < 2:
        return None
    (at, token), (end, noun) = before
    excepted = token.role == "word" and token.value == "except"
    if not excepted or (noun.role, noun.value) != ("kind", group.kind):
        return None
    further = next(sentence.before(end, 1), None)
    if further is not None and (further[1].role == "no" or further[1].says_no):
        return None
    verb = [further[0]] if further is not None and further[1].role == "verb" else []
    return [at, end, *verb], ""
