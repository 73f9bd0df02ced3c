"""What the command line prints of a plan that holds every fact is what a person has read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import full_transcripts


@pytest.mark.parametrize("name", full_transcripts.COMMANDS)
def test_commands_print_what_they_printed_of_a_full_plan(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", full_transcripts.TODAY)
    kept = (full_transcripts.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    again = "If this is meant: python -m tests.cli.full_transcripts, and read the difference."
    assert full_transcripts.printed(name, tmp_path) == kept, again
