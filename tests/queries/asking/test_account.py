"""Every word that says something stands in the command of its sentence, or it is refused."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.queries.asking.account.unsaid_words import unsaid
from keikaku.queries.asking.tokens.lexicon import Names
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import Reading, find
from keikaku.queries.expressions.tree import And, Comparison, Not, Tree
from keikaku.queries.sentences import understood
from tests.queries.asking.cases import BUNDLED, Case

NOUNS = ("計画", "指標", "plans", "indicators")


@pytest.fixture(scope="module")
def graph() -> Graph:
    return keikaku.read()


@pytest.fixture(scope="module")
def known(graph: Graph) -> Names:
    return Names(lambda _: graph)


def _with(case: Case, word: str) -> str | None:
    """The sentence with one more word before its first noun; None where it has none."""
    at = min((p for noun in NOUNS if (p := case.sentence.find(noun)) >= 0), default=None)
    return None if at is None else f"{case.sentence[:at]}{word}{case.sentence[at:]}"


@pytest.mark.parametrize("word", ["失敗した", "市長が推す"])
def test_a_word_more_is_never_left_out_silently(graph: Graph, known: Names, word: str) -> None:
    silent = []
    for case in BUNDLED:
        sentence = _with(case, word)
        if sentence is None or case.kind in {"refused", "two"}:
            continue
        try:
            parsed, _ = understood(lambda _: graph, sentence, known)
        except KeikakuError:
            continue
        if word[:2] not in parsed.command:
            silent.append((sentence, parsed.command))
    assert not silent


AI, DX = Comparison("テーマ", "=", "AI"), Comparison("テーマ", "=", "DX")


@pytest.mark.parametrize(
    ("sentence", "tree", "words"),
    [
        ("AIに触れる計画", AI, []),
        ("AIに触れない計画", AI, ["触れない"]),
        ("AIに触れる計画", Not(AI), ["AI"]),
        ("AIとDXに触れる計画", AI, ["DX"]),
        ("AIに触れる収納課の計画", And((AI, DX)), ["収納課"]),
        ("2023年度に始まるAIの計画", AI, ["2023年度", "始まる"]),
        ("AIに触れる計画の割合", AI, ["割合"]),
        ("AIに触れる計画が一番多い課", AI, ["一番", "多い"]),
        ("AIに触れる、指標が3つ以上の計画", AI, ["指標", "3つ以上"]),
        ("AIだけに触れる計画", AI, ["だけ"]),
    ],
)
def test_what_a_command_does_not_say_is_named(
    known: Names, sentence: str, tree: Tree, words: list[str]
) -> None:
    read = Sentence(sentence, known)
    places = unsaid(read, find("Plan", tree))
    assert [read.tokens[place].text for place in sorted(places)] == words


def test_a_change_is_no_list(known: Names) -> None:
    read = Sentence("収納課が廃止されたら影響を受ける計画", known)
    assert not unsaid(read, Reading("impact", {"node": "収納課"}))
    left = unsaid(read, find("Plan", Comparison("所管課", "=", "収納課")))
    assert [read.tokens[place].text for place in left] == ["廃止されたら", "影響を受ける"]
