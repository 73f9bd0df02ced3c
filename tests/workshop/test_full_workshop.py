"""What becomes of forms about a plan that holds every fact is what a person has read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.workshop import full_workshop


@pytest.mark.parametrize("name", full_workshop.DESKS)
def test_forms_become_what_they_became(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", full_workshop.TODAY)
    monkeypatch.setenv("KEIKAKU_GRAPH", "")
    kept = (full_workshop.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    again = "If this is meant: python -m tests.workshop.full_workshop, and read the difference."
    assert full_workshop.said(name, tmp_path) == kept, again
