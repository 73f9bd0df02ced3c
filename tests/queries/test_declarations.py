"""A question's declaration, its Python function and its rows say the same."""

from __future__ import annotations

from importlib import import_module
from inspect import Parameter as Argument
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

from keikaku.queries import registry
from keikaku.queries.declaring import Parameter
from keikaku.queries.registry import NAMES, QUESTIONS

_TYPES = {"number": "str | int", "year": "str | int"}


def annotation_of(parameter: Parameter) -> str:
    """Return how Python writes what the parameter takes."""
    if parameter.type == "flag":
        return "bool"
    one = _TYPES.get(parameter.type, "str")
    several = f" | Sequence[{one}]" if parameter.repeatable or parameter.pair else ""
    return f"{one}{several}" + ("" if parameter.required else " | None")


def answer_of(question: str) -> Any:
    return import_module(QUESTIONS[question].module).answer


@pytest.mark.parametrize("question", NAMES)
def test_the_python_function_takes_what_is_declared(question: str) -> None:
    graph, *arguments = signature(answer_of(question)).parameters.values()
    assert graph.name == "graph"
    parameters = QUESTIONS[question].parameters
    assert [each.name for each in arguments] == [each.name for each in parameters]
    for argument, parameter in zip(arguments, parameters, strict=True):
        where = Argument.POSITIONAL_OR_KEYWORD if parameter.positional else Argument.KEYWORD_ONLY
        assert argument.kind == where, parameter.name
        assert argument.annotation == annotation_of(parameter), parameter.name
        default = False if parameter.type == "flag" else None
        assert argument.default is (Argument.empty if parameter.required else default)


@pytest.mark.parametrize("question", NAMES)
def test_the_python_function_gives_the_declared_rows(question: str) -> None:
    rows = " | ".join(QUESTIONS[question].rows)
    assert signature(answer_of(question)).return_annotation == f"Answer[{rows}]"


@pytest.mark.parametrize("question", NAMES)
def test_every_parameter_is_put_into_words_in_both_languages(question: str) -> None:
    for parameter in QUESTIONS[question].parameters:
        told = [parameter.label, parameter.help]
        if parameter.type != "flag" and not parameter.choices:
            told.append(parameter.value)
        assert all(text.ja and text.en for text in told), parameter.name


def test_every_folder_with_a_declaration_is_registered() -> None:
    folder = Path(registry.__file__).parent
    assert {path.parent.name for path in folder.glob("*/declaration.py")} == {*NAMES}
    assert all(QUESTIONS[name].name == name for name in NAMES)
