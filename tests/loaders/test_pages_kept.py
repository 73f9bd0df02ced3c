"""Small pages of implementation plans are read as a person sees them, fact by fact."""

from __future__ import annotations

import pytest

from tests.loaders import pages_kept

CASES = [pytest.param(pages, kept, id=name) for name, pages, kept in pages_kept.cases()]


@pytest.mark.parametrize(("pages", "kept"), CASES)
def test_a_small_page_is_read_as_it_was(pages: str, kept: str) -> None:
    again = "If this is meant: python -m tests.loaders.pages_kept, and read the difference."
    assert pages_kept.said(pages) == kept, again
