"""Markup inside a cell is read away: breaks become lines, tables become grids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.implementation_plan.text_rows import Row, read_rows
from keikaku.loaders.markup import MAX_SPAN, clean_cell, has_tag

WORD = st.text("市民課税収納AB09", min_size=1, max_size=5)


def grids(html: str) -> list[list[list[str]]]:
    return [[row.cells for row in table] for table in clean_cell(html).tables]


def grid(html: str) -> list[list[str]]:
    (only,) = grids(html)
    return only


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("<p>申請</p> <p>**受付**</p>", "申請\n受付"),
        ("申請<br>受付<br/>通知", "申請\n受付\n通知"),
        ("<ul><li>申請</li><li>受付</li></ul>", "申請\n受付"),
        ("<UL><LI>申請</LI></UL>", "申請"),
        ("__申請__ **受付**", "申請 受付"),
        ("<b>申</b>請<!-- 済 -->", "申請"),
        ("<span style='color: red'>申請</span>", "申請"),
        ("申請", "申請"),
        ("  申請 ", "申請"),
        ("", ""),
        ("<p></p>", ""),
    ],
)
def test_breaks_are_lines_and_other_tags_are_gone(printed: str, text: str) -> None:
    assert clean_cell(printed).text == text


@pytest.mark.parametrize(
    "printed",
    [
        "窓口改善 <課>",
        "窓口改善 <DX戦略課>",
        "窓口改善 <市民課、収納課>",
        "5 < 6 > 4",
        "<>",
        "a<b",
        "</課>",
        "<plan>",
    ],
)
def test_angles_round_no_known_tag_are_text(printed: str) -> None:
    assert not has_tag(printed)
    assert clean_cell(printed).text == printed


def test_a_department_in_angles_survives_beside_real_tags() -> None:
    assert clean_cell("<p>窓口改善 <課></p>").text == "窓口改善 <課>"


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("A&amp;B", "A&B"),
        ("&lt;課&gt;", "<課>"),
        ("<p>R&amp;D</p>", "R&D"),
        ("<p>&lt;課&gt;</p>", "<課>"),
        ("100&nbsp;件", "100\xa0件"),
        ("&#12362;", "お"),
        ("A&B", "A&B"),
        ("&#x110000;", "\ufffd"),
    ],
)
def test_entities_are_the_characters_they_mean(printed: str, text: str) -> None:
    assert clean_cell(printed).text == text


@given(WORD, st.integers(min_value=0, max_value=40))
def test_unclosed_and_unopened_tags_lose_no_text(word: str, depth: int) -> None:
    assert clean_cell("<p>" * depth + word).text == word
    assert clean_cell(word + "</li>" * depth).text == word
    assert clean_cell("<ul><li>" * depth + word + "</ul>").text == word


def test_a_broken_tag_is_text() -> None:
    assert "受付" in clean_cell("<p>申請</p><p 受付").text


@given(st.lists(st.lists(WORD, min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_table_is_a_grid_of_its_cells(rows: list[list[str]]) -> None:
    html = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in rows)
    assert grid(f"<table>{html}</table>") == rows
    unclosed = "".join(f"<tr>{''.join(f'<td>{c}' for c in row)}" for row in rows)
    assert grid(f"<table>{unclosed}") == rows


def test_a_cell_over_two_columns_leaves_the_second_empty() -> None:
    html = "<table><tr><td colspan=2>申請</td><td>受付</td></tr></table>"
    assert grid(html) == [["申請", "", "受付"]]
    ((row,),) = clean_cell(html).tables
    assert row.spans == {0: 1}


def test_a_cell_over_two_rows_keeps_its_column_below() -> None:
    html = (
        "<table><tr><th rowspan='2'>窓口</th><td>申請</td></tr><tr><td>受付</td></tr>"
        "<tr><td>通知</td><td>返却</td></tr></table>"
    )
    assert grid(html) == [["窓口", "申請"], ["", "受付"], ["通知", "返却"]]


def test_a_cell_over_rows_and_columns_reserves_a_block() -> None:
    html = (
        '<table><tr><td rowspan="2" colspan="2">窓口</td><td>申請</td></tr>'
        "<tr><td>受付</td></tr></table>"
    )
    assert grid(html) == [["窓口", "", "申請"], ["", "", "受付"]]


@pytest.mark.parametrize("span", ["0", "-3", "x", "", "１", "99999999999", "1e9"])
def test_a_hostile_span_is_bounded(span: str) -> None:
    html = f"<table><tr><td rowspan='{span}' colspan='{span}'>申請</td></tr></table>"
    ((first, *rest),) = grid(html)
    assert first == "申請"
    assert len(rest) < MAX_SPAN
    assert not any(rest)


def test_a_cell_may_hold_breaks_and_markup() -> None:
    assert grid("<table><tr><td><b>申請</b><br>受付</td></tr></table>") == [["申請\n受付"]]


def test_text_round_a_table_is_the_cells_own() -> None:
    html = "前<table><tr><td>申請</td></tr></table>後"
    assert clean_cell(html).text.replace("\n", "") == "前後"
    assert grid(html) == [["申請"]]


def test_a_table_in_a_table_is_a_grid_of_its_own() -> None:
    html = "<table><tr><td>外<table><tr><td>内</td></tr></table></td><td>隣</td></tr></table>"
    assert sorted(grids(html)) == [[["内"]], [["外", "隣"]]]


def test_cells_without_a_row_and_rows_without_cells_are_no_error() -> None:
    assert grid("<table><td>申請</td></table>") == [["申請"]]
    assert grids("<table></table>") == [[]]
    assert clean_cell("<tr><td>申請</td></tr>").text == "申請"


def test_a_formula_that_the_scan_saw_is_left_out() -> None:
    assert clean_cell(r"申請 $= \frac{1}{2}$ 受付").text.split() == ["申請", "受付"]


def filled(rows: list[Row]) -> list[tuple[int, list[str]]]:
    return [(row.line, row.cells) for row in rows if not row.blank]


def test_a_line_is_a_row_of_its_cells_with_its_number() -> None:
    rows = read_rows("\n申請\t\t受付\n# 見出し\n- 項目")
    assert filled(rows) == [(2, ["申請", "", "受付"]), (3, ["見出し"]), (4, ["項目"])]
    assert [row.tabbed for row in rows] == [False, True, False, False]


def test_a_row_of_empty_cells_is_not_a_blank_line() -> None:
    empty, blank = read_rows("\t\t\n　 ")
    assert (empty.blank, empty.cells) == (False, ["", "", ""])
    assert blank.blank


def test_a_table_of_pipes_is_a_table_of_tabs() -> None:
    rows = read_rows("|申請|受付|\n|---|---|\n|①|○|")
    assert [row.cells for row in rows] == [["申請", "受付"], ["①", "○"]]
    assert all(row.tabbed for row in rows)


def test_a_table_over_several_lines_keeps_its_first_line() -> None:
    rows = read_rows("前\n<table><tr>\n<td>申請</td>\n</tr></table>\n後")
    assert filled(rows) == [(1, ["前"]), (2, ["申請"]), (5, ["後"])]


def test_a_table_that_never_closes_gives_its_lines_back() -> None:
    rows = read_rows("<table><tr><td>申請\n受付\n通知")
    assert [row.line for row in rows] == [1, 2, 3]
    assert [row.text for row in rows] == ["申請", "受付", "通知"]


@pytest.mark.parametrize("circle", "○◯〇●◎◦⚪")
def test_every_circle_alone_in_a_cell_is_a_mark(circle: str) -> None:
    assert read_rows(f"A\t{circle}\t{circle}印")[0].cells == ["A", "○", f"{circle}印"]


@given(st.text("○\t |<>-#*pl/市td\n", max_size=40))
def test_any_soup_of_marks_becomes_rows_in_order(text: str) -> None:
    lines = [row.line for row in read_rows(text)]
    assert lines == sorted(lines)
    assert all(1 <= line <= text.count("\n") + 1 for line in lines)
