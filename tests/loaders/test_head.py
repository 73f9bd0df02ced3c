"""The head of a page: its number, its title and who is responsible, in every layout."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.implementation_plan.family import DEPARTMENT_ENDS
from keikaku.loaders.implementation_plan.head import Head, is_head, read_head, split_departments
from keikaku.loaders.implementation_plan.text_rows import read_rows
from keikaku.loaders.readings import Spot
from keikaku.loaders.text import normal

SPOT = Spot(7, "表紙", "欄")
STEM = st.text("市民税収納防災推進総務企画", min_size=2, max_size=5)
DEPARTMENT = st.builds(lambda stem, end: stem + end, STEM, st.sampled_from(DEPARTMENT_ENDS))


def departments(text: str) -> list[str]:
    return [one.name for one in split_departments(normal(text), SPOT)]


def head(text: str) -> tuple[Head, list[str]]:
    """The head of a page that is all there is, and the text of the lines behind it."""
    rows = read_rows(text)
    (at,) = [n for n, row in enumerate(rows) if is_head(row)]
    parsed_head = read_head(rows, at)
    return parsed_head, [row.text for row in rows[parsed_head.after :] if row.text]


def names(parsed_head: Head) -> list[str]:
    return [one.name for one in parsed_head.departments]


@pytest.mark.parametrize(
    "text",
    [
        "収納課、市民課",
        "収納課・市民課",
        "収納課 市民課",
        "収納課　市民課",
        "収納課\n市民課",
        "収納課, 市民課",
        "収納課，市民課等",
        "収納課、市民課 等",
        "収納課、市民課など",
        "収納課、、市民課、",
        "・収納課 ・市民課",
        "収納課、市民課、収納課",
        "収 納 課、市民 課",
    ],
)
def test_departments_are_parted_in_their_order(text: str) -> None:
    assert departments(text) == ["収納課", "市民課"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市民・NPO課", ["市民・NPO課"]),
        ("市民・NPO活動推進課 収納課", ["市民・NPO活動推進課", "収納課"]),
        ("収納課・市民・NPO課", ["収納課", "市民・NPO課"]),
        ("健康・福祉課・市民課", ["健康・福祉課", "市民課"]),
        ("D X 推進課", ["DX推進課"]),
        ("ＤＸ推進課", ["DX推進課"]),
        ("3 R 推進課", ["3R推進課"]),
        ("中央図書館・公民館", ["中央図書館", "公民館"]),
        ("子育て支援センター・こども園", ["子育て支援センター", "こども園"]),
        ("(収納課)", ["収納課"]),
    ],
)
def test_a_name_that_holds_a_point_or_letters_stays_whole(text: str, expected: list[str]) -> None:
    assert departments(text) == expected


@pytest.mark.parametrize("text", ["", " ", "、、", "等", "・", "、 ・ 等"])
def test_nothing_is_no_department(text: str) -> None:
    assert departments(text) == []


@given(
    st.lists(DEPARTMENT, min_size=1, max_size=6, unique=True),
    st.sampled_from(["、", "・", " ", "\n", "　", "、 ", " ・ "]),
)
def test_departments_joined_in_any_way_come_back(given_names: list[str], by: str) -> None:
    assert departments(by.join(given_names)) == given_names


@given(st.text("収納課市民・NPO、 等他()\n係", max_size=30))
def test_no_department_is_empty_or_named_twice(text: str) -> None:
    split_names = departments(text)
    assert all(name.strip("・ 、") for name in split_names)
    assert len(split_names) == len(set(split_names))


def test_each_department_keeps_its_place() -> None:
    (one,) = split_departments("収納課", SPOT)
    assert (one.spot.line, one.spot.section, one.spot.quote) == (7, "所管課", "欄")


@pytest.mark.parametrize("piece", ["課・", "あ・", "市 ", "、等", "・ "])
def test_twenty_thousand_pieces_are_parted_fast(piece: str) -> None:
    start = time.process_time()
    split_departments(piece * 20_000, SPOT)
    assert time.process_time() - start < 2


ONE_HEAD = {
    "row": "③\t実施計画名\t窓口の改善\t所管課\t市民課、収納課\n事業概要\t目指す姿",
    "row, names in cells": "③\t実施計画名\t窓口の改善\t所管課\t市民課\t収納課\n事業概要",
    "row, labels glued": "③\t実施計画名 窓口の改善\t所管課 市民課 収納課\n事業概要",
    "row, empty cells": "③\t実施計画名\t\t窓口の改善\t\t所管課\t\t市民課\t収納課\n事業概要",
    "row, breaks": "③\t実施計画名\t窓口の<br>改善\t所管課\t市民課<br>収納課\n事業概要",
    "two rows": "③\t実施計画名\t窓口の改善\t\n\t所管課\t市民課、収納課\t\n事業概要",
    "one line": "③ 実施計画名 窓口の改善 所管課 市民課・収納課\n事業概要",
    "one line, no spaces": "③実施計画名窓口の改善所管課市民課・収納課\n事業概要",
    "one line, spaced labels": "③ 実 施 計 画 名 窓口の改善 所 管 課 市民課 収納課\n事業概要",
    "two lines": "③ 実施計画名 窓口の改善\n所管課 市民課、収納課\n事業概要",
    "colons": "③ 実施計画名：窓口の改善\n所管課：市民課、収納課\n事業概要",
    "names over lines": "③ 実施計画名 窓口の改善\n所管課 市民課\n収納課\n事業概要",
    "each on its own": "③\n\n実施計画名\n\n窓口の改善\n\n所管課\n\n市民課\n収納課\n\n事業概要",
    "title cut": "③\n実施計画名\n窓口の\n改善\n所管課\n市民課 収納課\n事業概要",
    "bold": "**③ 実施計画名 窓口の改善**\n**所管課 市民課、収納課**\n事業概要",
    "heading": "### ③ 実施計画名 窓口の改善\n### 所管課 市民課、収納課\n事業概要",
    "parentheses": "(3)\t実施計画名\t窓口の改善\t所管課\t市民課・収納課\n事業概要",
    "wide": "③　実施計画名　窓口の改善　所管課　市民課　収納課\n事業概要",
    "html": "③ <b>実施計画名</b> 窓口の改善\n<p>所管課 市民課、収納課</p>\n事業概要",
    "pipes": "|③|実施計画名|窓口の改善|所管課|市民課、収納課|\n|---|---|---|---|---|\n事業概要",
}


@pytest.mark.parametrize("text", ONE_HEAD.values(), ids=ONE_HEAD.keys())
def test_one_head_in_every_layout(text: str) -> None:
    parsed_head, behind = head(text)
    assert (parsed_head.number, parsed_head.title) == (3, "窓口の改善")
    assert names(parsed_head) == ["市民課", "収納課"]
    assert behind[0].startswith("事業概要")


def test_a_head_without_a_number_has_none() -> None:
    parsed_head, _ = head("実施計画名 窓口の改善\n所管課 市民課\n事業概要")
    assert (parsed_head.number, parsed_head.title) == (None, "窓口の改善")


def test_a_head_without_departments_takes_none_from_the_text() -> None:
    parsed_head, behind = head(
        "③ 実施計画名 窓口の改善\n事業概要 市民課は手続を見直す\n目指す姿 早い"
    )
    assert names(parsed_head) == []
    assert len(behind) == 2


def test_a_title_may_end_in_parentheses() -> None:
    parsed_head, _ = head("③ 実施計画名 窓口の改善 (予約制)\n所管課 市民課\n事業概要")
    assert parsed_head.title == "窓口の改善(予約制)"


def test_a_head_remembers_its_line() -> None:
    parsed_head, _ = head("\n\n③ 実施計画名 窓口の改善\n\n所管課 市民課\n事業概要")
    assert parsed_head.spot.line == 3
    assert parsed_head.departments[0].spot.line == 5


@pytest.mark.parametrize("text", ["窓口の改善", "所管課 市民課", "", "この実施計画名は仮のもの"])
def test_other_lines_are_no_head(text: str) -> None:
    assert not any(is_head(row) for row in read_rows(text))


@given(st.text("③\t\n 実施計画名所管課市民、事業概要", max_size=60))
def test_any_soup_behind_a_head_is_bounded(text: str) -> None:
    rows = read_rows(f"実施計画名{text}")
    parsed_head = read_head(rows, 0)
    assert 0 <= parsed_head.first < parsed_head.after <= len(rows)
