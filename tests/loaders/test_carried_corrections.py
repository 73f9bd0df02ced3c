"""The entries of a corrections file move into another one as they stand, with its indent."""

from __future__ import annotations

from keikaku.loaders.corrections.corrections_skeleton import entries_of


def test_entries_keep_their_lines_and_get_the_indent_of_the_skeleton() -> None:
    text = "document: machi\ncorrections:\n- node: a\n  set: b\n\n- node: c\n"
    assert entries_of(text) == "  - node: a\n    set: b\n\n  - node: c\n"


def test_entries_that_stand_further_in_come_back() -> None:
    assert entries_of("corrections:  # ours\n    - node: a\n      set: b\n") == (
        "  - node: a\n    set: b\n"
    )
    assert entries_of("corrections:\n  - node: a\n    set: b\n") == "  - node: a\n    set: b\n"


def test_a_comment_before_the_first_entry_does_not_set_the_indent() -> None:
    assert entries_of("corrections:\n# なぜか\n- node: a\n") == "  # なぜか\n  - node: a\n"


def test_lines_end_alike_and_nothing_is_nothing() -> None:
    assert entries_of("corrections:\r\n- node: a\r\n") == "  - node: a\n"
    assert entries_of("corrections:\r- node: a\r") == "  - node: a\n"
    assert entries_of("corrections:\n") == ""
    assert entries_of("corrections:\n  nothing\n") == ""
    assert entries_of("document: machi\n") == ""
    assert entries_of("corrections: []\n") == ""
