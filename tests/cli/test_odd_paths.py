"""A path that leads nowhere, or to what never ends, is one line that says so, at every door."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from keikaku.cli.main import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs links and devices of Unix")

DOORS = [
    ["load", "PATH", "--out", "OUT"],
    ["check", "PATH"],
    ["layout", "PATH"],
    ["plans", "--graph", "PATH"],
    ["progress", "PATH"],
    ["whatif", "--changes", "PATH"],
    ["workshop", "read", "PATH", "--out", "OUT"],
    ["workshop", "next", "PATH", "--out", "OUT"],
    ["plans", "--format", "json", "--out", "PATH"],
    ["plans", "--format", "xlsx", "--out", "PATH"],
    ["map", "--out", "PATH"],
    ["site", "--out", "PATH"],
    ["export", "--neo4j-admin", "PATH"],
]
WRITING = 8
"""From this one on the path is one to write to."""


def refused(words: list[str], path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    places = {"PATH": str(path), "OUT": str(folder / "out.json")}
    assert run([places.get(word, word) for word in words]) == 2
    said = capsys.readouterr().err
    assert "想定していない" not in said
    assert said.strip()
    assert not (folder / "out.json").exists()
    return said


@pytest.mark.parametrize("words", DOORS, ids=lambda words: " ".join(words[:2]))
@pytest.mark.parametrize("name", ["circle.xlsx", "circle.json"])
def test_links_in_a_circle(
    words: list[str], name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / name)
    assert name in refused(words, tmp_path / name, tmp_path, capsys)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "other"])


@pytest.mark.parametrize("words", DOORS[:WRITING], ids=lambda words: " ".join(words[:2]))
@pytest.mark.parametrize("suffix", ["", ".xlsx", ".csv"])
def test_a_device_that_never_ends(
    words: list[str], suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path("/dev/zero")
    if suffix:
        (tmp_path / f"a{suffix}").symlink_to(path)
        path = tmp_path / f"a{suffix}"
    refused(words, path, tmp_path, capsys)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")
def test_what_another_command_pipes_in_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, "番号,事業名,所管課\n1,窓口の改善,市民課\n2,納付,収納課\n".encode())
    os.close(writing)
    piped = tmp_path / "list.csv"
    piped.symlink_to(f"/proc/self/fd/{reading}")
    assert run(["load", str(piped), "--out", str(tmp_path / "out.json")]) == 0
    os.close(reading)
