"""What a person has to mend in a filled-in form of plans (様式の要修正箇所)."""

from __future__ import annotations

from keikaku.graph.language import Text

BAD_NUMBER = Text(
    "{file} {sheet}!{cell}: 番号「{value}」は 1-1-1 の形にしてください。",
    "{file} {sheet}!{cell}: the number {value} must be like 1-1-1.",
)
DUPLICATE_NUMBER = Text(
    "{file} {sheet}!{cell}: 番号「{value}」が2回あります。",
    "{file} {sheet}!{cell}: the number {value} is there twice.",
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
