"""Small sources of each form are read block by block as a person sees them, with their places."""

from __future__ import annotations

import pytest

from tests.loaders.readers import forms_kept

CASES = [pytest.param(*case, id=case[0]) for case in forms_kept.cases()]


@pytest.mark.parametrize(("name", "source", "kept"), CASES)
def test_a_small_source_is_read_as_it_was(name: str, source: str, kept: str) -> None:
    again = "If this is meant: python -m tests.loaders.readers.forms_kept, and read the difference."
    assert forms_kept.read(name, source) == kept, again
