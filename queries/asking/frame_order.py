"""The types of question, in the order in which they are tried (問いの型).

Each frame looks at the tokens of a sentence and returns its readings, or none. A reading counts
only if every meaningful token has been used, and has a counterpart in the command
(:mod:`.account`).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from keikaku.queries.asking.account.unsaid_words import unsaid
from keikaku.queries.asking.conditions.levels import of_level
from keikaku.queries.asking.frames.command_questions import commands
from keikaku.queries.asking.frames.connection_questions import resting_on_each_other, tied_to_others
from keikaku.queries.asking.frames.count_questions import counted, counted_each, grouped
from keikaku.queries.asking.frames.deed_questions import steps_of_year
from keikaku.queries.asking.frames.effect_questions import (
    common,
    compared,
    dependencies,
    impact,
    tied,
)
from keikaku.queries.asking.frames.evaluation_questions import evaluated
from keikaku.queries.asking.frames.fact_questions import (
    fact_of_plan,
    holds,
    period_of_document,
    plan_itself,
    planned,
)
from keikaku.queries.asking.frames.finding_questions import findings
from keikaku.queries.asking.frames.group_share_questions import greatest_share
from keikaku.queries.asking.frames.lead_questions import in_role
from keikaku.queries.asking.frames.list_questions import listed
from keikaku.queries.asking.frames.money_questions import money
from keikaku.queries.asking.frames.owner_questions import when, who
from keikaku.queries.asking.frames.pair_questions import (
    colleagues,
    common_ground,
    each_counted,
    same_as,
    shared_with,
    which_more,
)
from keikaku.queries.asking.frames.piece_questions import by_pieces, of_deed
from keikaku.queries.asking.frames.role_questions import only_by_parts, part_in_plans
from keikaku.queries.asking.frames.several_facts import busiest_year, several_facts
from keikaku.queries.asking.frames.share_questions import ratio
from keikaku.queries.asking.frames.superlatives import most
from keikaku.queries.asking.frames.theme_part_questions import theme_parts
from keikaku.queries.asking.frames.time_questions import (
    part_when,
    planned_by,
    planned_things,
    steps_about,
)
from keikaku.queries.asking.frames.title_questions import named_with
from keikaku.queries.asking.frames.total_questions import burden, counts, totals
from keikaku.queries.asking.frames.two_lists import both_lists
from keikaku.queries.asking.frames.value_questions import value
from keikaku.queries.asking.frames.word_questions import text
from keikaku.queries.asking.frames.work_questions import doers, text_only, to_achieve, with_whom
from keikaku.queries.asking.tokens.heads import mentions
from keikaku.queries.asking.tokens.lexicon import Token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import is_kanji
from keikaku.queries.asking.vocabulary.reading import Reading

Frame = Callable[[Sentence], list[Reading]]


def readings(whole: Sentence) -> tuple[list[Reading], Sentence]:
    """Return the readings of the first frame that understands all of a sentence.

    Also return the sentence of the frame with the fewest unused words, to report these.
    """
    nearest = whole
    if _is_one_of_another(whole):
        return [], nearest
    for frame in FRAMES:
        sentence = whole.fresh()
        of_frame = [of_level(each, sentence.known) for each in frame(sentence)]
        for reading in of_frame:
            sentence.used.difference_update(unsaid(sentence, reading))
        sentence.use(_within_names(sentence))
        left = sentence.left()
        if of_frame and not left:
            return of_frame, sentence
        if of_frame and (not nearest.used or len(left) < len(nearest.left())):
            nearest = sentence
    return [], nearest


def _within_names(sentence: Sentence) -> list[int]:
    """Return the places of words that belong to a name which the sentence says in pieces.

    学校給食を委託するのはいつ means 学校給食調理業務の民間委託, of which both are words.
    """
    names = [
        mention.spelling
        for place, mention in mentions(sentence)
        if place in sentence.used and mention.kind in _OF_WORDS and not mention.exact
    ]
    nouns = [
        p for p, token in enumerate(sentence.tokens) if token.role == "text" or _is_noun(token)
    ]
    return [p for p in nouns if any(sentence.tokens[p].text in name for name in names)]


def _is_noun(token: Token) -> bool:
    """Return whether a verb stands as a noun, without an end of its own: 徴収率向上."""
    return token.role == "verb" and len(token.text) > 1 and all(map(is_kanji, token.text))


_OF_WORDS = {"Plan", "Component", "Indicator"}


def _is_one_of_another(sentence: Sentence) -> bool:
    """Return whether one thing is said to be of another of its kind: 保育所の給食, two parts."""
    return any(
        one.kind == other.kind in _NEVER_OF_EACH_OTHER and sentence.between(first, second) == "の"
        for (first, one), (second, other) in pairwise(mentions(sentence))
    )


_NEVER_OF_EACH_OTHER = {"Plan", "Component", "Indicator"}
FRAMES: tuple[Frame, ...] = (
    named_with, several_facts, busiest_year, steps_of_year, part_in_plans, only_by_parts,
    commands, money, evaluated, burden, totals, counts, findings, impact, tied, tied_to_others,
    resting_on_each_other, dependencies, theme_parts, with_whom, same_as, colleagues, shared_with,
    common_ground, common, each_counted, compared, which_more, grouped, counted_each, text_only,
    text, greatest_share, ratio, by_pieces, of_deed, to_achieve, steps_about, value, fact_of_plan,
    period_of_document, planned, planned_by, holds, most, part_when, when, counted, plan_itself,
    who, in_role, doers, planned_things, both_lists, listed,
)  # fmt: skip
"""The frames, the most specific first."""
