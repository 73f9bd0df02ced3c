"""Words for years that depend on the day or on the plan: 今年度, 最終年度 (相対的な年度)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

WORDS = re.compile(
    r"一昨年度|おととし|昨年度|前年度|去年度?|昨年|今年度|本年度|当年度|現年度(?!の?[\u3400-\u9fff]{1,4}[率額])|今年|来年度|次年度|翌年度|来年|"
    r"再来年度?|初年度|最終年度|計画期間の(?:最終年度|最後|終わり)|計画の最終年度|最後の年度?|第?\d{1,2}年目|(?<!\d)\d{1,2}年度|"
    r"(?:this|next|last) (?:fiscal )?year|(?:the )?(?:final|first) year"
)
"""現年度の収納率 is that of the taxes of each year, not of this one."""


_SPOKEN = {
    "今年": "今年度",
    "来年": "来年度",
    "再来年": "再来年度",
    "昨年": "昨年度",
    "去年": "昨年度",
    "去年度": "昨年度",
    "おととし": "一昨年度",
    "最後の年": "最後の年度",
    "計画期間の最終年度": "最終年度",
    "計画期間の最後": "最終年度",
    "計画期間の終わり": "最終年度",
    "計画の最終年度": "最終年度",
}
"""Words for relative years; here they always mean fiscal years."""


def relative(lookup: Callable[[str], Any], folded: str, at: int) -> tuple[str, int | None]:
    """Return the word for a year at a place, and the year; None without such a word."""
    match = WORDS.match(folded, at)
    if match is None:
        return "", None
    from keikaku.graph.typed_years import typed_year

    word = match[0].replace("fiscal ", "").replace("the ", "")
    word = _SPOKEN.get(word, word)
    return match[0], typed_year(word, period(lookup))


def period(lookup: Callable[[str], Any]) -> tuple[int | None, int | None]:
    """Return the first and the last year of the one document, or of all together."""
    graph = lookup("PlanDocument")
    facts = [f for _, f in graph.nodes(data=True) if f["kind"] == "PlanDocument"]
    firsts = [f["first_year"] for f in facts if f.get("first_year")]
    lasts = [f["last_year"] for f in facts if f.get("last_year")]
    return min(firsts, default=None), max(lasts, default=None)
