"""The declaration of ``find``."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DOCUMENT, Parameter, Question

QUESTION = Question(
    "find",
    Text(
        "条件に当てはまるものを、種類を問わず探し、並べ、数え、比べます。",
        "Find, sort, count and compare anything by a condition.",
    ),
    (
        Parameter(
            "kind",
            Text("種類", "kind"),
            Text(
                "種類（計画、所管課、指標、テーマ、法令、行動計画など。既定: 計画）",
                "kind (plans, departments, indicators, themes …; default: plans)",
            ),
            Text("種類", "KIND"),
            positional=True,
        ),
        Parameter(
            "where",
            Text("条件", "where"),
            Text(
                "条件式（テーマ=DX and not 所管課=収納課、目標値>=90 and 単位=%）",
                "condition (テーマ=DX and not 所管課=収納課)",
            ),
            Text("条件式", "CONDITION"),
        ),
        Parameter(
            "among",
            Text("母数", "among"),
            Text("数える範囲を決める条件式（割合の母数）", "condition for what is counted at all"),
            Text("条件式", "CONDITION"),
        ),
        Parameter(
            "sort",
            Text("並べ替え", "sort"),
            Text("並べる項目（- を付けると大きい順）", "field to sort by; - before it: descending"),
            Text("項目", "FIELD"),
        ),
        Parameter(
            "top",
            Text("上位", "top"),
            Text("上位いくつまで示すか（同じ値は含める）", "how many to show, ties included"),
            Text("件数", "N"),
            "number",
        ),
        Parameter(
            "place",
            Text("順位", "place"),
            Text(
                "この順位のものだけを示す（2 なら2番目。同じ値は一つの順位）",
                "only what stands at this place (2: the second; ties share one)",
            ),
            Text("順位", "N"),
            "number",
        ),
        Parameter(
            "by",
            Text("区分", "by"),
            Text("この項目ごとに数える", "count for each value of this field"),
            Text("項目", "FIELD"),
        ),
        Parameter(
            "of",
            Text("集計する項目", "of"),
            Text("合計・平均・中央値を求める項目", "field of which to give sum, mean and median"),
            Text("項目", "FIELD"),
        ),
        Parameter(
            "fields",
            Text("表示する項目", "fields"),
            Text("ほかに示す項目（読点区切り）", "more fields to show, comma between"),
            Text("項目", "FIELDS"),
        ),
        Parameter(
            "compare",
            Text("比較", "compare"),
            Text("比べる2つ（所管課、目標、テーマなど）", "two things to set side by side"),
            Text("A B", "A B"),
            pair=True,
        ),
        Parameter(
            "count", Text("件数だけ", "count"), Text("件数だけを示す", "count only"), type="flag"
        ),
        Parameter(
            "share",
            Text("割合だけ", "share"),
            Text(
                "割合だけを、分子と分母とともに示す（--by と併せると、区分ごとの割合）",
                "share only, with both numbers; with --by, of all in each group",
            ),
            type="flag",
        ),
        DOCUMENT,
    ),
    ("FindRow", "GroupRow", "CompareRow"),
    {"unknown": "FindRow", "totals": "FindTotals"},
)
