"""Each kind of correction changes what it says and nothing else, or is refused in words."""

from __future__ import annotations

import pytest

from tests.loaders import corrections_kept


@pytest.mark.parametrize(("entry", "kept"), list(corrections_kept.cases()))
def test_a_correction_changes_what_it_changed(entry: str, kept: str) -> None:
    again = "If this is meant: python -m tests.loaders.corrections_kept, and read the difference."
    assert corrections_kept.said(entry) == kept, again
