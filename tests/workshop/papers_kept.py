"""The papers of a workshop and the edition that comes of it, kept word for word.

`python -m tests.workshop.papers_kept` writes them anew, after a change that is meant: look at the
difference before you keep it.
"""

from __future__ import annotations

import html
import os
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.cell import coordinate_to_tuple

import keikaku
from keikaku.graph.network import to_payload
from keikaku.queries.graph_walks import Graph
from keikaku.workshop.edition import build, make
from tests.loaders.examples_read import payload_lines
from tests.workshop.test_edition import ADDED, CHANGES, NEW, decisions

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = Path(__file__).with_name("papers_kept")
TODAY = "2028-07-01"
DEPARTMENT = "納税課"
PAPERS = ("handout", "handout-of-all", "issues", "form", "edition")


@cache
def graph() -> Graph:
    """Return the graph of the example plan."""
    return keikaku.load(EXAMPLES / "midorino-2026-plan.txt")


def said(folder: Path) -> dict[str, str]:
    """Return what each paper says, a block or a cell a line; the clock stands at ``TODAY``."""
    progress = EXAMPLES / "midorino-2026-progress.csv"
    keikaku.workshop_pack(
        graph(),
        folder / "pack",
        department=DEPARTMENT,
        progress=progress,
        due="2028-08-31",
        contact="行政経営課",
    )
    keikaku.workshop_pack(graph(), folder / "all", progress=progress)
    made = sorted((folder / "pack").rglob("*"))
    pages = [path for path in made if path.suffix == ".html"]
    forms = [path for path in made if path.suffix == ".xlsx"]
    both = build(graph(), make(graph(), decisions(graph(), CHANGES, [ADDED])))
    lines = payload_lines(to_payload(both))
    return {
        "handout": page_of(pages[0]),
        "handout-of-all": page_of(min((folder / "all").rglob("*.html"))),
        "issues": page_of(pages[1]),
        "form": "".join(f"{line}\n" for path in forms for line in cells_of(path)),
        "edition": "".join(f"{line}\n" for line in lines if NEW in line),
    }


def page_of(path: Path) -> str:
    """Return the words of a page, a block a line."""
    body = path.read_text(encoding="utf-8").partition("<body")[2]
    blocks = re.split(r"</?(?:h\d|p|td|th|li|tr|table|div|section)\b[^>]*>", body)
    texts = (" ".join(html.unescape(re.sub(r"<[^>]+>", "", each)).split()) for each in blocks)
    return "".join(f"{text}\n" for text in texts if text)


def cells_of(path: Path) -> Iterator[str]:
    """Yield the filled cells of each sheet, what may be chosen, and how wide its columns are."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        widths = {name: round(each.width) for name, each in sheet.column_dimensions.items()}
        yield f"[{sheet.title}] {sheet.sheet_state} {sheet.freeze_panes} {widths}"
        yield f"heights: {[round(each.height or 0) for each in sheet.row_dimensions.values()]}"
        page, protection = sheet.page_setup, sheet.protection
        yield f"printed: {page.paperSize} {page.orientation} {sheet.print_title_rows}"
        yield f"locked: {sorted(k for k, v in protection.__dict__.items() if v is True)}"
        for choice in sheet.data_validations.dataValidation:
            yield f"{choice.sqref}: {choice.type} {choice.formula1}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    lock = "" if cell.protection.locked else " (open)"
                    yield f"{cell.coordinate}{lock}: {cell.value!r}"
        yield from _looks_of(sheet)


def _looks_of(sheet: Any) -> Iterator[str]:
    """Yield each look of the cells of a sheet, with the cells that have it; and what is joined."""
    looks: dict[str, list[str]] = {}
    for row in sheet.iter_rows():
        for cell in row:
            looks.setdefault(_look(cell), []).append(cell.coordinate)
    for look, cells in looks.items():
        yield f"{look}: {_ranges(cells)}"
    hidden = [name for name, each in sheet.column_dimensions.items() if each.hidden]
    yield f"hidden: {hidden} joined: {sorted(map(str, sheet.merged_cells.ranges))}"
    yield f"filter: {sheet.auto_filter.ref} foot: {sheet.oddFooter.center.text}"


def _look(cell: Any) -> str:
    font, fill, align = cell.font, cell.fill, cell.alignment
    side = cell.border and cell.border.left and cell.border.left.style
    parts = [
        f"{font.name} {font.sz:g}{' bold' * bool(font.b)} {font.color and font.color.rgb}",
        f"on {fill.fgColor.rgb if fill.fill_type else None} {side} {cell.number_format}",
        f"{align.horizontal} {align.vertical} wrap={align.wrap_text} quoted={cell.quotePrefix}",
    ]
    if cell.hyperlink:
        parts.append(f"to {cell.hyperlink.target or cell.hyperlink.location}")
    return " ".join(parts)


def _ranges(cells: list[str]) -> str:
    """Return cells in the order of rows, those side by side as a range."""
    spans: list[list[str]] = []
    for cell in cells:
        row, column = coordinate_to_tuple(cell)
        before = coordinate_to_tuple(spans[-1][-1]) if spans else (0, 0)
        if before == (row, column - 1):
            spans[-1].append(cell)
        else:
            spans.append([cell])
    return " ".join(span[0] if len(span) == 1 else f"{span[0]}:{span[-1]}" for span in spans)


def main() -> None:
    """Write what each paper says."""
    FOLDER.mkdir(exist_ok=True)
    os.environ["KEIKAKU_TODAY"] = TODAY
    with tempfile.TemporaryDirectory() as folder:
        papers = said(Path(folder))
    for name, text in papers.items():
        (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
