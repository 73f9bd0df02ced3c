"""Names that would break a statement they stood in go to the server as parameters, unharmed."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.graph import jsonfile, network
from keikaku.graph.network import Graph
from keikaku.graph.records import Edge, Measure, Node, Records
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from keikaku.queries.cypher.directory import InGraph
from keikaku.queries.cypher.statements import build_statement
from keikaku.queries.registry import QUESTIONS
from tests.neo4j.asking import outcome
from tests.neo4j.conftest import empty
from tests.queries.drawn import drawn

HOSTILE = {
    "quotes": "'one' \"two\" `three`",
    "backslashes": "\\ \\\\ \\n \\u0041 \\' \\\"",
    "keywords": "x'}) MATCH (n) DETACH DELETE n //",
    "parameters": "$document {id: $theme} {{x}} %s",
    "emoji": "窓口😀👨‍👩‍👧",
    "beyond the BMP": "𠮷野家 𩸽",
    "combining marks": "か\u3099ぎ e\u0301",
    "long": "長" * 10_000,
    "lines": "一\n二\t三\r\u2028四",
}
DOC = "hostile-2026"
_NO_WORDS = ("flag", "number")


def graph_with(word: str) -> Graph:
    """A document in which all that can be named is called so."""
    plan, part = f"{DOC}/plan/1-1-1", f"{DOC}/component/1"
    facts = {"name": word}
    nodes = [
        Node(DOC, "PlanDocument", word, {"title": word}),
        Node(f"{DOC}/goal/1", "Goal", word, {"number": "1", "title": word}),
        Node(f"{DOC}/initiative/1-1", "Initiative", word, {"number": "1-1", "title": word}),
        Node(plan, "Plan", word, {"number": "1-1-1", "title": word}),
        Node(part, "Component", word, {"title": word}),
        Node(f"{DOC}/action/1", "Action", word, {"title": word, "first_year": 2026}),
        Node(
            f"{DOC}/indicator/1",
            "Indicator",
            word,
            {**facts, "measurable": True, "target": Measure(1, word, "=", None, None, word)},
        ),
        Node("department/1", "Department", word, facts),
        Node("partner/1", "Partner", word, facts),
        Node("guideline/1", "Guideline", word, {**facts, "type": "law"}),
        Node("theme/1", "Theme", word, {**facts, "group": word}),
    ]
    order = {"order": 1}
    edges = [
        Edge(DOC, f"{DOC}/goal/1", "HAS_PART", order),
        Edge(f"{DOC}/goal/1", f"{DOC}/initiative/1-1", "HAS_PART", order),
        Edge(f"{DOC}/initiative/1-1", plan, "HAS_PART", order),
        Edge(plan, part, "HAS_PART", order),
        Edge(part, f"{DOC}/action/1", "HAS_PART", order),
        Edge(part, f"{DOC}/indicator/1", "MEASURED_BY", order),
        Edge("department/1", plan, "RESPONSIBLE_FOR", {"role": "lead", **order}),
        Edge("department/1", part, "RESPONSIBLE_FOR", {"role": "component", **order}),
        Edge(plan, "partner/1", "INVOLVES", {}),
        Edge(plan, "guideline/1", "GROUNDED_IN", {}),
        Edge(plan, "theme/1", "TOUCHES", {"basis": ["text"]}),
    ]
    head = {**drawn("1-1-1>1-1-2").graph["document"], "id": DOC, "title": word}
    return network.from_records(Records(head, nodes, edges, []))


def questions(word: str) -> list[tuple[str, dict[str, Any]]]:
    """Every question with that word as each parameter that holds words."""
    fixed = {
        "plan": {"number": "1-1-1"},
        "impact": {"node": "1-1-1"},
        "path": {"start": "1-1-1", "end": "1-1-1"},
    }
    return [
        (name, {**fixed.get(name, {}), **more})
        for name, question in QUESTIONS.items()
        for more in ({}, *({p.name: word} for p in question.parameters if p.type not in _NO_WORDS))
    ]


@pytest.mark.parametrize("word", HOSTILE.values(), ids=[*HOSTILE])
def test_a_hostile_name_is_asked_for_and_answered_unharmed(connection: Server, word: str) -> None:
    graph = graph_with(word)
    empty(connection)
    list(push(connection, [graph]))
    answered: set[str] = set()
    for question, parameters in questions(word):
        here = outcome(graph, question, parameters)
        assert outcome(connection, question, parameters) == here, (question, [*parameters])
        if hasattr(here, "rows"):
            statement = build_statement(question, InGraph(graph), **parameters).statement
            assert word not in statement
            answered.update(parameters if here.rows else ())
    assert {"theme", "department", "guideline", "node", "goal", "document", "text"} <= answered
    assert jsonfile.dumps(pull(connection)) == jsonfile.dumps(graph)
