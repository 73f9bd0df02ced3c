"""A list takes time as its cells are long, whatever stands in them over and over."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from keikaku import loaders
from keikaku.graph.errors import KeikakuError
from keikaku.loaders.layouts.facts.law_names import law_names
from keikaku.loaders.values import read_cell

FEW, MANY = 1_500, 6_000  # letters
HEADS = ("番号", "事業名", "所管課", "指標名", "目標値", "令和8年度", "根拠法令")
ROW = ("1", "窓口の改善", "市民課", "待ち時間", "5分以内", "○", "民法")
PIECES = (
    *("窓", "1 ", "1,", "　", "→", "、", "・", "%", "(", "課(", "課", "部課", "窓口部", "担当("),
    *("「", "<td>", "&", "・件数 5件 ", "(件:5)", "×5", "※", "5~", "令和8年度 ", "1/", "1-"),
    *("1円 ", "計画", "委員会", "所管課:", "年4月", "平成", "計画及び"),
)
INSIDE = ("　", "\t", "年", "-", "~", "の", "[", "(")
"""What is read in another way where words stand before and behind it."""


def seconds(folder: Path, text: str, heads: tuple[str, ...] = HEADS) -> float:
    """Processor time that reading the list takes with that text in every cell of its second row."""
    path = folder / "list.csv"
    lines = (",".join(row) for row in (heads, ROW, [f'"{text}"'] * len(HEADS)))
    path.write_text("\n".join(lines), encoding="utf-8")
    began = time.process_time()
    with suppress(KeikakuError):
        loaders.load(path)
    return time.process_time() - began


def test_four_times_the_letters_take_no_sixteen_times_as_long(tmp_path: Path) -> None:
    seconds(tmp_path, "窓口")  # what is imported first is not counted
    for piece in PIECES:
        few, many = (seconds(tmp_path, piece * (size // len(piece))) for size in (FEW, MANY))
        assert many < 8 * few + 0.08, (piece, few, many)


def test_four_times_the_letters_between_words_take_no_sixteen_times_as_long(tmp_path: Path) -> None:
    seconds(tmp_path, "窓口")
    for piece in INSIDE:
        few, many = (seconds(tmp_path, f"窓口5{piece * size}5課") for size in (FEW, MANY))
        assert many < 8 * few + 0.08, (piece, few, many)


def test_four_times_the_letters_of_a_head_take_no_sixteen_times_as_long(tmp_path: Path) -> None:
    seconds(tmp_path, "窓口")
    for before, piece in (("令", "件"), ("令", "目標値"), ("令", "・件数 1件 "), ("", "1-")):
        few, many = (
            seconds(tmp_path, "窓口", (*HEADS[:5], f"{before}{piece * (size // len(piece))}名"))
            for size in (MANY, 4 * MANY)
        )
        assert many < 8 * few + 0.08, (piece, few, many)


@pytest.mark.parametrize("title", ["窓口", "窓口{}"])
def test_four_times_the_rows_of_one_number_take_no_sixteen_times_as_long(
    title: str, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"

    def load_seconds(rows: int) -> float:
        lines = (",".join(("1", title.format(at), *ROW[2:])) for at in range(rows))
        path.write_text("\n".join([",".join(HEADS), *lines]), encoding="utf-8")
        began = time.process_time()
        loaders.load(path)
        return time.process_time() - began

    load_seconds(1)
    # The better of two: under load one measure may be half as long again.
    few, many = (min(load_seconds(rows) for _ in range(2)) for rows in (400, 1_600))
    assert many < 10 * few + 0.08, (few, many)


def test_a_cell_of_thousands_of_letters_is_no_value_and_says_so() -> None:
    cell = read_cell("率 " + "の" * 3_000 + " 5%")
    assert (cell.kind, list(cell.values)) == ("unclear", [])


def test_thousands_of_names_in_one_cell_of_laws_are_parted() -> None:
    assert law_names("水防計画及び" * 2_000 + "道路法") == ["水防計画", "道路法"]
    assert law_names("防災計画・水防計画等") == ["防災計画", "水防計画"]
    assert law_names("X及び法律") == ["X及び法律"]
