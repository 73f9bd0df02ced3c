"""A planner adds what was missed and removes what is wrong; what fits nothing is remarked."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.graph.errors import CorrectionError
from keikaku.graph.findings import (
    UnreadText,
)
from keikaku.loaders.corrections import apply, parse
from tests.loaders.correcting import HEAD, PLAN, SIGNED, correct, last_evidence, small
from tests.loaders.small_plan import SmallPlan, amount


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
        plan.add_finding(UnreadText.at(milestone, [], plan="1-1-1", text="※"))
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
        plan.add_finding(UnreadText.at(PLAN, [], plan="1-1-1", text="件数 5件"))
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
        assert "aoba.corrections.yaml の 4 行目" in refused.value.message("ja")
        assert words in refused.value.message("ja")
        assert "line 4" in refused.value.message("en")

    def test_years_that_run_backwards_are_refused(self) -> None:
        plan = small()
        plan.milestone(plan.action(PLAN, "口座振替"), "周知", 2031)
        with pytest.raises(CorrectionError, match="last_year"):
            correct(plan, "set: {milestone: 周知, last_year: 2030}")

    def test_a_file_for_another_document_is_refused(self) -> None:
        read = parse(HEAD.replace("aoba-2030", "midori-2030"), "x.yaml")
        with pytest.raises(CorrectionError, match="midori-2030"):
            apply(small().records, read)
