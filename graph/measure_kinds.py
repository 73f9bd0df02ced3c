"""The kinds of node that say what a plan aims at, costs, achieves and is judged to have achieved.

Amounts of money are whole yen.
"""

from __future__ import annotations

from keikaku.graph.declaration import Fact, Kind

_FISCAL_YEAR = Fact("fiscal_year", "integer", "western fiscal year", "年度", required=True)

MEASURE_KINDS: tuple[Kind, ...] = (
    Kind(
        "Indicator",
        "a target with its baseline; either may be missing",
        "指標",
        (
            Fact(
                "name",
                "text",
                "name, or the words of a target without a number",
                "指標名",
                required=True,
            ),
            Fact(
                "measurable",
                "boolean",
                "false for a target without a number",
                "定量",
                required=True,
            ),
            Fact("target", "measure", "value to be reached", "目標値"),
            Fact("baseline", "measure", "value at the start", "現況値"),
            Fact("values", "values", "values by fiscal year", "年度別の値"),
            Fact(
                "direction",
                "text",
                "better direction",
                "望ましい方向",
                choices=("increase", "decrease", "maintain"),
            ),
            Fact(
                "role",
                "text",
                "what it measures: activity, result, people served",
                "指標の種類",
                choices=("activity", "output", "outcome", "scale", "effect"),
            ),
            Fact("cumulative", "boolean", "true where its values add up over the years", "累計"),
            Fact("relative", "text", "words that set its target by another value", "相対目標"),
            Fact("definition", "text", "how it is computed", "算出方法"),
            Fact("source", "text", "where its values come from", "出典"),
        ),
    ),
    Kind(
        "Budget",
        "what a plan costs or saves in one fiscal year",
        "予算・決算",
        (
            _FISCAL_YEAR,
            Fact(
                "stage",
                "text",
                "planned, budgeted, spent, requested, or the effect that is aimed at",
                "段階",
                required=True,
                choices=("plan", "budget", "actual", "request", "effect"),
            ),
            Fact("total", "integer", "all of it, in yen", "事業費計"),
            Fact("national", "integer", "paid by the state, in yen", "国庫支出金"),
            Fact("prefectural", "integer", "paid by the prefecture, in yen", "都道府県支出金"),
            Fact("bond", "integer", "borrowed, in yen", "地方債"),
            Fact("other", "integer", "from other sources, in yen", "その他特定財源"),
            Fact("general", "integer", "from general revenue, in yen", "一般財源"),
            Fact("persons", "number", "people at work on it", "従事人数"),
            Fact("hours", "number", "hours of work", "延べ業務時間"),
            Fact("personnel_cost", "integer", "cost of the work, in yen", "人件費"),
            Fact(
                "achieved",
                "integer",
                "what the effect came to, in yen, beside the total that is aimed at",
                "効果の実績額",
            ),
        ),
    ),
    Kind(
        "Evaluation",
        "how a plan was judged in one fiscal year",
        "評価",
        (
            _FISCAL_YEAR,
            Fact(
                "by",
                "text",
                "who judged: the department itself, its head, somebody outside",
                "評価者",
                choices=("department", "head", "outside"),
            ),
            Fact("grade", "text", "grade as printed", "評価結果"),
            Fact("legend", "text", "meaning of the grade, by the document", "評価の凡例"),
            Fact("direction_text", "text", "future direction as printed", "今後の方向性"),
            Fact(
                "direction",
                "text",
                "future direction",
                "方向性",
                choices=("expand", "continue", "improve", "shrink", "merge", "end", "done"),
            ),
            Fact("criteria", "texts", "criteria, each with its result", "評価の観点"),
            Fact("comment", "text", "what was said about it", "評価の所見", prose=True),
        ),
    ),
    Kind(
        "LogicStep",
        "a step of the logic model: input, activity, result, purpose",
        "ロジックモデルの段階",
        (
            Fact(
                "stage",
                "text",
                "place in the chain",
                "段階",
                required=True,
                choices=(
                    "input",
                    "activity",
                    "output",
                    "outcome",
                    "short_outcome",
                    "middle_outcome",
                    "long_outcome",
                    "impact",
                ),
            ),
            Fact("text", "text", "words of the step", "内容", required=True),
        ),
    ),
)
