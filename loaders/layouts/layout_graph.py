"""What is known of the plans of a source → nodes and edges, levels of any depth."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from keikaku.graph.records import Records
from keikaku.loaders.implementation_plan.assemble import Assembly, Numbering
from keikaku.loaders.implementation_plan.plan_reader import DocumentReading
from keikaku.loaders.layouts.facts.department_names import names_of_several
from keikaku.loaders.layouts.facts.indicators import as_facts
from keikaku.loaders.layouts.facts.plan_facts import DepartmentFact, LevelFact, PlanFacts
from keikaku.loaders.mentions.plan_mentions import AllMentions
from keikaku.loaders.mentions.theme_mentions import Themes
from keikaku.loaders.readings import IndicatorReading, NamedThing, Overview, PlanReading, Spot


@dataclass(slots=True)
class DocumentFacts:
    """The document: what stands on its front, and its plans in order."""

    overview: Overview
    plans: list[PlanFacts] = field(default_factory=list)


def assemble(
    facts: DocumentFacts, mentions: AllMentions, themes: Themes, document: dict[str, Any]
) -> Records:
    """Return the graph of a document; ``document`` is the head of the file."""
    return LayoutAssembly(facts, mentions, themes, document).records()


class LayoutAssembly(Assembly):
    """Levels as the source prints them, and the facts that not every family has."""

    def __init__(
        self, facts: DocumentFacts, mentions: AllMentions, themes: Themes, document: dict[str, Any]
    ) -> None:
        reading = DocumentReading(overview=facts.overview, plans=[p.reading for p in facts.plans])
        super().__init__(reading, mentions, themes, document)
        self.facts = {plan.key: plan for plan in facts.plans}
        self._parents: dict[str, str] = {}
        self._children: dict[str, int] = {}
        self._levels: dict[tuple[str, ...], str] = {}
        self._titles = level_titles(facts.plans)
        departments = (each for plan in facts.plans for each in plan.departments)
        self._shared_names = names_of_several((each.name, each.division) for each in departments)

    def _groups(self) -> None:
        """Make no levels in advance: each is made when a plan names it."""

    def _plan(self, plan: PlanReading) -> None:
        facts = self.facts[plan.number]
        parent = self._parent(facts.levels)
        plan_id = f"{self.doc}/plan/{facts.key}"
        spots = [plan.spot] if plan.spot else []
        number = facts.printed_number
        known = {
            "number": number or None,
            "title": plan.title,
            "overview": plan.overview.text if plan.overview else None,
            "vision": plan.vision.text if plan.vision else None,
            "problem": facts.problem.text if facts.problem else None,
            "category": facts.category,
            "priority": facts.priority,
            "first_year": facts.first_year,
            "last_year": facts.last_year,
            **self._more_of_plan(plan),
        }
        evidence = [*spots, *(p.spot for p in (plan.overview, plan.vision, facts.problem) if p)]
        label = f"{number} {plan.title}".strip()
        self.out.node(plan_id, "Plan", label, known, evidence)
        self._child(parent, plan_id, spots)
        self._responsibilities(facts, plan_id)
        numbering = Numbering(facts.key)
        self._contents(plan, plan_id, numbering)
        for order, indicator in enumerate(facts.indicators, 1):
            self._indicator(indicator, plan_id, order, numbering)
        for order, component in enumerate(plan.components, 1):
            self._component(component, plan_id, order, numbering)
        self._money(facts, plan_id)
        self._logic(facts, plan_id)
        self._touches(plan, plan_id)
        self._disclosure(plan, plan_id)
        self._names(plan, plan_id)
        self._partners(facts, plan_id)

    def _more_of_plan(self, _plan: PlanReading) -> dict[str, Any]:
        """Return facts that only some families have."""
        return {}

    def _parent(self, levels: list[LevelFact]) -> str:
        """Return the node of the lowest level above a plan; make the levels that are new."""
        parent = self.doc
        path: tuple[str, ...] = ()
        for depth, level in enumerate(levels):
            path = (*path, level.number or level.title)
            known = self._levels.get(path)
            if known is None:
                kind, word = ("Goal", "goal") if depth == 0 else ("Initiative", "initiative")
                key = _key(path)
                known = self._levels[path] = f"{self.doc}/{word}/{key}"
                title = self._titles[path].most_common(1)[0][0]
                label = f"{level.number} {title}".strip()
                known_facts = {
                    "number": level.number or None,
                    "title": title,
                    "level": level.level or None,
                }
                self.out.node(known, kind, label, known_facts, [level.spot])
                self._child(parent, known, [level.spot])
            parent = known
        return parent

    def _child(self, parent: str, child: str, spots: list[Spot]) -> None:
        self._children[parent] = self._children.get(parent, 0) + 1
        self._part_of(parent, child, self._children[parent], spots)

    def _responsibilities(self, facts: PlanFacts, plan_id: str) -> None:
        for order, each in enumerate(facts.departments, 1):
            node = self._department_of(each)
            edge = {"role": each.role, "order": order}
            more = [spot for spot in each.sections.values() if spot != each.spot]
            self.out.edge(node, plan_id, "RESPONSIBLE_FOR", edge, [each.spot, *more])

    def _department_of(self, each: DepartmentFact) -> str:
        node = self._named_department(each)
        if each.division:
            above = self._owned(
                "department", "Department", each.division, {"level": "division"}, [each.spot]
            )
            if above != node:
                self.out.edge(node, above, "PART_OF", {}, [each.spot])
        for section, spot in each.sections.items():
            name = section if section.startswith(each.name) else f"{each.name}{section}"
            below = self._owned("department", "Department", name, {"level": "section"}, [spot])
            if below != node:
                self.out.edge(below, node, "PART_OF", {}, [spot])
        return node

    def _named_department(self, each: DepartmentFact) -> str:
        """Return the node of a department; a 総務課 of several divisions is one in each of them."""
        facts = {"level": each.level}
        if each.name not in self._shared_names or not each.division:
            return self._owned("department", "Department", each.name, facts, [each.spot])
        owner = self.reading.overview.municipality or self.doc
        node = self.out.shared_id(f"{owner}/department", f"{each.division}{each.name}")
        label = f"{each.division} {each.name}"
        self.out.node(node, "Department", label, {"name": each.name, **facts}, [each.spot])
        return node

    def _more_of_indicator(self, _indicator: IndicatorReading) -> dict[str, Any]:
        from keikaku.loaders.layouts.facts.plan_facts import IndicatorFact

        return as_facts(_indicator) if isinstance(_indicator, IndicatorFact) else {}

    def _money(self, facts: PlanFacts, plan_id: str) -> None:
        for budget in facts.budgets.values():
            node = f"{self.doc}/budget/{facts.key}/{budget.stage}/{budget.fiscal_year}"
            known: dict[str, Any] = {
                "fiscal_year": budget.fiscal_year,
                "stage": budget.stage,
                **budget.amounts,
            }
            label = f"{budget.fiscal_year}年度"
            self.out.node(node, "Budget", label, known, budget.spots)
            self.out.edge(plan_id, node, "HAS_BUDGET", {}, budget.spots[:1])
        for each in facts.evaluations.values():
            node = f"{self.doc}/evaluation/{facts.key}/{each.by}/{each.fiscal_year}"
            known = {"fiscal_year": each.fiscal_year, "by": each.by, **each.facts}
            label = str(
                each.facts.get("direction_text")
                or each.facts.get("grade")
                or f"{each.fiscal_year}年度"
            )
            self.out.node(node, "Evaluation", label, known, each.spots)
            self.out.edge(plan_id, node, "EVALUATED_AS", {}, each.spots[:1])

    def _logic(self, facts: PlanFacts, plan_id: str) -> None:
        before: str | None = None
        stage = ""
        for order, each in enumerate(facts.logic, 1):
            node = f"{self.doc}/logic/{facts.key}/{order}"
            label = each.text.split("\n")[0][:40]
            self.out.node(
                node, "LogicStep", label, {"stage": each.stage, "text": each.text}, [each.spot]
            )
            self._part_of(plan_id, node, order, [each.spot])
            if before and each.stage != stage:
                self.out.edge(before, node, "LEADS_TO", {}, [each.spot])
            before, stage = node, each.stage

    def _partners(self, facts: PlanFacts, plan_id: str) -> None:
        for partner in facts.partners:
            node = f"partner/{partner.name}"
            self.out.node(node, "Partner", partner.name, {"name": partner.name}, [partner.spot])
            self.out.edge(plan_id, node, "INVOLVES", {}, [partner.spot])


def level_titles(plans: list[PlanFacts]) -> dict[tuple[str, ...], Counter[str]]:
    """Count the titles of each level, by the path of its numbers."""
    titles: dict[tuple[str, ...], Counter[str]] = {}
    for plan in plans:
        path: tuple[str, ...] = ()
        for level in plan.levels:
            path = (*path, level.number or level.title)
            titles.setdefault(path, Counter())[level.title] += 1
    return titles


def _key(path: tuple[str, ...]) -> str:
    """Return a level's number if it names the levels above it, too, else the path of them."""
    last = path[-1]
    if len(path) > 1 and not last.startswith(path[-2]):
        return "/".join(path)
    return last if len(path) == 1 or last.count("-") or last.count(".") else "/".join(path)


__all__ = ["DocumentFacts", "NamedThing", "assemble"]
