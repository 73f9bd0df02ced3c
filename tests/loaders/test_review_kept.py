"""The tables of a review are read as a person sees them, fact by fact."""

from __future__ import annotations

from tests.loaders import review_kept


def test_tables_say_what_they_said() -> None:
    tables, kept = review_kept.kept()
    again = "If this is meant: python -m tests.loaders.review_kept, and read the difference."
    assert review_kept.said(tables) == kept, again
