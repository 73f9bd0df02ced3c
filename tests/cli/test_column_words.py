"""The head of a column is said once, in both languages, for tables and CSV alike."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from keikaku.cli import views
from keikaku.cli.column_words import COLUMNS, headings

VIEWS = sorted(Path(str(views.__file__)).parent.glob("*.py"))


def _heads(path: Path) -> Iterator[str]:
    """Yield the names of columns that a module asks the heads of, as far as they stand there."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
            continue
        if node.func.id == "heading" and isinstance(node.args[0], ast.Constant):
            yield str(node.args[0].value)
        elif node.func.id == "headings" and isinstance(node.args[0], ast.Tuple):
            columns = node.args[0].elts
            yield from (str(each.value) for each in columns if isinstance(each, ast.Constant))


def test_every_head_has_words_in_both_languages() -> None:
    assert headings(["number", "plan_title", "actual_2025"], "ja") == [
        "番号",
        "実施計画",
        "2025年度実績",
    ]
    assert headings(["number", "plan_title", "actual_2025"], "en") == ["No.", "Plan", "2025 actual"]
    assert all(text.ja and text.en for text in COLUMNS.values())


def test_no_view_has_a_table_of_heads_of_its_own() -> None:
    tables = {
        f"{path.name}: {target.id}"
        for path in VIEWS
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        for target in (node.targets if isinstance(node, ast.Assign) else [])
        if isinstance(target, ast.Name) and "HEAD" in target.id
    }
    assert tables == set()


def test_every_head_that_is_asked_for_is_there() -> None:
    heads = {name for path in VIEWS for name in _heads(path)}
    assert len(heads) > 20
    assert heads <= {*COLUMNS}
