"""Every condition is read alike, whatever is asked for: conditions × what is asked for."""

from __future__ import annotations

import pytest

from tests.queries import asking_grid


@pytest.fixture(scope="module")
def reader() -> asking_grid.Reader:
    return asking_grid.Reader()


@pytest.mark.parametrize("sentence", asking_grid.SENTENCES)
def test_a_sentence_is_read_as_it_was(
    reader: asking_grid.Reader, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", asking_grid.TODAY)
    again = "If this is meant: python -m tests.queries.asking_grid, and read the difference."
    assert reader.said(sentence) == asking_grid.kept()[sentence], again
