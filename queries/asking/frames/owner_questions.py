"""Questions for when one thing is, and who answers for it (時期・担当)."""

from __future__ import annotations

from keikaku.queries.asking.conditions.own_names import OWN_NAME, is_it
from keikaku.queries.asking.frames.fact_questions import PARTS_IN_TIME
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.quantities import Amount
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import Comparison, Tree, both, either


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
    sentence.take("verb", "start", "end", "last", "touch", "responsible", "have")
    sentence.take("kind", "Plan", "Milestone", "Action")
    if (begins or ends or verbs) and mention.kind == "Department":
        begins = begins or any(sentence.tokens[p].value == "start" for p in starts)
        of_department = Comparison("所管課", "=", mention.spelling)
        return [find("Plan", of_department, fields="開始年度" if begins else "終了年度")]
    if mention.kind == "Plan" and (verbs or begins or ends):
        return [find("Plan", is_it(mention), fields="開始年度,終了年度")]
    name = {
        "Plan": "計画", "Action": "取組内容", "Component": "個別取組", "Department": "所管課",
        "Theme": "テーマ", "Milestone": "内容",
    }.get(mention.kind)  # fmt: skip
    if name is None:
        return []
    if verbs and mention.kind in PARTS_IN_TIME:
        return [find(mention.kind, is_it(mention), fields="開始年度,終了年度")]
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
    if not asks or len(kinds) != 1 or not kinds <= set(OWN_NAME):
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
    sentence.take("verb", "responsible", "lead", "co", "touch", "have", "raise", "lower", "keep")
    sentence.take("kind", "Department", "Plan")
    trees: list[Tree] = [either(*(is_it(mention) for _, mention in mentioned))]
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
