"""The kit for Windows: batch files that cmd runs as they are, in any folder."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from keikaku.cli.app import COMMANDS
from scripts.build_kit import BATCHES, PYTHONS, ROOT, files, lines_for_windows, missing


@pytest.mark.parametrize("name", BATCHES)
def test_a_batch_file_is_in_the_code_page_of_japanese_windows_and_works_where_it_stands(
    name: str,
) -> None:
    text = files()[name].decode("cp932")
    lines = text.split("\r\n")
    assert lines[:3] == ["@echo off", "chcp 932 >nul", 'pushd "%~dp0"']
    assert lines[0].isascii()
    assert lines[1].isascii()
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("name", BATCHES)
def test_paths_are_quoted(name: str) -> None:
    for line in BATCHES[name].splitlines():
        for path in re.findall(r"\S*\.venv\\\S*", line):
            assert path.startswith('"'), line
            assert path.rstrip(")").endswith('"'), line


def test_files_stand_outside_of_brackets() -> None:
    """A file called 計画(案).xlsx, dropped without quotes, would end a block in brackets."""
    (line,) = [each for each in BATCHES["地図を作る.bat"].splitlines() if "%*" in each]
    assert line.startswith("if not ")
    assert "(" not in line


def test_every_command_of_the_kit_exists() -> None:
    used = set(re.findall(r'keikaku\.exe" (\w+)', "".join(BATCHES.values())))
    assert used == {"load", "map", "ask"}
    assert used <= {*COMMANDS}


def test_the_set_up_asks_no_network() -> None:
    assert "--no-index --find-links" in BATCHES["セットアップ.bat"]


@pytest.mark.parametrize("python", PYTHONS)
def test_what_only_windows_needs_is_in_the_kit(python: str) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    lines = lines_for_windows(lock, python)
    names = {line.split("==")[0] for line in lines}
    assert {"colorama", "typer", "openpyxl"} <= names
    assert "pexpect" not in names
    assert all(" --hash=sha256:" in line and ";" not in line for line in lines)


def test_a_wheel_that_lacks_what_it_needs_on_windows_is_named(tmp_path: Path) -> None:
    _write_wheel(tmp_path, "town-1.0-py3-none-any.whl", 'colour>=2; sys_platform == "win32"')
    _write_wheel(tmp_path, "hall-1.0-py3-none-any.whl", 'lamp; sys_platform != "win32"')
    assert missing(tmp_path, "3.12") == [
        'town-1.0-py3-none-any.whl: colour>=2; sys_platform == "win32"'
    ]
    _write_wheel(tmp_path, "colour-1.9-py3-none-any.whl")
    assert missing(tmp_path, "3.12")
    (tmp_path / "colour-1.9-py3-none-any.whl").rename(tmp_path / "colour-2.1-py3-none-any.whl")
    assert not missing(tmp_path, "3.12")


def _write_wheel(folder: Path, name: str, needs: str = "") -> None:
    with zipfile.ZipFile(folder / name, "w") as archive:
        needed = f"Requires-Dist: {needs}\n" if needs else ""
        archive.writestr("x-1.dist-info/METADATA", f"Metadata-Version: 2.1\nName: x\n{needed}")
