"""The form that departments fill in (照会様式): what is on its sheets, said once.

:mod:`keikaku.workshop.pack` writes the form, :mod:`keikaku.workshop.reading` reads it back; both
take sheets and columns from here. Facts are in locked columns; ``filled`` ones are for
the department.

A workbook has the sheets of :data:`SHEETS`. The plan sheet holds a plan a row, then
:data:`NEW_ROWS` empty rows for plans to be added (新規), whose id column is empty. The hidden sheet
``keikaku`` holds the form's :data:`VERSION`, the document, the department (empty for the whole),
and for each plan the locked texts as JSON, so that a change of a locked cell is noticed.
"""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.graph.sheet_columns import Column

VERSION = "keikaku-form/1"

NEW_ROWS = 10
"""Empty rows below the plans, for new ones."""

HEAD_ROW = 3
"""The row of the plan sheet that holds the column titles; the rows above explain."""

COLUMNS: tuple[Column, ...] = (
    Column("id", Text("ID（変更不可）", "id (do not change)"), 5),
    Column("number", Text("番号", "number"), 7),
    Column("title", Text("実施計画", "plan"), 18),
    Column("departments", Text("所管課", "departments"), 18),
    Column("actions", Text("取組内容", "actions"), 22),
    Column("indicators", Text("指標（現況値 → 目標値）", "indicators (baseline → target)"), 24),
    Column("progress", Text("進捗", "progress"), 12),
    Column("findings", Text("確認事項", "findings"), 18),
    Column("dependencies", Text("関係する計画", "related plans"), 18),
    Column("decision", Text("次期計画での扱い", "next step"), 9, filled=True, offers="decisions"),
    Column(
        "merge_with",
        Text("統合先の計画", "merge with"),
        12,
        filled=True,
        offers="plans",
        several=True,
    ),
    Column("new_title", Text("新しい計画名", "new title"), 14, filled=True),
    Column("initiative", Text("取組事項", "initiative"), 12, filled=True, offers="initiatives"),
    Column("new_lead", Text("新しい主管課", "new lead"), 11, filled=True, offers="departments"),
    Column("new_indicator", Text("新しい指標", "new indicator"), 13, filled=True),
    Column("new_target", Text("新しい目標値", "new target"), 10, filled=True),
    Column("reason", Text("理由", "reason"), 18, filled=True),
    Column("comment", Text("意見・備考", "comment"), 14, filled=True),
)
"""The columns of the plan sheet, from the left."""

COLUMN: dict[str, Column] = {column.key: column for column in COLUMNS}
"""The columns by key."""

HIDDEN_KEYS = ("version", "document", "department")
"""The first rows of the hidden sheet: a key of these in column A, its value in column B.

Below them is a row for each plan: its id in column A, and in column B the texts of its locked
columns by key, as a JSON object.
"""

SHEETS: dict[str, Text] = {
    "guide": Text("はじめに", "Read me first"),
    "plans": Text("実施計画", "Plans"),
    "lists": Text("選択肢", "Choices"),
    "hidden": Text("keikaku", "keikaku"),
}
"""The sheets in their order; ``lists`` holds the choices of the drop-downs."""
