"""The words of the family: section labels, column names, list marks. The one place for them.

Labels and the words that mean the same are data (``labels.yaml``). All are compared after NFKC and
without spaces, so ``5 レス`` and ``５レス`` are one.
"""

from __future__ import annotations

import re
from pathlib import Path

from keikaku.loaders.strict_yaml import package_data

LABELS: dict[str, list[str]] = package_data(Path(__file__).with_name("labels.yaml"))
"""What each label is printed as: the standard word, then the others."""


def any_of(words: list[str]) -> str:
    """Return a pattern for any of some words, the longest first; spaces may stand in them."""
    longest = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(r"\s*".join(map(re.escape, word)) for word in longest) + ")"


def _group(words: list[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the heading lines of a group: of the standard word, and of others with a number."""
    standard, *others = words
    title = r"\s*[:.]?\s*(?P<title>\S.*)?$"
    return (
        re.compile(rf"^{re.escape(standard)}\s*(?P<number>\d{{1,2}})?{title}"),
        re.compile(rf"^{any_of(others)}\s*(?P<number>\d{{1,2}})(?![\d年月日件人%])(?=\D){title}"),
    )


GOAL_WORD, *_ = LABELS["goal"]
INITIATIVE_WORD, *_ = LABELS["initiative"]
GOALS = _group(LABELS["goal"])
INITIATIVES = _group(LABELS["initiative"])
PLAN_NAME, *OTHER_PLAN_NAMES = LABELS["plan"]
DEPARTMENTS, *OTHER_DEPARTMENTS = LABELS["department"]
OVERVIEW, *_ = LABELS["overview"]
OVERVIEWS = frozenset(LABELS["overview"])
OVERVIEW_LABEL = re.compile(rf"{any_of(LABELS['overview'])}(?=[\s:]|$)[\s:]*")
VISION = re.compile(rf"^{any_of(LABELS['vision'])}(?:\(目標\))?")
VISION_LABEL = re.compile(rf"{any_of(LABELS['vision'])}\s*\(目標\)(?=[\s:])")
VISION_STARTS = tuple({word[0] for word in LABELS["vision"]})
FIVE = "5レス"
MARKS: dict[str, str] = {
    "カウンター": "カウンターレス",
    "キャッシュ": "キャッシュレス",
    "ペーパー": "ペーパーレス",
    "ファイル": "ファイルレス",
    "ムーブ": "ムーブレス",
}
"""Column word of the mark row → theme."""

NO_MARK = frozenset({"-", "―", "—", "ー", "×", "なし", "無"})
OTHER_SIGNS = frozenset({"レ", "有", "あり", "O", "o", "0"})
"""Signs in the mark row that say no, and signs that stand for a ○."""

DISCLOSURE = "情報公開"
WEBSITE = "市ウェブサイト"
WEBSITE_WORD = re.compile(
    r"(?:本?[市町村区県都府道])?(?:公式)?(?:ウェブサイト|webサイト|ホームページ|hp)"
)
OTHER = "その他"
PAGES = "市ウェブページ"
PAGES_WORD = re.compile(r"(?:本?[市町村区県都府道])?(?:公式)?(?:ウェブページ|webページ|掲載ページ)")
"""How the two columns are headed: 市ウェブサイト, 町ホームページ, … (folded)."""
ACTIONS, *_ = LABELS["actions"]
SCHEDULE, *_ = LABELS["schedule"]
ACTION_LABELS = frozenset(LABELS["actions"])
SCHEDULE_LABELS = frozenset(LABELS["schedule"])
_SUMMED = r"(?: ?[(\[](?:\d+年間の?)?累[計積]額?[)\]])?"
TARGET = re.compile(rf"^(?P<as_of>.*?)(?:まで)?の?(?:累[計積]の?)?目標値?{_SUMMED}$")
TARGET_HEAD = re.compile(rf"目標値?{_SUMMED}$")
SDGS = re.compile(r"^SDG[sS]?(?:ターゲット|目標)?$")
_GOAL = r"(?:(?:目標|ゴール)\s?)?+\d{1,2}"
# A line of bare numbers alone is no list of goals: one of them has a target or its word.
SDG_CODES = re.compile(
    rf"^(?=.*(?:\d\.[\da-z]|(?:目標|ゴール)\s?\d))(?:{_GOAL}(?:\.(?:\d{{1,2}}|[a-z]))?\s*+(?:[/、,・]\s*+)?)++$"
)
FIGURES = re.compile(r"^(?P<sum>合計|計|小計)\s*(?P<count>\d+)\s*(?:計画|事業|件)$")
BASELINE = re.compile(
    r"[(<【\[]\s*(?P<as_of>[^()<>【】\[\]]{0,30}?)の?現(?:況|状)値?"
    r"(?P<inside>\s*:?\s*[約\d][^()<>【】\[\]]{0,20})?\s*[)>】\]]"
    r"|(?:[<【\[]\s*)?現(?:況|状)値\s*\((?P<dated>[^()]{0,20})\)(?:\s*[>】\]])?"
)
AS_OF_TAIL = re.compile(r"(?:時点)?(?:で|に)?(?:の|における)?$")
HIERARCHY = "体系図"
APPENDIX = re.compile(
    r"(?:用語(?:解説|集|の解説|の説明|説明)|資料編|参考資料|巻末資料|付属資料|奥付)"
)
"""What may follow the last page of a plan; it is not read."""

DEPARTMENT_ENDS = (*"課室局部所館署院会園校係", "センター", "担当", "チーム")
"""How a department's name ends; ・ and spaces part names only after such an end."""
