"""Letters that look alike neither split one department into two nor lose a relation."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku import loaders
from keikaku.graph import network
from keikaku.graph.records import Records
from keikaku.queries.compare import answer as compare

CASES = Path(__file__).parent / "cases"


def read(name: str) -> Records:
    return loaders.load(CASES / f"{name}-plan.txt")


def names_of(records: Records, kind: str) -> list[str]:
    return [node.facts["name"] for node in records.nodes if node.kind == kind]


@pytest.mark.parametrize(
    ("name", "department"), [("radical", "市民協働課"), ("wave", "子育て〜応援課")]
)
def test_a_department_is_one_however_its_letters_are_printed(name: str, department: str) -> None:
    records = read(name)
    assert names_of(records, "Department") == [department]
    led = [edge for edge in records.edges if edge.type == "RESPONSIBLE_FOR"]
    assert len(led) == 3


def test_what_a_text_names_is_found_however_its_letters_are_printed() -> None:
    records = read("wave-reference")
    assert names_of(records, "Guideline") == ["ほしの市子育て〜応援計画"]
    grounded = [edge for edge in records.edges if edge.type == "GROUNDED_IN"]
    assert [edge.source.rpartition("/")[2] for edge in grounded] == ["1-1-1", "1-1-2"]
    depending = {
        (edge.source.rpartition("/")[2], edge.target.rpartition("/")[2])
        for edge in records.edges
        if edge.type == "DEPENDS_ON"
    }
    assert depending == {("1-1-2", "1-1-1"), ("1-1-4", "1-1-3")}


def test_copies_in_two_encodings_are_the_same_plan(tmp_path: Path) -> None:
    text = (CASES / "wave-plan.txt").read_text(encoding="utf-8").replace("～", "〜")
    copies = []
    for encoding in ("utf-8", "cp932"):
        # cp932 has one wave dash, which Python reads as U+FF5E.
        path = tmp_path / f"{encoding}-plan.txt"
        path.write_bytes(text.replace("〜", "～" if encoding == "cp932" else "〜").encode(encoding))
        copies.append(network.from_records(loaders.load(path)))
    assert all(not row.changes for row in compare.answer(*copies).rows)
