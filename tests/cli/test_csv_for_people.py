"""CSV is for people: its heads and codes are words of their language, each head stands once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import pytest

from keikaku.graph.kinds import KIND
from tests.cli.full_transcripts import FOLDER

_CODES = {*KIND, "True", "False", "lead", "co", "law", "mark", "text", "stated"}
_OF_GRAPHS = {"DX", "ID"}


def _tables() -> Iterator[tuple[str, list[list[str]]]]:
    """Each CSV that is kept of the plan that holds every fact, with its command."""
    for path in sorted(FOLDER.glob("*.txt")):
        for said in re.split(
            r"^\$ (?=keikaku )", path.read_text(encoding="utf-8"), flags=re.MULTILINE
        ):
            command, _, printed = said.partition("\n")
            if "--format csv" in command and "\ufeff" in printed:
                table = printed.partition("\ufeff")[2].strip("\n")
                yield command, list(csv.reader(io.StringIO(table)))


TABLES = dict(_tables())


@pytest.mark.parametrize("command", TABLES)
def test_heads_stand_once_and_cells_hold_no_codes(command: str) -> None:
    head, *rows = TABLES[command]
    assert len(set(head)) == len(head)
    assert not any(re.search("[a-z]", name.replace("SDGs", "")) for name in head)
    pieces = {piece for row in rows for cell in row for piece in cell.split("; ")}
    assert pieces & _CODES - _OF_GRAPHS == set()
    assert not any(re.fullmatch(r"[a-z]+(_[a-z]+)+", piece) for piece in pieces)


def test_many_questions_are_looked_at() -> None:
    assert len({command.split()[1] for command in TABLES}) > 12
