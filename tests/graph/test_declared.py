"""What follows from the declared model: the models, the schema and the reference page."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from keikaku.graph import graph_schema as ours
from keikaku.graph import model_reference, network
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.declaration import Kind, Relation
from keikaku.graph.kinds import KINDS
from keikaku.graph.records import SCHEMA, Node, Records
from keikaku.graph.relations import RELATIONS
from scripts import build_docs
from tests.graph.graphs import records, small

VALIDATOR = jsonschema.Draft202012Validator(ours.schema())


@pytest.mark.parametrize("path", build_docs.pages(), ids=lambda path: path.name)
def test_the_pages_in_docs_follow_from_the_declaration(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == build_docs.pages()[path], "run `make docs`"


def test_the_schema_is_a_schema_and_names_the_version() -> None:
    jsonschema.Draft202012Validator.check_schema(ours.schema())
    assert ours.schema()["properties"]["schema"]["const"] == SCHEMA


@given(records())
def test_every_graph_that_is_written_fits_the_schema(made: Records) -> None:
    VALIDATOR.validate(network.to_payload(network.from_records(made)))


def test_what_does_not_fit_the_model_does_not_fit_the_schema() -> None:
    payload = json.loads(json.dumps(network.to_payload(network.from_records(small()))))
    payload["nodes"][4]["number"] = 111
    assert not VALIDATOR.is_valid(payload)


def test_the_reference_has_every_kind_relation_and_choice_in_both_languages() -> None:
    page = model_reference.page()
    everything: tuple[Kind | Relation, ...] = (*KINDS, *RELATIONS)
    for declared in everything:
        assert f"### {declared.name} — {declared.ja}" in page
        assert f"### {declared.name} — {declared.en}" in page
        for fact in declared.facts:
            assert all(page.count(f"`{choice}`") >= 2 for choice in fact.choices)


def test_every_code_of_the_model_has_words() -> None:
    facts = [fact for kind in KINDS for fact in kind.facts]
    facts += [fact for relation in RELATIONS for fact in relation.facts]
    assert {code for fact in facts for code in fact.choices or ()} <= {*CODE_WORDS}
    assert all(text.ja and text.en for text in CODE_WORDS.values())


def test_a_fact_that_nobody_states_is_left_out_but_for_those_that_always_stand() -> None:
    plan = Node("machi/plan/1", "Plan", "a", {"title": "窓口の改善", "overview": None})
    indicator = Node("machi/indicator/1/1", "Indicator", "b", {"name": "件数", "direction": None})
    graph = network.from_records(Records({"id": "machi", "title": "x"}, [plan, indicator], [], []))
    always = {"kind", "label", "evidence"}
    assert {*graph.nodes[plan.id]} - always == {"title", "unknown_marks"}
    assert {*graph.nodes[indicator.id]} - always == {"name", "target", "baseline"}
