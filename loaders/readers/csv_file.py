"""A CSV or TSV file → one page of one table; whatever encoding Excel saved it in."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text
from keikaku.loaders.readers import limits
from keikaku.loaders.readers.blocks import Cell, Page, Place, Source, Table
from keikaku.loaders.readers.sheet_frame import letters

_BROKEN = Text(
    "{path}: {line}行目がCSVとして読めません。Excelで開き、CSVとして保存し直してください。",
    "{path}: line {line} is no CSV. Open it in Excel and save it as CSV again.",
)


def read_csv(path: Path, text: str, sha256: str) -> Source:
    """Return the table of a CSV file, parted by commas or tabs; every cell is text.

    Raises :class:`keikaku.graph.errors.SourceError` for what is no CSV or too large.
    """
    first = text.partition("\n")[0]
    delimiter = "\t" if "\t" in first and "," not in first else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    cells: list[Cell] = []
    columns = row = 0
    try:
        for row, line in enumerate(lines, 1):
            columns = max(columns, len(line))
            for column, printed in enumerate(line):
                if value := printed.strip():
                    place = Place(line=lines.line_num, cell=f"{letters(column)}{row}")
                    cells.append(Cell(row - 1, column, 1, 1, value, place))
            if len(cells) > limits.MOST_CELLS or columns > limits.LAST_COLUMN:
                raise limits.too_large(path, path.name, f"{len(cells):,} cells")
    except csv.Error as error:
        raise SourceError(_BROKEN.format(path=path, line=lines.line_num)) from error
    table = Table(row, columns, tuple(cells), Place(line=1, cell="A1"))
    return Source(path.name, "csv", (Page(1, (table,)),), sha256)
