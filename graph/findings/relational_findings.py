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
