"""What the command line prints stays as it was read by a person, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import transcripts


@pytest.mark.parametrize("name", transcripts.COMMANDS)
def test_commands_print_what_they_printed(name: str, tmp_path: Path) -> None:
    kept = (transcripts.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    again = "If this is meant: python -m tests.cli.transcripts, and read the difference."
    assert transcripts.printed(name, tmp_path) == kept, again
