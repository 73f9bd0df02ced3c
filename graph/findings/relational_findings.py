"""Findings about tables that a key joins: contradictions, columns without a rule."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class RelatedMissing(FindingKind):
    """A project names a related one that the tables do not hold."""

    code = "related-missing"
    severity = "warning"
    title = Text("関連事業の欠落", "Related project missing")
    template = Text(
        "事業{plan}の関連事業「{related}」（{key}）は、この資料にありません。",
        "Project {plan} names the related project “{related}” ({key}), which is not here.",
    )
    suggestion = Text(
        "事業IDの誤りか、別の年度の事業ではないかをご確認ください。",
        "Check whether the id is wrong, or the project of another year.",
    )
    details = ("plan", "related", "key")


class RelatedOneSided(FindingKind):
    """A project names a related one that does not name it back."""

    code = "related-one-sided"
    severity = "info"
    title = Text("一方だけに記載された関連事業", "Related on one side only")
    template = Text(
        "事業{plan}は事業{related}を「{words}」としていますが、事業{related}には事業{plan}の記載がありません。",
        "Project {plan} names {related} as “{words}”, which does not name it back.",
    )
    suggestion = Text("双方の記載をご確認ください。", "Check what both projects say.")
    details = ("plan", "related", "words")


class NameDiffers(FindingKind):
    """One id has two names in the tables."""

    code = "name-differs"
    severity = "warning"
    title = Text("同じIDの異なる事業名", "Two names for one id")
    template = Text(
        "事業ID {plan} の名称が「{first}」と「{second}」の2通りあります。先の名称を採りました。",
        "The id {plan} has two names, “{first}” and “{second}”; the first was taken.",
    )
    suggestion = Text("正しい名称をご確認ください。", "Check which name is right.")
    details = ("plan", "first", "second")


class YearUnreadable(FindingKind):
    """A cell that should hold a fiscal year holds none."""

    code = "year-unreadable"
    severity = "warning"
    title = Text("年度として読めない値", "Not a fiscal year")
    template = Text(
        "事業{plan}の「{column}」が「{words}」で、年度として読めません。",
        "Project {plan}: “{words}” in {column} is no fiscal year.",
    )
    suggestion = Text("原本の値をご確認ください。", "Check the value of the source.")
    details = ("plan", "column", "words")


class AmountUnreadable(FindingKind):
    """A cell that should hold an amount holds none."""

    code = "amount-unreadable"
    severity = "warning"
    title = Text("金額として読めない値", "Not an amount")
    template = Text(
        "事業{plan}の「{column}」が「{words}」で、金額として読めません。",
        "Project {plan}: “{words}” in {column} is no amount.",
    )
    suggestion = Text("原本の値をご確認ください。", "Check the value of the source.")
    details = ("plan", "column", "words")


class SumDiffers(FindingKind):
    """A total that is stated is not the sum of its parts."""

    code = "sum-differs"
    severity = "warning"
    title = Text("内訳の合計と一致しない金額", "Total is not the sum of its parts")
    template = Text(
        "事業{plan}の{year}年度の「{column}」は{stated}円ですが、内訳の合計は{computed}円です。"
        "記載のとおりとしました。",
        "Project {plan}, fiscal {year}: {column} is {stated} yen, its parts add up to {computed}. "
        "It was taken as stated.",
    )
    suggestion = Text("どちらが正しいかご確認ください。", "Check which is right.")
    details = ("plan", "year", "column", "stated", "computed")


class OutcomeMissing(FindingKind):
    """A project has a logic model without any outcome, or none at all."""

    code = "outcome-missing"
    severity = "info"
    title = Text("成果（アウトカム）の記載なし", "No outcome")
    template = Text(
        "事業{plan}には成果（アウトカム）の記載がありません。", "Project {plan} states no outcome."
    )
    suggestion = Text(
        "成果を定められない理由が別に記載されていないかをご確認ください。",
        "Check whether the source says why none can be set.",
    )
    details = ("plan",)


class ChainOpen(FindingKind):
    """A step of a logic model leads to no outcome, though the project states outcomes."""

    code = "chain-open"
    severity = "info"
    title = Text("成果につながらないロジックモデル", "Chain without an outcome")
    template = Text(
        "事業{plan}の「{step}」は、成果（アウトカム）につながっていません。",
        "“{step}” of project {plan} leads to no outcome.",
    )
    suggestion = Text(
        "つながる成果の記載漏れではないかをご確認ください。",
        "Check whether the outcome that it leads to was left out.",
    )
    details = ("plan", "step")


class ColumnUnread(FindingKind):
    """A column of a table that no rule reads or skips."""

    code = "column-unread"
    severity = "warning"
    title = Text("読み取っていない列", "Column not read")
    template = Text(
        "表「{table}」の列「{column}」（{filled}件）は、様式定義にないため読み取っていません。",
        "Column {column} of the table {table} ({filled} cells) is not in the layout "
        "and was not read.",
    )
    suggestion = Text(
        "様式定義に、この列の意味か、読まない理由を加えてください。",
        "Add to the layout what the column means, or why it is skipped.",
    )
    details = ("table", "column", "filled")


class TableAccount(FindingKind):
    """How many rows of a table were read, and how many skipped by a rule."""

    code = "table-account"
    severity = "info"
    title = Text("表の読み取り件数", "Rows of a table")
    template = Text(
        "表「{table}」: {rows}行のうち{read}行を読み取り、{skipped}行は規則により除きました"
        "（{why}）。",
        "Table {table}: of {rows} rows {read} were read, {skipped} skipped by rule ({why}).",
    )
    suggestion = Text("対応は不要です。", "Nothing to do.")
    details = ("table", "rows", "read", "skipped", "why")


class AmountDiffers(FindingKind):
    """One year and stage has two amounts."""

    code = "amount-differs"
    severity = "warning"
    title = Text("同じ年度の異なる金額", "Two amounts for one year")
    template = Text(
        "事業{plan}の{year}年度の「{column}」が{first}円と{second}円の2通りあります。先の金額を採りました。",
        "Project {plan}, fiscal {year}: {column} is {first} and {second} yen; the first was taken.",
    )
    suggestion = Text(
        "正しい金額をご確認ください。",
        "Check which amount is right.",
    )
    details = ("plan", "year", "column", "first", "second")


class BudgetTotalMissing(FindingKind):
    """The parts of a budget are there, their total is not."""

    code = "budget-total-missing"
    severity = "warning"
    title = Text("合計行のない予算", "Budget without a total")
    template = Text(
        "事業{plan}の{year}年度の予算には内訳の行だけがあり、合計の行がないため、読み取っていません。",
        "Project {plan}, fiscal {year}: the budget has rows of parts, but none of the total; "
        "it was not read.",
    )
    suggestion = Text(
        "合計の行の漏れではないかをご確認ください。",
        "Check whether the row of the total was left out.",
    )
    details = ("plan", "year")


class GuidelineUnnamed(FindingKind):
    """A cell of laws or plans names none."""

    code = "guideline-unnamed"
    severity = "warning"
    title = Text("名称のない根拠法令・計画", "Rule without a name")
    template = Text(
        "事業{plan}の根拠法令・計画等「{words}」には名称がないため、読み取っていません。",
        "Project {plan}: “{words}” names no law or plan, and was not read.",
    )
    suggestion = Text(
        "条文だけの場合は、法令の名称を補ってください。",
        "Where it holds articles only, add the name of the law.",
    )
    details = ("plan", "words")


class StepUnclear(FindingKind):
    """A step of a logic model says not what it is."""

    code = "step-unclear"
    severity = "warning"
    title = Text("種別の分からないロジックモデルの段階", "Step of an unknown stage")
    template = Text(
        "事業{plan}の「{step}」は、種別「{words}」がどの段階か分からないため、読み取っていません。",
        "Project {plan}: “{words}” does not say to which stage “{step}” belongs; it was not read.",
    )
    suggestion = Text(
        "種別と期間の記載をご確認ください。",
        "Check what is stated as its kind and term.",
    )
    details = ("plan", "step", "words")


class ProjectUndescribed(FindingKind):
    """A project is in some tables but not in the one that describes it."""

    code = "project-undescribed"
    severity = "warning"
    title = Text("概要の表にない事業", "Project that no row describes")
    template = Text(
        "事業{plan}「{name}」は表「{table}」にないため、概要のない事業として読み取りました。",
        "Project {plan} “{name}” is not in the table {table}; it was read without a description.",
    )
    suggestion = Text(
        "表の行の漏れではないかをご確認ください。",
        "Check whether a row of the table was left out.",
    )
    details = ("plan", "name", "table")


class RowsWithoutKey(FindingKind):
    """Rows of a table belong to no project."""

    code = "rows-without-key"
    severity = "warning"
    title = Text("事業IDのない行", "Rows without the id of a project")
    template = Text(
        "表「{table}」の{rows}行には「{column}」がないため、読み取っていません。",
        "{rows} rows of the table {table} hold no {column} and were not read.",
    )
    suggestion = Text(
        "事業IDの記載漏れではないかをご確認ください。",
        "Check whether the id was left out.",
    )
    details = ("table", "rows", "column")


class TableMissing(FindingKind):
    """A table that the layout knows is not in the source."""

    code = "table-missing"
    severity = "info"
    title = Text("ない表", "Table that is not there")
    template = Text(
        "表「{table}」がこの資料にないため、その内容は不明です。",
        "The table {table} is not in the source; its facts are unknown.",
    )
    suggestion = Text(
        "必要であれば、この表も同じフォルダーに置いてください。",
        "If needed, put it into the same folder.",
    )
    details = ("table",)


class TableUnread(FindingKind):
    """A table that no rule of the layout knows."""

    code = "table-unread"
    severity = "warning"
    title = Text("読み取っていない表", "Table not read")
    template = Text(
        "表「{table}」（{rows}行）は、様式定義にないため読み取っていません。",
        "The table {table} ({rows} rows) is not in the layout and was not read.",
    )
    suggestion = Text(
        "様式定義に、この表の意味か、読まない理由を加えてください。",
        "Add to the layout what the table means, or why it is skipped.",
    )
    details = ("table", "rows")
