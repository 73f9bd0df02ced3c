"""Ruled lines are the tables, and drawn pages the blocks, that a person sees in them."""

from __future__ import annotations

import pytest

from tests.loaders.readers import drawings_kept


@pytest.mark.parametrize(("drawing", "kept"), list(drawings_kept.cases()))
def test_a_drawing_is_read_as_it_was(drawing: str, kept: str) -> None:
    again = "If this is meant: python -m tests.loaders.readers.drawings_kept, and read the diff."
    assert drawings_kept.said(drawing) == kept, again
