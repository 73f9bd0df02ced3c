"""Rules about how far a plan has come, where its progress is recorded (進捗)."""

from __future__ import annotations

from collections.abc import Iterator

from keikaku.graph.language import Text
from keikaku.graph.measures import format_measure
from keikaku.graph.structure import titled
from keikaku.queries.plan.answer import PlanWhole
from keikaku.workshop.progress.progress_answer import IndicatorProgress
from keikaku.workshop.rules.rule import Case, Rule, RuleHit

_CYCLE = "行政機関が行う政策の評価に関する法律（平成13年法律第86号）: 評価の結果を政策に反映する"


def _reached(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    for row in case.progress_of(plan):
        if row.status == "reached":
            yield RuleHit(_details(row), [])


def _behind(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    for row in case.progress_of(plan):
        if row.status == "behind":
            yield RuleHit(_details(row), [])


def _on_behind(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    for needed in plan.depends_on:
        other = case.by_name.get(needed.number or needed.title)
        late = [row for row in case.progress_of(other) if row.status == "behind"] if other else []
        if late:
            yield RuleHit(
                {
                    "other": titled(needed.number, needed.title),
                    "words": needed.words,
                    "names": "、".join(f"「{row.name}」" for row in late),
                },
                needed.evidence,
            )


def _details(row: IndicatorProgress) -> dict[str, Text | str | int]:
    latest = row.latest
    unit = (row.target or row.baseline or {}).get("unit") or ""
    actual = f"{latest.value:,}{unit.partition('/')[0]}" if latest else "―"
    rate = "" if row.rate is None else f"{row.rate:.0%}"
    target = row.target
    return {
        "name": row.name,
        "actual": actual,
        "year": latest.year if latest else 0,
        "rate": Text(f"（達成率{rate}）", f" ({rate} of the way)") if rate else Text("", ""),
        "target": Text(format_measure(target, "ja"), format_measure(target, "en"))
        if target
        else Text("―", "-"),
    }


RULES = (
    Rule(
        "indicator_reached",
        Text("達成した指標", "target reached"),
        Text(
            "「{name}」は、{year}年度の実績{actual}で目標値{target}に達しました。",
            "“{name}” reached its target {target} with {actual} in {year}.",
        ),
        Text(
            "計画は完了ですか。続けるなら、次の目標値はいくつですか。",
            "Is the plan complete? If it goes on, what is the next target?",
        ),
        _CYCLE,
        of_plan=_reached,
    ),
    Rule(
        "indicator_behind",
        Text("遅れている指標", "target behind"),
        Text(
            "「{name}」は、{year}年度の実績が{actual}で、目標値{target}に向けて遅れています{rate}。",
            "“{name}” is behind: {actual} in {year}, target {target}{rate}.",
        ),
        Text(
            "この状況には、どのような事情がありますか（取組の進み方、目標値の置き方、外部の事情など）。"
            "次期計画で変えることはありますか。",
            "What lies behind it (the actions, the target, circumstances)? Should the next edition "
            "change something?",
        ),
        _CYCLE,
        of_plan=_behind,
    ),
    Rule(
        "depends_on_behind",
        Text("遅れている計画への依存", "rests on a plan that is behind"),
        Text(
            "依存先の「{other}」で、{names}が遅れています（依存の根拠:「{words}」）。",
            "“{other}”, on which it rests (“{words}”), is behind: {names}.",
        ),
        Text(
            "この計画の予定に影響はありますか。",
            "Does that touch the schedule of this plan?",
        ),
        _CYCLE,
        of_plan=_on_behind,
    ),
)
