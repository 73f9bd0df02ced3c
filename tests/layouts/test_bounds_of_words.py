"""Years, numbers, units and names in single cells: what is just read so, and what just is not."""

from __future__ import annotations

import pytest

from keikaku.loaders.layouts.facts.budgets import unit_by_hours
from keikaku.loaders.layouts.facts.cell_amounts import money_unit, read_number, unit_of, yen
from keikaku.loaders.layouts.facts.department_pieces import pieces
from keikaku.loaders.layouts.facts.directions_printed import direction_code, is_bare_code
from keikaku.loaders.layouts.facts.law_names import law_names
from keikaku.loaders.layouts.facts.sdg_cells import goal_codes
from keikaku.loaders.layouts.forms.nested_tables import parted_by_inner
from keikaku.loaders.layouts.labels import unit_names
from keikaku.loaders.layouts.labels.head_years import year_head
from keikaku.loaders.layouts.labels.inline_years import year_items
from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import level_head, split_number
from keikaku.loaders.layouts.labels.statements import Record, Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.layouts.layout_file import built_in
from keikaku.loaders.layouts.lists.year_blocks import find_blocks
from keikaku.loaders.readers.blocks import Cell, Paragraph, Place, Table
from keikaku.loaders.values import Value

WORDS = LayoutWords(built_in()[-1])


def cell(text: str, value: float | None = None, *, percent: bool = False, sheet: str = "") -> Cell:
    place = Place(sheet=sheet or None, cell="A1" if sheet else None)
    return Cell(0, 0, 1, 1, text, place, value, percent)


@pytest.mark.parametrize(
    ("text", "year", "last", "rest", "sure"),
    [
        ("令和8年度", 2026, 2026, "", 1.0),
        ("R8末目標", 2026, 2026, "目標", 1.0),
        ("H31", 2019, 2019, "", 1.0),
        ("S64", 1989, 1989, "", 1.0),
        ("令和元年度", 2019, 2019, "", 1.0),
        ("15年度", 2033, 2033, "", 0.8),
        ("16年度", 2004, 2004, "", 0.8),
        ("元年度", 2019, 2019, "", 0.8),
        ("2026", 2026, 2026, "", 1.0),
        ("2026（令和8）年度 実績", 2026, 2026, "実績", 1.0),
        ("H19-H22", 2007, 2010, "", 1.0),
        ("R7～9年度", 2025, 2027, "", 1.0),
        ("2025～27", 2025, 2027, "", 1.0),
        ("2025～2027年度", 2025, 2027, "", 1.0),
        ("R8末時点の現状値", 2026, 2026, "の現状値", 1.0),
        ("目標値（R8）", 2026, 2026, "目標値", 1.0),
        ("R8" + "あ" * 10, 2026, 2026, "あ" * 10, 1.0),
    ],
)
def test_a_head_names_a_year(text: str, year: int, last: int, rest: str, sure: float) -> None:
    assert year_head(text) == (year, last, None, rest, sure)


@pytest.mark.parametrize(
    "text",
    ["", "R9～R8", "R8" + "あ" * 11, "令和7年度の年度別計画", "目標",
     "第5年", "1.5年度", "２０", "R100"],
)  # fmt: skip
def test_a_head_may_name_no_year(text: str) -> None:
    head = year_head(text)
    assert head is None or head.year is None


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("1年目", 1),
        ("三年次", 3),
        ("第2年度", 2),
        ("初年度", 1),
        ("5カ年目", 5),
        ("最終年度", None),
    ],
)
def test_a_head_may_say_which_of_the_years_it_is(text: str, ordinal: int | None) -> None:
    head = year_head(text)
    assert (head.ordinal if head else None) == ordinal


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("R8 検討、R9：実施", [(2026, "検討"), (2027, "実施")]),
        ("令和8年度 検討\n令和9年度 実施", [(2026, "検討"), (2027, "実施")]),
        ("（R8）検討 （R9）実施", [(2026, "検討"), (2027, "実施")]),
        ("R8～R9 検討、R10 実施", [(2026, "検討"), (2028, "実施")]),
        ("R8 検討", []),
        ("窓口 R8 検討、R9 実施", []),
        ("R9 検討、R8 実施", []),
        ("R8 検討、R8 実施", []),
        ("R8～R9 検討、R9 実施", []),
    ],
)
def test_a_value_may_list_years(text: str, items: list[tuple[int, str]]) -> None:
    assert [(head.year, value) for head, value in year_items(text)] == items


@pytest.mark.parametrize(
    ("columns", "blocks"),
    [
        (["番号", "目標", "実績", "目標", "実績"], (1, 2, 2)),
        (["番号", "目標", "実績", "目標", "実績", "目標", "実績"], (1, 2, 3)),
        (["目標", "目標", "目標"], None),
        (["番号", "目標", "実績", "目標"], None),
        (["番号", "目標", "", "目標", ""], None),
        (["番号", "R7目標", "R7実績", "R7目標", "R7実績"], None),
        (["a", "b", "a", "b", "c", "d", "e", "c", "d", "e"], (4, 3, 2)),
    ],
)
def test_heads_that_come_again_and_again_are_blocks(
    columns: list[str], blocks: tuple[int, int, int] | None
) -> None:
    assert find_blocks([[label(name)] if name else [] for name in columns]) == blocks


@pytest.mark.parametrize(
    ("text", "parted", "of_level"),
    [
        ("1-2-3 公用車の削減", ("1-2-3", "公用車の削減"), None),
        ("(3) 公用車の削減", ("3", "公用車の削減"), None),
        ("1-(2) 公用車の削減", ("1-(2)", "公用車の削減"), None),
        ("第2章 改革", ("2", "改革"), None),
        ("1-2公用車", ("1-2", "公用車"), None),
        ("3改革", ("", "3改革"), ("3", "改革")),
        ("3人の窓口", ("", "3人の窓口"), None),
        ("100改革", ("", "100改革"), None),
        ("公用車の削減", ("", "公用車の削減"), None),
    ],
)
def test_a_number_stands_before_a_title(
    text: str, parted: tuple[str, str], of_level: tuple[str, str] | None
) -> None:
    assert split_number(text) == parted
    assert split_number(text, level=True) == (of_level or parted)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("基本目標１　豊かなまち", ("基本目標", "1", "豊かなまち")),
        ("■基本目標１　豊かなまち", ("基本目標", "1", "豊かなまち")),
        ("【基本目標１　豊かなまち】", ("基本目標", "1", "豊かなまち")),
        ("【基本目標１】豊かなまち", ("基本目標", "1", "豊かなまち")),
        ("基本目標：豊かなまち", ("基本目標", "", "豊かなまち")),
        ("基本目標「豊かなまち」", ("基本目標", "", "豊かなまち")),
        ("基本目標豊かなまち", ("", "", "基本目標豊かなまち")),
        ("第1の柱 市民が主役", ("柱", "1", "市民が主役")),
        ("取組1-1-1", ("", "", "取組1-1-1")),
        ("目標11、目標16", ("", "", "目標11、目標16")),
        ("施策3件の見直し", ("", "", "施策3件の見直し")),
        ("1 豊かなまち", ("", "1", "豊かなまち")),
        ("【１】窓口の改善", ("", "1", "窓口の改善")),
    ],
)  # fmt: skip
def test_a_heading_says_its_level(text: str, head: tuple[str, str, str]) -> None:
    read = level_head(cell(text), WORDS)
    assert (read.level, read.number, read.title) == head


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("■市民課", ("department", "市民課")),
        ("担当課：市民課", ("department", "市民課")),
        ("【総務部 総務課】", ("department", "総務部 総務課")),
        ("市民部", ("division", "市民部")),
        ("教育委員会", ("division", "教育委員会")),
        ("全部", None),
        ("市民課の取組", None),
        ("あ" * 12 + "課", ("department", "あ" * 12 + "課")),
        ("あ" * 25 + "課", None),
    ],
)
def test_a_line_may_be_the_name_of_who_does_it(text: str, unit: tuple[str, str] | None) -> None:
    assert unit_names.unit_of(text) == unit


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("総務課、財政課", [(None, "総務課", False), (None, "財政課", True)]),
        ("総務部 総務課", [(None, "総務部", False), (None, "総務課", False)]),
        ("総務課及び財政課", [(None, "総務課", False), (None, "財政課", True)]),
        ("総務課（庶務係、人事係）", [(None, "総務課(庶務係、人事係)", False)]),
        ("総務課（関係課：財政課、人事課）",
         [(None, "総務課", False), ("co", "財政課", False), ("co", "人事課", True)]),
        ("主管課：総務課 関係課：財政課", [("lead", "総務課", False), ("co", "財政課", False)]),
        ("関係課：財政課（主管課：総務課）財政課",
         [("co", "財政課", False), ("lead", "総務課", False), ("co", "財政課", False)]),
        ("（関係課：財政課", [("co", "財政課", False)]),
        ("市 民 課", [(None, "市民課", False)]),
        ("、総務課", [(None, "総務課", True)]),
    ],
)  # fmt: skip
def test_a_cell_of_departments_has_names_and_roles(
    text: str, names: list[tuple[str | None, str, bool]]
) -> None:
    assert [*pieces(text)] == names


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("拡充", "expand"),
        ("1 拡充", "expand"),
        ("継続（縮小を検討）", "continue"),
        ("事業の縮小", "shrink"),
        ("そのまま（縮小）", "shrink"),
        ("未定", None),
    ],
)
def test_a_direction_is_said_before_its_brackets(text: str, code: str | None) -> None:
    assert direction_code(text, WORDS.catalogue.directions) == code


def test_a_direction_may_be_only_the_number_of_a_legend() -> None:
    bare = [text for text in ("１", "①", "(1)", "A", "イ", "12", "123", "1 拡充", "カ") if
            is_bare_code(text)]  # fmt: skip
    assert bare == ["１", "①", "(1)", "A", "イ", "12"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("目標9、11.3", ["9", "11.3"]),
        ("⑧⑰", ["8", "17"]),
        ("91116", ["9", "11", "16"]),
        ("18", ["1", "8"]),
        ("17", ["17"]),
        ("89", ["8", "9"]),
        ("98", []),
        ("11.a", ["11.a"]),
        ("12345", ["1", "2", "3", "4", "5"]),
        ("1617", ["16", "17"]),
        ("1718", []),
        ("なし", []),
    ],
)
def test_goals_of_the_sdgs_may_be_run_together(text: str, codes: list[str]) -> None:
    assert goal_codes(text) == codes


@pytest.mark.parametrize(
    ("printed", "value", "percent", "number", "unit"),
    [
        ("12", 12, False, 12, None),
        ("12.5", 12.5, False, 12.5, None),
        ("85%", 0.85, True, 85, "%"),
        ("85.5%", 0.855, True, 85.5, "%"),
        ("2026", None, False, 2026, None),
        ("1,200千円", None, False, 1200, "千円"),
    ],
)
def test_a_cell_holds_a_number(
    printed: str, value: float | None, percent: bool, number: float, unit: str | None
) -> None:
    read = read_number(cell(printed, value, percent=percent))
    assert [(v.value, v.unit) for v in read.values] == [(number, unit)]
    assert not read.typed


def test_a_number_that_a_sheet_keeps_as_text_is_typed() -> None:
    typed = {text: read_number(cell(text, sheet="表")).typed for text in ("1,200", "2026", "12件")}
    assert typed == {"1,200": True, "2026": True, "12件": False}
    assert read_number(cell("－", sheet="表")) == ("none", [], None, False)
    assert read_number(cell("窓口", sheet="表")).typed is False


@pytest.mark.parametrize(
    ("text", "money", "unit"),
    [
        ("（単位：千円）", "千円", "単位:千円"),
        ("単位：（千円）", "千円", "単位:(千円)"),
        ("千 円", "千円", "千 円"),
        ("百万円", "百万円", "百万円"),
        ("件", None, "件"),
        ("(人)", None, "人"),
        ("(人)(年)", None, "(人)(年)"),
        ("－", None, None),
        ("", None, None),
    ],
)
def test_a_cell_holds_a_unit(text: str, money: str | None, unit: str | None) -> None:
    assert (money_unit(text), unit_of(text)) == (money, unit)


def test_an_amount_is_of_the_unit_it_prints_else_of_its_heads() -> None:
    assert yen(Value(3, unit="千円", raw="3千円"), "百万円") == 3_000
    assert yen(Value(3, raw="3"), "百万円") == 3_000_000
    assert yen(Value(3, unit="件", raw="3件"), None) is None
    assert yen(Value(2.5, raw="2.5"), "円") == 2


def _worked(pairs: int, cost: str, hours: str) -> tuple[str | None, int | None]:
    def said(fact: str, text: str) -> Statement:
        return Statement(Meaning(f"budget.{fact}", 1.0), cell(text), None, "")

    one = [said("personnel_cost", cost), said("hours", hours)]
    records = [Record([*one], Place()) for _ in range(pairs)]
    return unit_by_hours(records)


@pytest.mark.parametrize(
    ("pairs", "cost", "hours", "unit"),
    [
        (5, "400", "100", ("千円", 4_000)),
        (4, "400", "100", (None, None)),
        (5, "400,000", "100", ("円", 4_000)),
        (5, "100,000", "100", ("円", 1_000)),
        (5, "2,000", "100", ("千円", 20_000)),
        (5, "2,001", "100", (None, None)),
        (5, "0", "100", (None, None)),
    ],
)
def test_the_unit_of_money_follows_from_what_an_hour_costs(
    pairs: int, cost: str, hours: str, unit: tuple[str | None, int | None]
) -> None:
    assert _worked(pairs, cost, hours) == unit


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("道路法・河川法", ["道路法", "河川法"]),
        ("道路法及び同法施行規則", ["道路法", "道路法施行規則"]),
        ("道路法、施行令", ["道路法", "道路法施行令"]),
        ("道路法、道路法", ["道路法"]),
        ("みどり市公園条例、並びに道路法", ["みどり市公園条例", "道路法"]),
        ("劇場、音楽堂", ["劇場、音楽堂"]),
        ("法", []),
        ("「みどり市まちづくり指針」", ["みどり市まちづくり指針"]),
        ("道路法；河川法", ["道路法", "河川法"]),
    ],
)
def test_a_cell_of_laws_lists_names(text: str, names: list[str]) -> None:
    assert law_names(text) == names


def test_a_form_is_parted_around_the_tables_in_it() -> None:
    place = Place()
    inner = Table(1, 1, (Cell(0, 0, 1, 1, "中の表", place),), place)
    cells = (
        Cell(0, 0, 1, 1, "番号", place), Cell(0, 1, 1, 1, "1", place),
        Cell(1, 0, 1, 1, "指標", place), Cell(1, 1, 1, 1, "前\n中の表\n後", place),
        Cell(2, 0, 1, 1, "備考", place), Cell(2, 1, 1, 1, "", place),
    )  # fmt: skip
    form = Table(3, 2, cells, place, {(1, 1): (inner,)})
    parts = parted_by_inner(form)
    assert [p.text if isinstance(p, Paragraph) else (p.rows, p.cells[0].text) for p in parts] == [
        (1, "番号"), "指標", "前\n後", (1, "中の表"), (1, "備考"),
    ]  # fmt: skip
    assert parted_by_inner(Table(3, 2, cells, place)) == []
    over = (Cell(0, 0, 2, 1, "番号", place), *cells[1:2], *cells[3:])
    assert parted_by_inner(Table(3, 2, over, place, {(1, 1): (inner,)})) == []
