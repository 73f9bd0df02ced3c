"""What is read of pages drawn by hand and of ruled lines, kept drawing by drawing.

``drawings_kept.txt`` holds drawings, each on a line, and below it what is read. ``rules`` is lines
from point to point, which make tables; ``page`` is parts of a page between semicolons: ``w`` a word
(left, top, size, text), ``u`` one that reads upwards, ``r`` a rule, ``b`` a box, ``g`` the columns
and rows of a table; :mod:`tests.loaders.readers.drawn_pages` draws them.
`python -m tests.loaders.readers.drawings_kept` writes what is read anew, after a change that is
meant: look at the difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from keikaku.loaders.readers.pdf_grid import Edge, Ruled, tables_of
from tests.loaders.readers import drawn_pages

FILE = Path(__file__).with_name("drawings_kept.txt")


def cases() -> Iterator[tuple[str, str]]:
    """Yield each drawing with what is kept of it."""
    for case in FILE.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        drawing, _, kept = case.partition("\n")
        yield drawing, kept


def said(drawing: str) -> str:
    """Return what is read of a drawing."""
    form, _, parts = drawing.partition(": ")
    if form == "page":
        return _page([each for part in parts.split("; ") for each in _drawn(part)])
    tables = tables_of([_edge(*map(float, part.split())) for part in parts.split(", ")])
    return "\n".join(map(_ruled, tables)) or "nothing"


def _edge(left: float, top: float, right: float, bottom: float) -> Edge:
    if left == right:
        return Edge(True, left, min(top, bottom), max(top, bottom))
    return Edge(False, top, min(left, right), max(left, right))


def _ruled(table: Ruled) -> str:
    """Return a table: its borders, its cells with their spans, its loose lines, what lies where."""
    lines = (" ".join(f"{place:g}" for place in places) for places in (table.xs, table.ys))
    cells = (
        f"{s.row}.{s.column}" + f"+{s.row_span}x{s.column_span}" * (s.row_span * s.column_span > 1)
        for s in table.slots
    )
    loose = (f"loose {one.at:g} {one.start:g}-{one.end:g}" for one in table.loose)
    x, y, right, bottom = table.xs[0], table.ys[0], table.xs[-1], table.ys[-1]
    points = ((0, 0), (x, y), (right, bottom), (x + 1, bottom - 1), (table.xs[1], table.ys[1]))
    at = " ".join(str(table.slot_at(*point)) for point in points)
    below = " | open" if table.open_below else ""
    return f"{' x '.join(lines)} | {' | '.join([*cells, *loose])}{below} @ {at}"


def _drawn(part: str) -> list[str]:
    kind, rest = part[0], part[2:]
    if kind in "wu":
        x, y, size, text = rest.split(" ", 3)
        draw = drawn_pages.word if kind == "w" else drawn_pages.upwards
        return [draw(text, float(x), float(y), float(size))]
    if kind == "g":
        xs, ys = ([float(n) for n in side.split()] for side in rest.split(" x "))
        return drawn_pages.grid(xs, ys)
    left, top, right, bottom = map(float, rest.split())
    if kind == "r":
        return [drawn_pages.rule(left, top, right, bottom)]
    height = drawn_pages.HEIGHT
    return [f"{left} {height - bottom} {right - left} {bottom - top} re S"]


def _page(drawn: list[str]) -> str:
    page = drawn_pages.page(*drawn)
    blocks = [
        f"{text} @ {one.block.place.box} {one.size:.1f} {one.order}{' open' * one.open_below}"
        for text, one in zip(drawn_pages.said(page), page.placed, strict=True)
    ]
    last = f"{page.letters} letters, {page.cut_tables} cut, {page.overflows} {page.clipped}"
    return "\n".join([*blocks, last]).replace("\n\n", "\n")


def main() -> None:
    """Write what is read of each drawing."""
    texts = [f"{drawing}\n{said(drawing)}\n" for drawing, _ in cases()]
    FILE.write_text("\n".join(texts), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
