"""The guide for planners (docs/ja/guide.md): its commands are executed as they stand, in order.

Between them a person does what its text says: fills in forms, sends them back, settles a conflict.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from keikaku.loaders.workbook.plan_form import HEAD_ROW as FORM_HEAD
from tests.cli.running import ROOT, Keikaku
from tests.workshop.forms import answer
from tests.workshop.test_scenario import fill_progress, numbers_in

GUIDE = ROOT / "docs" / "ja" / "guide.md"
_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)


def commands() -> list[list[str]]:
    """The commands of the guide, word by word, without remarks."""
    lines = "\n".join(_BLOCK.findall(GUIDE.read_text("utf-8"))).split("\n")
    split_lines = [shlex.split(line, comments=True) for line in lines]
    return [words for words in split_lines if words]


def fill_template(folder: Path) -> None:
    """Write one plan into the form, under the heads that it prints."""
    path = folder / "計画の入力様式.xlsx"
    book = openpyxl.load_workbook(path)
    cells = {
        "計画書": {"項目": "計画書の名称", "内容": "みどり野市行政改革プラン"},
        "実施計画": {"番号": "1-1-1", "実施計画名": "窓口の改善", "主管課": "市民課"},
    }
    for name, values in cells.items():
        sheet = next((s for s in book.worksheets if s.title.startswith(name)), None)
        if sheet is None:
            continue
        heads = {str(c.value): c.column for c in sheet[FORM_HEAD] if c.value}
        for head, value in values.items():
            column = next((at for title, at in heads.items() if title.startswith(head)), None)
            if column is not None and sheet.cell(FORM_HEAD + 1, column).value in (None, ""):
                sheet.cell(FORM_HEAD + 1, column).value = value
    book.save(path)


def send_back(folder: Path) -> None:
    """Every department goes on with its plans and returns its form."""
    (folder / "回収").mkdir()
    for path in sorted((folder / "ワークショップ資料" / "照会票").glob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        for number in numbers_in(book):
            answer(book, number, decision="継続", reason="引き続き取り組む")
        book.save(folder / "回収" / path.name)


BEFORE: dict[tuple[str, ...], Callable[[Path], None]] = {
    ("load", "計画の入力様式.xlsx"): fill_template,
    ("progress", "progress.xlsx"): lambda folder: fill_progress(folder / "progress.xlsx"),
    ("workshop", "read"): send_back,
}
"""What a person does before a command that begins so."""


def test_the_guide_works_from_its_first_command_to_its_last(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Keikaku(capsys)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    # A plan of one's own, in Word.
    shutil.copy(next((ROOT / "examples").glob("*.docx")), tmp_path / "計画書.docx")
    ran_at_all = 0
    for words in commands():
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            monkeypatch.setenv(name, value)
            continue
        assert words[0] == "keikaku", words
        before = next((do for start, do in BEFORE.items() if (*words[1:3],) == start), None)
        if before is not None:
            before(tmp_path)
        ran = run(*words[1:])
        assert ran.code == 0, f"{shlex.join(words)}\n{ran.out}\n{ran.err}"
        ran_at_all += 1
    assert ran_at_all > 15
