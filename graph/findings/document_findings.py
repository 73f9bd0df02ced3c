"""Findings about the parts around the pages: the overview, the cover, the appendix."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class OverviewMissing(FindingKind):
    """There is no overview (体系図) to check the pages against."""

    code = "overview-missing"
    severity = "warning"
    title = Text("体系図がない", "No overview")
    template = Text(
        "体系図が見つかりません。目標・取組事項・番号はページの見出しから読みました。",
        "There is no overview; goals, initiatives and numbers were read from the pages' headers.",
    )
    suggestion = Text(
        "体系図のあるページが原本から抜けていないかご確認ください。",
        "Check whether the pages with the overview are missing from the text.",
    )
    details = ()


class MunicipalityUnknown(FindingKind):
    """The text does not say whose plan it is."""

    code = "municipality-unknown"
    severity = "warning"
    title = Text("自治体名が不明", "Municipality unknown")
    template = Text(
        "どの自治体の計画か、表紙と計画名から読み取れません。",
        "Neither the cover nor the title says which municipality publishes the plan.",
    )
    suggestion = Text(
        "計画名の前後の行に自治体名だけの行を加えたテキストで読み込み直してください。",
        "Load it again from a text with the municipality's name on a line of its own by the title.",
    )
    details = ()


class PageWithoutHead(FindingKind):
    """A page begins without its number, title and departments."""

    code = "page-without-head"
    severity = "error"
    title = Text("見出しのないページ", "Page without a head")
    template = Text(
        "実施計画名の見出しがないページがあり、読み取れませんでした（「{text}」から）。",
        "A page has no head with the plan's name and could not be read (from “{text}” on).",
    )
    suggestion = Text(
        "原本で実施計画名と所管課をご確認のうえ、テキストに補って読み込み直してください。",
        "Find the plan's name and departments in the original, add them to the text, load again.",
    )
    details = ("text",)


class AppendixNotRead(FindingKind):
    """What follows the last plan is no plan (用語解説, 資料編) and was not read."""

    code = "appendix-not-read"
    severity = "info"
    title = Text("巻末の資料", "Appendix")
    template = Text(
        "「{text}」以降は実施計画ではないため、読み込んでいません。",
        "What follows “{text}” is no plan and was not read.",
    )
    suggestion = Text(
        "実施計画が含まれていなければ対応は不要です。",
        "Nothing to do, unless it contains a plan.",
    )
    details = ("text",)
