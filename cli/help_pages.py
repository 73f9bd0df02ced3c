"""The help pages, in the language of the run, from the words of :mod:`keikaku.cli.help_words`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from shutil import get_terminal_size
from typing import Any

from keikaku.cli import text_tables
from keikaku.cli.help_words import ABOUT, COMMAND, HEADINGS, METAVAR, PARAMETER
from keikaku.cli.options import choices_of
from keikaku.graph.language import Lang, Text
from keikaku.queries.declaring import Question
from keikaku.queries.registry import DECLARED

_MOST = 100  # columns of a help page, however wide the terminal


def of_command(ctx: Any, command: Any) -> str:
    """Return the help of one command."""
    lang: Lang = ctx.obj
    parameters = command.get_params(ctx)
    path = path_of(ctx)
    arguments = [each for each in parameters if each.param_type_name == "argument"]
    options = [each for each in parameters if each.param_type_name == "option"]
    question = command.question
    shape = [ctx.command_path, *(_shape(each, question, lang) for each in arguments)]

    def help_of(parameter: Any) -> str:
        return parameter_help(path, parameter.name, question).of(lang)

    arguments_help = [(_value(each, question, lang), help_of(each)) for each in arguments]
    listed = [(_signature(each, question, lang), help_of(each)) for each in options]
    return _page(
        [
            _usage([*shape, HEADINGS["options-shape"].of(lang)], lang),
            command_help(path).of(lang),
        ],
        [("arguments", arguments_help), ("options", listed)],
        lang,
    )


def path_of(ctx: Any) -> str:
    """Return the words by which a command is called, ``keikaku`` aside."""
    path: str = ctx.command_path.partition(" ")[2]
    return path


def command_help(path: str) -> Text:
    """Return what a command does, in a sentence."""
    return DECLARED[path].help if path in DECLARED else COMMAND[path]


def parameter_help(path: str, name: str, question: Question | None) -> Text:
    """Return the help of a parameter of the command at that path."""
    declared = question and question.parameter(name)
    if declared:
        return declared.help
    return PARAMETER[path, name] if (path, name) in PARAMETER else PARAMETER["", name]


def value_words(name: str, question: Question | None) -> Text:
    """Return the placeholder for the value of a parameter: ``FILE``."""
    declared = question and question.parameter(name)
    return declared.value if declared else METAVAR[name]


def of_group(ctx: Any, group: Any, path: str, commands: Sequence[str]) -> str:
    """Return the help of ``keikaku`` itself, or of a command that groups others."""
    lang: Lang = ctx.obj
    commands_help = [(name, command_help(f"{path} {name}".strip()).of(lang)) for name in commands]
    listed = [
        (_signature(each, None, lang), parameter_help("", each.name, None).of(lang))
        for each in group.get_params(ctx)
    ]
    return _page(
        [
            _usage([ctx.command_path, HEADINGS["commands-shape"].of(lang)], lang),
            (COMMAND[path] if path else ABOUT).of(lang),
        ],
        [("commands", commands_help), ("options", listed)],
        lang,
        HEADINGS["more"].format(command=ctx.command_path).of(lang),
    )


def _usage(shape: Sequence[str], lang: Lang) -> str:
    return " ".join([HEADINGS["usage"].of(lang), *shape])


def _page(
    top: Iterable[str],
    lists: Iterable[tuple[str, list[tuple[str, str]]]],
    lang: Lang,
    *bottom: str,
) -> str:
    most = min(get_terminal_size().columns, _MOST)
    parts = ["\n".join(text_tables.wrap(text, most)) for text in top]
    for heading, rows in lists:
        if rows:
            inside = text_tables.table(["", ""], rows, most=most - 2)
            indented = "\n".join(f"  {line}" for line in inside.split("\n"))
            parts.append(f"{HEADINGS[heading].of(lang)}\n{indented}")
    return "\n\n".join([*parts, *bottom])


def _shape(argument: Any, question: Question | None, lang: Lang) -> str:
    name = _value(argument, question, lang) + ("…" if argument.nargs < 0 else "")
    return name if argument.required else f"[{name}]"


def _signature(option: Any, question: Question | None, lang: Lang) -> str:
    names = ", ".join(sorted(option.opts, key=len, reverse=True))
    more = "…" if option.multiple else ""
    return names if option.is_flag else f"{names} {_value(option, question, lang)}{more}"


def _value(parameter: Any, question: Question | None, lang: Lang) -> str:
    choices = choices_of(parameter.name, question)
    return "|".join(choices) if choices else value_words(parameter.name, question).of(lang)
