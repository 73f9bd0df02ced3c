"""A plan of many levels: what ``keikaku/2`` can hold and a form page of one family does not.

The city does not exist. Four levels, a plan right under the document and without a number, a
division over its departments, budgets, evaluations, a logic model, values by year.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from keikaku.graph.records import Edge, Evidence, Measure, Node, Records, YearValue

DOCUMENT = "shiokaze-2025"
CITY = "しおかぜ市"


def deep() -> Records:
    """Return the plan as records."""
    return _Deep().records()


class _Deep:
    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []

    def records(self) -> Records:
        self.add(DOCUMENT, "PlanDocument", title="事務事業評価", first_year=2024, last_year=2027)
        self.add(f"municipality/{CITY}", "Municipality", name=CITY)
        self.relate(f"municipality/{CITY}", DOCUMENT, "PUBLISHES")
        self._levels()
        self._departments()
        self._first_plan()
        self._other_plans()
        head = {
            "id": DOCUMENT,
            "title": "事務事業評価",
            "municipality": CITY,
            "first_year": 2024,
            "last_year": 2027,
            "source": "hyouka.xlsx",
            "sha256": "0" * 64,
        }
        return Records(head, self.nodes, self.edges, [])

    def _levels(self) -> None:
        self.add(self.id("goal/1"), "Goal", number="1", title="安心な暮らし", level="政策")
        self.part(DOCUMENT, self.id("goal/1"))
        self.add(self.id("initiative/1-1"), "Initiative", number="1-1", title="防災", level="施策")
        self.part(self.id("goal/1"), self.id("initiative/1-1"))
        self.add(self.id("initiative/a"), "Initiative", title="備えの充実", level="基本事業")
        self.part(self.id("initiative/1-1"), self.id("initiative/a"))

    def _departments(self) -> None:
        self.add(self.department("総務部"), "Department", name="総務部", level="division")
        for name in ("防災課", "財政課"):
            self.add(self.department(name), "Department", name=name, level="department")
            self.relate(self.department(name), self.department("総務部"), "PART_OF")
        self.add(self.department("支援課"), "Department", name="支援課", level="department")

    def _first_plan(self) -> None:
        plan = self.plan(
            "plan/101",
            number="A-101",
            title="備蓄の管理",
            problem="期限切れの備蓄品が多い。",
            category="継続",
            priority="A",
            first_year=2024,
            last_year=2027,
        )
        self.part(self.id("initiative/a"), plan)
        self.lead("防災課", plan)
        self.lead("支援課", plan, "co")
        for year, stage, total, hours in (
            (2024, "actual", 1_200_000, 300),
            (2025, "plan", 9, 12.5),
        ):
            self.budget(plan, year, stage, total=total, general=total, hours=hours, persons=0.5)
        self.budget(plan, 2025, "effect", total=-500_000)
        self.add(
            self.id("evaluation/101/2024"),
            "Evaluation",
            fiscal_year=2024,
            by="head",
            grade="B",
            legend="おおむね順調",
            direction_text="拡充して継続",
            direction="expand",
            criteria=["必要性: A", "効率性: C"],
            comment="計画的に更新する。",
        )
        self.relate(plan, self.id("evaluation/101/2024"), "EVALUATED_AS")
        self._logic(plan)

    def _logic(self, plan: str) -> None:
        steps = (("activity", "備蓄品を買う"), ("output", "備蓄が増える"), ("long_outcome", "安心"))
        ids = [self.id(f"step/101/{n}") for n in range(1, len(steps) + 1)]
        for step, (stage, text) in zip(ids, steps, strict=True):
            self.add(step, "LogicStep", stage=stage, text=text)
            self.part(plan, step)
        for one, other in pairwise(ids):
            self.relate(one, other, "LEADS_TO")
        actual, target = (
            YearValue(2024, "actual", 80, "%", raw="80%"),
            YearValue(2025, "target", 90, "%", raw="90%"),
        )
        self.indicator(ids[1], 1, "備蓄率", role="output", values=[actual, target])
        self.indicator(plan, 2, "訓練の回数", role="activity", target=_measure(4, "回/年"))

    def _other_plans(self) -> None:
        second = self.plan("plan/n1", title="支払いの電子化", category="新規")
        self.part(DOCUMENT, second)
        self.lead("財政課", second)
        self.budget(second, 2025, "plan", total=2_000_000, personnel_cost=300_000, hours=40)
        third = self.plan("plan/n2", title="避難所の改修", category="継続")
        self.part(self.id("goal/1"), third)
        self.lead("防災課", third)
        self.relate(third, self.id("plan/101"), "ASSOCIATED_WITH", words="関連事業")
        self.relate(
            third,
            self.id("plan/n1"),
            "DEPENDS_ON",
            reason="names_plan",
            words="支払いの電子化を踏まえ",
            term="支払いの電子化",
        )
        self.add("guideline/事務事業評価", "Guideline", name="事務事業評価", type="plan")
        self.relate(third, "guideline/事務事業評価", "GROUNDED_IN")
        self.relate("guideline/事務事業評価", DOCUMENT, "IS_DOCUMENT")

    def id(self, rest: str) -> str:
        return f"{DOCUMENT}/{rest}"

    def department(self, name: str) -> str:
        return f"{CITY}/department/{name}"

    def plan(self, rest: str, **facts: Any) -> str:
        self.add(self.id(rest), "Plan", **facts)
        return self.id(rest)

    def lead(self, department: str, plan: str, role: str = "lead") -> None:
        order = 1 if role == "lead" else 2
        self.relate(self.department(department), plan, "RESPONSIBLE_FOR", role=role, order=order)

    def budget(self, plan: str, year: int, stage: str, **facts: Any) -> None:
        node = plan.replace("/plan/", "/budget/") + f"/{year}-{stage}"
        self.add(node, "Budget", fiscal_year=year, stage=stage, **facts)
        self.relate(plan, node, "HAS_BUDGET")

    def indicator(self, holder: str, order: int, name: str, **facts: Any) -> None:
        node = self.id(f"indicator/101/{order}")
        self.add(node, "Indicator", name=name, measurable=True, **facts)
        self.relate(holder, node, "MEASURED_BY", order=order)

    def part(self, whole: str, part: str) -> None:
        order = sum(edge.source == whole and edge.type == "HAS_PART" for edge in self.edges) + 1
        self.relate(whole, part, "HAS_PART", order=order)

    def add(self, node: str, kind: str, **facts: Any) -> None:
        words = (facts.get(name) for name in ("title", "name", "text", "fiscal_year"))
        label = " ".join(str(word) for word in (facts.get("number"), *words) if word is not None)
        seen = [
            Evidence(DOCUMENT, None, "評価表", label, sheet="一覧", cell=f"A{len(self.nodes) + 1}")
        ]
        self.nodes.append(Node(node, kind, label, facts, seen))

    def relate(self, source: str, target: str, relation: str, **facts: Any) -> None:
        self.edges.append(Edge(source, target, relation, facts, []))


def _measure(value: float, unit: str) -> Measure:
    return Measure(value, unit, ">=", None, None, f"{value}{unit}以上")
