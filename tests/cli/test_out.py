"""``--out`` of every question: the answer in a file, as it would have been said."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from keikaku.cli.output import Reader, Section
from keikaku.cli.views import indicators_view
from keikaku.graph import network
from keikaku.queries.registry import QUESTIONS
from keikaku.queries.registry import ask as query
from tests.cli.running import EXAMPLE, Keikaku
from tests.queries.deep_plan import deep

WORDS = {"plan": ["1-1-2"], "path": ["1-1-2", "収納課"], "impact": ["DX"], "ask": ["収納課の負担"]}
COMMANDS = [[name, *WORDS.get(name, [])] for name in (*QUESTIONS, "ask")]
ENDINGS = {"csv": ".csv", "json": ".json", "markdown": ".md", "table": ".txt"}


@pytest.mark.parametrize("form", ENDINGS)
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_the_file_holds_what_would_have_been_said(
    ask: Keikaku, arguments: list[str], form: str, tmp_path: Path
) -> None:
    said = ask(*arguments, "--format", form)
    out = tmp_path / f"答え{ENDINGS[form]}"
    ran = ask(*arguments, "--out", str(out))
    assert (ran.code, ran.out, ran.err) == (0, f"{out} に保存しました。\n", "")
    assert out.read_bytes() == said.out.encode("utf-8")


def test_a_csv_opens_in_excel_and_holds_a_row_for_each_plan(ask: Keikaku, tmp_path: Path) -> None:
    out = tmp_path / "plans.CSV"
    assert ask("plans", "--theme", "キャッシュレス", "--out", str(out)).code == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    answer = json.loads(ask("plans", "--theme", "キャッシュレス", "--format", "json").out)
    assert [row["番号"].strip() for row in rows] == [row["number"] for row in answer["rows"]] != []


def test_a_format_that_is_said_wins_over_the_ending(ask: Keikaku, tmp_path: Path) -> None:
    out = tmp_path / "themes.dat"
    assert ask("themes", "--format", "json", "--out", str(out)).code == 0
    assert json.loads(out.read_text(encoding="utf-8"))["question"] == "themes"


@pytest.mark.parametrize("name", ["plans.xls", "plans"])
def test_an_ending_that_sets_no_format_is_one_line(ask: Keikaku, name: str, tmp_path: Path) -> None:
    ran = ask("plans", "--out", str(tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert "拡張子から形式が分かりません。.csv .json .md .txt .xlsx" in ran.err
    assert ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_name_leaves_the_file_as_it_was(ask: Keikaku, tmp_path: Path) -> None:
    out = tmp_path / "plans.csv"
    out.write_text("before", encoding="utf-8")
    assert ask("plans", "--theme", "ない", "--out", str(out)).code == 2
    assert out.read_text(encoding="utf-8") == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["plans.csv"]


def test_a_place_that_cannot_be_written_to_is_one_line(ask: Keikaku, tmp_path: Path) -> None:
    ran = ask("themes", "--out", str(tmp_path / "nowhere" / "themes.csv"))
    assert (ran.code, ran.out) == (2, "")
    assert "書き込めません" in ran.err


def test_the_graph_and_the_source_are_not_written_over(
    ask: Keikaku, graph_file: str, tmp_path: Path
) -> None:
    before = Path(graph_file).read_bytes()
    assert "上書きはできません" in ask("themes", "--out", graph_file).err
    assert Path(graph_file).read_bytes() == before
    source = shutil.copy(EXAMPLE, tmp_path)
    assert "上書きはできません" in ask("check", str(source), "--out", str(source)).err
    assert Path(source).read_bytes() == EXAMPLE.read_bytes()


def test_check_writes_its_findings_and_still_fails(keikaku: Keikaku, tmp_path: Path) -> None:
    source = tmp_path / "broken-plan.txt"
    text = EXAMPLE.read_text(encoding="utf-8")
    source.write_text(text[: text.index("実施計画名")] + text[text.rindex("実施計画名") :], "utf-8")
    out = tmp_path / "findings.json"
    plain = keikaku("check", str(source), "--strict", "--format", "json")
    ran = keikaku("check", str(source), "--strict", "--out", str(out))
    assert ran.code == plain.code == 1
    assert out.read_text(encoding="utf-8") == plain.out


def test_colours_do_not_go_into_a_file(
    ask: Keikaku, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("keikaku.cli.output._colours", lambda: True)
    out = tmp_path / "plans.txt"
    assert "\x1b" in ask("plans").out
    ask("plans", "--out", str(out))
    assert "\x1b" not in out.read_text(encoding="utf-8")


def test_the_answer_names_the_graph_that_a_person_chose(
    ask: Keikaku, graph_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = "".join(ask("plans").out.strip().split("\n\n")[-1].split("\n"))
    assert output == f"グラフ: {graph_file}"
    assert "Graph: " in ask("themes", "--lang", "en").out
    assert "グラフ: " not in ask("plans", "--format", "csv").out
    assert "グラフ: " not in ask("check", str(EXAMPLE)).out
    monkeypatch.delenv("KEIKAKU_GRAPH")
    assert "グラフ: " not in ask("plans").out


def test_a_workbook_of_indicators_is_to_be_reckoned_with(keikaku: Keikaku, tmp_path: Path) -> None:
    graph, file = str(tmp_path / "graph.json"), tmp_path / "indicators.xlsx"
    assert keikaku("load", str(EXAMPLE), "--out", graph).code == 0
    assert keikaku("indicators", "--graph", graph, "--out", str(file)).code == 0
    sheet = load_workbook(file).worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in sheet]
    (women,) = [row for row in rows if str(row["指標"]).startswith("女性委員登用率")]
    assert (women["現況値"], women["現況値（単位）"]) == (31.8, "%")
    assert women["現況値（時点）"] == "2025年度末"
    assert (women["目標値"], women["目標値（以上・以下）"]) == (45, "以上")
    in_words = [row for row in rows if row["目標値"] == "数値目標なし"]
    assert in_words
    assert {row["現況値"] for row in in_words} == {"記載なし"}
    assert all(row["達成"] for row in rows)


def test_values_by_year_are_numbers_beside_their_unit() -> None:
    graph = network.from_payload(network.to_payload(deep()))
    reader = Reader("ja", several=False)
    blocks = indicators_view.sheets(query("indicators", graph), reader)
    (years,) = [e for e in blocks if isinstance(e, Section) and e.title == "年度別の値"]
    assert years.headers[2:] == ["単位", "2024年度実績", "2025年度目標"]
    assert [row[2:] for row in years.rows] == [["%", "80", "90"]]


def test_a_workbook_says_what_was_asked_in_words(ask: Keikaku, tmp_path: Path) -> None:
    out = tmp_path / "plans.xlsx"
    assert ask("plans", "--theme", "キャッシュレス", "--out", str(out)).code == 0
    about = load_workbook(out)["この表について"]
    assert [about["A1"].value, about["A2"].value] == [
        "問い: keikaku plans",
        "条件: テーマ：キャッシュレス",
    ]
