"""The declaration of ``department``, which is put together from other questions."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DEPARTMENT, DOCUMENT, Question

QUESTION = Question(
    "department",
    Text(
        "一つの所管課について、担う計画、年度ごとの予定、指標、依存関係などをまとめて示します。"
        "--out に .html または .docx を指定すると、印刷用の一覧票になります。",
        "Show all that one department is answerable for; --out PAGE.html or .docx prints it.",
    ),
    (
        DEPARTMENT._replace(
            help=Text("所管課の名称", "name of the department"), positional=True, required=True
        ),
        DOCUMENT,
    ),
    ("DepartmentWhole",),
)
