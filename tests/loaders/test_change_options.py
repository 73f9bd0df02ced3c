"""A change typed as an option is read as it is written, or refused with its right form."""

from __future__ import annotations

import pytest

from keikaku.graph.changes.change_types import (
    Change,
    DropGuideline,
    DropPlan,
    HandOver,
    MergeDepartments,
    MovePlan,
    Rename,
    Share,
    SplitDepartment,
)
from keikaku.graph.errors import KeikakuError
from keikaku.loaders.changes.change_options import parse


@pytest.mark.parametrize(
    ("kind", "typed", "change"),
    [
        (
            *("merge-departments", "市民課 + 収納課 = 窓口課"),
            MergeDepartments(("市民課", "収納課"), "窓口課"),
        ),
        ("merge-departments", "A課＋B課＋C課＝D課", MergeDepartments(("A課", "B課", "C課"), "D課")),
        ("rename", "市民課=窓口課", Rename("市民課", "窓口課")),
        (
            *("split-department", "A課=B課:1-1-1,1-1-2;C課:rest"),
            SplitDepartment("A課", (Share("B課", ("1-1-1", "1-1-2")), Share("C課", None))),
        ),
        (
            *("split-department", "A課＝B課：残り；C課：1-1-1、残り"),
            SplitDepartment("A課", (Share("B課", None), Share("C課", ("1-1-1", "残り")))),
        ),
        ("drop-plan", " 2-2-5 ", DropPlan("2-2-5")),
        ("move-plan", "2-2-5=3-1", MovePlan("2-2-5", "3-1")),
        ("hand-over", "2-2-5=A課", HandOver("2-2-5", "A課")),
        ("drop-guideline", " 個人情報保護法 ", DropGuideline("個人情報保護法")),
    ],
)
def test_a_change_is_read_as_it_is_typed(kind: str, typed: str, change: Change) -> None:
    read = parse(kind, typed)
    assert read.change == change
    assert read.place.ja == f"--{kind}「{typed}」"


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        *((kind, "") for kind in ("merge-departments", "rename", "drop-plan", "drop-guideline")),
        *(("merge-departments", typed) for typed in ("A課=B課", "A課+=B課", "A課+B課", "A課+B課=")),
        *(("rename", typed) for typed in ("A課", "A課=", "=B課", "A課=B課=C課")),
        ("split-department", "A課=B課:1-1-1"),
        ("split-department", "A課=B課:1-1-1;C課"),
        ("split-department", "A課=B課:1-1-1;C課:,"),
        ("split-department", "A課"),
        *((kind, "2-2-5") for kind in ("move-plan", "hand-over")),
    ],
)
def test_a_change_of_another_form_is_refused_with_its_form(kind: str, typed: str) -> None:
    with pytest.raises(KeikakuError, match="の形で指定してください"):
        parse(kind, typed)


def test_an_unknown_kind_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(KeikakuError, match="merge-departments, rename, split-department"):
        parse("drop", "2-2-5")
