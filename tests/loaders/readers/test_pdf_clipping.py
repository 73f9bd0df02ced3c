"""Cells of a printed spreadsheet of which only the first line is printed."""

from __future__ import annotations

from keikaku.loaders.readers.pdf_clipping import clipped_texts
from keikaku.loaders.readers.pdf_grid import Slot
from keikaku.loaders.readers.pdf_letters import Letter

SIZE = 10.0


def cell(text: str, width: float, height: float, left: float = 0.0) -> tuple[Slot, list[Letter]]:
    """A cell with one line of text at its upper left corner."""
    letters = [
        Letter(sign, left + 2 + at * SIZE, 1.0, left + 2 + (at + 1) * SIZE, 11.0, SIZE)
        for at, sign in enumerate(text)
    ]
    return Slot(0, 0, 1, 1, left, 0.0, left + width, height), letters


def clipped(*cells: tuple[Slot, list[Letter]]) -> list[str]:
    return clipped_texts([slot for slot, _ in cells], [letters for _, letters in cells])


def test_cells_that_are_full_to_their_border_are_cut() -> None:
    full = [cell(text, 54, 13) for text in ("スマート窓", "証明書コン", "未利用地の")]
    assert clipped(*full, cell("新規", 54, 13)) == ["スマート窓", "証明書コン", "未利用地の"]


def test_a_cell_with_room_below_or_beside_is_whole() -> None:
    roomy = [cell(text, 54, 30) for text in ("スマート窓", "証明書コン", "未利用地の")]
    assert clipped(*roomy) == []
    assert clipped(*(cell(text, 90, 13) for text in ("スマート窓", "証明書コン", "未利用地"))) == []


def test_a_few_that_just_fit_are_no_sign() -> None:
    fits = [cell("スマート窓", 54, 13), cell("証明書コン", 54, 13)]
    assert clipped(*fits) == []
    others = [cell("市民課窓口", 90, 13)] * 8
    assert clipped(*fits, cell("未利用地の", 54, 13), *others) == []


def test_numbers_and_whole_sentences_are_not_cut() -> None:
    assert clipped(*[cell("12,345", 64, 13)] * 4, *[cell("進めます。", 54, 13)] * 4) == []


def test_a_sentence_of_several_lines_that_does_not_end_is_cut_also_alone() -> None:
    slot, first = cell("手続の見直し", 64, 25)
    second = [one._replace(top=12.0, bottom=22.0) for one in cell("を行い、順次", 64, 25)[1]]
    others = [cell("市民課窓口", 90, 13)] * 8
    assert clipped((slot, first + second), *others) == ["手続の見直しを行い、順次"]
    ended = [one._replace(top=12.0, bottom=22.0) for one in cell("を行います。", 64, 25)[1]]
    assert clipped((slot, first + ended), *others) == []


def moved(own: tuple[Slot, list[Letter]], x: float, y: float) -> tuple[Slot, list[Letter]]:
    """A cell with its text further right and below."""
    slot, letters = own
    return slot, [
        one._replace(left=one.left + x, right=one.right + x, top=one.top + y, bottom=one.bottom + y)
        for one in letters
    ]


def test_labels_in_the_middle_of_their_cells_are_whole() -> None:
    names = ("推進項目", "整理番号", "担当部署")
    assert clipped(*(moved(cell(text, 64, 12), 10, 0) for text in names)) == []
    assert clipped(*(moved(cell(text, 44, 24), 0, 6) for text in names)) == []
