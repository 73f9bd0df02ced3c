"""The public Python API: one page that imports nothing before it is needed."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

import keikaku
from keikaku.graph import bundled, jsonfile, network
from keikaku.graph.errors import GraphError
from keikaku.graph.network import Graph
from keikaku.queries import registry
from keikaku.queries.answers import plain
from scripts import build_docs
from tests.graph.graphs import small

EXAMPLES = sorted(Path(__file__).parents[1].glob("examples/*-plan.txt"))


@pytest.fixture
def graph() -> Graph:
    return network.from_records(small())


def test_importing_it_imports_nothing_else() -> None:
    code = "import sys, keikaku; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    later = {"graph", "queries", "loaders", "networkx", "pydantic", "yaml", "typer"}
    assert not later & {*ran.stdout.split()}


@pytest.mark.skipif(not bundled.path().exists(), reason="the bundled graph is not built yet")
@pytest.mark.parametrize("name", ["", *keikaku.__all__])
def test_the_examples_of_its_docstrings_hold(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each name has an example, in which the public names occur as they are."""
    monkeypatch.chdir(Path(__file__).parents[1])
    thing = getattr(keikaku, name) if name else keikaku
    face = {each: getattr(keikaku, each) for each in keikaku.__all__}
    known = vars(sys.modules[thing.__module__]) if name else {}
    finder = doctest.DocTestFinder(recurse=False)
    (example,) = finder.find(thing, name or "keikaku", globs=known | face)
    assert example.examples
    assert doctest.DocTestRunner().run(example).failed == 0


def test_what_type_checkers_read_follows_from_the_declarations() -> None:
    for path, text in build_docs.pages().items():
        if path.suffix == ".pyi":
            assert path.read_text(encoding="utf-8") == text, f"run make docs: {path.name}"
    assert {*registry.NAMES} < {*keikaku.__all__}
    assert {*keikaku.__all__} <= {*dir(keikaku)}
    with pytest.raises(AttributeError, match="no attribute 'plams'"):
        keikaku.plams  # type: ignore[attr-defined]  # noqa: B018


def test_an_open_graph_answers_like_the_functions(graph: Graph, tmp_path: Path) -> None:
    keikaku.write(graph, tmp_path / "graph.json")
    with keikaku.open(tmp_path / "graph.json") as opened:
        assert opened.name == str(tmp_path / "graph.json")
        assert opened.plans(theme="キャッシュレス") == keikaku.plans(graph, theme="キャッシュレス")
        assert opened.plan("1-1-1") == keikaku.plan(graph, "1-1-1")
        assert opened.ask("キャッシュレスに関わる計画").command
        assert {*registry.NAMES} <= {*dir(opened)}
        untyped: Any = opened
        for values, names in (
            ((), {}),
            (("1-1-1", "1-1-2"), {}),
            (("1-1-1",), {"number": "1-1-1"}),
            (("1-1-1",), {"colour": "red"}),
        ):
            with pytest.raises(TypeError, match="takes"):
                untyped.plan(*values, **names)


def test_an_answer_shows_itself_as_a_line_a_table_and_a_frame(graph: Graph) -> None:
    graph.nodes["minato-2023/plan/1-1-1"]["title"] = "<b>窓口"
    answer = keikaku.plans(graph, theme="キャッシュレス")
    assert repr(answer) == "<Answer to plans: 1 rows; theme=キャッシュレス>"
    html = answer._repr_html_()
    assert "<td>&lt;b&gt;窓口</td>" in html
    assert "evidence" not in html
    frame = answer.frame()
    assert list(frame["number"]) == ["1-1-1"]
    assert answer.frame()["matches"][0][0]["what"] == "キャッシュレス"


def test_a_graph_is_written_and_read_back(graph: Graph, tmp_path: Path) -> None:
    keikaku.write(graph, tmp_path / "graph.json")
    again = keikaku.read(str(tmp_path / "graph.json"))
    assert jsonfile.dumps(again) == jsonfile.dumps(graph)


def test_a_changed_graph_can_be_held_to_the_model(graph: Graph) -> None:
    keikaku.validate(graph)
    del graph.nodes["minato-2023/plan/1-1-1"]["title"]
    with pytest.raises(GraphError, match="title: 必須"):
        keikaku.validate(graph)


def test_questions_are_answered(graph: Graph) -> None:
    assert [row.number for row in keikaku.plans(graph, theme="キャッシュレス")] == ["1-1-1"]
    assert [whole.title for whole in keikaku.plan(graph, "1-1-1")] == ["窓口の改善"]
    assert [row.code for row in keikaku.check(graph)] == ["missing-baseline"]


def test_rows_are_typed_for_pydantic_and_easy_to_put_into_a_table() -> None:
    bundle = keikaku.read()
    for name, *typed in (("workload",), ("impact", "DX"), ("indicators",), ("themes",)):
        answer = getattr(keikaku, name)(bundle, *typed)
        row: TypeAdapter[Any] = TypeAdapter(type(answer.rows[0]))
        assert [row.validate_python(row_facts) for row_facts in plain(answer.rows)] == answer.rows
        assert len({tuple(row) for row in plain(answer.rows)}) == 1


def test_documents_are_put_together_and_taken_apart(graph: Graph) -> None:
    other = network.from_records(small("sakura-2024", "さくら市"))
    both, conflicts = keikaku.merge(graph, other)
    assert conflicts == []
    assert len(keikaku.plans(both, theme="キャッシュレス")) == 2
    assert len(keikaku.plans(keikaku.only(both, "sakura-2024"), theme="キャッシュレス")) == 1


@pytest.mark.parametrize("source", EXAMPLES, ids=lambda path: path.stem)
def test_a_plan_is_loaded_with_or_without_its_prose(source: Path) -> None:
    whole = keikaku.load(source)
    short = keikaku.load(str(source), facts_only=True)
    keikaku.validate(whole)
    keikaku.validate(short)
    assert list(whole) == list(short)
    assert any("overview" in facts for _, facts in whole.nodes(data=True))
    assert not any("overview" in facts for _, facts in short.nodes(data=True))


@pytest.mark.parametrize("source", EXAMPLES, ids=lambda path: path.stem)
def test_how_a_plan_was_read_can_be_shown(source: Path) -> None:
    number = next(iter(keikaku.plans(keikaku.load(source)))).number
    assert number in keikaku.explain(source, number)
