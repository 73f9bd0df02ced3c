"""The JSON Schema (draft 2020-12) of every answer, made from the types of the rows.

The rows are dataclasses for the sake of a fast start; pydantic takes them as they are, and only
what makes this schema imports it.
"""

from __future__ import annotations

import json
from importlib import import_module
from inspect import Parameter, signature
from types import GenericAlias, SimpleNamespace
from typing import Any, Literal, get_args, get_type_hints

from keikaku.queries.registry import QUESTIONS, Question

VERSION = "keikaku-answers/1"

BESIDES: dict[str, dict[str, str]] = {
    "plans": {"unknown": "UnknownRow"},
    "workload": {"totals": "Concentration"},
    "indicators": {"totals": "Reach"},
}
"""What an answer holds besides its rows: lists of these types of the question's module."""

_WHERE_ASKED = ("unknown",)  # of plans, only where a theme or a basis is asked for
_NUMBERS = ("year", "depth", "top")  # understood as numbers, however they are typed


def row_type(question: Question) -> Any:
    """Return the type of a question's rows, a union where there are several.

    >>> row_type(QUESTIONS["plans"]).__name__
    'PlanRow'
    """
    module = import_module(question.module)
    # The rest of the signature names what is imported for type checkers only.
    returns = SimpleNamespace(__annotations__={"return": module.answer.__annotations__["return"]})
    return get_args(get_type_hints(returns, vars(module))["return"])[0]


def schema() -> dict[str, Any]:
    """Return the schema of the JSON that a question prints with ``--format json``."""
    from pydantic import TypeAdapter

    lists: list[tuple[tuple[str, str], Literal["serialization"], TypeAdapter[Any]]] = []
    for question in QUESTIONS.values():
        module = import_module(question.module)
        types = {"rows": row_type(question)}
        types |= {name: getattr(module, row) for name, row in _besides(question).items()}
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
        "oneOf": [_answer(question, of_lists) for question in QUESTIONS.values()],
        "$defs": shared["$defs"],
    }


def text() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _answer(question: Question, lists: dict[tuple[str, str], Any]) -> dict[str, Any]:
    besides = [*_besides(question)]
    return {
        "title": question.name,
        "type": "object",
        "properties": {
            "question": {"const": question.name},
            "parameters": _parameters(question),
            "graph": {"type": ["string", "null"], "description": "the graph that answered"},
            "command": {"type": "string", "description": "how a sentence was understood"},
            **{name: lists[question.name, name] for name in ("rows", *besides)},
        },
        "required": [
            "question",
            "parameters",
            "graph",
            "rows",
            *(each for each in besides if each not in _WHERE_ASKED),
        ],
        "additionalProperties": False,
    }


def _parameters(question: Question) -> dict[str, Any]:
    """Return those that were given, as understood: names in full, years as western fiscal years."""
    taken = signature(import_module(question.module).answer).parameters.values()
    kinds = {
        each.name: "boolean" if isinstance(each.default, bool) else _kind(each.name)
        for each in taken
        if each.kind == Parameter.KEYWORD_ONLY
    }
    return {
        "type": "object",
        "properties": {name: {"type": kind} for name, kind in kinds.items()},
        "additionalProperties": False,
    }


def _kind(name: str) -> str:
    return "integer" if name in _NUMBERS else "string"


def _besides(question: Question) -> dict[str, str]:
    return BESIDES.get(question.name, {})
