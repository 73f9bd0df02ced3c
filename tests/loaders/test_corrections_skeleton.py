"""The skeleton asks every open question, loads as it is, and answers them once filled in."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from keikaku.graph.findings import (
    BaselineAtTarget,
    DepartmentSpelling,
    DisclosureUnknown,
    MarksAmbiguous,
    MarksMissing,
    NoMeasurableTarget,
    PlanWithoutPage,
    UnreadText,
)
from keikaku.graph.records import Evidence
from keikaku.loaders.corrections import apply, entry_for, parse, settle, skeleton
from tests.loaders.small_plan import SmallPlan, amount

PLAN = "aoba-2030/plan/1-1-1"
THEMES = ["キャッシュレス", "ペーパーレス"]


def plan_with_findings() -> SmallPlan:
    """A plan about which much is open."""
    plan = SmallPlan()
    plan.five()
    plan.plan("1-1-1", "収納課", "契約果", unknown_marks=THEMES, disclosure_unknown=True)
    line = [Evidence("aoba-2030", 12, "marks", "5レス")]
    plan.add_finding(DisclosureUnknown.at(PLAN, [], plan="1-1-1"))
    plan.add_finding(MarksMissing.at(PLAN, line, plan="1-1-1", themes=THEMES))
    plan.add_finding(MarksAmbiguous.at(PLAN, line, plan="1-1-1", row="○○"))
    plan.add_finding(
        DepartmentSpelling.at(PLAN, [], plan="1-1-1", department="契約果", nearest="契約課")
    )
    plan.add_finding(NoMeasurableTarget.at(PLAN, [], plan="1-1-1"))
    plan.add_finding(UnreadText.at(PLAN, [], plan="1-1-1", text="※: 「別紙」 # {参照}"))
    plan.add_finding(PlanWithoutPage.at("aoba-2030", [], plan="1-1-9", title="広報の充実"))
    return plan


def filled(text: str) -> str:
    return (
        text.replace("who:", "who: 山田")
        .replace("why:", "why: 所管課に確認")
        .replace("when:", "when: 2031-04-01")
        .replace("disclosed:", "disclosed: ○")
        .replace("レス:", "レス: なし")
    )


def test_a_skeleton_loads_as_it_is_and_changes_nothing() -> None:
    plan = plan_with_findings()
    corrections = parse(skeleton(plan.records), "x.yaml")
    assert corrections.entries == ()
    assert corrections.drafts == 6, "the two remarks on marks are one question"

    apply(plan.records, corrections)
    settle(plan.records, corrections)
    assert not any(finding.settled for finding in plan.records.findings)


def test_a_skeleton_filled_in_settles_all_that_was_open() -> None:
    plan = plan_with_findings()
    corrections = parse(filled(skeleton(plan.records)), "x.yaml")
    apply(plan.records, corrections)
    # The slip in the name is gone, so a check would not raise it again.
    plan.records.findings = [f for f in plan.records.findings if f.code != "department-spelling"]
    settle(plan.records, corrections)

    assert [f.code for f in plan.records.findings if f.settled is None] == []
    assert plan.node(PLAN).facts["unknown_marks"] == []
    assert plan.has("青葉市/department/契約課")


def test_the_most_severe_is_asked_first_with_its_line_and_what_to_do() -> None:
    text = skeleton(plan_with_findings().records)
    assert text.index("[エラー] ページのない実施計画") < text.index("[警告] 印の行の欠落（12行目）")
    assert text.index("[警告]") < text.index("[参考]")
    assert "# → 原本または所管課に確認し" in text
    assert "who（誰が）" in text


def test_a_skeleton_is_written_in_english_too() -> None:
    text = skeleton(plan_with_findings().records, "en")
    assert "[warning] Mark row missing (line 12)" in text
    assert parse(text, "x.yaml").drafts == 6


def test_what_is_settled_is_not_asked_again() -> None:
    plan = plan_with_findings()
    corrections = parse(filled(skeleton(plan.records)), "x.yaml")
    apply(plan.records, corrections)
    settle(plan.records, corrections)
    again = skeleton(plan.records)
    assert "marks" not in again.replace("marks-", "")
    assert "disclosed:" not in again


def test_with_nothing_open_the_file_says_so() -> None:
    text = skeleton(SmallPlan().records)
    assert "未対応の確認事項はありません" in text
    assert parse(text, "x.yaml").drafts == 0


def test_the_entry_for_one_finding_is_ready_to_paste() -> None:
    finding = NoMeasurableTarget.at(PLAN, [], plan="1-1-1")
    assert entry_for(finding) == (
        "- confirm:\n    finding: no-measurable-target\n    plan: 1-1-1\n  who:\n  why:\n  when:\n"
    )
    assert entry_for(dataclasses.asdict(finding)) == entry_for(finding), "from a graph file too"


def test_the_entry_for_a_part_names_it_and_what_was_found() -> None:
    details = {"indicator": "納付率", "baseline": "99%", "target": "98%以上"}
    finding = BaselineAtTarget.at("aoba-2030/indicator/1-1-1/2", [], plan="1-1-1", **details)
    assert entry_for(finding).startswith(
        "- confirm:\n"
        "    finding: baseline-at-target\n"
        "    node: aoba-2030/indicator/1-1-1/2\n"
        "    details:\n"
        "      indicator: 納付率\n"
    )


def test_marks_are_asked_for_by_name() -> None:
    finding = MarksMissing.at(PLAN, [], plan="1-1-1", themes=THEMES)
    assert "      キャッシュレス:\n      ペーパーレス:\n" in entry_for(finding)


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_whatever_the_source_says_its_entry_settles_it(text: str) -> None:
    plan = SmallPlan()
    plan.indicator(plan.plan("1-1-1", "収納課"), "率", amount(9, "%", ">="), amount(5))
    plan.add_finding(UnreadText.at(PLAN, [], plan="1-1-1", text=text))
    corrections = parse(filled(skeleton(plan.records)), "x.yaml")
    settle(plan.records, corrections)
    (finding,) = plan.records.findings
    assert finding.settled
