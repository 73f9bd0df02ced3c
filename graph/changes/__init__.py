"""Changes to a graph that are tried before they are decided (試案): each a graph → a graph.

Every operation leaves the given graph as it is. What it changes says so: the evidence of a changed
fact becomes ``inferred`` with the change as its note.
"""

from keikaku.graph.changes.departments import (
    hand_over,
    merge_departments,
    rename_department,
    split_department,
)
from keikaku.graph.changes.guidelines import drop_guideline
from keikaku.graph.changes.plans import drop_plan, goes_with, move_plan, rename_plan
from keikaku.graph.changes.rebuilding import as_variant
from keikaku.graph.changes.records import (
    Asked,
    Change,
    DropGuideline,
    DropPlan,
    HandOver,
    MergeDepartments,
    MovePlan,
    Rename,
    Share,
    SplitDepartment,
    told,
)

__all__ = [
    "Asked",
    "Change",
    "DropGuideline",
    "DropPlan",
    "HandOver",
    "MergeDepartments",
    "MovePlan",
    "Rename",
    "Share",
    "SplitDepartment",
    "as_variant",
    "drop_guideline",
    "drop_plan",
    "goes_with",
    "hand_over",
    "merge_departments",
    "move_plan",
    "rename_department",
    "rename_plan",
    "split_department",
    "told",
]
