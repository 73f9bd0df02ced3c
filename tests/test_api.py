"""The public Python API: one page that imports nothing before it is needed."""

from __future__ import annotations

import doctest
import inspect
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
from keikaku.queries.answers import plain
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
def test_the_examples_of_its_docstrings_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])
    tried = doctest.testmod(keikaku)
    assert tried.attempted > len(keikaku.__all__)
    assert tried.failed == 0


@pytest.mark.parametrize("name", keikaku.__all__)
def test_every_function_is_told_with_an_example(name: str) -> None:
    told = inspect.getdoc(getattr(keikaku, name))
    assert told is not None
    assert ">>> " in told


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
        assert [row.validate_python(told) for told in plain(answer.rows)] == answer.rows
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
def test_how_a_plan_was_read_can_be_told(source: Path) -> None:
    number = next(iter(keikaku.plans(keikaku.load(source)))).number
    assert number in keikaku.explain(source, number)
