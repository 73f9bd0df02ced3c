"""Options that several commands share: their choices are here, their help in help_words.

Every value is text, as it was typed: Typer would build a pydantic model for each option, which
takes longer than a query does.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Annotated, Any, TypeAlias

import typer

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.queries.declaring import Question

CHOICES: Mapping[str, tuple[str, ...]] = {
    "lang": ("ja", "en"),
    "format": ("table", "json", "csv", "markdown", "xlsx"),
    "gaps": ("fail", "continue"),
}
"""The choices of the options of these names; those of a question are declared with it."""

TYPED = "cli.typed"
"""Where the context of a command keeps its arguments as they were typed."""

Words: TypeAlias = str | None
Several: TypeAlias = list[str] | None
Language: TypeAlias = Annotated[Words, typer.Option("--lang")]
Format: TypeAlias = Annotated[str, typer.Option("--format")]
Form: TypeAlias = Annotated[Words, typer.Option("--format")]
"""The format; by default the ending of ``--out`` sets it."""
Out: TypeAlias = Annotated[Words, typer.Option("--out")]
Top: TypeAlias = Annotated[Words, typer.Option("--top")]
"""How many rows of a table are shown, in every format."""
AllRows: TypeAlias = Annotated[bool, typer.Option("--all")]
"""Show every row of a long table on a terminal too."""
Graph: TypeAlias = Annotated[Words, typer.Option("--graph", envvar="KEIKAKU_GRAPH")]
Document: TypeAlias = Annotated[Words, typer.Option("--document")]
Corrections: TypeAlias = Annotated[Words, typer.Option("--corrections")]
Themes: TypeAlias = Annotated[Words, typer.Option("--themes")]
User: TypeAlias = Annotated[Words, typer.Option("--user")]
Password: TypeAlias = Annotated[Words, typer.Option("--password")]
Database: TypeAlias = Annotated[Words, typer.Option("--database")]

_CHOICE = Text(
    "--{name} に「{value}」は使えません。{choices} から選んでください。",
    "--{name} cannot be '{value}'; choose one of {choices}.",
)

_TWICE = Text("{option} は一度だけ指定できます。", "{option} can be given once only.")


def choices_of(name: str, question: Question | None) -> tuple[str, ...]:
    """Return the choices of an option; none where any value is allowed."""
    declared = question and question.parameter(name)
    return declared.choices if declared else CHOICES.get(name, ())


def skip_type_conversion(parameter: Any, question: Question | None = None) -> Any:
    """Return the parameter so that its value stays as typed, or is one of its choices."""
    if "process_value" in vars(parameter):
        return parameter
    typers_own = parameter.process_value
    choices = choices_of(parameter.name, question)

    def value_of(ctx: Any, value: Any) -> Any:
        if parameter.required and parameter.value_is_missing(value):
            return typers_own(ctx, value)  # which reports what is missing
        if choices and value is not None and value not in choices:
            listed = ", ".join(choices)
            raise KeikakuError(_CHOICE.format(name=parameter.name, value=value, choices=listed))
        return parameter.callback(ctx, parameter, value) if parameter.callback else value

    parameter.process_value = value_of
    return parameter


def refuse_repeated(ctx: Any, command: Any) -> None:
    """Refuse an option that is allowed once but used twice: the first value would be lost.

    Raises:
        KeikakuError: an option is used twice.
    """
    arguments = ctx.meta[TYPED]
    names = [each.partition("=")[0] for each in arguments if each.startswith("--")]
    if len(set(names)) == len(names):
        return
    for parameter in command.get_params(ctx):
        once = parameter.param_type_name == "option" and not parameter.multiple
        if once and sum(names.count(option) for option in parameter.opts) > 1:
            raise KeikakuError(_TWICE.format(option=max(parameter.opts, key=len)))


def in_order(ctx: Any, names: Collection[str]) -> list[tuple[str, str]]:
    """Return the options of these names, each with its value, as they stand on the command line.

    Click gathers the values by option, and so loses the order between options.
    """
    values, _, order = ctx.command.make_parser(ctx).parse_args(args=[*ctx.meta[TYPED]])
    values_of = {name: iter(_each(values.get(name))) for name in names}
    return [(each.name, next(values_of[each.name])) for each in order if each.name in values_of]


def _each(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or ())
