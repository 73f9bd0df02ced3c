"""The plans of towns that do not exist are read as a person has checked them, fact by fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.layouts import towns_read


@pytest.mark.parametrize("name", towns_read.FAMILIES)
def test_every_fact_is_read_as_it_was(name: str, tmp_path: Path) -> None:
    kept = (towns_read.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    again = "If this is meant: python -m tests.layouts.towns_read, and read the difference."
    assert towns_read.said(name, tmp_path) == kept, again
