"""Themes and quotes of the first real source, held against a reading by eye and a tokenizer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from keikaku import loaders
from keikaku.graph.records import Records
from keikaku.loaders.implementation_plan.text_rows import rows_of
from keikaku.loaders.implementation_plan.transform import read_or_refuse
from keikaku.loaders.readers import read_source

READING = Path(__file__).parents[1] / "koriyama" / "themes.yaml"
MOST_BEGIN_INSIDE = 1
MOST_END_INSIDE = 5


@pytest.fixture(scope="module")
def records(koriyama_source: Path) -> Records:
    return loaders.load(koriyama_source)


def _number(node: str) -> str:
    return node.rsplit("/", 1)[-1]


def test_the_themes_of_the_text_are_those_that_a_careful_reader_finds(records: Records) -> None:
    truth = {
        (theme, number)
        for theme, numbers in yaml.safe_load(READING.read_text(encoding="utf-8")).items()
        for number in numbers
    }
    hits = {
        (edge.target.removeprefix("theme/"), _number(edge.source))
        for edge in records.edges
        if edge.type == "TOUCHES" and "text" in edge.facts["basis"]
    }
    assert len(hits & truth) >= 0.97 * len(truth), f"missed: {truth - hits}"
    assert len(hits & truth) >= 0.97 * len(hits), f"too much: {hits - truth}"


@pytest.mark.parametrize(
    ("theme", "number", "hit"),
    [
        ("市民協働", "2-2-7", False),  # a guide book, printed together with a firm
        ("カイゼン", "3-4-3", False),  # 業務改善 beside a movement called カイゼン
        ("キャッシュレス", "2-2-4", True),  # 口座振替
        ("広域連携", "1-4-5", True),  # 圏域
    ],
)
def test_the_hits_that_were_wrong_or_missed(
    records: Records, theme: str, number: str, hit: bool
) -> None:
    hits = {
        _number(edge.source)
        for edge in records.edges
        if edge.target == f"theme/{theme}" and "text" in edge.facts.get("basis", ())
    }
    assert (number in hits) is hit


def test_a_touch_by_text_quotes_the_words_that_hit(records: Records) -> None:
    for edge in records.edges:
        if edge.type == "TOUCHES":
            assert bool(edge.facts.get("terms")) is ("text" in edge.facts["basis"])


def test_quotes_begin_and_end_between_words(records: Records, koriyama_source: Path) -> None:
    janome = pytest.importorskip("janome.tokenizer")
    tokenizer = janome.Tokenizer()
    source = read_source(koriyama_source)
    plans = read_or_refuse(source, rows_of(source)[0]).plans
    cells = [text for plan in plans for _, _, text in [(0, "", plan.title), *plan.lines]]
    quotes = [
        piece.quote
        for edge in records.edges
        if edge.type == "TOUCHES" and "text" in edge.facts["basis"]
        for piece in edge.evidence
        if piece.section != "5レス" and len(piece.quote) > 1
    ]
    assert len(quotes) > 150
    inside = [_inside(words, cells, tokenizer) for words in quotes]
    assert sum(begins for begins, _ in inside) <= MOST_BEGIN_INSIDE
    assert sum(ends for _, ends in inside) <= MOST_END_INSIDE
    assert max(len(words.strip("…")) for words in quotes) <= 40


def _inside(quote: str, cells: list[str], tokenizer: Any) -> tuple[bool, bool]:
    """Return whether a quote begins and ends inside a word, by the words around it in its cell."""
    core = quote.strip("…")
    flat = ((cell.replace("\n", " "), cell) for cell in cells)
    cell, at = next((cell, words.find(core)) for words, cell in flat if core in words)
    start = max(at - 40, 0)
    around = cell[start : at + len(core) + 40].replace("\n", "。")
    edges = {0}
    for token in tokenizer.tokenize(around, wakati=True):
        edges.add(around.index(token, max(edges)) + len(token))
    return at - start not in edges, at - start + len(core) not in edges
