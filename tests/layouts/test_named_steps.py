"""Steps named in the lines of a year's cell, of which a printed page may not show the last."""

from __future__ import annotations

import pytest

from keikaku.loaders.layouts.facts.named_steps import apart_by_name, cut_lines
from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Place

WHOLE = ("・窓口の設置：準備\n・利用の案内：実施", "・窓口の設置：開設\n・利用の案内：→")


def cells(*texts: str, page: int | None = 3) -> list[Statement]:
    return [
        Statement(
            Meaning("schedule", 1.0, year=2026 + at),
            Cell(1, at, 1, 1, text, Place(page=page)),
            ("row",),
            "工程",
        )
        for at, text in enumerate(texts)
    ]


def steps(own: list[Statement]) -> dict[str, list[str]]:
    return {
        str(group[1]): [each.cell.text for each in parts]
        for group, parts in apart_by_name(own).items()
        if isinstance(group, tuple)
    }


def test_each_name_has_its_steps() -> None:
    assert steps(cells(*WHOLE)) == {"窓口の設置": ["準備", "開設"], "利用の案内": ["実施", "→"]}


@pytest.mark.parametrize("visible", ["・利用の案内", "・利用"])
def test_a_line_that_is_cut_is_left_out_and_told(visible: str) -> None:
    own = cells(*WHOLE, f"・窓口の設置：見直し\n{visible}")
    assert steps(own)["窓口の設置"] == ["準備", "開設", "見直し"]
    assert steps(own)["利用の案内"] == ["実施", "→", "－"]
    assert cut_lines(own) == {2: visible}


def test_a_line_that_begins_otherwise_is_not_cut() -> None:
    assert steps(cells(*WHOLE, "・窓口の設置：見直し\n・予約の受付")) == {}


def test_a_cell_that_is_no_printed_pages_is_whole() -> None:
    own = cells(*WHOLE, "・窓口の設置：見直し\n・利用の案内", page=None)
    assert (steps(own), cut_lines(own)) == ({}, {})
