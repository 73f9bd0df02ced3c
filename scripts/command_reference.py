"""The page of all commands (docs/commands.md), made from their help in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from keikaku.cli.app import COMMANDS, GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """\
# Commands (コマンド一覧)

Every command with its help, in Japanese and English. Made by `make docs` from the declarations; do
not edit. [questions.md](questions.md) explains the questions, [ja/guide.md](ja/guide.md) leads
through the work of a planner.
"""


def page() -> str:
    """Return the page: a section for each command, its help in both languages."""
    return "\n".join([_HEAD, *_sections()])


def _sections() -> Iterator[str]:
    for name in _paths():
        yield f"## `keikaku {name}`\n"
        for lang in ("ja", "en"):
            yield f"```text\n{help_of(name, lang)}\n```\n"


def _paths() -> Iterator[str]:
    for name in COMMANDS:
        yield from (f"{name} {inner}" for inner in GROUPS[name]) if name in GROUPS else (name,)


def help_of(path: str, lang: str) -> str:
    """Return the help of a command as a terminal of 100 columns shows it."""
    from contextlib import redirect_stdout
    from io import StringIO
    from unittest.mock import patch

    from keikaku.cli.app import invoked

    printed = StringIO()  # Click itself prints a help
    environment = {"COLUMNS": "100", "NO_COLOR": "1"}
    with patch.dict("os.environ", environment), redirect_stdout(printed):
        invoked([*path.split(), "--help"], lang)  # type: ignore[arg-type]
    return printed.getvalue().strip()
