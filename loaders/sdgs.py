"""Goals and targets of the Sustainable Development Goals (SDGs), as plans print them."""

from __future__ import annotations

import re

from keikaku.loaders.text import CIRCLED, normal

# Goal → how many targets have a number, and the last of those that have a letter (United Nations,
# A/RES/70/1).
_TARGETS = {
    1: (5, "b"),
    2: (5, "c"),
    3: (9, "d"),
    4: (7, "c"),
    5: (6, "c"),
    6: (6, "b"),
    7: (3, "b"),
    8: (10, "b"),
    9: (5, "c"),
    10: (7, "c"),
    11: (7, "c"),
    12: (8, "c"),
    13: (3, "b"),
    14: (7, "c"),
    15: (9, "c"),
    16: (10, "b"),
    17: (19, ""),
}
_PARTS = re.compile(r"[、,，;；/・\n\s]+")
_LEAD = r"(?:SDGs?|目標|ゴール|ターゲット|goals?|targets?|no\.?)"
_ONE = re.compile(
    rf"(?:{_LEAD}[:\s]*)*(?P<goal>\d{{1,2}})(?:[.\-](?P<target>\d{{1,2}}|[a-d]))?(?P<title>\D*)",
    re.IGNORECASE,
)
_LEAD_ALONE = re.compile(rf"{_LEAD}:?", re.IGNORECASE)

_NAMES = (
    "貧困", "飢餓", "健康と福祉", "教育をみんなに", "ジェンダー", "水とトイレ",
    "エネルギー", "働きがい", "産業と技術革新", "不平等", "住み続けられる", "つくる責任",
    "気候変動", "海の豊かさ", "陸の豊かさ", "平和と公正", "パートナーシップ",
)  # fmt: skip
"""The words by which the goals' Japanese names are known, from 1 to 17."""
_LONGEST_NAME = 24
_ICON = re.compile(r"(?:SDGs?|持続可能な開発)\D{0,12}?(?P<goal>\d{1,2})(?!\d)", re.IGNORECASE)
_NUMBERED_NAME = re.compile(r"\D{0,6}(?P<goal>\d{1,2})\D+")


def sdg_codes(text: str) -> tuple[list[str], list[str]]:
    """Read the codes of a text, each once and in order, and what is no goal or target.

    >>> sdg_codes("目標11、11.b、16.10")
    (['11', '11.b', '16.10'], [])
    >>> sdg_codes("11.9")
    ([], ['11.9'])
    """
    plain = "".join(f" {CIRCLED[c]} " if c in CIRCLED else c for c in normal(text))
    codes: list[str] = []
    unread: list[str] = []
    for part in _PARTS.split(plain):
        if not part or _LEAD_ALONE.fullmatch(part):
            continue
        code = _code(part)
        if code is not None:
            codes.append(code)
        elif codes and not any(letter.isdigit() for letter in part):
            continue  # the title of a goal goes on
        else:
            unread.append(part)
    return list(dict.fromkeys(codes)), unread


def is_ambiguous(number: float) -> bool:
    """Return whether a spreadsheet's number may have lost its last zero: 16.10 is kept as 16.1.

    >>> is_ambiguous(16.1), is_ambiguous(11.1), is_ambiguous(16)
    (True, False, False)
    """
    goal, _, target = str(number).partition(".")
    return target == "1" and _TARGETS.get(int(goal), (0, ""))[0] >= 10


def _code(part: str) -> str | None:
    match = _ONE.fullmatch(part)
    if match is None:
        return None
    goal, target = int(match["goal"]), match["target"]
    if goal not in _TARGETS:
        return None
    numbered, last = _TARGETS[goal]
    if target is None:
        return str(goal)
    target = target.lower()
    there = int(target) in range(1, numbered + 1) if target.isdigit() else target <= last
    return f"{goal}.{int(target) if target.isdigit() else target}" if there else None


def goals_named(text: str) -> list[str]:
    """Return the goals that a text names without their numbers, as it orders them."""
    flat = "".join(text.split())
    at = {str(goal): flat.find(name) for goal, name in enumerate(_NAMES, start=1)}
    return sorted((goal for goal, place in at.items() if place >= 0), key=lambda goal: at[goal])


def icon_goal(words: str) -> str:
    """Return the goal that a picture's alternative text or file name states, "" for any other.

    >>> icon_goal("9 産業と技術革新"), icon_goal("sdg_icon_03_ja.png"), icon_goal("市章")
    ('9', '3', '')
    """
    flat = "".join(normal(words).split())
    goals = goals_named(flat)
    match = _ICON.search(flat) or (_NUMBERED_NAME.fullmatch(flat) if goals else None)
    if match is not None and 0 < int(match["goal"]) <= len(_NAMES):
        return str(int(match["goal"]))
    return goals[0] if len(goals) == 1 and len(flat) <= _LONGEST_NAME else ""
