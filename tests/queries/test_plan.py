"""``plan`` shows one plan whole; ``check`` the findings, most severe first."""

from __future__ import annotations

import pytest

from keikaku.graph.errors import NotFoundError
from keikaku.queries.check import answer as check
from keikaku.queries.plan.answer import PlanWhole, answer
from tests.queries.small_graph import CHILDREN, small_graph


def plan(number: str) -> PlanWhole:
    (row,) = answer(small_graph(), number=number).rows
    return row


def test_responsibility_and_place() -> None:
    row = plan("1-1-2")
    assert row.goal is not None
    assert row.initiative is not None
    assert (row.goal.number, row.initiative.number) == ("1", "1-1")
    assert [(d.name, d.role) for d in row.departments] == [("収納課", "lead"), ("市税課", "co")]


def test_actions_with_their_milestones_and_arrows() -> None:
    (action,) = plan("1-1-2").actions
    (milestone,) = action.milestones
    assert (action.title, action.component) == ("電子納付の拡大", None)
    assert (milestone.text, milestone.first_year, milestone.last_year) == ("導入の検討", 2022, 2023)
    (arrow,) = plan("2-1-1").actions
    assert (arrow.component, arrow.first_year, arrow.last_year) == ("戸籍の電子化", 2024, 2025)


def test_components_with_their_departments() -> None:
    (component,) = plan("2-1-1").components
    assert component.title == "戸籍の電子化"
    assert [(d.name, d.role) for d in component.departments] == [("市民課", "component")]


def test_indicators_lead_from_baseline_to_target_and_may_have_neither() -> None:
    (rate,) = plan("1-1-2").indicators
    assert rate.baseline is not None
    assert rate.target is not None
    assert (rate.baseline["value"], rate.target["value"]) == (32.5, 50)
    (words,) = plan("2-1-1").indicators
    assert (words.measurable, words.target, words.baseline) == (False, None, None)


def test_themes_have_their_basis_and_what_is_unknown() -> None:
    assert [(t.name, t.basis) for t in plan("1-1-2").themes] == [
        ("キャッシュレス", ["mark", "text"])
    ]
    assert plan("1-1-10").unknown_marks == list(CHILDREN)


def test_what_it_rests_on_and_whom_it_names() -> None:
    row = plan("1-1-2")
    assert [(g.name, g.basis) for g in row.guidelines] == [("個人情報保護法", ["law"])]
    assert [c.name for c in row.channels] == ["市ウェブサイト"]
    assert [s.name for s in row.sdgs] == ["11.3"]
    assert [(i.name, i.basis) for i in row.involves] == [("商工会議所", ["Partner"])]


def test_stated_dependencies_go_both_ways_with_their_words() -> None:
    (on,) = plan("1-1-10").depends_on
    (by,) = plan("1-1-2").needed_by
    assert (on.number, by.number) == ("1-1-2", "1-1-10")
    assert on.words == by.words == "「市税等の電子納付」と連携し"
    assert plan("1-1-2").depends_on == []


def test_an_inferred_relation_is_seen_from_both_ends_and_kept_apart() -> None:
    (one,), (other,) = plan("1-1-2").related, plan("2-1-1").related
    assert (one.number, other.number) == ("2-1-1", "1-1-2")
    assert (one.score, one.reasons) == (0.4, ["theme:DX"])


def test_its_findings_are_those_of_it_and_of_its_parts() -> None:
    assert [f.code for f in plan("1-1-10").findings] == ["marks-missing"]
    (settled,) = plan("1-1-2").findings
    assert settled.settled is not None


def test_an_unknown_number_offers_the_nearest() -> None:
    with pytest.raises(NotFoundError, match="1-1-10"):
        answer(small_graph(), number="1-1-1")


def test_findings_come_most_severe_first_and_settled_ones_are_quiet() -> None:
    findings = check.answer(small_graph())
    assert [row.severity for row in findings] == ["warning", "info"]
    assert "1件" in findings.notes[0].ja
    assert len(check.answer(small_graph(), settled=True)) == 3


def test_findings_are_kept_by_severity_code_and_document() -> None:
    graph = small_graph()
    assert [row.code for row in check.answer(graph, severity="warning")] == ["marks-missing"]
    assert [r.severity for r in check.answer(graph, code="target-without-baseline")] == ["info"]
    assert len(check.answer(graph, document="aozora-2022")) == 2


def test_an_unknown_kind_of_finding_offers_the_nearest() -> None:
    with pytest.raises(NotFoundError, match="marks-missing"):
        check.answer(small_graph(), code="mark-mising")
