"""Files of changes: read strictly, every mistake named with its line; options say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.graph.changes import (
    DropPlan,
    MergeDepartments,
    MovePlan,
    Rename,
    Share,
    SplitDepartment,
)
from keikaku.graph.errors import KeikakuError
from keikaku.loaders.changes import FORMS, parse
from keikaku.loaders.changes.changes_file import read

HEAD = "keikaku-changes: 1\nchanges:\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "changes.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_and_options_say_the_same(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        HEAD
        + """\
- merge-departments: [甲課, 乙課]
  into: 丙課
  note: 部の再編
- split-department: 丁課
  into:
  - {name: 戊課, plans: [1-1-1, 1-1-2]}
  - {name: 己課, plans: 残り}
- {rename: 甲課, to: 新課}
- {move-plan: 2-2-5, to: 3-1}
- drop-plan: 1-1-1
""",
    )
    changes = read(path)
    assert [each.change for each in changes] == [
        MergeDepartments(("甲課", "乙課"), "丙課"),
        SplitDepartment("丁課", (Share("戊課", ("1-1-1", "1-1-2")), Share("己課", None))),
        Rename("甲課", "新課"),
        MovePlan("2-2-5", "3-1"),
        DropPlan("1-1-1"),
    ]
    assert (changes[0].note, changes[0].place.ja) == ("部の再編", "changes.yaml 3行目")
    options = [
        ("merge-departments", "甲課＋乙課 = 丙課"),
        ("split-department", "丁課＝戊課：1-1-1、1-1-2；己課：残り"),
        ("rename", "甲課=新課"),
        ("move-plan", "2-2-5=3-1"),
        ("drop-plan", " 1-1-1 "),
    ]
    assert [parse(*option).change for option in options] == [each.change for each in changes]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- drop-plans: 1-1-1\n", 3, "drop-plan"),
        ("- {drop-plan: 1-1-1, to: 3-1}\n", 3, "「to」という項目はありません"),
        ("- {drop-plan: 1-1-1, move-plan: 1-1-2}\n", 3, "一つだけ"),
        ("- move-plan: 1-1-1\n", 3, "to がありません"),
        ("- {merge-departments: 甲課, into: 丙課}\n", 3, "並び"),
        ("- {merge-departments: [甲課], into: 丙課}\n", 3, "2つ以上"),
        ("- {split-department: 甲課, into: [{name: 乙課, plans: rest}]}\n", 3, "2つ以上"),
        ("- split-department: 甲課\n  into:\n  - name: 乙課\n  - name: 丙課\n", 5, "plans"),
        ("- drop-plan:\n", 3, "drop-plan が空です"),
        ("- drop-plan: [1-1-1]\n", 3, "文字"),
        ("- 1-1-1\n", 3, "名前: 値"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(KeikakuError) as error:
        read(written(tmp_path, HEAD + text))
    (item,) = error.value.items
    assert f"{line} 行目" in item.ja
    assert words in item.ja
    assert "何も変更していません" in error.value.message("ja")


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    text = HEAD + "- move-plan: 1\n- drop-plan: 1-1-1\n- rename: 甲課\n"
    with pytest.raises(KeikakuError) as error:
        read(written(tmp_path, text))
    assert len(error.value.items) == 2


@pytest.mark.parametrize(
    "text", ["", "changes: []\n", "keikaku-changes: 2\nchanges: []\n", "keikaku-changes: 1\n", "{"]
)
def test_what_is_no_file_of_changes_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(KeikakuError):
        read(written(tmp_path, text))


@given(st.sampled_from([*FORMS]), st.text("課=＝+:;,、1-あ ", max_size=12) | st.text(max_size=8))
def test_any_words_are_a_change_or_say_how_it_is_written(kind: str, typed: str) -> None:
    try:
        place = parse(kind, typed).place.en
    except KeikakuError as error:
        place = error.message("en")
    assert f"--{kind} '{typed}'" in place
