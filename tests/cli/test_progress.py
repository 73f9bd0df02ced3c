"""``keikaku progress`` at the command line: the form, the answer in every format, bad cells."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import Keikaku
from tests.workshop.filling import cell_of, filled

INDICATOR = "aozora-2022/indicator/1-1-2/1"  # 電子納付率 約32.5% (2021) → 50%以上
ACTION = "aozora-2022/action/1-1-2/1"


@pytest.fixture
def filled_form(ask: Keikaku, tmp_path: Path) -> str:
    form = tmp_path / "form.xlsx"
    ran = ask("progress", "--template", "--out", str(form))
    assert (ran.code, ran.err) == (0, "")
    assert "記入様式を" in ran.out

    def fill(book: openpyxl.Workbook) -> None:
        for year, value in (("2022", 38), ("2023", 41), ("2024", 46)):
            cell_of(book["指標"], INDICATOR, year).value = value
        cell_of(book["取組"], ACTION, "2023").value = "遅れ"
        cell_of(book["取組"], ACTION, "備考").value = "人手不足"

    return str(filled(form, tmp_path / "filled.xlsx", fill))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_progress_answers_in_every_format(ask: Keikaku, filled_form: str, lang: str) -> None:
    for form in ("table", "json", "csv", "markdown"):
        ran = ask("progress", filled_form, "--format", form, "--lang", lang)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.strip()
        if form == "csv":
            lines = csv.reader(io.StringIO(ran.out.removeprefix("\ufeff")))
            assert len({len(line) for line in lines}) == 1


def test_the_answer_goes_into_a_file(ask: Keikaku, filled_form: str, tmp_path: Path) -> None:
    out = tmp_path / "progress.csv"
    ran = ask("progress", filled_form, "--out", str(out))
    assert (ran.code, str(out)) == (0, ran.out.partition(" に保存")[0].replace("\n", ""))
    printed = ask("progress", filled_form, "--format", "csv").out
    assert out.read_text(encoding="utf-8").strip() == printed.strip()


def test_an_answer_is_not_written_over_a_form(ask: Keikaku, tmp_path: Path) -> None:
    form = tmp_path / "form.csv"
    ask("progress", "--template", "--out", str(form))
    before = form.read_bytes()
    other = tmp_path / "other.csv"
    other.write_bytes(before)
    ran = ask("progress", str(form), "--out", str(other))
    assert (ran.code, other.read_bytes()) == (2, before)
    assert "--template" in ran.err


def test_the_table_shows_rate_status_and_straight_line(ask: Keikaku, filled_form: str) -> None:
    out = ask("progress", filled_form).out
    for words in (
        "▮▮▮▯▯ 77%",
        "順調",
        "最小二乗",
        "人手不足",
        "平均達成率 77%",
    ):
        assert words.replace(" ", "") in out.replace("\n", "").replace(" ", ""), words
    answer = json.loads(ask("progress", filled_form, "--state", "順調", "--format", "json").out)
    assert answer["parameters"]["state"] == "on_course"
    assert [row["rate"] for row in answer["rows"]] == [0.7714]
    assert answer["totals"][0]["of"] == "document"


def test_the_table_fits_eighty_columns(ask: Keikaku, filled_form: str) -> None:
    from wcwidth import wcswidth

    assert max(wcswidth(line) for line in ask("progress", filled_form).out.split("\n")) <= 80


def test_every_bad_cell_has_a_line_of_its_own(
    ask: Keikaku, filled_form: str, tmp_path: Path
) -> None:
    def spoil(book: openpyxl.Workbook) -> None:
        cell_of(book["指標"], INDICATOR, "2022").value = "95件"
        cell_of(book["取組"], ACTION, "2022").value = "?"

    bad = filled(Path(filled_form), tmp_path / "bad.xlsx", spoil)
    ran = ask("progress", str(bad))
    assert (ran.code, ran.out) == (2, "")
    first, *places = ran.err.rstrip("\n").split("\n")
    assert first.startswith("エラー: ")
    assert "2件" in first
    assert [line[:18] for line in places] == ["  bad.xlsx 指標!I4: ", "  bad.xlsx 取組!F4: "]


def test_nothing_that_is_there_is_written_over(ask: Keikaku, filled_form: str) -> None:
    ran = ask("progress", "--template", "--out", filled_form)
    assert ran.code == 2
    assert "すでにあります" in ran.err
    assert ask("progress", filled_form, "--template", "--out", filled_form).code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "進捗のファイルを指定してください"),
        (("nowhere.xlsx",), "nowhere.xlsx: 開けません"),
        (("nowhere.xlsx", "--out", "x.xlsx"), "--template を付けて"),
    ],
)
def test_an_error_is_one_line(ask: Keikaku, arguments: tuple[str, ...], message: str) -> None:
    ran = ask("progress", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1
