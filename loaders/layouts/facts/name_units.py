"""The unit of an indicator in the brackets behind its name: 利用率（％）."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.text import normal
from keikaku.loaders.values.units import is_unit

_IN_BRACKETS = re.compile(
    r"(?P<name>.+)(?:\((?P<unit>[^()]{1,10})\)|[\[〔【](?P<other>[^\[\]〔〕【】]{1,10})[\]〕】])",
    re.DOTALL,
)
_SCALE = re.compile(r"^(?:千|万|百万|億)(?=.)")
_EACH_TIME = re.compile(r"^(?:延べ?|のべ)")
"""What counts a person each time that they come: 延べ人."""
_TIMES = {"年", "年度", "月", "週", "日"}
"""Units that rather tell the rhythm of an indicator, where its unit stands elsewhere."""
_OFTEN = {"年間", "月間", "週間", "日平均", "月平均", "年平均", "通年", "1年間", "1か月", "1日"}
"""What rather tells how an indicator is counted than its unit: 削減時間（年間）."""
_RHYTHM = re.compile(r"[/／](?:年度?|月|日|週|回|人|件|世帯|校|か所)$")
_WHO = frozenset(
    "市 町 村 区 県 市町村 市町 町村 児童 生徒 学生 職員 委員 会員 医師 教員 教諭 "
    "地域 地区 学校 局 部".split()
)
"""Words that count things behind a number, but in brackets say whom a name is about."""


def name_and_unit(
    name: str, stated: str | None, *, inside: bool, units: AbstractSet[str]
) -> tuple[str, str | None]:
    """Return an indicator's name, and its unit: that in brackets behind the name, else ``stated``.

    ``inside``: the head says that one stands there; ``units``: those that the values print.

    >>> name_and_unit("利用率［％］", None, inside=False, units=set())
    ('利用率', '%')
    >>> name_and_unit("時間外勤務（月）", "時間", inside=False, units=set())
    ('時間外勤務（月）', '時間')
    """
    match = _IN_BRACKETS.fullmatch(normal(name))
    if match is None:
        return name, stated
    printed = match["unit"] or match["other"]
    word = printed.removeprefix("単位:").removeprefix("単位：").strip()
    if (word in _TIMES and stated) or word in _OFTEN:
        return name, stated
    bare = _SCALE.sub("", _EACH_TIME.sub("", _RHYTHM.sub("", word)))
    known = label(f"x({word})").unit or (
        is_unit(bare) and (len(bare) <= 3 or bare.isascii()) and word not in _WHO
    )
    counted = re.sub(r"\s", "", match["name"]).endswith(f"{word}数")  # 処理区数（処理区）
    if inside or word != printed or ((known or counted) and (not units or word in units)):
        return match["name"].strip(), word
    return name, stated
