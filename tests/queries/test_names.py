"""Names are found as people type them."""

from __future__ import annotations

import pytest

from keikaku.graph import network
from keikaku.graph.errors import NotFoundError
from keikaku.graph.merging import merge
from keikaku.queries.names import AmbiguousNameError, NameEntry, choose, find, fold, what
from tests.queries.small_graph import CITY, DOC, LAW, RULE, records, small_graph


@pytest.mark.parametrize(
    "typed", ["5レス", "５レス", "5 レス", "五レス", "5ﾚｽ", "5れす", " 五 ﾚｽ "]
)
def test_width_kana_spaces_and_numerals_do_not_matter(typed: str) -> None:
    assert find(small_graph(), "Theme", typed) == ["theme/5レス"]


@pytest.mark.parametrize("typed", ["dx", "ＤＸ", "D X", "でじたるトランスフォーメーション"])
def test_case_and_aliases_do_not_matter(typed: str) -> None:
    assert find(small_graph(), "Theme", typed) == ["theme/DX"]


@pytest.mark.parametrize("typed", ["個人情報", "個人情報保護法", LAW])
def test_a_unique_part_or_the_id_names_the_thing(typed: str) -> None:
    assert find(small_graph(), "Guideline", typed) == [LAW]


def test_a_law_goes_by_its_short_and_its_long_name() -> None:
    graph = small_graph().copy()
    short, long = "灯台保全法", "灯台の保全等に関する法律"
    for name in (short, long, "海図の刊行に関する法律"):
        graph.add_node(f"guideline/{name}", kind="Guideline", name=name, label=name, evidence=[])
    both = [f"guideline/{short}", f"guideline/{long}"]
    assert find(graph, "Guideline", short) == both
    assert find(graph, "Guideline", long) == both
    assert find(graph, "Guideline", "海図刊行法") == ["guideline/海図の刊行に関する法律"]


def test_a_year_is_the_same_in_either_calendar() -> None:
    assert find(small_graph(), "Guideline", "DX推進計画令和4年") == [RULE]
    assert fold("平成31年度") == fold("2019年") == "2019"


def test_the_whole_name_wins_over_a_part_of_another() -> None:
    assert find(small_graph(), "Department", "総務課") == [f"{CITY}/department/総務課"]


def test_a_part_of_several_names_lists_them() -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        find(small_graph(), "Department", "総務")
    assert "総務課、総務企画課" in caught.value.message("ja")
    assert "any of 2: 総務課" in caught.value.message("en")


@pytest.mark.parametrize(
    ("offices", "ja", "en"),
    [
        (8, "出張所8係", "出張所8係."),
        (9, "、ほか1件。", "and 1 more."),
        (10, "、ほか2件。", "and 2 more."),
    ],
)
def test_of_many_names_eight_are_listed_and_the_rest_counted(
    offices: int, ja: str, en: str
) -> None:
    graph = small_graph().copy()
    for number in range(1, offices + 1):
        name = f"出張所{number}係"
        graph.add_node(f"{CITY}/department/{name}", kind="Department", label=name, name=name)
    with pytest.raises(AmbiguousNameError) as caught:
        find(graph, "Department", "出張所")
    said = caught.value.message("ja")
    assert f"{offices}件あります" in said
    assert ja in said
    assert ("ほか" in said) is (offices > 8)
    assert caught.value.message("en").endswith(en)


def test_an_unknown_name_offers_the_nearest() -> None:
    with pytest.raises(NotFoundError) as caught:
        find(small_graph(), "Theme", "キャシュレス")
    assert "もしかして: キャッシュレス" in caught.value.message("ja")
    assert "did you mean: キャッシュレス" in caught.value.message("en")


def test_a_name_like_no_other_is_refused_with_the_few_that_there_are() -> None:
    with pytest.raises(NotFoundError) as error:
        find(small_graph(), "Theme", "xyz")
    assert error.value.message("ja") == (
        "テーマ「xyz」は見つかりません。"
        "あるのは: 5レス、カウンターレス、キャッシュレス、ペーパーレス、ファイルレス、ムーブレス、"
        "DX。"
    )


def test_among_many_names_a_name_like_no_other_is_only_said_to_be_unknown() -> None:
    many = [NameEntry(f"theme/{n}", (f"テーマ{n}", f"theme/{n}")) for n in range(9)]
    with pytest.raises(NotFoundError) as error:
        choose(many, "xyz", what("Theme"))
    assert error.value.message("ja") == "テーマ「xyz」は見つかりません。"


def test_an_id_means_its_node() -> None:
    assert find(small_graph(), "Theme", "theme/DX") == ["theme/DX"]


def test_of_one_document_only_what_it_has_to_do_with_is_known() -> None:
    ours, theirs = small_graph(), network.from_records(records("hoshi-2023", "ほし市"))
    both, _ = merge([ours, theirs])
    assert len(find(both, "Department", "収納課")) == 2
    assert find(both, "Department", "収納課", document=DOC) == [f"{CITY}/department/収納課"]
    assert find(both, "Theme", "DX", document=DOC) == ["theme/DX"]


def test_a_city_s_name_in_an_id_is_no_part_of_a_department_s_name() -> None:
    with pytest.raises(NotFoundError):
        find(small_graph(), "Department", CITY)


@pytest.mark.parametrize(
    "typed", ["1-1-2", "１－１－２", "1ー1ー2", "1‐1‐2", "市税等", f"{DOC}/plan/1-1-2"]
)
def test_a_plan_by_number_title_or_id(typed: str) -> None:
    assert find(small_graph(), "Plan", typed) == [f"{DOC}/plan/1-1-2"]


def test_a_number_is_never_a_part_of_a_number() -> None:
    with pytest.raises(NotFoundError, match="1-1-2"):
        find(small_graph(), "Plan", "1-1")


def test_an_empty_name_is_not_everything() -> None:
    with pytest.raises(NotFoundError):
        find(small_graph(), "Theme", " ")


def test_of_rules_too_the_main_name_wins_over_another_name() -> None:
    graph = small_graph().copy()
    for name, others in (("灯台計画", []), ("港計画", ["灯台計画"])):
        node = f"guideline/{name}"
        graph.add_node(node, kind="Guideline", name=name, label=name, aliases=others, evidence=[])
    assert find(graph, "Guideline", "灯台計画") == ["guideline/灯台計画"]


def test_the_only_name_that_there_is_is_said() -> None:
    entry = NameEntry("department/庶務課", ("庶務課", "department/庶務課"))
    with pytest.raises(NotFoundError) as caught:
        choose([entry], "ゆめ", what("Department"))
    assert "あるのは: 庶務課。" in caught.value.message("ja")
