"""A planner corrects what was read, says who and why, and the remarks go quiet."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest

from graph.errors import CorrectionError
from graph.findings import (
    DepartmentNotInOverview,
    DepartmentNotOnPage,
    DepartmentSpelling,
    DisclosureUnknown,
    MarksMissing,
    MilestoneCut,
    PlanWithoutPage,
    TitleDiffers,
    UnreadText,
)
from graph.records import Edge, Evidence, Node
from loaders import checks
from loaders.corrections import Corrections, apply, parse, settle
from tests.loaders.small_plan import SmallPlan, amount

PLAN = "aoba-2030/plan/1-1-1"
SIGNED = {"who": "行政管理課 山田", "why": "所管課に確認した", "when": "2031-04-01"}
HEAD = "keikaku-corrections: 1\ndocument: aoba-2030\ncorrections:\n"


def corrections(*entries: str, settles: str = "") -> Corrections:
    """A file with these entries, all signed alike."""
    signed = "who: 行政管理課 山田\nwhy: 所管課に確認した\nwhen: 2031-04-01\n" + settles
    text = HEAD
    for entry in entries:
        body = textwrap.dedent(entry).strip() + "\n" + signed
        text += "- " + textwrap.indent(body, "  ").lstrip()
    return parse(text, "aoba.corrections.yaml")


def correct(plan: SmallPlan, *entries: str, settles: str = "") -> list[str]:
    """Load as a loader does; the codes of what is still open."""
    read = corrections(*entries, settles=settles)
    apply(plan.records, read)
    plan.records.findings += checks.run(plan.records)
    settle(plan.records, read)
    return [finding.code for finding in plan.records.findings if finding.settled is None]


def small(**facts: Any) -> SmallPlan:
    """One plan with one indicator that raises no remark, and the theme 5レス."""
    plan = SmallPlan()
    plan.five()
    plan.indicator(
        plan.plan("1-1-1", "収納課", title="納付の推進", **facts),
        "納付率",
        amount(98, comparator=">="),
        amount(95),
    )
    return plan


def last_evidence(owner: Node | Edge) -> Evidence:
    return owner.evidence[-1]


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
        plan.found(PlanWithoutPage.at(node, [], plan="1-1-9", title="広報"))
        assert correct(plan, "confirm: {finding: plan-without-page, plan: 1-1-9}") == []

    def test_a_department_tells_which_of_two_remarks_is_meant(self) -> None:
        plan = small()
        for name in ("収納果", "契約果"):
            details = {"plan": "1-1-1", "department": name, "nearest": "収納課"}
            plan.found(DepartmentSpelling.at(PLAN, [], **details))
        correct(plan, "confirm: {finding: department-spelling, plan: 1-1-1, department: 契約果}")
        assert [bool(finding.settled) for finding in plan.records.findings] == [False, True]


class TestSet:
    def test_a_title_is_corrected_with_the_file_as_its_evidence(self) -> None:
        plan = small()
        plan.found(TitleDiffers.at(PLAN, [], plan="1-1-1", printed="納付の推進", overview="納付"))
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
        plan.found(MilestoneCut.at(milestone, [], plan="1-1-1", action="口座振替", text="周知・加"))
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
        plan.found(MarksMissing.at(PLAN, [], plan="1-1-1", themes=themes))
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
        plan.found(DisclosureUnknown.at(PLAN, [], plan="1-1-1"))
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
        plan.found(DepartmentNotOnPage.at(PLAN, [], plan="1-1-1", department="契約課"))
        assert correct(plan, "add: {plan: 1-1-1, department: 契約課}") == []
        (edge,) = plan.edges("RESPONSIBLE_FOR", source="青葉市/department/契約課")
        assert edge.facts == {"role": "co", "order": 2}

    def test_a_slip_in_a_name_is_mended_everywhere_at_once(self) -> None:
        plan = small()
        other = plan.plan("1-1-2", "収納果")
        plan.indicator(other, "件数", amount(2, "件", ">="), amount(1, "件"))
        plan.involves(PLAN, "収納果")
        plan.found(DepartmentNotInOverview.at(other, [], plan="1-1-2", department="収納果"))
        plan.found(DepartmentNotOnPage.at(other, [], plan="1-1-2", department="収納課"))

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


class TestAddAndRemove:
    @pytest.mark.parametrize(
        ("entry", "relation", "target", "facts"),
        [
            (
                "guideline: 納付指針, type: guideline",
                "GROUNDED_IN",
                "青葉市/guideline/納付指針",
                {},
            ),
            ("guideline: 地方税法, type: law", "GROUNDED_IN", "guideline/地方税法", {}),
            ("theme: DX", "TOUCHES", "theme/DX", {"basis": ["text"]}),
            ("sdg: 11.10", "CONTRIBUTES_TO", "sdg/11.10", {}),
            ("partner: 商工会議所", "INVOLVES", "partner/商工会議所", {}),
            ("involves: 市民課", "INVOLVES", "青葉市/department/市民課", {}),
            (
                "depends_on: 1-1-2, reason: names_plan, words: 「収納」による",
                "DEPENDS_ON",
                "aoba-2030/plan/1-1-2",
                {"reason": "names_plan", "words": "「収納」による"},
            ),
        ],
    )
    def test_a_plan_is_linked_to_what_the_loader_missed(
        self, entry: str, relation: str, target: str, facts: dict[str, Any]
    ) -> None:
        plan = small()
        plan.plan("1-1-2", "収納課")
        correct(plan, f"add: {{plan: 1-1-1, {entry}}}")
        (edge,) = plan.edges(relation, source=PLAN, target=target)
        assert edge.facts == facts
        assert str(last_evidence(edge).note).startswith("行政管理課 山田")
        assert plan.has(target)

    def test_an_indicator_is_added_with_the_next_number(self) -> None:
        plan = small()
        assert correct(plan, "add: {plan: 1-1-1, indicator: 件数, target: 5件以上}") == [
            "target-without-baseline"
        ]
        facts = plan.node("aoba-2030/indicator/1-1-1/2").facts
        assert facts["measurable"]
        assert facts["baseline"] is None
        (edge,) = plan.edges("MEASURED_BY", target="aoba-2030/indicator/1-1-1/2")
        assert edge.facts == {"order": 2}

    def test_an_action_with_its_milestone_is_added(self) -> None:
        plan = small()
        correct(
            plan,
            "add: {plan: 1-1-1, action: 口座振替}",
            "add: {plan: 1-1-1, action: 口座振替, milestone: 周知, first_year: 2031}",
        )
        facts = plan.node("aoba-2030/milestone/1-1-1/1/1").facts
        assert facts == {"text": "周知", "first_year": 2031, "last_year": 2031}

    def test_a_whole_plan_is_added_under_its_initiative(self) -> None:
        plan = small()
        assert correct(plan, "add: {plan: 1-1-2, title: 広報の充実}") == ["no-measurable-target"]
        (edge,) = plan.edges("HAS_PART", "aoba-2030/initiative/1-1", "aoba-2030/plan/1-1-2")
        assert edge.facts == {"order": 2}

    @pytest.mark.parametrize(
        "entry",
        [
            "add: {plan: 1-1-1, department: 収納課}",
            "add: {plan: 1-1-1, title: 納付の推進}",
            "add: {edge: HAS_PART, from: aoba-2030/initiative/1-1, to: aoba-2030/plan/1-1-1}",
            "add: {node: aoba-2030/plan/1-1-1, kind: Plan, number: 1-1-1, title: 納付の推進}",
        ],
    )
    def test_what_is_there_already_is_remarked(self, entry: str) -> None:
        plan = small()
        assert correct(plan, entry) == ["correction-unmatched"]
        assert plan.records.findings[0].details["why"] == "already-there"

    def test_any_node_and_edge_can_be_added_by_its_ids(self) -> None:
        plan = small()
        correct(
            plan,
            "add: {node: partner/大学, kind: Partner, name: 大学}",
            "add: {edge: INVOLVES, from: aoba-2030/plan/1-1-1, to: partner/大学}",
        )
        assert plan.edges("INVOLVES", PLAN, "partner/大学")

    def test_a_part_is_removed_with_all_below_it(self) -> None:
        plan = small()
        component = plan.component(PLAN, "口座振替", "契約課")
        milestone = plan.milestone(plan.action(component, "周知"), "実施", 2030)
        plan.found(UnreadText.at(milestone, [], plan="1-1-1", text="※"))
        assert correct(plan, "remove: {plan: 1-1-1, component: 口座振替}") == []
        assert not plan.has(component)
        assert not plan.has(milestone)
        ids = {node.id for node in plan.records.nodes}
        assert all({edge.source, edge.target} <= ids for edge in plan.records.edges)
        assert plan.records.findings[0].node is None, "no remark is left at what is gone"

    def test_a_link_is_removed_and_what_nothing_else_names_with_it(self) -> None:
        plan = small()
        plan.guideline("納付指針", PLAN)
        guideline = plan.guideline("公表指針", PLAN)
        correct(plan, "remove: {plan: 1-1-1, guideline: 納付指針}")
        assert [edge.target for edge in plan.edges("GROUNDED_IN")] == [guideline]
        assert not plan.has("青葉市/guideline/納付指針")

    def test_a_fact_is_removed(self) -> None:
        plan = small(overview="前の頁の文")
        correct(plan, "remove: {plan: 1-1-1, fact: overview}")
        assert "overview" not in plan.node(PLAN).facts

    def test_a_baseline_removed_is_unknown_not_gone(self) -> None:
        plan = small()
        entry = "remove: {plan: 1-1-1, indicator: 納付率, fact: baseline}"
        assert correct(plan, entry) == ["target-without-baseline"]
        assert plan.node("aoba-2030/indicator/1-1-1/1").facts["baseline"] is None

    def test_a_correction_says_which_other_remarks_it_settles(self) -> None:
        plan = small()
        plan.found(UnreadText.at(PLAN, [], plan="1-1-1", text="件数 5件"))
        entry = "add: {plan: 1-1-1, indicator: 件数, target: 5件, baseline: 4件}"
        assert correct(plan, entry, settles="settles: unread-text") == []
        assert plan.records.findings[0].settled == SIGNED

    def test_what_a_check_finds_in_spite_of_a_correction_is_settled_by_it_too(self) -> None:
        plan = small()
        entry = 'set: {plan: 1-1-1, indicator: 納付率, baseline: "99%"}'
        assert correct(plan, entry, settles="settles: [baseline-at-target]") == []
        assert plan.records.findings[0].settled == SIGNED

    def test_what_a_correction_puts_right_before_the_checks_need_not_be_there_to_settle(
        self,
    ) -> None:
        plan = SmallPlan()
        plan.indicator(plan.plan("1-1-1", "収納課"), "納付率", amount(98))
        entry = 'set: {plan: 1-1-1, indicator: 納付率, baseline: "95%"}'
        assert correct(plan, entry, settles="settles: target-without-baseline") == []

    def test_a_remark_of_the_loader_that_is_not_there_cannot_be_settled(self) -> None:
        plan = small()
        entry = "set: {plan: 1-1-1, title: 納付}"
        assert correct(plan, entry, settles="settles: unread-text") == ["correction-unmatched"]
        assert plan.node(PLAN).facts["title"] == "納付", "the correction itself holds"


class TestUnmatched:
    @pytest.mark.parametrize(
        ("entry", "why"),
        [
            ("set: {plan: 9-9-9, title: 無い計画}", "no-such-node"),
            ("set: {node: aoba-2030/plan/9-9-9, title: 無い計画}", "no-such-node"),
            ("remove: {plan: 1-1-1, department: 契約課}", "no-such-node"),
            ("remove: {plan: 1-1-2, guideline: 納付指針}", "no-such-edge"),
            ("remove: {plan: 1-1-1, fact: vision}", "no-such-fact"),
            ("set: {plan: 1-1-1, title: x, vision: y, was: {title: z}}", "was-differs"),
            ("add: {edge: HAS_PART, from: 1, to: 2}", "no-such-node"),
            ("confirm: {finding: unread-text, plan: 9-9-9}", "no-such-finding"),
            ("confirm: {finding: unread-text, theme: DX}", "no-such-node"),
            ("set: {plan: 計画, title: どちらか}", "several-nodes"),
            ("set: {plan: 1-1-1, number: 1-1-2}", "already-there"),
            ("set: {plan: 1-1-1, number: 8-8-8}", "no-such-node"),
        ],
    )
    def test_what_fits_nothing_changes_nothing_and_is_remarked(self, entry: str, why: str) -> None:
        plan = SmallPlan()
        for number in ("1-1-1", "1-1-2"):
            plan.indicator(plan.plan(number, "収納課"), "率", amount(9, "%", ">="), amount(5))
        plan.guideline("納付指針", PLAN)
        nodes = len(plan.records.nodes)
        assert correct(plan, entry) == ["correction-unmatched"]
        assert plan.records.findings[0].details["why"] == why
        assert len(plan.records.nodes) == nodes


class TestMistakes:
    @pytest.mark.parametrize(
        ("entry", "words"),
        [
            ("set: {plan: 1-1-1, marks: {キャッシュレス: たぶん}}", "○ | なし | 不明"),
            ("set: {plan: 1-1-1, marks: {キャッシュレス: }}", "○ | なし"),
            ("set: {plan: 1-1-1, marks: ○}", "キャッシュレス: ○"),
            ("set: {plan: 1-1-1, indicator: 納付率, target: 多め}", "98.2%以上"),
            ("set: {plan: 1-1-1, indicator: 納付率, direction: up}", "increase"),
            ("set: {plan: 1-1-1, indicator: 納付率, target: {vlaue: 3}}", "value"),
            ("set: {plan: 1-1-1, role: lead}", "Plan に role はありません"),
            ("set: {plan: 1-1-1, title: }", "title"),
            ("set: {plan: 1-1-1, indicator: 納付率, marks: {キャッシュレス: ○}}", "plan"),
            ("set: {plan: 1-1-1, departments: [収納課, '']}", "課名"),
            ("set: {plan: 1-1-1, title: x, vision: y, was: z}", "was: {title"),
            ("set: {plan: 1-1-1, title: [x]}", "title"),
            ("set: {plan: 1-1-1, disclosure_unknown: たぶん}", "○ | なし | 不明"),
            ("set: {milestone: 周知, first_year: 来年}", "年度"),
            ("set: {title: 誰の}", "対象を記入"),
            ("set: {plan: 1-1-1, number: 5}", "2-2-5 のように"),
            ("set: {goal: 1, number: 5}", "計画（plan）だけ"),
            ("remove: {plan: 1-1-1, fact: title}", "必須"),
            ("add: {plan: 1-1-1, depends_on: 1-1-1, words: x}", "reason"),
            ("add: {plan: 1-1-1, milestone: 周知, first_year: 2031}", "置けません"),
            ("add: {goal: 7}", "加える対象"),
            ("add: {theme: DX}", "plan: 1-1-1 のように"),
            ("add: {node: x, kind: Thing}", "kind は"),
            ("add: {edge: LIKES, from: aoba-2030, to: aoba-2030}", "edge は"),
            ("add: {edge: PUBLISHES, from: aoba-2030, to: aoba-2030}", "つなげません"),
        ],
    )
    def test_a_value_that_cannot_be_is_refused_with_its_line(self, entry: str, words: str) -> None:
        plan = small()
        plan.milestone(plan.action(PLAN, "口座振替"), "周知", 2031)
        with pytest.raises(CorrectionError) as refused:
            correct(plan, entry)
        assert "aoba.corrections.yaml の 4 行目" in refused.value.told("ja")
        assert words in refused.value.told("ja")
        assert "line 4" in refused.value.told("en")

    def test_years_that_run_backwards_are_refused(self) -> None:
        plan = small()
        plan.milestone(plan.action(PLAN, "口座振替"), "周知", 2031)
        with pytest.raises(CorrectionError, match="last_year"):
            correct(plan, "set: {milestone: 周知, last_year: 2030}")

    def test_a_file_for_another_document_is_refused(self) -> None:
        read = parse(HEAD.replace("aoba-2030", "midori-2030"), "x.yaml")
        with pytest.raises(CorrectionError, match="midori-2030"):
            apply(small().records, read)


def _quoted(written: str) -> str:
    return written if written.startswith("{") else f'"{written}"'
