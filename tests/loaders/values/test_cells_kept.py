"""Cells are read as a person has checked them, with the names and the places of their values."""

from __future__ import annotations

from tests.loaders.values import cells_kept


def test_each_cell_says_what_it_said() -> None:
    kept = cells_kept.KEPT.read_text(encoding="utf-8").splitlines()
    again = "If this is meant: python -m tests.loaders.values.cells_kept, and read the difference."
    assert list(cells_kept.said()) == kept, again
