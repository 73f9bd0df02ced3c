"""Records of the loader → what a careful reader would write down, plan by plan.

The form is that of the hand-written readings (``examples/*-expected.yaml``), so that a reading by
eye, the meaning of a generated document, and what the loader read can be compared as they are.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from keikaku.graph.records import Node, Records
from tests.generator.meaning import THEMES, Indicator, Plan, Quantity

Facts = dict[str, Any]

FAMILIES = (
    "title",
    "departments",
    "components",
    "marks",
    "website",
    "other",
    "pages",
    "actions",
    "milestones",
    "indicators",
    "qualitative",
    "guidelines",
    "sdgs",
    "depends_on",
)


def fold(text: str) -> str:
    """Text as it is compared: NFKC, and no spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


class Reader:
    """Looks a plan's facts up in the records."""

    def __init__(self, records: Records) -> None:
        self.nodes = {node.id: node for node in records.nodes}
        self.out: dict[tuple[str, str], list[tuple[str, Facts]]] = defaultdict(list)
        self.into: dict[tuple[str, str], list[tuple[str, Facts]]] = defaultdict(list)
        for edge in records.edges:
            self.out[edge.source, edge.type].append((edge.target, edge.facts))
            self.into[edge.target, edge.type].append((edge.source, edge.facts))

    def plans(self) -> dict[str, Facts]:
        """The facts of every plan by its number."""
        plan_nodes = [node for node in self.nodes.values() if node.kind == "Plan"]
        return {node.facts["number"]: self._plan(node) for node in plan_nodes}

    def _targets(self, source: str, relation: str, kind: str) -> Iterator[Node]:
        """The nodes of a kind that a relation leads to, in their printed order."""
        ends = sorted(self.out[source, relation], key=lambda end: end[1].get("order", 0))
        return (self.nodes[end] for end, _ in ends if self.nodes[end].kind == kind)

    def _names(self, source: str, relation: str, kind: str, fact: str = "name") -> list[str]:
        return [fold(node.facts[fact]) for node in self._targets(source, relation, kind)]

    def _departments(self, node: str) -> list[str]:
        ends = sorted(self.into[node, "RESPONSIBLE_FOR"], key=lambda end: end[1]["order"])
        return [fold(self.nodes[end].facts["name"]) for end, _ in ends]

    def _plan(self, plan: Node) -> Facts:
        parts = list(self._targets(plan.id, "HAS_PART", "Component"))
        owners: list[tuple[str | None, str]] = [(None, plan.id)]
        owners += [(fold(part.facts["title"]), part.id) for part in parts]
        actions = [
            (title, action)
            for title, owner in owners
            for action in self._targets(owner, "HAS_PART", "Action")
        ]
        measured = [
            (title, one)
            for title, owner in owners
            for one in self._targets(owner, "MEASURED_BY", "Indicator")
        ]
        return {
            "title": fold(plan.facts["title"]),
            "departments": self._departments(plan.id),
            "components": [(fold(one.facts["title"]), self._departments(one.id)) for one in parts],
            "marks": self._marks(plan),
            "website": self._website(plan),
            "other": self._channels(plan, "other"),
            "pages": self._channels(plan, "page"),
            "actions": [(title, fold(one.facts["title"])) for title, one in actions],
            "milestones": [
                (
                    title,
                    fold(action.facts["title"]),
                    one.facts["first_year"],
                    fold(one.facts["text"]),
                )
                for title, action in actions
                for one in self._targets(action.id, "HAS_PART", "Milestone")
            ],
            "indicators": [
                (title, fold(one.facts["name"]), measure(one, "target"), measure(one, "baseline"))
                for title, one in measured
                if one.facts["measurable"]
            ],
            "qualitative": [fold(n.facts["name"]) for _, n in measured if not n.facts["measurable"]]
            + [  # a target in words with a baseline in numbers: one indicator that holds both
                fold(n.facts["relative"])
                for _, n in measured
                if n.facts["measurable"] and not n.facts.get("target") and n.facts.get("relative")
            ],
            "guidelines": sorted(self._names(plan.id, "GROUNDED_IN", "Guideline")),
            "sdgs": sorted(self._names(plan.id, "CONTRIBUTES_TO", "SdgTarget", "code")),
            "depends_on": sorted(self._names(plan.id, "DEPENDS_ON", "Plan", "number")),
        }

    def _marks(self, plan: Node) -> dict[str, bool | None]:
        marked = {
            self.nodes[theme].facts["name"]
            for theme, facts in self.out[plan.id, "TOUCHES"]
            if "mark" in facts["basis"]
        }
        unknown = plan.facts["unknown_marks"]
        return {theme: None if theme in unknown else theme in marked for theme in THEMES}

    def _website(self, plan: Node) -> bool | None:
        if plan.facts.get("disclosure_unknown"):
            return None
        return any(
            self.nodes[end].facts["type"] == "website"
            for end, _ in self.out[plan.id, "DISCLOSED_ON"]
        )

    def _channels(self, plan: Node, kind: str) -> list[str]:
        channels = self._targets(plan.id, "DISCLOSED_ON", "Channel")
        return sorted(fold(one.facts["name"]) for one in channels if one.facts["type"] == kind)


Measured = tuple[float, str | None, str, str | None, str | None]


def measure(indicator: Node, which: str) -> Measured | None:
    """A measure as it is compared: value, unit, comparator, qualifier, as_of."""
    value = indicator.facts.get(which)
    if value is None:
        return None
    measure_facts: Facts = (
        value
        if isinstance(value, dict)
        else {
            name: getattr(value, name)
            for name in ("value", "unit", "comparator", "qualifier", "as_of")
        }
    )
    unit = measure_facts["unit"]
    return (
        float(measure_facts["value"]),
        fold(unit) if unit else None,
        measure_facts["comparator"],
        measure_facts["qualifier"],
        measure_facts["as_of"],
    )


def _quantity(amount: Quantity | None, as_of: str) -> Measured | None:
    if amount is None:
        return None
    unit = fold(amount.unit) if amount.unit else None
    return (float(amount.value), unit, amount.comparator, amount.qualifier, as_of)


def meaning(plan: Plan, target_as_of: str, baseline_as_of: str, numbers: dict[str, str]) -> Facts:
    """What is meant by a plan, in the same form. ``numbers``: title → number of each plan."""

    def indicator_facts(component: str | None, one: Indicator) -> tuple[Any, ...]:
        return (
            fold(component) if component else None,
            fold(one.name),
            _quantity(one.target, target_as_of),
            _quantity(one.baseline, baseline_as_of),
        )

    sections = [(fold(title) if title else None, section) for title, section in plan.sections()]
    return {
        "title": fold(plan.title),
        "departments": [fold(one) for one in plan.departments],
        "components": [
            (fold(one.title), [fold(name) for name in one.departments]) for one in plan.components
        ],
        "marks": dict(zip(THEMES, plan.marks, strict=True)),
        "website": plan.website,
        "other": sorted(fold(one) for one in plan.other),
        "pages": sorted(fold(one) for one in plan.pages),
        "actions": [(title, fold(one.title)) for title, part in sections for one in part.actions],
        "milestones": [
            (title, fold(action.title), one.first_year, fold(one.text))
            for title, part in sections
            for action in part.actions
            for one in action.milestones
        ],
        "indicators": [
            indicator_facts(title, one) for title, part in sections for one in part.indicators
        ],
        "qualitative": [fold(one) for _, part in sections for one in part.wishes],
        "guidelines": sorted(fold(one) for one in plan.guidelines),
        "sdgs": sorted(plan.sdgs),
        "depends_on": sorted(numbers[title] for title in plan.depends_on),
    }
