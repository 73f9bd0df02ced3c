"""Tables are aligned with full-width characters and fit the terminal."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth, wcwidth

from keikaku.cli.text_tables import Cell, Styled, clean, coloured, table, wrap
from keikaku.graph.text_width import text_width

# What plans are written in: ASCII, kana, kanji, full- and half-width forms, signs, voicing marks.
TEXT = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.characters(min_codepoint=0x3041, max_codepoint=0x3096),
        st.characters(min_codepoint=0x30A1, max_codepoint=0x30FF),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
        st.characters(min_codepoint=0xFF01, max_codepoint=0xFF9F),
        st.sampled_from("○●→①②・、。「」（）『』％～—…\u3099\u309a𠮷🏢"),
    ),
    max_size=40,
)


@given(TEXT)
def test_widths_are_those_of_wcwidth(text: str) -> None:
    assert text_width(text) == sum(max(wcwidth(char), 0) for char in text)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=6), st.integers(30, 100))
def test_a_table_fits_and_its_columns_begin_where_they_should(
    rows: list[tuple[str, str, str]], most: int
) -> None:
    headed = [("番号", "実施計画", "所管課"), *rows]
    lines = table(headed[0], rows, most=most).split("\n")
    rule = lines[1]
    starts = [match.start() for match in re.finditer("-+", rule)]
    assert len(rule) <= most
    for line in lines:
        assert wcswidth(line.rstrip()) <= len(rule)
        for start in starts[1:]:
            assert _gap_before(line, start)


def _gap_before(line: str, start: int) -> bool:
    """Return whether the two columns of the terminal before a column of the table are blank."""
    before, at = "", 0
    for char in line:
        if at >= start:
            break
        before, at = before + char, at + text_width(char)
    return at < start or (at == start and before.endswith("  "))


@given(TEXT, st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces_and_keeps_to_the_width(text: str, most: int) -> None:
    lines = wrap(text, most)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line) <= most for line in lines)


def test_latin_words_stay_whole_where_they_fit() -> None:
    assert wrap("the plan of a city", 9) == ["the plan", "of a city"]
    assert wrap("市のRPA導入", 6) == ["市の", "RPA導", "入"]
    assert wrap("https://example.test", 8) == ["https://", "example.", "test"]


def test_no_line_begins_with_a_full_stop_or_ends_with_an_opening_bracket() -> None:
    assert wrap("印がない。", 8) == ["印がな", "い。"]
    assert wrap("これは「窓口", 8) == ["これは", "「窓口"]


def test_colours_do_not_move_the_columns() -> None:
    rows: list[list[Cell]] = [[Styled("警告", "yellow"), "印の行がない"], ["参考", "現況値がない"]]
    painted = table(["区分", "内容"], rows, most=40, paint=coloured)
    assert "\x1b[33m警告\x1b[0m" in painted
    assert re.sub(r"\x1b\[\d+m", "", painted) == table(["区分", "内容"], rows, most=40)


def test_text_of_a_source_cannot_drive_the_terminal() -> None:
    assert clean("a\x1b[31mb\u202ec\x07") == "a [31mbc "
    assert "\x1b" not in table(["名"], [["\x1b]0;title\x07"]], most=40)


@pytest.mark.parametrize("rows", [[], [["", ""]]])
def test_an_empty_table_is_a_head_alone(rows: list[list[str]]) -> None:
    assert table(["a", "b"], rows, most=20).split("\n")[:2] == ["a  b", "-  -"]
