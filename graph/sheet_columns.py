"""A column of a sheet that keikaku writes and reads back, declared once for every workbook."""

from __future__ import annotations

from dataclasses import dataclass

from keikaku.graph.language import Text


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key, its title, its width in characters of half width (0: as it comes).

    ``type`` is that of what stands in it. A ``filled`` column is for who fills in the form, a
    ``required`` one must be filled in in every row; ``several`` tells that more than one thing may
    be given, divided by 、 or a line end. ``choices`` are those of its drop-down, ``offers`` names
    the list of the workbook that its drop-down takes them from.
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
