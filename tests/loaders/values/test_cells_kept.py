"""Cells are read as a person has checked them, with the names and the places of their values."""

from __future__ import annotations

import pytest

from tests.loaders.values import cells_kept


def test_each_cell_says_what_it_said() -> None:
    kept = cells_kept.KEPT.read_text(encoding="utf-8").splitlines()
    again = "If this is meant: python -m tests.loaders.values.cells_kept, and read the difference."
    assert list(cells_kept.said()) == kept, again


@pytest.mark.parametrize(("cell", "kept"), list(cells_kept.changed()))
def test_a_cell_changed_by_chance_says_what_it_said(cell: str, kept: str) -> None:
    again = "If this is meant: python -m tests.loaders.values.cells_kept, and read the difference."
    assert cells_kept.all_said(cell) == kept, again
