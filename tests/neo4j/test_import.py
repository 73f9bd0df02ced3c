"""The files of a bulk import: what the real importer makes of them is what a push would write."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import keikaku
from keikaku.exports import neo4j_import
from keikaku.graph import bundled, jsonfile, network
from keikaku.graph.errors import GraphError
from keikaku.graph.network import Graph
from keikaku.graph.store.import_table import ImportTable, types_of
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import Pushed, push
from keikaku.graph.store.server import Login, connected
from tests.neo4j.server import MissingError, Server
from tests.queries.small_graph import records


@pytest.fixture
def graphs() -> list[Graph]:
    """Documents that share themes and laws; one with letters that CSV must quote."""
    hostile = network.from_records(records("sakura-2026", "さくら市", prose=True))
    plan = next(n for n, facts in hostile.nodes(data=True) if facts["kind"] == "Plan")
    hostile.nodes[plan]["overview"] = '「"」, 改行\n\tと\\ "" '
    return [jsonfile.read(bundled.path()), hostile]


def test_after_the_real_import_a_push_changes_nothing(graphs: list[Graph], tmp_path: Path) -> None:
    if "KEIKAKU_TEST_NEO4J" in os.environ:
        pytest.skip("a server that is given may not be stopped")
    folder = tmp_path / "import"
    report = neo4j_import.write(folder, graphs)
    assert report.documents == 2
    try:
        server = Server(tmp_path / "home")
    except MissingError as error:
        pytest.skip(f"no Neo4j: {error}")
    server.import_files(folder)
    server.start()
    try:
        with connected(
            server.address.uri, Login(server.address.user, server.address.password)
        ) as s:
            assert list(push(s, graphs)) == [
                Pushed(graph.graph["document"]["id"], 0, 0, 0) for graph in graphs
            ]
            together, _ = keikaku.merge(*graphs)
            assert jsonfile.dumps(pull(s)) == jsonfile.dumps(together)
    finally:
        server.kill()


def test_a_column_takes_one_type_and_rows_bring_columns(tmp_path: Path) -> None:
    table = ImportTable(tmp_path, "plan", ("id:ID(Keikaku)",))
    first, second = {"at": 1, "terms": []}, {"at": 2, "terms": ["DX", "AI"], "title": 'a "b", c'}
    for name, row in (("x", first), ("y", second)):
        assert table.takes(types_of(row))
        table.learn(types_of(row))
        table.write((name,), row)
    assert not table.takes(types_of({"at": 2.5}))
    table.close()
    assert (tmp_path / "plan-header.csv").read_text(encoding="utf-8") == (
        "id:ID(Keikaku),at:long,terms:string[],title:string\n"
    )
    assert (tmp_path / "plan.csv").read_text(encoding="utf-8") == (
        '"x",1,""\n"y",2,"DX\x1fAI","a ""b"", c"\n'
    )


def test_an_item_with_the_letter_between_items_is_refused_with_its_file(tmp_path: Path) -> None:
    table = ImportTable(tmp_path, "plan", ("id:ID(Keikaku)",))
    table.learn({"terms": "string[]", "at": "long"})
    table.write(("x",), {"terms": ["DX", ""], "at": 3})
    with pytest.raises(GraphError) as refused:
        table.write(("y",), {"terms": ["DX", "A\x1fI"]})
    table.close()
    assert "plan.csv" in refused.value.message("en")
    assert "AI" in refused.value.message("en")
    assert (tmp_path / "plan.csv").read_text(encoding="utf-8") == '"x","DX\x1f",3\n'
