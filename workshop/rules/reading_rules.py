"""Rules that an expert applies to a plan's words and numbers (指標の質・公開・施設)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from keikaku.graph.language import Text
from keikaku.graph.measures import better_direction, format_measure, in_unit_of, same_unit
from keikaku.graph.structure import titled
from keikaku.graph.years import years_in
from keikaku.queries.plan.answer import IndicatorRow, PlanWhole
from keikaku.workshop.rules.rule import Case, Rule, RuleHit

LEAP = 5
"""A target of so many times the baseline is a leap, where the baseline is not a share."""

LEAP_POINTS = 50
TINY_POINTS = 0.5
TINY_SHARE = 0.02
"""Points of a share, or the share of the baseline, by which a change is a leap or a tiny step."""

LONGEST_FACILITY = 20

_ACTIVITY = re.compile(
    r"(?:開催|実施|発行|配布|公表|更新|調査|点検|訪問|照会|研修|講座|会議|説明会|訓練|啓発|意見交換)"
    r"(?:の)?(?:回数|件数|数)?$|回数$"
)
_OUTCOME = re.compile(r"(?:率|割合|満足度|比率|削減|減少|増加|縮減|額|人数|利用|点数|時間)")
_TOTAL = re.compile(r"累計|[0-9０-９]+\s*(?:か年|年間)")
_STALLED = re.compile(
    r"凍結|休止|中断|見送り|延期|評価(?:が|は)?(?:実施)?でき(?:ない|ず)|基準(?:は|が)?未設定|未定"
)
_FACILITY = re.compile(
    r"[一-鿿々ァ-ヺー]{2,14}(?:クリーンセンター|文化センター|スタジアム|総合体育館|体育館|陸上競技場"
    r"|競技場|プール|図書館|美術館|博物館|市民会館|公会堂|斎場|給食センター|浄化センター|公園)"
)
_GENERAL = re.compile(r"(?:公共|公立|市営|各種|都市|給食|指定管理者制度導入|学校)[^の]*$")

_MEASURES = (
    "総務省「目標管理型の政策評価の実施に関するガイドライン」（平成25年）: "
    "成果（アウトカム）に着目した目標を置く"
)


def _no_disclosure(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    if case.prints.channels and not plan.channels and not plan.disclosure_unknown:
        yield RuleHit({}, plan.evidence)


def _disclosure_unknown(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    if not plan.channels and plan.disclosure_unknown:
        yield RuleHit({}, plan.evidence)


def _activities_only(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    """Yield the indicators of a plan where all count activities and none counts effects."""
    measured = [row for row in plan.indicators if row.measurable and row.target]
    if measured and all(_is_activity(row) for row in measured):
        names = "、".join(f"「{row.name}」" for row in measured)
        yield RuleHit({"names": names}, measured[0].evidence)


def _is_activity(row: IndicatorRow) -> bool:
    unit = str((row.target or {}).get("unit") or "")
    if _OUTCOME.search(row.name):
        return False
    return unit.startswith("回") or _ACTIVITY.search(row.name) is not None


def _leaps(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    for row in plan.indicators:
        change = _change(row)
        if change is not None and _is_leap(*change):
            yield RuleHit(_details(row), row.evidence)


def _tiny_steps(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    for row in plan.indicators:
        change = _change(row)
        if change is not None and _is_tiny(*change):
            yield RuleHit(_details(row), row.evidence)


def _change(row: IndicatorRow) -> tuple[float, float, bool] | None:
    """Return baseline, target and whether they are shares; None where they cannot be compared."""
    target, baseline = row.target, row.baseline
    if target is None or baseline is None or not same_unit(target, baseline) or _adds_up(row):
        return None
    better = better_direction(target, row.direction)
    start = in_unit_of(baseline, target)["value"]
    if start is None or target["value"] is None:
        return None  # a range has no single step
    ahead = target["value"] - start
    if (better == "increase" and ahead <= 0) or (better == "decrease" and ahead >= 0):
        return None  # another rule asks about a baseline at its target
    if better not in {"increase", "decrease"}:
        return None
    share = str(target.get("unit") or "").startswith(("%", "％", "ポイント"))
    return float(start), float(target["value"]), share


def _is_leap(baseline: float, target: float, share: bool) -> bool:  # noqa: FBT001 - of _change
    if share:
        return abs(target - baseline) >= LEAP_POINTS
    return baseline > 0 and target >= LEAP * baseline


def _is_tiny(baseline: float, target: float, share: bool) -> bool:  # noqa: FBT001 - of _change
    change = abs(target - baseline)
    if share:
        return 0 < change < TINY_POINTS
    return 0 < change < TINY_SHARE * abs(baseline)


def _stalled(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    """Yield words of the plan itself that say that it is stalled or cannot be judged."""
    texts = [(row.name, row.evidence) for row in plan.indicators]
    for action in plan.actions:
        texts.append((action.title, action.evidence))
        texts += [(milestone.text, milestone.evidence) for milestone in action.milestones]
    texts += [(text, plan.evidence) for text in (plan.overview, plan.vision) if text]
    for text, evidence in texts:
        match = _STALLED.search(text)
        if match:
            yield RuleHit({"words": match[0]}, evidence)
            return


def _baseline_years(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    years = {
        year
        for row in plan.indicators
        if row.baseline is not None and (year := _year_of(row.baseline)) is not None
    }
    if len(years) > 1:
        years_text = "、".join(f"{year}年度" for year in sorted(years))
        in_english = ", ".join(map(str, sorted(years)))
        yield RuleHit({"years": Text(years_text, in_english)}, plan.indicators[0].evidence)


def _year_of(measure: dict[str, Any]) -> int | None:
    year: int | None = measure.get("fiscal_year")
    if year is not None:
        return year
    return max((year for year, _ in years_in(measure.get("as_of") or "")), default=None)


def _total_against_year(_: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    for row in plan.indicators:
        # Where the name says that it is a total, the baseline of that name is a total too.
        of_name = _TOTAL.search(row.name) is not None
        if row.target and row.baseline and _adds_up(row) and not of_name | _is_total(row.baseline):
            yield RuleHit(_details(row), row.evidence)


def _adds_up(row: IndicatorRow) -> bool:
    """Return whether the target is a total over years."""
    return (
        bool(row.cumulative) or _is_total(row.target or {}) or _TOTAL.search(row.name) is not None
    )


def _is_total(measure: dict[str, Any]) -> bool:
    words = f"{measure.get('raw') or ''}{measure.get('unit') or ''}{measure.get('as_of') or ''}"
    return bool(measure.get("cumulative")) or _TOTAL.search(words) is not None


def _one_facility(case: Case, plan: PlanWhole) -> Iterator[RuleHit]:
    """Yield facilities that two plans name, each pair listed at the first plan."""
    ours = _facilities(plan)
    if not ours:
        return
    order = list(case.plans)
    for other in case.plans.values():
        if order.index(other.id) <= order.index(plan.id):
            continue
        shared = sorted(ours & _facilities(other))
        if shared:
            yield RuleHit(
                {"other": titled(other.number, other.title), "names": "、".join(shared)},
                [*plan.evidence[:1], *other.evidence[:1]],
            )


def _facilities(plan: PlanWhole) -> set[str]:
    texts = [plan.title, plan.overview or ""]
    for action in plan.actions:
        texts += [action.title, *(milestone.text for milestone in action.milestones)]
    names = {name for text in texts for name in _FACILITY.findall(text)}
    return {name for name in names if not _GENERAL.match(name)}


def _details(row: IndicatorRow) -> dict[str, Any]:
    return {
        "name": row.name,
        "baseline": _measure_text(row.baseline),
        "target": _measure_text(row.target),
    }


def _measure_text(measure: dict[str, Any] | None) -> Text:
    if not measure:
        return Text("―", "-")
    return Text(format_measure(measure, "ja"), format_measure(measure, "en"))


RULES = (
    Rule(
        "no_disclosure",
        Text("公開の方法の記載がない", "no disclosure"),
        Text(
            "この計画の情報公開の欄には、公開の方法の記載がありません。",
            "The plan names no way in which it is disclosed.",
        ),
        Text(
            "取組の状況は、市民がどこで見られますか。公開しない理由があれば、それは何ですか。",
            "Where can citizens see how it goes? If it is not disclosed, why?",
        ),
        "keikaku: DISCLOSED_ON is missing, and the source shows it",
        of_plan=_no_disclosure,
    ),
    Rule(
        "disclosure_unknown",
        Text("公開の有無が分からない", "disclosure that is unclear"),
        Text(
            "公開しているかどうかは、公表された計画書からは読み取れません。",
            "The published plan does not show whether it is disclosed.",
        ),
        Text("どこで公開しているか、確認をお願いします。", "Please confirm where it is disclosed."),
        "keikaku: what the source leaves open is unknown, not false",
        of_plan=_disclosure_unknown,
    ),
    Rule(
        "activity_for_outcome",
        Text("活動の量を測る指標だけの計画", "activities counted, no outcome"),
        Text(
            "この計画の指標（{names}）は、いずれも活動の量を数えるものです。",
            "The indicators of this plan count what is done: {names}.",
        ),
        Text(
            "その活動によって、何がどう良くなればよいですか。それを表す指標を加えられますか。",
            "What should be better for it, and which indicator would show that?",
        ),
        _MEASURES,
        of_plan=_activities_only,
    ),
    Rule(
        "target_leap",
        Text("現況から大きく伸ばす目標", "target far from its baseline"),
        Text(
            "「{name}」は、現況値{baseline}に対して目標値が{target}です。",
            "“{name}”: the target is {target}, the baseline {baseline}.",
        ),
        Text(
            "この伸びは、どのように見込んでいますか。途中の年度の目安はありますか。",
            "What makes this step likely, and what is expected on the way?",
        ),
        _MEASURES,
        of_plan=_leaps,
    ),
    Rule(
        "target_tiny_step",
        Text("現況とほとんど変わらない目標", "target close to its baseline"),
        Text(
            "「{name}」は、現況値{baseline}に対して目標値が{target}で、差はわずかです。",
            "“{name}”: the target {target} is close to the baseline {baseline}.",
        ),
        Text(
            "水準を保つことがねらいですか。それとも、伸ばせる余地が小さいのですか。",
            "Is it meant to be held, or is there little room to improve?",
        ),
        _MEASURES,
        of_plan=_tiny_steps,
    ),
    Rule(
        "words_of_standstill",
        Text("凍結・評価できないなどの記載", "words of a standstill"),
        Text("計画書に「{words}」との記載があります。", "The plan says “{words}”."),
        Text(
            "その状況は今も続いていますか。続ける条件や、ほかの進め方はありますか。",
            "Is that still so? What would let it go on, or is there another way?",
        ),
        "keikaku: words of the plan itself",
        of_plan=_stalled,
    ),
    Rule(
        "baselines_of_different_years",
        Text("現況値の年度が異なる指標", "baselines of different years"),
        Text(
            "指標の現況値の年度が、{years}と分かれています。",
            "The baselines of its indicators are of different years: {years}.",
        ),
        Text(
            "同じ年度の値にそろえられますか。そろえられない理由は何ですか。",
            "Can they be of one year? If not, why?",
        ),
        _MEASURES,
        of_plan=_baseline_years,
    ),
    Rule(
        "total_against_year",
        Text("累計の目標と単年度の現況値", "a total against one year"),
        Text(
            "「{name}」は、目標値{target}が期間の累計、現況値{baseline}が単年度の値です。",
            "“{name}”: the target {target} is a total, the baseline {baseline} that of one year.",
        ),
        Text(
            "一年当たりに直すと、現況より増えますか、減りますか。",
            "Per year, is that more or less than today?",
        ),
        _MEASURES,
        of_plan=_total_against_year,
    ),
    Rule(
        "one_facility",
        Text("同じ施設に関わる計画", "plans over one facility"),
        Text(
            "「{other}」と、同じ施設（{names}）に関わっています。",
            "It is about the same facility ({names}) as “{other}”.",
        ),
        Text(
            "工事や予算の時期は合わせてありますか。まとめて進められますか。",
            "Are works and budgets timed together, or could they be?",
        ),
        "keikaku: names of facilities in titles and actions",
        of_plan=_one_facility,
    ),
)
