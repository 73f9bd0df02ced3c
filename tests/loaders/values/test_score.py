"""The score on real cells that were read by hand; they are not part of the repository."""

from __future__ import annotations

import pytest

from benchmarks import values

pytestmark = pytest.mark.skipif(not values.CELLS.exists(), reason="no hand-read cells here")


def test_real_cells_are_read_as_by_hand() -> None:
    score = values.score(values.cells())
    assert score.right / score.cells >= 0.95
    assert score.invented / score.cells <= 0.01
    assert score.dates_right / score.dates >= 0.95
