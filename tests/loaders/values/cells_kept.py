"""What the written cells say beside their values: names, wholes, words, places; kept cell by cell.

``cells_changed_kept.txt`` holds such cells joined, cut and added to by chance, with all they say.
`python -m tests.loaders.values.cells_kept` writes it anew, after a change that is meant: look at
the difference before you keep it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from keikaku.loaders.values import Cell, Value, read_cell

WRITTEN = Path(__file__).with_name("cells.jsonl")
KEPT = Path(__file__).with_name("cells_kept.txt")
CHANGED = Path(__file__).with_name("cells_changed_kept.txt")
_USUAL = {None, False, "", "="}


def said() -> Iterator[str]:
    """Yield what each cell says that ``cells.jsonl`` does not state, a line a cell."""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        cell = json.loads(line)
        read = read_cell(cell["cell"])
        values = " ; ".join(_value(value) for value in read.values)
        yield f"{cell['id']} {_whole(read)} {values}".rstrip()


def _whole(cell: Cell) -> str:
    facts = (cell.relative, cell.as_of, cell.fiscal_year, cell.left)
    return " ".join([cell.kind, *(repr(fact) for fact in facts if fact is not None)])


def _value(value: Value) -> str:
    facts = (value.label, value.base, value.relative)
    beside = " ".join(f"{name}={fact}" for name, fact in zip("名全比", facts, strict=True) if fact)
    return f"{value.start}-{value.end} {value.raw!r} {beside}".rstrip()


def changed() -> Iterator[tuple[str, str]]:
    """Yield each cell that was changed by chance, and what is kept of it."""
    for line in CHANGED.read_text(encoding="utf-8").splitlines():
        cell, _, kept = line.partition(" => ")
        yield json.loads(cell), kept


def all_said(cell: str) -> str:
    """Return all that a cell says."""
    read = read_cell(cell)
    values = (
        " ".join(f"{name}={fact!r}" for name, fact in _facts(value) if fact not in _USUAL)
        for value in read.values
    )
    return " ; ".join([_whole(read), *values])


def _facts(value: Value) -> Iterator[tuple[str, object]]:
    for name in Value.__slots__:
        fact = getattr(value, name)
        yield name, str(fact) if isinstance(fact, int | float) and fact is not False else fact


def main() -> None:
    """Write what each cell says."""
    lines = [f"{json.dumps(c, ensure_ascii=False)} => {all_said(c)}\n" for c, _ in changed()]
    CHANGED.write_text("".join(lines), encoding="utf-8", newline="\n")
    KEPT.write_text("".join(f"{line}\n" for line in said()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
