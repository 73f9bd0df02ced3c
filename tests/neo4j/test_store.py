"""A graph goes into Neo4j and comes back; several documents, each complete or absent."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

import keikaku
from keikaku.graph import jsonfile, merging, network
from keikaku.graph.errors import GraphError
from keikaku.graph.network import Graph
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import Pushed, push
from keikaku.graph.store.server import Login, Server, connected
from tests.neo4j.server import Address
from tests.queries.small_graph import CITY, DOC, records

EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"


def small(document: str = DOC, city: str = CITY) -> Graph:
    return network.from_records(records(document, city, prose=True))


def nothing(document: str) -> Pushed:
    return Pushed(document, 0, 0, 0)


@pytest.fixture(scope="module")
def bundled() -> Graph:
    return keikaku.read()


@pytest.fixture(scope="module")
def example() -> Graph:
    return keikaku.load(EXAMPLE)


def test_what_was_pushed_comes_back_byte_for_byte(
    server: Server, bundled: Graph, example: Graph
) -> None:
    list(push(server, [bundled, example]))
    for graph in (bundled, example):
        back = pull(server, graph.graph["document"]["id"])
        assert jsonfile.dumps(back) == jsonfile.dumps(graph)
    both, _ = merging.merge([bundled, example])
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(both)


def test_a_file_of_several_documents_is_pushed_as_each_of_them(
    server: Server, bundled: Graph, example: Graph
) -> None:
    both, _ = merging.merge([bundled, example])
    list(push(server, [both]))
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(both)
    assert list(push(server, [merging.only(both, "midorino-2026")])) == [nothing("midorino-2026")]


def test_a_second_push_writes_nothing(server: Server) -> None:
    (first,) = push(server, [small()])
    assert first.created > 0
    assert (first.updated, first.removed) == (0, 0)
    assert list(push(server, [small()])) == [nothing(DOC)]


def test_a_push_brings_what_changed_and_takes_what_is_no_more(server: Server) -> None:
    list(push(server, [small()]))
    changed = small()
    changed.nodes[f"{DOC}/plan/1-1-2"]["title"] = "改めた名称"
    changed.remove_node(f"{DOC}/component/2-1-1/1")
    changed.remove_node("partner/商工会議所")
    (pushed,) = push(server, [changed])
    assert pushed.updated == 1
    assert pushed.removed == 2 + 3 + 1, "two nodes, the component's three relations, the partner's"
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(changed)
    assert server.read("MATCH (p:Partner) RETURN p") == []


def test_documents_of_two_cities_share_laws_and_themes(server: Server) -> None:
    ours, theirs = small(), small("hoshi-2023", "ほし市")
    theirs.nodes["theme/DX"]["aliases"] = ["デジタル変革"]
    list(push(server, [ours, theirs]))
    united = pull(server)
    assert united.nodes["theme/DX"]["aliases"] == [
        "デジタルトランスフォーメーション",
        "デジタル変革",
    ]
    (theme,) = server.read("MATCH (t:Theme {name: 'DX'}) RETURN t.aliases AS aliases")
    assert theme["aliases"] == united.nodes["theme/DX"]["aliases"]
    assert jsonfile.dumps(pull(server, DOC)) == jsonfile.dumps(ours)
    theirs.remove_node("theme/DX")
    list(push(server, [theirs]))
    (theme,) = server.read("MATCH (t:Theme {name: 'DX'}) RETURN t.aliases AS aliases")
    assert theme["aliases"] == ["デジタルトランスフォーメーション"]
    assert jsonfile.dumps(pull(server, "hoshi-2023")) == jsonfile.dumps(theirs)


def test_measures_can_be_asked_for(server: Server) -> None:
    list(push(server, [small()]))
    rows = server.read(
        "MATCH (i:Indicator) WHERE i.baseline_value < i.target_value "
        "RETURN i.name AS name, i.target_unit AS unit"
    )
    assert rows == [{"name": "電子納付率", "unit": "%"}]


@pytest.mark.parametrize(
    "words",
    [
        "'; MATCH (n) DETACH DELETE n; //",
        '"quoted" \\ and \\u0041 `ticks` $param {brace}',
        "😀 𠮷野家 が゛ é é \u202e\u0000",
        "長" * 10_000,
    ],
    ids=["injection", "quotes", "characters", "long"],
)
def test_any_words_go_in_and_come_back_unharmed(server: Server, words: str) -> None:
    graph = small()
    graph.nodes[f"{DOC}/plan/1-1-2"].update(title=words, overview=words)
    graph.nodes["theme/DX"]["name"] = words
    list(push(server, [graph]))
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(graph)


def test_another_kind_of_a_shared_node_is_refused_and_nothing_is_written(server: Server) -> None:
    list(push(server, [small()]))
    theirs = small("hoshi-2023", "ほし市")
    theirs.nodes["theme/DX"].update(kind="Partner", name="DX")
    with pytest.raises(GraphError, match="theme/DX"):
        list(push(server, [theirs]))
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(small())


def test_a_push_that_breaks_off_leaves_the_document_as_it_was(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    list(push(server, [small()]))
    changed = small()
    changed.nodes[f"{DOC}/plan/1-1-2"]["title"] = "改めた名称"

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("keikaku.graph.store.push.write_edges", broken)
        with pytest.raises(KeyboardInterrupt):
            list(push(server, [changed]))
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(small())
    list(push(server, [changed]))
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(changed)


def test_pushes_at_once_come_one_after_the_other(server: Server, address: Address) -> None:
    cities = [(f"town{n}-2023", f"町{n}") for n in range(6)]
    failed: list[Exception] = []

    def work(mine: list[tuple[str, str]]) -> None:
        try:
            with connected(address.uri, Login(address.user, address.password)) as own:
                for _ in range(3):
                    for document, city in mine:
                        list(push(own, [small(document, city)]))
        except Exception as error:  # noqa: BLE001 - the test itself reports it
            failed.append(error)

    threads = [threading.Thread(target=work, args=(cities[n:] + cities[:n],)) for n in (0, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    for document, city in cities:
        assert jsonfile.dumps(pull(server, document)) == jsonfile.dumps(small(document, city))
    (dx,) = server.read("MATCH (t:Theme {name: 'DX'})<-[:TELLS]-(s) RETURN count(s) AS sources")
    assert dx["sources"] == len(cities)


def test_a_name_too_long_for_an_index_is_reported_and_one_below_is_stored(server: Server) -> None:
    graph = small()
    for name in ("短" * 2_600, "長" * 3_000):
        facts = {"name": name, "type": "law", "evidence": []}
        graph.add_node(f"guideline/{name}", kind="Guideline", label=name, **facts)
    with pytest.raises(GraphError) as refused:
        list(push(server, [graph]))
    assert refused.value.message("ja").startswith(f"{'長' * 30}…: id が長すぎて")
    assert "9,010バイト、上限8,000バイト" in refused.value.message("ja")
    assert server.read("MATCH (s:Source) RETURN s.id") == []
    graph.remove_node(f"guideline/{'長' * 3_000}")
    list(push(server, [graph]))
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(graph)
