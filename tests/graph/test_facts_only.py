"""What may be handed on: facts with the few words that carry them, not the prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keikaku.graph import jsonfile
from keikaku.graph.facts_only import AROUND, LONGEST_QUOTE, facts_only
from keikaku.graph.findings import FINDINGS
from keikaku.graph.records import Edge, Evidence, Records
from tests.graph.graphs import records, small

PROSE = (
    "はじめに窓口の現状を述べ、次にキャッシュレス決済の導入を進め、最後に市民の満足度を高めていく。"
)


def _touching(quote: str, section: str) -> Records:
    made = small()
    evidence = [Evidence("minato-2023", 10, section, quote)]
    made.edges = [
        Edge(made.nodes[4].id, made.nodes[7].id, "TOUCHES", {"basis": ["text"]}, evidence)
    ]
    return made


def test_prose_facts_go_and_the_others_stay() -> None:
    plan = facts_only(small()).nodes[4]
    assert "overview" not in plan.facts
    assert plan.facts["title"] == "窓口の改善"


@pytest.mark.parametrize("section", ["事業概要", "目指す姿"])
def test_a_quote_of_prose_keeps_the_words_that_carry_the_fact(section: str) -> None:
    evidence = facts_only(_touching(PROSE, section)).edges[0].evidence[0]
    assert evidence.quote == "次にキャッシュレス決済の導入を進め"
    assert (evidence.line, evidence.section) == (10, section)


def test_a_quote_of_prose_without_such_words_keeps_its_beginning() -> None:
    prose = PROSE.replace("キャッシュレス", "現金以外")
    evidence = facts_only(_touching(prose, "目指す姿")).edges[0].evidence[0]
    assert evidence.quote == "はじめに窓口の現状を述べ、次に現金以外決済の導入を進め"


def test_the_words_of_a_dependency_carry_it() -> None:
    made = _touching(PROSE, "事業概要")
    made.edges[0].facts["words"] = "満足度"
    assert "満足度" in facts_only(made).edges[0].evidence[0].quote


def test_a_short_quote_of_a_cell_stays_and_a_long_one_is_cut() -> None:
    short = facts_only(_touching("○", "5レス")).edges[0].evidence[0].quote
    long = facts_only(_touching("あ" * 200, "5レス")).edges[0].evidence[0].quote
    assert short == "○"
    assert long == "あ" * LONGEST_QUOTE + "…"


@pytest.mark.parametrize(("section", "most"), [("事業概要", AROUND), ("個票", LONGEST_QUOTE)])
def test_a_finding_with_a_quote_gets_a_shorter_text(section: str, most: int) -> None:
    made = small()
    text = PROSE * 2
    details = {"plan": "1-1-1", "text": text}
    evidence = [Evidence("minato-2023", 10, section, text)]
    made.findings = [FINDINGS["unread-text"].at(None, evidence, **details)]
    finding = facts_only(made).findings[0]
    assert finding.details == {"plan": "1-1-1", "text": text[:most] + "…"}
    assert finding.message == made.findings[0].message.replace(text, text[:most] + "…")


def test_the_given_records_stay_as_they_were() -> None:
    made = _touching(PROSE, "事業概要")
    before = jsonfile.dumps(made)
    facts_only(made)
    assert jsonfile.dumps(made) == before


@given(records(), st.sampled_from(["事業概要", "個票"]))
def test_nothing_else_is_lost_and_no_quote_is_long(made: Records, section: str) -> None:
    for node in made.nodes:
        node.evidence.append(Evidence("any", 1, section, PROSE * 3))
    cut = facts_only(made)
    assert [node.id for node in cut.nodes] == [node.id for node in made.nodes]
    assert [(e.source, e.target, e.type, e.facts) for e in cut.edges] == [
        (e.source, e.target, e.type, e.facts) for e in made.edges
    ]
    longest = LONGEST_QUOTE + AROUND + len("……")
    assert all(len(item.quote) <= longest for node in cut.nodes for item in node.evidence)
