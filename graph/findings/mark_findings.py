"""Findings about the mark row: the 5レス themes and 情報公開."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class MarksMissing(FindingKind):
    """A page has no mark row, so that marks are unknown rather than absent."""

    code = "marks-missing"
    severity = "warning"
    title = Text("印の行の欠落", "Mark row missing")
    template = Text(
        "実施計画{plan}には印の行がなく、{themes}の○の有無が分かりません。不明としました。",
        "Plan {plan} has no mark row, so the marks of {themes} cannot be determined."
        " They were left unknown.",
    )
    suggestion = Text(
        "原本または所管課に確認し、set の marks に ○ か なし を記入してください。",
        "Check the original or ask the department, then set marks to ○ or なし.",
    )
    details = ("plan", "themes")


class MarksAmbiguous(FindingKind):
    """A ○ stands where no single column can claim it; its mark stays unknown."""

    code = "marks-ambiguous"
    severity = "warning"
    title = Text("列の定まらない○", "Mark that fits no column")
    template = Text(
        "実施計画{plan}の印の行「{row}」は、○がどの列のものか決められません。",
        "In the mark row “{row}” of plan {plan}, the column of a ○ cannot be determined.",
    )
    suggestion = Text(
        "原本で○の位置を確認し、set の marks に ○ か なし を記入してください。",
        "Look at the original and set marks to ○ or なし.",
    )
    details = ("plan", "row")


class MarksShifted(FindingKind):
    """A ○ stands on a label cell or a column off, and was moved where it must belong."""

    code = "marks-shifted"
    severity = "info"
    title = Text("○の列ずれ", "Mark shifted by a column")
    template = Text(
        "実施計画{plan}の印の行で○の位置がずれています（{row}）。「{read_as}」の○と読みました。",
        "In the mark row of plan {plan} a ○ is shifted ({row});"
        " it was read as that of “{read_as}”.",
    )
    suggestion = Text(
        "読み替えが違っていれば、set の marks または disclosed で訂正してください。",
        "If that is wrong, set marks or disclosed.",
    )
    details = ("plan", "row", "read_as")


class DisclosureUnknown(FindingKind):
    """The source does not show whether the plan is disclosed on the website (情報公開)."""

    code = "disclosure-unknown"
    severity = "info"
    title = Text("情報公開の有無が不明", "Disclosure unknown")
    template = Text(
        "実施計画{plan}は、市ウェブサイトで公開しているかどうかを読み取れません。不明としました。",
        "Whether plan {plan} is disclosed on the website cannot be determined."
        " It was left unknown.",
    )
    suggestion = Text(
        "原本または所管課に確認し、set の disclosed に ○ か なし を記入してください。",
        "Check the original or ask the department, then set disclosed to ○ or なし.",
    )
    details = ("plan",)


class MarksGlued(FindingKind):
    """Labels and marks stand in one cell (見出しと印の連結)."""

    code = "marks-glued"
    severity = "info"
    title = Text("見出しと印が同じ欄", "labels and marks in one cell")
    template = Text(
        "実施計画{plan}は見出しと印が一つの欄に詰まっています（{row}）。5レスの○は「{read_as}」と読みました。",
        "In plan {plan} labels and marks stand in one cell ({row}); marks read: {read_as}.",
    )
    suggestion = Text(
        "計画書の該当ページで○の位置を確かめ、違っていれば訂正ファイルで直してください。",
        "Check the marks on the printed page; if they differ, set them in the corrections.",
    )
    details = ("plan", "row", "read_as")
