"""What was read of a document's forms and lines: their cells and labels."""

from __future__ import annotations

from keikaku.loaders.layouts.documents.headings import Heading
from keikaku.loaders.layouts.forms.form_reading import FormReading
from keikaku.loaders.layouts.labels.statements import Column, Reading, filled, place_name
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Table


class Account:
    """Counts labels and cells into a reading, each label once with what was read under it."""

    def __init__(self, out: Reading) -> None:
        self.out = out
        self._labels: dict[tuple[str, str], Column] = {}

    def form(self, form: FormReading) -> None:
        """Count what a form holds beside its statements, and its labels."""
        self.out.read += form.read - len(form.statements)
        self.out.skipped += form.skipped
        self.out.unread += len(form.unread)
        for text, meaning, cell in form.labels:
            self.label(text, meaning, cell)

    def appendix(self, heading: Heading | None, table: Table) -> None:
        """Count a table of an appendix, or the tree of all plans: it is reported as not read."""
        title = heading.head.title if heading is not None else "体系"
        self.out.skipped += len(filled(table.cells))
        self.out.appendices[title] = self.out.appendices.get(title, 0) + 1

    def label(self, text: str, meaning: Meaning, cell: Cell) -> None:
        """Count a label, so that the account can report what was read under it."""
        known = self._labels.get((text, meaning.fact))
        if known is None:
            where = place_name(cell)
            known = Column(where, text, meaning, 0, cell.place, example=cell.text)
            self._labels[text, meaning.fact] = known
            self.out.columns.append(known)
        known.filled += 1
