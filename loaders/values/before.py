"""What the words before a number say (約, 累計, 年2回, 前年度比); the rest is its name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

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
    r"\d+(?:年間|[かヶカヵケ箇]年間?|か月間|年(?=で))の?で?$"
    r"|(?:計画)?期間(?:中|内)(?:に|で)$|^(?:計画)?期間(?:中|内)$"
)
_EACH_MEAN = re.compile(r"(?P<rhythm>1日|1[かヶ]月|[年月週]間?|日)(?:当たり|あたり|の)?平均$")
_YEARS_MEAN = re.compile(r"(?:年度|計画期間|期間)平均$")
_WITHIN = frozenset(["中", "内", "中に", "内に", "中で", "内で"])
_ASIDE = frozenset(["参考", "参考値", "再掲"])
"""Words before a value that say only how it stands there: （参考：全国48.1％）."""
_ANEW = frozenset(["新たに", "新規に", "更に", "さらに"])
_WHOLE = frozenset(["全", "全て"])
_RATIO = "対"
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

    num: Num
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
    before = Before(num, num.start, list(words))
    while before.label and _take(before):
        pass
    if before.label and before.label[0].text in _ASIDE:
        del before.label[0]
    if before.label and before.label[0].text.startswith(("うち", "内訳")):
        first = before.label[0]
        before.label[0] = first._replace(text=first.text[2:])
        before.label = [word for word in before.label if word.text]
        before.part = bool(before.label)
    return before


def _take(before: Before) -> bool:
    """Take from the last word what the first form that fits it says; False where none does."""
    return any(form(before, before.label[-1]) for form in _FORMS)


def _scope(before: Before, word: Word) -> bool:
    """県内 or 上位 before a rank: among whom, no name."""
    if before.num.unit != "位" or not _SCOPE.match(word.text):
        return False
    before.scope = True
    before.qualifier = before.qualifier or ("上位" if word.text.endswith("上位") else None)
    return _cut(before, 0)


def _little_word(before: Before, word: Word) -> bool:
    """新たに, n=, 全 and 対 name nothing of their own."""
    if word.text in _ANEW or _LETTER.fullmatch(word.text) or word.text in _WHOLE:
        return _cut(before, 0)
    return word.text == _RATIO and _cut(before, 0, belongs=False)


def _limit(before: Before, word: Word) -> bool:
    """上限 and 最低: a bound."""
    if word.text not in LIMITS:
        return False
    before.comparator = LIMITS[word.text]
    return _cut(before, 0)


def _role(before: Before, word: Word) -> bool:
    """目標 and 実績: what the number is."""
    role = ROLES.get(word.text)
    if not role or before.role is not None:
        return False
    before.role = role
    return _cut(before, 0)


def _unit_ahead(before: Before, word: Word) -> bool:
    """¥, （千円） or /年 before the number: its unit, or its rhythm."""
    said = word.text
    if said[-1] in _MONEY:
        before.money = _MONEY[said[-1]]
        return _cut(before, len(said) - 1)
    if len(said) > 1 and said[0] == "(":
        before.money = said[1:-1]
        return _cut(before, 0)
    if len(said) > 1 and said[0] == "/":
        before.rhythm = said[1:]
        return _cut(before, 0)
    return False


def _within_period(before: Before, word: Word) -> bool:
    """計画期間(R5~R9)中に50か所: over all of its years."""
    period = len(before.label) > 1 and before.label[-2].text.endswith("期間")
    if word.text not in _WITHIN or not period:
        return False
    before.cumulative = True
    return _cut(before, 0)


def _mean(before: Before, word: Word) -> bool:
    """期間平均, 1日当たり平均: a mean, and of what."""
    years = _YEARS_MEAN.search(word.text)
    each = None if years else _EACH_MEAN.search(word.text)
    match = years or each
    if match is None:
        return False
    before.qualifier = before.qualifier or "平均"
    if each is not None:
        before.rhythm = before.rhythm or each["rhythm"].removesuffix("間")[-1]
    return _cut(before, match.start())


def _duration(before: Before, word: Word) -> bool:
    """3年間で, 期間中に: a sum over years; 過去3年間の平均: the years of a mean."""
    of_mean = before.qualifier == "平均" or word.text.startswith(("過去", "直近"))
    if word.duration and (of_mean or before.cumulative):  # 過去3年平均, 5年累計
        return _cut(before, 0)
    match = _DURATION.search(word.text)
    if not match or not (word.duration or not match.start() or "期間" in match[0]):
        return False
    before.cumulative = not (before.num.unit or "").startswith("倍")  # 3年で2倍 is no sum
    return _cut(before, match.start())


def _yardstick(before: Before, word: Word) -> bool:
    """前年度比 and 基準値から: what a change is measured from."""
    match = _FROM.match(word.text)
    times = (before.num.unit or "").startswith("倍") and _COMPARED.fullmatch(word.text)
    if not match and not times:
        return False
    before.compared = word.start
    return _cut(before, 0)


def _cumulative(before: Before, word: Word) -> bool:
    """累計 and 延べ: a sum over years; 計 before a percentage is none."""
    match = _CUMULATIVE.search(word.text)
    if match is None:
        return False
    before.cumulative = before.num.unit != "%" or not match[0].endswith("計") or match[0] == "累計"
    return _cut(before, match.start())


def _qualifier(before: Before, word: Word) -> bool:
    """約, 平均, 見込み: how the value was come by."""
    match = _QUALIFIER.search(word.text)
    if match is None:
        return False
    if match[0] in _AVERAGES and not _AVERAGED.fullmatch(word.text, 0, match.start()):
        return False
    before.qualifier = before.qualifier or match[0].replace("平均値", "平均")
    return _cut(before, match.start())


def _rhythm(before: Before, word: Word) -> bool:
    """年, 毎月: how often; 日 only where it is the whole word."""
    match = _RHYTHM.search(word.text)
    if match is None or before.num.unit == "位" or _OF_ONE.search(word.text):
        return False
    if match[0] == "日" and match.start():
        return False
    before.rhythm = before.rhythm or RHYTHMS[match[0]]
    return _cut(before, match.start())


def _particle(before: Before, word: Word) -> bool:
    """を, は, うち between a name and its value; の before a percentage makes it a share."""
    match = None if _IN_KANA.fullmatch(word.text) else _PARTICLE.search(word.text)
    if match is None or word.end > before.num.start:
        return False
    before.share |= match[0] == "の" and before.num.unit == "%"
    return _cut(before, match.start(), belongs=False)


_Form: TypeAlias = Callable[[Before, Word], bool]
_FORMS: tuple[_Form, ...] = (
    _scope, _little_word, _limit, _role, _unit_ahead, _within_period, _mean, _duration,
    _yardstick, _cumulative, _qualifier, _rhythm, _particle,
)  # fmt: skip
"""What the end of the words may be, in the order in which it is tried."""


def _cut(before: Before, length: int, *, belongs: bool = True) -> bool:
    """Take the last word's end from the label; what belongs to the value begins it, too."""
    word = before.label.pop()
    if length:
        before.label.append(word._replace(text=word.text[:length]))
    if belongs:
        before.start = min(before.start, word.end - len(word.text) + length)
    return True
