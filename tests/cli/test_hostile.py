"""Hostile and clumsy files at every door: an answer or one line of error, within seconds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from keikaku.cli.main import run
from keikaku.loaders.markup import MAX_SLOTS, _CellReader
from keikaku.workshop.reading.cell_words import decision, plans_in

CASES = Path(__file__).parents[3] / "shared" / "cases" / "hostile"
PLAN = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"
GRAPH = CASES / "midorino.json"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the hostile files are not here")

DOORS = {
    "colspan": ("load", "colspan-circled.txt", "--out", "OUT"),
    "span-bomb": ("load", "span-bomb-td.txt", "--out", "OUT"),
    "row-number": ("load", "form-row-1e12.xlsx", "--out", "OUT"),
    "themes-bomb": ("load", PLAN, "--themes", "themes-bomb.yaml", "--out", "OUT"),
    "themes-date": ("load", PLAN, "--themes", "themes-bad-date.yaml", "--out", "OUT"),
    "themes-cp932": ("load", PLAN, "--themes", "themes-cp932.yaml", "--out", "OUT"),
    "themes-key": ("load", PLAN, "--themes", "themes-int-key.yaml", "--out", "OUT"),
    "themes-words": ("load", PLAN, "--themes", "themes-words-int.yaml", "--out", "OUT"),
    "year-twice-csv": ("progress", "progress-year-twice.csv", "--graph", GRAPH),
    "year-twice-xlsx": ("progress", "progress-year-twice.xlsx", "--graph", GRAPH),
    "newlines": ("export", "OUT.md", "--graph", "overview-30000-newlines.json"),
    "number": ("workshop", "read", "number-form.xlsx", "--graph", "number-paren.json"),
    "brackets": ("workshop", "read", "decision-brackets.xlsx", "--graph", GRAPH),
}


@pytest.mark.parametrize("door", DOORS)
def test_a_hostile_file_is_answered_or_refused_in_words(
    door: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [str(word) for word in DOORS[door]]
    if door in {"number", "brackets"}:
        words += ["--out", "OUT.yaml"]
    typed = [
        str(CASES / word) if (CASES / word).is_file() else word.replace("OUT", str(tmp_path / "o"))
        for word in words
    ]
    started = time.process_time()
    code = run(typed)
    assert time.process_time() - started < 10
    assert code in {0, 1, 2}
    message = capsys.readouterr().err
    assert "想定していない" not in message
    assert "Traceback" not in message


def test_two_columns_of_one_year_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["progress", str(CASES / "progress-year-twice.csv"), "--graph", str(GRAPH)]) == 2
    assert "2026年度の列が二つあります（B1 と C1）" in capsys.readouterr().err


def test_spans_of_a_table_are_bounded() -> None:
    reader = _CellReader()
    reader.feed("<table><tr>" + '<td rowspan="50" colspan="50">x</td>' * 2000 + "</table>")
    (grid,) = reader.finished()
    assert sum(len(row.cells) for row in grid) <= MAX_SLOTS + 2000
    assert "".join(grid[0].cells).count("x") == 2000


def test_a_number_with_a_bracket_is_no_pattern() -> None:
    assert plans_in("1-1-(1 窓口の改善", {"1-1-(1": "窓口の改善"}) == (["1-1-(1"], [])
    assert plans_in("1-1-1 窓口の改善", {"1-1-1": "窓口の改善"}) == (["1-1-1"], [])


def test_a_cell_of_brackets_is_read_in_no_time() -> None:
    started = time.process_time()
    assert decision("[" * 30_000) is None
    assert time.process_time() - started < 1
