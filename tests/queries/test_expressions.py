"""The language of conditions: its grammar, its errors, and its third value."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import keikaku
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.queries.answers import Answer
from keikaku.queries.expressions.grammar import parse
from keikaku.queries.expressions.tree import And, Comparison, Not, Or, Some, Tree, expression
from keikaku.queries.find.rows import FindRow

_NAMES = st.sampled_from(["テーマ", "所管課", "目標値", "department"])
_VALUES = st.sampled_from(
    ["DX", "A B", "and", "90%", "市民・NPO活動推進課", "PPP(官民連携)指針", "1,000"]
)
_COMPARISONS = st.builds(
    Comparison, _NAMES, st.sampled_from(["=", ">=", "in"]), _VALUES, st.none() | _VALUES
)


def _trees(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    nested = st.builds(Some, _NAMES, inner, st.sampled_from(["=", ">="]), _VALUES)
    return st.one_of(st.builds(Not, inner), st.builds(And, several), st.builds(Or, several), nested)


@given(st.recursive(_COMPARISONS, _trees, max_leaves=6))
def test_what_is_written_reads_back_as_the_same(tree: Tree) -> None:
    text = expression(tree)
    assert expression(parse(text)) == text


@pytest.fixture(scope="module")
def graph() -> Graph:
    return keikaku.read()


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("テーマ=", "終わり"),
        ("=DX", "1文字目「=DX」"),
        ("テーマ=DX) and 所管課=収納課", "7文字目「)」"),
        ("テーマ=DX and or 所管課=収納課", "12文字目「or」"),
        ("所管化=収納課", "もしかして: 所管課"),
        ("所管課=収能課", "もしかして: 収納課"),
        ("年度=いつか", "令和5年度"),
        ("テーマ>DX", "大小を比べられません"),
        ("本文=市民", "市民 in 本文"),
        ("", "空です"),
        ("テーマ=AI and 所管課=収能課", "条件式の16文字目「収能課」"),
        ("所管課>3", "所管課数>1"),
        ("テーマ=DX 所管課=収納課", "8文字目「所管課」: 条件と条件のあいだに and か or"),
        ("目標値>=90", "「目標値」は指標の項目です（keikaku find 指標"),
        ("指標(現況値=無し", "終わり: ここには ）"),
        ("指標(所管化=無し)=有", "もしかして: 所管課"),
        ("番号(テーマ=DX)=有", "括弧を付けられません"),
        ("DX", "「DX」はテーマの名称です。テーマ=DX と書いてください"),
        ("テーマ=DX ，所管課=収納課", "8文字目「所管課」: 条件と条件のあいだに"),
        ("指標(現況値=無し)=多い", "=有、=無し"),
        ("印=テレワーク", "テーマ=テレワーク"),
        ("not " * 200 + "テーマ=DX", "深すぎます"),
    ],
)
def test_an_error_points_at_the_place_and_offers_what_fits(
    graph: Graph, where: str, message: str
) -> None:
    with pytest.raises(KeikakuError, match=re_escape(message)):
        keikaku.find(graph, where=where)


def test_money_is_compared_in_any_unit(graph: Graph) -> None:
    def indicators(where: str) -> set[str]:
        rows = keikaku.find(graph, "指標", where=where).rows
        return {row.name for row in rows if isinstance(row, FindRow)}

    assert indicators("目標値>=5億円") == {
        *("総量縮減", "滞納繰越額", "未利用財産売却・貸付金額", "人件費削減額(単年度)"),
        "人件費削減額(1999年度からの累計)",
    }
    assert indicators("目標値=45000万円") == {"債権整理実績"}


def re_escape(text: str) -> str:
    import re

    return re.escape(text)


def ids(answer: Answer[Any]) -> list[str]:
    return [row.id for row in answer.rows]


_DOUBTFUL = "テーマ(キャッシュレス)=不明"


def test_what_is_unknown_is_neither_yes_nor_no(graph: Graph) -> None:
    yes, no, unknown = (
        keikaku.find(graph, where=where)
        for where in (
            "テーマ=キャッシュレス",
            "not テーマ=キャッシュレス",
            "テーマ(キャッシュレス)=不明",
        )
    )
    assert len(yes) + len(no) + len(unknown) == 57
    assert [row.id for row in yes.unknown or ()] == ids(unknown)
    assert str(len(unknown)) in yes.notes[0].ja


def test_signs_and_words_of_both_languages_mean_the_same(graph: Graph) -> None:
    forms = (
        "テーマ=DX and not 所管課=DX戦略課",
        "theme=DX かつ !department=DX戦略課",
        "（テーマ＝ＤＸ） and 担当課≠DX戦略課",
    )
    first, *others = (ids(keikaku.find(graph, where=each)) for each in forms)
    assert first
    assert all(other == first for other in others)


def test_all_that_tie_with_the_last_are_kept(graph: Graph) -> None:
    answer = keikaku.find(graph, "所管課", sort="-計画数", top=2)
    counts = [row.values["plan_count"] for row in answer]  # type: ignore[union-attr]
    assert counts == [12, 4, 4, 4, 4]


def rows_of(graph: Graph, kind: str = "計画", **options: Any) -> Answer[Any]:
    return keikaku.find(graph, kind, **options)


def test_a_condition_in_brackets_holds_for_what_a_field_leads_to(graph: Graph) -> None:
    one_plan = rows_of(graph, "所管課", where="計画(テーマ=カウンターレス and テーマ=AI)=有")
    apart = rows_of(graph, "所管課", where="テーマ=カウンターレス and テーマ=AI")
    assert {row.name for row in one_plan.rows} < {row.name for row in apart.rows}
    counted = rows_of(graph, where="指標(単位=%)>=3")
    assert [row.number for row in counted.rows] == ["2-2-3"]
    without = rows_of(graph, where="指標(単位=%)=無し", count=True)
    with_any = rows_of(graph, where="指標(単位=%)", count=True)
    assert (without.totals or [])[0].count + (with_any.totals or [])[0].count == 57


def test_one_place_holds_all_that_tie(graph: Graph) -> None:
    second = rows_of(graph, "所管課", sort="-計画数", place=2)
    assert {row.name for row in second.rows} == {"DX戦略課", "人事課", "総務法務課", "財政課"}
    assert not rows_of(graph, "所管課", sort="計画数", place=9).rows
    groups = rows_of(graph, by="所管課", place=1)
    assert [row.group for row in groups.rows] == ["行政マネジメント課"]


def test_a_field_is_added_up_for_all_or_for_each(graph: Graph) -> None:
    (whole,) = rows_of(graph, of="指標数").rows
    assert (whole.group, whole.count, whole.sum, whole.median) == ("all", 57, 135, 2)
    groups = {row.group: row for row in rows_of(graph, by="所管課", of="指標数").rows}
    assert (groups["人事課"].sum, groups["人事課"].mean, groups["人事課"].median) == (12, 3, 2.5)


def test_plans_are_counted_in_each_year_in_which_they_run(graph: Graph) -> None:
    years = {row.group: (row.count, row.possible) for row in rows_of(graph, by="年度").rows}
    assert years["2023"] == (30, 26)
    assert years["2025"] == (20, 36)


def test_a_count_that_may_be_higher_says_up_to_which(graph: Graph) -> None:
    (row,) = rows_of(graph, where="番号=1-1-3", fields="テーマ数").rows
    assert (row.values, row.possible) == (
        {"department": ["男女共同参画課", "行政マネジメント課"], "theme_count": 1},
        {"theme_count": 6},
    )


def test_a_share_within_each_group_is_of_all_that_are_in_it(graph: Graph) -> None:
    goals = rows_of(graph, where="テーマ=キャッシュレス", by="目標", share=True)
    shares = {row.group[:3]: (row.count, row.of, row.possible) for row in goals.rows}
    assert shares == {"持続可": (6, 20, 4), "機能的": (4, 21, 2), "公民協": (0, 16, 3)}
    assert [row.share for row in goals.rows] == [6 / 20, 4 / 21, 0]
    least = rows_of(graph, where="テーマ=DX", by="目標", share=True, sort="割合", top=1)
    assert [(row.group[:3], row.count) for row in least.rows] == [("持続可", 0), ("公民協", 0)]
    second = rows_of(graph, where="テーマ=キャッシュレス", by="目標", share=True, place=2)
    assert [row.group[:3] for row in second.rows] == ["機能的"]


def test_two_plans_stand_side_by_side(graph: Graph) -> None:
    facts = {row.field: row for row in rows_of(graph, compare="2-2-1,2-2-2").rows}
    assert (facts["indicator_count"].first, facts["indicator_count"].second) == (2, 4)
    assert facts["department"].shared == []
    assert "キャッシュレス" in facts["theme"].shared
    of_plans = {row.field: row for row in rows_of(graph, "指標", compare="2-2-1,2-2-2").rows}
    assert (of_plans["count"].first, of_plans["count"].second) == (2, 4)


def test_a_component_has_only_its_own_actions_and_milestones(graph: Graph) -> None:
    steps = rows_of(graph, "行動計画", where="個別取組=カルチャーパーク")
    assert [row.name for row in steps.rows] == ["施設方針検討"]
    actions = rows_of(graph, "取組内容", where="個別取組=カルチャーパーク")
    assert [row.name for row in actions.rows] == ["施設方針等の決定"]


def test_what_is_to_be_kept_is_reached_where_it_stands_at_its_target(graph: Graph) -> None:
    where = "方向=維持 and 達成=有"
    kept = rows_of(graph, "指標", where=where)
    assert len(kept.rows) == 7
    assert not kept.unknown


def test_a_year_outside_the_plan_is_said_to_be_outside(graph: Graph) -> None:
    for where in ("開始年度=2027", "終了年度=2027"):
        notes = rows_of(graph, "取組内容", where=where).notes
        assert any("2027年度は計画期間" in note.ja for note in notes), where


@pytest.mark.parametrize(
    "typed", ["テーマ数,所管課数", "テーマ数、 所管課数", " テーマ数,,所管課数, "]
)
def test_fields_are_listed_with_any_comma_and_blanks(graph: Graph, typed: str) -> None:
    (row,) = rows_of(graph, where="番号=1-1-3", fields=typed).rows
    assert [*row.values][-2:] == ["theme_count", "department_count"]
