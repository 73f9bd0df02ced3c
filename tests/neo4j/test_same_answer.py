"""The same answer from NetworkX and from Neo4j: every question, row by row, in the same order."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import keikaku
from graph import jsonfile, merging
from graph.network import Graph
from graph.store.pull import pull
from graph.store.push import push
from graph.store.server import Server
from queries.cypher.projected import READS
from queries.cypher.statements import OWN
from queries.registry import QUESTIONS
from tests.neo4j.asking import cases, outcome
from tests.neo4j.conftest import empty
from tests.neo4j.random_graphs import document

_EACH_NTH = 16
EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The bundled graph and the example city, as a file holds them."""
    file = tmp_path_factory.mktemp("graph") / "both.json"
    both, _ = merging.merge([keikaku.read(), keikaku.load(EXAMPLE)])
    jsonfile.write(file, both)
    return jsonfile.read(file)


@pytest.fixture(scope="module")
def filled(connection: Server, real: Graph) -> Server:
    empty(connection)
    list(push(connection, [real]))
    return connection


def test_no_question_is_left_out() -> None:
    assert {*OWN, *READS} == set(QUESTIONS)
    assert set(OWN).isdisjoint(READS)


@pytest.mark.parametrize("question", QUESTIONS)
def test_real_plans_answer_alike(filled: Server, real: Graph, question: str) -> None:
    asked = [parameters for name, parameters in cases(real, most=3) if name == question]
    assert asked
    for parameters in asked:
        assert outcome(filled, question, parameters) == outcome(real, question, parameters), (
            parameters
        )


def test_things_asked_together_answer_alike(filled: Server, real: Graph) -> None:
    for question, parameters in (
        ("plans", {"theme": "5レス", "basis": "mark", "goal": "2", "document": "koriyama-2022"}),
        ("plans", {"theme": "DX", "year": "2023", "text": "システム"}),
        ("plans", {"department": "収納課", "theme": "キャッシュレス", "sdg": "11"}),
        ("themes", {"with_theme": "キャッシュレス", "and_theme": "ペーパーレス"}),
        ("themes", {"theme": "5レス", "matrix": "goals", "basis": "text"}),
        ("impact", {"node": "キャッシュレス", "include_inferred": True, "depth": "2"}),
        ("workload", {"by": "year", "goal": "2", "document": "koriyama-2022"}),
    ):
        answer = outcome(filled, question, parameters)
        assert answer == outcome(real, question, parameters), (question, parameters)


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    graphs=st.tuples(*(document(f"d{n}") for n in range(5))),
    first=st.integers(0, _EACH_NTH - 1),
)
def test_any_five_documents_answer_alike(
    connection: Server, graphs: tuple[Graph, ...], first: int
) -> None:
    """40 times five documents are 200 random graphs; each is asked a part of all there is."""
    kinds = {node: facts["kind"] for graph in graphs for node, facts in graph.nodes(data=True)}
    assert all(kinds[node] == facts["kind"] for g in graphs for node, facts in g.nodes(data=True))
    united, _ = merging.merge(graphs)
    empty(connection)
    list(push(connection, graphs))
    assert jsonfile.dumps(pull(connection)) == jsonfile.dumps(united)
    for question, parameters in islice(cases(united, most=1), first, None, _EACH_NTH):
        answer = outcome(connection, question, parameters)
        assert answer == outcome(united, question, parameters), (question, parameters)
