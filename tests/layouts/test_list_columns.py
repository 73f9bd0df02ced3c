"""Columns of a list that stand in an unusual order, or say less, are read by their heads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku.graph.records import Records
from keikaku.loaders import load


def listed(path: Path, *rows: str) -> Records:
    source = path / "list.csv"
    source.write_text("\n".join(rows), encoding="utf-8")
    return load(source)


def departments(records: Records) -> list[tuple[str, str]]:
    return [
        (edge.source.rpartition("/")[2], edge.facts["role"])
        for edge in records.edges
        if edge.type == "RESPONSIBLE_FOR" and edge.target.endswith("/1")
    ]


@pytest.mark.parametrize(
    ("heads", "cells", "roles"),
    [
        ("所管課,関係課", "市民課,収納課", {"市民課": "lead", "収納課": "co"}),
        ("関係課,所管課", "収納課,市民課", {"市民課": "lead", "収納課": "co"}),
        ("所管課,備考", "市民課・収納課,", {"市民課": "lead", "収納課": "co"}),
        ("関係課,備考", "市民課、収納課,", {"市民課": "co", "収納課": "co"}),
    ],
)
def test_the_head_says_who_leads(
    heads: str, cells: str, roles: dict[str, str], tmp_path: Path
) -> None:
    records = listed(
        *(tmp_path, f"番号,事業名,{heads}"),
        *(f"1,窓口の改善,{cells}", "2,納付の推進,収納課,収納課"),
    )
    assert dict(departments(records)) == roles
    leads_first = [role for _, role in departments(records)]
    assert leads_first == sorted(leads_first, reverse=True)


def test_a_list_of_three_columns_is_one(tmp_path: Path) -> None:
    records = listed(tmp_path, "番号,事業名,所管課", "1,窓口の改善,市民課", "2,納付の推進,収納課")
    plans = [node for node in records.nodes if node.kind == "Plan"]
    assert [(p.facts["number"], p.facts["title"]) for p in plans] == [
        ("1", "窓口の改善"),
        ("2", "納付の推進"),
    ]


@pytest.mark.parametrize(
    ("heads", "cells", "values"),
    [
        ("現状値,R7,R8", "10,12,14", [(2025, "target", 12), (2026, "target", 14)]),
        ("R5実績,R7,R8", "10,12,-", [(2023, "actual", 10), (2025, "target", 12)]),
        ("R6見込,R7目標", "11,12", [(2024, "forecast", 11), (2025, "target", 12)]),
        # four figures that could be a year are a number in a column of values
        ("R7,R8", "1998,２０１５", [(2025, "target", 1998), (2026, "target", 2015)]),
    ],
)  # fmt: skip
def test_bare_years_behind_an_indicator_are_its_values(
    heads: str, cells: str, values: list[tuple[int, str, float]], tmp_path: Path
) -> None:
    records = listed(
        *(tmp_path, f"番号,事業名,担当課,指標名,単位,{heads}"),
        *(f"1,窓口の改善,市民課,待ち時間,分,{cells}", f"2,納付の推進,収納課,納付率,％,{cells}"),
    )
    for each in (n.facts for n in records.nodes if n.kind == "Indicator"):
        assert [(v["fiscal_year"], v["kind"], v["value"]) for v in each["values"]] == values


def test_a_scale_word_of_a_value_counts_the_unit_of_its_column(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,担当課,指標名,単位,R7,R8,R9"),
        *("1,窓口の改善,市民課,来庁者,人,1.2万,5千,R9設置", "2,納付の推進,収納課,納付率,％,9,8,7"),
    )
    first, *_ = (n.facts for n in records.nodes if n.kind == "Indicator")
    assert [(v["value"], v["unit"]) for v in first["values"]] == [(1.2, "万人"), (5, "千人")]
    words = [f.details for f in records.findings if f.code == "words-for-values"]
    assert [each["example"] for each in words] == ["R9設置"]


def test_short_names_behind_a_plans_number_are_its_name(tmp_path: Path) -> None:
    """主な取組 behind No. holds the plans, 施策 before it the level above them."""
    records = listed(
        *(tmp_path, "基本目標,施策,No.,主な取組,取組の概要,担当課,ゴール番号"),
        "1 子育て,(1) 相談の充実,①,産後ケアの充実,委託先を増やします。,健康課,3、5",
        "1 子育て,(1) 相談の充実,②,窓口の一元化,職員を置きます。,市民課,3",
        "2 しごと,(1) 創業の支援,①,創業塾の開催,講師を招きます。,商工課,8",
    )
    plans = [n.facts for n in records.nodes if n.kind == "Plan"]
    assert [(p["number"], p["title"]) for p in plans] == [
        ("①", "産後ケアの充実"),
        ("②", "窓口の一元化"),
        ("①", "創業塾の開催"),
    ]
    assert plans[0]["overview"] == "委託先を増やします。"
    levels = {n.facts["title"]: n.facts["level"] for n in records.nodes if n.kind == "Initiative"}
    assert levels == {"相談の充実": "施策", "創業の支援": "施策"}
    codes = {n.facts["code"] for n in records.nodes if n.kind == "SdgTarget"}
    assert codes == {"3", "5", "8"}


def test_indicators_of_a_level_are_no_plans(tmp_path: Path) -> None:
    """A sheet of 数値目標 by 基本目標 beside the list of plans is reported, and makes no plan."""
    import openpyxl

    book = openpyxl.Workbook()
    plans: Any = book.active
    plans.append(["基本目標", "番号", "事業名", "担当課"])
    plans.append(["1 子育て", "1", "産後ケアの充実", "健康課"])
    plans.append(["2 しごと", "2", "創業塾の開催", "商工課"])
    aims: Any = book.create_sheet("数値目標")
    aims.append(["基本目標", "数値目標", "現状値", "目標値（R11）"])
    aims.append(["1 子育て", "出生数", "398人", "420人"])
    aims.append(["2 しごと", "従業者数", "31,540人", "32,000人"])
    book.save(tmp_path / "book.xlsx")
    records = load(tmp_path / "book.xlsx")
    assert [n.facts["title"] for n in records.nodes if n.kind == "Plan"] == [
        "産後ケアの充実",
        "創業塾の開催",
    ]
    (unread,) = (f for f in records.findings if f.code == "label-unread")
    assert "基本目標" in unread.details["label"]
    assert unread.details["count"] == 6


def test_a_note_above_the_head_parts_no_group_of_years(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "取組の一覧（案）,,,令和７年３月末現在,", "番号,事業名,スケジュール,,"),
        *(",,R7,R8,R9", "1,窓口の改善,検討,試行,実施", "2,納付の推進,準備,実施,検証"),
    )
    steps = [node.facts for node in records.nodes if node.kind == "Milestone"]
    assert [(step["text"], step["first_year"]) for step in steps] == [
        *(("検討", 2025), ("試行", 2026), ("実施", 2027)),
        *(("準備", 2025), ("実施", 2026), ("検証", 2027)),
    ]


def test_targets_of_a_level_beside_it_are_no_targets_of_its_first_plan(tmp_path: Path) -> None:
    records = listed(
        tmp_path,
        "基本目標,数値目標（KGI）,,,番号,取組名,重要業績評価指標（KPI）,,",
        ",指標,現状値,目標値,,,指標名,R7,R8",
        "1 住み続けたいまち,合計特殊出生率,1.32,1.45,1,産後ケアの充実,利用した人数,12,15",
        ",,,,2,保育の充実,待機児童数,8,4",
        "2 仕事のあるまち,従業者数,12300,12800,3,創業の支援,創業件数,10,12",
        ",,,,4,企業の誘致,立地件数,1,2",
    )
    names = [node.facts["name"] for node in records.nodes if node.kind == "Indicator"]
    assert names == ["利用した人数", "待機児童数", "創業件数", "立地件数"]
    (message,) = [f.message for f in records.findings if f.code == "level-targets-unread"]
    assert message.startswith("B2からの欄「数値目標（KGI）」（「合計特殊出生率」など2件）")


@pytest.mark.parametrize("unit", ["千kWh", "延べ人", "万t-CO2", "百万円/年"])
def test_a_unit_behind_an_indicators_name_is_no_part_of_it(unit: str, tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,所管課,指標名,R7目標値,R8目標値"),
        *(
            f"1,窓口の改善,市民課,使用量（{unit}）,280,240",
            "2,納付の推進,市民課,満足（市民）,80,81",
        ),
    )
    used, content = (n.facts for n in records.nodes if n.kind == "Indicator")
    assert (used["name"], used["target"]["unit"]) == ("使用量", unit)
    assert content["name"] == "満足（市民）"
