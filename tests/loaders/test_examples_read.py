"""The example documents are read as a person has checked them, fact by fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.loaders import examples_read


@pytest.mark.parametrize("name", examples_read.READ)
def test_every_fact_is_read_as_it_was(name: str, tmp_path: Path) -> None:
    kept = (examples_read.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    again = "If this is meant: python -m tests.loaders.examples_read, and read the difference."
    assert examples_read.said(name, tmp_path) == kept, again
