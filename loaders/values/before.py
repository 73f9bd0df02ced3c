"""What the words before a number say (約, 累計, 年2回, 前年度比); the rest is its name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from keikaku.loaders.values.amounts import Num
from keikaku.loaders.values.model import Role, Sign
from keikaku.loaders.values.scanner import Word
from keikaku.loaders.values.words import (
    CUMULATIVE,
    LIMITS,
    QUALIFIERS_BEFORE,
    RHYTHMS,
    ROLES,
    SCOPES,
    YARDSTICK,
    one_of,
)

_CUMULATIVE = re.compile(rf"(?<![設統推会家集])(?:{one_of(CUMULATIVE)})$")
_QUALIFIER = re.compile(rf"(?<![予契成条制節規公協解要集特誓])(?:{one_of(QUALIFIERS_BEFORE)})$")
_AVERAGES = {
    "平均",
    "平均値",
    "年平均",
    "月平均",
    "期間平均",
    "推計",
    "推定",
    "見込",
    "見込み",
    "暫定",
    "速報",
    "概算",
    "上位",
}
_AVERAGED = re.compile(r"の?|.*で|.*[額数値]")
"""What can stand before such a word: 5段階評価で平均, 効果額見込."""
_RHYTHM = re.compile(
    rf"(?<![少現過近例前周成青通当同翌本今昨半数正歴学先])(?:{one_of(list(RHYTHMS))})$"
)
_DURATION = re.compile(
    r"\d+(?:年間|[かヶカヵケ箇]年間?|か月間)の?で?$|(?:計画)?期間(?:中|内)(?:に|で)$"
)
_EACH_MEAN = re.compile(r"(?P<rhythm>1日|1[かヶ]月|[年月週]間?|日)(?:当たり|あたり|の)?平均$")
_YEARS_MEAN = re.compile(r"(?:年度|計画期間|期間)平均$")
_WITHIN = frozenset(["中", "内", "中に", "内に", "中で", "内で"])
_ASIDE = frozenset(["参考", "参考値", "再掲"])
"""Words before a value that say only how it stands there: （参考：全国48.1％）."""
_ANEW = frozenset(["新たに", "新規に", "更に", "さらに"])
_MONEY = {"¥": "円", "$": "ドル"}
_COMPARED = re.compile(rf"(?:{YARDSTICK.pattern})(?:の|から|比の?|より|に対し)")
_OF_ONE = re.compile(r"人1日(?:当たり|あたり)?$")
_LETTER = re.compile(r"[A-Za-z]=")
_PARTICLE = re.compile(r"(?:[をがはにのでも:、,・=×]|うち|から|まで|までに|内訳|各)$")
_IN_KANA = re.compile(r"(?!うち|これ|それ|あわせ|まで|から)[ぁ-ゖ]{2,4}")  # もも is a name
_FROM = re.compile(
    r"(?:対?(?:前年度?|前回|現状(?:値)?|基準(?:年度?|値)?|当初|昨年度?|過去))(?:比|から|より|に対し(?:て)?)?の?$"
)
_ROLE = re.compile(rf"(?:{one_of(list(ROLES))})$")
_SCOPE = re.compile(rf"^(?:{one_of(SCOPES)})?(?:第|の|上位|で)*$")


@dataclass(slots=True)
class Before:
    """What was understood of the words before a number; ``label`` is what is left of them."""

    start: int
    label: list[Word] = field(default_factory=list)
    qualifier: str | None = None
    cumulative: bool = False
    rhythm: str = ""
    money: str | None = None
    role: Role | None = None
    relative: str | None = None
    compared: int | None = None
    scope: bool = False
    part: bool = False
    share: bool = False
    comparator: Sign | None = None

    def unit(self, unit: str | None) -> str | None:
        """Give the number's unit with the rhythm that stands before it."""
        unit = unit or self.money
        if not self.rhythm or "/" in (unit or "") or unit in {"%", "位"}:
            return unit
        return f"{unit or ''}/{self.rhythm}"


def before_number(words: list[Word], num: Num) -> Before:
    """Take from the words' end what belongs to the number."""
    before = Before(num.start, list(words))
    while before.label and _take(before, num):
        pass
    if before.label and before.label[0].text in _ASIDE:
        del before.label[0]
    if before.label and before.label[0].text.startswith(("うち", "内訳")):
        first = before.label[0]
        before.label[0] = first._replace(text=first.text[2:])
        before.label = [word for word in before.label if word.text]
        before.part = bool(before.label)
    return before


def _take(before: Before, num: Num) -> bool:  # noqa: C901, PLR0911, PLR0912 - one for each form
    word = before.label[-1]
    said = word.text
    if num.unit == "位" and _SCOPE.match(said):
        before.scope = True
        before.qualifier = before.qualifier or ("上位" if said.endswith("上位") else None)
        return _cut(before, 0)
    if said in _ANEW:
        return _cut(before, 0)
    if said in LIMITS:
        before.comparator = LIMITS[said]
        return _cut(before, 0)
    role = ROLES.get(said)
    if role and before.role is None:
        before.role = role
        return _cut(before, 0)
    if said[-1] in _MONEY:
        before.money = _MONEY[said[-1]]
        return _cut(before, len(said) - 1)
    if said[0] == "(" and len(said) > 1:
        before.money = said[1:-1]
        return _cut(before, 0)
    if said[0] == "/" and len(said) > 1:
        before.rhythm = said[1:]
        return _cut(before, 0)
    if _LETTER.fullmatch(said):
        return _cut(before, 0)
    if said in {"全", "全て", "対"}:
        return _cut(before, 0, belongs=said != "対")
    if said in _WITHIN and len(before.label) > 1 and before.label[-2].text.endswith("期間"):
        before.cumulative = True  # 計画期間(R5~R9)中に50か所
        return _cut(before, 0)
    mean = _YEARS_MEAN.search(said)
    if mean:
        before.qualifier = before.qualifier or "平均"
        return _cut(before, mean.start())
    match = _EACH_MEAN.search(said)
    if match:
        before.qualifier = before.qualifier or "平均"
        before.rhythm = before.rhythm or match["rhythm"].removesuffix("間")[-1]
        return _cut(before, match.start())
    if word.duration and (before.qualifier == "平均" or said.startswith(("過去", "直近"))):
        return _cut(before, 0)
    match = _DURATION.search(said)
    if match and (word.duration or not match.start() or "期間" in match[0]):
        before.cumulative = True
        return _cut(before, match.start())
    match = _FROM.search(said)
    if match and not match.start():
        before.compared = word.start
        return _cut(before, 0)
    match = _CUMULATIVE.search(said)
    if match:
        before.cumulative = num.unit != "%" or not match[0].endswith("計") or match[0] == "累計"
        return _cut(before, match.start())
    match = _QUALIFIER.search(said)
    if match and (match[0] not in _AVERAGES or _AVERAGED.fullmatch(said, 0, match.start())):
        before.qualifier = before.qualifier or match[0].replace("平均値", "平均")
        return _cut(before, match.start())
    if num.unit and num.unit.startswith("倍") and _COMPARED.fullmatch(said):
        before.compared = word.start
        return _cut(before, 0)
    match = _RHYTHM.search(said)
    if (
        match
        and num.unit != "位"
        and not _OF_ONE.search(said)
        and (match[0] != "日" or not match.start())
    ):
        before.rhythm = before.rhythm or RHYTHMS[match[0]]
        return _cut(before, match.start())
    match = None if _IN_KANA.fullmatch(said) else _PARTICLE.search(said)
    if match and word.end <= num.start and match.end() == len(said):
        before.share |= match[0] == "の" and num.unit == "%"
        return _cut(before, match.start(), belongs=False)
    return False


def _cut(before: Before, length: int, *, belongs: bool = True) -> bool:
    """Take the last word's end from the label; what belongs to the value begins it, too."""
    word = before.label.pop()
    if length:
        before.label.append(word._replace(text=word.text[:length]))
    if belongs:
        before.start = min(before.start, word.end - len(word.text) + length)
    return True
