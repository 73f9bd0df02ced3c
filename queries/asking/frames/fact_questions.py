"""Questions about one plan: its facts, whether they hold, and its work in a year (計画の事実)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.conditions.own_names import is_it
from keikaku.queries.asking.tokens.heads import is_yes_or_no, mentions
from keikaku.queries.asking.tokens.lexicon import FREE, Token
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import Comparison, both


def fact_of_plan(sentence: Sentence) -> list[Reading]:
    """1-3-5は公開されていますか, 2-2-5は何年続きますか: one fact of a plan, or of its part."""
    mentioned = mentions(sentence)
    if len(mentioned) != 1 or mentioned[0][1].kind not in {"Plan", *PARTS_IN_TIME}:
        return []
    lasts = sentence.has("measure", "duration") or (
        sentence.has("verb", "last") and sentence.has("word", "when")
    )
    mention = mentioned[0][1]
    if not mention.exact and len(sentence.tokens[mentioned[0][0]].text) * 2 < len(mention.spelling):
        return []  # 行財政改革: too small a part of a title
    lasts = lasts or sentence.has("measure", "first_year", "last_year")
    asks = sentence.has("verb", "disclose") or sentence.has("measure", "disclosure")
    asks = asks and mention.kind == "Plan"
    if not (asks or lasts) or sentence.has("kind"):
        return []
    if lasts:
        sentence.take("measure", "duration", "first_year", "last_year")
        sentence.take("verb", "last", "touch", "responsible")
        sentence.take("word", "when")
    sentence.use([mentioned[0][0]])
    sentence.take("verb", "disclose")
    sentence.take("measure", "disclosure")
    sentence.take("word", "where", "what")
    sentence.take("yes")
    fields = "期間,開始年度,終了年度" if lasts else "情報公開"
    return [find(mention.kind, is_it(mention), fields=fields)]


PARTS_IN_TIME = ("Component", "Action")


def _is_of_period_in_english(token: Token) -> bool:
    """Return whether a word only asks for the period of the plan: when does … end."""
    if token.role in {"measure", "kind"}:
        return token.text.lower() in {"period", "plan"}
    return (token.role, token.value) in _PERIOD_WORDS


_PERIOD_WORDS = {("word", "what"), ("word", "when"), ("verb", "start"), ("verb", "end"),
              ("verb", "responsible")}  # fmt: skip


def period_of_document(sentence: Sentence) -> list[Reading]:
    """この計画の期間は, 計画期間はいつからいつまで: the years of the plan document itself."""
    durations = sentence.places("measure", "duration")
    said = [p for p, t in enumerate(sentence.tokens) if t.role not in FREE]
    fits = _is_of_period_in_english if sentence.english else _is_of_period
    if len(durations) != 1 or not all(fits(sentence.tokens[place]) for place in said):
        return []
    sentence.say(*said)
    return [find("PlanDocument", None, fields="推進期間の初年度,推進期間の最終年度")]


def _is_of_period(token: Token) -> bool:
    if token.role == "verb":
        return token.text in {"推進", "実施"}
    return (token.role, token.value) in _OF_PERIOD


_OF_PERIOD = {
    ("kind", "Plan"), ("measure", "duration"), ("word", "when"), ("word", "what"),
    ("word", "where"), ("word", "how_many"),
}  # fmt: skip


def holds(sentence: Sentence) -> list[Reading]:
    """2-2-5は収納課の計画ですか, Is 2-2-5 …: whether something is so of one plan."""
    plans = [(p, m) for p, m in mentions(sentence) if m.kind == "Plan"]
    asks = sentence.has("word", "who", "where", "what", "when", "how_many", "how_much", "why")
    if len(plans) != 1 or asks or sentence.has("measure") or sentence.places("text"):
        return []
    place, mention = plans[0]
    if not mention.exact or not is_yes_or_no(sentence):
        return []
    sentence.use([place])
    sentence.take("kind", "Plan")
    filters = conditions.read(sentence, "Plan", None)
    return [
        find("Plan", both(is_it(mention), tree)) for tree in filters.readings if tree is not None
    ]


def plan_itself(sentence: Sentence) -> list[Reading]:
    """1-2-2の計画を見せて: one plan itself, where a sentence says nothing else."""
    said = [t for t in sentence.tokens if t.role not in FREE and t.value not in {"what", "all"}]
    if sentence.english and said and said[-1].text.lower() == "about":
        sentence.take("verb", "touch")
        said = said[:-1]  # What is plan 1-3-1 about?
    if asks_what_it_does(sentence):
        said = [t for t in said if t.value not in {"touch", "responsible", "Plan"}]
    if len(said) != 1 or said[0].role != "name" or said[0].value.kind != "Plan":
        return []
    (place, mention) = mentions(sentence)[0]
    if len(mention.ids) != 1 or not mention.exact:
        return []
    sentence.use([place])
    sentence.take("word", "what", "all")
    sentence.take("verb", "touch", "responsible")
    sentence.take("kind", "Plan")
    return [Reading("plan", {"number": mention.spelling})]


def asks_what_it_does(sentence: Sentence) -> bool:
    """Return whether what a plan does is asked: 2-2-1では何をやるの, 2-2-1は何をする計画."""
    return any(
        sentence.tokens[place].text in {"何", "なに"}
        and next_token(sentence.tokens, place).text == "を"
        for place in sentence.places("word", "what")
    ) and not any(t.says_no for t in sentence.tokens)


def planned(sentence: Sentence) -> list[Reading]:
    """1-3-3は2023年度に何をする: what one plan does in a year."""
    mentioned = mentions(sentence)
    years = sentence.places("year")
    asks = sentence.has("word", "what", "when") or sentence.has("kind", "Milestone", "Action")
    asks = asks or (sentence.english and sentence.text.lower().startswith("what"))
    if len(mentioned) != 1 or mentioned[0][1].kind not in {"Plan", "Component"} or not years:
        return []
    others = [p for p in sentence.places("kind") if sentence.tokens[p].value not in _DONE]
    if not asks or others or sentence.has("measure") or sentence.has("verb", "start", "end"):
        return []
    place, mention = mentioned[0]
    sentence.use([place])
    sentence.take("word", "what", "all")
    sentence.take("kind", *_DONE)
    sentence.take("verb", "touch", "responsible", "have")
    sentence.take("yes")
    name = "計画" if mention.kind == "Plan" else "個別取組"
    filters = conditions.read(sentence, "Milestone", None)
    of_it = Comparison(name, "=", mention.spelling)
    return [find("Milestone", both(of_it, tree)) for tree in filters.readings]


_DONE = ("Milestone", "Action")
