"""Text is brought to one form: width, stray spaces, list marks; names are compared folded."""

from __future__ import annotations

import string
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.text import (
    CIRCLED,
    circled_number,
    distance,
    fold,
    normal,
    plain,
    similarity,
    split_bullets,
    tidy,
)

KANJI = "市民課税収納防災推進図書館公園道路橋"
JAPANESE = st.text(KANJI + "のをカキクケー", min_size=1, max_size=6)
WORD = st.text(string.ascii_uppercase, min_size=2, max_size=6)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
PLAN_TEXT = st.text(KANJI + "のAIx39 　・、（）()\n", max_size=30)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("ＤＸ推進課", "DX推進課"),
        ("ﾃﾞｼﾞﾀﾙ", "デジタル"),
        ("９８．２％", "98.2%"),
        ("（目標）", "(目標)"),
        ("①申請②通知", "①申請②通知"),
        ("⑴申請", "⑴申請"),
        ("❶申請", "❶申請"),
        ("㉑", "㉑"),
        ("㊿", "㊿"),
        ("申\x00請\u200b書\x7f", "申請書"),
        ("\ufeff申請", "申請"),
        ("申請\ue000", "申請"),
        ("plain ascii\x1b", "plain ascii"),
    ],
)
def test_width_is_one_and_list_marks_stay(printed: str, read: str) -> None:
    assert normal(printed) == read


@given(ANY_TEXT)
def test_normal_text_is_in_its_last_form(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(ANY_TEXT)
def test_control_characters_are_gone_but_tabs_and_line_ends_stay(text: str) -> None:
    kept = normal(f"a\t{text}\nb")
    odd = {c for c in kept if unicodedata.category(c) in {"Cc", "Cs", "Co"} and ord(c) < 0x10000}
    assert odd <= {"\t", "\n"}
    assert kept.startswith("a\t")
    assert kept.endswith("\nb")


def test_a_lone_surrogate_is_gone() -> None:
    assert normal("申\ud800請") == "申請"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("A I による", "AIによる"),
        ("D X 推進課", "DX推進課"),
        ("3 R推進課", "3R推進課"),
        ("3R 推進課", "3R推進課"),
        ("R P A", "RPA"),
        ("P F I の導入 と運用", "PFIの導入 と運用"),
        ("  申請   受付  ", "申請 受付"),
        ("Web API", "Web API"),
        ("AI チャット", "AI チャット"),
        ("", ""),
    ],
)
def test_stray_spaces_in_latin_words_go(printed: str, read: str) -> None:
    assert tidy(printed) == read


@given(PLAN_TEXT)
def test_tidy_text_is_tidy(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(JAPANESE, WORD, JAPANESE)
def test_no_space_is_left_inside_a_spaced_latin_word(before: str, word: str, after: str) -> None:
    spaced = " ".join(word)
    assert tidy(f"{before}{spaced} {after}") == f"{before}{word}{after}"
    assert tidy(spaced) == word


@given(JAPANESE, JAPANESE)
def test_a_space_between_japanese_words_is_kept_for_groups_and_gone_in_names(
    group: str, item: str
) -> None:
    assert tidy(f"{group} {item}") == f"{group} {item}"
    assert plain(f"{group} {item}") == group + item


@given(PLAN_TEXT)
def test_plain_text_is_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("図書館 (分館) 整備", "図書館(分館)整備"),
        ("市 民 課", "市民課"),
        ("Park PFI 事業", "Park PFI 事業"),
        ("公園 A B 区", "公園 AB区"),
    ],
)
def test_a_name_loses_its_inner_spaces(printed: str, read: str) -> None:
    assert plain(printed) == read


@given(PLAN_TEXT)
def test_a_folded_name_has_no_spaces_and_folds_to_itself(text: str) -> None:
    folded = fold(text)
    assert not any(c.isspace() for c in folded)
    assert fold(f" {folded}　") == folded


def test_names_are_compared_without_width_case_and_spaces() -> None:
    assert fold("ＤＸ 推進　課") == fold("dx推進課")


@pytest.mark.parametrize("mark", CIRCLED)
def test_every_circled_digit_numbers_its_item(mark: str) -> None:
    assert circled_number(f" {mark} 申請") == CIRCLED[mark]
    assert normal(mark) == mark


@given(st.integers(min_value=1, max_value=99))
def test_a_number_in_parentheses_or_before_a_point_numbers_its_item(number: int) -> None:
    assert circled_number(f"({number}) 申請") == number
    assert circled_number(f"{number}. 申請") == number
    assert circled_number(f"{number}) 申請") == number


@pytest.mark.parametrize(
    "text", ["", " ", "申請①", "3.5%", "3か所", "(課)", "2030年度", "(123) 件"]
)
def test_other_text_has_no_number(text: str) -> None:
    assert circled_number(text) is None


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("・広報紙 ・議会だより", ["広報紙", "議会だより"]),
        ("・広報紙\n・議会だより", ["広報紙", "議会だより"]),
        ("● 広報紙\n- 議会だより", ["広報紙", "議会だより"]),
        ("コーヒー・紅茶", ["コーヒー・紅茶"]),
        ("広報紙", ["広報紙"]),
        ("・", ["・"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_items_are_parted_at_their_bullets(text: str, items: list[str]) -> None:
    assert list(split_bullets(text)) == items


@given(st.lists(JAPANESE, min_size=1, max_size=6))
def test_every_bulleted_item_comes_back(items: list[str]) -> None:
    assert list(split_bullets(" ".join(f"・{item}" for item in items))) == items
    assert list(split_bullets("\n".join(f"・ {item}" for item in items))) == items


@given(JAPANESE, JAPANESE)
def test_distance_counts_edits_both_ways(a: str, b: str) -> None:
    assert distance(a, b) == distance(b, a)
    assert (distance(a, b) == 0) == (a == b)
    assert distance(a, a + b) == len(b)


@given(PLAN_TEXT, PLAN_TEXT)
def test_similarity_is_a_share(a: str, b: str) -> None:
    assert 0 <= similarity(a, b) <= 1
    assert similarity(a, b) == similarity(b, a)
    assert similarity(a, f" {a} ") == 1


def test_one_letter_of_three_is_a_third_away() -> None:
    assert distance("収納課", "収納科") == 1
    assert similarity("収納課", "収納科") == pytest.approx(2 / 3)
    assert distance("ＤＸ 課", "dx課") == 0
