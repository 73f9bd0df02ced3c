"""An open server answers from Python as a graph in memory does, and is not downloaded for it."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.graph import network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.store.server import Server
from tests.neo4j.server import Address
from tests.queries.small_graph import records


def test_questions_are_answered_without_a_download(
    server: Server, login: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = network.from_records(records())
    keikaku.push(graph, login.uri)
    with keikaku.open(login.uri) as opened:
        with monkeypatch.context() as forbidden:
            forbidden.setattr("keikaku.graph.store.pull.pull", None)
            themes = ["キャッシュレス", "5レス"]
            assert opened.plans(theme=themes) == keikaku.plans(graph, theme=themes)
            assert opened.plan("1-1-2") == keikaku.plan(graph, "1-1-2")
            assert opened.workload() == keikaku.workload(graph)
            answer = opened.ask("商工会議所に関わる計画")
            assert answer.command == "keikaku plans --partner 商工会議所"
            assert [row.id for row in answer] == ["aozora-2022/plan/1-1-2"]
        assert opened.name == server.address
        assert set(opened.graph) == set(graph)
    with pytest.raises(KeikakuError):
        keikaku.open("bolt://127.0.0.1:1", user="neo4j", password="no")
