"""A question's declaration, its Python function and its rows say the same."""

from __future__ import annotations

from importlib import import_module
from inspect import Parameter as Argument
from inspect import signature
from pathlib import Path
from typing import Any

import pytest

import keikaku
from keikaku.cli.app import COMMANDS
from keikaku.queries import registry
from keikaku.queries.declaring import Parameter
from keikaku.queries.registry import DECLARED, NAMES, OTHER_NAMES, QUESTIONS

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


@pytest.mark.parametrize("question", OTHER_NAMES)
def test_the_public_function_takes_the_declared_inputs(question: str) -> None:
    declared = DECLARED[question]
    graphs = [each.name for each in declared.inputs if each.type == "graph"] or ["graph"]
    changes = ["changes"] if any(each.type == "change" for each in declared.inputs) else []
    files = [each.name for each in declared.inputs if each.type == "file"]
    inputs = signature(getattr(keikaku, question)).parameters
    assert [*inputs] == [*graphs, *changes, *files, *declared.names]
    for parameter in declared.parameters:
        assert inputs[parameter.name].annotation == annotation_of(parameter), parameter.name


@pytest.mark.parametrize("question", OTHER_NAMES)
def test_the_public_function_gives_the_declared_rows(question: str) -> None:
    rows = " | ".join(DECLARED[question].rows)
    assert f"Answer[{rows}]" in signature(getattr(keikaku, question)).return_annotation


@pytest.mark.parametrize("question", NAMES)
def test_the_python_function_gives_the_declared_rows(question: str) -> None:
    rows = " | ".join(QUESTIONS[question].rows)
    assert signature(answer_of(question)).return_annotation == f"Answer[{rows}]"


@pytest.mark.parametrize("question", DECLARED)
def test_every_parameter_is_put_into_words_in_both_languages(question: str) -> None:
    declared = DECLARED[question]
    for parameter in (*declared.inputs, *declared.parameters):
        texts = [parameter.label, parameter.help]
        if parameter.type != "flag" and not parameter.choices:
            texts.append(parameter.value)
        assert all(text.ja and text.en for text in texts), parameter.name


def test_every_folder_with_a_declaration_is_registered() -> None:
    folder = Path(registry.__file__).parent
    assert {path.parent.name for path in folder.glob("*/declaration.py")} == {*DECLARED}
    assert all(DECLARED[name].name == name for name in DECLARED)


def test_every_question_of_the_command_line_is_declared() -> None:
    """The commands that are no question are the ones that the registry names, each with why."""
    rest = {*COMMANDS} - {*DECLARED}
    why = registry.__doc__ or ""
    assert {name for name in rest if f"``{name}``" not in why} == set()
