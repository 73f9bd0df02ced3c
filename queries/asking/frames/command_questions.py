"""Questions that another command answers: the edition before, a workshop (他のコマンド)."""

from __future__ import annotations

from keikaku.queries.asking.frames.effect_questions import plan_code
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading


def commands(sentence: Sentence) -> list[Reading]:
    """前の計画と比べて, ワークショップの論点: commands other than questions to one graph."""
    for value, question in (("editions", "compare"), ("workshop", "workshop questions")):
        if sentence.take("word", value):
            sentence.take("word", "compare", "what", "where", "all", "then")
            sentence.take("verb", "compare", "drop", "touch", "have")
            sentence.take("kind", "Plan")
            sentence.take("yes")
            topics = [
                p for p in sentence.places("kind", "Theme") if sentence.tokens[p].text.isascii()
            ]
            sentence.say(*topics)
            sentence.say(*(p for p in sentence.places("text") if sentence.tokens[p].text in _NEXT))
            plans = [(p, m) for p, m in mentions(sentence) if m.kind == "Plan" and m.exact]
            if value == "workshop" and len(plans) == len(mentions(sentence)) == 1:
                sentence.say(plans[0][0])  # its argument: workshop questions 2-2-1
                return [Reading(f"{question} {plan_code(sentence, plans[0][1])}", {})]
            return [Reading(question, {})]
    return []


_NEXT = {"次", "次期", "次回", "今後"}
"""Words for the revision that is to come; a workshop is for no other."""
