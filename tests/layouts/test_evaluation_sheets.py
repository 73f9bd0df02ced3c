"""A book with an evaluation sheet for each project (事務事業評価シート): boxes, roles, years."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from keikaku.loaders import load
from tests.layouts.town_books import put

_TITLES = ("窓口の案内", "公園の管理", "統計の公表")
_WAYS = ("拡充", "現状維持", "縮小")


def _book(path: Path) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    for n, title in enumerate(_TITLES):
        sheet: Any = book.create_sheet(f"評価{n + 1}")
        ticked = "　".join(("■" if k == n else "□") + way for k, way in enumerate(_WAYS))
        put(sheet, 1, 1, 8, "みどり町　令和6年度　事務事業評価シート")
        lines: tuple[tuple[int, tuple[tuple[int, int, object], ...]], ...] = (
            (2, ((1, 2, "事務事業名"), (3, 5, title), (6, 7, "事業コード"), (8, 8, f"010{n}"))),
            (3, ((1, 2, "担当課"), (3, 8, "総務課"))),
            (4, ((1, 2, "手段"), (3, 8, "案内の手順を見直す。"))),
            (6, ((1, 3, "区分"), (4, 4, "R5決算"), (5, 5, "R6決算"))),
            (7, ((1, 3, "事業費（千円）"), (4, 4, 1000), (5, 5, 1100))),
            (8, ((1, 3, "うち一般財源（千円）"), (4, 4, 500), (5, 5, 600))),
            (10, ((1, 2, "指標名"), (3, 3, "単位"), (4, 4, "R5実績"), (5, 5, "R6目標"))),
            (11, ((1, 1, "活動指標"), (2, 2, "案内の件数"), (3, 3, "件"), (4, 4, 20), (5, 5, 25))),
            (12, ((1, 1, "成果指標"), (2, 2, "満足度"), (3, 3, "％"), (4, 4, 60), (5, 5, 65))),
            (14, ((1, 2, "総合評価"), (3, 4, "B"), (5, 6, "今後の方向性"), (7, 8, ticked))),
            (15, ((1, 2, "課長意見"), (3, 8, "手順を簡素にすること。"))),
        )
        for row, cells in lines:
            for first, last, value in cells:
                put(sheet, row, first, last, value)
    book.save(path)
    return path


def test_roles_shares_boxes_and_the_year_of_the_title_are_read(tmp_path: Path) -> None:
    nodes = load(_book(tmp_path / "book.xlsx")).nodes
    of = {
        kind: [n.facts for n in nodes if n.kind == kind]
        for kind in ("Indicator", "Budget", "Evaluation")
    }
    assert [(i["name"], i["role"]) for i in of["Indicator"][:2]] == [
        ("案内の件数", "activity"),
        ("満足度", "outcome"),
    ]
    assert {(b["fiscal_year"], b["total"], b["general"]) for b in of["Budget"]} == {
        (2023, 1_000_000, 500_000),
        (2024, 1_100_000, 600_000),
    }
    own = [e for e in of["Evaluation"] if e["by"] == "department"]
    assert [(e["fiscal_year"], e["grade"], e["direction"]) for e in own] == [
        (2024, "B", "expand"),
        (2024, "B", "continue"),
        (2024, "B", "shrink"),
    ]
    heads = {e["comment"] for e in of["Evaluation"] if e["by"] == "head"}
    assert heads == {"手順を簡素にすること。"}
