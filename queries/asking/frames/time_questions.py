"""Questions about when a part of something is done, and what is done in a year (部分の時期)."""

from __future__ import annotations

from itertools import pairwise

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.frames.fact_questions import asks_what_it_does
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import Comparison, Tree, both, either

_OWNERS = {"Plan": "計画", "Component": "個別取組", "Department": "所管課"}
_PARTS = {"Milestone": "内容", "Action": "取組内容"}
_DONE = ("Milestone", "Action")


def part_when(sentence: Sentence) -> list[Reading]:
    """開成山公園の供用開始はいつ: when a step of something is taken."""
    mentioned = mentions(sentence)
    if not sentence.has("word", "when") or len(mentioned) != len(("owner", "part")):
        return []
    owners = [each for _, each in mentioned if each.kind in _OWNERS]
    of_action = _step_of_action(sentence, mentioned)
    if of_action:
        return of_action
    parts = [(place, each) for place, each in mentioned if each.kind in _PARTS]
    if len(owners) != 1 or len(parts) != 1 or not owners[0].exact:
        return []
    if any(token.says_no for token in sentence.tokens):
        return []
    sentence.use(place for place, _ in mentioned)
    sentence.take("word", "when", "what")
    sentence.take("verb", "start", "end", "last", "touch", "responsible", "have")
    sentence.take("kind", "Plan", *_DONE)
    owner = Comparison(_OWNERS[owners[0].kind], "=", owners[0].spelling)
    return [find("Milestone", both(owner, _is_part(sentence, *parts[0])))]


def steps_about(sentence: Sentence) -> list[Reading]:
    """定年引上げについては、いつ何をするのか: the steps whose words hold what is asked about."""
    mentioned = mentions(sentence)
    asks = sentence.has("word", "when") and asks_what_it_does(sentence)
    if sentence.english or not asks or len(mentioned) != 1 or sentence.has("kind"):
        return []
    place, mention = mentioned[0]
    if mention.kind not in {"Indicator", *_PARTS} or mention.exact or sentence.has("measure"):
        return []
    sentence.say(place)
    sentence.take("word", "when", "what")
    sentence.take("verb", "touch", "responsible")
    words = sentence.tokens[place].text
    held = either(Comparison("内容", "in", words), Comparison("取組内容", "in", words))
    return [find("Milestone", held, sort="開始年度")]


def planned_things(sentence: Sentence) -> list[Reading]:
    """2025年度に予定されている研修: the steps of a year whose words hold what is asked for."""
    years, texts = sentence.places("year"), sentence.places("text")
    if sentence.english or len(years) != 1 or len(texts) != 1 or mentions(sentence):
        return []
    others = {"kind", "measure", "amount", "no", "unknown"}
    if any(token.role in others or token.says_no for token in sentence.tokens):
        return []
    word = sentence.tokens[texts[0]].text
    verbs = [p for p in sentence.places("verb") if years[0] < p < texts[0]]
    planned = any(sentence.tokens[p].text.startswith(_PLANNED) for p in verbs)
    held = any(word in name for each in sentence.known.of("Milestone") for name in each.names)
    if len(word) < len("研修") or not planned or not held or verbs[-1] != texts[0] - 1:
        return []
    sentence.use([*texts, *verbs])
    sentence.take("word", "all", "what", "where", "today")
    filters = conditions.read(sentence, "Milestone", None)
    of_it = Comparison("内容", "in", word)
    return [find("Milestone", both(of_it, tree)) for tree in filters.readings if tree is not None]


_PLANNED = ("予定", "実施", "行", "計画", "開催")


def _step_of_action(sentence: Sentence, mentioned: list[tuple[int, Mention]]) -> list[Reading]:
    """リスクマネジメント体制の試行はいつ: a step by its name, of work by a part of its name."""
    (first, action), (second, step) = mentioned
    fits = (action.kind, step.kind) == ("Action", "Milestone") and step.exact
    said = {p for p, t in enumerate(sentence.tokens) if t.role not in {"part", "filler"}}
    asks = {*sentence.places("word", "when"), first, second}
    if not fits or len(action.ids) != 1 or said != asks or sentence.between(first, second) != "の":
        return []
    sentence.use(said)
    of_it = Comparison("取組内容", "=", action.spelling)
    return [find("Milestone", both(of_it, Comparison("内容", "=", step.spelling)))]


def _is_part(sentence: Sentence, place: int, part: Mention) -> Tree:
    """Return the condition for the steps that a name, or a part of one, means."""
    if part.kind == "Action" and len(part.ids) == 1:
        return Comparison(_PARTS[part.kind], "=", part.spelling)
    words = part.spelling if part.exact else sentence.tokens[place].text
    return Comparison(_PARTS[part.kind], "in", words)


def planned_by(sentence: Sentence) -> list[Reading]:
    """財政課は2024年度に何をしますか: the work of a year, all or of a department, or on a theme."""
    mentioned = mentions(sentence)
    if len(mentioned) > 1 or not sentence.has("year") or sentence.places("text"):
        return []
    if any(mention.kind not in _WORKED_ON for _, mention in mentioned):
        return []
    if not _asks_what_is_done(sentence) or sentence.has("measure"):
        return []
    if any(sentence.tokens[p].value not in _DONE for p in sentence.places("kind")):
        return []
    kind = "Milestone" if sentence.has("kind", "Milestone") else "Action"
    sentence.use([place for place, _ in mentioned])
    sentence.take("word", "what", "all")
    sentence.take("kind", *_DONE)
    sentence.take("verb", "touch", "responsible", "have")
    filters = conditions.read(sentence, kind, None)
    of_it = [Comparison(_WORKED_ON[each.kind], "=", each.spelling) for _, each in mentioned]
    return [find(kind, both(*of_it, tree)) for tree in filters.readings if tree is not None]


_WORKED_ON = {"Department": "所管課", "Theme": "テーマ"}


def _asks_what_is_done(sentence: Sentence) -> bool:
    """Return whether it is asked what someone does: 何をしますか, what does X do, やること."""
    if not sentence.english:
        return _ends_in_deeds(sentence) or asks_what_it_does(sentence)
    asks = sentence.text.lower().startswith("what")
    does = [t.text.lower() for t in sentence.tokens if (t.role, t.value) == ("verb", "responsible")]
    planned = any(token.text.lower() in _PLANNED_IN_ENGLISH for token in sentence.tokens)
    return asks and (planned or bool(_DOING & set(does)))


_PLANNED_IN_ENGLISH = {"planned", "scheduled"}
_DOING = {"do", "doing", "going to do", "supposed to do", "expected to do"}


def _ends_in_deeds(sentence: Sentence) -> bool:
    """Return whether it asks for deeds: 令和5年度にやること."""
    return any(
        token.text == "すること"
        or (token.role == "verb" and token.value in _DO and following.text == "こと")
        for token, following in pairwise(sentence.tokens)
    )


_DO = {"touch", "responsible"}
