"""What the map of a plan that holds every fact shows is what a person has read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.visualizations import map_kept


@pytest.mark.parametrize("name", map_kept.MAPS)
def test_a_map_shows_what_it_showed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", map_kept.TODAY)
    kept = (map_kept.FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    again = "If this is meant: python -m tests.visualizations.map_kept, and read the difference."
    assert map_kept.said(name, tmp_path) == kept, again
