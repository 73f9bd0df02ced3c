"""What pages of a PDF become together, kept document by document.

``flow_kept.txt`` holds documents: under a name their pages, each behind ``~~~``, and behind ``=>``
what is made of them. A line of a page is a paragraph (its top, the size of its letters, its text)
or a table (``table``, its top, where its columns begin and end) with a line for each row: cells
parted by ``|``; ``<`` goes on from the left, ``^`` from above, ``-`` has no cell. ``open`` behind a
table says that the page's end broke its last row off. `python -m tests.loaders.readers.flow_kept`
writes what is made anew, after a change that is meant: look at the difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from keikaku.loaders.readers.blocks import Block, Cell, Paragraph, Place, Table
from keikaku.loaders.readers.pdf_flow import finished
from keikaku.loaders.readers.pdf_page import PageRead, Placed

FILE = Path(__file__).with_name("flow_kept.txt")
HEIGHT = 800.0


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield the name of each document, its pages, and what is kept of it."""
    for case in FILE.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        pages, _, kept = rest.partition("=>\n")
        yield name, pages, kept.strip("\n")


def said(pages: str) -> str:
    """Return what pages become, a line for each paragraph and each row."""
    read = [_page(number, page) for number, page in enumerate(pages.split("~~~\n")[1:], 1)]
    return "\n~~~\n".join("\n".join(_lines(blocks)) for blocks in finished(read)).rstrip("\n")


def _page(number: int, text: str) -> PageRead:
    page = PageRead(number, 600.0, HEIGHT)
    lines = text.strip("\n").split("\n")
    at = 0
    while at < len(lines) and lines[at]:
        end = at + 1
        if lines[at].startswith("table "):
            while end < len(lines) and lines[end].startswith("  "):
                end += 1
            page.placed.append(_table(number, lines[at], lines[at + 1 : end]))
        else:
            top, size, words = lines[at].split(" ", 2)
            box = (50.0, float(top), 50 + len(words) * float(size), float(top) + float(size))
            block = Paragraph(words, Place(page=number, box=box))
            page.placed.append(Placed(block, box, float(size), (float(top), 50.0)))
        at = end
    return page


def _table(number: int, head: str, rows: list[str]) -> Placed:
    _, top, *borders = head.removesuffix(" open").split(" ")
    xs, y = [float(x) for x in borders], float(top)
    grid = [[cell.strip() for cell in row.strip().split("|")] for row in rows]
    cells = []
    for row, texts in enumerate(grid):
        for column, text in enumerate(texts):
            if text in {"<", "^", "-"}:
                continue
            wide = next((n for n, t in enumerate(texts[column + 1 :], 1) if t != "<"), None)
            right = column + (wide or len(texts) - column)
            down = next((n for n, r in enumerate(grid[row + 1 :], 1) if r[column] != "^"), None)
            bottom = row + (down or len(grid) - row)
            box = (xs[column], y + 20 * row, xs[right], y + 20 * bottom)
            place = Place(page=number, box=box)
            cells.append(Cell(row, column, bottom - row, right - column, text, place))
    box = (xs[0], y, xs[-1], y + 20 * len(grid))
    table = Table(len(grid), len(xs) - 1, tuple(cells), Place(page=number, box=box))
    return Placed(table, box, 10.0, (y, xs[0]), head.endswith(" open"))


def _lines(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield f"{block.style}{block.level or ''} {block.text}"
            continue
        yield f"table {block.rows} x {block.columns}"
        for row in range(block.rows):
            yield f"  {' | '.join(map(_cell, block.row(row)))}".rstrip()


def _cell(cell: Cell) -> str:
    across = f">{cell.column_span}" if cell.column_span > 1 else ""
    down = f"v{cell.row_span}" if cell.row_span > 1 else ""
    return f"{cell.column}{across}{down} {cell.text}".replace("\n", "／").rstrip()


def main() -> None:
    """Write what each document becomes."""
    texts = [f"=== {name}\n{pages}=>\n{said(pages)}\n\n" for name, pages, _ in cases()]
    FILE.write_text("".join(texts).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
