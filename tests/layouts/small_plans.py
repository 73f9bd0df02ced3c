"""Small plans, each of one shape, and what they say.

``small_plans_kept.txt`` and ``rare_plans_kept.txt`` hold them: under its name a page, behind ``=>``
what is read, a line for each node, relation and finding. ``changed_plans_kept.txt`` holds such
plans with rows, columns and words changed by chance, each for branches that no other takes.

A line of cells is parted by ``|``; ``<`` is a cell that goes on from the left, ``^`` from above;
``#`` begins a heading. `python -m tests.layouts.small_plans` writes what is read anew, after a
change that is meant: look at the difference before you keep it.
"""

from __future__ import annotations

import html
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from keikaku.loaders import load
from tests.loaders.examples_read import lines_of

_TABLES = ("small", "rare", "changed")
FILES = [Path(__file__).with_name(f"{name}_plans_kept.txt") for name in _TABLES]
_NOTHING = re.compile(
    r', "(?:line": \d+|\w+": null|reading": "stated")|"(?:line": \d+|\w+": null)(?:, )?'
)
_LEFT_OUT = re.compile(
    r"Theme |theme/|Municipality |PlanDocument |.* -PUBLISHES-> |info layout-chosen"
)
"""What every small plan says alike."""


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield the name of each plan, its page, and what is kept of it."""
    for file in FILES:
        yield from _of(file)


def _of(file: Path) -> Iterator[tuple[str, str, str]]:
    for case in file.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        page, _, kept = rest.partition("=>\n")
        yield name, page.strip("\n"), kept.strip("\n")


def _row(cells: list[str], below: list[list[str]]) -> str:
    """Return a row of a table: a cell is as wide and as high as it goes on."""
    result = []
    for at, text in enumerate(cells):
        if text in {"<", "^"}:
            continue
        wide = next((n for n, t in enumerate(cells[at + 1 :], 1) if t != "<"), len(cells) - at)
        high = next((n for n, row in enumerate(below, 1) if row[at] != "^"), len(below) + 1)
        result.append(f'<td rowspan="{high}" colspan="{wide}">{html.escape(text)}</td>')
    return f"<tr>{''.join(result)}</tr>"


def _block(block: str) -> str:
    lines = block.split("\n")
    if "|" in lines[0]:
        rows = [[cell.strip() for cell in line.split("|")] for line in lines]
        return f"<table>{''.join(_row(r, rows[n + 1 :]) for n, r in enumerate(rows))}</table>"
    if lines[0].startswith("#"):
        marks, _, title = lines[0].partition(" ")
        return f"<h{len(marks)}>{title}</h{len(marks)}>"
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines)


def said(page: str) -> str:
    """What a plan says, a line for each node, relation and finding."""
    body = "".join(map(_block, page.split("\n\n")))
    whole = f'<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>x</title>{body}</html>'
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "machi-plan.html"
        file.write_text(whole, encoding="utf-8")
        lines = [one for one in lines_of(load(file)) if not _LEFT_OUT.match(one)]
    return "\n".join(_NOTHING.sub("", one) for one in lines)


def main() -> None:
    """Write what each plan says."""
    for file in FILES:
        texts = [f"=== {name}\n{page}\n=>\n{said(page)}\n\n" for name, page, _ in _of(file)]
        file.write_text("".join(texts).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
