"""A printed page becomes blocks in reading order: tables, boxes, paragraphs."""

from __future__ import annotations

import pytest

from keikaku.loaders.readers.blocks import Table
from tests.loaders.readers.drawn_pages import grid, page, rule, said, upwards, word

XS, YS = [50.0, 150, 250, 350], [50.0, 70, 90, 110]
NAMES = [word("name", 55, 55), word("R7", 155, 55), word("R8", 255, 55)]
CALLS = [word("calls", 55, 75), word("10", 155, 75), word("20", 255, 75)]
HEAD = "0.0 name | 0.1 R7 | 0.2 R8"
LONG = "This is a long line of text which"


def read(*drawn: str) -> list[str]:
    return said(page(*drawn))


def test_a_page_has_its_number_its_size_and_its_letters() -> None:
    one = page(word("ab cd", 50, 20))
    assert (one.number, one.width, one.height, one.letters) == (1, 400, 300, 4)
    assert (one.unmapped, one.pictures, one.overflows, one.clipped) == (0, 0, [], [])
    (placed,) = one.placed
    assert placed.block.place.page == 1
    assert placed.block.place.box == (50.0, 20.0, 80.0, 30.0)
    assert placed.size == pytest.approx(10.0)


def test_a_ruled_table_has_a_cell_for_each_word() -> None:
    one = page(*grid(XS, YS), *NAMES, *CALLS)
    assert said(one) == [f"{HEAD} | 1.0 calls | 1.1 10 | 1.2 20"]
    (placed,) = one.placed
    assert placed.box == (50.0, 50.0, 350.0, 110.0)
    table = placed.block
    assert isinstance(table, Table)
    assert (table.rows, table.columns) == (3, 3)
    assert table.cells[1].place.box == (150.0, 50.0, 250.0, 70.0)


def test_what_stands_around_a_table_is_read_above_and_below_it() -> None:
    after, title = word("after", 50, 130), word("A title", 50, 20)
    assert read(after, *grid(XS, YS), *NAMES, title) == ["A title", HEAD, "after"]


def test_side_by_side_the_left_one_is_first() -> None:
    right = grid([220, 280, 340], [50, 70, 90])
    left = grid([50, 110, 170], [50, 70, 90])
    words = [word("r", 225, 55), word("l", 55, 55)]
    assert read(*right, *left, *words) == ["0.0 l", "0.0 r"]


def test_a_cell_over_two_columns_or_two_rows_is_one() -> None:
    flat = [rule(50, y, 350, y) for y in (50, 70, 90)]
    sides = [rule(50, 50, 50, 90), rule(350, 50, 350, 90), rule(250, 50, 250, 90)]
    words = [word("wide", 55, 55), word("a", 55, 75), word("b", 155, 75), word("c", 255, 75)]
    across = [*flat, *sides, rule(150, 70, 150, 90)]
    assert read(*across, *words) == ["0.0+1x2 wide | 1.0 a | 1.1 b | 1.2 c"]
    down = [rule(50, 50, 350, 50), rule(150, 70, 350, 70), rule(50, 90, 350, 90)]
    words = [word("tall", 55, 65), word("b", 155, 55), word("d", 155, 75)]
    assert read(*down, *sides, rule(150, 50, 150, 90), *words) == [
        "0.0+2x1 tall | 0.1 b | 1.1 d",
    ]


def test_a_table_without_a_word_is_no_block() -> None:
    assert read(*grid(XS, YS), word("beside", 20, 200)) == ["beside"]
    assert read(*grid([50, 150], [50, 90]), word("beside", 200, 55)) == ["beside"]
    assert read() == []


def test_one_cell_alone_is_a_box() -> None:
    box = grid([50, 150], [50, 90])
    assert read(*box, word("in a box", 55, 55), word("of two", 55, 67)) == ["[in a box\nof two]"]
    assert read(*box, word("this box is full", 52, 55), word("of text", 52, 67)) == [
        "[this box is full of text]",
    ]


def test_a_frame_round_a_table_is_no_table() -> None:
    frame, words = grid([20, 380], [20, 200]), [word("in", 55, 55), word("out", 55, 150)]
    assert read(*frame, *grid(XS, YS), *words) == ["0.0 in", "out"]
    assert read(*grid([20, 380], [20, 45]), *grid(XS, YS), word("top", 25, 25), words[0]) == [
        *("[top]", "0.0 in"),
    ]


def test_a_word_that_flows_over_the_border_belongs_to_where_it_begins() -> None:
    one = page(*grid(XS, YS), word("a" * 20, 55, 55), word("b", 155, 75))
    assert said(one) == [f"0.0 {'a' * 20} | 1.1 b"]
    assert one.overflows == ["a" * 20]
    assert page(*grid(XS, YS), word("a" * 17, 55, 55)).overflows == []
    long = page(*grid(XS, YS), word("a" * 45, 55, 55))
    assert long.overflows == ["a" * 40]


def test_the_word_of_the_next_cell_is_its_own_however_near_it_stands() -> None:
    assert read(*grid(XS, YS), word("abcdefghijklmnop", 55, 55), word("next", 152, 55)) == [
        "0.0 abcdefghijklmnop | 0.1 next",
    ]


def test_rows_that_alone_are_ruled_have_columns_by_their_gaps() -> None:
    words = [word("name", 55, 55), word("R7", 200, 55), word("calls", 55, 75), word("10", 200, 75)]
    assert read(*grid([50, 350], YS), *words) == ["0.0 name | 0.1 R7 | 1.0 calls | 1.1 10"]
    alone = [word("name", 55, 55), word("calls", 55, 75)]
    assert read(*grid([50, 350], YS), *alone) == ["0.0 name | 1.0 calls"]


def test_a_line_drawn_over_cells_is_an_arrow_through_them() -> None:
    words = [word("do", 55, 75), word("try", 155, 75)]
    through = rule(165, 85, 340, 85)
    assert read(*grid(XS, YS), *words, through) == ["1.0 do | 1.1 try → | 1.2 →"]
    short = rule(245, 85, 340, 85)
    assert read(*grid(XS, YS), *words, short) == ["1.0 do | 1.1 try | 1.2 →"]
    own = rule(165, 85, 240, 85)
    assert read(*grid(XS, YS), *words, own) == ["1.0 do | 1.1 try"]
    little = rule(165, 85, 275, 85)
    assert read(*grid(XS, YS), *words, little) == ["1.0 do | 1.1 try"]
    more = rule(165, 85, 285, 85)
    assert read(*grid(XS, YS), *words, more) == ["1.0 do | 1.1 try → | 1.2 →"]
    both = [words[0], word("try", 155, 75), word("run", 255, 75)]
    assert read(*grid(XS, YS), *both, through) == ["1.0 do | 1.1 try → | 1.2 run"]


def test_lines_that_the_width_broke_are_a_paragraph() -> None:
    first = word(LONG, 50, 20)
    assert read(first, word("goes on here.", 50, 32)) == [f"{LONG} goes on here."]
    assert read(first, word("goes on here.", 50, 40)) == [LONG, "goes on here."]
    assert read(first, word("goes on here.", 71, 32)) == [f"{LONG} goes on here."]
    assert read(first, word("goes on here.", 73, 32)) == [LONG, "goes on here."]
    assert read(first, word("goes on", 50, 32, 12)) == [LONG, "goes on"]
    assert read(first, word("goes on", 50, 32, 11)) == [f"{LONG} goes on"]
    assert read(word("Short.", 50, 20), word(LONG, 50, 32)) == ["Short.", LONG]


def test_lines_with_the_same_gap_are_a_table() -> None:
    rows = [("name", "R7"), ("aa", "10"), ("bb", "20")]
    words = [
        word(text, 50 + 100 * column, 20 + 12 * at)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    ]
    one = page(*words, word("after", 50, 90))
    assert said(one) == ["0.0 name | 0.1 R7 | 1.0 aa | 1.1 10 | 2.0 bb | 2.1 20", "after"]
    assert one.placed[0].size == pytest.approx(10.0)


PROSE = "a line of some letters"


def test_text_in_two_columns_goes_on_in_the_second() -> None:
    left = [word(PROSE, 20, 20 + 12 * row) for row in range(6)]
    right = [word(PROSE, 200, 20 + 12 * row) for row in range(6)]
    assert read(*left, *right) == [" ".join([PROSE] * 12)]
    ended = [*left[:5], word("it ends.", 20, 80)]
    assert read(*ended, *right) == [
        " ".join([*[PROSE] * 5, "it ends."]),
        " ".join([PROSE] * 6),
    ]
    above = word("A heading", 20, 0)
    assert read(above, *left, *right) == ["A heading", " ".join([PROSE] * 12)]


def test_turned_words_beside_the_text_are_a_box() -> None:
    one = page(upwards("side", 20, 200), word("some more text", 50, 50))
    assert said(one) == ["some more text", "[side]"]
    assert one.placed[1].box == pytest.approx((20, 176, 30, 200), abs=2.5)


def test_a_page_that_is_turned_as_a_whole_is_turned_back() -> None:
    one = page(upwards("side", 20, 200), upwards("ways", 60, 200), word("no", 200, 20))
    assert said(one)[:2] == ["side", "ways"]
    assert (one.width, one.height) == (300, 400)
