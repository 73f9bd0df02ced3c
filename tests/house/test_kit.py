"""The kit for Windows: batch files that cmd runs as they are, in any folder."""

from __future__ import annotations

import re

import pytest

from keikaku.cli.app import COMMANDS
from scripts.build_kit import BATCHES, files


@pytest.mark.parametrize("name", BATCHES)
def test_a_batch_file_speaks_utf8_and_works_where_it_stands(name: str) -> None:
    text = files()[name].decode("utf-8")
    lines = text.split("\r\n")
    assert lines[:3] == ["@echo off", "chcp 65001 >nul", 'cd /d "%~dp0"']
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("name", BATCHES)
def test_paths_are_quoted(name: str) -> None:
    for line in BATCHES[name].splitlines():
        for path in re.findall(r"\S*\.venv\\\S*", line):
            assert path.startswith('"'), line
            assert path.rstrip(")").endswith('"'), line


def test_every_command_of_the_kit_exists() -> None:
    used = set(re.findall(r'keikaku\.exe" (\w+)', "".join(BATCHES.values())))
    assert used == {"load", "map", "ask"}
    assert used <= {*COMMANDS}


def test_the_set_up_asks_no_network() -> None:
    assert "--no-index --find-links" in BATCHES["セットアップ.bat"]
