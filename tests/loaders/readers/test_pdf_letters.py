"""Lines of a narrow cell are joined where only its width broke them."""

from __future__ import annotations

import unicodedata

import pytest

from keikaku.loaders.readers.pdf_letters import Letter, letters_of, text_of

SIZE = 8.0


def letters(*lines: str) -> list[Letter]:
    """Letters of lines set below one another: Latin ones and digits are half as wide."""
    placed: list[Letter] = []
    for at, line in enumerate(lines):
        right = 0.0
        for sign in line:
            left = right
            right += SIZE if unicodedata.east_asian_width(sign) in "WF" else 5.5
            placed.append(Letter(sign, left, at * 10.0, right, at * 10.0 + SIZE, SIZE))
    return placed


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("9", "11", "16"), "9\n11\n16"),
        (("11", "16"), "11\n16"),
        (("11.3", "12"), "11.3\n12"),
        (("20", "26"), "2026"),
        (("12,0", "00"), "12,000"),
        (("△9,70", "0"), "△9,700"),
        (("△1,", "20", "0"), "△1,200"),
        (("1", "1、16"), "11、16"),
        (("8、11、1", "2"), "8、11、12"),
        (("120", "115"), "120\n115"),
        (("1,200", "1,300"), "1,200\n1,300"),
    ],
)
def test_numbers_below_one_another_are_one_only_where_no_digit_more_had_room(
    lines: tuple[str, ...], text: str
) -> None:
    width = max(5.5 * len(line) for line in lines) + 1
    assert text_of(letters(*lines), width) == text


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("RP", "Aと", "用い"), "RPAと用い"),
        (("SD", "Gs"), "SDGs"),
        (("Smart City", "Plan"), "Smart City Plan"),
    ],
)
def test_a_latin_word_is_one_where_not_a_letter_more_had_room(
    lines: tuple[str, ...], text: str
) -> None:
    assert text_of(letters(*lines), 66.0 if "Plan" in lines else 16.0) == text


def test_names_of_offices_below_one_another_are_names_also_where_they_fill_their_cell() -> None:
    lines = ("産業環境部", "企業誘致推進室", "都市整備部", "都市計画課")
    assert text_of(letters(*lines), 60.0) == "\n".join(lines)
    assert text_of(letters("産業環境部企", "業誘致推進室"), 48.0) == "産業環境部企業誘致推進室"


def test_lines_that_name_a_year_each_are_lines_also_where_they_fill_their_cell() -> None:
    for lines in (
        ("令和8年度：調査・検討", "令和9年度：設計"),
        ("令和8年度 43", "令和9年度 46"),
        ("R8：実施", "R9：→"),
    ):
        width = max(one.right for one in letters(*lines))
        assert text_of(letters(*lines), width) == "\n".join(lines)


def test_signs_that_a_browser_names_otherwise_are_those_that_a_person_reads() -> None:
    printed = "調査‧検討\u2329総務部∕財政課\u232a"
    chars = [
        {"text": sign, "x0": 8.0 * at, "x1": 8.0 * at + 8, "top": 0.0, "bottom": 8.0, "upright": 1}
        for at, sign in enumerate(printed)
    ]
    assert "".join(one.text for one in letters_of(chars)) == "調査・検討〈総務部／財政課〉"


def test_radicals_that_a_browser_writes_for_ideographs_are_those() -> None:
    chars = [
        {"text": sign, "x0": at * 8.0, "x1": at * 8.0 + 8, "top": 0, "bottom": 8, "upright": True}
        for at, sign in enumerate("⺠間⽐率⼾")
    ]
    assert "".join(one.text for one in letters_of(chars)) == "民間比率戸"
