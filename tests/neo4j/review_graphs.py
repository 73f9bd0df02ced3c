"""Ministries that do not exist, as in a review of all their projects: :func:`reviewed`.

Projects of several policies, bureaus with divisions, laws that all ministries share, budgets by
year and stage, chains of logic steps with indicators, evaluations, related projects of another
ministry, and a law that is loaded as a document of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from keikaku.graph import merging, network
from keikaku.graph.network import Graph
from keikaku.graph.records import Edge, Evidence, Measure, Node, Records
from tests.graph import graphs

_LAWS = ("あおぞら法", "みなも法", "こかげ基本計画")
_LEVELS = (("局", "division"), ("課", "section"))
_STEPS = ("activity", "output", "short_outcome", "long_outcome")
_DIRECTIONS = ("expand", "continue", "improve", "end")
_STAGES = ("budget", "actual", "request")


def reviewed(names: Sequence[str], random: Random) -> Graph:
    """Return ministries side by side, tied by related projects, from a source of chance."""
    ministries = [_Ministry(name, random) for name in names]
    graph, _ = merging.merge([each.graph() for each in ministries])
    projects = [plan for each in ministries for plan in each.projects]
    for _ in range(3):
        source, target = random.sample(projects, 2)
        facts = {"type": "ASSOCIATED_WITH", "words": "連携する", "evidence": []}
        graph.add_edge(source, target, "ASSOCIATED_WITH", **facts)
    law = f"guideline/{_LAWS[2]}"
    if law in graph:
        graph.add_edge(law, names[0], "IS_DOCUMENT", type="IS_DOCUMENT", evidence=[])
    # As a file would hold it: edges stand by their source.
    return network.from_payload(network.to_payload(graph))


class _Ministry:
    def __init__(self, name: str, random: Random) -> None:
        self.name = name
        self.random = random
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}
        self.projects: list[str] = []

    def graph(self) -> Graph:
        self.add(self.name, "PlanDocument", title=self.name)
        policies = [self._policy(n) for n in range(2)]
        sections = [self._section(n) for n in range(3)]
        for n in range(self.random.randint(2, 4)):
            project = self._project(n, sections)
            # A project may serve several policies, or none.
            for policy in self.random.sample(policies, self.random.randint(0, 2)):
                self.relate(policy, project, "HAS_PART", order=n + 1)
        head = {**graphs.small().document, "id": self.name, "title": self.name}
        return network.from_records(
            Records(head, [*self.nodes.values()], [*self.edges.values()], [])
        )

    def _policy(self, n: int) -> str:
        goal = self.add(f"{self.name}/goal/{n}", "Goal", number=str(n), title=f"政策{n}")
        self.relate(self.name, goal, "HAS_PART", order=n + 1)
        below = self.add(f"{self.name}/i/{n}", "Initiative", number=f"{n}-1", title=f"施策{n}")
        self.relate(goal, below, "HAS_PART", order=1)
        return below

    def _section(self, n: int) -> str:
        above = None
        for (letter, level), place in zip(_LEVELS, (n // 2, n), strict=True):
            node = f"{self.name}/department/{letter}{place}"
            self.add(node, "Department", name=f"{self.name}{letter}{place}", level=level)
            if above:
                self.relate(node, above, "PART_OF")
            above = node
        return node

    def _project(self, n: int, sections: Sequence[str]) -> str:
        facts: dict[str, Any] = {"number": str(1000 + n), "title": f"{self.name}の事業{n}"}
        plan = self.add(f"{self.name}/plan/{1000 + n}", "Plan", **facts, unknown_marks=[])
        self.projects.append(plan)
        for place, section in enumerate(self.random.sample(sections, self.random.randint(0, 2))):
            role = "co" if place else "lead"
            self.relate(section, plan, "RESPONSIBLE_FOR", role=role, order=place + 1)
        for law in self.random.sample(_LAWS, self.random.randint(0, 2)):
            kind = "plan" if law.endswith("計画") else "law"
            self.add(f"guideline/{law}", "Guideline", name=law, type=kind)
            self.relate(plan, f"guideline/{law}", "GROUNDED_IN")
        if self.random.random() < 0.5:
            self.add("theme/AI", "Theme", name="AI")
            self.relate(plan, "theme/AI", "TOUCHES", basis=["text"], terms=["AI"])
        self._money(plan)
        self._chain(plan)
        direction = self.random.choice(_DIRECTIONS)
        judged = self.add(f"{plan}/e", "Evaluation", fiscal_year=2024, direction=direction)
        self.relate(plan, judged, "EVALUATED_AS")
        return plan

    def _money(self, plan: str) -> None:
        for year in (2023, 2024):
            for stage in self.random.sample(_STAGES, 2):
                facts = {"fiscal_year": year, "stage": stage}
                total = self.random.choice(({}, {"total": self.random.randint(0, 10**12)}))
                self.add(f"{plan}/b/{year}-{stage}", "Budget", **facts, **total)
                self.relate(plan, f"{plan}/b/{year}-{stage}", "HAS_BUDGET")

    def _chain(self, plan: str) -> None:
        before = None
        for place, stage in enumerate(_STEPS[: self.random.randint(0, len(_STEPS))]):
            step = self.add(f"{plan}/s/{place}", "LogicStep", stage=stage, text=f"段階{place}")
            self.relate(plan, step, "HAS_PART", order=place + 1)
            if before and self.random.random() < 0.8:
                self.relate(before, step, "LEADS_TO")
            if self.random.random() < 0.5:
                target = Measure(place, "件", ">=", None, "令和7年度", "")
                facts = {"name": f"指標{place}", "measurable": True, "target": target}
                self.relate(step, self.add(f"{step}/x", "Indicator", **facts), "MEASURED_BY")
            before = step

    def add(self, node: str, kind: str, **facts: Any) -> str:
        self.nodes.setdefault(node, Node(node, kind, str(facts.get("name") or node), facts))
        return node

    def relate(self, source: str, target: str, relation: str, **facts: Any) -> None:
        seen = [Evidence(self.name, len(self.edges) + 1, "表", f"{source}→{target}")]
        self.edges[source, target, relation] = Edge(source, target, relation, facts, seen)
