"""The problems of a form that came back (照会様式の読み取り), each described once.

With an error an answer is not used; its words are kept as ``unread``. With a warning it is used
though doubtful, or safely left out; with an info it was understood.
"""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.workshop.problems import Kind, table

PROBLEMS = table(
    Kind(
        "same-file",
        "info",
        Text(
            "{other} と同じ内容のファイルなので、一度だけ読みました。",
            "is the same file as {other} and was read once.",
        ),
    ),
    Kind(
        "hidden-lost",
        "warning",
        Text(
            "様式の控え（非表示シート keikaku）がありません。"
            "灰色のセルの変更や行の削除は確かめられません。",
            "the hidden sheet keikaku is gone, so changes of grey cells and deleted rows "
            "cannot be noticed.",
        ),
    ),
    Kind(
        "sheet-renamed",
        "info",
        Text(
            "シート「{name}」を、実施計画のシートとして読みました。",
            "the sheet “{name}” was read as that of the plans.",
        ),
    ),
    Kind(
        "sheet-extra",
        "warning",
        Text(
            "様式にないシートなので、読んでいません。",
            "is a sheet that the form does not have, and was not read.",
        ),
    ),
    Kind(
        "column-missing",
        "warning",
        Text(
            "「{column}」の列がありません。この列は未記入として扱います。",
            "the column “{column}” is missing and counts as not filled in.",
        ),
    ),
    Kind(
        "column-extra",
        "warning",
        Text(
            "様式にない列「{column}」の内容は、決定ファイルの unread に残しました。",
            "the column “{column}” is not of the form; what it holds is kept as unread.",
        ),
    ),
    Kind(
        "row-deleted",
        "warning",
        Text("{plan} の行がありません。", "the row of {plan} is gone."),
    ),
    Kind(
        "row-twice",
        "error",
        Text(
            "{plan} の行がもう一つあり（{first}）、内容が違います。この行は読んでいません。",
            "{plan} has another row ({first}) that says otherwise; this one was not taken.",
        ),
    ),
    Kind(
        "row-copied",
        "info",
        Text(
            "{plan} の行がもう一つあります（{first}）。内容は同じです。",
            "{plan} has another row ({first}) that says the same.",
        ),
    ),
    Kind(
        "id-lost",
        "warning",
        Text(
            "IDがないため、番号から {plan} の行と判断しました。",
            "has no id and was taken as {plan} by its number.",
        ),
    ),
    Kind(
        "id-unknown",
        "error",
        Text(
            "ID「{id}」の計画は、この計画書にありません。この行は読んでいません。",
            "the document holds no plan “{id}”; the row was not taken.",
        ),
    ),
    Kind(
        "locked-changed",
        "warning",
        Text(
            "{plan}: 変更できない欄「{column}」が書き換えられています"
            "（「{was}」→「{now}」）。元の内容を使います。",
            "{plan}: the locked column “{column}” was changed (“{was}” → “{now}”); "
            "what it was is used.",
        ),
    ),
    Kind(
        "new-without-title",
        "error",
        Text(
            "新しい計画の名称がありません。「新しい計画名」に記入してください。",
            "a new plan has no title; write it under “new title”.",
        ),
    ),
    Kind(
        "new-as-blank",
        "info",
        Text(
            "扱いが未記入ですが、名称があるので新規としました。",
            "has no next step, but a title, and was taken as new.",
        ),
    ),
    Kind(
        "decision-worded",
        "info",
        Text("「{text}」を{decision}と読みました。", "“{text}” was taken as {decision}."),
    ),
    Kind(
        "decision-unclear",
        "error",
        Text(
            "「{text}」は、{choices} のどれか決められません。一覧から選び直してください。",
            "“{text}” is not clearly one of {choices}; choose from the list.",
        ),
    ),
    Kind(
        "formula",
        "warning",
        Text(
            "「{column}」は数式（{formula}）です。計算結果「{text}」を読みました。",
            "“{column}” is a formula ({formula}); its result “{text}” was taken.",
        ),
    ),
    Kind(
        "formula-empty",
        "error",
        Text(
            "「{column}」は数式（{formula}）で、計算結果がありません。値で入れ直してください。",
            "“{column}” is a formula ({formula}) without a result; put the value in.",
        ),
    ),
    Kind(
        "cell-error",
        "error",
        Text(
            "「{column}」がエラー値（{text}）です。入れ直してください。",
            "“{column}” is an error ({text}); put it in again.",
        ),
    ),
    Kind(
        "date-as-number",
        "warning",
        Text(
            "「{column}」は日付（{text}）になっています。番号 {number} と読みました。",
            "“{column}” became a date ({text}); it was taken as the number {number}.",
        ),
    ),
    Kind(
        "date-unclear",
        "error",
        Text(
            "「{column}」は日付（{text}）になっていて、番号が決まりません。"
            "セルの書式を「文字列」にして入れ直してください。",
            "“{column}” became a date ({text}) that is no clear number; type it again as text.",
        ),
    ),
    Kind(
        "plan-unread",
        "error",
        Text(
            "統合先「{text}」が、どの計画か分かりません。番号（1-1-1）で記入してください。",
            "“{text}” is not a plan to merge with; write its number (1-1-1).",
        ),
    ),
    Kind(
        "initiative-unread",
        "error",
        Text(
            "取組事項「{text}」が分かりません。番号（1-1）で記入してください。",
            "there is no initiative “{text}”; write its number (1-1).",
        ),
    ),
)
"""The kinds by code."""
