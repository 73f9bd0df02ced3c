"""Findings about the departments in charge (所管課)."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class DepartmentNotOnPage(FindingKind):
    """The overview names a department that the plan's page does not."""

    code = "department-not-on-page"
    severity = "warning"
    title = Text("ページにない所管課", "Department of the overview not on the page")
    template = Text(
        "体系図では{department}が実施計画{plan}の所管課ですが、ページに記載がありません。",
        "The overview names {department} for plan {plan}, but the page does not.",
    )
    suggestion = Text(
        "現在の所管課をご確認ください。所管であれば、set の departments に加えてください。",
        "Check who is in charge; if the department is, add it with set departments.",
    )
    details = ("plan", "department")


class DepartmentNotInOverview(FindingKind):
    """A plan's page names a department that the overview does not."""

    code = "department-not-in-overview"
    severity = "info"
    title = Text("体系図にない所管課", "Department of the page not in the overview")
    template = Text(
        "実施計画{plan}のページにある{department}は、体系図のこの計画には載っていません。",
        "The page of plan {plan} names {department}, the overview does not.",
    )
    suggestion = Text(
        "体系図の記載漏れであれば対応は不要です。所管でなければ remove で外してください。",
        "Nothing to do if the overview left it out; if it is not in charge, remove it.",
    )
    details = ("plan", "department")


class DepartmentSpelling(FindingKind):
    """A name a letter or two away (編集距離) from a department that is known."""

    code = "department-spelling"
    severity = "warning"
    title = Text("所管課名の誤記の疑い", "Unlikely spelling of a department")
    template = Text(
        "実施計画{plan}の「{department}」は、「{nearest}」の誤りではないでしょうか。",
        "“{department}” in plan {plan} may be a slip for “{nearest}”.",
    )
    suggestion = Text(
        "誤りであれば set の name で直してください。別の課であれば confirm で確定できます。",
        "If so, set its name; if it is another department, settle it with confirm.",
    )
    details = ("plan", "department", "nearest")


class DepartmentUnknown(FindingKind):
    """A department in the text that no page header nor the overview names."""

    code = "department-unknown"
    severity = "info"
    title = Text("所管課として出てこない課", "Department in charge of no plan")
    template = Text(
        "実施計画{plan}に出てくる{department}は、どの計画の所管課にも体系図にもない課名です。",
        "Plan {plan} names {department}, which is in charge of no plan and not in the overview.",
    )
    suggestion = Text(
        "課名の誤りや組織改編前の名称でないかをご確認ください。",
        "Check that it is not a slip, or a name from before a reorganisation.",
    )
    details = ("plan", "department")
