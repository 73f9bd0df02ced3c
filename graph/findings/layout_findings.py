"""Findings about the reading of a source under a layout (様式定義): what was read, what was not."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class LayoutChosen(FindingKind):
    """The layout by which a source was read, and the share of the source that it covers."""

    code = "layout-chosen"
    severity = "info"
    title = Text("読み取りに使った様式", "Layout that was used")
    template = Text(
        "様式「{layout}」として{plans}件の計画を読み取りました。"
        "文字のあるセル・段落の{share}％を説明できます（読めなかったもの {unread}件）。",
        "Read as “{layout}”: {plans} plans; {share} % of the filled cells and paragraphs are "
        "accounted for ({unread} were not read).",
    )
    suggestion = Text(
        "件数が合わないときは、keikaku layout で見出しの読み方を確認し、"
        "--layout で指定してください。",
        "If the count is wrong, see how the labels are read with keikaku layout, correct it, "
        "and give it with --layout.",
    )
    details = ("layout", "share", "plans", "unread")


class LabelUnread(FindingKind):
    """A column, or a label, whose meaning is not known."""

    code = "label-unread"
    severity = "warning"
    title = Text("読み取れなかった欄", "Column or label not read")
    template = Text(
        "{where}の欄「{label}」（{count}件）は、何を表すか分からないため読み取っていません。",
        "The column or label “{label}” at {where} ({count} cells) was not read: "
        "what it means is not known.",
    )
    suggestion = Text(
        "様式定義（--layout）の labels に、この見出しの意味（means）か、"
        "読み飛ばす理由を書いてください。",
        "Say in the labels of a layout (--layout) what it means, or why it is skipped.",
    )
    details = ("where", "label", "count")


class LevelTargetsUnread(FindingKind):
    """Columns of a list with the targets of a level above the plans, which the model lacks."""

    code = "level-targets-unread"
    severity = "warning"
    title = Text("上位の階層の数値目標", "Targets of a level above the plans")
    template = Text(
        "{where}からの欄「{label}」（「{example}」など{count}件）は、計画ではなく「{level}」の"
        "数値目標と見て、読み取っていません。",
        "The columns “{label}” from {where} (“{example}” and so on, {count} cells) state targets "
        "of “{level}”, not of plans; they were not read.",
    )
    suggestion = Text(
        "計画の指標であれば、様式定義（--layout）の labels にその見出しの意味（means）を"
        "書いてください。",
        "If they measure the plans, say so in the labels of a layout (--layout).",
    )
    details = ("where", "label", "example", "count", "level")


class FormColumnUnread(FindingKind):
    """A column or sheet that keikaku's own form does not have."""

    code = "form-column-unread"
    severity = "warning"
    title = Text("様式にない欄", "Column that the form does not have")
    template = Text(
        "様式にない欄「{label}」（{count}件）は読み取っていません。",
        "“{label}” ({count} cells) is no column of the form and was not read.",
    )
    suggestion = Text(
        "様式にある欄やシート（「予算・効果額・時間」「評価」、年度の列など）に移してください。"
        "控えとして残すだけのものであれば confirm で確定できます。",
        "Move it to a column or sheet of the form (amounts, evaluations, columns of years); "
        "confirm what is kept as a note.",
    )
    details = ("label", "count")


class ParagraphsUnread(FindingKind):
    """Paragraphs outside every record."""

    code = "paragraphs-unread"
    severity = "info"
    title = Text("計画の外の文章", "Text outside the plans")
    template = Text(
        "計画に属さない文章{count}件（「{example}」など）は読み取っていません。",
        "{count} paragraphs outside the plans (“{example}” …) were not read.",
    )
    suggestion = Text(
        "計画の内容が含まれていないかご確認ください。",
        "Check that they hold nothing of the plans.",
    )
    details = ("count", "example")


class YearsOfBlocks(FindingKind):
    """Blocks of columns without a year in their heads were given their years."""

    code = "years-of-blocks"
    severity = "info"
    title = Text("年度のない繰り返しの欄", "Repeated columns without a year")
    template = Text(
        "「{label}」から始まる同じ見出しの欄が{count}回くり返され、年度の記載がありません。"
        "{years}年度として読みました。",
        "The columns from “{label}” come {count} times without a year; they were read as {years}.",
    )
    suggestion = Text(
        "年度が違うときは、様式定義の years.blocks で最初の年度を指定してください。",
        "If the years are others, give the first one in years.blocks of a layout.",
    )
    details = ("label", "count", "years")


class YearsOfBlocksUnknown(FindingKind):
    """Blocks of columns without a year, whose years cannot be determined."""

    code = "years-of-blocks-unknown"
    severity = "warning"
    title = Text("年度の分からない繰り返しの欄", "Repeated columns of unknown years")
    template = Text(
        "「{label}」から始まる同じ見出しの欄が{count}回くり返されますが、"
        "年度の記載がないため読み取っていません。",
        "The columns from “{label}” come {count} times without a year; they were not read.",
    )
    suggestion = Text(
        "様式定義の years.blocks に、最初の年度（first）を書いてください。",
        "Give the first year in years.blocks of a layout.",
    )
    details = ("label", "count")


class DepartmentSlip(FindingKind):
    """A department's name that looks like a slip of another one's."""

    code = "department-slip"
    severity = "warning"
    title = Text("部課名の誤記の可能性", "Department's name may be a slip")
    template = Text(
        "計画{plan}の部課名「{printed}」は、「{known}」の誤記ではないでしょうか。"
        "記載のとおりに読みました。",
        "The department “{printed}” of plan {plan} may be a slip of “{known}”; "
        "it was read as printed.",
    )
    suggestion = Text(
        "正しい部課名をご確認のうえ、訂正ファイルの set departments で訂正してください。",
        "Check the right name, and correct it with set departments.",
    )
    details = ("plan", "printed", "known")


class DepartmentWithoutDivision(FindingKind):
    """Departments that are printed once without the division that others print before them."""

    code = "department-without-division"
    severity = "info"
    title = Text("部名の記載がない所管課", "Departments printed without their division")
    template = Text(
        "部名の記載がない所管課が{count}件あります（「{printed}」など）。"
        "ほかの計画に記載のある「{known}」と同じ所属として読みました。",
        "{count} departments are printed without their division (“{printed}” …); they were read "
        "as those that other plans print with it (“{known}”).",
    )
    suggestion = Text(
        "別の所属であれば、訂正ファイルの set departments で訂正してください。",
        "If it is another one, correct it with set departments.",
    )
    details = ("count", "printed", "known")


class DepartmentLikeLead(FindingKind):
    """A 関係課 that has the lead's name, but not its division: it may be another department."""

    code = "department-like-lead"
    severity = "warning"
    title = Text("主担当と同じ名前の関係課", "Department with the lead's name")
    template = Text(
        "計画{plan}の関係課「{printed}」は、主担当の「{known}」と同じ名前で、部名の記載がありません。"
        "同じ所属として読みました。",
        "The department “{printed}” that works on plan {plan} has the lead's name (“{known}”), and "
        "no division; it was read as the lead itself.",
    )
    suggestion = Text(
        "別の部の課であれば、部名を付けて、訂正ファイルの set departments で訂正してください。",
        "If it is of another division, write it with that division in set departments.",
    )
    details = ("plan", "printed", "known")


class DepartmentsInGeneral(FindingKind):
    """Words that mean several departments, none by its name: 全課, 関係各課."""

    code = "departments-in-general"
    severity = "info"
    title = Text("課名のない所管課・関係課", "Departments in general")
    template = Text(
        "計画{plan}の所管課・関係課に「{printed}」とあり、どの課を指すのか分かりません。"
        "「{printed}」という一つの所管課として読みました。",
        "Plan {plan} is of “{printed}”, which names no department; it was read as one department "
        "of that name.",
    )
    suggestion = Text(
        "課が決まっていれば、訂正ファイルの set departments で課名に置き換えてください。",
        "If the departments are known, name them with set departments.",
    )
    details = ("plan", "printed")


class DivisionNotStated(FindingKind):
    """A department printed without a division, where several divisions have one of that name."""

    code = "division-not-stated"
    severity = "warning"
    title = Text("どの部の課か分からない所属", "Department of an unknown division")
    template = Text(
        "計画{plan}の「{printed}」は部名の記載がなく、{known}のどれか分かりません。"
        "部の分からない所属として読みました。",
        "“{printed}” of plan {plan} has no division, and may be any of {known}; it was read as a "
        "department of an unknown division.",
    )
    suggestion = Text(
        "部名を付けて、訂正ファイルの set departments で訂正してください。",
        "Write it with its division in set departments.",
    )
    details = ("plan", "printed", "known")


class YearNotStated(FindingKind):
    """A value whose fiscal year the source does not state."""

    code = "year-not-told"
    severity = "warning"
    title = Text("年度の分からない値", "Value without a year")
    template = Text(
        "計画{plan}の「{label}」は、どの年度のものか分からないため読み取っていません。",
        "“{label}” of plan {plan} was not read: its fiscal year is not stated.",
    )
    suggestion = Text(
        "様式定義の labels にその欄の年度（year）を書いてください。",
        "Give the year of that label in a layout.",
    )
    details = ("plan", "label")


class ValuesDiffer(FindingKind):
    """A value of one year that two parts of the source print differently."""

    code = "values-differ"
    severity = "warning"
    title = Text("記載箇所により異なる値", "Value that two places print differently")
    template = Text(
        "計画{plan}の「{label}」の{year}年度の値は、「{kept}」のほかに「{other}」とも"
        "記載されています。「{kept}」を採りました。",
        "“{label}” of plan {plan} is “{kept}” in one place and “{other}” in another for the "
        "fiscal year {year}; “{kept}” was kept.",
    )
    suggestion = Text(
        "正しい値を原本でご確認のうえ、訂正ファイルで訂正してください。",
        "Check the right value in the source, and correct it with a corrections file.",
    )
    details = ("plan", "label", "year", "kept", "other")


class UnitNotStated(FindingKind):
    """An amount of money whose unit the source does not state."""

    code = "unit-not-told"
    severity = "warning"
    title = Text("単位の分からない金額", "Amount without a unit")
    template = Text(
        "計画{plan}の「{label}」は、金額の単位（円・千円など）が分からないため読み取っていません。",
        "“{label}” of plan {plan} was not read: the unit of the amount is not stated.",
    )
    suggestion = Text(
        "様式定義の money に単位（例: 千円）を書いてください。",
        "Give the unit as money in a layout.",
    )
    details = ("plan", "label")


class UnitInferred(FindingKind):
    """The unit of money was inferred from the cost of an hour of work."""

    code = "unit-inferred"
    severity = "info"
    title = Text("推定した金額の単位", "Unit of money inferred")
    template = Text(
        "金額の単位の記載がありません。人件費と業務時間の比（1時間あたり約{rate}）から{unit}として読みました。",
        "No unit of money is printed; by the cost of an hour of work (about {rate}) it was read "
        "as {unit}.",
    )
    suggestion = Text(
        "単位が違うときは、様式定義の money で指定してください。",
        "If it is another one, give it as money in a layout.",
    )
    details = ("unit", "rate")


class PlanWithoutTitle(FindingKind):
    """A plan has a number and no title."""

    code = "plan-without-title"
    severity = "warning"
    title = Text("名称のない計画", "Plan without a title")
    template = Text(
        "計画{plan}の名称が記載されていないか、読み取れていません。",
        "Plan {plan} has no title, or it was not read.",
    )
    suggestion = Text(
        "名称の欄をご確認ください。記載があれば、set の title に記入してください。",
        "Look at the column of the names; where one is printed, fill it in with set: title.",
    )
    details = ("plan",)


class RecordsWithoutName(FindingKind):
    """Rows or forms with neither number nor title were not read as plans."""

    code = "records-without-name"
    severity = "warning"
    title = Text("番号も名称もない記入", "Entries without number and title")
    template = Text(
        "番号も名称もない行や票が{count}件あり、計画として読んでいません（例: 「{example}」）。",
        "{count} rows or forms have neither number nor title and were not read as plans "
        "(for instance “{example}”).",
    )
    suggestion = Text(
        "計画であれば、原本に番号か名称を記入して読み直してください。",
        "If they are plans, give them a number or a title in the source and load it again.",
    )
    details = ("count", "example")


class LevelTitlesDiffer(FindingKind):
    """One level, by its number, is titled in several ways."""

    code = "level-titles-differ"
    severity = "warning"
    title = Text("階層の名称の不一致", "Titles of a level differ")
    template = Text(
        "{level}{number}の名称が{titles}と一致していません。最も多い記載を採りました。",
        "{level} {number} is titled {titles}; the most frequent title was taken.",
    )
    suggestion = Text(
        "名称か番号の誤りでないかをご確認ください。",
        "Check whether a title or a number is wrong.",
    )
    details = ("level", "number", "titles")
