"""How much of a made town's plan a graph holds, fact by fact."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from keikaku.graph.records import Records
from tests.layouts.scoring import LoadedPlan
from tests.layouts.towns import Town, TownPlan


def town_scores(town: Town, records: Records) -> dict[str, float]:
    """The share of each sort of fact that the records hold as the town has it."""
    loaded = LoadedPlan(records)
    right: dict[str, list[bool]] = defaultdict(list)
    for plan in town.plans:
        for name, ok in _checks(town, plan, loaded):
            right[name].append(ok)
    right["no plan too many"] = [sum(n.kind == "Plan" for n in records.nodes) <= len(town.plans)]
    return {name: sum(oks) / len(oks) for name, oks in right.items()}


def flat(text: Any) -> str:
    """Text as it is compared: NFKC without any space."""
    return "".join(unicodedata.normalize("NFKC", str(text or "")).split())


def _checks(town: Town, plan: TownPlan, loaded: LoadedPlan) -> Iterator[tuple[str, bool]]:
    node = loaded.plans.get(plan.title)
    yield "plan", node is not None
    facts = node.facts if node else {}
    at = node.id if node else ""
    yield "number", facts.get("number") == plan.number
    titles = []
    here = at
    while up := [n for n in loaded.into[here] if n.type == "HAS_PART"]:
        here = up[0].source
        titles.append(loaded.nodes[here].facts.get("title"))
    yield "levels", [t for _, t in plan.levels] == titles[:-1][::-1]
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
    co = {n.facts["name"] for e, n in departments if e.facts["role"] == "co"}
    yield "co", co == set(plan.co)
    yield "problem", flat(facts.get("problem")) == flat(plan.problem)
    actions = loaded.below(at, "Action")
    works = {flat(facts.get("overview")), *(flat(a.facts["title"]) for a in actions)}
    yield "work", flat(plan.work) in works
    yield "category", facts.get("category") == plan.category
    yield from _schedule(town, plan, loaded, actions)
    yield from _kpis(town, plan, loaded, at)
    effects = {
        b.facts["fiscal_year"]: b.facts.get("total")
        for b in loaded.below(at, "Budget")
        if b.facts["stage"] == "effect"
    }
    for n, effect in enumerate(plan.effects):
        yield "effects", effects.get(town.first + n) == effect * 1000
    codes = {n.facts["code"] for n in loaded.below(at, "SdgTarget")}
    yield "sdgs", codes == set(plan.sdgs)


def _schedule(
    town: Town, plan: TownPlan, loaded: LoadedPlan, actions: list[Any]
) -> Iterator[tuple[str, bool]]:
    steps = [
        (m.facts["text"], m.facts["first_year"], m.facts["last_year"])
        for a in actions
        for m in loaded.below(a.id, "Milestone")
    ]
    expected = list(steps_of(town, plan))
    for step in expected:
        yield "schedule", step in steps
    yield "no step too many", sorted(steps) == sorted(expected)


def steps_of(town: Town, plan: TownPlan) -> Iterator[tuple[str, int, int]]:
    """Each step with the years that it runs, arrows followed."""
    for task in plan.tasks:
        running: list[Any] = []
        for n, text in enumerate(task.steps):
            if text == "→":
                running[-1][2] = town.first + n
            else:
                running.append([text, town.first + n, town.first + n])
        yield from (tuple(step) for step in running)


def _kpis(town: Town, plan: TownPlan, loaded: LoadedPlan, at: str) -> Iterator[tuple[str, bool]]:
    indicators = loaded.below(at, "Indicator")
    yield "no indicator too many", len(indicators) == len(plan.kpis)
    for kpi in plan.kpis:
        mine: dict[str, Any] = next(
            (i.facts for i in indicators if flat(i.facts["name"]) == flat(kpi.name)), {}
        )
        yield "indicator", bool(mine)
        values = {v["fiscal_year"]: v for v in mine.get("values") or () if v["kind"] == "target"}
        for n, target in enumerate(kpi.targets):
            value = values.get(town.first + n, {})
            yield "targets", value.get("value") == target
            yield "unit", flat(value.get("unit")) == flat(kpi.unit)
        yield "baseline", (mine.get("baseline") or {}).get("value") == kpi.baseline
