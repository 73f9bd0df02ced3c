"""What is read of a form: its statements, and the cells that found no place."""

from __future__ import annotations

from dataclasses import dataclass, field

from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell


@dataclass(slots=True)
class FormReading:
    """The statements of a form in reading order, and the cells that found no place."""

    statements: list[Statement] = field(default_factory=list)
    read: int = 0
    skipped: int = 0
    unread: list[Cell] = field(default_factory=list)
    labels: list[tuple[str, Meaning, Cell]] = field(default_factory=list)
    """For each statement the label that it stands under."""
