"""What can be wrong with decisions themselves, said once.

An error is a conflict or an impossible decision: no next edition is made while one is open.
"""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.workshop.problems import Kind, table

PROBLEMS = table(
    Kind(
        "conflict",
        "error",
        Text(
            "{plan}: {topic}が課によって違います（{answers}）。"
            "決定ファイルの settled に記入して決めてください。",
            "{plan}: departments differ on {topic} ({answers}); settle it in the decisions file.",
        ),
    ),
    Kind(
        "voice-unread",
        "error",
        Text(
            "{plan}: {by}の「{text}」が読み取れていません。settled に記入して決めてください。",
            "{plan}: what {by} says (“{text}”) could not be read; settle it.",
        ),
    ),
    Kind(
        "gap",
        "warning",
        Text(
            "{plan}: 次期計画での扱いが未記入です（所管: {departments}）。",
            "{plan}: nobody says what becomes of it (departments: {departments}).",
        ),
    ),
    Kind(
        "unplaced",
        "warning",
        Text(
            "どの計画のものか分からない記入が残っています（{text}）。"
            "確認したら、決定ファイルの unplaced から消してください。",
            "there is a row that belongs to no plan ({text}); once seen to, delete it from "
            "unplaced in the decisions file.",
        ),
    ),
    Kind(
        "no-such-plan",
        "error",
        Text("{plan}: この計画書にない実施計画です。", "{plan}: the document holds no such plan."),
    ),
    Kind(
        "merge-alone",
        "error",
        Text(
            "{plan}: 統合とありますが、統合先の計画がありません。",
            "{plan}: is to be merged, but not said with which.",
        ),
    ),
    Kind(
        "merge-itself",
        "error",
        Text("{plan}: 統合先が自分自身です。", "{plan}: is to be merged with itself."),
    ),
    Kind(
        "merge-unknown",
        "error",
        Text(
            "{plan}: 統合先「{other}」は、この計画書の実施計画ではありません。",
            "{plan}: is to be merged with “{other}”, which is no plan of the document.",
        ),
    ),
    Kind(
        "merge-ended",
        "error",
        Text(
            "{plan}: 統合先の {other} は{decision}とされています。",
            "{plan}: is to be merged with {other}, which is to end ({decision}).",
        ),
    ),
    Kind(
        "merge-cycle",
        "error",
        Text(
            "{plan}: 統合先をたどると元に戻ります（{path}）。"
            "残す計画を一つ、継続か見直しにしてください。",
            "{plan}: its merges lead back to it ({path}); let one of them continue or be revised.",
        ),
    ),
    Kind(
        "merge-scattered",
        "error",
        Text(
            "{plan}: 統合先 {others} がそれぞれ残ることになっています。"
            "一つになるよう、残す計画を一つにしてください。",
            "{plan}: is to be merged with {others}, which all go on; let only one of them go on.",
        ),
    ),
    Kind(
        "merge-unasked",
        "warning",
        Text(
            "{plan}: 統合先の計画がありますが、扱いは{decision}です。統合先は使いません。",
            "{plan}: names a plan to merge with, but its next step is {decision}; not used.",
        ),
    ),
    Kind(
        "unknown-department",
        "error",
        Text(
            "{plan}: 主管課「{name}」は、この計画書にありません。{near}"
            "新しい課であれば、決定ファイルの departments に加えてください。",
            "{plan}: the document knows no department “{name}”. {near}"
            "If it is a new one, add it to departments in the decisions file.",
        ),
    ),
    Kind(
        "unknown-initiative",
        "error",
        Text(
            "{plan}: 取組事項「{name}」は、この計画書にありません。",
            "{plan}: the document holds no initiative “{name}”.",
        ),
    ),
    Kind(
        "new-without-initiative",
        "error",
        Text(
            "新規「{plan}」: どの取組事項に置くかが記入されていません。",
            "New “{plan}”: it is not said under which initiative.",
        ),
    ),
    Kind(
        "new-without-lead",
        "warning",
        Text("新規「{plan}」: 主管課が決まっていません。", "New “{plan}”: has no lead department."),
    ),
    Kind(
        "new-on-plan",
        "error",
        Text(
            "{plan}: すでにある計画に「新規」とあります。"
            "新しい計画は、下の空いた行に記入してください。",
            "{plan}: exists already and cannot be new; new plans go into the empty rows below.",
        ),
    ),
    Kind(
        "not-new",
        "error",
        Text(
            "「{plan}」: 番号のない計画の扱いが{decision}です。"
            "新しい計画であれば「新規」にしてください。",
            "“{plan}”: has no number, and its next step is {decision}; choose “new” if it is new.",
        ),
    ),
    Kind(
        "title-twice",
        "warning",
        Text(
            "「{plan}」: 同じ名称の計画がほかにもあります（{other}）。",
            "“{plan}”: another plan has the same title ({other}).",
        ),
    ),
    Kind(
        "target-without-number",
        "error",
        Text(
            "{plan}: 新しい目標値「{target}」に、数値が一つありません。98.2%以上、1,200件 のように"
            "記入してください。",
            "{plan}: the new target “{target}” is not one number; write it like 98.2%以上.",
        ),
    ),
    Kind(
        "target-without-indicator",
        "error",
        Text(
            "{plan}: 新しい目標値「{target}」が、どの指標のものか分かりません。"
            "新しい指標の欄に名称を記入してください。",
            "{plan}: it is not said which indicator the new target “{target}” is for.",
        ),
    ),
    Kind(
        "indicators-unpaired",
        "error",
        Text(
            "{plan}: 新しい指標が{indicators}件、新しい目標値が{targets}件で、対応が分かりません。",
            "{plan}: {indicators} new indicators cannot be paired with {targets} new targets.",
        ),
    ),
    Kind(
        "indicator-without-target",
        "warning",
        Text(
            "{plan}: 新しい指標「{indicator}」の目標値が未記入です。",
            "{plan}: the new indicator “{indicator}” has no target yet.",
        ),
    ),
    Kind(
        "ended-with-changes",
        "warning",
        Text(
            "{plan}: {decision}とされていますが、次期の内容（{topics}）も記入されています。"
            "使いません。",
            "{plan}: is to end ({decision}), yet has {topics} for the next edition; not used.",
        ),
    ),
    Kind(
        "continue-with-changes",
        "warning",
        Text(
            "{plan}: 継続とされていますが、{topics}が変わります。見直しではありませんか。",
            "{plan}: is to continue as it is, yet changes {topics}; is it rather to be revised?",
        ),
    ),
)
"""The kinds by code."""
