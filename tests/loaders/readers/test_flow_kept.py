"""Pages of a PDF become one document: edges and headings known, tables over pages whole."""

from __future__ import annotations

import pytest

from tests.loaders.readers import flow_kept

CASES = [pytest.param(pages, kept, id=name) for name, pages, kept in flow_kept.cases()]


@pytest.mark.parametrize(("pages", "kept"), CASES)
def test_pages_become_what_they_became(pages: str, kept: str) -> None:
    again = "If this is meant: python -m tests.loaders.readers.flow_kept, and read the difference."
    assert flow_kept.said(pages) == kept, again
