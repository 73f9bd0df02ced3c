"""Questions about two things at once: which has more, with whom, what they share (二つのもの)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.conditions.groups import Group
from keikaku.queries.asking.tokens.heads import head_of, is_yes_or_no, mentions
from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import And, Comparison, Not, Or, Some, both, either
from keikaku.queries.names import fold

_COMPARABLE = {"Department", "Goal", "Initiative", "Theme", "Guideline"}
_THAN = {"より", "よりも", "than"}


def which_more(sentence: Sentence) -> list[Reading]:
    """人事課と財政課で計画が多いのはどちら: two or more of a kind, counted side by side."""
    if not sentence.has("word", "many", "few", "most", "least"):
        return []
    if not sentence.has("word", "where", "what", "among"):
        return _is_more(sentence)
    groups = conditions.groups(sentence)
    kinds = [p for p in sentence.places("kind") if p not in sentence.used]
    sides, others = _sides(groups)
    nouns = {sentence.tokens[place].value for place in kinds}
    if len(sides) < 2 or len({side.kind for side in sides}) > 1 or len(nouns) > 1:
        return []
    if not kinds and sentence.has("measure"):
        return []
    counted = sentence.tokens[kinds[0]].value if kinds else "Plan"
    name = conditions.FIELD_OF[sides[0].kind]
    if fold(name) not in words_of(counted):
        return []
    sentence.use([*(place for group in groups for place in group.places), *kinds])
    least = sentence.has("word", "few", "least")
    sentence.take("word", "many", "few", "where", "what", "most", "least", "compare", "among")
    sentence.take("verb", "responsible", "touch", "have")
    sentence.take("measure", "number_of")
    if len(sides) == 2:
        both_sides = ",".join(side.spelling for side in sides)
        sentence.used.difference_update(others)
        trees = conditions.read(sentence, counted, None).readings if others else [None]
        return [find(counted, tree, compare=both_sides) for tree in trees]
    if others:
        return []
    count = conditions.counts_of(sides[0].kind, counted)
    if count is None:
        return []
    own = "番号" if sides[0].kind in {"Goal", "Initiative"} else "名称"
    held = Or(tuple(Comparison(own, "=", side.spelling) for side in sides))
    return [find(sides[0].kind, held, sort=count if least else f"-{count}", top="1")]


def _sides(groups: list[Group]) -> tuple[list[Mention], list[int]]:
    """Return the things that are counted, and the places of what is said of what is counted.

    目標1と目標2、ペーパーレスの計画が多いのは: the plans on that theme, of each goal.
    """
    several = [group for group in groups if len(group.mentions) > 1]
    chosen = several if len(several) == 1 and len(groups) > 1 else groups
    sides = [mention for group in chosen for mention in group.mentions]
    return sides, [place for group in groups if group not in chosen for place in group.places]


def _is_more(sentence: Sentence) -> list[Reading]:
    """AIの計画はRPAの計画より多いですか: whether there are more of the one than of the other."""
    mentioned = mentions(sentence)
    kinds = {sentence.tokens[p].value for p in sentence.places("kind")} or {"Plan"}
    two = _two_of_a_kind(mentioned)
    than = [p for p, t in enumerate(sentence.tokens) if t.text.lower() in _THAN]
    if sentence.english and not than:
        than = sentence.places("word", "or")  # Are there more plans with PPP or with PFI?
    if two is None or len(kinds) != 1 or not than or not is_yes_or_no(sentence):
        return []
    (counted,) = kinds
    if counted not in {"Plan", "Indicator"} or sentence.has("measure", "target", "baseline"):
        return []
    sentence.use([*(p for p, _ in mentioned), *sentence.places("kind"), *than])
    sentence.take("word", "many", "few")
    sentence.take("verb", "responsible", "touch", "have", "lead")
    sentence.take("measure", "number_of")
    sentence.take("yes")
    return [find(counted, None, compare=",".join(two))]


def _two_of_a_kind(mentioned: list[tuple[int, Mention]]) -> list[str] | None:
    kinds = {mention.kind for _, mention in mentioned}
    if len(mentioned) != 2 or len(kinds) != 1 or not kinds <= _COMPARABLE:
        return None
    return [mention.spelling for _, mention in mentioned]


def colleagues(sentence: Sentence) -> list[Reading]:
    """収納課と一緒に計画を担当している課: other departments of the same plans."""
    mentioned = mentions(sentence)
    asks = sentence.has("kind", "Department") or sentence.has("word", "who", "where")
    shares = sentence.english and any(
        sentence.tokens[p].text.lower() in {"share", "shared"}
        for p in [*sentence.places("measure", "share"), *sentence.places("word", "common")]
    )
    if len(mentioned) != 1:
        return []
    place, mention = mentioned[0]
    if not (asks and (sentence.has("word", "both") or shares or _works_with(sentence, place))):
        return []
    with_it = shares or sentence.english or next_token(sentence.tokens, place).text == "と"
    if mention.kind != "Department" or not mention.exact or not with_it:
        return []
    sentence.use([place])
    sentence.take("word", "both", "who", "where", "what", "common", "other")
    sentence.take("measure", "share")
    sentence.take("kind", "Department", "Plan")
    sentence.take("verb", "responsible", "have", "touch")
    sentence.take("yes")
    of_it = Some("計画", Comparison("所管課", "=", mention.spelling))
    another = Not(Comparison("名称", "=", mention.spelling))
    sentence.say(place)
    count = {"count": True} if sentence.take("word", "how_many") else {}
    return [find("Department", both(of_it, another), **count)]


_WITH_IN_ENGLISH = ("work with", "works with", "working with", "cooperate with", "cooperating with",
                    "collaborate with", "collaborating with")  # fmt: skip
_WITH_VERBS = ("連携", "協力", "協働", "取り組", "取組", "組ん", "携わ", "分担")


def _works_with(sentence: Sentence, place: int) -> bool:
    """Return whether something is done with the department named at a place: 人事課と連携する."""
    if sentence.english:
        before = next(sentence.before(place, 1), None)
        return before is not None and before[1].text.lower().endswith(_WITH_IN_ENGLISH)
    following = next(sentence.after(place, 1), None)
    return (
        following is not None
        and following[1].role == "verb"
        and not following[1].says_no
        and sentence.between(place, following[0]) in {"と", "とも"}
        and following[1].text.startswith(_WITH_VERBS)
    )


def shared_with(sentence: Sentence) -> list[Reading]:
    """人事課と連携して進めている計画: plans of a department and another, or that name it."""
    mentioned = mentions(sentence)
    head, at = head_of(sentence)
    if sentence.english or head != "Plan" or at is None or len(mentioned) != 1:
        return []
    place, mention = mentioned[0]
    with_it = _works_with(sentence, place) or (
        next_token(sentence.tokens, place).text == "と" and sentence.has("word", "both")
    )
    if mention.kind != "Department" or not mention.exact or not with_it:
        return []
    sentence.use([place, at])
    sentence.take("verb", "touch", "responsible", "have")
    sentence.take("word", "both", "what", "all", "where")
    sentence.take("yes")
    own = (Comparison("所管課", "=", mention.spelling), Comparison("所管課数", ">=", "2"))
    in_text = Comparison("記載された課", "=", mention.spelling)
    count = {"count": True} if sentence.take("word", "how_many") else {}
    filters = conditions.read(sentence, "Plan", at)
    return [
        find("Plan", both(either(And(own), in_text), tree), **count) for tree in filters.readings
    ]


def same_as(sentence: Sentence) -> list[Reading]:
    """収納課と同じテーマに触れている課: what shares something with the thing named."""
    mentioned = mentions(sentence)
    same = sentence.places("word", "same")
    if len(mentioned) != 1 or len(same) != 1 or sentence.english:
        return []
    place, mention = mentioned[0]
    shared = next(sentence.after(same[0], 1), None)
    if (
        shared is None
        or shared[1].role != "kind"
        or previous_token(sentence.tokens, same[0]).text != "と"
    ):
        return []
    head, at = head_of(sentence)
    if at is None or at == shared[0] or shared[1].value == head or place > same[0]:
        return []
    own = "番号" if mention.kind == "Plan" else "名称"
    name, back = (conditions.field_of(shared[1].value, head), conditions.FIELD_OF[mention.kind])
    known = fold(name) in words_of(head) and fold(back) in words_of(shared[1].value)
    if mention.kind not in {"Plan", "Department"} or not mention.exact or not known:
        return []
    if head not in {mention.kind, "Plan"}:
        return []
    sentence.say(same[0], shared[0])
    sentence.use([place, at])
    sentence.take("verb", "touch", "based", "responsible", "have")
    sentence.take("kind", "Plan")
    sentence.take("word", "what", "who", "where", "other")
    shares = Some(name, Comparison(back, "=", mention.spelling))
    field = own if head == mention.kind else back
    return [find(head, both(shares, Not(Comparison(field, "=", mention.spelling))))]


def common_ground(sentence: Sentence) -> list[Reading]:
    """2-2-1と2-2-2の共通点: what two plans have in common."""
    mentioned = mentions(sentence)
    if len(mentioned) != 2 or not sentence.has("word", "common"):
        return []
    if any(mention.kind != "Plan" for _, mention in mentioned) or sentence.has("kind"):
        return []
    sentence.use([place for place, _ in mentioned])
    sentence.take("word", "common", "what")
    sentence.take("verb", "have", "touch")
    sentence.take("yes")
    start, end = (mention.spelling for _, mention in mentioned)
    return [Reading("path", {"start": start, "end": end})]


def each_counted(sentence: Sentence) -> list[Reading]:
    """目標1と目標2と目標3の計画数を比べて: how many there are of each of three or more."""
    mentioned = mentions(sentence)
    kinds = {mention.kind for _, mention in mentioned}
    heads = sentence.places("kind", "Plan", "Indicator")
    asks = sentence.has("verb", "compare") or sentence.has("word", "compare")
    if not asks or len(mentioned) < len("三つの") or len(kinds) != 1 or len(heads) != 1:
        return []
    counted, name = sentence.tokens[heads[0]].value, conditions.FIELD_OF[kinds.pop()]
    if fold(name) not in words_of(counted) or sentence.has("measure", "target", "baseline"):
        return []
    sentence.use([*heads, *(place for place, _ in mentioned)])
    sentence.take("word", "compare", "how_many", "what", "both", "all")
    sentence.take("verb", "compare", "touch", "responsible", "have")
    sentence.take("measure", "number_of")
    held = [Comparison(name, "=", mention.spelling) for _, mention in mentioned]
    return [find(counted, either(*held), by=name)]
