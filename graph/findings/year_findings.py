"""Findings about the period of a document and about table heads without a readable year."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class PeriodUnknown(FindingKind):
    """The document does not state which fiscal years it covers, or its words cannot be read."""

    code = "period-unknown"
    severity = "warning"
    title = Text("計画期間が不明", "Period unknown")
    template = Text(
        "計画の期間を読み取れません（記載: {words}）。",
        "The period of the document could not be read (printed: {words}).",
    )
    suggestion = Text(
        "表紙などで期間を確かめ、計画書の first_year と last_year を set で補ってください。",
        "Look the period up, and set first_year and last_year of the document.",
    )
    details = ("words",)


class YearHeadsUnread(FindingKind):
    """The heads of a schedule's columns name no fiscal year, so its cells could not be read."""

    code = "year-heads-unread"
    severity = "warning"
    title = Text("年度の見出しが不明", "Year heads unread")
    template = Text(
        "実施計画{plan}の行動計画の見出し「{words}」がどの年度か分からず、"
        "各欄を取り込んでいません。",
        "The heads “{words}” of the schedule of plan {plan} name no fiscal year;"
        " its cells were not read.",
    )
    suggestion = Text(
        "見出しを年度（2026年度、令和8年度など）に直して読み込み直すか、add で補ってください。",
        "Write the heads as fiscal years and load it again, or add what the cells say.",
    )
    details = ("plan", "words")


class YearHeadsCounted(FindingKind):
    """Heads that name no fiscal year, as many as the period has years, were taken in order."""

    code = "year-heads-counted"
    severity = "warning"
    title = Text("年度の見出しの推定", "Year heads counted out")
    template = Text(
        "実施計画{plan}の行動計画の見出し「{words}」に年度がないため、"
        "計画期間の年度を左から順に当てました。",
        "The heads “{words}” of the schedule of plan {plan} name no fiscal year;"
        " the years of the period were taken in order.",
    )
    suggestion = Text(
        "年度の当てはめが合っているかご確認ください。",
        "Check whether each column is of that year.",
    )
    details = ("plan", "words")


class SymbolUnexplained(FindingKind):
    """A schedule's cells hold a symbol that no legend of the document explains."""

    code = "symbol-unexplained"
    severity = "info"
    title = Text("凡例のない記号", "Symbol without a legend")
    template = Text(
        "実施計画{plan}の行動計画にある記号「{symbols}」の意味が、原本の凡例から分かりません。",
        "No legend explains the symbol “{symbols}” in the schedule of plan {plan}.",
    )
    suggestion = Text(
        "記号の意味を確かめ、必要であれば set の text で内容を補ってください。",
        "Look up what it means and, if it matters, set the text.",
    )
    details = ("plan", "symbols")
