"""The declaration of ``relate``, which is asked of two graphs."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import PLAN, Parameter, Question

QUESTION = Question(
    "relate",
    Text(
        "計画と、別のグラフの事業（国の行政事業レビューなど）との関係を、理由とともに示します。",
        "Show what plans have to do with the projects of another graph, each with why.",
    ),
    (
        PLAN,
        Parameter(
            "project",
            Text("事業", "project"),
            Text("この事業に関係する実施計画を示す（逆引き）", "which plans lean on this project"),
            Text("事業番号", "PROJECT"),
            kind="Plan",
        ),
        Parameter(
            "top",
            Text("上位", "top"),
            Text("それぞれ何件まで示すか", "how many to show for each"),
            Text("件数", "N"),
            type="number",
        ),
    ),
    ("RelateRow",),
    inputs=(
        Parameter(
            "graph",
            Text("グラフ", "graph"),
            Text("市の計画のグラフ", "graph of a city's plan"),
            Text("ファイル", "FILE"),
            type="graph",
            positional=True,
            required=True,
        ),
        Parameter(
            "others",
            Text("事業のグラフ", "graph of projects"),
            Text("事業を収めたグラフ（必須）", "graph that holds the projects"),
            Text("ファイル", "FILE"),
            type="graph",
            option="to",
            required=True,
        ),
    ),
)
