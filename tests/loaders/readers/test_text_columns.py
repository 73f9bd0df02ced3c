"""Text that was set in columns becomes the tables that a person sees.

``columns_kept.txt`` holds pages of text, each under its name, and behind ``=>`` what is read: a
paragraph, or a table and a line for each of its rows. A cell is its column and its text; ``>2``
says that it covers two columns, ``v2`` two rows, ``/`` that a line begins. ``~~~`` ends a page.
``columns_moved_kept.txt`` holds such pages with words moved, lost or added by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from keikaku.loaders.readers.blocks import Block, Cell, Table
from keikaku.loaders.readers.column_rows import Part, display, values_apart
from keikaku.loaders.readers.text_columns import column_pages

FILES = [Path(__file__).with_name(f"{name}_kept.txt") for name in ("columns", "columns_moved")]


def _cases() -> Iterator[tuple[str, str, str]]:
    texts = (file.read_text(encoding="utf-8") for file in FILES)
    for case in (case for text in texts for case in text.split("## ")[1:]):
        name, _, rest = case.partition("\n")
        page, _, read = rest.partition("=>\n")
        yield name, page.replace("\n~~~\n", "\f").removesuffix("\n"), read.rstrip("\n")


def _cell(cell: Cell) -> str:
    across = f">{cell.column_span}" if cell.column_span > 1 else ""
    down = f"v{cell.row_span}" if cell.row_span > 1 else ""
    return f"{cell.column}{across}{down} {cell.text}".replace("\n", "/")


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield f"{block.place.line}: table of {block.columns}"
        for row in range(block.rows):
            yield "  " + " | ".join(_cell(cell) for cell in block.row(row))
    else:
        yield f"{block.place.line}: {block.text}"


def read(page: str) -> str:
    """What is read of a text, a line for each paragraph and row."""
    pages = column_pages(page)
    if pages is None:
        return "nothing"
    said = ("\n".join(n for each in page for n in _lines(each)) for page in pages)
    return "\n~~~\n".join(said).rstrip("\n")


@pytest.mark.parametrize(("page", "said"), [pytest.param(*c[1:], id=c[0]) for c in _cases()])
def test_a_text_in_columns_is_read_as_it_looks(page: str, said: str) -> None:
    assert read(page) == said


def apart(printed: str) -> list[tuple[int, str]]:
    return [(part.left, part.text) for part in values_apart(Part(4, printed, printed))]


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("令和7年度 令和8年度", [(4, "令和7年度"), (10, "令和8年度")]),
        ("R7 R8 R9", [(4, "R7"), (7, "R8"), (10, "R9")]),
        ("令和 7 年度 令和 8 年度", [(4, "令和7年度"), (12, "令和8年度")]),
        ("2026 年度 2027 年度", [(4, "2026年度"), (12, "2027年度")]),
        ("500 600", [(4, "500"), (8, "600")]),
        ("△5 ○ －", [(4, "△5"), (7, "○"), (9, "－")]),
        ("目標：500 実績：450", [(4, "目標：500"), (11, "実績：450")]),
        ("R7実績 R8目標", [(4, "R7実績"), (9, "R8目標")]),
        ("500 窓口", [(4, "500 窓口")]),
        ("窓口の改善 500", [(4, "窓口の改善 500")]),
        ("令和7年度", [(4, "令和7年度")]),
        ("令和7年度 窓口", [(4, "令和7年度 窓口")]),
    ],
)
def test_values_that_a_blank_divides_are_cells(printed: str, parts: list[tuple[int, str]]) -> None:
    assert apart(printed) == parts


def test_a_kanji_takes_two_columns_of_a_terminal() -> None:
    assert [display(text) for text in ("窓口", "ab", "ｱ", "Ａ", "①", "")] == [4, 2, 1, 2, 2, 0]
