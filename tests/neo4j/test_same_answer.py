"""The same answer from NetworkX and from Neo4j: every question, row by row, in the same order."""

from __future__ import annotations

from importlib import import_module
from inspect import Parameter, signature
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import keikaku
from keikaku.graph import jsonfile, merging
from keikaku.graph.linking import link_documents
from keikaku.graph.network import Graph
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from keikaku.queries.registry import QUESTIONS
from tests.extent import examples
from tests.neo4j.asking import cases, outcome, pairs
from tests.neo4j.conftest import empty
from tests.neo4j.random_graphs import document, tangle
from tests.neo4j.review_graphs import reviewed

_EXAMPLES = examples(3, 30)
_ANY, _TANGLED = 4, 22  # graphs of an example; 3 times 26 are 78
_EACH_NTH, _EACH_NTH_WITHIN = examples(24, 12), examples(192, 96)
_EACH_NTH_PAIR = examples(3, 1)
_EACH_NTH_REVIEWED = examples(24, 3)
EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"
CORRECTIONS = EXAMPLE.with_name("midorino-2026-corrections.yaml")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The bundled graph and the example city with its corrections, as a file holds them."""
    file = tmp_path_factory.mktemp("graph") / "both.json"
    both, _ = merging.merge([keikaku.read(), keikaku.load(EXAMPLE, corrections=CORRECTIONS)])
    jsonfile.write(file, both)
    return jsonfile.read(file)


@pytest.fixture(scope="module")
def filled(connection: Server, real: Graph) -> Server:
    empty(connection)
    list(push(connection, [real]))
    return connection


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_and_no_parameter_is_left_out(real: Graph, question: str) -> None:
    """Both forms take the parameters of the registry, and each of these is tried."""
    registered = {*QUESTIONS[question].names}
    answer = import_module(QUESTIONS[question].module).answer
    build = import_module(QUESTIONS[question].cypher).build_statement
    for form in (answer, build):
        inputs = signature(form).parameters.values()
        names = {each.name for each in inputs if each.name not in {"graph", "directory"}}
        assert names == registered or any(each.kind == Parameter.VAR_KEYWORD for each in inputs)
    tried: set[str] = set()
    tried.update(*(case for name, case in cases(real, most=1) if name == question))
    assert tried == registered


@pytest.mark.parametrize("question", QUESTIONS)
def test_real_plans_answer_alike(filled: Server, real: Graph, question: str) -> None:
    tries = [parameters for name, parameters in cases(real, most=3) if name == question]
    assert tries
    for parameters in tries:
        same(filled, real, question, parameters)


@pytest.mark.parametrize("question", QUESTIONS)
def test_two_things_asked_together_answer_alike(filled: Server, real: Graph, question: str) -> None:
    for parameters in islice(pairs(real, question), 0, None, _EACH_NTH_PAIR):
        same(filled, real, question, parameters)


def test_many_things_asked_together_answer_alike(filled: Server, real: Graph) -> None:
    for question, parameters in (
        ("plans", {"theme": "5レス", "basis": "mark", "goal": "2", "document": "koriyama-2022"}),
        ("plans", {"theme": "DX", "year": "2023", "text": "システム"}),
        ("plans", {"department": "収納課", "theme": "キャッシュレス", "sdg": "11"}),
        ("themes", {"theme": "5レス", "matrix": "goals", "basis": "text"}),
        ("plans", {"theme": "テレワーク"}),
        ("plans", {"theme": ["クレジットカード", "口座振替"]}),
        ("plans", {"theme": "押印", "basis": "mark"}),
        ("themes", {"theme": "コンビニ交付", "matrix": "departments"}),
        ("themes", {"with_theme": "テレワーク", "and_theme": "ICT"}),
        ("themes", {"theme": "テレワーク", "basis": "mark"}),
        ("impact", {"node": "テレワーク"}),
        ("impact", {"node": "公共施設等総合管理計画"}),
        ("impact", {"node": "2-2-5", "include_inferred": True}),
        ("dependencies", {"node": "テレワーク"}),
        ("impact", {"node": "キャッシュレス", "include_inferred": True, "depth": "2"}),
        ("workload", {"by": "year", "goal": "2", "document": "koriyama-2022"}),
    ):
        same(filled, real, question, parameters)


@settings(
    max_examples=_EXAMPLES,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(
    anything=st.tuples(*(document(f"d{n}") for n in range(_ANY))),
    tangles=st.tuples(*(tangle(f"t{n}") for n in range(_TANGLED))),
    first=st.integers(0, _EACH_NTH - 1),
)
def test_any_documents_side_by_side_answer_alike(
    connection: Server, anything: tuple[Graph, ...], tangles: tuple[Graph, ...], first: int
) -> None:
    """More than 200 random graphs; each example is asked a part of all there is."""
    graphs = (*anything, *tangles)
    united, _ = merging.merge(graphs)
    link_documents(united)  # as a push does: a guideline may have the name of a document
    empty(connection)
    list(push(connection, graphs))
    assert jsonfile.dumps(pull(connection)) == jsonfile.dumps(united)
    for question, parameters in islice(cases(united, most=1), first, None, _EACH_NTH):
        same(connection, united, question, parameters)
    for graph in tangles:
        for question, parameters in islice(cases(graph, most=1), first, None, _EACH_NTH_WITHIN):
            within = {**parameters, "document": graph.graph["document"]["id"]}
            same(connection, united, question, within)


@settings(
    max_examples=_EXAMPLES,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32), first=st.integers(0, _EACH_NTH_REVIEWED - 1))
def test_any_ministries_answer_alike(connection: Server, seed: int, first: int) -> None:
    """As in a review of all projects; each example asks about a part of all there is."""
    graph = reviewed(("r1", "r2", "r3"), Random(seed))
    empty(connection)
    list(push(connection, [graph]))
    # A law without evidence of its own stands with the first ministry: the order may differ.
    stored = pull(connection)
    assert {n: stored.nodes[n] for n in stored} == {n: graph.nodes[n] for n in graph}
    assert relations(stored) == relations(graph)
    tries = [
        ("workload", {"level": "division"}),
        ("workload", {"by": "year"}),
        ("impact", {"node": "あおぞら法"}),
        ("bridges", {}),
        *islice(cases(graph, most=1), first, None, _EACH_NTH_REVIEWED),
    ]
    for question, parameters in tries:
        same(connection, graph, question, parameters)


def relations(graph: Graph) -> list[str]:
    """Every relation with its facts, in one order."""
    edges = ((*ends, sorted(facts.items())) for *ends, facts in graph.edges(keys=True, data=True))
    return sorted(map(repr, edges))


def same(server: Server, graph: Graph, question: str, parameters: dict[str, Any]) -> None:
    """Hold both to the same answer, or to the same words of an error."""
    assert outcome(server, question, parameters) == outcome(graph, question, parameters), (
        question,
        parameters,
    )
