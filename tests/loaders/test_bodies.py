"""Other departments and outside bodies in a text are distinguished from similar words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.mentions.bodies import Departments, Partners
from keikaku.loaders.text import normal
from tests.loaders.hoshimi import edges, load, page

DEPARTMENTS = Departments(["市民課", "市民税課", "収納課", "DX推進課", "スポーツ課"])
PARTNERS = Partners(["星見市"])


def departments(text: str) -> list[str]:
    return [hit.term for hit in DEPARTMENTS.find(normal(text))]


def partners(text: str) -> list[str]:
    return [name for name, _, _ in PARTNERS.find(normal(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市民課と連携する", ["市民課"]),
        ("収納課・市民税課", ["収納課", "市民税課"]),
        ("ＤＸ推進課が支援", ["DX推進課"]),
        ("市民課等", ["市民課"]),
        ("市民課、市民課", ["市民課", "市民課"]),
    ],
)
def test_departments_named_in_a_text(text: str, expected: list[str]) -> None:
    assert departments(text) == expected


@pytest.mark.parametrize(
    "text", ["市民課題を解く", "保健市民課", "スポーツ課程", "市民税", "市民", "財政課", ""]
)
def test_a_name_inside_a_longer_word_is_none(text: str) -> None:
    assert departments(text) == []


def test_the_longest_name_wins() -> None:
    assert departments("市民税課") == ["市民税課"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("星見商工会議所と連携する", "星見商工会議所"),
        ("星見市社会福祉協議会に委託", "星見市社会福祉協議会"),
        ("ほしみ観光協会の会員", "ほしみ観光協会"),
        ("本市国際交流協会", "国際交流協会"),
        ("大学等や星見商工会議所", "星見商工会議所"),
        ("地方公共団体情報システム機構", "地方公共団体情報システム機構"),
        ("ほしみ広域連携中枢都市圏", "ほしみ広域連携中枢都市圏"),
        ("東北税理士会星見支部と協定", "東北税理士会星見支部"),
        ("総務省から助言を受ける", "総務省"),
        ("デジタル庁", "デジタル庁"),
        ("青森県と協議する", "青森県"),
    ],
)
def test_an_outside_body_with_a_name_is_a_partner(text: str, name: str) -> None:
    assert partners(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "関係機関と協議",
        "各種協会",
        "三者協議会",
        "審議会に諮る",
        "市内大学",
        "各大学との連携",
        "組織機構の見直し",
        "総務省通知",
        "総務省令",
        "都道府県",
        "県と国",
        "協会",
        "",
    ],
)
def test_a_kind_of_body_is_no_partner(text: str) -> None:
    assert partners(text) == []


def test_several_bodies_are_parted() -> None:
    assert partners("自治会連合会、婦人会連合会及び星見商工会") == [
        "自治会連合会",
        "婦人会連合会",
        "星見商工会",
    ]


@given(st.text("星見市商工会議所協会機構ほしみと、等の大学", max_size=40))
def test_every_partner_stands_where_it_is_said_to(text: str) -> None:
    for name, start, end in PARTNERS.find(text):
        assert 0 <= start < end <= len(text)
        assert len(name) >= 3


def test_a_plan_involves_departments_that_are_not_its_own(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("窓口の改善", says="収納課及び市民課並びに星見商工会議所と連携する。"),
        page("納付の推進", "②", by="収納課"),
    )
    involved = edges(records, "INVOLVES", "1-1-1")
    assert sorted(edge.target for edge in involved) == [
        "partner/星見商工会議所",
        "星見市/department/収納課",
    ]
    assert not edges(records, "INVOLVES", "1-1-2")
