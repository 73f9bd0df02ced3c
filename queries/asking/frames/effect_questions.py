"""Questions about what things do to others, and to each other (影響・つながり・比較)."""

from __future__ import annotations

from keikaku.queries.asking.conditions import conditions
from keikaku.queries.asking.tokens.heads import head_of, is_yes_or_no, mentions
from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.question_words import BURDENS
from keikaku.queries.asking.vocabulary.reading import CAN_CHANGE, Reading, find
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.tree import Comparison, Some, both
from keikaku.queries.names import fold


def impact(sentence: Sentence) -> list[Reading]:
    """収納課が廃止されたら何に響くか, what happens if …: impact, or whatif for two that merge."""
    mentioned = mentions(sentence)
    if sentence.has("word", "merged") or sentence.has("verb", "merge"):
        return _merged(sentence, mentioned)
    if sentence.has("verb", "hand_over"):
        return _handed_over(sentence, mentioned)
    renames = sentence.has("verb", "rename") or sentence.has("word", "name_of")
    if renames and (renamed := _renamed(sentence, mentioned)):
        return renamed
    drops = sentence.has("verb", "rename", "drop", "affect")
    if not drops and not sentence.has("word", "what_if"):
        return []
    if not _supposed(sentence):
        return []
    changing = [(p, m) for p, m in mentioned if m.kind in CAN_CHANGE]
    if len(changing) != 1 or len(mentioned) != 1:
        return []
    place, mention = changing[0]
    behind = sentence.tokens[place + 1 : place + 4]
    if [t.role for t in behind] == ["part", "kind", "part"] and behind[0].text == "の":
        return []  # A dropped part of something else is not a name: 収納課の計画を廃止したら.
    if any(_is_of_a_kind(sentence, p) for p in sentence.places("verb", "drop")):
        return []
    if any(_is_of_others(sentence, place, mention, p) for p in sentence.places("verb", "drop")):
        return []
    sentence.use([place])
    sentence.take("word", "other")  # what else is affected
    sentence.take("kind", "Indicator")
    _take_consequence(sentence)
    return [Reading("impact", {"node": mention.spelling})]


def _is_of_a_kind(sentence: Sentence, verb: int) -> bool:
    """Return whether a change is a name for what is asked about: 補助金の見直しの担当課."""
    behind = sentence.tokens[verb + 1 : verb + 3]
    return [t.role for t in behind] == ["part", "kind"] and behind[0].text == "の"


def _is_of_others(sentence: Sentence, place: int, mention: Mention, verb: int) -> bool:
    """Return whether other things change than the one mentioned: ICTを使う計画をやめたら."""
    between = sentence.tokens[place + 1 : verb]
    nouns = [token.value for token in between if token.role == "kind"]
    return not sentence.english and any(noun != mention.kind for noun in nouns)


_IF = ("たら", "たなら", "れば", "せば", "ければ", "と")


_IS_SO = ("ている", "ています", "てる", "てます", "ていた", "ていました")


def _supposed(sentence: Sentence) -> bool:
    """Return whether a change is assumed: 廃止したら, if …; not 廃止されますか."""
    if sentence.has("word", "what_if", "then") or sentence.has("verb", "affect"):
        return True
    if any(sentence.tokens[p].text.endswith(_IS_SO) for p in sentence.places("verb", "drop")):
        return False  # 遅れている: it is so already, and nothing is assumed.
    if sentence.english:
        return not is_yes_or_no(sentence) and not sentence.has("word", "when", "who")
    drops = [sentence.tokens[p] for p in sentence.places("verb", "drop", "rename", "merge")]
    following = [t for p in sentence.places("verb", "drop") for _, t in sentence.after(p, 1)]
    ends = any(token.text.endswith(_IF) for token in drops)
    return ends or bool(following) or not is_yes_or_no(sentence)


def _merged(sentence: Sentence, mentioned: list[tuple[int, Mention]]) -> list[Reading]:
    """収納課と国保税収納課を統合したら, 収納課を財政課に統合したら: departments that become one."""
    departments = [(p, m) for p, m in mentioned if m.kind == "Department"]
    if len(departments) < 2 or len(departments) != len(mentioned):
        return []
    sentence.use([p for p, _ in departments])
    sentence.use(p for p in sentence.places("text") if sentence.tokens[p].text.lower() in BURDENS)
    _take_consequence(sentence)
    names = [m.spelling for _, m in departments]
    last = departments[-1][0]
    into = "" if sentence.english else next_token(sentence.tokens, last).text
    to = previous_token(sentence.tokens, last).text.lower() if sentence.english else ""
    goes_into = to == "into" or into in {"に", "へ"}
    whole = names[-1] if goes_into else names[0]
    return [Reading("whatif", {"merge_departments": f"{'+'.join(names)}={whole}"})]


def _handed_over(sentence: Sentence, mentioned: list[tuple[int, Mention]]) -> list[Reading]:
    """2-2-5を財政課に移管したら: a plan that another department leads."""
    kinds = [mention.kind for _, mention in mentioned]
    if kinds not in (["Plan", "Department"], ["Plan", "Initiative"]):
        return []
    (place, plan), (end, other) = mentioned
    if not plan.exact or sentence.has("measure"):
        return []
    sentence.use([place, end])
    sentence.take("verb", "hand_over")
    _take_consequence(sentence)
    change = "hand_over" if other.kind == "Department" else "move_plan"
    return [Reading("whatif", {change: f"{plan_code(sentence, plan)}={other.spelling}"})]


def plan_code(sentence: Sentence, plan: Mention) -> str:
    """Return the number of a plan, if it has one: a change names the plan by it."""
    (node,) = plan.ids[:1]
    number = sentence.known.graph("Plan").nodes[node].get("number")
    return str(number or plan.spelling)


def _renamed(sentence: Sentence, mentioned: list[tuple[int, Mention]]) -> list[Reading]:
    """収納課を債権管理課に改称したら: a department or a plan under another name."""
    places = [p for p, m in mentioned if m.kind in {"Department", "Plan"}]
    if not places or sentence.english:
        return []
    start, end = places[0], next(iter(sentence.places("verb", "rename", "drop")), 0)
    name = sentence.places("word", "name_of")  # 収納課の名前をXに変えたら
    link = name[0] + 1 if name[:1] == [start + 2] else start + 1
    new = "".join(token.text for token in sentence.tokens[link + 1 : end - 1])
    if (
        not new
        or sentence.tokens[link].text != "を"
        or previous_token(sentence.tokens, end).text != "に"
    ):
        return []
    sentence.use(range(start, end + 1))
    _take_consequence(sentence)
    old = sentence.tokens[start].value.spelling
    return [Reading("whatif", {"rename": f"{old}={new}"})]


def _take_consequence(sentence: Sentence) -> None:
    sentence.take("verb", "drop", "affect", "merge", "become", "touch", "have", "reach", "rename")
    sentence.take(
        "word",
        "name_of",
        "what_if",
        "merged",
        "then",
        "become",
        "what",
        "who",
        "where",
        "how_many",
        "why",
        "all",
    )
    sentence.take("kind", "Plan", "Department")
    sentence.take("yes")
    sentence.take("measure", "number_of")
    merges = sentence.places("verb", "merge") or sentence.places("word", "merged")
    if sentence.english or merges:
        sentence.take("verb", "responsible")  # does


def dependencies(sentence: Sentence) -> list[Reading]:
    """2-2-5は何に依存しているか, どの計画が2-2-5に依存しているか."""
    pair = _whether_one_rests(sentence)
    if pair is not None:
        return [pair]
    ends = _ends_of_plans_of(sentence)
    if ends is not None:
        return [ends]
    mentioned = mentions(sentence)
    asks = sentence.has("verb", "depend", "depended")
    if not asks or len(mentioned) != 1:
        return []
    place, mention = mentioned[0]
    forward = _asks_forward(sentence, place)
    if mention.kind not in {"Department", "Plan"}:
        return [] if forward else _resting_on(sentence, place, mention)
    if mention.kind != "Plan":
        return []
    sentence.use([place])
    plans = sentence.has("kind", "Plan")
    for role, values in (
        ("verb", ("depend", "depended", "responsible")),
        ("word", ("what", "who", "where", "all")),
        ("kind", ("Plan",)),
    ):
        sentence.take(role, *values)
    if sentence.take("word", "how_many"):
        name = "依存元" if forward else "依存先"
        return [find("Plan", Comparison(name, "=", mention.spelling), count=True)]
    if plans:
        name = "依存元" if forward else "依存先"
        return [find("Plan", Comparison(name, "=", mention.spelling))]
    return [Reading("dependencies" if forward else "impact", {"node": mention.spelling})]


def _whether_one_rests(sentence: Sentence) -> Reading | None:
    """Return the one plan if it rests on the other: does 2-2-5 depend on 2-2-1."""
    mentioned = mentions(sentence)
    verbs = sentence.places("verb", "depend")
    asks = sentence.english and is_yes_or_no(sentence) and len(verbs) == 1
    if not asks or [m.kind for _, m in mentioned] != ["Plan", "Plan"]:
        return None
    (first, one), (second, other) = mentioned
    if not first < verbs[0] < second:
        return None
    sentence.use([first, *verbs, second])
    sentence.take("verb", "responsible")
    sentence.take("kind", "Plan")
    held = Comparison("番号", "=", one.spelling), Comparison("依存先", "=", other.spelling)
    return find("Plan", both(*held))


def _resting_on(sentence: Sentence, place: int, mention: Mention) -> list[Reading]:
    """DXに依存している計画は: what a change of a theme or a guideline affects."""
    denied = any(token.says_no for token in sentence.tokens)
    following = next(sentence.after(place, 1), None)
    if sentence.english and following is not None and following[1].role == "kind":
        return []  # on cashless plans: on plans, not on the theme
    rests = any(
        token.role == "verb" and token.value in {"depend", "depended"}
        for _, token in (
            sentence.before(place, 1) if sentence.english else sentence.after(place, 1)
        )
    )
    if mention.kind not in CAN_CHANGE or denied or not rests or sentence.has("word", "how_many"):
        return []
    sentence.use([place])
    sentence.take("verb", "depend", "depended", "responsible")
    sentence.take("word", "what", "who", "where", "all")
    sentence.take("kind", "Plan")
    return [Reading("impact", {"node": mention.spelling})]


def _ends_of_plans_of(sentence: Sentence) -> Reading | None:
    """収納課の計画はどの計画に依存していますか: what a department's plans rest on."""
    departments = [(p, m) for p, m in mentions(sentence) if m.kind == "Department"]
    verbs = sentence.places("verb", "depend")
    plans = sentence.places("kind", "Plan")
    if sentence.english or len(departments) != 1 or not verbs or not plans:
        return None
    who = any(plans[-1] < p < verbs[0] for p in sentence.places("word", "who"))
    before = next(sentence.before(plans[-1], 1), None)
    what = before is not None and (before[1].role, before[1].value) == ("word", "what")
    if not (who or what) or plans[-1] > verbs[0] or len(mentions(sentence)) != 1:
        return None
    place, mention = departments[0]
    sentence.use([place, *plans, *verbs])
    sentence.take("word", "what", "who", "other")
    held = Some("依存元", Comparison("所管課", "=", mention.spelling))
    return find("Department" if who else "Plan", held)


def _asks_forward(sentence: Sentence, place: int) -> bool:
    """Return whether it is asked what the thing rests on, not what rests on it."""
    if sentence.has("verb", "depended"):
        return False
    if sentence.english:
        verb = next(p for p in sentence.places("verb", "depend", "depended"))
        return place < verb
    link = next((t.text for t in sentence.tokens[place + 1 :] if t.text != "の"), "")
    return link not in {"に", "を"}  # also 2-2-5の計画に依存する


def tied(sentence: Sentence) -> list[Reading]:
    """なぜつながるか: the path between two things."""
    mentioned = mentions(sentence)
    if len(mentioned) != 2 or not (
        sentence.has("word", "tied")
        or (sentence.has("word", "why") and sentence.has("verb", *_TYING))
        or (sentence.has("word", "why") and not sentence.places("verb"))
        or _asks_whether_tied(sentence)
    ):
        return []
    owned = {p for p in sentence.places("kind", "Plan") if sentence.between(p - 2, p) == "の"}
    if set(sentence.places("kind")) - owned or sentence.has("measure"):
        return []
    sentence.use([*(p for p, _ in mentioned), *owned])
    sentence.take("word", "tied", "why", "what", "then", "where", "both", "between")
    sentence.take("verb", "touch", "have", "responsible", *_TYING)
    sentence.take("yes")
    return [Reading("path", {"start": mentioned[0][1].spelling, "end": mentioned[1][1].spelling})]


_TYING = ("touch", "depend", "depended", "affect")


def _asks_whether_tied(sentence: Sentence) -> bool:
    """Return whether it asks if two things have to do with each other: AとBは関係がありますか."""
    last = sentence.places("verb", "touch")[-1:]
    behind = sentence.tokens[last[0] + 1 :] if last else []
    ends = bool(last) and all(token.role in {"filler", "part", "yes"} for token in behind)
    return ends and sentence.tokens[last[0]].text.startswith(("関係", "関連"))


def shares_between(sentence: Sentence) -> bool:
    """Return whether it is asked what two things have in common, not for a share of one."""
    places = sentence.places("measure", "share")
    verb = any(sentence.tokens[p].text.lower() == "share" for p in places)
    of = any(t.text.lower() == "of" for t in sentence.tokens)
    return sentence.english and verb and not of and len(mentions(sentence)) == 2


def compared(sentence: Sentence) -> list[Reading]:
    """収納課と保育課を比べて: two things side by side."""
    shares = shares_between(sentence)
    common_ground = _asks_common_ground(sentence)
    asks = sentence.has("word", "compare") or sentence.has("verb", "compare")
    if not (shares or common_ground or asks):
        return []
    if common_ground:
        sentence.take("word", "common")
    if shares:
        sentence.take("measure", "share")
    mentioned = [
        (p, m)
        for p, m in mentions(sentence)
        if m.kind in _COMPARABLE and (m.kind != "Plan" or m.exact)
    ]
    if len(mentioned) != 2 or len(mentions(sentence)) != 2:
        return []
    if len({m.kind == "Plan" for _, m in mentioned}) > 1:
        return []  # a plan beside a department: which of its facts?
    head, at = head_of(sentence)
    sentence.use([p for p, _ in mentioned])
    kind = head if at is not None and head in {"Plan", "Indicator", "Milestone"} else "Plan"
    if at is not None:
        sentence.use([at])
    sentence.take("word", "compare", "how_many", "what", "both", "why")
    sentence.take("verb", "compare", "touch", "responsible", "have")
    sentence.take("kind", "Plan", "Department")
    sentence.take("measure", "number_of")
    sentence.use(p for p in sentence.places("text") if sentence.tokens[p].text.lower() in BURDENS)
    sentence.take("yes")
    a, b = (m.spelling for _, m in mentioned)
    return [find(kind, None, compare=f"{a},{b}")]


_COMPARABLE = {"Department", "Goal", "Initiative", "Theme", "Plan"}


def _asks_common_ground(sentence: Sentence) -> bool:
    """Return whether it asks what two things have in common, of any kind: 二つの課の共通点."""
    places = sentence.places("word", "common")
    nouns = any(sentence.tokens[place].text.startswith(_COMMON_GROUND) for place in places)
    return bool(places) and (nouns or not (sentence.has("kind") or sentence.has("measure")))


_COMMON_GROUND = ("共通点", "共通項", "共通部分", "共通事項")


def common(sentence: Sentence) -> list[Reading]:
    """収納課と保育課に共通するテーマ: what two things share."""
    head, at = head_of(sentence)
    shares = shares_between(sentence) and head not in {"Plan", "Department"}
    if not shares and not sentence.has("word", "common"):
        return []
    if head == "Plan" and _asks_common_ground(sentence):
        return []
    if shares:
        sentence.take("measure", "share")
    groups = conditions.groups(sentence)
    if at is None or len(groups) != 1 or len(groups[0].mentions) < 2:
        return []
    sentence.use([at, *groups[0].places])
    sentence.take("word", "common", "what", "both", "all")
    sentence.take("verb", "touch", "have", "responsible")
    sentence.take("yes")
    name = conditions.FIELD_OF[groups[0].kind]
    if fold(name) not in words_of(head):
        return []
    held = [Comparison(name, "=", m.spelling) for m in groups[0].mentions]
    if sentence.take("word", "how_many"):
        return [find(head, both(*held), count=True)]
    return [find(head, both(*held))]
