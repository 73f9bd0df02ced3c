"""Named laws, ordinances, guidelines, plans and policies are found; bare words name nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.mentions.guideline_mentions import GuidelineHit, Guidelines
from keikaku.loaders.text import normal
from tests.loaders.hoshimi import edges, load, of_kind, page

FINDER = Guidelines(["星見市"])


def hits(text: str) -> list[GuidelineHit]:
    return list(FINDER.find(normal(text)))


def names(text: str) -> list[str]:
    return [hit.name for hit in hits(text)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("個人情報保護法に基づき", "個人情報保護法", "law"),
        ("建築基準法第6条", "建築基準法", "law"),
        ("省エネ法の届出", "省エネ法", "law"),
        ("ＰＦＩ法を活用", "PFI法", "law"),
        ("星見市情報公開条例を改正する", "星見市情報公開条例", "ordinance"),
        ("情報公開条例施行規則", "情報公開条例施行規則", "ordinance"),
        ("星見市職員研修要綱", "星見市職員研修要綱", "ordinance"),
        ("星見市まちづくり基本指針に沿う", "星見市まちづくり基本指針", "guideline"),
        ("行政手続ガイドライン", "行政手続ガイドライン", "guideline"),
        ("公共施設等総合管理計画を見直す", "公共施設等総合管理計画", "plan"),
        ("ごみ処理基本計画の更新", "ごみ処理基本計画", "plan"),
        ("第3次星見市男女共同参画プラン", "第3次星見市男女共同参画プラン", "plan"),
        ("星見市DX推進計画2030に沿って", "星見市DX推進計画2030", "plan"),
        ("情報セキュリティポリシーを改定", "情報セキュリティポリシー", "policy"),
        ("水道事業経営戦略", "水道事業経営戦略", "policy"),
        ("開発許可審査基準に照らす", "開発許可審査基準", "criterion"),
        ("星見市2040将来ビジョン", "星見市2040将来ビジョン", "vision"),
        ("学校教育法（昭和22年法律第26号）第19条", "学校教育法", "law"),
        ("届出の受付③介護予防サービス計画の作成", "介護予防サービス計画", "plan"),
    ],
)
def test_a_named_guideline_is_found_with_its_type(text: str, name: str, kind: str) -> None:
    (hit,) = hits(text)
    assert (hit.name, hit.type) == (name, kind)
    assert normal(text)[hit.start : hit.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "計画を策定する",
        "実施計画",
        "基本方針を定める",
        "行動計画、個別計画、年次計画",
        "区間整備済延長/計画",
        "計画的に進める",
        "計画書を作る",
        "計画課と協議する",
        "経営戦略課",
        "手法を見直す",
        "新たな手法や方法",
        "適法に処理する",
        "心肺蘇生法の普及",
        "新しい指導法と学習法",
        "工事費算定法により",
        "憲法",
        "審査基準",
        "基準値を超える",
        "次期計画",
        "本計画",
        "予算編成方針",
        "方針を決める",
        "",
    ],
)
def test_a_bare_word_names_nothing(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地方自治法及び地方公務員法に基づき", ["地方自治法", "地方公務員法"]),
        ("星見市職員研修要綱、星見市旅費規則", ["星見市職員研修要綱", "星見市旅費規則"]),
        ("空家等対策計画を地域防災計画と併せる", ["空家等対策計画", "地域防災計画"]),
    ],
)
def test_several_guidelines_are_parted(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("「星見市人材育成基本方針」を改定", "星見市人材育成基本方針"),
        ("『公民館のあり方に関する基本構想』", "公民館のあり方に関する基本構想"),
        ("「暮らしと市役所をつなぐ指針」に沿う", "暮らしと市役所をつなぐ指針"),
        ("総務省通知「窓口業務の留意事項について」", "窓口業務の留意事項について"),
    ],
)
def test_a_quoted_name_is_taken_whole_without_its_quotes(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("text", ["「市民の声」を聴く", "「計画」とする", "「窓口の改善」"])
def test_what_is_quoted_is_not_always_a_guideline(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "national"),
    [
        ("個人情報保護法", True),
        ("総務省の自治体DX推進計画", True),
        ("国の行政手続ガイドライン", True),
        ("星見市自治体DX推進計画", False),
        ("情報公開条例", False),
        ("公共施設等総合管理計画", False),
    ],
)
def test_guidelines_of_the_state_are_distinguished_from_the_citys(
    text: str, national: bool
) -> None:
    (hit,) = hits(text)
    assert hit.national is national


@pytest.mark.parametrize(
    ("text", "name"),
    [("本市の個人情報保護条例", "個人情報保護条例"), ("現行総合管理計画", "総合管理計画")],
)
def test_words_before_a_name_are_no_part_of_it(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("星見市行政経営の指針", "guideline"),
        ("星見市情報公開条例", "ordinance"),
        ("行財政改革の取組", None),
        ("計画及び方針", None),
        ("基本計画", None),
    ],
)
def test_a_web_pages_title_may_be_a_guidelines_name(title: str, kind: str | None) -> None:
    assert FINDER.whole(title) == kind


@given(st.text("星見市計画法条例「」・の基準DX2030 、ごみ方針", max_size=40))
def test_hits_of_any_soup_are_where_they_say(text: str) -> None:
    used: set[int] = set()
    for hit in hits(text):
        assert hit.name
        assert not used & set(range(hit.start, hit.end))
        used |= set(range(hit.start, hit.end))


def test_spellings_of_one_guideline_are_one_node_with_aliases(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("窓口の改善", says="公共施設等総合管理計画に沿う。"),
        page("庭の手入れ", "②", "星見市公共施設等総合管理計画に沿う。"),
        page("電話の取次", "③", "星見市公共施設等総合管理計画2030に沿う。"),
    )
    (node,) = of_kind(records, "Guideline")
    assert node.id == "星見市/guideline/星見市公共施設等総合管理計画2030"
    assert sorted(node.facts["aliases"]) == [
        "公共施設等総合管理計画",
        "星見市公共施設等総合管理計画",
    ]
    assert all(edges(records, "GROUNDED_IN", f"1-1-{n}") for n in (1, 2, 3))


def test_a_national_law_is_shared_by_all_municipalities(tmp_path: Path) -> None:
    records = load(tmp_path, page("窓口の改善", says="個人情報保護法に基づく。"))
    assert [n.id for n in of_kind(records, "Guideline")] == ["guideline/個人情報保護法"]
    (edge,) = edges(records, "GROUNDED_IN", "1-1-1")
    assert edge.evidence[0].section == "事業概要"
