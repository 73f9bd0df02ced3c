"""Properties changed by hand in Neo4j: one line that names the property and where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.graph import network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.store.pull import pull
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from keikaku.queries.cypher.statements import ask_server
from tests.queries.small_graph import DOC, records

PLAN = f"{DOC}/plan/1-1-2"
EDITS = {
    "evidence of a plan": (f"MATCH (n {{id: '{PLAN}'}}) SET n.evidence = 'x'", "evidence", PLAN),
    "evidence of a relation": (
        f"MATCH (n {{id: '{PLAN}'}})<-[r:RESPONSIBLE_FOR]-() SET r.evidence = '[1]'",
        "evidence",
        f" → {PLAN}",
    ),
    "evidence that is a number": (
        f"MATCH (n {{id: '{PLAN}'}}) SET n.evidence = 5",
        "evidence",
        PLAN,
    ),
    "a target": ("MATCH (n:Indicator) SET n.target = '98%'", "target", "/indicator/"),
    "a baseline": (
        "MATCH (n:Indicator) WHERE n.baseline IS NOT NULL SET n.baseline = '[]'",
        "baseline",
        "/indicator/",
    ),
    "a head": ("MATCH (n:Source) SET n.head = ''", "head", DOC),
    "a head that is gone": ("MATCH (n:Source) REMOVE n.head", "head", DOC),
    "what sources share": ("MATCH (n:Source) SET n.joint = 'null'", "joint", DOC),
    "a finding": ("MATCH (n:Finding) SET n.row = '{'", "row", "/finding/"),
    "a finding that is gone": ("MATCH (n:Finding) REMOVE n.row", "row", "/finding/"),
    "the place of a node": (f"MATCH (n {{id: '{PLAN}'}}) REMOVE n.at", "at", PLAN),
    "the place of a relation": (
        f"MATCH (n {{id: '{PLAN}'}})<-[r:HAS_PART]-() SET r.at = 'first'",
        "at",
        f" → {PLAN}",
    ),
}
QUESTIONS_ASKED: tuple[tuple[str, dict[str, Any]], ...] = (
    ("plan", {"number": "1-1-2"}),
    ("plans", {"year": "2023"}),
    ("indicators", {}),
    ("check", {}),
)


@pytest.mark.parametrize("edit", EDITS)
def test_a_property_changed_by_hand_is_reported_with_its_place(server: Server, edit: str) -> None:
    statement, name, where = EDITS[edit]
    list(push(server, [network.from_records(records(prose=True))]))
    server.write(lambda transaction: transaction.run(statement).consume())
    errors = _errors(server)
    assert errors, "nothing noticed"
    for words in errors:
        assert f"プロパティ {name} が" in words
        assert where in words.partition(": プロパティ")[0]
        assert "\n" not in words


def _errors(server: Server) -> list[str]:
    """What a download and questions say that do not go through; nothing else may come out."""
    errors = []
    for question, parameters in (("pull", {}), *QUESTIONS_ASKED):
        try:
            pull(server) if question == "pull" else ask_server(question, server, **parameters)
        except KeikakuError as error:
            errors.append(str(error))
    return errors
