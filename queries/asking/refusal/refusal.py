"""Why a sentence is not understood, and the nearest that can be asked (読み取れない問い)."""

from __future__ import annotations

import re

from keikaku.graph.errors import KeikakuError, NotFoundError
from keikaku.graph.language import Text
from keikaku.queries.asking.refusal.absent_names import absent_department, absent_guideline
from keikaku.queries.asking.refusal.absent_topics import absent_topic
from keikaku.queries.asking.refusal.likely_names import holding_names, likely_indicators
from keikaku.queries.asking.refusal.offers import of_names, of_nouns
from keikaku.queries.asking.refusal.spelling import close_names
from keikaku.queries.asking.tokens.english_words import as_typed
from keikaku.queries.asking.tokens.extents import is_absent_goal
from keikaku.queries.asking.tokens.lexicon import Mention, Names
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.tokens.token_appositions import VALUES
from keikaku.queries.asking.vocabulary.letters import fold, normal

_UNKNOWN_PART = Text(
    "「{sentence}」のうち、{parts}を読み取れません。{near}",
    "in '{sentence}', {parts} is not understood. {near}",
)
_KNOWN_PART = Text(
    "「{sentence}」のうち、{parts}がほかの言葉とどう関わるのかを読み取れません。{near}",
    "in '{sentence}', it is not understood how {parts} belongs to the rest. {near}",
)
_NOT_TOGETHER = Text(
    "「{sentence}」は、{parts}の組み合わせを問いとして読み取れません。{near}",
    "'{sentence}': {parts} together are not understood as a question. {near}",
)
_OFF_TOPIC = Text(
    "「{sentence}」は、計画についての問いとして読み取れません（計画・所管課・指標・テーマなどについて"
    "お尋ねください）。たとえば次のように尋ねられます: {near}",
    "'{sentence}' is no question about the plan. You can ask, for example: {near}",
)
_NO_GUIDELINE = Text(
    "「{sentence}」のうち、「{part}」という名称の法令・指針は、このグラフにありません。本文などの言葉を探すには、"
    "「{part}という言葉が出てくる計画」とお尋ねください",
    "in '{sentence}', no guideline in this graph is called '{part}'. To look for the words in the "
    "text, ask: plans mentioning the words {part}",
)
_NO_DEPARTMENT = Text(
    "「{sentence}」のうち、「{part}」という名称の所管課は、このグラフにありません。{near}所管課の一覧は"
    "「所管課の一覧」で確かめられます",
    "in '{sentence}', no department in this graph is called '{part}'. {near}To see what they are "
    "called, ask: all departments",
)
_NO_PLAN = Text(
    "番号「{number}」の計画は、このグラフにありません。{near}",
    "there is no plan {number} in this graph. {near}",
)
_NO_GOAL = Text(
    "番号「{number}」の目標は、このグラフにありません。{near}",
    "there is no goal {number} in this graph. {near}",
)
_SEARCH = Text(
    "本文などから言葉を探すには「{word}という言葉が出てくる計画」とお尋ねください。",
    "To look for the word in the text, ask: plans with the word {word}. ",
)
_BARE = Text(
    "「{word}」という名称の計画や課、指標などは、このグラフにありません。"
    "名称に「{word}」を含むもの: {names}。"
    "本文などから言葉を探すには「{word}という言葉が出てくる計画」とお尋ねください",
    "nothing in this graph is called '{word}'. Names that hold it: {names}. To look for the word "
    "in the text, ask: plans with the word {word}",
)
_BARE_NOWHERE = Text(
    "「{word}」という名称の計画や課、指標などは、このグラフにありません。本文などから言葉を探すには"
    "「{word}という言葉が出てくる計画」とお尋ねください",
    "nothing in this graph is called '{word}'. To look for the word in the text, ask: "
    "plans with the word {word}",
)
_ABSENT = Text(
    "「{sentence}」には、このグラフからは答えられません。{topic}{near}",
    "'{sentence}' cannot be answered from this graph. {topic}{near}",
)
_CAN = Text("たとえば次のように尋ねられます: {near}", "You can ask, for example: {near}")
_DID_YOU_MEAN = Text("もしかして: {names}？ ", "Did you mean: {names}? ")
_ABOUT: dict[str, tuple[Text, ...]] = {
    "Department": (
        Text("{name}の計画", "plans of {name}"),
        Text("{name}の指標", "indicators of {name}"),
        Text("{name}の負担", "workload of {name}"),
    ),
    "Theme": (
        Text("{name}に関わる計画", "plans touching {name}"),
        Text("{name}を担当している課", "departments touching {name}"),
        Text("{name}に触れている計画の割合", "share of plans touching {name}"),
    ),
    "Plan": (
        Text("{name}の詳細", "plan {name}"),
        Text("{name}の目標", "targets of {name}"),
        Text("{name}をやめると何に影響するか", "what is affected if {name} changes"),
    ),
    "Guideline": (
        Text("{name}に基づく計画", "plans based on {name}"),
        Text("{name}が改正されると何に影響するか", "what is affected if {name} changes"),
        Text("法令・指針の一覧", "all guidelines"),
    ),
    "Indicator": (
        Text("{name}の目標値", "target of {name}"),
        Text("{name}を担当しているのは", "who is responsible for {name}"),
        Text("達成していない指標", "indicators not reached"),
    ),
    "Partner": (
        Text("{name}と連携している計画", "plans that involve {name}"),
        Text("団体の一覧", "all partners"),
        Text("外部の団体と連携している計画", "plans with partners"),
    ),
    "Component": (
        Text("{name}を担当しているのは", "who is responsible for {name}"),
        Text("{name}の目標", "targets of {name}"),
        Text("個別取組の一覧", "all components"),
    ),
    "Action": (
        Text("{name}はいつからいつまで", "when does {name} start and end"),
        Text("{name}を担当しているのは", "who is responsible for {name}"),
        Text("取組内容の一覧", "all actions"),
    ),
    "Milestone": (
        Text("{name}はいつ", "when is {name}"),
        Text("2023年度に始まる行動計画", "milestones that start in 2023"),
        Text("行動計画の一覧", "all milestones"),
    ),
    "Goal": (
        Text("目標{name}の計画", "plans under goal {name}"),
        Text("目標ごとの計画数", "plans by goal"),
        Text("テーマと目標のクロス集計", "themes by goal"),
    ),
}
"""What can be asked about something of each kind."""

_OF_NOUN: dict[str, tuple[Text, ...]] = {
    "Plan": (
        Text("指標が一番多い計画", "plans with the most indicators"),
        Text("令和5年度の計画", "plans in 2023"),
        Text("キャッシュレスに触れていない計画", "plans not touching キャッシュレス"),
    ),
    "Department": (
        Text("計画が一番多い課", "departments with the most plans"),
        Text("課別の計画数", "plans by department"),
        Text("所管課の一覧", "all departments"),
    ),
    "Indicator": (
        Text("現況値のない指標", "indicators without a baseline"),
        Text("達成していない指標", "indicators not reached"),
        Text("目標値が90%以上の指標", "indicators with a target of at least 90%"),
    ),
    "Theme": (
        Text("計画が一番多いテーマ", "themes with the most plans"),
        Text("テーマと目標のクロス集計", "themes by goal"),
        Text("テーマの一覧", "all themes"),
    ),
    "Action": (
        Text("令和5年度に始まる取組", "actions that start in 2023"),
        Text("取組内容が一番多い計画", "plans with the most actions"),
        Text("取組内容の一覧", "all actions"),
    ),
    "Milestone": (
        Text("令和5年度に始まる行動計画", "milestones that start in 2023"),
        Text("年度ごとの行動計画の数", "number of milestones by year"),
        Text("行動計画の一覧", "all milestones"),
    ),
    "Component": (
        Text("個別取組の一覧", "all components"),
        Text("個別取組のある計画", "plans with components"),
        Text("課ごとの個別取組の数", "number of components by department"),
    ),
    "Partner": (
        Text("団体の一覧", "all partners"),
        Text("外部の団体と連携している計画", "plans with partners"),
        Text("計画が一番多い団体", "partners with the most plans"),
    ),
    "Finding": (
        Text("確認事項", "findings"),
        Text("計画ごとの確認事項の数", "number of findings by plan"),
        Text("重要度ごとの確認事項の件数", "number of findings by severity"),
    ),
    "Guideline": (
        Text("法令・指針の一覧", "all guidelines"),
        Text("計画が一番多い指針", "guidelines with the most plans"),
        Text("根拠のない計画", "plans without guidelines"),
    ),
}


def refusal(sentence: Sentence, known: Names, examples: str) -> KeikakuError:
    """Return the error that says which part is not understood, and what can be asked instead."""
    said = sentence.text.strip()
    missing = _missing_number(sentence)
    if missing is not None:
        near = _CAN.format(near=examples)
        return NotFoundError(_NO_PLAN.format(number=missing, near=near))
    goal = _missing_goal(sentence)
    if goal is not None:
        near = _CAN.format(near=examples)
        return NotFoundError(_NO_GOAL.format(number=goal, near=near))
    absent = absent_topic(said, known.graph)
    if absent is not None:
        near = _suggested(sentence, _to_suggest(sentence), [], examples)
        return NotFoundError(_ABSENT.format(sentence=said, topic=absent, near=near))
    left = [token for token in sentence.left() if token.text.strip(" 、。?？")]
    unknown = [token.text for token in left if token.role == "text"]
    name_values = _to_suggest(sentence)
    nouns = [t.value for t in sentence.tokens if t.role == "kind" and t.value in _OF_NOUN]
    valued = any(t.role == "measure" for t in sentence.tokens)
    law = absent_guideline(sentence)
    office = absent_department(sentence)
    if not (name_values or nouns or law) and not valued:
        close = close_names(unknown, known)
        if not close and len(unknown) == 1 and fold(normal(unknown[0])) == fold(normal(said)):
            near = _CAN.format(near=examples)
            bare = _bare(unknown[0], known)
            return NotFoundError(Text(f"{bare.ja}。{near.ja}", f"{bare.en}. {near.en}"))
        if not close:
            return KeikakuError(_OFF_TOPIC.format(sentence=said, near=examples))
    if law is not None and not close_names(unknown, known):
        return NotFoundError(_NO_GUIDELINE.format(sentence=said, part=law))
    if office is not None:
        close = close_names([office], known)
        offer = _DID_YOU_MEAN.format(names="、".join(close)) if close else Text("", "")
        return NotFoundError(_NO_DEPARTMENT.format(sentence=said, part=office, near=offer))
    values = any((t.role, t.value) in VALUES for t in sentence.tokens)
    about = nouns or (["Indicator"] if values else [])
    near = _suggested(sentence, name_values, about, examples)
    likely = likely_indicators("".join(unknown), known) if valued and unknown else []
    if likely:
        asks = [Text(f"{name}の目標値", f"target of {name}") for name in likely]
        near = _listed(asks)
    if len(unknown) == 1 and nouns[-1:] == ["Plan"] and len(unknown[0]) > 1:
        search = _SEARCH.format(word=unknown[0])
        near = Text(search.ja + near.ja, search.en + near.en)
    close = close_names(unknown, known)
    offer = _DID_YOU_MEAN.format(names="、".join(close)) if close else Text("", "")
    near = Text(offer.ja + near.ja, offer.en + near.en)
    form = _UNKNOWN_PART if unknown else _KNOWN_PART if left else _NOT_TOGETHER
    tokens = left or [t for t in sentence.tokens if t.role not in {"part", "filler"}]
    words = unknown or [token.text for token in tokens]
    unread = list(dict.fromkeys(as_typed(word, said) for word in words))
    parts = Text("".join(f"「{p}」" for p in unread), ", ".join(f"'{p}'" for p in unread))
    kind = NotFoundError if unknown else KeikakuError
    return kind(form.format(sentence=said, parts=parts, near=near))


def _to_suggest(sentence: Sentence) -> list[Mention]:
    """Return what a sentence names of which a question can be offered, long sentences left out."""
    said = [token.value for token in sentence.tokens if token.role == "name"]
    return [each for each in said if each.kind in _ABOUT and len(each.spelling) <= _LONGEST_NAME]


_LONGEST_NAME = 30  # letters of a name in a question that is offered


def _missing_number(sentence: Sentence) -> str | None:
    """Return the number of a plan that the graph does not hold: 1-2-4."""
    return next(
        (t.text for t in sentence.tokens if t.role == "text" and _NUMBER.fullmatch(t.text)), None
    )


def _missing_goal(sentence: Sentence) -> str | None:
    """Return the number of a goal that the graph does not hold: 目標9の計画."""
    places = range(len(sentence.tokens))
    at = next((place for place in places if is_absent_goal(sentence, place)), None)
    return None if at is None else sentence.tokens[at + 1].text


_NUMBER = re.compile(r"\d+-\d+-\d+")


def _suggested(
    sentence: Sentence, mentions: list[Mention], nouns: list[str], examples: str
) -> Text:
    """Return questions with the names or nouns of a sentence, those that want the same first."""
    if mentions:
        name = mentions[0].spelling
        wanted = [*of_names(sentence, mentions)]
        asks = [*wanted, *(form.format(name=name) for form in _ABOUT[mentions[0].kind])]
    elif nouns:
        # a sentence about findings, or the themes, of plans asks for these
        said = [noun for noun in nouns if noun != "Plan"] or nouns
        main = said[0] if sentence.english else said[-1]
        asks = [*of_nouns(sentence, nouns), *_OF_NOUN[main]]
    else:
        return _CAN.format(near=examples)
    return _listed([*dict.fromkeys(asks)][:_MOST_OFFERS])


_MOST_OFFERS = 3


def _listed(asks: list[Text]) -> Text:
    near = Text(" / ".join(each.ja for each in asks), " / ".join(each.en for each in asks))
    return _CAN.format(near=near)


def _bare(word: str, known: Names) -> Text:
    """Say of a word that stands alone what there is: names that hold it, and the text."""
    names = "、".join(f"「{name}」" for name in holding_names(word, known))
    form = _BARE if names else _BARE_NOWHERE
    return form.format(word=word, names=names)
