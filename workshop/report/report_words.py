"""The words of the progress report, as a table (報告書の文言)."""

from __future__ import annotations

from collections.abc import Mapping

from keikaku.graph.language import Text

WORDS: Mapping[str, Text] = {
    "title": Text("{document}　進捗状況報告書", "{document}: progress report"),
    "as-of": Text("{year}年度末までの実績による", "as of the end of fiscal {year}"),
    "no-values": Text("実績の記載はまだありません。", "No actual value is recorded yet."),
    "scope": Text(
        "計画期間 {first}～{last}年度、実施計画 {plans}件、指標 {indicators}件、取組 {actions}件",
        "{first}–{last}, {plans} plans, {indicators} indicators, {actions} actions",
    ),
    "summary": Text("総括", "Summary"),
    "summary-known": Text(
        "指標{n}件のうち、進捗が分かるものは{known}件です。内訳は{each}です。"
        "残る{unknown}件は、実績や目標の数値がなく、進捗を判定していません。",
        "Of {n} indicators the progress of {known} is known: {each}. "
        "The other {unknown} lack a value and are not judged.",
    ),
    "summary-rate": Text(
        "達成率が計算できる指標の平均は{rate}です。",
        "The mean rate of those that have one is {rate}.",
    ),
    "summary-actions": Text(
        "取組{n}件の最新の状況は、{each}です。", "The latest state of the {n} actions: {each}."
    ),
    "untold": Text("記載なし", "not recorded"),
    "statuses": Text("指標の進捗", "Progress of the indicators"),
    "by-goal": Text("目標ごとの状況", "By goal"),
    "by-year": Text("年度ごとの推移", "By fiscal year"),
    "by-year-note": Text(
        "各年度末の時点で分かっていた実績により判定したものです。",
        "Judged by the values that were known at the end of each year.",
    ),
    "behind": Text("遅れている指標", "Indicators that are behind"),
    "none-behind": Text("遅れている指標はありません。", "No indicator is behind."),
    "late": Text("遅れ・中止の取組", "Actions late or stopped"),
    "by-department": Text("所管課ごとの状況", "By department"),
    "by-plan": Text("計画ごとの状況", "By plan"),
    "unknown": Text("進捗を判定していない指標", "Indicators not judged"),
    "method": Text("判定の方法", "How it was judged"),
    "method-rate": Text(
        "達成率は、現況値から目標値までのどこまで来たかを表します（現況値がないときは目標値に対する割合）。"
        "平均は、0％未満を0％、100％超を100％として計算しています。",
        "Rate: how far from baseline to target (without a baseline: the share of the target). "
        "Means cut each at 0 and 100 per cent.",
    ),
    "method-status": Text(
        "達成：最新の実績が目標に届いているもの。順調：その年度の目標値、なければ現況値と目標値を結ぶ直線に届いているもの。"
        "概ね順調：その8割以上のもの。遅れ：それに満たないもの。不明：判定に必要な値がないもの。",
        "Reached: the last value is at the target. On course: at the year's target, else the "
        "straight line from baseline to target. Nearly: at least 80% of that way. Behind: less. "
        "Unknown: a value is missing.",
    ),
    "document": Text("計画書", "Document"),
    "goal": Text("目標", "Goal"),
    "plans": Text("計画", "Plans"),
    "indicators": Text("指標", "Indicators"),
    "rate": Text("平均達成率", "Mean rate"),
    "year": Text("年度", "Year"),
    "values": Text("実績のある指標", "With a value"),
    "number": Text("番号", "No."),
    "indicator": Text("指標", "Indicator"),
    "baseline": Text("現況値", "Baseline"),
    "target": Text("目標値", "Target"),
    "actual": Text("最新の実績", "Latest value"),
    "achieved": Text("達成率", "Rate"),
    "status": Text("進捗", "Progress"),
    "department": Text("所管課", "Department"),
    "action": Text("取組内容", "Action"),
    "state": Text("状況", "State"),
    "remarks": Text("備考", "Remarks"),
    "why": Text("理由", "Why"),
    "share": Text("割合", "Share"),
    "count": Text("件数", "Number"),
    "led-by": Text("所管課：{names}", "Departments: {names}"),
    "no-indicators": Text("数値の指標はありません。", "It has no indicator."),
}
