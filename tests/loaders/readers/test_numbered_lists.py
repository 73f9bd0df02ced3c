"""Lists that were set in columns: a numbered row per plan, its cells wrapped over several lines."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest

from keikaku.loaders.readers.blocks import Table
from keikaku.loaders.readers.text_columns import column_pages

HEAD = """\
番号    取組名        現状と課題        所管課   指標（単位）  基準値           年度別計画
                                 （関係課）           （R6）     R7      R8      R9
"""
ROWS = """\
101   書かない窓口の    申請書が多く、待ち時  市民課   待ち時間の平      28       24      20      15
      導入         間が長い。       （税務課）  均（分）
                                        利用率（％）    3.5     10.0    12.5    20.0
                                        スケジュール              準備      実施      →
                                        効果額             △1,200    －    3,400
"""
MORE = """\
                   職員も足りない。          満足度（％）              71      72      75
102   庁舎の活用      空き室がある。     財政課   貸付件数（件）     1        2       3       4
"""


def tables(text: str) -> list[Table]:
    pages = column_pages(text)
    assert pages is not None
    return [block for page in pages for block in page if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[f"{cell.column}:{cell.text}" for cell in table.row(row)] for row in range(table.rows)]


def test_a_row_has_its_words_once_and_a_row_of_values_for_each_indicator() -> None:
    (table,) = tables(HEAD + ROWS)
    assert rows(table) == [
        [
            *("0:番号", "1:取組名", "2:現状と課題", "3:所管課(関係課)", "4:指標(単位)"),
            *("5:基準値(R6)", "6:年度別計画"),
        ],
        ["6:R7", "7:R8", "8:R9"],
        [
            *("0:101", "1:書かない窓口の導入", "2:申請書が多く、待ち時間が長い。"),
            *("3:市民課(税務課)", "4:待ち時間の平均(分)", "5:28", "6:24", "7:20", "8:15"),
        ],
        ["4:利用率(%)", "5:3.5", "6:10.0", "7:12.5", "8:20.0"],
        ["4:スケジュール", "6:準備", "7:実施", "8:→"],
        ["4:効果額", "6:△1,200", "7:-", "8:3,400"],
    ]
    assert [(c.text, c.row_span, c.column_span) for c in table.row(2)[:2]] == [
        ("101", 4, 1),
        ("書かない窓口の導入", 4, 1),
    ]
    assert table.at(0, 8) is not None
    assert table.text(0, 8) == "年度別計画"


def test_a_list_goes_on_over_the_page_with_its_head_and_page_number() -> None:
    foot = "\n                          － {} －\n\f"
    (table,) = tables(HEAD + ROWS + foot.format(1) + HEAD + MORE + foot.format(2))
    assert table.text(2, 2) == "申請書が多く、待ち時間が長い。\n職員も足りない。"
    assert rows(table)[6:] == [
        ["4:満足度(%)", "6:71", "7:72", "8:75"],
        [
            *("0:102", "1:庁舎の活用", "2:空き室がある。", "3:財政課", "4:貸付件数(件)"),
            *("5:1", "6:2", "7:3", "8:4"),
        ],
    ]


def test_an_arrow_close_behind_a_word_leads_over_the_years_that_its_cell_is_centred_over() -> None:
    text = """\
番号    取組名         所管課     R7        R8        R9        R10       R11
1     窓口の改善       市民課     準備                      実施 →
2     庁舎の活用       財政課     検討        導入        実施        →        →
3     納付の推進       税務課     10        20        30        40        50
"""
    (table,) = tables(text)
    assert [(c.column, c.column_span, c.text) for c in table.row(1)[3:]] == [
        (3, 1, "準備"),
        (4, 4, "実施 →"),
    ]
    assert [c.column_span for c in table.row(2)[3:]] == [1, 1, 1, 1, 1]


def test_a_total_is_the_row_of_no_plan() -> None:
    text = """\
番号    事業名          令和7年度   令和8年度   合計
1     窓口の改善            △20      30       10
2     庁舎の活用              5      10       15
      総 計             △15      40       25
"""
    (table,) = tables(text)
    total = table.row(3)[0]
    assert (total.column, total.column_span, total.text) == (0, 2, "総 計")


def test_labels_above_the_values_of_one_form_are_no_list() -> None:
    text = """\
番号      取組名       担当部    担当課
1-1-1     窓口の改善    総務部    市民課
取組内容    窓口を改めます。
"""
    assert [table.text(0, 0) for table in tables(text)] == ["番号"]


WORDS = ["窓口", "改善", "庁舎", "活用", "納付", "推進", "研修", "再編", "連携", "調査"]
COLUMNS = ("番号", "取組名", "現状と課題", "所管課", "R7", "R8", "R9")
WIDTHS = (4, 8, 12, 6, 4, 4, 4)


def drawn(seed: int) -> tuple[str, list[list[str]]]:
    """A list in the manner of pdftotext -layout, each letter a column, and its cells."""
    chance = random.Random(seed)
    gaps = [chance.randint(3, 6) for _ in WIDTHS]
    cells = [
        [
            str(101 + number),
            "".join(chance.sample(WORDS, chance.randint(2, 6))),
            "".join(chance.sample(WORDS, chance.randint(3, 10))) + "。",
            chance.choice(["市民課", "税務課", "財政課"]),
            *(str(chance.randint(1, 999)) for _ in range(3)),
        ]
        for number in range(chance.randint(3, 9))
    ]
    lines = [_line(list(COLUMNS), gaps)]
    for row in cells:
        parts = [
            [text[at : at + width] for at in range(0, len(text), width)]
            for text, width in zip(row, WIDTHS, strict=True)
        ]
        lines += [
            _line([each[n] if n < len(each) else "" for each in parts], gaps)
            for n in range(max(map(len, parts)))
        ]
    return "\n".join(lines), cells


def _line(texts: list[str], gaps: list[int]) -> str:
    """A line; values under years are set to the right."""
    columns = zip(texts, WIDTHS, gaps, strict=True)
    parts = (
        (text.rjust(width) if at > 3 else text.ljust(width)) + " " * gap
        for at, (text, width, gap) in enumerate(columns)
    )
    return "".join(parts).rstrip()


@pytest.mark.parametrize("seed", range(60))
def test_the_cells_of_a_list_drawn_in_columns_come_back(seed: int) -> None:
    text, cells = drawn(seed)
    (table,) = tables(text)
    assert [table.text(0, column) for column in range(7)] == list(COLUMNS)
    read = [[table.text(row, column) for column in range(7)] for row in range(1, table.rows)]
    assert [[text.replace("\n", "") for text in row] for row in read] == cells


def seconds(text: str) -> float:
    began = time.process_time()
    column_pages(text)
    return time.process_time() - began


FEW = 200
KINDS: dict[str, Callable[[int], str]] = {
    "rows": lambda size: HEAD + ROWS * size,
    "heads": lambda size: (HEAD + ROWS) * size,
    "pages": lambda size: "\f".join([HEAD + ROWS] * size),
    "names": lambda size: HEAD + ROWS + "                                        件数\n" * size,
    "parts": lambda size: HEAD + ROWS + "101  " + "5  " * size + "\n" + MORE,
    "labels": lambda size: "番号  " * size + "\n" + ROWS,
    "numbers": lambda size: HEAD + "1  2  3  4\n" * size,
}


@pytest.mark.parametrize("kind", KINDS)
def test_four_times_the_list_takes_no_sixteen_times_as_long(kind: str) -> None:
    seconds(HEAD + ROWS)
    few, many = (min(seconds(KINDS[kind](size)) for _ in range(2)) for size in (FEW, 4 * FEW))
    assert many < 9 * few + 0.1, (few, many)
