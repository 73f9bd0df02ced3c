"""The JSON Schema (draft 2020-12) of every answer, made from the types of the rows.

The rows are dataclasses so that a command starts fast; pydantic reads them as they are, and only
this module imports it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import reduce
from importlib import import_module
from operator import or_
from types import GenericAlias
from typing import Any, Literal

from keikaku.queries.declaring import Parameter, Question
from keikaku.queries.registry import DECLARED

VERSION = "keikaku-answers/1"

_VALUE: Mapping[str, Mapping[str, Any]] = {
    "flag": {"type": "boolean"},
    "number": {"type": "integer"},
    "year": {"type": "integer"},
}
"""The schema of a parameter in an answer, by its type; every other type is a string."""


def row_type(question: Question) -> Any:
    """Return the type of a question's rows, a union where there are several.

    >>> row_type(DECLARED["plans"]).__name__
    'PlanRow'
    """
    module = import_module(question.module)
    return reduce(or_, (getattr(module, name) for name in question.rows))


def schema() -> dict[str, Any]:
    """Return the schema of the JSON that a question prints with ``--format json``."""
    from pydantic import TypeAdapter

    lists: list[tuple[tuple[str, str], Literal["serialization"], TypeAdapter[Any]]] = []
    for question in DECLARED.values():
        module = import_module(question.module)
        types = {"rows": row_type(question)}
        types |= {name: getattr(module, row) for name, row in question.besides.items()}
        for name, row in types.items():
            rows: Any = GenericAlias(list, (row,))
            lists.append(((question.name, name), "serialization", TypeAdapter(rows)))
    made, shared = TypeAdapter.json_schemas(lists)
    of_lists = {key: value for (key, _), value in made.items()}
    for definition in shared["$defs"].values():
        definition["additionalProperties"] = False
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": VERSION,
        "description": "問いの答え: an answer to a question (keikaku … --format json)",
        "type": "object",
        "required": ["question"],
        "oneOf": [_answer(question, of_lists) for question in DECLARED.values()],
        "$defs": shared["$defs"],
    }


def text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _answer(question: Question, lists: dict[tuple[str, str], Any]) -> dict[str, Any]:
    return {
        "title": question.name,
        "type": "object",
        "properties": {
            "question": {"const": question.name},
            "parameters": _parameters(question),
            "graph": {"type": ["string", "null"], "description": "the graph that answered"},
            "command": {"type": "string", "description": "how a sentence was understood"},
            **{name: lists[question.name, name] for name in ("rows", *question.besides)},
            "notes": {
                "type": "array",
                "items": {"type": "string"},
                "description": "what the rows cannot show, in words",
            },
        },
        "required": [
            "question",
            "parameters",
            "graph",
            "rows",
            *(each for each in question.besides if each not in question.only_where_asked),
        ],
        "additionalProperties": False,
    }


def _parameters(question: Question) -> dict[str, Any]:
    """Return the schema of the parameters used: names in full, years as western fiscal years."""
    return {
        "type": "object",
        "properties": {each.name: _value(each) for each in _stated_parameters(question)},
        "additionalProperties": False,
    }


def _stated_parameters(question: Question) -> Iterator[Parameter]:
    """Yield the parameters in an answer: those of the question, and one file by its name."""
    yield from question.parameters
    yield from (each for each in question.inputs if each.type == "file" and not each.repeatable)


def _value(parameter: Parameter) -> dict[str, Any]:
    """Return the schema of a parameter's value, or of several values of a repeatable parameter."""
    one = {**_VALUE.get(parameter.type, {"type": "string"})}
    if not parameter.repeatable:
        return one
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 2}]}
