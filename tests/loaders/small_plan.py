"""A small plan of a city that does not exist, as records, for tests of checks and corrections."""

from __future__ import annotations

from typing import Any

from keikaku.graph.records import Edge, Evidence, Finding, Node, Records

DOCUMENT = "aoba-2030"
CITY = "青葉市"


class SmallPlan:
    """Records to which a test adds step by step; the period is 2030-2033."""

    def __init__(self) -> None:
        self.records = Records(
            {
                "id": DOCUMENT,
                "title": "青葉市行政改革実施計画",
                "municipality": CITY,
                "first_year": 2030,
                "last_year": 2033,
                "source": "aoba-2030-plan.txt",
                "sha256": "0" * 64,
            }
        )
        self._node(DOCUMENT, "PlanDocument", title="青葉市行政改革実施計画")
        self._node(f"municipality/{CITY}", "Municipality", name=CITY)
        self._edge("PUBLISHES", f"municipality/{CITY}", DOCUMENT)

    def plan(self, number: str, *departments: str, title: str = "", **facts: Any) -> str:
        """A plan with its goal and initiative, led by the first department named."""
        initiative = number.rpartition("-")[0]
        goal = number.partition("-")[0]
        goal_id = self._node(f"{DOCUMENT}/goal/{goal}", "Goal", number=goal, title=f"目標{goal}")
        initiative_id = self._node(
            f"{DOCUMENT}/initiative/{initiative}",
            "Initiative",
            number=initiative,
            title=f"取組{initiative}",
        )
        plan = self._node(
            f"{DOCUMENT}/plan/{number}",
            "Plan",
            number=number,
            title=title or f"計画{number}",
            unknown_marks=facts.pop("unknown_marks", []),
            **facts,
        )
        self._edge("HAS_PART", DOCUMENT, goal_id, order=int(goal))
        self._edge("HAS_PART", goal_id, initiative_id, order=1)
        self._edge("HAS_PART", initiative_id, plan, order=1)
        for order, name in enumerate(departments, 1):
            self.in_charge(name, plan, role="lead" if order == 1 else "co", order=order)
        return plan

    def in_charge(self, name: str, of: str, role: str, order: int = 1) -> str:
        department = self.department(name)
        self._edge("RESPONSIBLE_FOR", department, of, role=role, order=order)
        return department

    def department(self, name: str) -> str:
        return self._node(f"{CITY}/department/{name}", "Department", name=name)

    def component(self, plan: str, title: str, *departments: str) -> str:
        component = self._part(plan, "component", "Component", title=title)
        for order, name in enumerate(departments, 1):
            self.in_charge(name, component, role="component", order=order)
        return component

    def action(self, plan: str, title: str) -> str:
        return self._part(plan, "action", "Action", title=title)

    def milestone(self, action: str, text: str, first: int, last: int | None = None) -> str:
        return self._part(
            action, "milestone", "Milestone", text=text, first_year=first, last_year=last or first
        )

    def indicator(
        self,
        plan: str,
        name: str,
        target: dict[str, Any] | None = None,
        baseline: dict[str, Any] | None = None,
        direction: str | None = None,
    ) -> str:
        return self._part(
            plan,
            "indicator",
            "Indicator",
            relation="MEASURED_BY",
            name=name,
            measurable=target is not None or baseline is not None,
            target=target,
            baseline=baseline,
            **({"direction": direction} if direction else {}),
        )

    def involves(self, plan: str, department: str) -> None:
        self._edge("INVOLVES", plan, self.department(department))

    def theme(self, name: str, plan: str | None = None, *basis: str) -> str:
        theme = self._node(f"theme/{name}", "Theme", name=name)
        if plan:
            self._edge("TOUCHES", plan, theme, basis=list(basis))
        return theme

    def five(self) -> None:
        """The theme 5レス with two children."""
        whole = self.theme("5レス")
        for name in ("キャッシュレス", "ペーパーレス"):
            self._edge("PART_OF", self.theme(name), whole)

    def relate(self, relation: str, source: str, target: str, **facts: Any) -> None:
        self._edge(relation, source, target, **facts)

    def guideline(self, name: str, plan: str) -> str:
        guideline = self._node(f"{CITY}/guideline/{name}", "Guideline", name=name, type="guideline")
        self._edge("GROUNDED_IN", plan, guideline)
        return guideline

    def add_finding(self, finding: Finding) -> None:
        self.records.findings.append(finding)

    def node(self, node_id: str) -> Node:
        (node,) = [node for node in self.records.nodes if node.id == node_id]
        return node

    def has(self, node_id: str) -> bool:
        return any(node.id == node_id for node in self.records.nodes)

    def edges(
        self, relation: str, source: str | None = None, target: str | None = None
    ) -> list[Edge]:
        return [
            edge
            for edge in self.records.edges
            if edge.type == relation
            and source in (None, edge.source)
            and target in (None, edge.target)
        ]

    def _part(
        self, whole: str, word: str, kind: str, relation: str = "HAS_PART", **facts: Any
    ) -> str:
        _, of_kind, rest = whole.split("/", 2)
        prefix = f"{DOCUMENT}/{word}/{rest}/"
        if of_kind == "component":
            prefix = f"{DOCUMENT}/{word}/{rest.rpartition('/')[0]}/"
        order = sum(node.id.startswith(prefix) for node in self.records.nodes) + 1
        part = self._node(f"{prefix}{order}", kind, **facts)
        self._edge(relation, whole, part, order=order)
        return part

    def _node(self, node_id: str, kind: str, **facts: Any) -> str:
        if not self.has(node_id):
            label = next((str(facts[key]) for key in ("title", "name", "text") if key in facts), "")
            self.records.nodes.append(Node(node_id, kind, label, facts, [_evidence(label)]))
        return node_id

    def _edge(self, relation: str, source: str, target: str, **facts: Any) -> None:
        if not self.edges(relation, source, target):
            self.records.edges.append(Edge(source, target, relation, facts, [_evidence(target)]))


def amount(
    value: float, unit: str | None = "%", comparator: str = "=", as_of: str | None = None
) -> dict[str, Any]:
    """A measure as a loader writes it."""
    ending = {">=": "以上", "<=": "以下", "=": ""}[comparator]
    return {
        "value": value,
        "unit": unit,
        "comparator": comparator,
        "qualifier": None,
        "as_of": as_of,
        "raw": f"{value}{unit}{ending}",
    }


def _evidence(quote: str) -> Evidence:
    return Evidence(DOCUMENT, 1, "page", quote)
