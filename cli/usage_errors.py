"""Errors in the use of options, in both languages; Typer's own messages are English only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import typer

from keikaku.cli.help_pages import value_words
from keikaku.graph.language import Text

_LAST_BRACKETS = re.compile(r"\(([^()]*)\)$")

_NO_COMMAND = Text("コマンド「{name}」はありません。", "there is no command '{name}'.")
_LIST = Text("コマンドの一覧: {path} --help", "{path} --help lists the commands.")
_NO_OPTION = Text("オプション {name} はありません。", "there is no option {name}.")
_NEAR = Text("もしかして: {names}？", "Did you mean: {names}?")
_MISSING = Text("{name}を指定してください。", "{name} is missing.")
_NO_VALUE = Text("{name} には値が必要です。", "{name} needs a value.")
_NOT_WANTED = Text("{name} は値を取りません。", "{name} takes no value.")
_EXTRA = Text("余分な引数があります: {what}", "there is an argument too many: {what}")
_OTHER = Text("使い方が正しくありません（{why}）。", "{why}")
_SEE = Text("使い方: {command} --help", "See {command} --help.")


def usage_message(error: typer.TyperException) -> Text:
    """Return one line on what is wrong, and the command that explains the use."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "keikaku"
    return _one_after_other(*_what(error), _SEE.format(command=path))


def no_command(name: str, commands: Sequence[str], path: str = "keikaku") -> Text:
    """Return one line on an unknown command, with the nearest commands."""
    near = get_close_matches(name, commands, n=2)
    hint = _NEAR.format(names=", ".join(near)) if near else _LIST.format(path=path)
    return _one_after_other(_NO_COMMAND.format(name=name), hint)


def _one_after_other(*texts: Text) -> Text:
    return Text(" ".join(text.ja for text in texts), " ".join(text.en for text in texts))


def _what(error: Any) -> list[Text]:
    match type(error).__name__:
        case "NoSuchOption":
            near = get_close_matches(error.option_name, error.possibilities or (), n=1)
            hints = [_NEAR.format(names=near[0])] if near else []
            return [_NO_OPTION.format(name=error.option_name), *hints]
        case "MissingParameter":
            name = value_words(error.param.name, getattr(error.ctx.command, "question", None))
            return [_MISSING.format(name=name)]
        case "BadOptionUsage":
            wanted = "requires" in error.message
            return [(_NO_VALUE if wanted else _NOT_WANTED).format(name=error.option_name)]
    extra = _LAST_BRACKETS.search(error.message)
    if "unexpected extra" in error.message and extra:
        return [_EXTRA.format(what=extra[1])]
    return [_OTHER.format(why=error.format_message())]
