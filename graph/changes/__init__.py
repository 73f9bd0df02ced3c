"""Changes to a graph that are tried before they are decided (試案): each a graph → a graph.

No operation changes the graph that it gets. The evidence of a changed fact becomes ``inferred``,
with the change as its note.
"""

from keikaku.graph.changes.change_types import (
    Change,
    DropGuideline,
    DropPlan,
    HandOver,
    MergeDepartments,
    MovePlan,
    Rename,
    RequestedChange,
    Share,
    SplitDepartment,
    change_text,
)
from keikaku.graph.changes.department_changes import (
    hand_over,
    merge_departments,
    rename_department,
    split_department,
)
from keikaku.graph.changes.guideline_changes import drop_guideline
from keikaku.graph.changes.plan_changes import drop_plan, goes_with, move_plan, rename_plan
from keikaku.graph.changes.rebuild import as_variant

__all__ = [
    "Change",
    "DropGuideline",
    "DropPlan",
    "HandOver",
    "MergeDepartments",
    "MovePlan",
    "Rename",
    "RequestedChange",
    "Share",
    "SplitDepartment",
    "as_variant",
    "change_text",
    "drop_guideline",
    "drop_plan",
    "goes_with",
    "hand_over",
    "merge_departments",
    "move_plan",
    "rename_department",
    "rename_plan",
    "split_department",
]
