"""Tables that a key joins become one graph, a document for each publisher, rows accounted for."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest

from keikaku.graph import network, validation
from keikaku.graph.errors import SourceError
from keikaku.graph.network import Graph
from keikaku.loaders.relational import load_tables
from keikaku.loaders.relational.guideline_cells import guideline_names
from tests.loaders.review_tables import ABOUT, LAW, MONEY, PARTS, TIE, UNIT, of, step, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "review"
    place.mkdir()
    about = [
        of(ABOUT, "1", 事業の概要="灯台を直す。", 事業開始年度="2029"),
        of(ABOUT, "2", 事業開始年度="九九"),
        of(ABOUT, "3", 政策所管府省庁="環境庁"),
    ]
    write(place, "about", about)
    units = [
        of(UNIT, "1", 府省庁="海洋省", 課="灯台課") | {"局・庁": "航路局"},
        of(UNIT, "1", 府省庁="海洋省", **{"府省庁（その他担当組織）": "環境庁"}),
        of(UNIT, "2", 府省庁="海洋省", 課="総務課") | {"局・庁": "海洋省"},
    ]
    write(place, "units", units)
    laws = [
        of(LAW, "1", 政策="安全な海", 施策="灯台", 法令名="航路標識法", 条="第三条"),
        of(LAW, "1", 政策="安全な海", 施策="なし", 計画通知名="「海の計画」（令和2年閣議決定）"),
        of(LAW, "3", 法令名="航路標識法", 政策所管府省庁="環境庁"),
    ]
    write(place, "laws", laws)
    ties = [
        of(TIE, "1", 関連事業の事業ID="2", 関連事業の事業名="航路の調査", 関連性="子事業"),
        of(TIE, "2", 関連事業の事業ID="9", 関連事業の事業名="無い事業", 関連性="子事業"),
    ]
    write(place, "ties", ties)
    total = dict.fromkeys(PARTS, "0") | {"当初予算（合計）": "1,000"}
    money = [
        of(MONEY, "1", 予算年度="2030", **total, **{"計（歳出予算現額合計）": "1000"})
        | {"執行額（合計）": "900", "執行率": "0.9", "翌年度要求額（合計）": "1200.0"},
        of(MONEY, "1", 予算年度="2030", 会計区分="一般会計"),
        of(MONEY, "2", 予算年度="2030", **total, **{"計（歳出予算現額合計）": "2000"})
        | {"執行額（合計）": "0"},
    ]
    write(place, "money", money)
    steps = [
        of(step(("アクティビティ", "1", "", "直す"), ("アウトプット", "1", "", "3基")), "1"),
        of(step(("アウトプット", "1", "", "3基"), ("アウトカム", "2", "長期", "安全")), "1"),
    ]
    write(place, "steps", steps)
    return place


def rows(graph: Graph, kind: str) -> dict[str, dict[str, Any]]:
    return {name: facts for name, facts in graph.nodes(data=True) if facts["kind"] == kind}


def ends(graph: Graph, kind: str) -> list[tuple[str, str]]:
    return sorted((a, b) for a, b, key in graph.edges(keys=True) if key == kind)


def test_each_publisher_is_a_document_with_its_projects(folder: Path) -> None:
    graph = load_tables(folder, "r", with_prose=True)
    assert [head["id"] for head in graph.graph["documents"]] == ["r/海洋省", "r/環境庁"]
    plans = rows(graph, "Plan")
    assert sorted(plans) == ["r/海洋省/plan/1", "r/海洋省/plan/2", "r/環境庁/plan/3"]
    first = plans["r/海洋省/plan/1"]
    assert (first["title"], first["overview"], first["first_year"]) == (
        "灯台の整備",
        "灯台を直す。",
        2029,
    )
    assert first["evidence"][0]["section"] == "事業概要等"
    assert first["evidence"][0]["line"] == 2


def test_policies_hold_projects_and_a_project_without_one_hangs_under_its_ministry(
    folder: Path,
) -> None:
    parts = ends(load_tables(folder, "r"), "HAS_PART")
    goal = "r/海洋省/goal/安全な海"
    assert (goal, f"{goal}/灯台") in parts
    assert (f"{goal}/灯台", "r/海洋省/plan/1") in parts
    assert (goal, "r/海洋省/plan/1") in parts
    assert ("r/海洋省", "r/海洋省/plan/2") in parts


def test_departments_are_part_of_those_above(folder: Path) -> None:
    graph = load_tables(folder, "r")
    assert rows(graph, "Department")["海洋省/department/航路局/灯台課"]["name"] == "航路局灯台課"
    assert (
        "海洋省/department/航路局/灯台課",
        "海洋省/department/航路局",
    ) in ends(graph, "PART_OF")
    duty = graph.edges["海洋省/department/航路局/灯台課", "r/海洋省/plan/1", "RESPONSIBLE_FOR"]
    assert (duty["role"], duty["order"]) == ("lead", 1)
    other = graph.edges["環境庁/department/環境庁", "r/海洋省/plan/1", "RESPONSIBLE_FOR"]
    assert other["role"] == "co"


def test_an_agency_that_is_its_own_bureau_is_one_department(folder: Path) -> None:
    parts = ends(load_tables(folder, "r"), "PART_OF")
    assert ("海洋省/department/総務課", "海洋省/department/海洋省") in parts


def test_one_law_is_one_node_over_all_ministries(folder: Path) -> None:
    graph = load_tables(folder, "r")
    laws = rows(graph, "Guideline")
    assert {name: facts["type"] for name, facts in laws.items()} == {
        "guideline/航路標識法": "law",
        "guideline/海の計画": "plan",
    }
    grounded = graph.edges["r/海洋省/plan/1", "guideline/航路標識法", "GROUNDED_IN"]
    assert grounded["evidence"][0]["quote"] == "航路標識法第三条"


def test_money_is_yen_by_year_and_stage_and_unspent_is_not_zero(folder: Path) -> None:
    budgets = rows(load_tables(folder, "r"), "Budget")
    assert {
        name.removeprefix("r/海洋省/plan/"): facts["total"] for name, facts in budgets.items()
    } == {
        "1/budget/2030/budget": 1000,
        "1/budget/2030/actual": 900,
        "1/budget/2031/request": 1200,
        "2/budget/2030/budget": 2000,
    }


def test_steps_lead_to_steps(folder: Path) -> None:
    graph = load_tables(folder, "r")
    stages = [facts["stage"] for facts in rows(graph, "LogicStep").values()]
    assert stages == ["activity", "output", "long_outcome"]
    assert [(a[-1], b[-1]) for a, b in ends(graph, "LEADS_TO")] == [("1", "2"), ("2", "3")]


def test_a_chain_that_ends_before_any_outcome_is_a_finding(folder: Path) -> None:
    steps = [
        of(step(("アクティビティ", "1", "", "直す"), ("アウトプット", "1", "", "3基")), "1"),
        of(step(("アウトプット", "1", "", "3基"), ("アウトカム", "2", "長期", "安全")), "1"),
        of(step(("アクティビティ", "2", "", "知らせる"), ("アウトプット", "3", "", "2回")), "1"),
    ]
    write(folder, "steps", steps)
    findings = load_tables(folder, "r").graph["findings"]
    (finding,) = [f for f in findings if f["code"] == "chain-open"]
    assert finding["node"] == "r/海洋省/plan/1"
    assert finding["message"] == "事業1の「2回」は、成果（アウトカム）につながっていません。"


def test_texts_touch_themes_with_their_words(folder: Path) -> None:
    about = [of(ABOUT, "1", 事業の概要="画像を機械学習で調べ、灯台の修理を早める。")]
    write(folder, "about", about)
    graph = load_tables(folder, "r")
    touched = graph.edges["r/海洋省/plan/1", "theme/AI", "TOUCHES"]
    assert (touched["basis"], touched["terms"]) == (["text"], ["機械学習"])
    assert touched["evidence"][0]["quote"] == "画像を機械学習で調べ、灯台の修理を早める"


def test_contradictions_are_findings(folder: Path) -> None:
    findings = load_tables(folder, "r").graph["findings"]
    codes = sorted((f["code"], (f["node"] or "")[-1:]) for f in findings)
    assert codes == sorted(
        [
            ("outcome-missing", "2"),
            ("outcome-missing", "3"),
            ("related-missing", "2"),
            ("related-one-sided", "1"),
            ("sum-differs", "2"),
            ("year-unreadable", "2"),
            *[("table-account", "")] * 6,
            *[("table-missing", "")] * 2,
        ]
    )


def test_zips_are_read_as_their_tables(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    assert rows(load_tables(path, "r"), "Plan") == rows(load_tables(folder, "r"), "Plan")


def test_a_folder_of_other_tables_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("名前,電話\nx,1\n", encoding="utf-8")
    with pytest.raises(SourceError, match="様式定義がありません"):
        load_tables(tmp_path, "r")


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("「海の計画」（令和2年1月30日閣議決定）", "海の計画"),
        ("海の計画（令和2年1月30日閣議決定）", "海の計画"),
        ("海の計画（第2次）", "海の計画(第2次)"),
        ("  海の計画 ", "海の計画"),
    ],
)
def test_the_name_of_a_rule_is_read_without_its_date(printed: str, name: str) -> None:
    assert guideline_names(printed) == [name]


def test_the_graph_fits_the_model(folder: Path) -> None:
    validation.validate(network.to_payload(load_tables(folder, "r", with_prose=True)))


def test_a_rule_is_one_node_however_it_is_spaced(folder: Path) -> None:
    rows = [
        of(LAW, "1", 計画通知名="港湾・航路計画"),
        of(LAW, "2", 計画通知名="・港湾航路計画"),
        of(LAW, "3", 計画通知名="(2)港湾・航路 計画"),
    ]
    write(folder, "laws", rows)
    graph = load_tables(folder, "review")
    rules = {n: f for n, f in graph.nodes(data=True) if f["kind"] == "Guideline"}
    (facts,) = rules.values()
    assert list(rules) == ["guideline/港湾・航路計画"]
    assert facts["aliases"] == ["港湾航路計画", "港湾・航路 計画"]
    assert graph.in_degree("guideline/港湾・航路計画") == 3
