"""How much of a made city's plan a graph holds, fact by fact."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from keikaku.graph.records import Records
from tests.layouts.cities import City, CityPlan


def scores(city: City, records: Records) -> dict[str, float]:
    """The share of each sort of fact that the records hold as the city has it."""
    loaded = LoadedPlan(records)
    right: dict[str, list[bool]] = defaultdict(list)
    for plan in city.plans:
        for name, ok in _checks(city, plan, loaded):
            right[name].append(ok)
    extra = len(loaded.plans) - len(city.plans)
    right["no plan too many"] = [extra <= 0]
    return {name: sum(oks) / len(oks) for name, oks in right.items()}


class LoadedPlan:
    def __init__(self, records: Records) -> None:
        self.nodes = {n.id: n for n in records.nodes}
        self.plans = {n.facts["title"]: n for n in records.nodes if n.kind == "Plan"}
        self.out: dict[str, list[Any]] = defaultdict(list)
        self.into: dict[str, list[Any]] = defaultdict(list)
        for edge in records.edges:
            self.out[edge.source].append(edge)
            self.into[edge.target].append(edge)

    def below(self, node: str, kind: str) -> list[Any]:
        return [self.nodes[e.target] for e in self.out[node] if self.nodes[e.target].kind == kind]

    def above(self, node: str, kind: str) -> list[tuple[Any, Any]]:
        return [
            (e, self.nodes[e.source]) for e in self.into[node] if self.nodes[e.source].kind == kind
        ]


def _checks(city: City, plan: CityPlan, loaded: LoadedPlan) -> Any:
    node = loaded.plans.get(plan.title)
    yield "plan", node is not None
    facts = node.facts if node else {}
    at = node.id if node else ""
    yield "number", facts.get("number") == plan.number
    parents = [n.facts["title"] for _, n in loaded.above(at, "Initiative")]
    yield "group", parents == [plan.group[1]]
    departments = loaded.above(at, "Department")
    lead = [n for e, n in departments if e.facts["role"] == "lead"]
    yield "department", [n.facts["name"] for n in lead] == [plan.department]
    above = [
        loaded.nodes[e.target].facts["name"]
        for n in lead
        for e in loaded.out[n.id]
        if e.type == "PART_OF"
    ]
    yield "division", above == [plan.division]
    yield "co", {n.facts["name"] for e, n in departments if e.facts["role"] == "co"} == set(plan.co)
    yield "problem", _flat(facts.get("problem")) == _flat(plan.problem)
    actions = loaded.below(at, "Action")
    yield (
        "work",
        _flat(plan.work)
        in {_flat(facts.get("overview")), *(_flat(a.facts["title"]) for a in actions)},
    )
    yield "category", facts.get("category") == plan.category
    steps = {
        (m.facts["text"], m.facts["first_year"], m.facts["last_year"])
        for a in actions
        for m in loaded.below(a.id, "Milestone")
    }
    for step in _steps(plan, city.first_year):
        yield "schedule", step in steps
    yield "no step too many", len(steps) == len(list(_steps(plan, city.first_year)))
    indicators = loaded.below(at, "Indicator")
    mine: dict[str, Any] = next(
        (i.facts for i in indicators if _flat(i.facts["name"]) == _flat(plan.indicator)), {}
    )
    yield "indicator", bool(mine) and len(indicators) == 1
    values = {v["fiscal_year"]: v for v in mine.get("values", ())}
    for n, target in enumerate(plan.targets):
        value = values.get(city.first_year + n, {})
        ok = value.get("value") == target and value.get("kind") == "target"
        yield "targets", ok and value.get("unit") == plan.unit
    yield "baseline", (mine.get("baseline") or {}).get("value") == plan.baseline
    effects = {
        b.facts["fiscal_year"]: b.facts.get("total")
        for b in loaded.below(at, "Budget")
        if b.facts["stage"] == "effect"
    }
    for n, effect in enumerate(plan.effects):
        yield "effects", effects.get(city.first_year + n) == effect * 1000
    yield "sdgs", {n.facts["code"] for n in loaded.below(at, "SdgTarget")} == set(plan.sdgs)


def _flat(text: Any) -> str:
    return "".join(str(text or "").split())


def _steps(plan: CityPlan, first: int) -> Any:
    """Each step with the years that it runs, arrows followed."""
    steps: list[list[Any]] = []
    for n, text in enumerate(plan.schedule):
        if text == "→":
            steps[-1][2] = first + n
        else:
            steps.append([text, first + n, first + n])
    return [tuple(step) for step in steps]
