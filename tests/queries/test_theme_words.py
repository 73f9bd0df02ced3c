"""A word narrower than its theme is answered for the word, and names the theme."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

import keikaku
from keikaku.graph.errors import KeikakuError
from keikaku.queries.graph_walks import Graph

DOCUMENT = "hoshi-2026"


def edge(graph: Graph, plan: str, theme: str, terms: list[str], quotes: list[str]) -> None:
    evidence = [
        {"document": DOCUMENT, "line": n, "section": "", "quote": quote, "confidence": 0.9}
        | {"reading": "stated", "note": None}
        for n, quote in enumerate(quotes, 1)
    ]
    facts: dict[str, Any] = {"basis": ["text"], "terms": terms, "evidence": evidence}
    if not terms:
        facts = {"basis": ["mark"], "evidence": []}
    graph.add_edge(plan, theme, "TOUCHES", type="TOUCHES", **facts)


@pytest.fixture
def graph() -> Graph:
    head = {"id": DOCUMENT, "title": "計画", "municipality": "星市", "first_year": 2026}
    head |= {"last_year": 2029, "source": "x", "sha256": ""}
    made: Graph = nx.MultiDiGraph(document=head, documents=[head], findings=[])

    def node(key: str, kind: str, label: str, **facts: Any) -> None:
        made.add_node(key, kind=kind, label=label, evidence=[], **facts)

    node(DOCUMENT, "PlanDocument", "計画", title="計画", first_year=2026, last_year=2029)
    words = ["テレワーク", "Web会議"]
    node("theme/ムーブレス", "Theme", "ムーブレス", name="ムーブレス", narrower=words)
    node(
        "theme/公共施設",
        "Theme",
        "公共施設",
        name="公共施設",
        aliases=["施設管理計画"],
        narrower=["施設白書"],
    )
    plan = "星市施設管理計画"
    node(f"星市/guideline/{plan}", "Guideline", plan, name=plan, type="plan")
    for n in (1, 2, 3):
        plan = f"{DOCUMENT}/plan/1-1-{n}"
        node(plan, "Plan", f"1-1-{n} 取組{n}", number=f"1-1-{n}", title=f"取組{n}")
    plans = [f"{DOCUMENT}/plan/1-1-{n}" for n in (1, 2, 3)]
    edge(made, plans[0], "theme/ムーブレス", words, ["テレワークを", "Web会議を"])
    edge(made, plans[1], "theme/ムーブレス", ["Web会議"], ["Web会議を"])
    edge(made, plans[2], "theme/ムーブレス", [], [])
    made.add_edge(
        plans[2], "星市/guideline/星市施設管理計画", "GROUNDED_IN", type="GROUNDED_IN", evidence=[]
    )
    return made


def test_a_word_is_answered_for_the_word_with_what_states_it(graph: Graph) -> None:
    answer = keikaku.plans(graph, theme="ﾃﾚﾜｰｸ")
    (row,) = answer.rows
    assert row.number == "1-1-1"
    assert [piece["quote"] for piece in row.matches[0].evidence] == ["テレワークを"]
    assert "ムーブレス" in answer.notes[0].ja
    assert "ムーブレス" in answer.notes[0].en
    assert answer.unknown == []


def test_a_theme_is_answered_whole(graph: Graph) -> None:
    answer = keikaku.plans(graph, theme="ムーブレス")
    assert [row.number for row in answer.rows] == ["1-1-1", "1-1-2", "1-1-3"]
    assert answer.notes == []


def test_a_part_of_a_word_means_the_words_that_hold_it(graph: Graph) -> None:
    assert [row.number for row in keikaku.plans(graph, theme="会議").rows] == ["1-1-1", "1-1-2"]


def test_a_word_has_no_mark(graph: Graph) -> None:
    assert keikaku.plans(graph, theme="テレワーク", basis="mark").rows == []


def test_a_word_and_a_theme_together_mean_both(graph: Graph) -> None:
    both = keikaku.plans(graph, theme=["テレワーク", "Web会議"])
    assert [row.number for row in both.rows] == ["1-1-1"]


def test_themes_and_impact_take_the_word_too(graph: Graph) -> None:
    (row,) = keikaku.themes(graph, theme="テレワーク").rows
    assert (row.theme, [each.number for each in row.plans]) == ("ムーブレス", ["1-1-1"])
    affected = keikaku.impact(graph, "テレワーク")
    assert [each.number for each in affected.rows] == ["1-1-1"]
    assert "ムーブレス" in affected.notes[0].ja


def test_the_exact_name_of_a_guideline_beats_the_other_name_of_a_theme(graph: Graph) -> None:
    assert [row.number for row in keikaku.impact(graph, "施設管理計画").rows] == ["1-1-3"]


def test_a_word_of_no_theme_is_unknown(graph: Graph) -> None:
    with pytest.raises(KeikakuError):
        keikaku.plans(graph, theme="ドローン")
