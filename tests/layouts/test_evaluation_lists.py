# ruff: noqa: E501
"""Lists of evaluated projects and of KPI whose heads group their columns in other ways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from keikaku.graph.records import Records
from keikaku.loaders import load


def _list(path: Path, title: str, heads: list[str], below: list[str], rows: list[list[Any]]) -> Any:
    """A sheet with a head of two rows: a blank below joins the cell above, one beside its group."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"] = title
    for row, cells in enumerate([heads, below, *rows], 3):
        for column, value in enumerate(cells, 1):
            sheet.cell(row, column, value or None if isinstance(value, str) else value)
    for column, (upper, lower) in enumerate(zip(heads, below, strict=True), 1):
        if upper and not lower:
            sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    book.save(path)
    return load(path)


def _of(records: Records, kind: str) -> list[dict[str, Any]]:
    return [n.facts for n in records.nodes if n.kind == kind]


def test_sources_criteria_and_actual_values_of_an_evaluation(tmp_path: Path) -> None:
    records = _list(
        tmp_path / "list.xlsx",
        "令和6年度　事務事業評価結果一覧表（令和5年度実施事業分）　単位：千円",
        ["番号", "事務事業名", "担当課", "活動実績", "", "", "R5決算", "", "", "", "評価", "", "方向性"],
        ["", "", "", "指標", "単位", "R5", "総額", "国・県", "その他", "一財", "必要性", "効率性", ""],
        [
            ["1", "窓口の改善", "市民課", "案内の回数", "回", 42, 900, 300, 0, 600, "A", "B", "拡充"],
            ["2", "公園の管理", "公園課", "点検の回数", "回", 12, 500, 0, 100, 400, "B", "C", "廃止"],
        ],
    )  # fmt: skip
    (first, _) = _of(records, "Indicator")
    assert [(v["fiscal_year"], v["kind"], v["value"]) for v in first["values"]] == [
        (2023, "actual", 42)
    ]
    assert first["role"] == "activity"
    (cost, _) = _of(records, "Budget")
    assert (cost["total"], cost["prefectural"], cost["other"], cost["general"]) == (
        900_000,
        300_000,
        0,
        600_000,
    )
    (judged, _) = _of(records, "Evaluation")
    assert judged["fiscal_year"] == 2024
    assert judged["criteria"] == ["必要性: A", "効率性: B"]
    assert judged["direction"] == "expand"


def test_an_unknown_column_of_money_is_no_second_total(tmp_path: Path) -> None:
    records = _list(
        tmp_path / "list.xlsx",
        "みどり町　取組の一覧（単位：千円）",
        ["番号", "事業名", "担当課", "R5決算", "", ""],
        ["", "", "", "総額", "基金充当", "一般財源"],
        [["1", "窓口の改善", "市民課", 900, 300, 600], ["2", "公園の管理", "公園課", 500, 0, 500]],
    )
    assert [(b["total"], b["general"]) for b in _of(records, "Budget")] == [
        (900_000, 600_000),
        (500_000, 500_000),
    ]
    unread = [f.details["label"] for f in records.findings if f.code == "label-unread"]
    assert unread == ["R5決算 / 基金充当"]


def test_measures_are_the_plans_of_a_list_of_kpi(tmp_path: Path) -> None:
    records = _list(
        tmp_path / "list.xlsx",
        "みどり町総合戦略　KPI一覧",
        ["基本目標", "具体的な施策", "重要業績評価指標（KPI）", "単位", "基準値", "", "目標値", "進捗", "", "所管"],
        ["", "", "", "", "年度", "値", "R11", "R5", "R6", ""],
        [
            ["Ⅰ しごと", "①創業の支援", "創業の件数", "件", "R4", 12, 60, 15, 22, "商工課"],
            ["Ⅱ ひと", "②移住の促進", "相談の件数", "件", "R4", 88, 250, 120, 143, "企画課"],
        ],
    )  # fmt: skip
    assert [(p["number"], p["title"]) for p in _of(records, "Plan")] == [
        ("①", "創業の支援"),
        ("②", "移住の促進"),
    ]
    (first, _) = _of(records, "Indicator")
    assert (first["baseline"]["value"], first["baseline"]["fiscal_year"]) == (12, 2022)
    assert [(v["fiscal_year"], v["kind"], v["value"]) for v in first["values"]] == [
        (2023, "actual", 15),
        (2024, "actual", 22),
        (2029, "target", 60),
    ]
    assert not _of(records, "Evaluation")
    assert _of(records, "PlanDocument")[0]["title"] == "みどり町総合戦略"


def test_what_lacks_a_year_in_every_row_is_one_finding(tmp_path: Path) -> None:
    records = _list(
        tmp_path / "list.xlsx",
        "事業一覧",
        ["番号", "事業名", "担当課", "従事時間"],
        ["", "", "", ""],
        [[str(n), f"窓口の改善{n}", "市民課", 10 * n] for n in range(1, 5)],
    )
    (missing,) = (f for f in records.findings if f.code == "year-not-told")
    assert missing.details == {"plan": "1ほか3件", "label": "従事時間"}


def test_labels_among_the_indicators_say_what_their_rows_hold(tmp_path: Path) -> None:
    """One column names indicators, and labels スケジュール, 効果額 and SDGs below them."""
    mixed = "指標（単位）／スケジュール／効果額（千円）／SDGs"
    plans: list[list[Any]] = []
    for n, title in enumerate(("窓口の予約", "施設の予約"), 1):
        plans += [
            [f"10{n}", title, "市民課", "待ち時間（分）", 28 + n, 20 + n, 15, 10],
            ["", "", "", "スケジュール", "", "検討", "導入", "→"],
            ["", "", "", "効果額", "", "△500", "0", "1,200"],
            ["", "", "", "SDGs", "", "11、16", "", ""],
        ]
    records = _list(
        tmp_path / "list.xlsx",
        "みどり町行革プラン",
        ["番号", "取組名", "担当課", mixed, "基準値（R6）", "年度別計画", "", ""],
        ["", "", "", "", "", "R7", "R8", "R9"],
        plans,
    )
    indicators = _of(records, "Indicator")
    assert [(i["name"], i["baseline"]["value"]) for i in indicators] == [
        ("待ち時間", 29),
        ("待ち時間", 30),
    ]
    assert [(v["fiscal_year"], v["kind"], v["value"]) for v in indicators[0]["values"]] == [
        (2025, "target", 21),
        (2026, "target", 15),
        (2027, "target", 10),
    ]
    steps = [(m["text"], m["first_year"], m["last_year"]) for m in _of(records, "Milestone")]
    assert steps[:2] == [("検討", 2025, 2025), ("導入", 2026, 2027)]
    effects = [(b["fiscal_year"], b["total"]) for b in _of(records, "Budget")]
    assert effects[:3] == [(2025, -500_000), (2026, 0), (2027, 1_200_000)]
    assert {s["code"] for s in _of(records, "SdgTarget")} == {"11", "16"}


def test_an_empty_digit_is_none_beside_another_title_of_its_level(tmp_path: Path) -> None:
    """No digit of the row above belongs to a level that the row names itself."""
    records = _list(
        tmp_path / "list.xlsx",
        "事務事業評価一覧",
        ["事務事業ID", "事務事業名", "政策番号\n十の位", "政策番号\n一の位", "政策名", "部課名"],
        [""] * 6,
        [
            ["0001", "窓口の改善", "1", "2", "開かれた市役所", "総務部市民課"],
            ["0002", "案内の改善", "", "", "", "総務部市民課"],
            ["0003", "公園の管理", "", "3", "緑のまち", "都市部公園課"],
        ],
    )
    levels = [(f["number"], f["title"]) for f in _of(records, "Goal")]
    assert levels == [("12", "開かれた市役所"), ("3", "緑のまち")]


def test_a_bracket_in_a_name_is_no_department_where_a_column_holds_them(tmp_path: Path) -> None:
    records = _list(
        tmp_path / "list.xlsx",
        "事務事業評価一覧",
        ["事務事業ID", "事務事業名", "施策名", "部課名"],
        [""] * 4,
        [
            ["0001", "下水道の維持（東部浄化センター）", "水の循環", ""],
            ["0002", "公園の管理", "緑のまち", "都市部公園課"],
        ],
    )
    assert [f["title"] for f in _of(records, "Plan")] == [
        "下水道の維持(東部浄化センター)",
        "公園の管理",
    ]
    assert {f["name"] for f in _of(records, "Department")} == {"都市部", "公園課"}
