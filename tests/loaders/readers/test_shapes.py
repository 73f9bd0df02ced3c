"""Tables of random shape are found cell by cell in each form; the rest is reported."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from keikaku.loaders.readers import read_source
from keikaku.loaders.readers.blocks import Page, Paragraph, Source, Table
from tests.makers.convert import by_office
from tests.makers.excel import make_excel
from tests.makers.printed import Break, Grid, Line, Printed, Slot
from tests.makers.shapes import cells_of, random_grid
from tests.makers.web import make_web
from tests.makers.word import make_word

GRIDS = [random_grid(random.Random(seed)) for seed in range(12)]
PARAGRAPH = (
    "本計画は、限られた財源と人員のもとで持続可能な市政を実現するため、行政サービスの質の向上と"
    "業務の効率化を一体的に進めるものであり、市民、事業者及び行政が協働して取り組む。"
)
HEAD = [Slot("番号"), Slot("事業名"), Slot("所管課"), Slot("令和8年度"), Slot("令和9年度")]


def row(number: int) -> list[Slot]:
    return [
        Slot(str(number)),
        Slot(f"事業その{number}"),
        Slot("市民課"),
        Slot("検討"),
        Slot("実施"),
    ]


def list_of(count: int, *, ruled: bool = True) -> Grid:
    rows = [HEAD, *(row(number) for number in range(1, count + 1))]
    return Grid((8, 40, 20, 16, 16), rows, ruled)


def blocks_of(grids: list[Grid]) -> list[Printed]:
    return [block for n, grid in enumerate(grids) for block in (Line(f"第{n}表"), grid, Break())]


def agreement(source: Source, grids: list[Grid], *, seen: bool) -> float:
    tables = [block for block in source.blocks() if isinstance(block, Table)]
    assert len(tables) == len(grids)
    hits = total = 0
    for table, grid in zip(tables, grids, strict=True):
        wanted = set(cells_of(grid, seen=seen))
        table_cells = {(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells}
        hits, total = hits + len(wanted & table_cells), total + len(wanted)
    return hits / total


@pytest.mark.parametrize("make", [make_word, make_web])
def test_every_cell_is_found_with_its_spans(make: Any, tmp_path: Path) -> None:
    suffix = ".docx" if make is make_word else ".html"
    path = make(blocks_of(GRIDS), tmp_path / f"a{suffix}")
    assert agreement(read_source(path), GRIDS, seen=False) == 1.0


@pytest.mark.parametrize(("make", "least"), [(make_word, 0.97), (make_excel, 1.0)])
def test_every_cell_of_a_pdf_is_found(make: Any, least: float, tmp_path: Path) -> None:
    suffix = ".docx" if make is make_word else ".xlsx"
    made = by_office(make(blocks_of(GRIDS), tmp_path / f"a{suffix}"), "pdf")
    assert agreement(read_source(made), GRIDS, seen=True) >= least


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """A plan with chapters, an unruled table and one over pages, as a PDF."""
    blocks: list[Printed] = [Line("第1章 総論", 1), Line(PARAGRAPH * 2), Line("1 策定の趣旨", 2)]
    blocks += [Line(PARAGRAPH), list_of(8, ruled=False), Break()]
    blocks += [Line("第2章 一覧", 1), list_of(60), Line("以上")]
    path = make_word(blocks, tmp_path_factory.mktemp("book") / "a.docx", header="行財政改革プラン")
    return read_source(by_office(path, "pdf"))


def texts(page: Page, style: str) -> list[str]:
    return [block.text for block in page.paragraphs() if block.style == style]


def test_lines_that_the_width_broke_are_one_paragraph(book: Source) -> None:
    assert texts(book.pages[0], "body") == [PARAGRAPH * 2, PARAGRAPH]


def test_headings_have_levels(book: Source) -> None:
    headings = [(b.level, b.text) for b in book.blocks() if isinstance(b, Paragraph) and b.level]
    assert headings == [(1, "第1章 総論"), (2, "1 策定の趣旨"), (1, "第2章 一覧")]


def test_running_heads_are_distinguished_from_the_body(book: Source) -> None:
    for page in book.pages:
        assert texts(page, "header") == ["行財政改革プラン"]
        assert texts(page, "footer") == [str(page.number)]


def test_a_table_without_rules_is_a_table(book: Source) -> None:
    (table,) = book.pages[0].tables()
    assert (table.rows, table.columns) == (9, 5)
    assert table.text(3, 1) == "事業その3"


def test_a_table_over_pages_is_one_and_its_head_stands_once(book: Source) -> None:
    tables = [table for page in book.pages[1:] for table in page.tables()]
    assert [(table.rows, table.columns) for table in tables] == [(61, 5)]
    last = tables[0].at(60, 1)
    assert last is not None
    assert (last.text, last.place.page) == ("事業その60", 3)


def test_a_level_that_is_merged_over_pages_covers_its_rows(tmp_path: Path) -> None:
    rows = [[Slot("目標"), Slot("番号"), Slot("事業名"), Slot("備考")]]
    for goal in range(1, 5):
        for number in range(1, 21):
            level = [Slot(f"基本目標{goal}", 20)] if number == 1 else []
            rows.append([*level, Slot(f"{goal}-{number}"), Slot("事業の名称"), Slot("")])
    path = make_word([Grid((20, 10, 50, 20), rows)], tmp_path / "a.docx")
    source = read_source(by_office(path, "pdf"))
    (table,) = (block for block in source.blocks() if isinstance(block, Table))
    assert table.rows == 81
    levels = [(table.text(row, 0), table.text(row, 1)) for row in range(1, 81)]
    assert levels == [
        (f"基本目標{goal}", f"{goal}-{number}") for goal in range(1, 5) for number in range(1, 21)
    ]


def test_forms_filled_in_again_stay_apart(tmp_path: Path) -> None:
    def form(name: str) -> Grid:
        labels = ("事業名", "所管課", "目的", "指標")
        return Grid((30, 70), [[Slot(label), Slot(f"{name}の{label}")] for label in labels])

    blocks: list[Printed] = [form("窓口"), Break(), form("公用車"), Break(), form("庁舎")]
    source = read_source(by_office(make_word(blocks, tmp_path / "a.docx"), "pdf"))
    tables = [block for block in source.blocks() if isinstance(block, Table)]
    assert [table.text(0, 1) for table in tables] == [
        "窓口の事業名",
        "公用車の事業名",
        "庁舎の事業名",
    ]


def test_a_page_that_is_turned_reads_the_same(tmp_path: Path) -> None:
    import pypdfium2

    made = by_office(make_word([Line(PARAGRAPH), list_of(6)], tmp_path / "a.docx"), "pdf")
    turned = pypdfium2.PdfDocument(str(made))
    turned[0].set_rotation(90)
    turned.save(str(tmp_path / "turned.pdf"))
    turned.close()
    straight, other = read_source(made), read_source(tmp_path / "turned.pdf")
    for a, b in zip(straight.blocks(), other.blocks(), strict=True):
        if isinstance(a, Table):
            assert isinstance(b, Table)
            assert [cell.text for cell in a.cells] == [cell.text for cell in b.cells]
        else:
            assert isinstance(b, Paragraph)
            assert a.text == b.text


def test_text_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    lines: list[Printed] = [Line(f"（{number}）{PARAGRAPH}") for number in range(14)]
    path = make_word(lines, tmp_path / "a.docx", columns=2)
    source = read_source(by_office(path, "pdf"))
    paragraphs = [block.text for page in source.pages for block in page.paragraphs()]
    assert paragraphs == [f"（{number}）{PARAGRAPH}" for number in range(14)]


def test_text_over_a_border_stays_with_its_cell_and_is_reported(tmp_path: Path) -> None:
    import openpyxl
    from openpyxl.styles import Border, Side

    made = openpyxl.Workbook()
    sheet: Any = made.active
    side = Side(style="thin")
    long = "とても長い事業名がここに入っていて隣の欄へはみ出している"
    for each in (
        ["番号", "事業名", "R8", "R9"],
        ["1", long, None, None],
        ["2", "短い", "検討", "→"],
    ):
        sheet.append(each)
    for cells in sheet.iter_rows(max_row=3, max_col=4):
        for cell in cells:
            cell.border = Border(left=side, right=side, top=side, bottom=side)
    sheet.column_dimensions["B"].width = 36
    made.save(tmp_path / "a.xlsx")
    source = read_source(by_office(tmp_path / "a.xlsx", "pdf"))
    (table,) = source.pages[0].tables()
    assert (table.text(1, 1), table.text(1, 2), table.text(2, 2)) == (long, "", "検討")
    assert [notice.code for notice in source.notices] == ["text-over-border"]
