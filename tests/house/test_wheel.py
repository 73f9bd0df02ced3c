"""What a user installs: a wheel with nothing but ``keikaku``, beside files of the user's own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from scripts.link_tree import ROOMS, ROOT

FOLDERS = (*ROOMS, "keikaku")
FILES = ("pyproject.toml", "setup.py", "README.md", "LICENSE")
OWN = ROOMS
"""Modules that a user may well have beside a script; none may be taken for a part of keikaku."""

COMMANDS = (
    "plans --theme DX",
    "plan 1-1-1 --format json",
    "workload --by year",
    "dependencies --format csv",
    "impact DX",
    "indicators --without-baseline",
    "themes --matrix goals",
    "check --severity error",
    "ask 収納課の負担",
    "export plan.md",
)
CALLS = (
    "keikaku.plans(graph, theme=['DX', 'AI'])",
    "keikaku.plan(graph, '1-1-1').rows[0].title",
    "keikaku.workload(graph).totals",
    "keikaku.dependencies(graph, '1-1-1', depth=1)",
    "keikaku.impact(graph, 'DX')",
    "keikaku.indicators(graph).rows",
    "keikaku.ask(graph, '収納課の負担').command",
    "keikaku.open().departments('収納課')",
    "keikaku.export(graph, 'graph.md')",
    "keikaku.map(graph, 'map.html')",
)
SCRIPT = """\
import keikaku

graph = keikaku.read()
for row in keikaku.plans(graph, theme="DX"):
    reveal_type(row)
reveal_type(keikaku.workload(graph).rows)
with keikaku.open() as opened:
    reveal_type(opened.plan("1-1-1").rows)
keikaku.plans(graph, colour="red")
keikaku.open().plan(number=1)
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python of a new environment into which the wheel is installed."""
    place = tmp_path_factory.mktemp("wheel")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, place / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, place / file)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(place), str(place)], check=True)
    (wheel,) = place.glob("*.whl")
    venv.create(place / "venv", symlinks=True)
    (packages,) = (place / "venv").glob("[Ll]ib/**/site-packages")
    with ZipFile(wheel) as content:
        top = {name.partition("/")[0] for name in content.namelist()}
        assert {name for name in top if not name.endswith(".dist-info")} == {"keikaku"}
        content.extractall(packages)
    others = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "others.pth").write_text("\n".join(others), encoding="utf-8")
    return next((place / "venv").glob("[Bbs]*/python*"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with modules of the user's own that are called like our rooms."""
    for name in OWN:
        (tmp_path / f"{name}.py").write_text("raise ImportError('not of keikaku')\n", "utf-8")
    return tmp_path


def run(command: Sequence[str | Path], where: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, and keep what it prints."""
    return subprocess.run(command, check=False, cwd=where, capture_output=True, encoding="utf-8")


def test_commands_work_beside_modules_of_the_same_names(python: Path, folder: Path) -> None:
    for command in COMMANDS:
        ran = run([python, "-m", "keikaku", *command.split()], folder)
        assert (ran.returncode, ran.stderr) == (0, ""), command
        assert ran.stdout.strip(), command


def test_calls_work_beside_modules_of_the_same_names(python: Path, folder: Path) -> None:
    lines = ["import keikaku", "graph = keikaku.read()", "print(keikaku.__file__)"]
    script = folder / "script.py"
    script.write_text("\n".join([*lines, *(f"print({call})" for call in CALLS)]), "utf-8")
    ran = run([python, "-X", "utf8", script], folder)
    assert (ran.returncode, ran.stderr) == (0, "")
    where, *printed = ran.stdout.splitlines()
    assert "site-packages" in where
    assert len(printed) == len(CALLS)
    assert all(printed)


def test_a_type_checker_sees_the_types(python: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    cache = str(ROOT / ".mypy_cache" / "user")
    options: list[str | Path] = [
        "--strict",
        "--no-error-summary",
        "--hide-error-context",
        "--cache-dir",
        cache,
    ]
    mypy = [sys.executable, "-m", "mypy", *options, "--python-executable", python, script]
    ran = run(mypy, tmp_path)
    types = [line.partition(": ")[2] for line in ran.stdout.splitlines()]
    revealed = [re.sub(r"keikaku\.[\w.]+\.", "", line) for line in types if "Revealed" in line]
    assert revealed == [
        'note: Revealed type is "PlanRow"',
        'note: Revealed type is "list[WorkloadRow | YearRow]"',
        'note: Revealed type is "list[PlanWhole]"',
    ], ran.stdout + ran.stderr
    types = types[len(revealed) :]
    assert [line.rpartition("[")[2] for line in types if line.startswith("error")] == [
        "call-arg]",
        "arg-type]",
    ]
