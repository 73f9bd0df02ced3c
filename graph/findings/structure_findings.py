"""Findings about the document's frame: overview (体系図), page headers, numbers, titles."""

from __future__ import annotations

from typing import ClassVar

from keikaku.graph.findings.kind import Choices, FindingKind
from keikaku.graph.language import Text

HEADER_PARTS = {
    "goal": Text("重点推進目標", "goal"),
    "initiative": Text("取組事項", "initiative"),
    "number": Text("番号", "number"),
}


class HeaderDisagrees(FindingKind):
    """A page header names another goal, initiative or number than the overview; the latter wins."""

    code = "header-disagrees"
    severity = "warning"
    title = Text("ページの見出しと体系図の不一致", "Page header disagrees with the overview")
    template = Text(
        "実施計画{plan}のページでは{what}が「{printed}」ですが、体系図では「{overview}」です。体系図に合わせました。",
        "The page of plan {plan} prints the {what} “{printed}”, the overview “{overview}”."
        " The overview was followed.",
    )
    suggestion = Text(
        "どちらが正しいかご確認ください。体系図のとおりでよければ confirm で確定できます。",
        "Check which is right; if the overview is, settle it with confirm.",
    )
    details = ("plan", "what", "printed", "overview")
    choices: ClassVar[Choices] = {"what": HEADER_PARTS}


class HeaderMissing(FindingKind):
    """A page does not print its goal, its initiative or its number."""

    code = "header-missing"
    severity = "info"
    title = Text("ページの見出しの欠落", "Page header missing")
    template = Text(
        "実施計画{plan}のページに{what}の記載がありません。体系図から補いました。",
        "The page of plan {plan} does not print its {what}; it was taken from the overview.",
    )
    suggestion = Text(
        "体系図のとおりであれば対応は不要です。",
        "Nothing to do if the overview is right.",
    )
    details = ("plan", "what")
    choices: ClassVar[Choices] = {"what": HEADER_PARTS}


class PlanNotInOverview(FindingKind):
    """A page's plan is not listed in the overview."""

    code = "plan-not-in-overview"
    severity = "error"
    title = Text("体系図にない実施計画", "Plan not in the overview")
    template = Text(
        "実施計画{plan}「{title}」のページはありますが、体系図に載っていません。",
        "Plan {plan} “{title}” has a page but is not in the overview.",
    )
    suggestion = Text(
        "体系図の記載漏れか、ページの番号の誤りかをご確認ください。",
        "Check whether the overview left it out or the page's number is wrong.",
    )
    details = ("plan", "title")


class PlanWithoutPage(FindingKind):
    """The overview lists a plan that has no page."""

    code = "plan-without-page"
    severity = "error"
    title = Text("ページのない実施計画", "Plan without a page")
    template = Text(
        "実施計画{plan}「{title}」は体系図にありますが、そのページが見つかりません。",
        "Plan {plan} “{title}” is in the overview, but its page was not found.",
    )
    suggestion = Text(
        "原本にページがあるか、読み取りで落ちていないかをご確認ください。",
        "Check whether the original has the page or the scan lost it.",
    )
    details = ("plan", "title")


class TitleDiffers(FindingKind):
    """Page and overview word a title differently; the page wins."""

    code = "title-differs"
    severity = "info"
    title = Text("名称の表記の違い", "Title differs")
    template = Text(
        "実施計画{plan}の名称が、ページでは「{printed}」、体系図では「{overview}」です。ページの表記を採りました。",
        "Plan {plan} is titled “{printed}” on its page and “{overview}” in the overview."
        " The page's wording was taken.",
    )
    suggestion = Text(
        "体系図の名称が正式であれば、set の title で訂正してください。",
        "If the overview has the formal title, set the title.",
    )
    details = ("plan", "printed", "overview")


class OverviewRowShifted(FindingKind):
    """A row of the overview stands at the wrong number or in the wrong column."""

    code = "overview-row-shifted"
    severity = "info"
    title = Text("体系図の行のずれ", "Overview row shifted")
    template = Text(
        "体系図の取組事項{initiative}で、行「{row}」がずれています。前後の行とページから読み替えました。",
        "In the overview, the row “{row}” of initiative {initiative} is shifted;"
        " it was read with its neighbours and the pages.",
    )
    suggestion = Text(
        "この取組事項の計画名と所管課が合っているかご確認ください。",
        "Check this initiative's titles and departments.",
    )
    details = ("initiative", "row")


class CountDisagrees(FindingKind):
    """A printed count of plans (計, 合計) is not what was counted."""

    code = "count-disagrees"
    severity = "warning"
    title = Text("計画数の不一致", "Count disagrees")
    template = Text(
        "{what}の計画数は{printed}と記載されていますが、数えると{counted}です。",
        "The count of plans for {what} is printed as {printed}, but {counted} were counted.",
    )
    suggestion = Text(
        "記載の数か、読み取れなかった計画がないかをご確認ください。",
        "Check the printed count, and whether a plan was not read.",
    )
    details = ("what", "printed", "counted")


class DuplicatePlan(FindingKind):
    """Two plans have the same number; the later page was read under the next free one."""

    code = "duplicate-plan"
    severity = "error"
    title = Text("実施計画の番号の重複", "Plan number printed twice")
    template = Text(
        "番号の重なる実施計画があります（{plan}として読んだもの）。",
        "Two plans have the same number; this one was read as {plan}.",
    )
    suggestion = Text(
        "どちらかの番号が誤っていないかご確認ください。",
        "Check whether one of the numbers is wrong.",
    )
    details = ("plan",)


class NumberUnclear(FindingKind):
    """A plan's number cannot be read and was inferred from its neighbours."""

    code = "number-unclear"
    severity = "warning"
    title = Text("番号の判読不能", "Number unclear")
    template = Text(
        "番号を「{text}」から読み取れず、前後の並びから実施計画{plan}としました。",
        "The number could not be read from “{text}”; from its neighbours it was taken as {plan}.",
    )
    suggestion = Text(
        "番号が合っているかご確認ください。",
        "Check that the number is right.",
    )
    details = ("plan", "text")
