"""The docs describe the repository as it is: every file named exists, every command is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from keikaku.cli.app import COMMANDS, GROUPS
from scripts.link_tree import ROOMS, ROOT

PAGES = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")), *ROOT.glob("README*.md")]
_FOLDERS = "|".join((*ROOMS, r"keikaku(?!/\d)", "scripts", "benchmarks", "tests"))
_PATH = re.compile(rf"`((?:{_FOLDERS})/[\w./]+)`")
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_files_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    files = {ROOT / name for name in _PATH.findall(text)}
    linked = {(page.parent / name).resolve() for name in _LINK.findall(text)}
    assert [str(path) for path in sorted(files | linked) if not path.exists()] == []


def test_every_package_is_described() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {"scripts", "benchmarks"}
    assert [room for room in sorted(rooms) if f"`{room}/`" not in text] == []


def test_every_command_is_in_the_docs() -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    paths = [
        path
        for name in COMMANDS
        for path in ([f"{name} {inner}" for inner in GROUPS[name]] if name in GROUPS else [name])
    ]
    usage = "## `keikaku {path}`\n\n```text\n使い方: keikaku {path} "
    assert [path for path in paths if usage.format(path=path) not in text] == []


def test_every_environment_setting_is_in_the_docs() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for room in (*ROOMS, "keikaku")
        for path in (ROOT / room).rglob("*.py")
    )
    docs = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    settings = set(re.findall(r"\bKEIKAKU_[A-Z]+\b", code))
    assert {name for name in settings if name not in docs} == set()
