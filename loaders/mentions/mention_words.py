"""A plan's words as the searches need them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from keikaku.loaders.text import fold


@dataclass(slots=True)
class Line:
    """A text cell of a plan: its line, section and text, and the text folded for comparing."""

    number: int
    section: str
    text: str
    folded: str = ""

    def __post_init__(self) -> None:
        self.folded = fold(self.text)

    def place(self, start: int, end: int) -> Place:
        """Return a span of the folded text as one of the printed text."""
        kept = [i for i, char in enumerate(self.text) if not char.isspace()]
        if len(kept) != len(self.folded):
            return Place(self, 0, len(self.text))
        return Place(self, kept[start], kept[end - 1] + 1)


class Place(NamedTuple):
    """A span ``[start, end)`` of a line's text."""

    line: Line
    start: int
    end: int


@dataclass(slots=True)
class PlanWords:
    """What the search for dependencies needs of a plan.

    ``leads`` are its departments, lead first; ``named_departments`` those of others that its text
    names; ``guidelines`` the named ones and where; ``pages`` its own web pages.
    """

    number: str
    title: str
    actions: list[str]
    lines: list[Line]
    leads: list[str]
    pages: list[str] = field(default_factory=list)
    guidelines: dict[str, Place] = field(default_factory=dict)
    named_departments: list[tuple[str, Place]] = field(default_factory=list)

    def prose(self) -> Iterator[Line]:
        """Return the lines that say what is done, without the names of channels."""
        return (line for line in self.lines if line.section != "情報公開")
