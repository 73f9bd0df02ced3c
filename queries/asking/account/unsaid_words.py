"""Check that a command contains all that a sentence says (文の語と読みの照合).

A frame may mark a word as understood although its command does not contain it. So each meaningful
word of the sentence is compared with the command itself; a word without a counterpart there is
not understood, whatever the frame says.
"""

from __future__ import annotations

from keikaku.queries.asking.account.command_content import Said, parts_of, said_by
from keikaku.queries.asking.account.joints import misjoined
from keikaku.queries.asking.account.lost_statements import against, also_counted, doubled, undone
from keikaku.queries.asking.account.needed_content import BOTH, SHOW_DEPARTMENTS, TESTS
from keikaku.queries.asking.account.ranked import counts, miscounted
from keikaku.queries.asking.conditions.nested import owner_clause
from keikaku.queries.asking.tokens.heads import is_yes_or_no
from keikaku.queries.asking.tokens.lexicon import Names, Token
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.quantities import Amount
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.letters import fold, is_kanji, normal
from keikaku.queries.asking.vocabulary.question_words import BURDENS
from keikaku.queries.asking.vocabulary.reading import SEVERITY_WORDS, Reading
from keikaku.queries.expressions.fields import ONE_PLAN
from keikaku.queries.expressions.tree import (
    ABSENT,
    PRESENT,
    UNKNOWN,
    Some,
)
from keikaku.queries.graph_walks import arriving

_FINDS = {"Finding": "check"}


def unsaid(sentence: Sentence, reading: Reading) -> list[int]:
    """Return the places of the words of a sentence that a command does not contain."""
    said = said_by(reading)
    places = [
        place
        for place, token in enumerate(sentence.tokens)
        if place not in sentence.said and not _is_said(sentence, place, token, said)
    ]
    more = _negations(sentence, said) + _contrasted(sentence, said) + against(sentence, said)
    more += doubled(sentence, said) + _in_another_role(sentence, said) + _nothing_but(sentence)
    more += misjoined(sentence, said) + miscounted(sentence, said) + undone(sentence, said)
    return places + more + also_counted(sentence, said)


def _nothing_but(sentence: Sentence) -> list[int]:
    """Return the negations behind しか: AIの計画しか持たない課 have them, and no others.

    With a number it is that number, and nothing is denied (1つしかない).
    """
    texts = [token.text for token in sentence.tokens]
    if "しか" not in texts:
        return []
    behind = range(texts.index("しか"), len(texts))
    return [place for place in behind if sentence.tokens[place].says_no]


_ROLES = {"主管計画", "共管課"}


def _in_another_role(sentence: Sentence, said: Said) -> list[int]:
    """Return the verbs of a role, where the command asks for it in any plan of a department.

    Who leads one plan, and takes part in another on AI, does not lead plans on AI.
    """
    fields = {each.field for each in said.conditions} - {"計画"}  # All have plans.
    apart = bool(fields & _ROLES) and len(fields) > 1
    return sentence.places("verb", "lead", "co") if said.kind == "Department" and apart else []


_BUT = {"が", "けど", "けれど", "けれども", "ものの", "のに", "but"}
_STATES = {"verb", "no", "yes", "unknown", "unreached"}


def _contrasted(sentence: Sentence, said: Said) -> list[int]:
    """Return the statements set against each other, where the command has fewer conditions.

    So of 主管ではないが関わっている neither half may be left out.
    """
    tokens = sentence.tokens
    joints = [
        place
        for place, token in enumerate(tokens[:-1])
        if place and token.text.lower() in _BUT
        if previous_token(tokens, place).role in _STATES or token.text.lower() == "but"
        if not (token.text == "が" and _is_noun(previous_token(tokens, place)))
        if any(each.role in _STATES for each in tokens[place + 1 :])
    ]
    either = [
        place
        for place, token in enumerate(tokens[1:-1], start=1)
        if token.text == "か" and previous_token(tokens, place).role == "verb"
        if next_token(tokens, place).role != "unknown"
        and any(t.role in _STATES for t in tokens[place:])
    ]
    if either and said.reading.question == "find" and not TESTS["word", "or"](said):
        return sentence.places("verb")  # …に始まるか…に終わる: one of them is enough
    if said.reading.question != "find" or not joints or len(said.conditions) > len(joints):
        return []
    return [p for p, token in enumerate(tokens) if token.role in _STATES] or joints


def _is_noun(token: Token) -> bool:
    """Return whether a verb stands as a noun: 担当 in 担当が1つの課だけの."""
    return token.role == "verb" and is_kanji(token.text[-1])


def _negations(sentence: Sentence, said: Said) -> list[int]:
    """Return the negations, where the command has fewer of them, or has one without need."""
    places = [
        place
        for place, token in enumerate(sentence.tokens)
        if token.says_no or (token.role == "word" and token.value in {"except", "nobody"})
        if place not in sentence.said
    ]
    if said.reading.question != "find":
        return []
    if places and sentence.english:
        places += [p for p, token in enumerate(sentence.tokens) if token.text.lower() == "nor"]
    if sentence.places("word", "unmeasurable"):
        places.append(sentence.places("word", "unmeasurable")[0])
    unasked = said.negations and not places and not sentence.said
    if len(places) > said.negations or unasked:
        return places or [0]
    return []


def _is_said(sentence: Sentence, place: int, token: Token, said: Said) -> bool:
    if _asks_what_came(sentence, token):
        return False
    if token.role == "name":
        return _names(sentence.known, token, said)
    if token.role == "amount":
        return _amount(sentence, place, token.value, said)
    if token.role == "year":
        return str(token.value) in said.values
    if token.role == "text" and token.text.lower() in BURDENS:
        return said.reading.question in {"workload", "whatif"} or said.gives("compare")
    if token.role == "text":
        return any(fold(normal(token.text)) in value for value in said.values)
    if token.text == "主管課":
        # A plan by its name shows who leads it.
        return said.has("lead", "lead_plan") or said.by_own_name
    if token.role == "kind" and said.kind == "Plan" and owner_clause(sentence, place):
        return any(isinstance(part, Some) for part in parts_of(said.reading.tree))
    if token.role == "kind" and _are_its_plans(sentence, place, said):
        return True
    if token.role == "kind":
        return _kind(token.value, said) and _is_severe(token.text.lower(), said)
    if token.role == "word" and token.value == "each" and not said.gives("by"):
        return said.reading.question == "workload" or _each_of(sentence, place, said)
    if token.role == "beside":
        return said.gives("fields")
    if token.role == "bound":
        return any(each.operator == token.value for each in said.conditions)
    if token.role == "unknown":
        return any(each.value == UNKNOWN for each in said.conditions)
    if token.role == "unreached":
        return said.has("reached")
    if token.role == "verb" and token.text.lower() == "marked" and said.kind == "Theme":
        return said.has("mark")  # marked in three plans: not the plans that only touch it
    if token.role == "verb" and token.text.startswith(_AS_GROUND):
        return said.has("guideline", "guideline_type") or said.kind == "Guideline" or not said.lists
    if token.role == "unit":
        return said.has("unit", "target", "baseline")
    if token.role == "type":
        return _is_sort(said)
    if token.role == "word" and token.value == "all":
        return not _is_every(sentence, place, said)
    if token.role == "word" and token.value == "what":
        return not _is_object(sentence, place, said)
    if token.role == "word" and token.value == "how_many" and _of_other(sentence, place, said):
        return False
    if token.role == "word" and token.value == "or" and _of_one_theme(sentence, place):
        return True
    if token.text in _NONE_OF_THEM and said.negations and _of_one_theme(sentence, place):
        return True  # 5レスのどれにも印がない: no mark of any of its parts
    test = TESTS.get((token.role, token.value))
    return test is None or test(said)


def _asks_what_came(sentence: Sentence, token: Token) -> bool:
    """Return whether it is asked how things went, as no plan says: 満足度は上がりましたか."""
    moved = token.role == "verb" and token.value in _MOVES and token.text.endswith(_IS_PAST)
    return moved and is_yes_or_no(sentence)


_MOVES = {"raise", "lower"}
_IS_PAST = ("ました", "った", "えた", "びた")
_AS_GROUND = ("根拠", "よりどころ")
_NONE_OF_THEM = {"どれにも", "どれも", "いずれにも", "いずれも"}


def _is_sort(said: Said) -> bool:
    """Return whether a command keeps to a sort of guideline, or names one: 条例, not any ground."""
    if said.kind == "Guideline" or said.has("guideline_type") or said.reading.question != "find":
        return True
    grounds = [each for each in said.conditions if each.field == "根拠"]
    return any(each.value not in {PRESENT, ABSENT} for each in grounds)


def _is_every(sentence: Sentence, place: int, said: Said) -> bool:
    """Return whether all of something else must do it: すべての計画が触れるテーマ."""
    following = next(sentence.after(place, 1), None)
    before = previous_token(sentence.tokens, place).text
    whole = sentence.tokens[place].text in _WHOLE or said.reading.question != "find"
    if before in {"は", "が"} and is_yes_or_no(sentence) and not (said.gives("share") or whole):
        return True  # 計画はすべて目標1ですか: the list of those that are answers no.
    other = following is not None and following[1].role == "kind"
    return (
        said.reading.question == "find"
        and not sentence.english
        and not said.gives("by")
        and (following is not None and other and following[1].value != said.kind)
    )


_WHOLE = {"全体", "一覧", "リスト"}


def _is_object(sentence: Sentence, place: int, said: Said) -> bool:
    """Return whether the object of a verb is asked for, of a kind not in the command."""
    text = sentence.tokens[place].text
    following = next(sentence.after(place, 1), None)
    if _is_depended_on(sentence, place):
        return said.reading.question == "find" and not said.has("needed_by")
    behind = "".join(token.text for token in sentence.tokens[place + 1 : place + 3])
    if text in {"何", "なに"} and behind.startswith("をする"):
        return said.reading.question == "find" and said.kind not in _DONE
    if said.reading.question != "find" or text not in {"何", "なに"} or following is None:
        return False
    link = sentence.between(place, following[0])
    if following[1].role != "verb" or link not in {"に", "から", "へ", "で"}:
        return False
    if following[1].value == "touch" and said.kind == "Plan":
        return False  # 何に関係しているか: with which plans
    return not (following[1].value == "based" and said.kind == "Guideline")


_DONE = {"Plan", "Component", "Action", "Milestone"}


def _is_depended_on(sentence: Sentence, place: int) -> bool:
    """Return whether it asks on which plans something depends: どの計画に依存していますか."""
    behind = [*sentence.after(place, 2)]
    if sentence.english or [token.role for _, token in behind] != ["kind", "verb"]:
        return False
    return behind[1][1].value == "depend" and sentence.between(*(at for at, _ in behind)) == "に"


_COUNTS_ITSELF = ("count", "by", "of", "sort", "share", "compare")


def _of_other(sentence: Sentence, place: int, said: Said) -> bool:
    """Return whether it asks for the number of another kind than the command lists."""
    if said.reading.question != "find" or said.gives(*_COUNTS_ITSELF) or sentence.english:
        return False
    before = next(sentence.before(place, 1), None)
    if before is None or before[1].role != "kind":
        return False
    return bool(before[1].value != said.kind and sentence.between(before[0], place) in {"は", "が"})


def _each_of(sentence: Sentence, place: int, said: Said) -> bool:
    """Return whether a command without groups means each: of both, or a mean."""
    near = next(sentence.after(place, 1) if sentence.english else sentence.before(place, 1), None)
    whole = near is not None and near[1].role == "kind" and near[1].value == said.kind
    whole = (said.gives("of") and whole) or (said.kind == "Theme" and said.has("part_of"))
    return whole or BOTH(said) or said.gives("compare")


def _of_one_theme(sentence: Sentence, place: int) -> bool:
    """Return whether it says what a theme with parts means anyway: 5レスのいずれか."""
    before = next(sentence.before(place, 1), None)
    names = [token.value for token in sentence.tokens if token.role == "name"]
    themes = [name for name in names if name.kind == "Theme"]
    return before is not None and len(themes) == 1 and before[1].value is themes[0]


def _names(known: Names, token: Token, said: Said) -> bool:
    spellings = {fold(normal(token.value.spelling)), fold(normal(token.text))}
    if spellings & said.values or any(s in v for s in spellings for v in said.values if len(s) > 1):
        return True
    if token.value.kind == "Plan" and len(token.value.ids) == 1:
        number = known.graph("Plan").nodes[token.value.ids[0]].get("number")
        return bool(number) and fold(normal(str(number))) in said.values  # of a plan that changes
    if token.value.kind != "Theme":
        return False
    graph = known.graph("Theme")
    parts = [part for node in token.value.ids for part, _ in arriving(graph, node, "PART_OF")]
    names = [known.spelling("Theme", part) for part in parts]
    return bool(names) and all(fold(normal(name)) in said.values for name in names)


def _amount(sentence: Sentence, place: int, amount: Amount, said: Said) -> bool:
    number = str(amount.number)
    if number in {said.reading.parameters.get(name) for name in ("top", "place")}:
        return True
    following = next(sentence.after(place, 1), None)
    if any(token.value == "per" for _, token in sentence.after(place, 2)):
        return said.gives("of")
    if amount.number <= 1 and following and following[1].says_no:
        return said.negations > 0
    if amount.number <= 1 and next_token(sentence.tokens, place).text == "も":
        return said.negations > 0  # 一つも計画を持たない
    return any(
        each.value.startswith(number) and (not amount.way or each.operator == amount.way)
        for each in said.conditions
    )


def _are_its_plans(sentence: Sentence, place: int, said: Said) -> bool:
    """Return whether plans only say what a thing is: the laws that plans rest on."""
    following = next(sentence.after(place, 1), None)
    return (
        sentence.tokens[place].value == "Plan"
        and said.kind in {"Guideline", "Theme", "Partner"}
        and not said.negations
        and following is not None
        and (following[1].role, following[1].says_no) == ("verb", False)
        and following[1].value in {"based", "touch"}
    )


def _is_severe(text: str, said: Said) -> bool:
    """Return whether エラー is asked for as such, not only as something to look at."""
    wanted = next((code for code, words in SEVERITY_WORDS.items() if text in words), None)
    return wanted is None or said.gives("severity") or wanted in said.values


_SHOWN_BY = {"impact": {"Indicator"}}


def _kind(kind: str, said: Said) -> bool:
    if said.reading.question != "find":
        shows = {"Plan", "Department"} | _SHOWN_BY.get(said.reading.question, set())
        return kind in shows or _FINDS.get(kind) == said.reading.question
    if kind == said.kind or any(field.leads_to == kind for field in said.fields.values()):
        return True
    if any(counts(field, kind) for field in said.fields.values()):
        return True
    if kind == "Department":
        return said.kind in SHOW_DEPARTMENTS
    if kind == "Plan":
        through = any(field.via_plans for field in said.fields.values())
        return through or said.kind in ONE_PLAN or said.gives("compare")
    return False
