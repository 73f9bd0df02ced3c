"""A column of a sheet that keikaku writes and reads back, declared once for every workbook."""

from __future__ import annotations

from dataclasses import dataclass

from keikaku.graph.language import Text


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its title, its width in characters of half width (0: as it comes).

    ``type`` is the type of its values. People fill in a ``filled`` column; a ``required`` one must
    be filled in on every row; a cell of a ``several`` column may hold more than one value, divided
    by 、 or a line end. ``choices`` are those of its drop-down; ``offers`` names the list of the
    workbook that holds them.
    """

    key: str
    title: Text
    width: float = 0
    type: str = "text"
    filled: bool = False
    required: bool = False
    several: bool = False
    choices: tuple[str, ...] = ()
    offers: str | None = None
