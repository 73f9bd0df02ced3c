"""Cells that are kept as nothing, or only in part, are counted in a finding with an example."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku.graph.errors import SourceError
from keikaku.graph.records import Records
from keikaku.loaders import load
from tests.layouts.test_list_columns import listed

_HEADS = "番号,事業名,担当課,開始年度,指標名,単位,R5実績,R6実績,R6決算額（千円）,R6従事時間"


def _finding(records: Records, code: str) -> dict[str, Any]:
    (finding,) = (f for f in records.findings if f.code == code)
    return finding.details


def _of(records: Records, kind: str) -> list[dict[str, Any]]:
    return [n.facts for n in records.nodes if n.kind == kind]


def test_words_in_the_place_of_a_value_are_reported(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, _HEADS),
        "1,窓口の改善,市民課,令和4,待ち時間,分,12,未集計,集計中,10",
        "2,納付の推進,収納課,令和4,納付率,％,90,91,300,20",
    )
    details = _finding(records, "words-for-values")
    assert details["count"] == 2
    assert details["example"] == "未集計"
    waiting = next(i for i in _of(records, "Indicator") if i["name"] == "待ち時間")
    assert [(v["fiscal_year"], v["value"]) for v in waiting["values"]] == [(2023, 12)]


def test_a_second_value_of_a_cell_is_reported(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, _HEADS),
        "1,窓口の改善,市民課,令和4,相談,人,5人（延べ10人）,6,200,10",
        "2,納付の推進,収納課,令和4,納付率,％,90,91,300,20",
    )
    details = _finding(records, "values-left-over")
    assert (details["count"], details["example"]) == (1, "5人（延べ10人）")


def test_a_year_without_its_era_is_reported_and_stays_unknown(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, _HEADS),
        "1,窓口の改善,市民課,17,待ち時間,分,12,13,200,10",
        "2,納付の推進,収納課,平成17,納付率,％,90,91,300,20",
        "3,公園の管理,公園課,-,面積,ha,3,3,300,20",
        "4,統計の公表,総務課,0,件数,件,3,3,300,20",
    )
    assert [p.get("first_year") for p in _of(records, "Plan")] == [None, 2005, None, None]
    details = _finding(records, "years-unread")
    assert (details["count"], details["example"]) == (1, "17")


def test_hours_and_persons_have_no_other_unit(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, _HEADS),
        "1,窓口の改善,市民課,令和4,待ち時間,分,12,13,200,90分",
        "2,納付の推進,収納課,令和4,納付率,％,90,91,300,280.5時間",
        "3,公園の管理,公園課,令和4,面積,ha,3,3,300,2日",
    )
    assert [b["hours"] for b in _of(records, "Budget") if "hours" in b] == [1.5, 280.5]
    unclear = [f.details["text"] for f in records.findings if f.code == "value-unclear"]
    assert unclear == ["2日"]


def test_a_zero_for_a_name_is_reported(tmp_path: Path) -> None:
    """A formula that points to an empty cell prints 0 in the place of a name or unit."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    ways = [f"⑤活動指標{mark}：{part}" for mark in ("ア", "イ") for part in ("名称", "単位")]
    marks = ["⑤活動指標ア", "⑤活動指標イ"]
    sheet.append([None] * 8 + ["R5実績", None, "R6実績", None])
    sheet.append(["年度", "事務事業ID", "事務事業名", "部課名", *ways, *marks, *marks])
    for first in ("I1:J1", "K1:L1"):
        sheet.merge_cells(first)
    for row in (
        (6, 1, "窓口の改善", "市民課", "待ち時間", "分", 0, 0, 12, 0, 13, 0),
        (6, 2, "納付の推進", "収納課", "納付率", "％", None, None, 90, 0, 91, None),
        (6, 3, "公園の管理", 0, "面積", 0, "箇所", "件", 3, 4, 3, 4),
    ):
        sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    records = load(tmp_path / "book.xlsx")
    known = [(i["name"], i["values"][0]["unit"]) for i in _of(records, "Indicator")]
    assert known == [
        ("待ち時間", "分"),
        ("0", "0"),
        ("納付率", "%"),
        ("面積", "0"),
        ("箇所", "件"),
    ]
    assert [d["name"] for d in _of(records, "Department")] == ["市民課", "収納課"]
    assert _finding(records, "names-of-zero")["count"] == 1


def test_a_department_without_its_division_is_reported_once_and_a_slip_apart(
    tmp_path: Path,
) -> None:
    names = [
        *("市民部市民課", "市民部市民課", "市民課", "市民部税務課", "税務課", "市民部 市民生活"),
        *("市民部市民生活課", "市民部環境課（環境係）"),
    ]
    rows = [f"{n},窓口の改善{n},{name}" for n, name in enumerate(names, 1)]
    records = listed(tmp_path, "番号,事業名,部課名", *rows)
    alone = _finding(records, "department-without-division")
    assert (alone["count"], alone["printed"], alone["known"]) == (2, "市民課", "市民部市民課")
    slip = _finding(records, "department-slip")
    assert (slip["printed"], slip["known"]) == ("市民生活", "市民部市民生活課")
    levels = {d["name"]: d.get("level") for d in _of(records, "Department")}
    assert levels["環境課環境係"] == "section"
    assert levels["環境課"] == "department"


def test_a_refusal_names_no_column_without_a_label(tmp_path: Path) -> None:
    head = "<th>取組番号</th><th>取組名</th><th>担当課</th>" + "<th></th>" * 6
    notes = "".join(f"<td>覚え書き{n}です</td>" for n in range(6))
    rows = "".join(
        f"<tr><td>{n}</td><td>窓口の改善その{n}</td><td>市民課</td>{notes}</tr>" for n in range(6)
    )
    page = tmp_path / "plan.html"
    page.write_text(f"<table><tr>{head}</tr>{rows}</table>", encoding="utf-8")
    with pytest.raises(SourceError, match="読めなかった欄: —"):
        load(page)
