"""Rules about indicators and their targets (目標値・現況値)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from keikaku.graph.language import Text
from keikaku.graph.measures import better_direction, format_measure, in_unit_of, same_unit
from keikaku.queries.plan.answer import IndicatorRow, PlanWhole
from keikaku.workshop.rules.rule import Case, Rule, RuleHit

_SMART = (
    "SMART: G. T. Doran, “There's a S.M.A.R.T. way to write management's goals and objectives”, "
    "Management Review 70 (1981)"
)

_LONGEST = 60  # characters of a target in words


def _behind_baseline(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    for row in plan.indicators:
        if _ahead(row) is True:
            yield RuleHit(_measures(row), row.evidence)


def _already_met(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    for row in plan.indicators:
        if _ahead(row) is False:
            yield RuleHit(_measures(row), row.evidence)


def _ahead(row: IndicatorRow) -> bool | None:
    """Return True if the baseline is past the target, False if just at it, else None."""
    if row.baseline is None or row.target is None or not same_unit(row.target, row.baseline):
        return None
    better = better_direction(row.target, row.direction)
    if better not in {"increase", "decrease"}:
        return None
    if bool(row.baseline.get("cumulative")) != bool(row.target.get("cumulative")):
        return None  # a sum over years beside the value of one year
    baseline, target = in_unit_of(row.baseline, row.target)["value"], row.target["value"]
    if baseline is None or target is None:
        return None  # a range
    if baseline == target:
        return False
    return True if (baseline > target) == (better == "increase") else None


def _measures(row: IndicatorRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "baseline": _measure_text(row.baseline),
        "target": _measure_text(row.target),
    }


def _measure_text(measure: dict[str, Any] | None) -> Text:
    return (
        Text(format_measure(measure, "ja"), format_measure(measure, "en"))
        if measure
        else Text("―", "-")
    )


def _not_measurable(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    if not case.prints.targets:
        return
    if not any(row.measurable and row.target for row in plan.indicators):
        words = "".join(f"「{_short(row.name)}」" for row in plan.indicators)
        suffix = Text(f"（目標の記載: {words}）", f" ({words})") if words else Text("", "")
        yield RuleHit({"words": suffix}, plan.evidence)


def _short(words: str) -> str:
    bare = words.strip().rstrip("。")
    return bare if len(bare) <= _LONGEST else f"{bare[:_LONGEST]}…"


def _no_baseline(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    without = [row for row in plan.indicators if row.measurable and row.target and not row.baseline]
    if without:
        names = "、".join(f"「{row.name}」" for row in without)
        yield RuleHit({"names": names, "n": len(without)}, without[0].evidence)


RULES = (
    Rule(
        "target_behind_baseline",
        Text("現況値がすでに目標値より良い指標", "target behind its baseline"),
        Text(
            "「{name}」の目標値は{target}ですが、計画を作った時点の現況値は{baseline}で、"
            "すでに目標より良い水準でした。",
            "“{name}”: the target is {target}, but the baseline was already better: {baseline}.",
        ),
        Text(
            "この目標値は、どのような考え方で置きましたか（保つべき水準としてなど）。"
            "次期計画では、現況を出発点とした目標値に改めますか。",
            "How was it set (as a level to be held, say)? Should the next target start from the "
            "baseline?",
        ),
        _SMART,
        of_plan=_behind_baseline,
    ),
    Rule(
        "target_already_met",
        Text("現況値と目標値が同じ指標", "target met from the start"),
        Text(
            "「{name}」は、現況値{baseline}が目標値{target}と同じ水準です。",
            "“{name}”: the baseline {baseline} is at the target {target} already.",
        ),
        Text(
            "水準を保つことがねらいですか。そうであれば「維持」と明記し、そうでなければ新しい目標値を"
            "置きますか。",
            "Is it meant to be held? Then say so; otherwise, what is the next target?",
        ),
        _SMART,
        of_plan=_already_met,
    ),
    Rule(
        "no_measurable_target",
        Text("数値の目標の記載がない", "no measurable target"),
        Text(
            "この計画には、数値で表した目標値の記載がありません{words}。",
            "No target of this plan is a number{words}.",
        ),
        Text(
            "何がどうなれば、この計画の目標に届いたと言えますか。数字で表せるものはありますか。",
            "What would show that the plan has reached its aim? Can a number show it?",
        ),
        _SMART,
        of_plan=_not_measurable,
    ),
    Rule(
        "no_baseline",
        Text("現況値のない指標", "indicators without a baseline"),
        Text(
            "{names}（{n}件）には、比べるもとになる現況値の記載がありません。",
            "Without a baseline to compare with ({n}): {names}.",
        ),
        Text(
            "いつの、どの資料の値を現況値としますか。",
            "Which value, of when and from where, is the baseline?",
        ),
        "政策評価に関する基本方針（平成17年12月16日閣議決定）: 達成すべき水準と基準となる値を示す",
        of_plan=_no_baseline,
    ),
)
