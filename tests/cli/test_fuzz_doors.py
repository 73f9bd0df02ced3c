"""Damaged files at every door: an answer or a refusal in words, nothing half written."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.fuzz_doors import DOORS, failures


@pytest.mark.parametrize("door", DOORS)
def test_damaged_files_are_answered_or_refused(door: str, tmp_path: Path) -> None:
    kinds, wrong = failures(door, range(15), tmp_path)
    assert wrong == []
    assert kinds.total() == 15


@pytest.mark.fuzz
@pytest.mark.parametrize("door", DOORS)
def test_three_thousand_damaged_files(door: str, tmp_path: Path) -> None:
    _, wrong = failures(door, range(3_000), tmp_path)
    assert wrong == []
