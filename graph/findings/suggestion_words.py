"""What to do about a finding, in the words of a workbook instead of those of a corrections file."""

from __future__ import annotations

import re

_FACTS = {
    "marks": "○印",
    "departments": "所管課",
    "disclosed": "情報公開",
    "name": "名称",
    "title": "名称",
    "baseline": "現況値",
    "target": "目標値",
    "first_year": "初年度",
    "last_year": "最終年度",
}
_CHANGE = "「次のように直す」で"
_REPLACED = (
    (re.compile(r"confirm で"), "「原本のとおりでよい」で"),
    (re.compile(r"訂正ファイルの set departments で"), "訂正ファイルで所管課を"),
    (re.compile(r"add の depends_on で"), "訂正ファイルで"),
    (re.compile(r"(add か set|set や add|add|remove) で"), "訂正ファイルで"),
    (re.compile(r"set の text で"), _CHANGE),
    (re.compile(r"set の ([a-z_]+(?: または [a-z_]+)*) で"), rf"{_CHANGE}\1を"),
    (re.compile(r"set の "), _CHANGE),
    (re.compile(r"set で"), _CHANGE),
)
_FACT = re.compile(rf" ?\b({'|'.join(_FACTS)})\b ?", re.ASCII)


def planner_words(suggestion: str) -> str:
    """Return a Japanese suggestion without the English words of a corrections file.

    >>> planner_words("定性目標でよければ confirm で確定できます。")
    '定性目標でよければ「原本のとおりでよい」で確定できます。'
    >>> planner_words("誤りであれば set の name で直してください。")
    '誤りであれば「次のように直す」で名称を直してください。'
    """
    for pattern, words in _REPLACED:
        suggestion = pattern.sub(words, suggestion)
    suggestion = _FACT.sub(lambda match: _FACTS[match[1]], suggestion)
    return re.sub(r"(?<=[ぁ-ん、。]) (?=「)|(?<=[ぁ-ん]) (?=訂正)", "", suggestion)
