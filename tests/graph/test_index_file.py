"""A large file is read through an index: the same answers from a part of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import keikaku
from keikaku.graph import bundled, index_file, jsonfile
from keikaku.graph.errors import GraphError
from keikaku.graph.network import to_payload
from keikaku.queries.registry import QUESTIONS, ask

QUESTIONS_ASKED: dict[str, tuple[dict[str, Any], ...]] = {
    "plans": (
        {"theme": "DX"},
        {"year": 2023},
        {"text": "研修"},
        {"department": "収納課"},
        {"goal": "2"},
        {"initiative": "2-1"},
        {"level": "2-1"},
        {"sdg": "11.3"},
        {"basis": "mark"},
        {"guideline": "地方自治法"},
        {"theme": "DX", "department": "収納課"},
    ),
    "themes": ({}, {"theme": "DX"}, {"matrix": "goals"}),
    "departments": ({}, {"matrix": "themes"}),
    "guidelines": ({}, {"matrix": "departments"}),
    "bridges": ({},),
    "indicators": ({}, {"without_baseline": True}),
}


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bundled graph as a file of one's own, taken for a large one."""
    monkeypatch.setattr(index_file, "LEAST", 1000)
    path = tmp_path / "large.json"
    path.write_bytes(bundled.path().read_bytes())
    return path


def test_every_question_that_leaves_kinds_unread_is_tried_here() -> None:
    assert {name for name, question in QUESTIONS.items() if question.unread} == {*QUESTIONS_ASKED}


@pytest.mark.parametrize(
    ("question", "parameters"),
    [(name, each) for name, all_ in QUESTIONS_ASKED.items() for each in all_],
)
def test_a_part_answers_as_the_whole(question: str, parameters: dict[str, Any]) -> None:
    left_out = QUESTIONS[question].left_out(parameters)
    whole = jsonfile.read(bundled.path())
    part = index_file._without(jsonfile.read(bundled.path()), left_out)
    assert ask(question, part, **parameters) == ask(question, whole, **parameters)


def test_the_second_reading_uses_the_index(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = keikaku.open(large).plans(theme="DX")
    assert index_file.index_of(large).is_file()
    monkeypatch.setattr(jsonfile, "read", lambda path: pytest.fail(f"read {path} whole"))
    assert keikaku.open(large).plans(theme="DX") == first
    assert len(first.rows) > 0


def test_the_index_holds_the_whole_graph(large: Path) -> None:
    index_file.read_without(large, frozenset())
    again = index_file.read_without(large, frozenset())
    assert to_payload(again) == to_payload(jsonfile.read(large))


def test_a_changed_file_is_read_anew(large: Path) -> None:
    index_file.read_without(large, frozenset())
    graph = jsonfile.read(large)
    graph.remove_nodes_from([name for name, f in graph.nodes(data=True) if f["kind"] == "Action"])
    jsonfile.write(large, graph)
    assert to_payload(index_file.read_without(large, frozenset())) == to_payload(graph)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"x" * 5000])
def test_a_broken_index_is_made_anew(large: Path, content: bytes) -> None:
    index_file.index_of(large).write_bytes(content)
    assert index_file.read_without(large, frozenset()).number_of_nodes() > 0
    assert index_file._indexed(large, frozenset()) is not None


def test_where_no_index_can_be_written_the_file_is_read_whole(large: Path) -> None:
    index_file.index_of(large).mkdir()
    assert index_file.read_without(large, frozenset()).number_of_nodes() > 0
    assert index_file.index_of(large).is_dir()
    assert sorted(path.name for path in large.parent.iterdir()) == [
        ".large.json.index",
        "large.json",
    ]


def test_a_large_file_that_is_no_graph_is_refused(large: Path) -> None:
    large.write_text("{" + " " * 2000, encoding="utf-8")
    with pytest.raises(GraphError):
        keikaku.open(large).plans()


def test_what_is_read_through_the_index_can_be_followed_both_ways(large: Path) -> None:
    index_file.read_without(large, frozenset())  # which makes the index
    part = index_file.read_without(large, frozenset({"Budget"}))
    whole = jsonfile.read(bundled.path())
    assert list(part.edges(keys=True, data=True)) == list(whole.edges(keys=True, data=True))
    assert list(part.in_edges(keys=True)) == list(whole.in_edges(keys=True))
    assert part.number_of_edges() == whole.number_of_edges()
