"""What ``find`` prints for people: values as they are written, evidence of the condition, a footer.

The city is that of the plan that holds every fact, which does not exist.
"""

from __future__ import annotations

import ast
import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from keikaku import find, load
from keikaku.cli import views
from keikaku.cli.views.find_closing import possibly_also
from keikaku.graph import jsonfile
from keikaku.queries.find.rows import FindRow
from tests.cli.running import EXAMPLE, Keikaku
from tests.makers.full_city import records

ROOT = Path(str(views.__file__)).parents[2]
_FULL_WIDTH = re.compile("[（）「」、。]")


@pytest.fixture
def ask(keikaku: Keikaku, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Keikaku:
    """The command line, with the plan that holds every fact as its graph."""
    jsonfile.write(tmp_path / "full.json", records())
    monkeypatch.setenv("KEIKAKU_GRAPH", str(tmp_path / "full.json"))
    return keikaku


def test_a_value_carries_its_unit_and_comparator(ask: Keikaku) -> None:
    printed = ask("find", "指標", "--fields", "目標値")
    assert "60%以上" in printed.out
    assert re.search(r"^交付の数 .* 5,000通", printed.out, re.MULTILINE)
    markdown = ask("find", "指標", "--fields", "目標値", "--format", "markdown")
    assert "| 60%以上（2028年度末） |" in markdown.out


def test_csv_has_the_bare_number_beside_the_value(ask: Keikaku) -> None:
    said = ask("find", "指標", "--format", "csv").out.removeprefix("\ufeff")
    row = next(row for row in csv.DictReader(io.StringIO(said)) if row["名称"] == "電子申請の割合")
    assert (row["目標値"], row["目標値（値）"]) == ("60%以上（2028年度末）", "60")


def test_a_sheet_has_the_bare_number_beside_the_value(ask: Keikaku, tmp_path: Path) -> None:
    ask("find", "指標", "--out", str(tmp_path / "答え.xlsx"))
    head, *rows = load_workbook(tmp_path / "答え.xlsx").worksheets[0].values
    row = dict(zip(head, next(each for each in rows if "電子申請の割合" in each), strict=True))
    assert (row["目標値"], row["目標値（値）"]) == ("60%以上（2028年度末）", 60)


def test_json_keeps_the_number_and_adds_the_measure(ask: Keikaku) -> None:
    rows = json.loads(ask("find", "指標", "--format", "json").out)["rows"]
    (row,) = [row for row in rows if row["name"] == "電子申請の割合"]
    assert row["values"]["target"] == 60
    assert row["measures"]["target"]["comparator"] == ">="


def test_evidence_is_of_what_the_condition_asks_about(ask: Keikaku) -> None:
    printed = ask("find", "計画", "--where", "根拠=番号法")
    assert re.search(r"法令・指針 +根拠$", printed.out.splitlines()[0])
    assert "31行「GROUNDED_…」" in printed.out.replace("\n", "")
    assert "22行" not in printed.out  # where the title of the plan stands
    assert "記載箇所" in ask("find", "計画", "--where", "指標数>0").out.splitlines()[0]


def test_one_row_has_its_evidence_at_length() -> None:
    (row,) = find(load(EXAMPLE), where="番号=1-3-1 and テーマ=キャッシュレス").rows
    assert isinstance(row, FindRow)
    lines = [piece["line"] for piece in row.condition_evidence]
    assert lines == sorted(lines)
    assert "オンライン決済の検討" in [piece["quote"] for piece in row.condition_evidence]


def test_the_footer_says_which_of_all_are_shown(ask: Keikaku) -> None:
    top = ask("find", "課", "--sort=-計画数", "--top", "1")
    assert "所管課4件のうち、計画数が最も多いもの" in top.out
    assert "100.0%" not in top.out
    place = ask("find", "課", "--sort=-計画数", "--place", "2", "--lang", "en")
    assert "Of 4 departments: number 2 by plan count, greatest first" in place.out
    assert "所管課: 全4件" in ask("find", "課").out
    some = ask("find", "計画", "--where", "所管課=情報課", "--sort", "指標数", "--top", "2")
    assert "条件に合う実施計画3件（全5件の60.0%）のうち、指標数の少ない順に2件" in some.out


def test_english_has_plurals(ask: Keikaku) -> None:
    assert (
        "Plans: 1 of 5 (20.0%)" in ask("find", "計画", "--where", "公開=不明", "--lang", "en").out
    )
    assert "by 1 way of 2 steps." in ask("path", "1-2", "DX", "--lang", "en").out
    assert (
        "No plan matches (of 5)."
        in ask("find", "計画", "--where", "開始年度=1990", "--lang", "en").out
    )


def test_english_texts_have_no_full_width_brackets() -> None:
    """A name in Japanese may stand in an English text; its own brackets then come from a plan."""
    texts = {
        f"{path.relative_to(ROOT)}: {node.args[1].value!s}"
        for path in sorted((ROOT / "cli" / "views").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Text"
        and len(node.args) == 2
        and isinstance(node.args[1], ast.Constant)
        and _FULL_WIDTH.search(str(node.args[1].value))
    }
    assert texts == set()


def test_english_evidence_is_quoted_in_ascii(ask: Keikaku) -> None:
    printed = ask("plan", "1-1", "--lang", "en")
    assert 'line 22 "1-1 窓口の電子化"' in printed.out
    check = ask("check", "--lang", "en").out
    assert '  "nagisa-2026/plan/1-3"' in check
    reached = ask("impact", "番号法", "--lang", "en").out
    assert "「" not in check + reached
    mixed = ask("find", "指標", "--sort", "目標値", "--lang", "en").out
    assert "different units (%, 件, 円, 通)" in mixed


def test_many_long_names_whose_condition_is_unknown_are_cut() -> None:
    rows = [replace(_UNKNOWN, name=f"{n}つ目の長い名称の取組を進める") for n in range(4)]
    cut = "ほかに、当てはまるか不明: 4件（{}）"
    names = "、".join(f"{n}つ目の長い名称の取組を進…" for n in range(4))
    assert possibly_also(rows, "ja") == cut.format(names)
    few = "Perhaps also, unknown: 1 (0つ目の長い名称の取組を進める)"
    assert possibly_also(rows[:1], "en") == few


_UNKNOWN = FindRow("a", "Action", "d", None, "", "1", "計画", {}, {}, [], {}, [])
