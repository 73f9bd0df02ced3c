"""``keikaku plans`` and ``keikaku plan`` at the command line: every option, every format."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from keikaku.graph import jsonfile, network
from keikaku.graph.merging import merge
from tests.cli.running import Keikaku
from tests.queries.small_graph import records


def rows(ask: Keikaku, *arguments: str) -> list[str]:
    ran = ask("plans", *arguments, "--format", "json")
    assert ran.code == 0, ran.err
    return [row["number"] for row in json.loads(ran.out)["rows"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), ["1-1-2", "1-1-10", "2-1-1"]),
        (("--theme", "ｷｬｯｼｭﾚｽ"), ["1-1-2", "1-1-10"]),
        (("--theme", "5レス", "--basis", "mark"), ["1-1-2", "2-1-1"]),
        (("--department", "市民課"), ["1-1-10", "2-1-1"]),
        (("--guideline", "個人情報"), ["1-1-2"]),
        (("--goal", "2"), ["2-1-1"]),
        (("--initiative", "1-1"), ["1-1-2", "1-1-10"]),
        (("--sdg", "11.7"), ["1-1-10"]),
        (("--year", "令和5年度"), ["1-1-2"]),
        (("--text", "AI(人工知能)", "--goal", "2"), ["2-1-1"]),
        (("--document", "aozora-2022", "--year", "R6"), ["2-1-1"]),
    ],
)
def test_each_option_keeps_the_plans_that_match(
    ask: Keikaku, arguments: tuple[str, ...], expected: list[str]
) -> None:
    assert rows(ask, *arguments) == expected


def test_the_graph_is_named_by_option_or_environment(keikaku: Keikaku, graph_file: str) -> None:
    ran = keikaku("plans", "--graph", graph_file, "--format", "json")
    assert json.loads(ran.out)["graph"] == graph_file


def test_json_has_the_agreed_shape(ask: Keikaku) -> None:
    answer = json.loads(ask("plans", "--theme", "ペーパーレス", "--format", "json").out)
    assert list(answer) == ["question", "parameters", "graph", "rows", "unknown"]
    assert (answer["question"], answer["parameters"]) == ("plans", {"theme": "ペーパーレス"})
    (row,) = answer["rows"]
    assert list(row) == ["id", "document", "number", "title", "departments", "matches"]
    assert list(row["matches"][0]) == ["what", "basis", "certainty", "confidence", "evidence"]
    assert [plan["number"] for plan in answer["unknown"]] == ["1-1-10"]


def test_the_table_says_why_where_and_what_is_unknown(ask: Keikaku) -> None:
    out = ask("plans", "--theme", "キャッシュレス").out
    assert "キャッシュレス（○" in out
    assert "印・本文）" in out
    assert "15行" in out
    assert "2件の実施計画（テーマ：キャッシュレス）" in out
    assert "分からない計画が1件あります: 1-1-10" in out


def test_an_empty_answer_is_said_in_words(ask: Keikaku) -> None:
    ran = ask("plans", "--theme", "ムーブレス", "--goal", "2")
    assert ran.out.startswith(
        "該当する実施計画はありません（テーマ：ムーブレス、重点推進目標：2）。"
    )
    assert ran.code == 0


def test_csv_opens_in_excel(ask: Keikaku) -> None:
    out = ask("plans", "--theme", "5レス", "--format", "csv").out
    assert out.startswith("\ufeff計画書,番号,名称,")
    read = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    # The tab keeps Excel from reading 1-1-2 as the second of January 2001.
    assert [row["番号"] for row in read] == ["\t1-1-2", "\t1-1-10", "\t2-1-1"]
    assert (read[0]["根拠の種類"], read[0]["箇所"]) == ("○印; 本文", "15")


def test_csv_of_plans_without_a_reason_has_all_columns(ask: Keikaku) -> None:
    out = ask("plans", "--format", "csv").out.removeprefix("\ufeff")
    assert {len(row) for row in csv.reader(io.StringIO(out))} == {10}


def test_markdown_is_a_table_whatever_the_texts_say(keikaku: Keikaku, tmp_path: Path) -> None:
    made = records()
    plan = next(node for node in made.nodes if node.kind == "Plan")
    plan.facts["title"] = "a|b *c* <script> [d](e)"
    jsonfile.write(tmp_path / "g.json", made)
    out = keikaku("plans", "--graph", str(tmp_path / "g.json"), "--format", "markdown").out
    lines = out.split("\n")
    assert lines[:2] == ["| 番号 | 実施計画 | 所管課 |", "| --- | --- | --- |"]
    assert r"a\|b \*c\* \<script\> \[d\](e)" in lines[2]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_a_csv_is_a_formula(keikaku: Keikaku, tmp_path: Path, start: str) -> None:
    made = records()
    plan = next(node for node in made.nodes if node.kind == "Plan")
    plan.facts["title"] = f"{start}1+1"
    jsonfile.write(tmp_path / "g.json", made)
    out = keikaku("plans", "--graph", str(tmp_path / "g.json"), "--format", "csv").out
    read = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert read[1][2].startswith("'")


def test_english_is_an_option_away(ask: Keikaku) -> None:
    out = ask("plans", "--theme", "キャッシュレス", "--lang", "en").out
    assert out.split("\n")[0].split() == ["No.", "Plan", "Departments", "Why", "Evidence"]
    assert "Plans: 2 (theme: キャッシュレス)" in out


def test_with_several_documents_every_row_says_which(keikaku: Keikaku, tmp_path: Path) -> None:
    cities = [records(), records("hoshi-2022", "ほしの市")]
    both, _ = merge(network.from_records(city) for city in cities)
    path = str(tmp_path / "both.json")
    jsonfile.write(tmp_path / "both.json", both)
    assert "hoshi-2022" in keikaku("plans", "--graph", path, "--goal", "2").out
    one = keikaku("plans", "--graph", path, "--goal", "2", "--document", "hoshi-2022").out
    assert one.split("\n")[0].startswith("番号")
    both_plans = keikaku("plan", "2-1-1", "--graph", path).out
    assert "aozora-2022" in both_plans
    assert "hoshi-2022" in both_plans


def test_a_plan_whole_in_a_table(ask: Keikaku) -> None:
    out = ask("plan", "1-1-2").out
    for part in (
        "1-1-2 市税等の電子納付",
        "収納課（主管）",
        "約32.5%（2021年度末）",
        "50%以上",
        "この計画に依存する計画（原本に記載）",
        "関連する計画（推定）",
        "テーマ: DX",
        "解決済み",
    ):
        assert part in out


def test_actions_stand_under_their_years_and_arrows_go_on(ask: Keikaku) -> None:
    lines = ask("plan", "1-1-2").out.split("\n")
    head = next(line for line in lines if line.startswith("取組内容  "))
    row = next(line for line in lines if line.startswith("電子納付の拡大"))
    assert head.split() == ["取組内容", "2022", "2023"]
    assert row.split() == ["電子納付の拡大", "導入の検討", "→"]


@pytest.mark.parametrize("number", ["1-1-2", "1-1-10", "2-1-1"])
@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_plan_in_every_format(ask: Keikaku, number: str, form: str, lang: str) -> None:
    ran = ask("plan", number, "--format", form, "--lang", lang, "--document", "aozora-2022")
    assert (ran.code, ran.err) == (0, "")
    assert number in ran.out


def test_csv_of_a_plan_has_a_row_for_each_part(ask: Keikaku) -> None:
    out = ask("plan", "1-1-2", "--format", "csv").out.removeprefix("\ufeff")
    read = list(csv.DictReader(io.StringIO(out)))
    sections = {row["項目"] for row in read}
    needed_by = "この計画に依存する計画（原本に記載）"
    assert {"所管課", "行動計画", "指標", needed_by, "テーマ"} <= sections
    (milestone,) = [row for row in read if row["項目"] == "行動計画"]
    assert (milestone["開始年度"], milestone["終了年度"]) == ("2022", "2023")


def test_tables_fit_eighty_columns_when_nothing_says_otherwise(ask: Keikaku) -> None:
    from wcwidth import wcswidth

    for arguments in (
        ("plans", "--theme", "5レス"),
        ("plan", "1-1-2"),
        ("check", "--severity", "warning"),
    ):
        output = ask(*arguments).out.split("\n")
        assert max(wcswidth(line) for line in output) <= 80


def test_tables_use_the_width_there_is(ask: Keikaku, monkeypatch: pytest.MonkeyPatch) -> None:
    from wcwidth import wcswidth

    monkeypatch.setenv("COLUMNS", "50")
    output = ask("plans", "--theme", "5レス").out.split("\n")
    assert max(wcswidth(line) for line in output) <= 50
