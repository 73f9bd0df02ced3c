"""A workbook of an answer says what was asked, of which graph, in words."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tests.cli.running import Keikaku


def texts(file: Path) -> list[str]:
    book = openpyxl.load_workbook(file)
    return [
        str(cell)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ja", ["問い: keikaku plans", "条件: テーマ：キャッシュレス"]),
        ("en", ["Question: keikaku plans", "Parameters: theme: キャッシュレス"]),
    ],
)
def test_the_question_and_its_conditions_stand_in_the_workbook(
    ask: Keikaku, graph_file: str, tmp_path: Path, lang: str, said: list[str]
) -> None:
    out = tmp_path / "plans.xlsx"
    words = ("plans", "--theme", "キャッシュレス", "--lang", lang, "--format", "xlsx")
    assert ask(*words, "--out", str(out)).code == 0
    lines = texts(out)
    assert [one for one in said if one not in lines] == []
    assert any(graph_file in one for one in lines)


def test_without_conditions_it_says_so(ask: Keikaku, tmp_path: Path) -> None:
    out = tmp_path / "plans.xlsx"
    assert ask("plans", "--format", "xlsx", "--out", str(out)).code == 0
    assert "条件: なし" in texts(out)
