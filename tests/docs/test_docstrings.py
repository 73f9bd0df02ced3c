"""What the examples in docstrings say is what the code does."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

import keikaku
from keikaku.graph import bundled

ROOT = Path(__file__).parents[2]
ROOMS = ("graph", "loaders", "queries", "workshop", "exports", "visualizations", "cli")
FILES = [
    path.relative_to(ROOT)
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.skipif(not bundled.path().exists(), reason="the bundled graph is not built yet")
@pytest.mark.parametrize("file", FILES, ids=str)
def test_an_example_in_a_docstring_holds(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    parts = [part for part in file.with_suffix("").parts if part != "__init__"]
    module = importlib.import_module(".".join(("keikaku", *parts)))
    face = {name: getattr(keikaku, name) for name in keikaku.__all__}
    examples = [one for one in doctest.DocTestFinder().find(module) if one.examples]
    assert examples
    for one in examples:
        one.globs |= face | vars(module)
        assert doctest.DocTestRunner().run(one).failed == 0, one.name
