"""Two editions in the store, tied by SUCCEEDS: a relation that leads from one into the other."""

from __future__ import annotations

from itertools import islice

import pytest

from keikaku.graph import jsonfile, merging, network
from keikaku.graph.errors import GraphError
from keikaku.graph.network import Graph
from keikaku.graph.store import push as pushing
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import Pushed, push
from keikaku.graph.store.server import Server
from tests.neo4j.asking import cases, outcome
from tests.queries.small_graph import CITY, DOC, records

_EACH_NTH = 6  # of all that can be asked; test_same_answer asks everything
NEW = "minato-2030"
SAID = {
    "document": NEW,
    "line": None,
    "section": "決定",
    "quote": "継続",
    "reading": "stated",
    "confidence": 1.0,
}


@pytest.fixture
def both() -> Graph:
    """Two editions, the newer first; two of its plans follow on."""
    new, old = (network.from_records(records(name, CITY, prose=True)) for name in (NEW, DOC))
    graph, _ = merging.merge([new, old])
    payload = network.to_payload(graph)
    payload["edges"] += [
        {
            "source": f"{NEW}/plan/{number}",
            "target": f"{DOC}/plan/{number}",
            "type": "SUCCEEDS",
            "decision": "continue",
            "reason": f"{number} は続ける",
            "evidence": [SAID],
        }
        for number in ("1-1-2", "2-1-1")
    ]
    return network.from_payload(payload)


def ties(graph: Graph) -> int:
    return sum(facts["type"] == "SUCCEEDS" for *_, facts in graph.edges(data=True))


def test_two_editions_come_back_byte_for_byte(server: Server, both: Graph) -> None:
    created = list(push(server, [both]))
    assert [row.document for row in created] == [NEW, DOC]
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(both)
    assert list(push(server, [both])) == [Pushed(NEW, 0, 0, 0), Pushed(DOC, 0, 0, 0)]


def test_a_succession_that_stands_before_other_relations_comes_back_there(
    server: Server, both: Graph
) -> None:
    payload = network.to_payload(both)
    payload["edges"].sort(key=lambda row: row["type"] != "SUCCEEDS")
    first = network.from_payload(payload)
    assert jsonfile.dumps(first) != jsonfile.dumps(both)
    list(push(server, [first]))
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(first)


def test_one_edition_comes_back_without_what_leads_to_the_other(
    server: Server, both: Graph
) -> None:
    list(push(server, [both]))
    for name in (NEW, DOC):
        assert jsonfile.dumps(pull(server, name)) == jsonfile.dumps(merging.only(both, name))


def test_editions_that_fill_many_transactions_share_one(
    server: Server, both: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pushing, "_AT_ONCE", 1)
    list(push(server, [both]))
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(both)


def test_files_of_editions_do_not_all_share_one_transaction(
    both: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pushing, "_AT_ONCE", 1)
    other = network.from_records(records("sakura-2026", "さくら市", prose=True))
    parts = [[document.id for document in batch] for batch in pushing.batches([both, other])]
    assert parts == [[NEW, DOC], ["sakura-2026"]]


def test_a_succession_goes_with_the_edition_that_states_it_and_comes_again(
    server: Server, both: Graph
) -> None:
    list(push(server, [both]))
    assert list(push(server, [merging.only(both, NEW)])) == [Pushed(NEW, 0, 0, 2)]
    assert ties(pull(server)) == 0
    assert list(push(server, [both])) == [Pushed(NEW, 2, 0, 0), Pushed(DOC, 0, 0, 0)]
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(both)


def test_a_succession_goes_with_the_plan_that_it_leads_to(server: Server, both: Graph) -> None:
    list(push(server, [both]))
    old = merging.only(both, DOC)
    gone = [node for node in old if f"{node}/".startswith(f"{DOC}/") and "/2-1-1/" in f"{node}/"]
    old.remove_nodes_from(gone)
    old.graph["findings"] = [f for f in old.graph["findings"] if f["node"] not in gone]
    assert gone
    list(push(server, [old]))
    assert ties(pull(server)) == 1
    list(push(server, [both]))
    assert jsonfile.dumps(pull(server)) == jsonfile.dumps(both)


def test_no_other_relation_may_lead_into_another_document(server: Server, both: Graph) -> None:
    ends = {"source": f"{NEW}/plan/1-1-2", "target": f"{DOC}/plan/2-1-1"}
    network.add_edge(
        both, {**ends, "type": "DEPENDS_ON", "words": "2-1-1", "reason": "", "evidence": [SAID]}
    )
    with pytest.raises(GraphError, match="DEPENDS_ON"):
        list(push(server, [both]))
    assert server.read("MATCH (n) WHERE NOT n:Store RETURN n") == []


@pytest.mark.parametrize(
    "parameters",
    [
        {"kind": "テーマ", "fields": "計画,計画数,所管課,開始年度", "where": "計画数>0"},
        {"kind": "所管課", "fields": "計画数,テーマ", "where": "計画(テーマ=DX)=有"},
        {"kind": "SDGs", "fields": "計画,開始年度"},
    ],
)
def test_what_editions_share_is_counted_for_the_one_that_is_named(
    server: Server, both: Graph, parameters: dict[str, str]
) -> None:
    list(push(server, [both]))
    asked_of = {**parameters, "document": NEW}
    answer = outcome(both, "find", asked_of)
    assert outcome(server, "find", asked_of) == answer
    assert outcome(both, "find", parameters) != answer


def test_every_question_has_one_answer_over_two_editions(server: Server, both: Graph) -> None:
    list(push(server, [both]))
    count = 0
    for question, parameters in islice(cases(both, most=1), 0, None, _EACH_NTH):
        assert outcome(server, question, parameters) == outcome(both, question, parameters), (
            question,
            parameters,
        )
        count += 1
    assert count > 30
