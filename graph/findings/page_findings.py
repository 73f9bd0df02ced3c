"""Findings about the text of a page: cut, shifted, unread, or with an impossible year."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class SectionMissing(FindingKind):
    """A page lacks one of the sections that every page has, as if cut in half."""

    code = "section-missing"
    severity = "warning"
    title = Text("欄の欠落", "Section missing")
    template = Text(
        "実施計画{plan}のページに「{section}」の欄が見当たりません。ページが途中で切れている可能性があります。",
        "The page of plan {plan} has no section “{section}”; it may be cut off.",
    )
    suggestion = Text(
        "原本にその欄があるかご確認ください。あれば add で補ってください。",
        "Check the original; if the section is there, add what it says.",
    )
    details = ("plan", "section")


class UnreadText(FindingKind):
    """A line that fits no section; it is reported so that nothing is lost silently."""

    code = "unread-text"
    severity = "warning"
    title = Text("読み取れなかった記載", "Text that could not be placed")
    template = Text(
        "実施計画{plan}の「{text}」は、どの欄の記載か判断できず、取り込んでいません。",
        "“{text}” in plan {plan} fits no section and was not read.",
    )
    suggestion = Text(
        "必要な内容であれば add か set で補い、不要であれば confirm で確定してください。",
        "If it matters, add or set it; if not, settle it with confirm.",
    )
    details = ("plan", "text")


class MilestoneCut(FindingKind):
    """A milestone's words break off at a cell's end and go on in another."""

    code = "milestone-cut"
    severity = "info"
    title = Text("途中で切れた行動計画", "Milestone cut over cells")
    template = Text(
        "実施計画{plan}「{action}」の行動計画「{text}」は途中で切れています。つなげて読みました。",
        "The milestone “{text}” of “{action}” in plan {plan} is cut; its parts were joined.",
    )
    suggestion = Text(
        "文言と年度が合っているかご確認ください。",
        "Check its words and its year.",
    )
    details = ("plan", "action", "text")


class ColumnsLost(FindingKind):
    """The table's columns are lost; its cells stand one below the other."""

    code = "columns-lost"
    severity = "warning"
    title = Text("表の列の欠落", "Columns of a table lost")
    template = Text(
        "実施計画{plan}は、行動計画の表の列が失われています（{rows}行）。"
        "取組内容と行動計画が交互に並ぶものとして読みました。",
        "The columns of the schedule of plan {plan} are lost ({rows} lines)."
        " They were read as actions and milestones in turn.",
    )
    suggestion = Text(
        "原本で取組内容と年度をご確認のうえ、違っていれば set や add で訂正してください。",
        "Check actions and years in the original; set or add what differs.",
    )
    details = ("plan", "rows")


class RowShifted(FindingKind):
    """A row of the action table has its cells in the wrong columns."""

    code = "row-shifted"
    severity = "info"
    title = Text("表の行のずれ", "Table row shifted")
    template = Text(
        "実施計画{plan}の取組内容の行「{row}」は列がずれています。年度の列に合わせて読み替えました。",
        "The row “{row}” in the action table of plan {plan} is shifted;"
        " it was fitted to the columns of years.",
    )
    suggestion = Text(
        "各年度の内容が合っているかご確認ください。",
        "Check what stands in each year.",
    )
    details = ("plan", "row")


class ReferenceBroken(FindingKind):
    """The text refers to a plan that does not exist."""

    code = "reference-broken"
    severity = "warning"
    title = Text("参照先の見つからない記載", "Reference to a plan that is not there")
    template = Text(
        "実施計画{plan}の「{words}」が指す計画が見つかりません。",
        "Plan {plan} refers to “{words}”, but there is no such plan.",
    )
    suggestion = Text(
        "番号や名称の誤りでないかをご確認ください。参照先が分かれば add の depends_on で補えます。",
        "Check its number or title; once known, add it with depends_on.",
    )
    details = ("plan", "words")


class YearOutsidePeriod(FindingKind):
    """A milestone or a target is dated outside the plan's period (推進期間)."""

    code = "year-outside-period"
    severity = "warning"
    title = Text("推進期間の外の年", "Year outside the period")
    template = Text(
        "実施計画{plan}の「{words}」にある{year}年は、推進期間の外です。",
        "The year {year} in “{words}” of plan {plan} lies outside the plan's period.",
    )
    suggestion = Text(
        "年の誤りでないかをご確認ください。意図した記載であれば confirm で確定できます。",
        "Check that it is no slip; if it is meant, settle it with confirm.",
    )
    details = ("plan", "year", "words")


class YearMismatch(FindingKind):
    """A western and a Japanese year that stand for each other are different years."""

    code = "year-mismatch"
    severity = "warning"
    title = Text("西暦と和暦の不一致", "Western and Japanese year disagree")
    template = Text(
        "{where}の「{printed}」は西暦と和暦が合いません。正しくは「{expected}」と思われます。",
        "“{printed}” in {where} names two different years; “{expected}” is probably meant.",
    )
    suggestion = Text(
        "どちらの年が正しいかご確認ください。",
        "Check which of the two is right.",
    )
    details = ("where", "printed", "expected")
