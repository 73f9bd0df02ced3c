"""Tables as other ministries and other years write them: nothing is lost without a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku.graph import network, validation
from keikaku.graph.network import Graph
from keikaku.loaders.relational import load_tables
from keikaku.loaders.relational.guideline_cells import guideline_names
from tests.loaders.review_tables import (
    ABOUT,
    KIND,
    LAW,
    MONEY,
    NUMBER,
    PARTS,
    TIE,
    TOTAL,
    of,
    step,
    write,
)

GOALS = "アクティビティ／活動目標／成果目標"
ROW_KIND = "目標年度／目標値／実績値／達成率"


def findings_of(graph: Graph, code: str) -> list[dict[str, Any]]:
    return [each for each in graph.graph["findings"] if each["code"] == code]


def totals(graph: Graph) -> dict[str, int]:
    return {
        name.partition("/budget/")[2]: facts["total"]
        for name, facts in graph.nodes(data=True)
        if facts["kind"] == "Budget"
    }


def plans(graph: Graph) -> list[str]:
    return [name for name, facts in graph.nodes(data=True) if facts["kind"] == "Plan"]


def money(**cells: str) -> dict[str, str]:
    return of(MONEY, "1", **(dict.fromkeys(PARTS, "0") | {"予算年度": "2030"} | cells))


def load(folder: Path, **tables: list[dict[str, str]]) -> Graph:
    write(folder, "about", [of(ABOUT, "1", 事業の概要="灯台を直す。")])
    for name, rows in tables.items():
        write(folder, name, rows)
    return load_tables(folder, "r")


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("海洋省設置法第４条第１項第３号、第２項及び第５条", ["海洋省設置法"]),
        ("海洋省設置法_第4条_等", ["海洋省設置法"]),
        ("灯台法（昭和30年法律第9号）第三条の二", ["灯台法"]),
        ("①灯台法　附則", ["灯台法"]),
        ("灯台法第26条、海洋省組織令第3条", ["灯台法", "海洋省組織令"]),
        ("灯台法及び同法施行令", ["灯台法", "灯台法施行令"]),
        ("灯台法／港湾憲章第17条", ["灯台法", "港湾憲章"]),
        ("昭和30年法律第9号（灯台の維持に関する法律）", ["灯台の維持に関する法律"]),
        ("灯火、音響等の維持に関する法律第6条", ["灯火、音響等の維持に関する法律"]),
        ("隣国との条約第六条に基づく港の協定第２条", ["隣国との条約第六条に基づく港の協定"]),
        (
            "海の計画（令和2年3月1日閣議決定）、港の方針（令和3年4月2日決定）等",
            ["海の計画", "港の方針"],
        ),
        ("「海の計画」（令和2年閣議決定）「港の方針」（令和3年決定）", ["海の計画", "港の方針"]),
        ("「海洋再生」の基本方針（令和2年3月閣議決定）", ["「海洋再生」の基本方針"]),
        ("PPP/PFI推進の指針（令和5年改定版）", ["PPP/PFI推進の指針"]),
        ("防災・減災、海岸強化のための加速化対策", ["防災・減災、海岸強化のための加速化対策"]),
        ("海洋機構中期目標、中期計画", ["海洋機構中期目標、中期計画"]),
        ("令和5年3月31日海発0331第14号「灯台の体制について」", ["灯台の体制について"]),
        ("海の計画（全国計画）(2023.7.28) P100", ["海の計画(全国計画)"]),
        ("https://example.jp/plan.pdf", []),
        ("第5条～第9条、第11条", []),
        ("─", []),
    ],
)
def test_a_cell_of_rules_names_each_alone(printed: str, names: list[str]) -> None:
    assert guideline_names(printed) == names


def test_a_cell_of_articles_alone_is_a_finding(tmp_path: Path) -> None:
    graph = load(tmp_path, laws=[of(LAW, "1", 法令名="第5条第2項")])
    (finding,) = findings_of(graph, "guideline-unnamed")
    assert finding["node"] == "r/海洋省/plan/1"
    assert not [name for name in graph if name.startswith("guideline/")]


def test_one_table_may_come_in_several_files(tmp_path: Path) -> None:
    write(tmp_path, "about-1", [of(ABOUT, "1")])
    write(tmp_path, "about-2", [of(ABOUT, "2")])
    graph = load_tables(tmp_path, "r")
    assert plans(graph) == ["r/海洋省/plan/1", "r/海洋省/plan/2"]
    assert graph.nodes["r/海洋省/plan/2"]["evidence"][0]["section"] == "about-2"


def test_years_beside_each_other_are_documents_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, "old", [of(ABOUT, "1", 事業年度="2030", 事業の概要="古い")])
    write(tmp_path, "new", [of(ABOUT, "1", 事業年度="2031", 事業の概要="新しい")])
    graph = load_tables(tmp_path, "r", with_prose=True)
    assert sorted((plan, graph.nodes[plan]["overview"]) for plan in plans(graph)) == [
        ("r/海洋省/2030/plan/1", "古い"),
        ("r/海洋省/2031/plan/1", "新しい"),
    ]


def test_years_of_an_era_are_years(tmp_path: Path) -> None:
    write(tmp_path, "about", [of(ABOUT, "1", 事業年度="令和13年度", 事業開始年度="平成30年度")])
    graph = load_tables(tmp_path, "r")
    assert graph.nodes["r/海洋省/plan/1"]["first_year"] == 2018
    assert graph.graph["documents"][0]["title"] == "海洋省 行政事業レビュー 2031年度"
    assert not findings_of(graph, "year-unreadable")


def test_a_project_that_only_other_tables_name_is_read_and_said(tmp_path: Path) -> None:
    graph = load(tmp_path, money=[of(MONEY, "2", 予算年度="2030", **{TOTAL: "5"})])
    assert plans(graph) == ["r/海洋省/plan/1", "r/海洋省/plan/2"]
    (finding,) = findings_of(graph, "project-undescribed")
    assert finding["node"] == "r/海洋省/plan/2"
    assert graph.nodes["r/海洋省/plan/2"]["title"] == "航路の調査"


def test_rows_without_a_key_are_counted(tmp_path: Path) -> None:
    graph = load(tmp_path, money=[money(予算事業ID="", **{TOTAL: "5"}), money(**{TOTAL: "7"})])
    (finding,) = findings_of(graph, "rows-without-key")
    assert finding["details"] == {"table": "予算・執行", "rows": 1, "column": "予算事業ID"}
    assert totals(graph) == {"2030/budget": 7}


def test_a_key_is_the_same_with_zeros_before_it(tmp_path: Path) -> None:
    ties = [of(TIE, "1", 関連事業の事業ID="0002", 関連性="子事業"), of(TIE, "2")]
    graph = load(tmp_path, ties=ties, money=[money(予算事業ID="001", **{TOTAL: "5"})])
    assert totals(graph) == {"2030/budget": 5}
    assert graph.has_edge("r/海洋省/plan/1", "r/海洋省/plan/2", "ASSOCIATED_WITH")


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("-5000", -5000),
        ("▲5,000", -5000),
        ("△ 5000円", -5000),
        ("(5000)", -5000),
        ("５０００", 5000),
        ("0", 0),
        ("1200.5", 1200),
    ],
)
def test_amounts_are_read_however_they_are_printed(tmp_path: Path, cell: str, amount: int) -> None:
    graph = load(tmp_path, money=[money(**{TOTAL: cell})])
    assert totals(graph) == {"2030/budget": amount}
    assert not findings_of(graph, "amount-unreadable")


def test_a_dash_is_no_amount_and_words_are_a_finding(tmp_path: Path) -> None:
    graph = load(
        tmp_path, money=[money(**{TOTAL: "－"}), money(予算年度="2029", **{TOTAL: "内数"})]
    )
    assert totals(graph) == {}
    assert [each["details"]["words"] for each in findings_of(graph, "amount-unreadable")] == [
        "内数"
    ]


def test_what_was_spent_counts_without_its_rate_but_an_unsaid_zero_does_not(
    tmp_path: Path,
) -> None:
    rows = [
        money(執行額="", **{TOTAL: "0", "執行額（合計）": "900"}),
        money(予算年度="2031", **{TOTAL: "800", "執行額（合計）": "0"}),
        money(予算年度="2029", 執行率="0", **{TOTAL: "800", "執行額（合計）": "0"}),
    ]
    graph = load(tmp_path, money=rows)
    spent = {name: each for name, each in totals(graph).items() if name.endswith("actual")}
    assert spent == {"2030/actual": 900, "2029/actual": 0}


def test_two_amounts_for_one_year_are_a_finding(tmp_path: Path) -> None:
    graph = load(tmp_path, money=[money(**{TOTAL: "5"}), money(**{TOTAL: "6"})])
    assert totals(graph) == {"2030/budget": 5}
    assert [each["details"]["second"] for each in findings_of(graph, "amount-differs")] == ["6"]


def test_parts_without_their_total_are_a_finding(tmp_path: Path) -> None:
    graph = load(tmp_path, money=[money(会計区分="一般会計", 歳出予算現額="5")])
    assert [each["details"]["year"] for each in findings_of(graph, "budget-total-missing")] == [
        2030
    ]


def test_an_outcome_without_a_term_is_an_outcome_and_an_unknown_stage_is_said(
    tmp_path: Path,
) -> None:
    rows = [
        of(step(("アウトプット", "1", "", "3基"), ("アウトカム", "2", "", "安全")), "1"),
        of(step(("アウトプット", "1", "", "3基"), ("アウトカム", "3", "1.短期", "安心")), "1"),
        of(step(("アウトプット", "1", "", "3基"), ("アウトカム", "4", "超長期", "平和")), "1"),
    ]
    graph = load(tmp_path, steps=rows)
    stages = [f["stage"] for _, f in graph.nodes(data=True) if f["kind"] == "LogicStep"]
    assert stages == ["output", "outcome", "short_outcome"]
    assert [each["details"]["words"] for each in findings_of(graph, "step-unclear")] == [
        "アウトカム超長期"
    ]


def test_without_a_table_of_steps_no_outcome_is_missing(tmp_path: Path) -> None:
    graph = load(tmp_path)
    assert not findings_of(graph, "outcome-missing")
    missing = [each["details"]["table"] for each in findings_of(graph, "table-missing")]
    assert "効果発現経路" in missing


def test_a_table_that_no_rule_knows_is_said_and_one_of_payments_is_accounted(
    tmp_path: Path,
) -> None:
    (tmp_path / "x.csv").write_text("予算事業ID,謎\n1,2\n", encoding="utf-8")
    graph = load(
        tmp_path, paid=[of({**MONEY, "支出先名": "", "法人番号": ""}, "1", 支出先名="甲社")]
    )
    assert [each["details"]["table"] for each in findings_of(graph, "table-unread")] == ["x"]


def test_heads_are_known_whatever_their_width_and_dashes(tmp_path: Path) -> None:
    row = {key.replace("（", "(").replace("）", ")"): cell for key, cell in MONEY.items()}
    graph = load(tmp_path, money=[of(row, "1", 予算年度="2030", **{"計(歳出予算現額合計)": "5"})])
    assert totals(graph) == {"2030/budget": 5}


def test_targets_and_results_by_year_are_indicators_of_their_steps(tmp_path: Path) -> None:
    head = {KIND: "アウトカム", NUMBER: "2", "アウトカムの期間": "長期", GOALS: "安全"}
    head |= {"活動指標／成果指標": "座礁の件数", "単位": "件", "改善の上向き／下向き": "下向き"}
    head |= {"成果実績及び目標値の根拠として用いた統計・データ名（出典）": "海難統計"}
    base = of(ABOUT, "1") | head | {"2029": "", "2030": "", "2031": ""}
    del base["事業の目的"]
    rows = [
        base | {ROW_KIND: "1.目標年度", "2031": "1"},
        base | {ROW_KIND: "2.目標値", "2030": "8", "2031": "5"},
        base | {ROW_KIND: "3.実績値", "2029": "12", "2030": "-"},
        base | {ROW_KIND: "4.達成率", "2029": "60"},
    ]
    steps = [of(step(("アウトプット", "1", "", "3基"), ("アウトカム", "2", "長期", "安全")), "1")]
    graph = load(tmp_path, goals=rows, steps=steps)
    ((name, facts),) = [(n, f) for n, f in graph.nodes(data=True) if f["kind"] == "Indicator"]
    assert (facts["name"], facts["direction"], facts["role"]) == (
        "座礁の件数",
        "decrease",
        "outcome",
    )
    values = [(each["fiscal_year"], each["kind"], each["value"]) for each in facts["values"]]
    assert values == [(2029, "actual", 12), (2030, "target", 8), (2031, "target", 5)]
    assert (facts["target"]["value"], facts["target"]["unit"]) == (5, "件")
    assert graph.has_edge("r/海洋省/plan/1/step/2", name, "MEASURED_BY")
    validation.validate(network.to_payload(graph))


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("事業内容の一部改善", "improve"),
        ("予定通り終了", "end"),
        ("他事業に統合", "merge"),
        ("縮減を検討", "shrink"),
        ("現状 通り", "continue"),
        ("その他", None),
    ],
)
def test_a_direction_in_other_words_has_its_code(
    tmp_path: Path, printed: str, code: str | None
) -> None:
    row = of(ABOUT, "1") | {"事業所管部局による点検・改善ー点検結果": "有効である。"}
    row |= {"所見を踏まえた改善点／概算要求における反映状況": printed}
    del row["事業の目的"]
    graph = load(tmp_path, checks=[row])
    ((_, facts),) = [(n, f) for n, f in graph.nodes(data=True) if f["kind"] == "Evaluation"]
    assert (facts["direction_text"], facts.get("direction")) == (printed, code)
