"""Each head stands once in a table, on a screen, in Markdown and in Excel."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

import keikaku
from keikaku.graph import network
from keikaku.graph.text_width import text_width
from tests.cli import full_transcripts, transcripts
from tests.cli.transcripts import printed_by
from tests.makers.full_city import records

_RULE = re.compile("^-+(  -+)+$")
_FIND = (
    *full_transcripts.COMMANDS["find"],
    "find 計画 --where 根拠=番号法 --fields 根拠、法令、根拠の種別",
    "find 指標 --fields 計画、計画書、所管課",
    "find 課 --fields 計画、計画書",
    "find 確認事項 --fields 区分、種類、計画",
    "find 予算 --fields 年度、段階、区分、計画",
    "find 評価 --fields 年度、評価、計画",
)
_OTHERS = ("plans", "indicators", "themes", "dependencies", "impact", "workload")
COMMANDS = (*_FIND, *(each for name in _OTHERS for each in full_transcripts.COMMANDS[name]))


def _heads(printed: str) -> Iterator[list[str]]:
    """Yield the heads of each table of a terminal, wrapped ones joined."""
    lines = printed.splitlines()
    for at, line in enumerate(lines):
        if not _RULE.match(line):
            continue
        start = at
        while start and lines[start - 1] and not lines[start - 1].startswith("$"):
            start -= 1
        spans = [match.span() for match in re.finditer("-+", line)]
        yield [
            "".join(_part(head, *span) for head in lines[start:at]).replace(" ", "")
            for span in spans
        ]


def _part(line: str, first: int, end: int) -> str:
    """Return what of a line stands between two columns of the terminal."""
    part, column = "", 0
    for char in line:
        if first <= column < end:
            part += char
        column += text_width(char)
    return part


def _repeated(head: list[str]) -> set[str]:
    return {name for name in head if name and head.count(name) > 1}


@pytest.mark.parametrize("folder", [full_transcripts.FOLDER, transcripts.FOLDER])
def test_on_a_screen(folder: Path) -> None:
    tables = [
        head for path in folder.glob("*.txt") for head in _heads(path.read_text(encoding="utf-8"))
    ]
    assert len(tables) > 40
    assert [head for head in tables if _repeated(head)] == []


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("city") / "full.json"
    keikaku.write(network.from_records(records()), path)
    return shlex.quote(str(path))


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_in_markdown_and_csv(city: str, lang: str) -> None:
    for command in COMMANDS:
        typed = f"{command} --graph {city} --lang {lang}"
        markdown = printed_by(f"{typed} --format markdown")
        for head in re.findall(r"^\| (.*) \|\n\| ---", markdown, re.MULTILINE):
            assert not _repeated(head.split(" | ")), command
        csv_head = printed_by(f"{typed} --format csv").partition("\n")[0]
        assert not _repeated(csv_head.removeprefix("\ufeff").split(",")), command


def test_in_excel(city: str, tmp_path: Path) -> None:
    out = tmp_path / "answer.xlsx"
    for command in (*_FIND, *full_transcripts.COMMANDS["indicators"]):
        printed_by(f"{command} --graph {city} --out {shlex.quote(str(out))}")
        for sheet in load_workbook(out).worksheets:
            head = [str(cell) for cell in next(sheet.values) if cell is not None]
            assert not _repeated(head), command
