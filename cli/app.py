"""The Typer application: each command is a module, imported only when that command runs."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from keikaku.cli.options import TYPED, Language, refuse_repeated, skip_type_conversion
from keikaku.cli.output import Reply
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang
from keikaku.queries.declaring import Question
from keikaku.queries.registry import DECLARED, NAMES

COMMANDS: tuple[str, ...] = (
    *(
        "load",
        "layout",
        *NAMES,
        "department",
        "ask",
        "map",
        "site",
        "progress",
        "report",
        "compare",
        "relate",
        "whatif",
        "workshop",
    ),
    *("export", "template", "push", "pull", "cypher", "mcp"),
)
"""The commands in the order of the help.

Those of the questions follow from their declarations; each other one is the function of its name
in :mod:`keikaku.cli.commands`.
"""

GROUPS: dict[str, tuple[str, ...]] = {"workshop": ("questions", "pack", "read", "next")}
"""Commands that only group others; ``workshop pack`` is the module ``workshop.pack``."""

_SETTINGS = {"help_option_names": ["--help", "-h"]}
_PASSING_ON = {"cypher": {"ignore_unknown_options": True}}
"""Commands that take the options of another one as their arguments."""


class Command(TyperCommand):
    """A command whose help is in the language of the run.

    ``question`` is the declaration that it was made from, if any.
    """

    question: Question | None = None

    def get_params(self, ctx: Any) -> list[Any]:
        """Return arguments and options, all taken as typed."""
        return [skip_type_conversion(each, self.question) for each in super().get_params(ctx)]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take the arguments, and keep them for commands that must know their order.

        Raises:
            KeikakuError: an option that is allowed once is used twice.
        """
        ctx.meta[TYPED] = [*args]
        refuse_repeated(ctx, self)
        return super().parse_args(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        from keikaku.cli import help_pages

        formatter.write(help_pages.of_command(ctx, self))


class Group(TyperGroup):
    """The commands by name, each made when it is first asked for."""

    path = ""
    names = COMMANDS

    def get_params(self, ctx: Any) -> list[Any]:
        """Return options of ``keikaku`` itself, all taken as typed."""
        return [skip_type_conversion(each) for each in super().get_params(ctx)]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        from keikaku.cli import help_pages

        formatter.write(help_pages.of_group(ctx, self, self.path, self.names))

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - Typer's signature
        """Return the command of that name, or None."""
        return command(f"{self.path} {cmd_name}".strip()) if cmd_name in self.names else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the arguments name.

        Raises:
            KeikakuError: there is no such command; the message offers the nearest.
        """
        if not args[0].startswith("-") and args[0] not in self.names:
            from keikaku.cli.usage_errors import no_command

            raise KeikakuError(no_command(args[0], self.names, ctx.command_path))
        return super().resolve_command(ctx, args)


def command(path: str) -> Any:
    """Typer's command of a name of :data:`COMMANDS`, or of a path like ``workshop pack``."""
    if path in GROUPS:
        return _group(path)
    name = path.rpartition(" ")[2]
    kind: type[Command] = Command
    if path in DECLARED:
        from keikaku.cli.question_commands import function_of

        kind = _asking(DECLARED[path])
        function = function_of(DECLARED[path])
    else:
        function = getattr(import_module(f"keikaku.cli.commands.{path.replace(' ', '.')}"), name)
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    settings: dict[str, Any] = {**_SETTINGS, **_PASSING_ON.get(name, {})}
    single.command(name, cls=kind, context_settings=settings)(function)
    return typer.main.get_command(single)


def _asking(declared: Question) -> type[Command]:
    """Return the class of a command that was made from a declaration."""

    class QuestionCommand(Command):
        question = declared

    return QuestionCommand


def _group(path: str) -> Any:
    """Typer's command that only groups others; without one of them it shows its help."""
    kind = type("Gathered", (Group,), {"path": path, "names": GROUPS[path]})
    group = typer.Typer(
        cls=kind,
        name=path,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        context_settings=_SETTINGS,
        callback=_gathering,
    )
    return typer.main.get_command(group)


def invoked(arguments: Sequence[str], lang: Lang) -> Reply:
    """Run a command line and return what it prints.

    Raises:
        KeikakuError: the command line is used wrongly, or the command fails.
    """
    group = typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        invoke_without_command=True,
        context_settings=_SETTINGS,
        callback=_keikaku,
    )
    try:
        result = typer.main.get_command(group).main(
            list(arguments), prog_name="keikaku", standalone_mode=False, obj=lang
        )
    except typer.TyperException as error:
        from keikaku.cli.usage_errors import usage_message

        raise KeikakuError(usage_message(error)) from error
    return result if isinstance(result, Reply) else Reply("", result or 0)


def _keikaku(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version")] = False,
    lang: Language = None,
) -> Reply | None:
    if version:
        return Reply(f"keikaku {_installed()}")
    return None if ctx.invoked_subcommand else Reply(ctx.get_help())


def _gathering(ctx: typer.Context, lang: Language = None) -> Reply | None:
    return None if ctx.invoked_subcommand else Reply(ctx.get_help())


def _installed() -> str:
    """Return the installed version, or a dash where keikaku runs without being installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("keikaku")
    except PackageNotFoundError:
        return "-"
