"""Years in a sentence: 令和5年度に始まる, since 2023, 2023年度から2024年度 (年度の条件)."""

from __future__ import annotations

from keikaku.queries.asking.conditions.collected import Conditions
from keikaku.queries.asking.tokens.lexicon import Token
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.relative_years import period
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import (
    PRESENT,
    And,
    Comparison,
    Not,
    Operator,
    Or,
    Tree,
)
from keikaku.queries.names import fold

_TIMED = {"start", "end", "last"}
_END_OF_YEAR = "末"
_RUNNING = frozenset(("run", "runs", "running", "last", "lasts", "lasting", "continue"))
_RUNNING_STEMS = ("実施", "行", "続", "動", "走")
_MOST_YEARS = 10  # of a range of years


def years(sentence: Sentence, head: str, conditions: Conditions) -> None:
    """Add the years of a sentence as conditions, and mark the tokens used."""
    if not sentence.places("year"):
        _every_year(sentence, head, conditions)
    for place in sentence.places("year"):
        if place in sentence.used:
            continue
        year = str(sentence.tokens[place].value)
        name = _field_of_year(sentence, head, place)
        verb = _verb_of_year(sentence, place)
        lasts = verb is not None and verb.value == "last"
        if verb is not None and lasts:
            until = next_token(sentence.tokens, place).text.startswith("まで")
            name = "終了年度" if until else name
            sentence.take("verb", "last")
        elif verb is not None:
            name = "開始年度" if verb.value == "start" else "終了年度"
            sentence.take("verb", verb.value)
        elif _follows_year(sentence, place) and conditions.parts:
            name = _field_before(conditions.parts[-1], name)
        until = sentence.english and verb is None and _runs_until(sentence, place)
        name = "終了年度" if until else name
        if fold(name) not in words_of(head):
            continue
        alone = next_token(sentence.tokens, place).value == "alone"
        if alone and (verb is None or verb.value == "end") and fold("開始年度") in words_of(head):
            sentence.use([place, place + 1])
            only = (Comparison(each, "=", year) for each in ("開始年度", "終了年度"))
            conditions.add(And(tuple(only)))
            continue
        last = _last_of_range(sentence, place)
        if last is not None:
            years = range(int(year), last + 1)
            sentence.use([place, place + 2])
            each_year = tuple(Comparison(name, "=", str(each)) for each in years)
            every = sentence.take("word", "every_year")
            whole = lasts or every or _runs_throughout(sentence, place)
            conditions.add(And(each_year) if whole else Or(each_year))
            continue
        compared = Comparison(name, "=" if until else _bound(sentence, place, verb), year)
        denied = verb.says_no if verb is not None else _is_denied(sentence, place)
        tree = _other_years(name, compared) if denied else compared
        sentence.use([place])
        either = _is_other(sentence, place) or (not denied and _is_either(sentence, place, name))
        if conditions.parts and either:
            conditions.add(Or((conditions.parts.pop(), tree)))
            conditions.other.pop(-2)
            continue
        conditions.add(tree)


def _verb_of_year(sentence: Sentence, place: int) -> Token | None:
    """Return the verb that says what happens in a year: starting in 2022 and ending in 2025."""
    before = [t for _, t in sentence.before(place, 2)]
    near = [t for _, t in sentence.after(place, 3)] + before
    if sentence.english and before and before[0].role == "verb":
        near = before
    return next((t for t in near if t.role == "verb" and t.value in _TIMED), None)


def _other_years(name: str, tree: Comparison) -> Tree:
    """Return the condition for another year; of a measure, where it has a year at all."""
    if name in _OF_MEASURE.values():
        return And((Comparison(name, "=", PRESENT), Not(tree)))
    return Not(tree)


def _runs_until(sentence: Sentence, place: int) -> bool:
    """Return whether things run until a year, so that it is their last one: run until 2025."""
    near = list(sentence.before(place, 2))
    words = [token.text.lower() for _, token in near]
    if len(words) < 2 or words[0] not in {"until", "till"} or words[1] not in _RUNNING:
        return False
    sentence.say(*(at for at, _ in near))
    return True


def _field_of_year(sentence: Sentence, head: str, place: int) -> str:
    """Return the field that a year is of: of a measure, the one that is said beside it.

    No plan says whether a target was reached in a year; and a graph with values for each year
    holds more targets than the one whose year is known.
    """
    if head != "Indicator":
        return "会計年度" if head == "Budget" else "年度"
    near = [*sentence.after(place, 2), *sentence.before(place, 2)]
    said = next((t.value for _, t in near if t.role == "measure" and t.value in _OF_MEASURE), None)
    nodes = sentence.known.graph(head).nodes(data=True)
    if (
        said is None
        or sentence.places("verb", "reach")
        or any(facts.get("values") for _, facts in nodes)
    ):
        return "年度" if sentence.has("kind", "Plan") else ""
    sentence.take("measure", "target_year", "baseline_year")
    return _OF_MEASURE[said]


_OF_MEASURE = {
    "target": "目標年度", "target_year": "目標年度",
    "baseline": "現況年度", "baseline_year": "現況年度",
}  # fmt: skip


def _is_other(sentence: Sentence, place: int) -> bool:
    """Return whether a year is another possibility: …に始まるか、2024年度に終わる."""
    before = [token for token in sentence.tokens[:place] if token.text not in {"、", ","}]
    or_else = bool(before) and (
        before[-1].text in {"か", "または", "or"} or before[-1].value == "or"
    )
    return or_else and any(t.role == "verb" for t in before[-3:])


def _follows_year(sentence: Sentence, place: int) -> bool:
    """Return whether a year stands behind another: 2023年度か2024年度に始まる, in 2023 or 2024."""
    return place > 1 and sentence.tokens[place - 2].role == "year"


def _field_before(tree: Tree, name: str) -> str:
    """Return the field that the year before is of, which the one behind it is of as well."""
    while isinstance(tree, Or):
        tree = tree.parts[-1]
    return tree.field if isinstance(tree, Comparison) and tree.field in _ONE_YEAR else name


def _is_either(sentence: Sentence, place: int, name: str) -> bool:
    """Return whether either of two years side by side will do: nothing starts in both."""
    link = previous_token(sentence.tokens, place)
    either = name in _ONE_YEAR or link.text in {"か", "または"} or link.value == "or"
    return _follows_year(sentence, place) and either


_ONE_YEAR = {"開始年度", "終了年度"}


def _every_year(sentence: Sentence, head: str, conditions: Conditions) -> None:
    """Read 毎年実施する: in each year of the documents' period."""
    first, last = period(sentence.known.graph)
    places = sentence.places("word", "every_year")
    if not places or first is None or last is None or fold("年度") not in words_of(head):
        return
    if set(places) <= sentence.used or head not in _RUN:
        return
    sentence.use(places)
    conditions.add(And(tuple(Comparison("年度", "=", str(y)) for y in range(first, last + 1))))


_RUN = {"Plan", "Component", "Action"}


def _runs_throughout(sentence: Sentence, place: int) -> bool:
    """Return whether things run in every year of a range: 2022年度から2025年度まで実施する.

    …に予定のある is said of those that run in any of them.
    """
    if sentence.english:
        said = [token for _, token in sentence.before(place, 1)]
        return any(token.text.lower() in _RUNNING for token in said)
    behind = sentence.tokens[place + 3 : place + 5]
    return (
        len(behind) == 2
        and behind[0].text == "まで"
        and behind[1].role == "verb"
        and behind[1].text.startswith(_RUNNING_STEMS)
    )


def _is_denied(sentence: Sentence, place: int) -> bool:
    """Return whether nothing must run in a year: 2025年度には動いていない, not in 2025."""
    near = next(sentence.before(place, 1) if sentence.english else sentence.after(place, 1), None)
    if near is None or near[0] in sentence.used:
        return False
    at, token = near
    if (token.role, token.value) == ("kind", "Milestone") and not sentence.english:
        says = next(sentence.after(at, 1), None)  # 2025年度に予定がない
        if says is not None and says[1].role in {"no", "yes"}:
            sentence.say(at)
            sentence.use([says[0]])
            return says[1].role == "no"
        return False
    denied = token.role == "no" or (token.role == "verb" and token.value == "touch")
    if not denied or not token.says_no:
        return False
    sentence.use([at])
    return True


def _bound(sentence: Sentence, place: int, verb: Token | None) -> Operator:
    """Return how things are compared with a year: 以降, より前, since, by."""
    near = place - 1 if sentence.english else place + 1
    if next_token(sentence.tokens, place).text == _END_OF_YEAR:
        near += not sentence.english
    if not 0 <= near < len(sentence.tokens):
        return "="
    if sentence.english and sentence.tokens[near].text.lower() == "the" and near:
        near -= 1
    token = sentence.tokens[near]
    after = next_token(sentence.tokens, place)
    if sentence.english and after.role == "bound":  # from 2023 onwards
        sentence.use([place + 1])
        return after.value  # type: ignore[no-any-return]
    if token.role == "bound":
        sentence.use([near])
        return token.value  # type: ignore[no-any-return]
    if sentence.english:
        return "<=" if verb is not None and verb.value == "end" and token.text == "by" else "="
    words = "".join(each.text for each in sentence.tokens[near : near + 2])
    if words.startswith("までに") or (verb is None and words.startswith(("から", "まで"))):
        sentence.use([near])
        return ">=" if words.startswith("から") else "<="
    return "="


def _last_of_range(sentence: Sentence, place: int) -> int | None:
    """Return the last year of 2023年度から2024年度; None where there is no such range."""
    following = sentence.tokens[place + 1 : place + 3]
    before = previous_token(sentence.tokens, place)
    links = {"から", "〜", "~", "-"}
    if before.value == "between" or before.text.lower() == "from":
        links |= {"and", "to", "until"}
    if not following or following[0].text.lower() not in links or following[-1].role != "year":
        return None
    if before.value == "between":
        sentence.use([place - 1])
    if following[0].role == "bound":
        sentence.use([place + 1])
    first, last = int(sentence.tokens[place].value), int(following[-1].value)
    return last if first < last < first + _MOST_YEARS else None
