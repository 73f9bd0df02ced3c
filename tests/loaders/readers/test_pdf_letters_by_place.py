"""Letters of a page become runs, lines and text as a person reads them."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.loaders.readers.pdf_letters import (
    Letter,
    flow,
    joined,
    letters_of,
    lines_of,
    main_turn,
    runs,
    segments,
    text_of,
    wraps,
)
from tests.loaders.readers.pages import downwards, letters, line, lines, upwards


def char(text: str, x: float = 10.0, y: float = 20.0, **others: Any) -> dict[str, Any]:
    """A letter of 8 × 12 points as the file of a page keeps it."""
    box = {"x0": x, "x1": x + 8.0, "top": y, "bottom": y + 12.0}
    return {"text": text, **box, "upright": True, "matrix": (1, 0, 0, 1, 0, 0), **others}


def at(text: str, left: float, top: float = 0.0, size: float = 10.0) -> Letter:
    """A letter as wide as high."""
    return Letter(text, left, top, left + size, top + size, size)


def parts(*row: Letter) -> list[str]:
    return ["".join(one.text for one in run) for run in runs(row)]


def texts(row: list[Letter]) -> list[str]:
    return [one.text for one in lines_of(row)]


# From the file to letters.


def test_a_letter_keeps_its_box_and_its_height() -> None:
    assert letters_of([char("市")]) == [Letter("市", 10, 20, 18, 32, 12, 0)]


def test_a_turned_letter_is_as_high_as_it_is_wide() -> None:
    up = char("市", upright=False, matrix=(0, 1, -1, 0, 0, 0))
    down = char("市", upright=False, matrix=(0, -1, 1, 0, 0, 0))
    flat = char("市", upright=False, matrix=(-1, 0, 0, -1, 0, 0))
    assert [(one.size, one.turn) for one in letters_of([up])] == [(8, 90)]
    assert [(one.size, one.turn) for one in letters_of([down])] == [(8, 270)]
    assert [one.turn for one in letters_of([flat])] == [270]


def test_a_letter_without_height_has_one_point() -> None:
    assert [one.size for one in letters_of([char("市", bottom=20.0)])] == [1.0]


def test_what_is_printed_twice_to_look_bold_is_one_letter() -> None:
    printed = [char("市"), char("市", x=10.2), char("市", y=20.2), char("市", x=10.5)]
    assert [one.left for one in letters_of(printed)] == [10.0, 10.5]
    assert len(letters_of([char("市"), char("市", y=20.5)])) == 2
    assert len(letters_of([char("市"), char("町")])) == 2
    assert len(letters_of([char(" "), char(" ")])) == 2


def test_letters_that_nobody_sees_go_and_unmapped_ones_stay_as_a_sign() -> None:
    printed = [char("\u200b"), char("市\x07", x=20), char("(cid:12)", x=30), char("\x00", x=40)]
    assert [one.text for one in letters_of(printed)] == ["市", "\ufffd"]


def test_a_page_is_turned_as_most_of_its_letters_are() -> None:
    assert main_turn([]) == 0
    assert main_turn(letters("ab")) == 0
    assert main_turn(letters("a") + upwards("bc", 0, 0)) == 90
    assert main_turn(letters("a") + upwards("  ", 0, 0)) == 0
    assert main_turn(downwards("bc", 0, 0) + letters("a")) == 270


# Runs.


@pytest.mark.parametrize(
    ("second", "run"),
    [
        (at("b", 11.9), ["ab"]),
        (at("b", 12.0), ["a", "b"]),
        (at("b", 6.1), ["ab"]),
        (at("b", 6.0), ["a", "b"]),
        (at("b", 10, top=4.9), ["ab"]),
        (at("b", 10, top=5.0), ["a", "b"]),
        (at("b", 10, top=-4.9), ["ab"]),
        (at("b", 10, top=-5.0), ["a", "b"]),
        (at("b", 13, size=20), ["ab"]),
        (at("b", 14, size=20), ["a", "b"]),
        (at("b", 10, top=8, size=4), ["a", "b"]),
        (at("b", 10, top=7, size=4), ["ab"]),
    ],
)
def test_a_run_ends_at_a_gap_and_at_another_height(second: Letter, run: list[str]) -> None:
    assert parts(at("a", 0), second) == run


def test_a_space_is_a_run_of_its_own() -> None:
    assert parts(at("a", 0), at(" ", 10), at("b", 20), at("c", 30)) == ["a", " ", "bc"]


def test_turned_letters_go_on_in_their_column() -> None:
    first, second = upwards("ab", 0, 50)
    assert parts(first, second) == ["ab"]
    assert parts(first, second._replace(left=3.9)) == ["ab"]
    assert parts(first, second._replace(left=4.0)) == ["a", "b"]
    assert parts(first, second._replace(turn=270)) == ["a", "b"]
    assert runs([]) == []


# Lines.


def test_letters_of_one_height_are_a_line() -> None:
    assert texts([at("b", 10, 4.9), at("a", 0)]) == ["ab"]
    assert texts([at("a", 0), at("b", 10, 5.0)]) == ["a", "b"]
    assert texts([at("a", 0), at("c", 0, 30), at("b", 0, 15)]) == ["a", "b", "c"]
    assert texts([at("c", 30, 4.9), at("a", 0), at("b", 10, 9.8)]) == ["a c", "b"]


def test_a_large_letter_reaches_further() -> None:
    assert texts([at("a", 0, size=10), at("b", 10, 3, size=20)]) == ["ab"]
    assert texts([at("a", 0, size=20), at("b", 20, 14, size=10)]) == ["ab"]
    assert texts([at("a", 0, size=20), at("b", 20, 15, size=10)]) == ["a", "b"]


def test_a_line_has_the_box_of_its_letters_and_their_middle_size() -> None:
    row = [at("a", 5, 2), at("b", 15, 1, size=12), at("c", 27, 2)]
    (one,) = lines_of(row)
    assert (one.text, one.left, one.top, one.right, one.bottom, one.size) == (
        *("abc", 5, 1, 37, 13),
        10,
    )
    assert one.letters == tuple(row)


def test_blanks_at_the_ends_of_a_line_are_no_part_of_it() -> None:
    (one,) = lines_of([at(" ", 0), at(" ", 10), at("a", 20), at(" ", 30), at(" ", 40)])
    assert (one.text, one.left, one.right, one.spaced) == ("a", 20, 30, True)
    (one,) = lines_of([at(" ", 0), at("a", 10)])
    assert (one.left, one.spaced) == (10, False)
    assert lines_of([at(" ", 0), at("\u3000", 10)]) == []
    assert lines_of([]) == []


def test_turned_text_is_read_as_if_it_were_not() -> None:
    assert texts(upwards("市民", 0, 50) + upwards("課", 12, 50)) == ["市民", "課"]
    assert texts(downwards("市民", 12, 0) + downwards("課", 0, 0)) == ["市民", "課"]
    (up,) = lines_of(upwards("市民", 3, 50))
    assert (up.left, up.top, up.right, up.bottom) == (-50, 3, -30, 13)
    (down,) = lines_of(downwards("市民", 3, 50))
    assert (down.left, down.top, down.right, down.bottom) == (50, -13, 70, -3)


def test_a_few_turned_letters_in_a_line_are_left_out() -> None:
    assert texts(letters("市民課") + upwards("x", 40, 10)) == ["市民課"]
    assert texts(upwards("  ", 40, 10)) == []


def test_small_kana_above_a_line_are_no_line() -> None:
    def with_above(text: str, top: float, size: float) -> list[str]:
        return texts(letters(text, 0, top, size) + letters("市民", 0, 20))

    assert with_above("しみ", 14.0, 5.0) == ["市民"]
    assert with_above("シミ", 14.0, 6.0) == ["市民"]
    assert with_above("しみ", 12.0, 6.1) == ["しみ", "市民"]
    assert with_above("注意", 14.0, 5.0) == ["注意", "市民"]
    assert with_above("しみ", 12.5, 5.0) == ["しみ", "市民"]
    assert with_above("しみ", 12.6, 5.0) == ["市民"]
    assert texts(letters("市民", 0, 0) + letters("しみ", 0, 11, 5.0)) == ["市民", "しみ"]


# Text of a line.


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ([at("a", 0), at("b", 14.5)], "ab"),
        ([at("a", 0), at("b", 14.6)], "a b"),
        ([at("a", 0), at(" ", 10), at("b", 20)], "a b"),
        ([at("a", 0), at(" ", 10), at("b", 30)], "a b"),
        ([at("a", 0), at("\u3000", 10), at("b", 20)], "a\u3000b"),
        ([at("a", 0), at("\u3000", 10), at("b", 40)], "a\u3000b"),
        ([at("a", 0), at(" ", 10), at(" ", 20), at("b", 30)], "a b"),
        ([at("a", 0), at("b", 18, size=20)], "ab"),
        ([at("a", 0), at("b", 19.1, size=20)], "a b"),
        ([], ""),
    ],
)
def test_a_wide_gap_in_a_line_is_a_space(row: list[Letter], text: str) -> None:
    assert joined(row) == text


def test_a_line_parts_at_gaps_as_wide_as_between_columns() -> None:
    def parted(gap: float) -> list[str]:
        return [one.text for one in segments(line(("市民", 0), ("課", 20 + gap)))]

    assert parted(16.0) == ["市民 課"]
    assert parted(16.1) == ["市民", "課"]
    three = segments(line(("市民", 0), ("課", 40), ("10", 80)))
    assert [(one.text, one.left, one.right) for one in three] == [
        *(("市民", 0, 20), ("課", 40, 50), ("10", 80, 90)),
    ]
    assert [one.text for one in segments(line(("市", 0), (" ", 10), ("民", 26)))] == ["市 民"]
    assert [one.text for one in segments(line(("市", 0), (" ", 10), ("民", 27)))] == ["市", "民"]


# What a width breaks.


def test_lines_that_the_width_broke_are_one() -> None:
    full, rest = lines((("窓口の手続を", 0),), (("見直す", 0),))
    assert flow([full, rest], 60) == "窓口の手続を見直す"
    assert flow([full, rest], 71.9) == "窓口の手続を見直す"
    assert flow([full, rest], 82) == "窓口の手続を\n見直す"
    assert flow([], 60) == ""
    assert flow([full], 1) == "窓口の手続を"


@pytest.mark.parametrize(
    ("room", "wrapped"),
    [(81.9, True), (82.0, False)],
)
def test_a_line_is_full_where_the_next_letter_and_its_slack_do_not_fit(
    room: float, *, wrapped: bool
) -> None:
    full, rest = lines((("窓口の手続を", 0),), (("見直す", 0),))
    assert wraps(full, rest, room) is wrapped


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("見直す", 10),
        ("「見直す", 20),
        ("「『見直す", 30),
        ("見、直す", 20),
        ("見」。直す", 30),
        ("2027年度", 20),
        ("AIを", 10),
        ("1,000円", 25),
        ("12%増", 15),
        ("AI", 10),
        ("「", 10),
        ("「「", 20),
        ("ー、", 20),
    ],
)
def test_what_may_not_be_parted_goes_to_the_next_line_whole(text: str, needs: float) -> None:
    full, rest = lines((("手続", 0),), ((text, 0),))
    fits = 20 + needs + 12
    assert not wraps(full, rest, fits)
    assert wraps(full, rest, fits - 0.1)


@pytest.mark.parametrize(
    "text",
    "・窓口 ※注 ①窓口 ⑴窓口 (1)窓口 （2）窓口 1.窓口 2．窓口 3)窓口 （ア）窓口 (a)窓口 ア．窓口"
    " 【2026】窓口 （令和8）窓口 〔現状〕 - [現状] ●窓口".split(),
)
def test_an_item_of_a_list_begins_a_line(text: str) -> None:
    full, item = lines((("窓口の手続を", 0),), ((text, 0),))
    no_item = text in {"-", "[現状]"}
    assert wraps(full, item, 60) is no_item
    assert flow([full, item], 60) == f"窓口の手続を{'' if no_item else chr(10)}{text}"


def test_words_of_latin_letters_stay_apart_where_a_line_broke() -> None:
    def both(first: str, second: str) -> str:
        return flow(lines(((first, 0),), ((second, 0),)), 10)

    assert both("smart city", "planning") == "smart city planning"
    assert both("窓口の", "planning") == "窓口のplanning"
    assert both("smart", "窓口") == "smart窓口"
    assert both("10", "20") == "10\n20"


def test_a_number_alone_on_its_line_is_the_number_of_what_follows() -> None:
    def both(*texts_: str) -> str:
        return flow(lines(*(((text, 0),) for text in texts_)), 10)

    assert both("11", "住み") == "11 住み"
    assert both("1.2", "窓口") == "1.2 窓口"
    assert both("1.a", "窓口") == "1.a 窓口"
    assert both("123", "窓口") == "123窓口"
    assert both("11", "(窓口)") == "11(窓口)"
    assert both("窓口", "11", "住み") == "窓口11住み"


def test_a_space_at_the_end_of_a_line_is_kept_where_it_broke() -> None:
    first = line(("窓口", 0), (" ", 20))
    assert first.spaced
    assert flow([first, line(("手続", 0), top=12)], 10) == "窓口 手続"


def test_the_room_is_that_of_the_longest_line() -> None:
    long, short, last = lines((("窓口の手続を見直", 0),), (("す", 0),), (("庁舎", 0),))
    assert flow([long, short, last], 5) == "窓口の手続を見直す\n庁舎"


# Text of a cell.


def test_a_word_written_downwards_letter_by_letter_is_one_word() -> None:
    def column(signs: str) -> list[Letter]:
        return [one for n, sign in enumerate(signs) for one in letters(sign, 0, 12.0 * n)]

    assert text_of(column("取組内容"), 10) == "取組内容"
    assert text_of(column("取組内"), 200) == "取組内"
    assert text_of(column("取組"), 200) == "取\n組"
    assert text_of(column("1取組内"), 200) == "1 取組内"
    assert text_of(column("123"), 200) == "123"
    assert text_of([], 200) == ""


def test_turned_text_has_all_the_room_that_it_needs() -> None:
    assert text_of(upwards("市民", 0, 50) + upwards("課", 12, 50), 10) == "市民\n課"
    assert text_of(letters("市民") + letters("課", 0, 12), 10) == "市民課"
