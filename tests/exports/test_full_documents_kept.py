"""What is written of a plan that holds every fact is what a person has read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports import full_documents_kept


@pytest.mark.parametrize("name", full_documents_kept.NAMES)
def test_a_file_of_a_full_plan_says_what_it_said(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", full_documents_kept.TODAY)
    monkeypatch.setenv("KEIKAKU_GRAPH", "")
    kept = full_documents_kept.FOLDER / full_documents_kept.file_of(name)
    again = (
        "If this is meant: python -m tests.exports.full_documents_kept, and read the difference."
    )
    assert full_documents_kept.said(name, tmp_path) == kept.read_text(encoding="utf-8"), again
