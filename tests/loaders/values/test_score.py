"""The score on cells that were read by hand before the reader saw them.

``cells.jsonl`` holds cells in the manner of many plans, written for this test. The real cells of
the benchmark are not part of the repository.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import values

WRITTEN = Path(__file__).with_name("cells.jsonl")


def test_written_cells_are_read_as_by_hand() -> None:
    score = values.score(values.cells(WRITTEN))
    assert score.cells > 600
    assert score.wrong == []
    assert score.dates_right == score.dates


@pytest.mark.skipif(not values.CELLS.exists(), reason="no hand-read cells here")
def test_real_cells_are_read_as_by_hand() -> None:
    score = values.score(values.cells())
    assert score.right / score.cells >= 0.95
    assert score.invented / score.cells <= 0.01
    assert score.dates_right / score.dates >= 0.95
