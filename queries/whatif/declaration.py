"""The declaration of ``whatif``, which is asked of a graph and changes to be tried."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.declaring import DOCUMENT, Parameter, Question


def _change(name: str, label: Text, text: Text, value: Text) -> Parameter:
    return Parameter(name, label, text, value, type="change", repeatable=True)


_CHANGES = (
    _change(
        "merge_departments",
        Text("所管課の統合", "departments merged"),
        Text(
            "所管課を一つにする（複数回指定可、以下同じ）",
            "make departments one (may be repeated, as all of these)",
        ),
        Text("A課+B課=C課", "A+B=C"),
    ),
    _change(
        "split_department",
        Text("所管課の分割", "department split"),
        Text(
            "所管課を計画ごとに分ける（rest は残りすべて）",
            "split a department by plans (rest: all others)",
        ),
        Text("A課=B課:1-1-1,1-1-2;C課:rest", "A=B:1-1-1,1-1-2;C:rest"),
    ),
    _change(
        "rename",
        Text("名称変更", "renamed"),
        Text("所管課または計画の名称を変える", "rename a department or a plan"),
        Text("旧名称=新名称", "OLD=NEW"),
    ),
    _change(
        "drop_plan",
        Text("計画の廃止", "plan dropped"),
        Text("計画をやめる", "drop a plan"),
        Text("番号", "NUMBER"),
    ),
    _change(
        "move_plan",
        Text("取組事項の変更", "plan moved"),
        Text("計画を別の取組事項に移す", "move a plan to another initiative"),
        Text("番号=取組事項", "NUMBER=N-N"),
    ),
    _change(
        "hand_over",
        Text("主管課の変更", "lead handed over"),
        Text("計画の主管課を変える", "let another department take the lead of a plan"),
        Text("番号=課", "NUMBER=DEPARTMENT"),
    ),
    _change(
        "drop_guideline",
        Text("法令・指針等の廃止", "guideline dropped"),
        Text("法令・指針等をなくす", "drop a law, guideline or plan that plans rest on"),
        Text("名称", "NAME"),
    ),
)

QUESTION = Question(
    "whatif",
    Text(
        "課の統合や計画の廃止などを試し、負担や依存関係への影響を、決める前に示します。",
        "Try changes (departments merged, plans dropped, …) and show what they would bring.",
    ),
    (DOCUMENT,),
    ("Consequence",),
    {"totals": "Outcome"},
    inputs=(
        *_CHANGES,
        Parameter(
            "file",
            Text("変更案", "changes"),
            Text(
                "変更を並べたYAMLファイル（書き方は docs/compare.md）",
                "YAML file of changes (docs/compare.md says how)",
            ),
            Text("ファイル", "FILE"),
            type="file",
            option="changes",
            repeatable=True,
        ),
    ),
)
