"""Lines of a page without rules: gaps that run down it make the columns of a table or of text."""

from __future__ import annotations

from keikaku.loaders.readers.blocks import Place
from keikaku.loaders.readers.pdf_columns import columns_of, tables_without_rules
from keikaku.loaders.readers.pdf_letters import Line
from tests.loaders.readers.pages import line, lines

LEFT, RIGHT = "窓口の手続をすべて見直してゆく", "庁舎の使い方をすべて見直します"
"""Fifteen letters each: too many for a cell."""


def cells(made: list[Line], ys: list[float] | None = None) -> list[list[tuple[int, int, str]]]:
    """Row, column and text of each cell, table by table."""
    return [
        [(cell.row, cell.column, cell.text) for cell in table.cells]
        for table, _, _ in tables_without_rules(made, 1, ys)
    ]


THREE = [(("課名", 0), ("件数", 60)), (("市民課", 0), ("10", 60)), (("税務課", 0), ("20", 60))]
HELD = [(0, 0, "課名"), (0, 1, "件数"), (1, 0, "市民課"), (1, 1, "10"), (2, 0, "税務課")]


def test_three_lines_with_one_gap_are_a_table() -> None:
    ((table, box, rows),) = tables_without_rules(lines(*THREE), 4)
    assert [(c.row, c.column, c.text) for c in table.cells] == [*HELD, (2, 1, "20")]
    assert (table.rows, table.columns, rows) == (3, 2, {0, 1, 2})
    assert box == (0.0, 0.0, 80.0, 34.0)
    assert table.place == Place(page=4, box=(0, 0, 80, 34))
    assert table.cells[1].place == Place(page=4, box=(60, 0, 80, 10))
    assert [(c.row_span, c.column_span) for c in table.cells] == [(1, 1)] * 6


def test_two_lines_are_no_table_unless_their_rows_are_ruled() -> None:
    assert cells(lines(*THREE[:2])) == []
    assert cells(lines(*THREE[:2]), [0, 11, 24]) == [HELD[:4]]


def test_lines_around_a_table_are_no_part_of_it() -> None:
    above = ((("これは窓口の手続についての説明です", 0),),)
    made = lines(*above, *THREE, *above)
    ((_, _, rows),) = tables_without_rules(made, 1)
    assert rows == {1, 2, 3}
    assert tables_without_rules(lines(*above, *above, *above), 1) == []
    assert tables_without_rules([], 1) == []


def test_lines_far_below_begin_another_table() -> None:
    def with_gap(gap: float) -> int:
        again = [line(*row, top=34 + gap + 12 * at) for at, row in enumerate(THREE)]
        return len(cells([*lines(*THREE), *again]))

    assert with_gap(24.9) == 1
    assert with_gap(25.0) == 2


def test_a_line_across_the_gap_ends_a_table() -> None:
    across = ((LEFT, 0),)
    assert cells(lines(*THREE, across, *THREE)) == [[*HELD, (2, 1, "20")]] * 2
    assert cells(lines(*THREE[:2], across, THREE[2])) == []


def test_all_lines_of_a_table_leave_a_common_gap() -> None:
    """The gap is from 30 to 60 in the lines above; the last leaves some of it, or none."""

    def columns(left: float, right: float) -> list[int]:
        last = (("市民", 0), ("市" * int((right - left) / 10), left))
        ((table, _, _),) = tables_without_rules(lines(*THREE, last), 1)
        return [cell.column for cell in table.cells if cell.row == 3]

    assert columns(40.0, 90.0) == [0, 1]
    assert columns(36.1, 66.1) == [0, 1]
    assert columns(31.0, 61.0) == []
    assert cells(lines(*THREE[:2], (("市民課市民課", 0),))) == []


def test_what_goes_on_in_a_cell_begins_no_row() -> None:
    made = lines(
        (("課名", 0), ("内容", 60)),
        (("市民課", 0), ("窓口の手続", 60)),
        (("を見直す", 60),),
        (("税務課", 0), ("納付", 60)),
    )
    assert cells(made) == [
        [
            *((0, 0, "課名"), (0, 1, "内容"), (1, 0, "市民課"), (1, 1, "窓口の手続を見直す")),
            *((2, 0, "税務課"), (2, 1, "納付")),
        ]
    ]


def test_a_label_alone_begins_a_row() -> None:
    made = lines(*THREE, (("部長", 0),), (("次長", 0), ("30", 60)))
    assert cells(made) == [
        [*HELD, (2, 1, "20"), (3, 0, "部長"), (4, 0, "次長"), (4, 1, "30")],
    ]


def test_ruled_rows_hold_all_lines_between_two_rules() -> None:
    made = lines(
        (("課名", 0), ("件数の合計", 60)),
        (("市民", 0), ("10", 60)),
        (("課", 0), ("件", 60)),
        (("税務課", 0), ("20", 60)),
    )
    assert cells(made, [0, 11, 35, 47]) == [
        [
            *((0, 0, "課名"), (0, 1, "件数の合計"), (1, 0, "市民\n課"), (1, 1, "10\n件")),
            *((2, 0, "税務課"), (2, 1, "20")),
        ]
    ]
    assert [(row, text) for row, _, text in cells(made, [0, 5.0, 11, 60])[0]] == [
        *((0, "課名"), (0, "件数の合計"), (1, "市民\n課\n税務課"), (1, "10\n件\n20")),
    ]


def test_text_in_the_first_column_always_begins_a_row() -> None:
    made = lines(
        (("課名", 0), ("件数", 60), ("備考", 120)),
        (("市民課", 0), ("10", 60), ("窓口の", 120)),
        (("の窓口", 0), ("係", 120)),
        (("税務課", 0), ("20", 60), ("なし", 120)),
    )
    (held,) = cells(made)
    assert held == [
        *((0, 0, "課名"), (0, 1, "件数"), (0, 2, "備考")),
        *((1, 0, "市民課"), (1, 1, "10"), (1, 2, "窓口の")),
        *((2, 0, "の窓口"), (2, 2, "係")),
        *((3, 0, "税務課"), (3, 1, "20"), (3, 2, "なし")),
    ]


SIX = [((LEFT, 0), (RIGHT, 180))] * 6


def test_long_lines_side_by_side_are_text_and_no_table() -> None:
    assert cells(lines(*SIX)) == []
    assert len(cells(lines(*SIX[:5]))) == 1
    short = [((LEFT[:14], 0), (RIGHT[:14], 180))] * 6
    assert len(cells(lines(*short))) == 1
    four = [((LEFT, 0), (RIGHT, 180), (LEFT, 360), (RIGHT, 540))] * 6
    assert len(cells(lines(*four))) == 1
    three = [((LEFT, 0), (RIGHT, 180), (LEFT, 360))] * 6
    assert cells(lines(*three)) == []


def read(made: list[Line]) -> list[list[list[str]]]:
    return [[[one.text for one in column] for column in each] for each in columns_of(made)]


def test_text_in_two_columns_is_read_one_after_the_other() -> None:
    title = ((LEFT + RIGHT, 0),)
    assert read(lines(title, *SIX, title)) == [
        [[LEFT + RIGHT]],
        [[LEFT] * 6, [RIGHT] * 6],
        [[LEFT + RIGHT]],
    ]


def test_a_column_that_ends_first_leaves_the_other() -> None:
    rest = ((LEFT, 0),)
    assert read(lines(*SIX, rest)) == [[[LEFT] * 7, [RIGHT] * 6]]
    other = ((RIGHT, 180),)
    assert read(lines(*SIX, other)) == [[[LEFT] * 6, [RIGHT] * 7]]


def test_few_lines_and_short_ones_are_plain() -> None:
    both = f"{LEFT} {RIGHT}"
    assert read(lines(*SIX[:5])) == [[[both] * 5]]
    assert read(lines(*[(("市民課", 0), ("窓口", 180))] * 6)) == [[["市民課 窓口"] * 6]]
    assert read(lines(*[((LEFT, 0), (RIGHT, 180), (LEFT, 360))] * 6)) == [
        [[f"{both} {LEFT}"] * 6],
    ]
    assert read([]) == []
