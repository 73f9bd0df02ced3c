"""The house keeps its names: standard terms, one module for each name, files that hold one idea."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scripts.link_tree import ROOMS, ROOT

PACKAGES = (*ROOMS, "keikaku")
FILES = sorted(path for room in PACKAGES for path in (ROOT / room).rglob("*.py"))
CODE = sorted(
    path
    for room in (*PACKAGES, "tests", "scripts", "benchmarks")
    for pattern in ("*.py", "*.js")
    for path in (ROOT / room).rglob(pattern)
)
MOST_LINES = 400
PARTICIPLES = {"told", "asked", "given", "found", "named", "shown", "meant", "taken"}


def _names(path: Path) -> Iterator[str]:
    """Yield every name that a file gives: definitions, parameters, variables, fields."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.ClassDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield name


def test_a_file_holds_one_idea() -> None:
    """A longer file holds several ideas: give each a file of its own."""
    lines = {str(path.relative_to(ROOT)): _lines(path) for path in CODE}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_name_is_a_bare_participle() -> None:
    """``found`` says that something was found, not what: name it (rows, match, department)."""
    names = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in CODE
        if path.suffix == ".py"
        for name in _names(path)
        if name.lower().strip("_") in PARTICIPLES
    }
    assert names == set()


def test_a_module_has_a_name_of_its_own() -> None:
    """Outside the folders that hold one thing per question or command, which share its name."""
    shared = ("queries/*/*.py", "cli/commands/**/*.py")
    modules = Counter(
        path.stem
        for path in FILES
        if path.stem not in {"__init__", "__main__"}
        and not any(path.relative_to(ROOT).match(pattern) for pattern in shared)
        and path.parent.name != "commands"
    )
    assert {name: times for name, times in modules.items() if times > 1} == {}


def test_yaml_is_read_in_one_place() -> None:
    """One reader for all that people write, so that every mistake is reported in the same way."""
    pattern = re.compile(r"\byaml\.(?:safe_load|load|compose|parse)\(")
    readers = {
        str(path.relative_to(ROOT)) for path in FILES if pattern.search(path.read_text("utf-8"))
    }
    assert readers == {"loaders/strict_yaml.py"}


def test_a_module_that_is_named_in_a_docstring_exists() -> None:
    pattern = re.compile(r":(?:mod|func|class|data|meth|attr|exc):`(keikaku\.[\w.]+)`")
    missing = []
    for path in FILES:
        for name in pattern.findall(path.read_text(encoding="utf-8")):
            parts = name.split(".")[1:]
            if not any(_is_module(parts[:size]) for size in range(len(parts), 0, -1)) or not _holds(
                parts
            ):
                missing.append(f"{path.relative_to(ROOT)}: {name}")
    assert missing == []


def _is_module(parts: list[str]) -> bool:
    path = ROOT.joinpath(*parts)
    return path.with_suffix(".py").exists() or (path / "__init__.py").exists()


def _holds(parts: list[str]) -> bool:
    """Return whether the name is a module, or is in the module before it."""
    if _is_module(parts):
        return True
    path = ROOT.joinpath(*parts[:-1])
    file = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    words = re.findall(r"\w+", file.read_text(encoding="utf-8")) if file.exists() else []
    return parts[-1] in words
