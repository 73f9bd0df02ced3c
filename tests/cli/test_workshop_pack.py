"""``keikaku workshop pack`` at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Keikaku


def test_the_command_says_what_it_wrote_and_how_to_go_on(
    tmp_path: Path, keikaku: Keikaku, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ask = keikaku
    ran = ask("workshop", "pack", "--goal", "1")
    assert (ran.code, ran.err) == (0, "")
    assert "ワークショップ資料" in ran.out
    assert "workshop read" in ran.out
    assert (tmp_path / "ワークショップ資料" / "1_次第・配布資料.html").is_file()
    ran = ask("workshop", "pack", "--department", "収納課", "--lang", "en", "--out", "p")
    assert (ran.code, "hand-out" in ran.out) == (0, True)
    assert ask("workshop", "pack", "--department", "ない課").code == 2
    assert ask("workshop", "pack", "--progress", "ない.xlsx").code == 2


def test_the_questions_are_asked_alone_too(ask: Keikaku, tmp_path: Path) -> None:
    ran = ask("workshop", "questions")
    assert (ran.code, ran.err) == (0, "")
    assert "論点" in ran.out
    one = ask("workshop", "questions", "2-1-1", "--format", "json")
    assert {row["number"] for row in json.loads(one.out)["rows"]} <= {"2-1-1"}
    assert ask("workshop", "questions", "--format", "csv").out.startswith("\ufeff計画書,計画")
    assert "Question" in ask("workshop", "questions", "--lang", "en").out
    assert ask("workshop", "questions", "--out", str(tmp_path / "raised.md")).code == 0
    assert (tmp_path / "raised.md").read_text(encoding="utf-8").count("|") > 20
    assert ask("workshop", "questions", "9-9-9").code == 2
