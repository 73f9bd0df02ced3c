"""Findings about cells of a list or form that are kept in another way than they are printed."""

from __future__ import annotations

from keikaku.graph.findings.kind import FindingKind
from keikaku.graph.language import Text


class NumbersAsText(FindingKind):
    """Numbers that a workbook keeps as text."""

    code = "numbers-as-text"
    severity = "info"
    title = Text("文字列として入力された数値", "Numbers kept as text")
    template = Text(
        "文字列として入力された数値が{count}件あります（「{example}」など、{labels}の欄）。"
        "数値として読みました。",
        "{count} numbers are kept as text (“{example}” …; columns: {labels}); "
        "they were read as numbers.",
    )
    suggestion = Text("対応は不要です。", "Nothing to do.")
    details = ("count", "labels", "example")


class CellsOfDash(FindingKind):
    """Cells that hold a dash instead of a value."""

    code = "cells-of-dash"
    severity = "info"
    title = Text("「-」の入った欄", "Cells of a dash")
    template = Text(
        "「{example}」などの横線だけの欄が{count}件あります（欄: {labels}）。"
        "値なしとして読みました。",
        "{count} cells hold a dash alone (“{example}” …; columns: {labels}); "
        "they were read as no value.",
    )
    suggestion = Text(
        "0と「-」を区別して記入しているかご確認ください。",
        "Check that the source distinguishes a dash from a zero.",
    )
    details = ("count", "labels", "example")


class WordsForValues(FindingKind):
    """Words in cells that should hold a value."""

    code = "words-for-values"
    severity = "info"
    title = Text("数値の欄に入った言葉", "Words in the place of a value")
    template = Text(
        "数値の欄に言葉だけが入ったものが{count}件あります（「{example}」など、欄: {labels}）。"
        "値なしとして読みました。",
        "{count} cells hold words instead of a value (“{example}” …; columns: {labels}); "
        "they were read as no value.",
    )
    suggestion = Text(
        "値が決まっているものがあれば、訂正ファイルか原本で補ってください。",
        "Where a value is known, correct it in a corrections file or in the source.",
    )
    details = ("count", "labels", "example")


class DirectionUnexplained(FindingKind):
    """Directions of plans that are printed as a number, and no legend says what it means."""

    code = "direction-unexplained"
    severity = "warning"
    title = Text("凡例のない方向性の番号", "Directions by number without a legend")
    template = Text(
        "今後の方向性が番号だけのものが{count}件あります（「{example}」など、欄: {labels}）。"
        "番号の凡例が見つからないため、拡充・継続などの別は分かりません。",
        "{count} directions are printed as a number alone (“{example}” …; columns: {labels}); no "
        "legend was found, so whether they mean to expand or to continue is unknown.",
    )
    suggestion = Text(
        '様式定義の legend に番号の意味（"1": 拡充 など）を書いてください。',
        'Say what the numbers mean in the layout: legend: {{"1": 拡充}}.',
    )
    details = ("count", "labels", "example")


class ValuesLeftOver(FindingKind):
    """Cells of several values, of which the first was read."""

    code = "values-left-over"
    severity = "warning"
    title = Text("一つの欄に複数の値", "Several values in one cell")
    template = Text(
        "一つの欄に複数の値が入ったものが{count}件あります（「{example}」など、欄: {labels}）。"
        "先頭の値を読み、残りは読んでいません。",
        "{count} cells hold several values (“{example}” …; columns: {labels}); "
        "the first was read, the others were not.",
    )
    suggestion = Text(
        "先頭の値でよいかご確認ください。違うときは訂正ファイルで訂正してください。",
        "Check that the first value is the right one; if not, correct it.",
    )
    details = ("count", "labels", "example")


class YearsUnread(FindingKind):
    """First or last years of plans that cannot be read."""

    code = "years-unread"
    severity = "warning"
    title = Text("読めない開始・終了年度", "First or last years not read")
    template = Text(
        "開始・終了年度として読めない記載が{count}件あります（「{example}」など、欄: {labels}）。"
        "年度は不明としました。",
        "{count} cells cannot be read as a first or last year (“{example}” …; columns: {labels}); "
        "the years are unknown.",
    )
    suggestion = Text(
        "元号のない年は、令和・平成などを補ってください。",
        "Add the era to years that lack it.",
    )
    details = ("count", "labels", "example")


class NamesOfZero(FindingKind):
    """Indicators whose name is only the number 0."""

    code = "names-of-zero"
    severity = "warning"
    title = Text("名称が「0」の指標", "Indicators named 0")
    template = Text(
        "名称の欄に「{example}」だけが入った指標が{count}件あります（欄: {labels}）。"
        "空欄を参照する数式の結果と思われますが、記載のとおりに読みました。",
        "{count} indicators have only “{example}” for a name (columns: {labels}), as a formula "
        "that points to an empty cell prints; they were read as printed.",
    )
    suggestion = Text(
        "指標でなければ、原本の欄を空にするか、訂正ファイルの remove で除いてください。",
        "If they are no indicators, empty the cells, or remove them in a corrections file.",
    )
    details = ("count", "labels", "example")
