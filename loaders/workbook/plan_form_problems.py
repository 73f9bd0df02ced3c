"""What a person has to correct in a filled-in form of plans (様式の要修正箇所)."""

from __future__ import annotations

from keikaku.graph.language import Text

BAD_NUMBER = Text(
    "{file} {sheet}!{cell}: 番号「{value}」は、ほかの計画の番号と桁の数が違います。"
    "番号を直すか、このままでよければ「上位の番号」に目標・取組事項の番号を記入してください。",
    "{file} {sheet}!{cell}: the number {value} has more or fewer parts than those of the other "
    "plans; correct it, or say what it belongs to.",
)
DUPLICATE_NUMBER = Text(
    "{file} {sheet}!{cell}:「{value}」が2回あります。"
    "番号（番号がなければ名称）は計画ごとに変えてください。",
    "{file} {sheet}!{cell}: {value} is there twice; each plan needs a number, or a title, "
    "of its own.",
)
NO_PLAN = Text(
    "{file} {sheet}!{cell}: 計画「{value}」が「実施計画」シートにありません。",
    "{file} {sheet}!{cell}: there is no plan {value} on the sheet of plans.",
)
NO_COMPONENT = Text(
    "{file} {sheet}!{cell}: 個別取組「{value}」が「個別取組」シートにありません。",
    "{file} {sheet}!{cell}: there is no sub-section “{value}” of that plan.",
)
NO_VALUE = Text(
    "{file} {sheet}!{cell}:「{value}」を数値として読めません。",
    "{file} {sheet}!{cell}: “{value}” is no number.",
)
NO_UNIT = Text(
    "{file} {sheet}!{cell}:「{value}」の単位が分かりません。"
    "「単位」の欄に円、千円などを記入してください。",
    "{file} {sheet}!{cell}: the unit of “{value}” is not stated; fill in the column of units.",
)
NO_CHOICE = Text(
    "{file} {sheet}!{cell}:「{value}」は選べません（{choices}）。",
    "{file} {sheet}!{cell}: “{value}” is not one of: {choices}.",
)
NO_GROUP = Text(
    "{file} {sheet}!{cell}: 上位の番号「{value}」が「目標・取組事項」シートにありません。",
    "{file} {sheet}!{cell}: there is no {value} on the sheet of goals.",
)
NO_SDG = Text(
    "{file} {sheet}!{cell}:「{value}」はSDGsのゴールやターゲット（11、11.3、11.b）にありません。",
    "{file} {sheet}!{cell}: “{value}” is no goal (1 to 17) or target (11.3, 11.b) of the SDGs.",
)
LOST_ZERO = Text(
    "{file} {sheet}!{cell}:「{value}」は数値になっていて、{value}か{value}0か分かりません。"
    "セルの書式を「文字列」にして入力し直してください。",
    "{file} {sheet}!{cell}: {value} is a number and may be {value}0. Set the cell to text and type "
    "it again.",
)
NO_YEAR = Text(
    "{file} {sheet}!{cell}:「{value}」を年度として読めません（2026、令和8年度など）。",
    "{file} {sheet}!{cell}: “{value}” is no year.",
)
NO_PERIOD = Text(
    "{file} {sheet}!{cell}: 「計画書」シートに初年度がないため、年度が分かりません。",
    "{file} {sheet}!{cell}: without the first year of the document, the year is not known.",
)
NO_MARK = Text(
    "{file} {sheet}!{cell}:「{value}」ではなく、○か？を選ぶか、空欄にしてください。",
    "{file} {sheet}!{cell}: choose ○ or ？, or leave it empty, instead of “{value}”.",
)
