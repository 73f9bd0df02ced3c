"""What sentences about a plan that holds every fact are read as is what a person has read."""

from __future__ import annotations

import pytest

from tests.queries.asking import full as asking_full


def test_each_sentence_is_read_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", asking_full.TODAY)
    kept = asking_full.FILE.read_text(encoding="utf-8").splitlines()
    again = "If this is meant: python -m tests.queries.asking.full, and read the difference."
    assert list(asking_full.lines()) == kept, again
