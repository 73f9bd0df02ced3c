"""What a department does in its plans: どの計画の何を受け持つ (課の役割)."""

from __future__ import annotations

from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import Comparison, Not, both

_PARTS = {"何", "なに", "部分", "どの部分", "役割", "どんな役割", "何の役割"}


def part_in_plans(sentence: Sentence) -> list[Reading]:
    """国際政策課はどの計画の何を受け持っていますか: one department, with its part in each plan."""
    mentioned = mentions(sentence)
    plans = sentence.places("kind", "Plan")
    if sentence.english or len(mentioned) != 1 or len(plans) != 1:
        return []
    (place, mention), plan = mentioned[0], plans[0]
    asks = [p for p in sentence.places("word", "what") if p < plan]
    behind = sentence.tokens[plan + 1 : plan + 4]
    behind = [token for token in behind if token.text not in {"どの", "どんな", "です"}]
    part = bool(behind) and behind[0].text == "の" and any(t.text in _PARTS for t in behind[1:])
    if mention.kind != "Department" or not mention.exact or not asks or not part:
        return []
    said = [t for t in sentence.tokens if t.role in {"verb", "no"}]
    if any(t.says_no or t.value != "responsible" for t in said) or sentence.has("year"):
        return []
    said_parts = range(plan, min(plan + len("計画のどの部分"), len(sentence.tokens)))
    sentence.say(*(p for p in said_parts if sentence.tokens[p].text in {"計画", "の", *_PARTS}))
    sentence.use([place])
    sentence.take("word", "what")
    sentence.take("verb", "responsible")
    return [Reading("departments", {"department": mention.spelling})]


def only_by_parts(sentence: Sentence) -> list[Reading]:
    """総務法務課が個別取組だけで関わっている計画: plans of which it has but a part."""
    mentioned, parts = mentions(sentence), sentence.places("kind", "Component")
    alone = sentence.places("word", "alone")
    if len(mentioned) != 1 or len(parts) != 1 or not sentence.has("kind", "Plan"):
        return []
    (place, mention), part = mentioned[0], parts[0]
    if mention.kind != "Department" or not mention.exact or len(alone) != 1:
        return []
    near = sentence.before(part, 2) if sentence.english else sentence.after(part, 2)
    if alone[0] not in {p for p, _ in near}:
        return []
    denied = [p for p, t in enumerate(sentence.tokens) if t.says_no or t.role == "no"]
    leads = [
        p
        for p, t in enumerate(sentence.tokens)
        if (t.role, t.value) == ("verb", "lead") or t.text == "主管課"
    ]
    if len(denied) > 1 or (denied and not any(abs(denied[0] - p) < _NEAR for p in leads)):
        return []  # another negation, which asks for more
    sentence.use([place, *denied])
    sentence.say(part, *alone, *leads, *denied)
    sentence.take("kind", "Plan")
    sentence.take("verb", "touch", "responsible", "have")
    sentence.take("word", "what", "where", "all")
    count = {"count": True} if sentence.take("word", "how_many") else {}
    name = mention.spelling
    roles = (Not(Comparison(field, "=", name)) for field in ("主管課", "共管課"))
    return [find("Plan", both(Comparison("所管課", "=", name), *roles), **count)]


_NEAR = 3  # tokens between the role and its negation
