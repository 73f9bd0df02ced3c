"""What progress forms say of a plan that holds every fact, kept form by form.

``progress_kept.txt`` holds forms in CSV, each under its name, and behind ``=>`` what an empty form
does not say: rows, totals, questions of the workshop, and parts of the report, a line each.
`python -m tests.workshop.progress_kept` writes what is said anew, after a change that is meant:
look at the difference before you keep it.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from keikaku.graph.network import Graph
from keikaku.queries.answers import plain
from keikaku.workshop import progress, rules
from keikaku.workshop.report import report_blocks
from tests.makers.full_city import DOCUMENT, full_city
from tests.queries.full_answers import full

FILE = Path(__file__).with_name("progress_kept.txt")
EMPTY = "ID,2026年度,2027年度,備考,記入者,記入日"


@cache
def _city() -> Graph:
    return full_city()


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield the name of each form, its text, and what is kept of it."""
    for case in FILE.read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = case.partition("\n")
        form, _, kept = rest.partition("\n=>\n")
        yield name, form, kept.strip("\n")


def said(form: str) -> str:
    """Return what a form says that an empty one does not, or how it is refused."""
    try:
        lines = [*_lines(form)]
    except progress.ProgressError as refused:
        return "\n".join(f"refused: {each.located_message.ja}" for each in refused.problems)
    return "\n".join(line for line in lines if line not in _usual())


@cache
def _usual() -> frozenset[str]:
    return frozenset(_lines(EMPTY))


def _lines(form: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "progress.csv"
        file.write_text(f"{form}\n", encoding="utf-8")
        read = progress.read(file, _city())
    answer = progress.answer(_city(), read)
    yield from (note.ja for note in answer.notes)
    for row in (*answer.rows, *(answer.totals or ())):
        yield json.dumps(full(plain(row)), ensure_ascii=False)
    for question in rules.questions(rules.case_of(_city(), DOCUMENT, read)):
        yield str(question)
    for block in report_blocks.blocks(_city(), read):
        yield from str(block).split("], [")


def main() -> None:
    """Write what each form says."""
    texts = [f"=== {name}\n{form}\n=>\n{said(form)}\n\n" for name, form, _ in cases()]
    FILE.write_text("".join(texts).rstrip("\n") + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
