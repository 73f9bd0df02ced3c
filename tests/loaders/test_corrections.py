"""A planner confirms and sets what was read, says who and why, and the findings are settled."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.graph.findings import (
    DepartmentNotInOverview,
    DepartmentNotOnPage,
    DepartmentSpelling,
    DisclosureUnknown,
    MarksMissing,
    MilestoneCut,
    PlanWithoutPage,
    TitleDiffers,
)
from tests.loaders.correcting import PLAN, SIGNED, correct, last_evidence, small
from tests.loaders.small_plan import SmallPlan, amount


class TestConfirm:
    def reached(self) -> SmallPlan:
        plan = SmallPlan()
        number = plan.plan("1-1-1", "収納課")
        plan.indicator(number, "納付率", amount(98, comparator=">="), amount(99))
        return plan

    @pytest.mark.parametrize(
        "about",
        [
            "{finding: baseline-at-target, node: aoba-2030/indicator/1-1-1/1}",
            "{finding: baseline-at-target, plan: 1-1-1}",
            "{finding: baseline-at-target, plan: 1-1-1, indicator: 納付率}",
            "{finding: baseline-at-target, plan: １－１－１, details: {baseline: 99%}}",
            "{finding: baseline-at-target, plan: 計画1-1-1}",
            "{finding: baseline-at-target}",
        ],
    )
    def test_what_is_right_goes_quiet_and_says_who_said_so(self, about: str) -> None:
        plan = self.reached()
        assert correct(plan, f"confirm: {about}") == []
        (finding,) = plan.records.findings
        assert finding.settled == SIGNED

    def test_a_value_that_has_changed_since_is_asked_again(self) -> None:
        plan = self.reached()
        open_codes = correct(
            plan, "confirm: {finding: baseline-at-target, plan: 1-1-1, details: {baseline: 98%}}"
        )
        assert open_codes == ["baseline-at-target", "correction-unmatched"]

    def test_what_was_never_asked_is_itself_remarked_with_its_line(self) -> None:
        plan = small()
        assert correct(plan, "confirm: {finding: marks-missing, plan: 1-1-1}") == [
            "correction-unmatched"
        ]
        (finding,) = plan.records.findings
        assert finding.details["why"] == "no-such-finding"
        assert finding.evidence[0].document == "aoba.corrections.yaml"
        assert finding.evidence[0].line == 4

    def test_another_plan_with_the_same_remark_stays_open(self) -> None:
        plan = self.reached()
        other = plan.plan("1-1-2", "収納課")
        plan.indicator(other, "納付率", amount(98, comparator=">="), amount(99))
        assert correct(plan, "confirm: {finding: baseline-at-target, plan: 1-1-2}") == [
            "baseline-at-target"
        ]
        assert plan.records.findings[0].settled is None

    @pytest.mark.parametrize("node", [None, "aoba-2030"])
    def test_a_plan_that_only_the_overview_has_is_named_by_its_number(
        self, node: str | None
    ) -> None:
        plan = small()
        plan.add_finding(PlanWithoutPage.at(node, [], plan="1-1-9", title="広報"))
        assert correct(plan, "confirm: {finding: plan-without-page, plan: 1-1-9}") == []

    def test_a_department_decides_which_of_two_remarks_is_meant(self) -> None:
        plan = small()
        for name in ("収納果", "契約果"):
            details = {"plan": "1-1-1", "department": name, "nearest": "収納課"}
            plan.add_finding(DepartmentSpelling.at(PLAN, [], **details))
        correct(plan, "confirm: {finding: department-spelling, plan: 1-1-1, department: 契約果}")
        assert [bool(finding.settled) for finding in plan.records.findings] == [False, True]


class TestSet:
    def test_a_title_is_corrected_with_the_file_as_its_evidence(self) -> None:
        plan = small()
        plan.add_finding(
            TitleDiffers.at(PLAN, [], plan="1-1-1", printed="納付の推進", overview="納付")
        )
        assert correct(plan, "set: {plan: 1-1-1, title: 納付, was: 納付の推進}") == []

        node = plan.node(PLAN)
        assert (node.facts["title"], node.label) == ("納付", "納付")
        evidence = last_evidence(node)
        assert (evidence.document, evidence.section) == ("aoba.corrections.yaml", "corrections")
        assert (evidence.reading, evidence.confidence) == ("repaired", 1.0)
        assert evidence.note == "行政管理課 山田: 所管課に確認した (2031-04-01)"
        assert node.evidence[0].document == "aoba-2030", "what was read stays on record"

    def test_a_value_that_is_no_longer_what_it_was_is_left_and_remarked(self) -> None:
        plan = small()
        assert correct(plan, "set: {plan: 1-1-1, title: 納付, was: 収納の推進}") == [
            "correction-unmatched"
        ]
        assert plan.node(PLAN).facts["title"] == "納付の推進"

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            ("98.5%以上", {"value": 98.5, "unit": "%", "comparator": ">="}),
            ("1,580,493千円", {"value": 1580493, "unit": "千円", "comparator": "="}),
            ("約３５件／年", {"value": 35, "unit": "件/年", "qualifier": "約"}),
            ("20日以内", {"value": 20, "unit": "日", "comparator": "<="}),
            ("{value: 99}", {"value": 99, "unit": "%", "comparator": ">="}),
            ("{as_of: 2033年度末}", {"value": 98, "as_of": "2033年度末"}),
        ],
    )
    def test_a_target_is_written_as_on_the_page_or_in_its_parts(
        self, written: str, expected: dict[str, Any]
    ) -> None:
        plan = small()
        correct(plan, f"set: {{plan: 1-1-1, indicator: 納付率, target: {_quoted(written)}}}")
        target = plan.node("aoba-2030/indicator/1-1-1/1").facts["target"]
        assert expected.items() <= target.items()

    def test_a_corrected_baseline_is_not_remarked_any_more(self) -> None:
        plan = SmallPlan()
        number = plan.plan("1-1-1", "収納課")
        plan.indicator(number, "納付率", amount(98, comparator=">="), amount(99))
        assert (
            correct(plan, 'set: {plan: 1-1-1, indicator: 納付率, baseline: "89%", was: "99%"}')
            == []
        )

    def test_a_milestone_gets_its_words_and_years(self) -> None:
        plan = small()
        milestone = plan.milestone(plan.action(PLAN, "口座振替"), "周知・加", 2030)
        plan.add_finding(
            MilestoneCut.at(milestone, [], plan="1-1-1", action="口座振替", text="周知・加")
        )
        entry = """\
            set:
              plan: 1-1-1
              action: 口座振替
              milestone: 周知
              text: 周知・加入促進
              first_year: 令和13年度
              last_year: 2033
            """
        assert correct(plan, entry) == []
        facts = plan.node(milestone).facts
        assert facts == {"text": "周知・加入促進", "first_year": 2031, "last_year": 2033}

    def test_two_corrections_build_on_each_other_in_the_order_of_the_file(self) -> None:
        plan = small()
        correct(
            plan,
            "set: {plan: 1-1-1, title: 納付}",
            "set: {plan: 納付, overview: 窓口の混雑を減らす}",
        )
        assert plan.node(PLAN).facts["overview"] == "窓口の混雑を減らす"

    def test_a_fact_of_a_relation_is_set_too(self) -> None:
        plan = small()
        plan.in_charge("契約課", PLAN, role="co", order=2)
        correct(plan, "set: {plan: 1-1-1, department: 契約課, role: lead}")
        (edge,) = plan.edges("RESPONSIBLE_FOR", source="青葉市/department/契約課")
        assert edge.facts["role"] == "lead"

    def test_a_plan_gets_another_number_and_its_parts_follow(self) -> None:
        plan = small()
        plan.plan("1-2-1", "収納課")
        plan.milestone(plan.action(PLAN, "口座振替"), "周知", 2030)
        assert correct(plan, "set: {plan: 1-1-1, number: 1-2-7}") == ["no-measurable-target"]
        assert plan.node("aoba-2030/plan/1-2-7").facts["number"] == "1-2-7"
        assert plan.has("aoba-2030/milestone/1-2-7/1/1")
        assert not plan.has(PLAN)
        (edge,) = plan.edges("HAS_PART", target="aoba-2030/plan/1-2-7")
        assert edge.source == "aoba-2030/initiative/1-2"
        assert plan.edges("MEASURED_BY", "aoba-2030/plan/1-2-7", "aoba-2030/indicator/1-2-7/1")


class TestMarks:
    def unknown(self) -> SmallPlan:
        plan = small(unknown_marks=["キャッシュレス", "ペーパーレス"])
        themes = ["キャッシュレス", "ペーパーレス"]
        plan.add_finding(MarksMissing.at(PLAN, [], plan="1-1-1", themes=themes))
        return plan

    def test_unknown_marks_become_known_and_the_remark_goes_quiet(self) -> None:
        plan = self.unknown()
        entry = "set: {plan: 1-1-1, marks: {キャッシュレス: ○, ペーパーレス: なし}}"
        assert correct(plan, entry) == []
        assert plan.node(PLAN).facts["unknown_marks"] == []
        (edge,) = plan.edges("TOUCHES", source=PLAN)
        assert (edge.target, edge.facts["basis"]) == ("theme/キャッシュレス", ["mark"])
        assert last_evidence(edge).reading == "repaired"

    def test_one_answer_of_two_leaves_the_other_unknown_and_asked(self) -> None:
        plan = self.unknown()
        entry = "set: {plan: 1-1-1, marks: {キャッシュ: 〇, ペーパー: }}"
        assert correct(plan, entry) == ["marks-missing"]
        assert plan.node(PLAN).facts["unknown_marks"] == ["ペーパーレス"]

    def test_a_mark_taken_away_leaves_what_the_text_says(self) -> None:
        plan = small()
        plan.theme("キャッシュレス", PLAN, "mark", "text")
        plan.theme("ペーパーレス", PLAN, "mark")
        correct(plan, "set: {plan: 1-1-1, marks: {キャッシュレス: no, ペーパーレス: no}}")
        (edge,) = plan.edges("TOUCHES", source=PLAN)
        assert (edge.target, edge.facts["basis"]) == ("theme/キャッシュレス", ["text"])
        assert plan.has("theme/ペーパーレス"), "a theme stays in its group"

    def test_a_mark_can_be_made_unknown_again(self) -> None:
        plan = small()
        plan.theme("キャッシュレス", PLAN, "mark")
        correct(plan, "set: {plan: 1-1-1, marks: {キャッシュレス: 不明}}")
        assert plan.edges("TOUCHES", source=PLAN) == []
        assert plan.node(PLAN).facts["unknown_marks"] == ["キャッシュレス"]

    def test_a_theme_that_has_no_column_is_remarked(self) -> None:
        plan = small()
        assert correct(plan, "set: {plan: 1-1-1, marks: {ガスレス: ○}}") == ["correction-unmatched"]

    def test_a_plan_disclosed_already_keeps_the_one_channel(self) -> None:
        plan = small()
        correct(plan, "set: {plan: 1-1-1, disclosed: ○}")
        correct(plan, "set: {plan: 1-1-1, disclosed: ○, was: ○}")
        assert [edge.target for edge in plan.edges("DISCLOSED_ON")] == [
            "青葉市/channel/市ウェブサイト"
        ]

    def test_disclosure_can_be_made_unknown_again(self) -> None:
        plan = small()
        correct(plan, "set: {plan: 1-1-1, disclosed: ○}")
        correct(plan, "set: {plan: 1-1-1, disclosed: 不明}")
        assert plan.node(PLAN).facts["disclosure_unknown"] is True
        assert plan.edges("DISCLOSED_ON") == []

    def test_marks_are_set_only_while_they_are_what_they_were(self) -> None:
        plan = small(unknown_marks=["キャッシュレス"])
        entry = "set: {plan: 1-1-1, marks: {キャッシュレス: ○}, was: {キャッシュレス: 不明}}"
        correct(plan, entry)
        assert plan.edges("TOUCHES", PLAN, "theme/キャッシュレス")
        assert correct(plan, entry) == ["correction-unmatched"]

    @pytest.mark.parametrize(("mark", "links"), [("○", 1), ("なし", 0)])
    def test_disclosure_becomes_known(self, mark: str, links: int) -> None:
        plan = small(disclosure_unknown=True)
        plan.add_finding(DisclosureUnknown.at(PLAN, [], plan="1-1-1"))
        assert correct(plan, f"set: {{plan: 1-1-1, disclosed: {mark}}}") == []
        assert "disclosure_unknown" not in plan.node(PLAN).facts
        assert len(plan.edges("DISCLOSED_ON", source=PLAN)) == links


class TestDepartments:
    def test_departments_are_set_as_a_list_whose_first_leads(self) -> None:
        plan = small()
        plan.in_charge("契約課", PLAN, role="co", order=2)
        correct(plan, "set: {plan: 1-1-1, departments: [市民課, 収納課]}")
        edges = sorted(plan.edges("RESPONSIBLE_FOR", target=PLAN), key=lambda e: e.facts["order"])
        assert [(edge.source, edge.facts["role"]) for edge in edges] == [
            ("青葉市/department/市民課", "lead"),
            ("青葉市/department/収納課", "co"),
        ]
        assert not plan.has("青葉市/department/契約課"), "a department with nothing left goes"

    def test_a_department_missing_on_the_page_is_added_and_the_remark_goes_quiet(self) -> None:
        plan = small()
        plan.add_finding(DepartmentNotOnPage.at(PLAN, [], plan="1-1-1", department="契約課"))
        assert correct(plan, "add: {plan: 1-1-1, department: 契約課}") == []
        (edge,) = plan.edges("RESPONSIBLE_FOR", source="青葉市/department/契約課")
        assert edge.facts == {"role": "co", "order": 2}

    def test_a_slip_in_a_name_is_mended_everywhere_at_once(self) -> None:
        plan = small()
        other = plan.plan("1-1-2", "収納果")
        plan.indicator(other, "件数", amount(2, "件", ">="), amount(1, "件"))
        plan.involves(PLAN, "収納果")
        plan.add_finding(DepartmentNotInOverview.at(other, [], plan="1-1-2", department="収納果"))
        plan.add_finding(DepartmentNotOnPage.at(other, [], plan="1-1-2", department="収納課"))

        assert correct(plan, "set: {department: 収納果, name: 収納課}") == []
        assert not plan.has("青葉市/department/収納果")
        assert plan.node("青葉市/department/収納課").facts["aliases"] == ["収納果"]
        assert len(plan.edges("RESPONSIBLE_FOR", source="青葉市/department/収納課")) == 2

    def test_two_names_of_one_department_on_one_plan_become_one(self) -> None:
        plan = small()
        plan.in_charge("収納果", PLAN, role="co", order=2)
        correct(plan, "set: {department: 収納果, name: 収納課}")
        (edge,) = plan.edges("RESPONSIBLE_FOR", target=PLAN)
        assert edge.facts["role"] == "lead"
        assert len({node.id for node in plan.records.nodes}) == len(plan.records.nodes)


def _quoted(written: str) -> str:
    return written if written.startswith("{") else f'"{written}"'
