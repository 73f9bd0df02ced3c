"""Questions about one thing: its value, who answers for it, when (値・担当・時期)."""

from __future__ import annotations

from keikaku.queries.asking import conditions
from keikaku.queries.asking.heads import is_yes_or_no, mentions
from keikaku.queries.asking.letters import fold, normal
from keikaku.queries.asking.lexicon import FREE, Called, Mention, Token
from keikaku.queries.asking.narrower import (
    is_about_now,
    is_counted_in_names,
    names_indicators,
    owner_words,
)
from keikaku.queries.asking.neighbours import next_token
from keikaku.queries.asking.quantities import Amount
from keikaku.queries.asking.reading import Reading, find
from keikaku.queries.asking.sentence import Sentence
from keikaku.queries.expressions.tree import Comparison, Operator, Tree, both, either


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
        or (indicator and (units or not sentence.has("kind")))
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


def fact_of_plan(sentence: Sentence) -> list[Reading]:
    """1-3-5は公開されていますか, 2-2-5は何年続きますか: one fact of a plan, or of its part."""
    mentioned = mentions(sentence)
    if len(mentioned) != 1 or mentioned[0][1].kind not in {"Plan", *_PARTS_IN_TIME}:
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
    return [find(mention.kind, _called(mention), fields=fields)]


_PARTS_IN_TIME = ("Component", "Action")


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
        find("Plan", both(_called(mention), tree)) for tree in filters.readings if tree is not None
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


def when(sentence: Sentence) -> list[Reading]:
    """UAV測量はいつ, 2-2-5はいつ終わる: years of a plan, or of what is done."""
    if not sentence.has("word", "when"):
        return []
    mentioned = mentions(sentence)
    if len(mentioned) != 1:
        return []
    place, mention = mentioned[0]
    sentence.use([place])
    begins = any(sentence.tokens[p].text == "いつから" for p in sentence.places("word", "when"))
    ends = any(sentence.tokens[p].text == "いつまで" for p in sentence.places("word", "when"))
    sentence.take("word", "when", "what")
    verbs = sentence.has("verb", "start", "end")
    starts = sentence.places("verb", "start")
    sentence.take("verb", "start", "end", "touch", "responsible", "have")
    sentence.take("kind", "Plan", "Milestone", "Action")
    if (begins or ends or verbs) and mention.kind == "Department":
        begins = begins or any(sentence.tokens[p].value == "start" for p in starts)
        of_department = Comparison("所管課", "=", mention.spelling)
        return [find("Plan", of_department, fields="開始年度" if begins else "終了年度")]
    if mention.kind == "Plan" and (verbs or begins or ends):
        return [find("Plan", _called(mention), fields="開始年度,終了年度")]
    name = {
        "Plan": "計画", "Action": "取組内容", "Component": "個別取組", "Department": "所管課",
        "Theme": "テーマ", "Milestone": "内容",
    }.get(mention.kind)  # fmt: skip
    if name is None:
        return []
    if verbs and mention.kind in _PARTS_IN_TIME:
        return [find(mention.kind, _called(mention), fields="開始年度,終了年度")]
    if mention.kind == "Milestone" or len(mention.ids) > 1:
        return [find("Milestone", Comparison(name, "in", mention.spelling))]
    return [find("Milestone", Comparison(name, "=", mention.spelling))]


def who(sentence: Sentence) -> list[Reading]:
    """学校給食の民間委託を担当しているのは: who answers for one thing."""
    mentioned = mentions(sentence)
    asks = (
        sentence.has("word", "who", "where")
        or sentence.has("kind", "Department")
        or (sentence.has("verb", "responsible", "lead", "co") and not sentence.has("kind"))
    )
    kinds = {mention.kind for _, mention in mentioned}
    if not asks or len(kinds) != 1 or not kinds <= set(_OWN_NAME):
        return []
    if any(t.says_no for t in sentence.tokens):
        return []
    (kind,) = kinds
    of_plans = sentence.has("kind", "Plan") and not _asks_beside(sentence)
    if of_plans and not all(m.exact for _, m in mentioned) and kind != "Plan":
        return []  # 下水道の計画: of such plans, not of the one indicator with the word
    sentence.use([place for place, _ in mentioned])
    leads = kind == "Plan" and sentence.has("verb", "lead")
    sentence.take("word", "who", "where", "what", "become", "all", "both")
    if kind == "Plan":
        sentence.take("word", "common")  # Who shares plan 3-2-2?
    sentence.take("verb", "responsible", "lead", "co", "touch", "have")
    sentence.take("kind", "Department", "Plan")
    trees: list[Tree] = [either(*(_called(mention) for _, mention in mentioned))]
    for at in sentence.places("amount"):
        amount: Amount = sentence.tokens[at].value
        if kind == "Indicator":
            sentence.use([at])
            trees.append(Comparison("目標値", amount.way or "=", f"{amount.number}{amount.unit}"))  # type: ignore[arg-type]
    fields = {"fields": "主管課"} if leads else {}
    return [find(kind, both(*trees), **fields)]


def _asks_beside(sentence: Sentence) -> bool:
    """Return whether the plan is asked for beside its department: 文化施設の担当課と計画."""
    plans = sentence.places("kind", "Plan")
    return any(p > 1 and sentence.tokens[p - 2].value == "Department" for p in plans)


_OWN_NAME = {"Component": "名称", "Indicator": "指標名", "Action": "名称", "Milestone": "内容",
             "Plan": "名称"}  # fmt: skip
"""The field with the name of a thing, for each kind."""


def _called(mention: Mention) -> Tree:
    """Return the condition that a thing is the one that is mentioned."""
    if mention.kind == "Plan" and "-" in mention.spelling and mention.spelling[0].isdigit():
        return Comparison("番号", "=", mention.spelling)
    sign: Operator = "=" if len(mention.ids) == 1 else "in"
    return Comparison(_OWN_NAME[mention.kind], sign, mention.spelling)
