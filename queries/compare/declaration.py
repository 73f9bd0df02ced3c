"""The declaration of ``compare``, which is asked of two documents."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import Parameter, Question

QUESTION = Question(
    "compare",
    Text(
        "二つの計画書（新旧の版、別の市など）を比べ、計画ごとに何が変わったかを示します。",
        "Compare two documents (two editions, two cities): what became of each plan.",
    ),
    (
        Parameter(
            "old",
            Text("旧計画書", "older document"),
            Text("古いほうの計画書（複数を収めた場合）", "the older document"),
            Text("計画書", "ID"),
            kind="PlanDocument",
        ),
        Parameter(
            "new",
            Text("新計画書", "newer document"),
            Text("新しいほうの計画書（複数を収めた場合）", "the newer document"),
            Text("計画書", "ID"),
            kind="PlanDocument",
        ),
    ),
    ("PlanChange",),
    {"totals": "Comparison"},
    inputs=(
        Parameter(
            "earlier",
            Text("古いほうのグラフ", "earlier graph"),
            Text(
                "古いほうのグラフのファイル、または Neo4j（bolt://…）。"
                "両方の計画書を収めたファイルも可",
                "graph file of the older one, or Neo4j (bolt://…), or one that holds both",
            ),
            Text("旧", "OLD"),
            type="graph",
            positional=True,
            required=True,
        ),
        Parameter(
            "later",
            Text("新しいほうのグラフ", "later graph"),
            Text(
                "新しいほうのグラフのファイル、または Neo4j",
                "graph file of the newer one, or Neo4j",
            ),
            Text("新", "NEW"),
            type="graph",
            positional=True,
        ),
    ),
)
