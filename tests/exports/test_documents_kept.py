"""What is written of the example plan is what a person has read, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports import documents_kept


@pytest.mark.parametrize("name", documents_kept.WRITTEN)
def test_a_file_says_what_it_said(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", documents_kept.TODAY)
    monkeypatch.setenv("KEIKAKU_GRAPH", "")
    kept = (documents_kept.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    again = "If this is meant: python -m tests.exports.documents_kept, and read the difference."
    assert documents_kept.said(name, tmp_path) == kept, again
