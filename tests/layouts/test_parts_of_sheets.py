"""A sheet that is no list: its lines and tables; which cells look like labels."""

from __future__ import annotations

import pytest

from keikaku.loaders.layouts.forms.sheet_parts import holds_several, lines_of, parts_of
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.table_heads import is_label
from keikaku.loaders.layouts.layout_file import built_in
from keikaku.loaders.readers.blocks import Block, Cell, Paragraph, Place, Table

WORDS = LayoutWords(built_in()[-1])
PLACE = Place()
PLANS = ("計画", "番号|取組名|担当課")


def sheet(*rows: str, high: dict[str, int] | None = None) -> Table:
    """A sheet: cells of a row parted by |; ``high`` says over how many rows a text goes on."""
    cells = [
        Cell(row, column, (high or {}).get(text, 1), 1, text, PLACE)
        for row, line in enumerate(rows)
        for column, text in enumerate(line.split("|"))
        if text
    ]
    return Table(len(rows), 3, tuple(cells), PLACE)


def said(parts: list[Block]) -> list[str | tuple[int, str]]:
    return [p.text if isinstance(p, Paragraph) else (p.rows, p.cells[0].text) for p in parts]


def test_lines_alone_part_the_tables_of_a_sheet() -> None:
    made = sheet("みどり町の計画", "番号|取組名", "1|窓口", "", "担当課の一覧", "課|人", "市民課|3")
    assert said(parts_of(made)) == ["みどり町の計画", (2, "番号"), "担当課の一覧", (2, "課")]
    assert [line.text for line in lines_of(made)] == ["みどり町の計画", "担当課の一覧"]


def test_a_single_table_has_no_parts() -> None:
    assert parts_of(sheet("番号|取組名", "1|窓口")) == []


def test_a_cell_beside_one_that_goes_on_is_no_line() -> None:
    made = sheet("計画", "番号|取組名", "1|窓口", "|納付", "|庁舎", "注", high={"1": 3})
    assert said(parts_of(made)) == ["計画", (4, "番号"), "注"]
    assert [line.text for line in lines_of(made)] == ["計画", "注"]
    alone = sheet("計画", "番号|取組名", "長い", "|", high={"長い": 2})
    assert said(parts_of(alone)) == ["計画", (3, "番号")]


@pytest.mark.parametrize(
    ("rows", "several"),
    [
        ((*PLANS, "1|窓口|市民課"), False),
        ((*PLANS, "1|窓口|市民課", "続き", PLANS[1], "2|納付|税務課"), False),
        ((*PLANS, "1|窓口|市民課", "指標", "番号|指標名|目標値", "1|件数|5件"), True),
    ],
)
def test_a_sheet_of_two_heads_holds_several_tables(rows: tuple[str, ...], several: bool) -> None:
    assert holds_several(parts_of(sheet(*rows)), WORDS) is several


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("担当課", True),
        ("令和7年度", True),
        ("目標値（R8）", True),
        ("窓口の改善", False),
        ("", False),
        ("担当課\n" + "あ" * 60, True),
        ("担当課（" + "あ" * 60 + "）", True),
        ("あ" * 61, False),
    ],
)
def test_a_label_is_a_known_word_or_a_year(text: str, known: bool) -> None:
    assert is_label(Cell(0, 0, 1, 1, text, PLACE), WORDS) is known
