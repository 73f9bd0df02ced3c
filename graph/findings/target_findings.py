"""Findings about targets (目標値) and baselines (現況値)."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class TargetWithoutBaseline(FindingKind):
    """A target with a number has no baseline of the same name."""

    code = "target-without-baseline"
    severity = "info"
    title = Text("現況値のない目標値", "Target without a baseline")
    template = Text(
        "実施計画{plan}の目標値「{indicator}」に、対応する現況値がありません。",
        "The target “{indicator}” of plan {plan} has no baseline.",
    )
    suggestion = Text(
        "現況値が分かれば、set の baseline に記入してください。",
        "If the baseline is known, set it.",
    )
    details = ("plan", "indicator")


class BaselineWithoutTarget(FindingKind):
    """A baseline has no target with a number."""

    code = "baseline-without-target"
    severity = "info"
    title = Text("目標値のない現況値", "Baseline without a target")
    template = Text(
        "実施計画{plan}の現況値「{indicator}」に、対応する数値目標がありません。",
        "The baseline “{indicator}” of plan {plan} has no target with a number.",
    )
    suggestion = Text(
        "数値目標を置くかどうか、次の改定時にご検討ください。",
        "Consider a target with a number at the next revision.",
    )
    details = ("plan", "indicator")


class BaselineAtTarget(FindingKind):
    """A baseline is at its target, or past it in the direction that is better."""

    code = "baseline-at-target"
    severity = "warning"
    title = Text("現況値が目標以上の指標", "Baseline already at its target")
    template = Text(
        "実施計画{plan}の「{indicator}」は、現況値（{baseline}）がすでに目標値（{target}）に達しています。",
        "“{indicator}” of plan {plan} already stands at {baseline}; its target is {target}.",
    )
    suggestion = Text(
        "維持が目標であれば confirm で確定し、値の誤りであれば set で訂正してください。",
        "If the aim is to hold it, settle it with confirm; if a value is wrong, set it.",
    )
    details = ("plan", "indicator", "baseline", "target")


class BaselineNotBeforeTarget(FindingKind):
    """A baseline is dated in the year of its target, or later."""

    code = "baseline-not-before-target"
    severity = "warning"
    title = Text("時点の前後する現況値", "Baseline not before its target")
    template = Text(
        "実施計画{plan}の「{indicator}」は、現況値の時点（{baseline}）が目標値の時点（{target}）より前ではありません。",
        "The baseline of “{indicator}” in plan {plan} is dated {baseline}, not before its target"
        " ({target}).",
    )
    suggestion = Text(
        "現況値の時点に誤りがないかご確認ください。",
        "Check the baseline's date.",
    )
    details = ("plan", "indicator", "baseline", "target")


class NoMeasurableTarget(FindingKind):
    """None of a plan's targets has a number."""

    code = "no-measurable-target"
    severity = "warning"
    title = Text("数値目標のない実施計画", "Plan with no measurable target")
    template = Text(
        "実施計画{plan}には、数値で測れる目標がありません。",
        "Plan {plan} has no target that can be measured.",
    )
    suggestion = Text(
        "何をもって達成とするかを所管課とご確認ください。"
        "定性目標でよければ confirm で確定できます。",
        "Ask the department what counts as success; if words suffice, settle it with confirm.",
    )
    details = ("plan",)


class UnitDiffers(FindingKind):
    """A target and its baseline are counted in different units."""

    code = "unit-differs"
    severity = "warning"
    title = Text("目標値と現況値の単位の違い", "Target and baseline in different units")
    template = Text(
        "実施計画{plan}の「{indicator}」は、目標値（{target}）と現況値（{baseline}）の単位が違い、比べられません。",
        "“{indicator}” of plan {plan} cannot be compared: its target is {target},"
        " its baseline {baseline}.",
    )
    suggestion = Text(
        "同じ指標かどうか、単位の誤りがないかをご確認ください。",
        "Check that both are the same indicator and that neither unit is a slip.",
    )
    details = ("plan", "indicator", "target", "baseline")


class ValueUnclear(FindingKind):
    """A range or a fraction stands where a target's value belongs."""

    code = "value-unclear"
    severity = "warning"
    title = Text("値が一つに定まらない目標", "Value unclear")
    template = Text(
        "実施計画{plan}の目標「{text}」は、値を一つに読み取れません。数値のない目標としました。",
        "The target “{text}” of plan {plan} gives no single value; it was kept as words.",
    )
    suggestion = Text(
        "値が決まる場合は set の target で記入してください。",
        "If there is one value, set target.",
    )
    details = ("plan", "text")


class TargetSplit(FindingKind):
    """A target cell goes on after the end of its table."""

    code = "target-split"
    severity = "info"
    title = Text("表の外に切れた目標値", "Target cut off by the table")
    template = Text(
        "実施計画{plan}の目標値の続き「{row}」が表の外に出ています。つなげて読みました。",
        "The target cell of plan {plan} goes on outside the table, at “{row}”; it was joined.",
    )
    suggestion = Text(
        "目標値と現況値の組み合わせが合っているかご確認ください。",
        "Check that targets and baselines are paired correctly.",
    )
    details = ("plan", "row")
