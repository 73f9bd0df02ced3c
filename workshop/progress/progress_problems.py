"""What can be wrong with a progress file, said once."""

from __future__ import annotations

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.workshop.problems import Kind, Problem, table

PROBLEMS = table(
    Kind(
        "no-table",
        "error",
        Text(
            "「ID」の見出しがある表が見つかりません。"
            "keikaku progress --template で作った様式に記入してください。",
            "holds no table with the head “id”; fill in a form of keikaku progress --template.",
        ),
    ),
    Kind(
        "duplicate-column",
        "error",
        Text(
            "{what}の列が二つあります（{first} と {cell}）。",
            "two columns are of {what} ({first} and {cell}).",
        ),
    ),
    Kind(
        "year-outside",
        "error",
        Text(
            "{year}年度は計画期間（{first}～{last}年度）の外です。見出しを確認してください。",
            "{year} lies outside the period ({first} to {last}); check the head.",
        ),
    ),
    Kind(
        "no-id",
        "error",
        Text(
            "値はありますが、IDがありません。行を追加せず、様式の行に記入してください。",
            "holds values but no id; fill in the rows of the form and add none.",
        ),
    ),
    Kind(
        "unknown-id",
        "error",
        Text(
            "ID「{id}」は、この計画の指標・取組にありません。IDを書き換えていないか確認してください。",
            "there is no indicator and no action “{id}”; check that the id was not changed.",
        ),
    ),
    Kind(
        "duplicate-row",
        "error",
        Text(
            "ID「{id}」の行がもう一つあります（{first}）。一つにまとめてください。",
            "“{id}” has another row ({first}); make them one.",
        ),
    ),
    Kind(
        "not-a-number",
        "error",
        Text(
            "「{value}」は数値として読めません。数値だけを記入し、説明は備考に書いてください。",
            "“{value}” is not a number; write only the number and the rest under remarks.",
        ),
    ),
    Kind(
        "a-date",
        "error",
        Text(
            "日付（{value}）になっています。セルの書式を「標準」に戻し、数値を入れ直してください。",
            "is a date ({value}); set the cell's format to General and type the number again.",
        ),
    ),
    Kind(
        "other-unit",
        "error",
        Text(
            "単位「{value}」は、指標の単位（{unit}）と違います。{unit}で記入してください。",
            "the unit “{value}” is not the indicator's ({unit}).",
        ),
    ),
    Kind(
        "a-percentage",
        "error",
        Text(
            "「{value}」は割合（{meant}%）のつもりではありませんか。"
            "{meant} または {value}% と、%を付けて記入してください。",
            "“{value}” may be meant as {meant}%; write {meant}, or {value}% with its sign.",
        ),
    ),
    Kind(
        "a-comparison",
        "error",
        Text(
            "「{value}」は実績値として一つに決まりません。数値を記入してください。",
            "“{value}” is not one actual value; write the number.",
        ),
    ),
    Kind(
        "not-calculated",
        "error",
        Text(
            "数式（{formula}）の計算結果がありません。Excelで開いて保存し直すか、値で入れてください。",
            "the formula {formula} has no result; open and save it in Excel, or put the value in.",
        ),
    ),
    Kind(
        "unknown-state",
        "error",
        Text(
            "「{value}」という状況はありません。{choices} から選んでください。",
            "there is no state “{value}”; choose one of {choices}.",
        ),
    ),
    Kind(
        "not-a-day",
        "error",
        Text(
            "記入日「{value}」を日付として読めません。2026/4/1 のように記入してください。",
            "“{value}” is not a date; write it like 2026/4/1.",
        ),
    ),
    Kind(
        "another-scale",
        "warning",
        Text(
            "{value}は、現況値・目標値と桁が大きく違います。単位（{unit}）を確認してください。",
            "{value} is of another order than baseline and target; check the unit ({unit}).",
        ),
    ),
    Kind(
        "unread-column",
        "warning",
        Text(
            "「{value}」の列は様式にないため、読んでいません。",
            "the column “{value}” is not of the form and was not read.",
        ),
    ),
)
"""The kinds by code. With an error the whole file is refused, with a warning it is not."""

_BAD = Text(
    "{file}: 正しく読めない箇所が{n}件あります。何も取り込んでいません。"
    "直してから再度実行してください。",
    "{file}: {n} places cannot be read. Nothing was read in; correct them and run again.",
)


class ProgressError(KeikakuError):
    """A progress file that is refused; ``problems`` are all its bad cells."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        text = _BAD.format(file=file, n=len(problems))
        super().__init__(text, [problem.located_message for problem in problems])
        self.problems = problems
