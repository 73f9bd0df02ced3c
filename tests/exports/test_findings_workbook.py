"""Findings are decided on in Excel and read back as corrections, by the rules of the YAML file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

import keikaku
from keikaku.cli.main import run
from keikaku.graph.errors import CorrectionError
from keikaku.loaders import corrections

EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"
SIGNED = {"担当": "経営企画課 山田", "理由": "冊子で確認した", "日付": "2026-04-10"}


@pytest.fixture(scope="module")
def sheet_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open findings of the example plan, as ``check`` writes them."""
    source = tmp_path_factory.mktemp("source") / EXAMPLE.name
    source.write_bytes(EXAMPLE.read_bytes())  # without the corrections beside it
    out = source.with_name("findings.xlsx")
    assert run(["check", str(source), "--out", str(out)]) == 0
    return out


Fill = Callable[[Any, dict[str, int]], None]


def filled(sheet_file: Path, out: Path, fill: Fill) -> Path:
    book = load_workbook(sheet_file)
    sheet = book["確認事項"]
    heads = {str(cell.value): at for at, cell in enumerate(sheet[1], 1)}
    fill(sheet, heads)
    book.save(out)
    return out


def rows_of(sheet: Any, heads: dict[str, int], sort: str) -> list[int]:
    return [
        row for row in range(2, sheet.max_row + 1) if sheet.cell(row, heads["種類"]).value == sort
    ]


def decide(sheet: Any, heads: dict[str, int], row: int, **values: str) -> None:
    for head, value in (SIGNED | values).items():
        sheet.cell(row, heads[head]).value = value


def test_every_open_finding_has_a_row_with_drop_downs_and_a_hidden_record(
    sheet_file: Path,
) -> None:
    book = load_workbook(sheet_file)
    sheet = book["確認事項"]
    assert [cell.value for cell in sheet[1]][7:10] == ["対応", "直す項目", "正しい値"]
    assert sheet.column_dimensions["N"].hidden
    assert sheet.protection.sheet
    assert book["選択肢"].sheet_state == "hidden"
    rules = sheet.data_validations.dataValidation
    assert rules[0].formula1 == "='選択肢'!$A$1:$A$4"
    assert [cell.value for cell in book["選択肢"]["A"]][:4] == [
        "原本のとおりでよい",
        "次のように直す",
        "保留",
        "適用済み",
    ]
    records = [json.loads(str(sheet.cell(row, 14).value)) for row in range(2, sheet.max_row + 1)]
    graph = keikaku.load(EXAMPLE, corrections=None)
    assert {record["confirm"]["finding"] for record in records} >= {
        finding["code"] for finding in graph.graph["findings"] if finding.get("settled") is None
    }


def test_what_nobody_decided_is_a_draft(sheet_file: Path) -> None:
    read = corrections.read(sheet_file)
    assert read.document == "midorino-2026"
    assert read.entries == ()
    assert read.drafts == load_workbook(sheet_file)["確認事項"].max_row - 1


def test_a_confirmation_a_mark_and_a_value_come_back(sheet_file: Path, tmp_path: Path) -> None:
    places: dict[str, int] = {}

    def fill(sheet: Any, heads: dict[str, int]) -> None:
        (confirmed, *_), (mark, *_) = (
            rows_of(sheet, heads, sort) for sort in ("数値目標のない実施計画", "印の行の欠落")
        )
        decide(sheet, heads, confirmed, 対応="原本のとおりでよい")
        decide(sheet, heads, mark, 対応="次のように直す", 正しい値="○")
        (target, *_) = rows_of(sheet, heads, "現況値が目標以上の指標")
        decide(sheet, heads, target, 対応="次のように直す", 直す項目="目標値", 正しい値="99.5%以上")
        places.update(confirmed=confirmed, mark=mark, target=target)

    read = corrections.read(filled(sheet_file, tmp_path / "back.xlsx", fill))
    by_line = {entry.line: entry for entry in read.entries}
    assert {entry.operation for entry in read.entries} == {"confirm", "set"}
    assert by_line[places["confirmed"]].body["finding"] == "no-measurable-target"
    ((theme, mark_value),) = by_line[places["mark"]].body["marks"].items()  # type: ignore[union-attr]
    assert mark_value == "○"
    assert by_line[places["target"]].body["target"] == "99.5%以上"
    assert by_line[places["target"]].who == "経営企画課 山田"
    assert by_line[places["target"]].file == "back.xlsx"
    graph = keikaku.load(EXAMPLE, corrections=tmp_path / "back.xlsx")
    plan = by_line[places["mark"]].body["plan"]
    touched = keikaku.plans(graph, theme=theme).rows
    assert plan in {row.number for row in touched}
    unmatched = [f for f in graph.graph["findings"] if f["code"] == "correction-unmatched"]
    assert unmatched == []


def test_what_was_applied_is_carried_over(sheet_file: Path, tmp_path: Path) -> None:
    def fill(sheet: Any, heads: dict[str, int]) -> None:
        decide(sheet, heads, 2, 対応="原本のとおりでよい")

    first = filled(sheet_file, tmp_path / "first.xlsx", fill)
    source, again = sheet_file.with_name(EXAMPLE.name), tmp_path / "again.xlsx"
    said = ["check", str(source), "--corrections", str(first), "--out", str(again)]
    assert run(said) == 0
    (one,), (other,) = (corrections.read(path).entries for path in (first, again))
    assert (one.operation, one.body, one.signature) == (
        other.operation,
        other.body,
        other.signature,
    )


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"対応": "はい"}, "対応「はい」はありません"),
        ({"対応": "次のように直す"}, "正しい値"),
        ({"対応": "次のように直す", "正しい値": "1", "直す項目": "重さ"}, "直す項目「重さ」"),
        ({"対応": "原本のとおりでよい", "担当": ""}, "who"),
        ({"対応": "原本のとおりでよい", "日付": "昨日"}, "昨日"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_its_row(
    sheet_file: Path, tmp_path: Path, values: dict[str, str], said: str
) -> None:
    def fill(sheet: Any, heads: dict[str, int]) -> None:
        (row, *_) = rows_of(sheet, heads, "数値目標のない実施計画")
        decide(sheet, heads, row, **values)
        sheet.cell(row, heads["区分"]).value = f"row {row}"

    book = filled(sheet_file, tmp_path / "wrong.xlsx", fill)
    with pytest.raises(CorrectionError) as error:
        corrections.read(book)
    assert said in str(error.value)
    assert str(error.value).startswith("wrong.xlsx の ")


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    form = keikaku.template(tmp_path / "form.xlsx")
    with pytest.raises(CorrectionError, match=r"findings\.xlsx"):
        corrections.read(form)
