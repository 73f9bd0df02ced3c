"""Lines of a text that is higher than its row belong to their own cell."""

from __future__ import annotations

from keikaku.loaders.readers.pdf_grid import Ruled, Slot
from keikaku.loaders.readers.pdf_letters import Letter
from keikaku.loaders.readers.pdf_overflow import Holder, with_own_cells

SIZE = 10.0
ROWS = (0.0, 24.0, 48.0, 72.0)
TABLE = Ruled(
    (0.0, 80.0, 160.0),
    ROWS,
    tuple(
        Slot(row, column, 1, 1, 80.0 * column, ROWS[row], 80.0 * column + 80, ROWS[row + 1])
        for row in range(3)
        for column in range(2)
    ),
    (),
)


def line(text: str, top: float, column: int = 0) -> list[Letter]:
    left = 80.0 * column + 3
    return [
        Letter(sign, left + SIZE * at, top, left + SIZE * (at + 1), top + SIZE, SIZE)
        for at, sign in enumerate(text)
    ]


def read(*runs: list[Letter]) -> tuple[list[int], list[str]]:
    """The cell of each run, counted along the rows, and what is reported."""
    holders: list[Holder | None] = []
    for run in runs:
        at = TABLE.slot_at(*run[0].middle)
        holders.append(None if at is None else (0, at))
    own, reported = with_own_cells(runs, holders, [TABLE])
    return [cell[1] for cell in own if cell is not None], reported


def test_a_line_that_runs_into_the_row_above_is_given_back_and_reported() -> None:
    cells, reported = read(
        line("窓口の改善", 8), line("新規", 8, 1),
        line("三行になる", 14), line("取組内容の", 26), line("説明です。", 38), line("継続", 30, 1),
    )  # fmt: skip
    assert cells == [0, 1, 2, 2, 2, 3]
    assert reported == ["三行になる"]


def test_a_line_that_runs_into_the_row_below_is_given_back_and_reported() -> None:
    cells, reported = read(
        line("取組内容の", 26), line("三行になる", 37), line("説明です。", 49), line("継続", 30, 1),
        line("税の収納", 56), line("拡充", 56, 1),
    )  # fmt: skip
    assert cells == [2, 2, 2, 3, 4, 5]
    assert reported == ["説明です。"]


def test_a_line_across_the_border_is_given_back_though_the_cell_above_is_empty() -> None:
    cells, reported = read(line("新規", 8, 1), line("三行になる", 17), line("説明です。", 30))
    assert (cells, reported) == ([1, 2, 2], ["三行になる"])


def test_lines_of_cells_that_hold_their_text_stay() -> None:
    cells, reported = read(
        line("窓口の", 2), line("改善", 13), line("新規", 8, 1), line("税の", 26), line("収納", 37)
    )
    assert (cells, reported) == ([0, 0, 1, 2, 2], [])
