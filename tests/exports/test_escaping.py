"""A text of a source is shown as it is, wherever markup is understood."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from keikaku.exports.escaping import clean, escaped
from keikaku.loaders.csvtable import as_typed, csv_text, read

MARKDOWN = MarkdownIt("commonmark").enable("table")
PIECES = st.lists(
    st.sampled_from(
        [
            "---",
            "===",
            "1)",
            "1.",
            "2. x",
            "    x",
            "\t",
            "- ",
            "+ ",
            "* ",
            "# ",
            "> ",
            "`",
            "```",
            "あ",
            "x",
            " ",
            "\n",
            "\r",
            "<b>",
            "[a](b)",
            "|",
            "&amp;",
            "\\",
            "~~~",
            "_",
            "※",
            "①",
        ]
    ),
    max_size=12,
).map("".join)


def blocks_and_text(text: str) -> tuple[set[str], str]:
    kinds: set[str] = set()
    prose: list[str] = []
    for token in MARKDOWN.parse(text):
        kinds.add(token.type)
        for child in token.children or []:
            kinds.add(child.type)
            prose.append("\n" if child.type in {"softbreak", "hardbreak"} else child.content)
    return kinds, "".join(prose)


@given(PIECES)
def test_markdown_shows_every_text_as_prose(text: str) -> None:
    kinds, prose = blocks_and_text(escaped(text))
    assert kinds <= {"paragraph_open", "inline", "text", "paragraph_close", "softbreak"} | {
        "text_special",
        "hardbreak",
    }
    assert re.sub(r"\s", "", prose) == re.sub(r"\s", "", clean(text))


@pytest.mark.parametrize(
    ("text", "markdown"),
    [("1. 一つ", "1\\. 一つ"), ("---", "\\---"), ("    4字", "4字"), ("1) 一つ", "1\\) 一つ")],
)
def test_no_backslash_is_seen(text: str, markdown: str) -> None:
    assert escaped(text) == markdown
    assert blocks_and_text(escaped(text))[1] == text.strip()


def test_many_lines_are_escaped_in_no_time() -> None:
    assert escaped("\n" * 300_000).strip() == ""


CELLS = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from('\r\n\t",=+-@＝ \u2028\x85')),
    max_size=8,
)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_csv_comes_back_cell_by_cell(rows: list[list[str]]) -> None:
    text = csv_text(rows)
    again = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [[as_typed(cell) for cell in row] for row in again] == rows


@given(CELLS)
def test_no_line_of_a_csv_begins_with_a_formula(text: str) -> None:
    written = csv_text([["x", text]]).removeprefix("\ufeff")
    assert not re.match(r'x,"?[=+\-@＝＋－＠]', written)
    outside = re.sub(r'"(?:[^"]|"")*"', "", written)
    assert outside.count("\n") == 1
    assert "\r" not in outside


def test_a_lone_carriage_return_starts_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(csv_text([["id", "備考"], ["1", "x\r=cmd|' /C calc'!A0"]]).encode())
    rows = read(path).sheets[""].rows
    assert [len(row.cells) for row in rows] == [2, 2]
