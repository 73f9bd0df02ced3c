"""Every condition is read alike, whatever is asked for: conditions × what is asked for."""

from __future__ import annotations

import pytest

from tests.queries.asking import grid as asking_grid


@pytest.fixture(scope="module")
def reader() -> asking_grid.Reader:
    return asking_grid.Reader()


@pytest.mark.parametrize(
    "sentences", [pytest.param(group, id=name) for name, group in asking_grid.GROUPS]
)
def test_what_a_condition_is_asked_for_is_read_as_it_was(
    reader: asking_grid.Reader, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", asking_grid.TODAY)
    again = "If this is meant: python -m tests.queries.asking.grid, and read the difference."
    kept = asking_grid.kept()
    assert {one: reader.said(one) for one in sentences} == {n: kept[n] for n in sentences}, again
