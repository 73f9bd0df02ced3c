"""A file is written whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from keikaku.graph.errors import KeikakuError
from keikaku.graph.files import write_whole


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("1", encoding="utf-8")
    path.chmod(0o640)
    write_whole(path, "2")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_text(encoding="utf-8") == "2"


def test_a_link_made_beforehand_is_not_followed(tmp_path: Path) -> None:
    """The name of the file that is made for a moment cannot be foreseen."""
    victim = tmp_path / "victim"
    victim.write_text("mine", encoding="utf-8")
    for number in range(200):
        (tmp_path / f".a.txt.{number}.part").symlink_to(victim)
    write_whole(tmp_path / "a.txt", "2")
    assert victim.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "name",
    ["a.txt/b.json", "課" * 90, "x\0y", "nowhere/b.json"],
    ids=["file", "long", "nul", "none"],
)
def test_a_place_that_is_none_is_reported_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text("1", encoding="utf-8")
    with pytest.raises(KeikakuError, match="書き込めません"):
        write_whole(tmp_path / name, "2")


def test_a_name_of_80_kanji_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / ("課" * 80 + ".json"), "2")
    assert [len(path.name) for path in tmp_path.iterdir()] == [85]


def test_links_in_a_circle_are_reported(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(KeikakuError, match="書き込めません"):
        write_whole(tmp_path / "a", "2")
