"""How much of a long answer is shown: the first rows, and how many more there are (ほかN件)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Lang, Text

if TYPE_CHECKING:
    from keikaku.cli.output import Block
    from keikaku.queries.answers import Answer

_MORE = Text("ほか{n}件（すべて見るには --all）", "and {n} more (--all shows them)")
MORE_ROWS = Text("ほか{n}件", "and {n} more")
"""The text in place of the rows that are not shown."""
_NOT_A_NUMBER = Text(
    "--top「{typed}」は使えません。1以上の整数を指定してください。",
    "--top cannot be '{typed}'; use a whole number from 1.",
)
_BOTH = Text(
    "--top と --all は同時に指定できません。どちらか一方にしてください。",
    "--top and --all exclude each other; give one of them.",
)


class Limit(NamedTuple):
    """The most rows of a table, and the most entries of a list, that are shown."""

    rows: int
    entries: int


SCREEN = Limit(100, 20)
"""What a terminal shows by default; an entry takes several lines."""


def limit_of(options: Mapping[str, Any], *, own_top: bool, on_screen: bool) -> Limit | None:
    """Return how much is to be shown by the options of a command; None for all.

    A command that has no ``--all`` shows all.

    ``own_top`` means that ``--top`` is a parameter of the question itself, ``on_screen`` that the
    answer goes to a terminal, as a table.

    Raises:
        KeikakuError: ``--top`` is not a whole number from 1, or ``--all`` is used too.
    """
    if "all_rows" not in options:
        return None
    typed = None if own_top else options.get("top")
    if options.get("all_rows"):
        if typed is not None:
            raise KeikakuError(_BOTH)
        return None
    if typed is None:
        return SCREEN if on_screen and not (own_top and options.get("top")) else None
    if not typed.isdecimal() or int(typed) < 1:
        raise KeikakuError(_NOT_A_NUMBER.format(typed=typed))
    return Limit(int(typed), int(typed))


def cut(blocks: Iterable[Block], limit: Limit | None, lang: Lang) -> Iterator[Block]:
    """Yield the blocks, each table and list cut to the limit, with a note of what is left out.

    A table without headers lists the facts of one thing; it is not cut.
    """
    from keikaku.cli.output import Entries, Section

    for block in blocks:
        if isinstance(block, Entries):
            most = len(block.entries) if limit is None else limit.entries
            yield from (part for entry in block.entries[:most] for part in entry)
            left = len(block.entries) - most
        elif isinstance(block, Section) and limit is not None and any(block.headers):
            yield block._replace(rows=block.rows[: limit.rows])
            left = max(len(block.rows) - limit.rows, 0) + block.beyond
        else:
            yield block
            left = 0
        if left > 0:
            yield _MORE.format(n=left).of(lang)


def cut_rows(answer: Answer[Any], limit: Limit | None) -> Answer[Any]:
    """Return the answer with only its first rows, and a note of how many more there are."""
    left = 0 if limit is None else len(answer.rows) - limit.rows
    if limit is None or left <= 0:
        return answer
    notes = [*answer.notes, MORE_ROWS.format(n=left)]
    return replace(answer, rows=answer.rows[: limit.rows], notes=notes)
