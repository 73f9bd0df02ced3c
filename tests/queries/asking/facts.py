"""What the graph of a file says, in a few lines that share nothing with the code under test."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from keikaku.graph.network import Graph
from keikaku.queries.asking.tokens.lexicon import Names


class Facts:
    """Plain look-ups in the JSON of a graph."""

    def __init__(self, payload: dict[str, Any]) -> None:
        self.nodes = {node["id"]: node for node in payload["nodes"]}
        self.out: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.into: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.edges = payload["edges"]
        self._names: Names | None = None
        for edge in payload["edges"]:
            self.out[edge["source"], edge["type"]].append(edge["target"])
            self.into[edge["target"], edge["type"]].append(edge["source"])

    def names_of(self, graph: Graph) -> Names:
        """The names of the same graph in memory, read once for all sentences."""
        self._names = self._names or Names(lambda _: graph)
        return self._names

    @classmethod
    def of(cls, path: Path) -> Facts:
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def kind(self, kind: str) -> list[str]:
        return [name for name, node in self.nodes.items() if node["kind"] == kind]

    def plans(self) -> dict[str, str]:
        return {self.nodes[p]["number"]: p for p in self.kind("Plan")}

    def name(self, node: str) -> str:
        facts = self.nodes[node]
        called = (facts.get(key) for key in ("name", "title", "code", "label"))
        return str(next(each for each in called if each))

    def components(self, plan: str) -> list[str]:
        return [n for n in self.out[plan, "HAS_PART"] if self.nodes[n]["kind"] == "Component"]

    def departments(self, plan: str) -> set[str]:
        holders = [plan, *self.components(plan)]
        return {self.name(d) for h in holders for d in self.into[h, "RESPONSIBLE_FOR"]}

    def themes(self, plan: str) -> set[str]:
        output = {self.name(t) for t in self.out[plan, "TOUCHES"]}
        above = {self.name(up) for t in self.out[plan, "TOUCHES"] for up in self.out[t, "PART_OF"]}
        return output | above

    def marked(self, plan: str) -> set[str]:
        return {
            self.name(e["target"])
            for e in self.edges
            if e["source"] == plan and e["type"] == "TOUCHES" and "mark" in e["basis"]
        }

    def indicators(self, plan: str) -> list[str]:
        holders = [plan, *self.components(plan)]
        return [i for h in holders for i in self.out[h, "MEASURED_BY"]]

    def milestones(self, plan: str) -> list[dict[str, Any]]:
        actions = [
            a for h in (plan, *self.components(plan)) for a in self.out[h, "HAS_PART"]
            if self.nodes[a]["kind"] == "Action"
        ]  # fmt: skip
        return [self.nodes[m] for a in actions for m in self.out[a, "HAS_PART"]]

    def years(self, plan: str, fact: str = "first_year") -> list[int]:
        """The first years of milestones and of bare arrows; or another year of each, if asked."""
        actions = [
            self.nodes[a] for h in (plan, *self.components(plan)) for a in self.out[h, "HAS_PART"]
            if self.nodes[a]["kind"] == "Action"
        ]  # fmt: skip
        nodes = [*self.milestones(plan), *actions]
        years = [each.get(fact) or each.get("first_year") for each in nodes]
        return [year for year in years if year]

    def guidelines(self, plan: str) -> set[str]:
        return {self.name(guideline) for guideline in self.out[plan, "GROUNDED_IN"]}

    def partners(self, plan: str) -> set[str]:
        ends = self.out[plan, "INVOLVES"]
        return {self.name(end) for end in ends if self.nodes[end]["kind"] == "Partner"}

    def of_goal(self, goal: str) -> set[str]:
        return {number for number in self.plans() if number.startswith(f"{goal}-")}

    def begin_in(self, year: int) -> set[str]:
        """The plans that surely begin in a year: of which no part may have begun before."""
        return self.where(
            lambda plan: (
                min(self.years(plan), default=0) == year
                and min(self.years(plan, "earliest_year"), default=0) == year
            )
        )

    def plans_of(self, department: str) -> list[str]:
        return [p for p in self.plans().values() if department in self.departments(p)]

    def departments_of(self, test: Any) -> set[str]:
        return {d for plan in self.plans().values() if test(plan) for d in self.departments(plan)}

    def themes_of(self, department: str) -> set[str]:
        plans = (p for p in self.plans().values() if department in self.departments(p))
        return {theme for plan in plans for theme in self.themes(plan)}

    def indicators_where(self, test: Any) -> set[str]:
        return {self.nodes[i]["name"] for i in self.kind("Indicator") if test(self.nodes[i], i)}

    def answering(self, indicator: str) -> set[str]:
        """Who answers for an indicator: its component's own departments, else those of the plan."""
        (holder,) = self.into[indicator, "MEASURED_BY"]
        own = self.into[holder, "RESPONSIBLE_FOR"]
        while not own:
            (holder,) = self.into[holder, "HAS_PART"]
            own = self.into[holder, "RESPONSIBLE_FOR"]
        return {self.name(department) for department in own}

    def runs(self, plan: str, year: int) -> bool:
        return any(m["first_year"] <= year <= m["last_year"] for m in self.milestones(plan))

    def where(self, test: Any) -> set[str]:
        return {number for number, plan in self.plans().items() if test(plan)}
