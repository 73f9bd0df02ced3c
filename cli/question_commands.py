"""The commands of the questions, made from their declarations in :mod:`keikaku.queries`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from inspect import Parameter as Argument
from inspect import Signature, signature
from typing import Annotated, Any

import typer

from keikaku.cli.options import AllRows, Document, Form, Graph, Language, Out, Several, Top, Words
from keikaku.cli.output import Reply
from keikaku.queries.declaring import Parameter, Question
from keikaku.queries.registry import OTHER_NAMES

_OUTPUT = {
    "graph": Graph,
    "format": Form,
    "out": Out,
    "top": Top,
    "all_rows": AllRows,
    "lang": Language,
}
"""Options of every question besides its own parameters, where no parameter has the name."""

OF_THEIR_OWN = ("check", *OTHER_NAMES)
"""Questions whose command does more than ask; each is a module of :mod:`keikaku.cli.commands`,
whose function takes what it needs besides."""


def function_of(question: Question) -> Callable[..., Reply]:
    """Return the function behind the command of a question, with the signature that Typer reads."""
    if question.name in OF_THEIR_OWN:
        module = import_module(f"keikaku.cli.commands.{question.name}")
        function: Callable[..., Reply] = getattr(module, question.name)
        more = _own_parameters(function)
    else:
        function, more = _ask, []

    def command(**options: Any) -> Reply:
        return function(**options)

    made: Any = command
    own = [*map(_option, (*question.inputs, *question.parameters)), *more]
    there = {each.name for each in own}
    if any(each.type == "graph" for each in question.inputs):
        there.add("graph")
    common = [each for each in _COMMON if each.name not in there]
    made.__signature__ = Signature([_CONTEXT, *own, *common])
    made.__annotations__ = {}
    return command


def _ask(ctx: typer.Context, **options: Any) -> Reply:
    from keikaku.cli.run import run_question

    return run_question(ctx)


def _own_parameters(function: Callable[..., Reply]) -> list[Argument]:
    """Return the parameters that a function names, without the context and ``**options``."""
    _, *parameters = signature(function, eval_str=True).parameters.values()
    return [
        each.replace(kind=each.KEYWORD_ONLY) for each in parameters if each.kind != each.VAR_KEYWORD
    ]


def _argument(name: str, annotation: Any, default: Any) -> Argument:
    return Argument(name, Argument.KEYWORD_ONLY, default=default, annotation=annotation)


_CONTEXT = _argument("ctx", typer.Context, Argument.empty)
_COMMON = [
    _argument(name, annotation, False if annotation is AllRows else None)
    for name, annotation in _OUTPUT.items()
]


def _option(parameter: Parameter) -> Argument:
    if parameter.name == "document":
        return _argument("document", Document, None)
    kind: Any = Several if parameter.repeatable else Words
    if parameter.pair:
        kind = tuple[str, str] | None
    default = Argument.empty if parameter.required else None
    if parameter.positional:
        return _argument(parameter.name, Annotated[kind, typer.Argument()], default)
    if parameter.type == "flag":
        return _argument(parameter.name, Annotated[bool, typer.Option(parameter.flag)], False)
    return _argument(parameter.name, Annotated[kind, typer.Option(parameter.flag)], default)
