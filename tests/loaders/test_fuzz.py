"""Damaged documents give a valid graph or a clear refusal, never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.fuzz import Outcome, attempt


def run(seeds: range, folder: Path) -> list[Outcome]:
    outcomes = (attempt(seed, (), folder) for seed in seeds)
    return [one for one in outcomes if one.failed]


def test_damaged_documents_are_loaded_or_refused(tmp_path: Path) -> None:
    assert run(range(150), tmp_path) == []


@pytest.mark.fuzz
def test_twenty_thousand_damaged_documents(tmp_path: Path) -> None:
    assert run(range(20_000), tmp_path) == []
