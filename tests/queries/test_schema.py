"""The JSON Schema of the answers: printed answers fit it, and pydantic reads the same rows."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from functools import partial
from types import GenericAlias
from typing import Any, get_args

import jsonschema
import pytest
from pydantic import TypeAdapter

import keikaku
from keikaku.cli.output import as_json
from keikaku.graph.errors import KeikakuError
from keikaku.queries import answer_schema
from keikaku.queries.answers import Answer, plain
from keikaku.queries.graph_walks import Graph
from keikaku.queries.registry import OTHER_NAMES, QUESTIONS, ask
from keikaku.queries.sentences import answered
from tests.neo4j.asking import cases
from tests.queries.small_graph import small_graph

VALIDATOR = jsonschema.Draft202012Validator(answer_schema.schema())


def _graph(question: str) -> Graph:
    """The small graph, in which no two plans depend on one thing; for `bridges` the bundled one."""
    return keikaku.read() if question == "bridges" else small_graph()


def answers(question: str) -> list[Answer[Any]]:
    """What the small graph answers to a question, however it is asked."""
    graph, examples = _graph(question), []
    for name, parameters in cases(graph, most=1):
        if name == question:
            try:
                examples.append(ask(name, graph, **parameters))
            except KeikakuError:
                continue
    return examples


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(answer_schema.schema())


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_fits_the_schema(question: str) -> None:
    examples = answers(question)
    assert any(answer.rows for answer in examples)
    for answer in examples:
        VALIDATOR.validate(json.loads(as_json(answer, "graph.json")))


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_no_answer_does_not_fit(question: str) -> None:
    (example,) = [json.loads(as_json(each, None)) for each in answers(question) if each.rows][:1]
    for broken in (
        {**example, "question": "no such"},
        {**example, "parameters": {"no such": 1}},
        {**example, "rows": [{**example["rows"][0], "more": 1}]},
        {**example, "rows": [{}]},
    ):
        assert not VALIDATOR.is_valid(broken)


@pytest.mark.parametrize("question", QUESTIONS)
def test_pydantic_reads_back_the_rows_that_were_printed(question: str) -> None:
    row = answer_schema.row_type(QUESTIONS[question])
    assert all(is_dataclass(each) for each in get_args(row) or (row,))
    rows: Any = GenericAlias(list, (row,))
    reader: TypeAdapter[Any] = TypeAdapter(rows)
    for answer in answers(question):
        assert reader.validate_python(plain(answer.rows)) == answer.rows
        assert reader.validate_json(json.dumps(plain(answer.rows))) == answer.rows


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_row_carries_the_id_of_what_it_is_about(question: str) -> None:
    graph = _graph(question)
    for answer in answers(question):
        for row in [*answer.rows, *(answer.unknown or ())]:
            assert row.id in graph or (question in {"check", "find"} and row.id is None)


def _other_answers() -> dict[str, Answer[Any]]:
    """What the questions without a form in Cypher answer about the small graph."""
    graph = small_graph()
    variant, tried = keikaku.whatif(graph, ("drop-plan", "1-1-10"))
    return {
        "department": keikaku.department(graph, "市民課"),
        "progress": keikaku.progress(graph),
        "compare": keikaku.compare(graph, variant),
        "relate": keikaku.relate(graph, graph),
        "whatif": tried,
    }


OTHERS = _other_answers()


@pytest.mark.parametrize("question", OTHER_NAMES)
def test_the_answer_of_every_other_question_fits_too(question: str) -> None:
    answer = OTHERS[question]
    assert answer.rows
    printed = json.loads(as_json(answer, "graph.json"))
    VALIDATOR.validate(printed)
    assert not VALIDATOR.is_valid({**printed, "rows": [{}]})


@pytest.mark.parametrize("question", OTHER_NAMES)
def test_every_row_of_the_other_questions_carries_an_id(question: str) -> None:
    graph = small_graph()
    assert [row.id for row in OTHERS[question] if row.id not in graph] == []


def test_the_answer_to_a_sentence_fits_too() -> None:
    graph = small_graph()
    answer = answered(lambda _: graph, partial(_answer_of, graph), "DXに関わる計画", None)
    assert answer.command
    VALIDATOR.validate(json.loads(as_json(answer, None)))


def _answer_of(graph: Graph, name: str, **parameters: Any) -> Answer[Any]:
    return ask(name, graph, **parameters)
