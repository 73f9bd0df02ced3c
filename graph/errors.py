"""Errors that a user can correct: what is wrong, where, and what to do, in one line."""

from __future__ import annotations

from collections.abc import Sequence

from keikaku.graph.language import Lang, Text


class KeikakuError(Exception):
    """An error of use or of input, with a text in both languages; the command line exits 2 with it.

    ``items`` list the places where there are several (every bad cell of a workbook), one line each.
    """

    exit_code = 2

    def __init__(self, text: Text, items: Sequence[Text] = ()) -> None:
        super().__init__("\n  ".join([text.ja, *(item.ja for item in items)]))
        self.text = text
        self.items = items

    def message(self, lang: Lang) -> str:
        """Return the message in one language, followed by its items, one line each."""
        return "\n  ".join([self.text.of(lang), *(item.of(lang) for item in self.items)])


class GraphError(KeikakuError):
    """A graph file that is not a graph: cut off, of another schema, or against the model."""


class SourceError(KeikakuError):
    """A source that cannot be read as a plan: missing, binary, of another family."""


class CorrectionError(KeikakuError):
    """A corrections file that cannot be read."""


class NotFoundError(KeikakuError):
    """A name that the graph does not know; the message offers the nearest ones."""
