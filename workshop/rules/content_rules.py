"""Rules about what a plan does: actions, years, themes, guidelines (取組・年度・テーマ・根拠)."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.graph.language import Text
from keikaku.graph.years import years_in
from keikaku.queries.plan.answer import PlanWhole
from keikaku.workshop.rules.rule import Case, Rule, RuleHit

_LOGIC_MODEL = "W. K. Kellogg Foundation, Logic Model Development Guide (2004)"


def _no_actions(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    if not plan.actions and case.prints.actions:
        yield RuleHit({}, plan.evidence)


def _idle_years(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    """Yield years in which no action is stated to run.

    Years in which an action may continue do not count: the source leaves them open.
    """
    if not plan.actions:
        return
    running = {year for action in plan.actions for year in action.years}
    idle = [year for year in case.period if year not in running]
    if idle:
        yield RuleHit({"years": "、".join(map(str, idle))}, plan.actions[0].evidence)


def _marked_only(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    marked = [theme for theme in plan.themes if theme.basis == ["mark"]]
    if marked:
        names = "、".join(f"「{theme.name}」" for theme in marked)
        yield RuleHit({"themes": names}, marked[0].evidence)


def _unknown_marks(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    if plan.unknown_marks:
        names = "、".join(f"「{name}」" for name in plan.unknown_marks)
        yield RuleHit({"themes": names}, plan.evidence)


def _ended_guideline(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    """Yield guidelines whose name states a period that ends within the plan's own."""
    for guideline in plan.guidelines:
        years = [year for year, _ in years_in(guideline.name)]
        if len(years) > 1 and case.period and max(years) <= case.period[-1]:
            yield RuleHit({"name": guideline.name, "year": max(years)}, guideline.evidence)


RULES = (
    Rule(
        "no_actions",
        Text("取組内容の記載がない", "no actions"),
        Text("この計画には、取組内容の記載がありません。", "The plan names no action."),
        Text(
            "目標に向けて、どの年度に何をしますか。",
            "What is done towards the target, and when?",
        ),
        _LOGIC_MODEL,
        of_plan=_no_actions,
    ),
    Rule(
        "idle_years",
        Text("動きのない年度", "years without action"),
        Text(
            "{years}年度には、行動計画に予定がありません。",
            "Nothing is planned to run in {years}.",
        ),
        Text(
            "その年度には、計画書に書かれていない取組がありますか。次期計画に続けますか。",
            "Is there work in these years that the plan does not name? Does it go on in the next "
            "edition?",
        ),
        _LOGIC_MODEL,
        of_plan=_idle_years,
    ),
    Rule(
        "theme_only_marked",
        Text("印だけのテーマ", "themes only marked"),
        Text(
            "{themes}は○印がありますが、本文にその語（同義語を含む）が出てきません。",
            "{themes}: marked, but the text has no word of it.",
        ),
        Text(
            "○印は、どの取組のことを指していますか。取組内容か指標に書き加えますか。",
            "Which work does the mark stand for? Should an action or an indicator say so?",
        ),
        "keikaku: the two bases of TOUCHES (mark, text) held against each other",
        of_plan=_marked_only,
    ),
    Rule(
        "unknown_marks",
        Text("印の有無が分からないテーマ", "marks that are unclear"),
        Text(
            "{themes}の印の有無は、公表された計画書からは読み取れません。",
            "The published plan does not show whether {themes} is marked.",
        ),
        Text("該当するかどうか、確認をお願いします。", "Please confirm whether it applies."),
        "keikaku: what the source leaves open is unknown, not false",
        of_plan=_unknown_marks,
    ),
    Rule(
        "guideline_ends",
        Text("期間の終わる根拠", "guideline that ends"),
        Text(
            "根拠の「{name}」は、名称によれば{year}年度で期間が終わります。",
            "“{name}”, on which it rests, ends in {year} by its name.",
        ),
        Text(
            "後継の計画・指針は何ですか。内容の見直しが必要ですか。",
            "What follows it, and does the plan have to change with it?",
        ),
        "keikaku: years in the name of what a plan is grounded in",
        of_plan=_ended_guideline,
    ),
)
