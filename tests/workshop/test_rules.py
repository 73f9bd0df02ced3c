"""The questions that a graph raises: each rule fires on its fact, and only there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from keikaku.graph.records import Evidence
from keikaku.queries.graph_walks import Graph
from keikaku.workshop import rules
from keikaku.workshop.progress.progress_records import Actual, Progress
from keikaku.workshop.rules import RULES, Question, case_of

DOC = "tests-2022"
WEBSITE = "みなと市/channel/市ウェブサイト"
FIRST, SECOND = f"{DOC}/plan/1-1-1", f"{DOC}/plan/1-1-2"


def proof(quote: str = "") -> list[dict[str, Any]]:
    piece = Evidence(DOC, 1, "実施計画", quote)
    return [{"document": DOC, "line": 1, "section": piece.section, "quote": quote}
            | {"reading": "stated", "confidence": 1.0}]  # fmt: skip


class Drafted:
    """Two plans with nothing to ask about, to be changed."""

    def __init__(self) -> None:
        self.graph: Graph = nx.MultiDiGraph(findings=[])
        head: dict[str, Any] = {"id": DOC, "title": "計画2022", "municipality": "みなと市"}
        head |= {"first_year": 2022, "last_year": 2023, "source": None, "sha256": None}
        self.graph.graph |= {"document": head, "documents": [head]}
        self.node(DOC, "PlanDocument", title="計画2022")
        self.node("goal", "Goal", number="1", title="便利な窓口")
        self.node("initiative", "Initiative", number="1-1", title="窓口の改善")
        self.part(DOC, "goal")
        self.part("goal", "initiative")
        for at, (plan, title) in enumerate(((FIRST, "電子申請"), (SECOND, "窓口案内")), 1):
            self.node(plan, "Plan", number=f"1-1-{at}", title=title, unknown_marks=[])
            self.part("initiative", plan, at)
            self.department(plan, f"{title}課")
            self.action(plan, 2022, 2023)
            self.disclosed(plan)
            self.indicator(plan, (60, "%"), (80, "%"))

    def node(self, node_id: str, kind: str, /, **facts: Any) -> str:
        self.graph.add_node(node_id, kind=kind, label=node_id, evidence=proof(), **facts)
        return node_id

    def edge(self, source: str, target: str, kind: str, **facts: Any) -> None:
        self.graph.add_edge(source, target, kind, type=kind, evidence=proof(), **facts)

    def part(self, whole: str, part: str, order: int = 1) -> None:
        self.edge(whole, part, "HAS_PART", order=order)

    def department(self, plan: str, name: str, role: str = "lead", order: int = 1) -> None:
        node = self.node(f"みなと市/department/{name}", "Department", name=name)
        self.edge(node, plan, "RESPONSIBLE_FOR", role=role, order=order)

    def action(self, plan: str, first: int, last: int, title: str = "準備") -> None:
        name = f"{plan}/action/{title}"
        self.node(name, "Action", title=f"{title}{plan[-1]}")
        self.node(f"{name}/1", "Milestone", text="実施", first_year=first, last_year=last)
        self.part(plan, name)
        self.part(name, f"{name}/1")

    def indicator(self, plan: str, baseline: Any, target: Any, comparator: str = ">=") -> str:
        def measure(quantity: Any) -> dict[str, Any] | None:
            if quantity is None:
                return None
            value, unit = quantity
            as_of = {"qualifier": None, "as_of": None, "raw": f"{value}{unit}"}
            return {"value": value, "unit": unit, "comparator": comparator} | as_of

        facts = {"baseline": measure(baseline), "target": measure(target)}
        name = f"{plan.replace('/plan/', '/indicator/')}/1"
        self.node(name, "Indicator", name="利用率", measurable=target is not None, **facts)
        self.edge(plan, name, "MEASURED_BY", order=1)
        return name

    def disclosed(self, plan: str) -> None:
        self.node(
            "みなと市/channel/市ウェブサイト", "Channel", name="市ウェブサイト", type="website"
        )
        self.edge(plan, "みなと市/channel/市ウェブサイト", "DISCLOSED_ON")

    def undisclosed(self, plan: str) -> None:
        self.graph.remove_edge(plan, WEBSITE)

    def add_indicator(self, plan: str, name: str, **facts: Any) -> None:
        """Name the indicator of a plan, with facts of its measures (target_as_of …)."""
        node = self.graph.nodes[f"{plan.replace('/plan/', '/indicator/')}/1"]
        node["name"] = name
        for fact, value in facts.items():
            measure, _, key = fact.partition("_")
            node[measure][key] = value

    def touch(self, plan: str, theme: str, *basis: str) -> None:
        node = self.node(f"theme/{theme}", "Theme", name=theme)
        self.edge(plan, node, "TOUCHES", basis=list(basis))

    def ground(self, plan: str, name: str) -> None:
        node = self.node(f"guideline/{name}", "Guideline", name=name, type="plan")
        self.edge(plan, node, "GROUNDED_IN")

    def depend(self, plan: str, other: str) -> None:
        self.edge(plan, other, "DEPENDS_ON", reason="names_plan", words="窓口案内と合わせ")

    def progress(self, value: float) -> Progress:
        actual = Actual(2022, value, None, str(value), "指標", "J4")
        return Progress("進捗.xlsx", {f"{DOC}/indicator/1-1-1/1": [actual]})


Change = Callable[[Drafted], Any]


def alike(drafted: Drafted) -> None:
    for plan in (FIRST, SECOND):
        drafted.touch(plan, "DX", "mark", "text")
        drafted.ground(plan, "みなと市DX指針")
        drafted.department(plan, "情報課", "co", 2)


def alone(drafted: Drafted) -> None:
    drafted.node("more", "Initiative", number="1-2", title="戸籍の改善")
    drafted.part("goal", "more", 2)
    for at in range(1, 4):
        plan = f"{DOC}/plan/1-2-{at}"
        drafted.node(plan, "Plan", number=f"1-2-{at}", title=f"計画{at}", unknown_marks=[])
        drafted.part("more", plan, at)
        drafted.department(plan, "戸籍課")


def crowded(drafted: Drafted) -> None:
    for at, name in enumerate(("甲課", "乙課", "丙課"), 2):
        drafted.department(FIRST, name, "co", at)


def unled(drafted: Drafted) -> None:
    drafted.graph.remove_node("みなと市/department/電子申請課")


def without_actions(drafted: Drafted) -> None:
    drafted.graph.remove_node(f"{FIRST}/action/準備")


def short_action(drafted: Drafted) -> None:
    drafted.graph.nodes[f"{FIRST}/action/準備/1"]["last_year"] = 2022


def dependent(drafted: Drafted) -> None:
    drafted.depend(FIRST, SECOND)


def nearly_alike(drafted: Drafted) -> None:
    alike(drafted)
    drafted.graph.remove_node("theme/DX")


def named_by_a_term(drafted: Drafted) -> None:
    drafted.edge(
        FIRST,
        SECOND,
        "DEPENDS_ON",
        reason="names_system",
        words="来庁者の予約システムと合わせて改める",
        term="予約システム",
    )
    drafted.action(FIRST, 2022, 2022, "予約ｼｽﾃﾑの改修")


def unknown_disclosure(drafted: Drafted) -> None:
    drafted.undisclosed(FIRST)
    drafted.graph.nodes[FIRST]["disclosure_unknown"] = True


def standing_still(drafted: Drafted) -> None:
    drafted.graph.nodes[f"{FIRST}/action/準備/1"]["text"] = "改定は一時凍結"


def of_different_years(drafted: Drafted) -> None:
    drafted.add_indicator(FIRST, "利用率", baseline_as_of="2020年度末")
    name = drafted.node(f"{DOC}/indicator/1-1-1/2", "Indicator", name="満足度", measurable=True)
    measure = {"value": 60, "unit": "%", "comparator": ">=", "qualifier": None, "raw": "60%"}
    drafted.graph.nodes[name]["baseline"] = measure | {"as_of": "2021年度末"}
    drafted.graph.nodes[name]["target"] = measure | {"as_of": None, "value": 80, "raw": "80%"}
    drafted.edge(FIRST, name, "MEASURED_BY", order=2)


def over_one_facility(drafted: Drafted) -> None:
    for plan in (FIRST, SECOND):
        drafted.action(plan, 2022, 2023, "みなと中央図書館の改修")


def counting(drafted: Drafted) -> None:
    drafted.indicator(FIRST, (2, "回"), (4, "回"))
    drafted.add_indicator(FIRST, "研修の開催回数")


def totalled(drafted: Drafted) -> None:
    drafted.indicator(FIRST, (10, "百万円"), (60, "百万円"))
    drafted.add_indicator(FIRST, "貸付収入", target_raw="60百万円（4年間の累計）")


def joined(drafted: Drafted) -> None:
    dependent(drafted)
    drafted.action(FIRST, 2022, 2022, "窓口案内との調整")


RAISED: dict[str, Change] = {
    "target_behind_baseline": lambda d: d.indicator(FIRST, (90, "%"), (80, "%")),
    "target_already_met": lambda d: d.indicator(FIRST, (80, "%"), (80, "%")),
    "no_measurable_target": lambda d: d.indicator(FIRST, None, None),
    "no_baseline": lambda d: d.indicator(FIRST, None, (80, "%")),
    "no_actions": without_actions,
    "idle_years": short_action,
    "theme_only_marked": lambda d: d.touch(FIRST, "DX", "mark"),
    "unknown_marks": lambda d: d.graph.nodes[FIRST].update(unknown_marks=["キャッシュレス"]),
    "guideline_ends": lambda d: d.ground(FIRST, "窓口改善計画（2019年度～2023年度）"),
    "no_department": unled,
    "alike": alike,
    "dependency_not_joined": dependent,
    "many_departments": crowded,
    "single_point": alone,
    "no_disclosure": lambda d: d.undisclosed(FIRST),
    "disclosure_unknown": unknown_disclosure,
    "activity_for_outcome": counting,
    "target_leap": lambda d: d.indicator(FIRST, (6, "%"), (100, "%")),
    "target_tiny_step": lambda d: d.indicator(FIRST, (99.5, "%"), (99.6, "%")),
    "words_of_standstill": standing_still,
    "baselines_of_different_years": of_different_years,
    "total_against_year": totalled,
    "one_facility": over_one_facility,
}
"""What makes a rule raise its question about the first plan, or a department."""


def questions_of(drafted: Drafted, **options: Any) -> list[Question]:
    return rules.questions(case_of(drafted.graph, DOC, **options))


def quiet(questions: list[Question]) -> list[Question]:
    """All but the busy years: of two departments each carries half."""
    return [row for row in questions if row.code != "busy_year"]


def test_plans_in_good_order_raise_no_question() -> None:
    assert quiet(questions_of(Drafted())) == []


@pytest.mark.parametrize("code", RAISED)
def test_a_rule_raises_its_question_where_its_fact_is(code: str) -> None:
    drafted = Drafted()
    RAISED[code](drafted)
    questions = [row for row in questions_of(drafted) if row.code == code]
    assert questions, code
    assert all("{" not in row.fact + row.question for row in questions)
    assert all(row.department or row.number for row in questions)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda d: d.indicator(FIRST, (70, "%"), (80, "件")), "target_behind_baseline"),
        (lambda d: d.indicator(FIRST, (60, "%"), (80, "%"), "<="), "target_already_met"),
        (lambda d: d.touch(FIRST, "DX", "mark", "text"), "theme_only_marked"),
        (lambda d: d.ground(FIRST, "窓口改善計画2022"), "guideline_ends"),
        (lambda d: d.ground(FIRST, "窓口改善計画（2019年度～2027年度）"), "guideline_ends"),
        (joined, "dependency_not_joined"),
        (named_by_a_term, "dependency_not_joined"),
        (unknown_disclosure, "no_disclosure"),
        (totalled, "target_leap"),
        (lambda d: d.indicator(FIRST, (60, "%"), (61, "%")), "target_tiny_step"),
        (lambda d: d.indicator(FIRST, (80, "%"), (79.9, "%")), "target_tiny_step"),
        (lambda d: d.add_indicator(FIRST, "研修の満足度"), "activity_for_outcome"),
        (lambda d: d.add_indicator(FIRST, "利用率", baseline_as_of="2020年度末"),
         "baselines_of_different_years"),
        (nearly_alike, "alike"),
    ],
)  # fmt: skip
def test_it_raises_none_where_the_fact_is_not_quite_there(change: Change, code: str) -> None:
    drafted = Drafted()
    change(drafted)
    assert code not in {row.code for row in questions_of(drafted)}


def test_what_the_document_has_no_column_for_is_asked_of_no_plan() -> None:
    drafted = Drafted()
    for plan in (FIRST, SECOND):
        drafted.undisclosed(plan)
    assert quiet(questions_of(drafted)) == []
    (note,) = rules.answer(drafted.graph, document=DOC).notes
    assert "公開の方法の記載がない" in note.ja


def test_a_smaller_number_may_be_the_better_one() -> None:
    drafted = Drafted()
    drafted.indicator(FIRST, (5, "件"), (8, "件"), "<=")
    (row,) = quiet(questions_of(drafted))
    assert (row.code, row.number) == ("target_behind_baseline", "1-1-1")
    assert "8件以下" in row.fact
    assert "現況値は5件" in row.fact


def test_what_is_decided_and_how_it_stands_raise_more() -> None:
    drafted = Drafted()
    dependent(drafted)
    assert "depends_on_dropped" in {
        row.code for row in questions_of(drafted, decisions={"1-1-2": "drop"})
    }
    assert "depends_on_dropped" not in {
        row.code for row in questions_of(drafted, decisions={"1-1-1": "drop", "1-1-2": "drop"})
    }


@pytest.mark.parametrize(("value", "code"), [(85, "indicator_reached"), (50, "indicator_behind")])
def test_progress_raises_questions(value: float, code: str) -> None:
    drafted = Drafted()
    for measure in ("baseline", "target"):
        year = {"baseline": "2021年度末", "target": "2023年度末"}[measure]
        drafted.graph.nodes[f"{DOC}/indicator/1-1-1/1"][measure]["as_of"] = year
    codes = {row.code for row in questions_of(drafted, progress=drafted.progress(value))}
    assert code in codes
    drafted.depend(SECOND, FIRST)
    after = {row.code for row in questions_of(drafted, progress=drafted.progress(value))}
    assert ("depends_on_behind" in after) == (code == "indicator_behind")


def test_a_rule_asks_once_of_a_plan_whatever_it_finds() -> None:
    drafted = Drafted()
    of_different_years(drafted)
    for name in ("1", "2"):
        node = drafted.graph.nodes[f"{DOC}/indicator/1-1-1/{name}"]
        node["baseline"]["value"] = node["target"]["value"] = 80
    (row,) = [row for row in questions_of(drafted) if row.code == "target_already_met"]
    assert row.fact.count("\n") == 1


def test_a_busy_year_names_department_and_share() -> None:
    drafted = Drafted()
    assert not [
        row for row in questions_of(drafted) if row.code == "busy_year"
    ]  # each carries half
    for n in range(3):
        plan = drafted.node(
            f"{DOC}/plan/1-1-{n + 3}", "Plan", number=f"1-1-{n + 3}", title=f"計画{n}"
        )
        drafted.part("initiative", plan, n + 3)
        drafted.department(plan, f"課{n}")
        drafted.action(plan, 2022, 2022)
    for n in range(3):
        drafted.action(FIRST, 2022, 2022, f"調整{n}")
    (busy,) = [row for row in questions_of(drafted) if row.code == "busy_year"]
    assert (busy.department, busy.number) == ("電子申請課", "")
    assert "2022年度" in busy.fact
    assert "50%" in busy.fact


def test_every_rule_is_tried_here_and_has_both_languages() -> None:
    tried = {*RAISED, "busy_year", "depends_on_dropped", "depends_on_behind"}
    tried |= {"indicator_reached", "indicator_behind"}
    assert {rule.code for rule in RULES} == tried
    for rule in RULES:
        assert rule.source
        assert all(map(all, (rule.title, rule.fact, rule.question)))


def test_the_questions_of_a_real_example(midorino: Graph) -> None:
    answer = rules.answer(midorino)
    assert answer.rows
    first = answer.rows[0]
    only = rules.answer(midorino, plan=first.number)
    assert {row.number for row in only.rows} == {first.number}
    assert only.parameters == {"plan": first.number}
    assert rules.answer(midorino, lang="en").rows[0].fact != first.fact
