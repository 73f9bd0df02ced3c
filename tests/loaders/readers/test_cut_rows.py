"""A list whose plans stand over several rows each, cut by the end of a page."""

from __future__ import annotations

from tests.loaders.readers.test_pdf_flow import grid, joined_rows

_Cell = tuple[int, int, int, int, str]
_HEAD = ((0, 0, 1, 1, "番号"), (0, 1, 1, 1, "取組名"), (0, 2, 1, 1, "取組項目"), (0, 3, 1, 1, "R7"))


def _plan(row: int, number: str, name: str, items: list[tuple[str, str]]) -> list[_Cell]:
    rows = len(items)
    cells: list[_Cell] = [(row, 0, rows, 1, number), (row, 1, rows, 1, name)]
    for at, (item, step) in enumerate(items, row):
        cells += [(at, 2, 1, 1, item), (at, 3, 1, 1, step)]
    return cells


_FIRST = [
    *_HEAD,
    *_plan(1, "1", "窓口の改善", [("手引の作成", "作成"), ("研修", "検討")]),
    *_plan(3, "2", "納付の推進", [("口座振替の勧奨", "実施"), ("電子納付", "検討")]),
]


def test_the_rest_of_a_row_is_no_record_of_its_own() -> None:
    first = grid(4, *_FIRST, *_plan(5, "3", "使用料・手数料の", [("受益者負担基準の", "試行")]))
    second = grid(
        4,
        *((0, 0, 2, 1, ""), (0, 1, 2, 1, "適正化"), (0, 2, 1, 1, "改定"), (0, 3, 1, 1, "")),
        *((1, 2, 1, 1, "使用料の改定"), (1, 3, 1, 1, "→")),
        *_plan(2, "4", "市有財産の売却", [("売却", "実施")]),
    )
    rows = joined_rows(first, second)
    assert rows[5] == ["3", "使用料・手数料の適正化", "受益者負担基準の改定", "試行"]
    assert rows[6][2:] == ["使用料の改定", "→"]
    assert rows[7] == ["4", "市有財産の売却", "売却", "実施"]


def test_a_page_between_two_rows_of_a_record_ends_neither() -> None:
    first = grid(4, *_FIRST, *_plan(5, "3", "学校給食調理業務の", [("東部給食センター", "→")]))
    second = grid(
        4,
        *((0, 0, 1, 1, ""), (0, 1, 1, 1, "委託"), (0, 2, 1, 1, "西部給食センター")),
        (0, 3, 1, 1, "仕様の検討"),
        *_plan(1, "4", "市有財産の売却", [("売却", "実施")]),
    )
    rows = joined_rows(first, second)
    assert rows[5] == ["3", "学校給食調理業務の委託", "東部給食センター", "→"]
    assert rows[6] == ["3", "学校給食調理業務の委託", "西部給食センター", "仕様の検討"]
