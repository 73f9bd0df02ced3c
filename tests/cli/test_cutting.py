"""How much of a long answer is shown: --top, --all, and the limit of a terminal."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from keikaku.cli import cutting, output
from keikaku.cli.cutting import Limit, cut
from keikaku.cli.output import Entries, Section
from tests.cli.running import Keikaku


def test_top_keeps_the_first_rows_and_counts_the_rest(ask: Keikaku) -> None:
    whole = json.loads(ask("plans", "--format", "json").out)["rows"]
    out = ask("plans", "--top", "2").out
    assert whole[1]["title"] in out
    assert whole[2]["title"] not in out
    assert f"ほか{len(whole) - 2}件" in out
    assert f"{len(whole)}件の実施計画" in out  # the count is of all


def test_top_holds_in_every_format(ask: Keikaku, tmp_path: Path) -> None:
    answer = json.loads(ask("guidelines", "--top", "1", "--format", "json").out)
    assert len(answer["rows"]) == 1
    assert any("ほか" in note for note in answer["notes"])
    read = io.StringIO(
        ask("departments", "--top", "1", "--format", "csv").out.removeprefix("\ufeff")
    )
    assert {row["所管課"] for row in csv.DictReader(read)} == {"市民課"}
    file = tmp_path / "answer.xlsx"
    ask("plans", "--top", "2", "--out", str(file))
    assert load_workbook(file).worksheets[0].max_row == 3


def test_a_terminal_cuts_long_answers_unless_all_is_wanted(
    ask: Keikaku, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "SCREEN", Limit(2, 1))
    assert "ほか" not in ask("plans").out
    monkeypatch.setattr("keikaku.cli.run.is_terminal", lambda: True)
    assert "件（すべて見るには --all）" in ask("plans").out
    assert "ほか1件（すべて見るには --all）" in ask("check").out
    assert "ほか" not in ask("plans", "--all").out
    assert "ほか" not in ask("plans", "--format", "csv").out


@pytest.mark.parametrize(
    "arguments", [("--top", "0"), ("--top", "三"), ("--top", "1.5"), ("--top", "2", "--all")]
)
def test_what_is_no_number_is_refused(ask: Keikaku, arguments: tuple[str, ...]) -> None:
    ran = ask("plans", *arguments)
    assert ran.code == 2
    assert "--top" in ran.err


def test_a_table_of_facts_stays_whole() -> None:
    facts = Section("計画", [], [["所管課", "収納課"], ["目標", "1"], ["期間", "2022"]])
    assert [*cut([facts, Entries([["一"], ["二"]])], Limit(1, 1), "ja")] == [
        facts,
        "一",
        "ほか1件（すべて見るには --all）",
    ]
    assert output.as_table([Entries([["一"], ["二"]])], coloured=False) == "一\n\n二"
