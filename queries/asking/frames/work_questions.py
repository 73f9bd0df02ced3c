"""Who does something, with whom, what must be achieved, and what only the text says (担い手)."""

from __future__ import annotations

import re

from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import fold, normal
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import PRESENT, Comparison, Not, Operator, Some, both

_WITH = ("連携", "協力", "協働", "組ん", "組み", "提携", "work with", "works with", "cooperate",
         "collaborate", "working with")  # fmt: skip
_OF = {"Department": "所管課", "Plan": "計画", "Component": "個別取組"}
_LEAST = 2  # letters of a word to look for, and words that a name holds
_MOST = 3  # words
_TAIL = re.compile(r"(?<=..)(?:対策|業務|事業|関係|関連|仕事)$")
_JOINTS = re.compile(r"[のやと・、]|及び|および")


def with_whom(sentence: Sentence) -> list[Reading]:
    """人事課は誰と連携していますか: its partners, or the departments that share its plans."""
    mentioned = mentions(sentence)
    verbs = [p for p in sentence.places("verb") if sentence.tokens[p].text.startswith(_WITH)]
    if len(mentioned) != 1 or len(verbs) != 1 or sentence.has("kind"):
        return []
    place, mention = mentioned[0]
    asks = sentence.has("word", "who", "where") and not any(t.says_no for t in sentence.tokens)
    if not asks or mention.kind != "Department" or not mention.exact:
        return []
    if sentence.english and place > verbs[0]:
        return []  # who works with 人事課: see ``colleagues``
    if not sentence.english and next_token(sentence.tokens, place).text in {"と", "とも"}:
        return []  # 人事課と連携しているのは誰: who shares its plans
    sentence.use([place, *verbs])
    sentence.take("word", "who", "where", "what")
    sentence.take("verb", "responsible")
    sentence.say(place)
    of_it = Comparison("所管課", "=", mention.spelling)
    others = both(Some("計画", of_it), Not(Comparison("名称", "=", mention.spelling)))
    return [find("Partner", of_it), find("Department", others)]


def to_achieve(sentence: Sentence) -> list[Reading]:
    """何を達成しますか, what must X achieve: the targets of a department or of a plan."""
    mentioned = mentions(sentence)
    verbs = [p for p in sentence.places("verb", "reach") if not sentence.tokens[p].says_no]
    if len(mentioned) != 1 or len(verbs) != 1 or not sentence.has("word", "what"):
        return []
    if sentence.has("kind") or sentence.has("measure") or sentence.has("amount"):
        return []
    (place, mention), verb = mentioned[0], verbs[0]
    years = sentence.places("year")
    if mention.kind not in _OF or not mention.exact or len(years) > 1:
        return []
    if not _is_object(sentence, verb) or any(t.says_no for t in sentence.tokens):
        return []
    sentence.use([place, verb, *years])
    sentence.take("word", "what")
    sentence.take("verb", "responsible", "have")
    of_it = Comparison(_OF[mention.kind], "=", mention.spelling)
    until = [
        Comparison("目標年度", _until(sentence, year), str(sentence.tokens[year].value))
        for year in years
    ]
    return [find("Indicator", both(of_it, *until, Comparison("目標値", "=", PRESENT)))]


def _is_object(sentence: Sentence, verb: int) -> bool:
    """Return whether what is achieved is asked for: 何を達成しますか, not 何が達成しましたか."""
    if sentence.english:
        said = [token.value for _, token in sentence.before(verb)]
        past = any(token.text.lower() == "did" for token in sentence.tokens)
        aims = sentence.tokens[verb].text.lower() in {"achieve", "reach", "attain"}
        return said[-1:] == ["what"] and aims and not past
    before = next(sentence.before(verb, 1), None)
    return (
        before is not None
        and before[1].text in {"何", "なに"}
        and sentence.between(before[0], verb) == "を"
    )


def _until(sentence: Sentence, year: int) -> Operator:
    near = (
        previous_token(sentence.tokens, year)
        if sentence.english
        else next_token(sentence.tokens, year)
    )
    return "<=" if near.text.lower() in {"by", "まで", "までに", "until"} else "="


def text_only(sentence: Sentence) -> list[Reading]:
    """キャッシュレスの印はないが本文で触れている計画: what the text says, but no mark."""
    themes = [(p, m) for p, m in mentions(sentence) if m.kind == "Theme"]
    marks, texts = sentence.places("measure", "mark"), sentence.places("measure", "text")
    touching = [p for p in sentence.places("verb", "touch") if not sentence.tokens[p].says_no]
    denied = [p for p, token in enumerate(sentence.tokens) if token.says_no]
    if not (len(themes) == len(marks) == len(texts) == len(denied) == 1 and touching):
        return []
    if len(mentions(sentence)) > 1 or not _belongs(sentence, marks[0], denied[0]):
        return []
    theme: Mention = themes[0][1]
    sentence.use([themes[0][0], *marks, *texts, *touching, *denied])
    sentence.take("verb", "have")
    sentence.take("kind", "Plan")
    sentence.take("word", "what", "all")
    sentence.say(*texts)
    count = {"count": True} if sentence.take("word", "how_many") else {}
    touches = Comparison("テーマ", "=", theme.spelling)
    return [find("Plan", both(touches, Not(Comparison("印", "=", theme.spelling))), **count)]


def _belongs(sentence: Sentence, mark: int, denied: int) -> bool:
    """Return whether the negation is of the mark: 印はない, no mark."""
    beside = sentence.before(mark, 1) if sentence.english else sentence.after(mark, 1)
    return any(place == denied for place, _ in beside)


def doers(sentence: Sentence) -> list[Reading]:
    """補助金の見直しはどの課がやっていますか: plans with such words, and their departments."""
    asks = sentence.places("word", "who", "where")
    does = [p for p in sentence.places("verb", "responsible") if not sentence.tokens[p].says_no]
    if sentence.english or len(asks) != 1 or len(does) != 1 or does[0] < asks[0]:
        return []
    ends = [p for p in range(asks[0]) if sentence.tokens[p].text in {"は", "を"}]
    if len(ends) != 1 or sentence.has("kind") or sentence.has("measure") or sentence.has("year"):
        return []
    subject = sentence.tokens[: ends[0]]
    if any(token.says_no or token.role in {"amount", "no"} for token in subject):
        return []
    if any(token.role == "name" and token.value.exact for token in subject):
        return []  # by its name: see ``who``
    words = [
        _TAIL.sub("", word)
        for word in _JOINTS.split("".join(token.text for token in subject))
        if word
    ]
    if not 0 < len(words) <= _MOST or any(len(word) < _LEAST for word in words):
        return []
    if any(_are_in(words, each.folded[0]) for each in sentence.known.of("Component")):
        return []  # 保育所の給食の委託: a part of a plan, with departments of its own
    sentence.use(range(does[0] + 1))
    sentence.say(*range(ends[0]))
    held = [Comparison("本文", "in", word) for word in words]
    return [find("Plan", both(*held), fields="所管課")]


def _are_in(words: list[str], name: str) -> bool:
    """Return whether a name holds two of the words or more."""
    return sum(fold(normal(word)) in name for word in words) >= _LEAST
