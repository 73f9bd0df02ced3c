"""Rows that are not alike: what was read as plans may be rows of something else."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from keikaku.cli.main import run
from keikaku.loaders import load

HEAD = ("取組番号", "取組名", "所管課", "取組内容")
WORDS = ("予約", "相談", "案内", "点検", "調達", "広報")


def _whole(n: int) -> tuple[str, ...]:
    return (f"1-{n}", f"{WORDS[n - 1]}の改善", f"市民{n}課", f"窓口の{WORDS[n - 1]}を見直します。")


def _list(path: Path, *, bare: int) -> Path:
    rows = [HEAD, *map(_whole, range(1, 5)), *(("", f"{w}の準備", "", "") for w in WORDS[:bare])]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def _codes(path: Path) -> set[str]:
    return {finding.code for finding in load(path).findings}


def test_plans_of_which_many_have_only_a_name_are_reported(tmp_path: Path) -> None:
    assert "plans-uneven" in _codes(_list(tmp_path / "plan.csv", bare=6))


def test_plans_that_are_alike_are_not(tmp_path: Path) -> None:
    assert "plans-uneven" not in _codes(_list(tmp_path / "plan.csv", bare=0))
    assert "plans-uneven" not in _codes(_list(tmp_path / "one.csv", bare=1))


def test_load_and_layout_say_it_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _list(tmp_path / "plan.csv", bare=6)
    for command in ("load", "layout"):
        run([command, str(path)])
        text = "".join(capsys.readouterr().out.split())
        assert "計画10件のうち6件に、ほかの計画にある欄" in text, command
