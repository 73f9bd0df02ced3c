"""What sentences of many forms are read as is what a person has read."""

from __future__ import annotations

import pytest

from tests.queries.asking import wide as asking_wide
from tests.queries.asking.grid import TODAY, Reader


def test_each_sentence_is_read_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", TODAY)
    again = "If this is meant: python -m tests.queries.asking.wide, and read the difference."
    assert dict(asking_wide.read(Reader())) == asking_wide.kept(), again
