"""Open the tables of a relational source: CSV files in a folder, in zips, or both."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.language import Text

MAX_BYTES = 400_000_000
"""Unpacked bytes of one table; a larger one is refused."""

_ENDINGS = {".csv", ".zip"}
_TOO_LARGE = Text(
    "{path}: 展開すると{size:,}バイトになり、大きすぎるため読み込めません。",
    "{path}: would unpack to {size:,} bytes, which is too large to be read.",
)
_UNREADABLE = Text(
    "{path}: 表として読めません（{why}）。CSV か、CSV を収めた zip を指定してください。",
    "{path}: cannot be read as a table ({why}). Give CSV files, or zips that hold them.",
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the name of its file, its heads, its rows; row ``n`` stands on record ``n + 2``."""

    name: str
    heads: list[str]
    rows: list[list[str]]
    places: dict[str, int] = field(init=False)
    """Where each head stands, by :func:`head_key`."""

    def __post_init__(self) -> None:
        """Note where each head stands; of two alike the first counts."""
        places: dict[str, int] = {}
        for place, head in enumerate(self.heads):
            places.setdefault(head_key(head), place)
        object.__setattr__(self, "places", places)

    def column(self, head: str) -> int | None:
        """Return the place of a column, or None where no column has that head."""
        return self.places.get(head_key(head))


_DASHES = re.compile("[ー‐‑‒–—―−-]")


@lru_cache(maxsize=5_000)
def head_key(head: str) -> str:
    """Return a head by which columns are compared: no width, blanks or sort of dash.

    Editions of one table print one head with this and that bracket, and dash for dash.

    >>> head_key("執行額（合計）") == head_key("執行額 (合計)")
    True
    """
    return _DASHES.sub("-", "".join(unicodedata.normalize("NFKC", head).split()))


def is_table_folder(path: Path) -> bool:
    """Return whether a path is a folder with CSV files or zips, or one zip."""
    if path.is_dir():
        return any(child.suffix.lower() in _ENDINGS for child in path.iterdir())
    return path.suffix.lower() == ".zip"


def read_tables(path: Path) -> list[Table]:
    """Return the tables of a folder or of a zip, by name.

    Raises:
        SourceError: a file is no CSV, no zip, or too large.
    """
    files = [path] if path.is_file() else sorted(p for p in path.iterdir() if p.is_file())
    tables = [
        _table(name, data)
        for file in files
        if file.suffix.lower() in _ENDINGS
        for name, data in _csv_files(file)
    ]
    return [table for table in tables if table.heads]


def _csv_files(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        if path.suffix.lower() == ".csv":
            if path.stat().st_size > MAX_BYTES:
                raise SourceError(_TOO_LARGE.format(path=path, size=path.stat().st_size))
            yield path.stem, path.read_bytes()
            return
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                if info.file_size > MAX_BYTES:
                    raise SourceError(_TOO_LARGE.format(path=path, size=info.file_size))
                if info.filename.lower().endswith(".csv"):
                    yield Path(info.filename).stem, archive.read(info)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise SourceError(_UNREADABLE.format(path=path, why=error)) from error


def _table(name: str, data: bytes) -> Table:
    try:
        text = _decoded(data)
        rows = list(csv.reader(io.StringIO(text, newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise SourceError(_UNREADABLE.format(path=name, why=error)) from error
    heads = [head.strip() for head in rows[0]] if rows else []
    return Table(name, heads, _even(rows[1:], len(heads)))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp932")


def _even(rows: Sequence[list[str]], width: int) -> list[list[str]]:
    """Return the rows, each as wide as the head."""
    return [row if len(row) == width else (row + [""] * width)[:width] for row in rows]
