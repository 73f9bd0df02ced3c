"""What ``find`` answers of a plan that holds every fact is what a person has read."""

from __future__ import annotations

from tests.queries import full_find


def test_every_field_and_condition_answers_as_it_did() -> None:
    kept = full_find.FILE.read_text(encoding="utf-8").splitlines()
    again = "If this is meant: python -m tests.queries.full_find, and read the difference."
    assert list(full_find.lines()) == kept, again
