"""About how high blocks are on paper, in millimetres, so that a page is full but no more."""

from __future__ import annotations

import pytest

from keikaku.exports.documents.block_heights import WRITTEN_LINE, height
from keikaku.exports.documents.document_blocks import (
    Bars,
    Block,
    Bullets,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Shaded,
    Table,
)
from keikaku.exports.documents.one_page import fit

LONG = "あ" * 60
"""A text of two lines in letters of 10 points: 51 fit within the margins."""


@pytest.mark.parametrize(
    ("block", "high"),
    [
        (Heading(1, "題"), 17.0),
        (Heading(2, "題"), 13.0),
        (Heading(3, "題"), 8.6),
        (Heading(1, LONG), 34.8),
        (Heading(3, LONG), 14.0),
        (Paragraph("文"), 6.4),
        (Paragraph("文", "note"), 5.7),
        (Paragraph("文", "lead"), 6.9),
        (Paragraph("文", "fact"), 6.2),
        (Paragraph("一\n二"), 11.4),
        (Paragraph(LONG), 11.4),
        (Paragraph("a" * 60), 6.4),
        (Paragraph(""), 6.4),
        (Bullets(["一", "二"]), 10.4),
        (Bullets([]), 1.5),
        (Bullets([LONG]), 10.4),
        (Table(["番号", "名称"], [["1", "窓口"]], [1, 1]), 14.1),
        (Table(["", ""], [["1", "窓口"]], [1, 1]), 8.6),
        (Table(["", ""], [["1", Shaded("一\n二\n三", 0.5)]], [1, 1]), 16.5),
        (Table(["", ""], [[LONG, "1"]], [1, 1]), 12.5),
        (Table(["", ""], [[LONG, "1"]], [1, 9]), 59.9),
        (Table(["", ""], [], [1, 1], empty_rows=2), 21.0),
        (PageBreak(), 0.0),
    ],
)
def test_a_block_has_a_height(block: Block, high: float) -> None:
    assert height([block]) == pytest.approx(high, abs=0.06)


def test_heights_add_up_and_a_line_written_into_a_cell_is_known() -> None:
    blocks: list[Block] = [Heading(2, "題"), PageBreak(), Table(["", ""], [], [1, 1], empty_rows=2)]
    assert height(blocks) == pytest.approx(34.0)
    assert height([]) == 0
    assert pytest.approx(3.95, abs=0.01) == WRITTEN_LINE


@pytest.mark.parametrize("block", [Bars([], [], ""), Contents([])])
def test_charts_and_contents_are_not_estimated(block: Block) -> None:
    with pytest.raises(TypeError, match=type(block).__name__):
        height([block])


def _paragraphs(count: int) -> list[Block]:
    return [Paragraph("文")] * count


@pytest.mark.parametrize(
    ("rooms", "kept", "rest", "fits"),
    [
        ([10, 5], 10, [], True),
        ([40, 5], 40, [], True),
        ([60, 40, 5], 40, [60], True),
        ([60, 5], 5, [60], True),
        ([90, 60], 60, [90], False),
    ],
)
def test_the_first_room_that_fits_is_taken(
    rooms: list[int], kept: int, rest: list[int], fits: bool
) -> None:
    fitting = fit(
        rooms,
        lambda room: [("課", _paragraphs(room)), ("共", _paragraphs(0))],
        lambda parts, _: [block for _, blocks in parts for block in blocks],
    )
    assert len(fitting.page) == kept
    assert [(name, len(blocks)) for name, blocks in fitting.rest] == [("課", n) for n in rest]
    assert (fitting.spare >= 0) is fits


def test_without_rooms_there_is_nothing() -> None:
    assert fit([], lambda _: [], lambda _, __: []) == ([], [], 0.0)
