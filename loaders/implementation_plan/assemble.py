"""Readings → nodes and edges with evidence and stable ids."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from keikaku.graph.records import Measure, Records
from keikaku.loaders.channels import website_of
from keikaku.loaders.directions import direction
from keikaku.loaders.implementation_plan.plan_reader import DocumentReading
from keikaku.loaders.implementation_plan.records_builder import RecordsBuilder
from keikaku.loaders.mentions.plan_mentions import AllMentions
from keikaku.loaders.mentions.theme_mentions import Themes
from keikaku.loaders.readings import (
    ActionReading,
    ComponentReading,
    IndicatorReading,
    NamedThing,
    OverviewGroup,
    Part,
    PlanReading,
    Spot,
)


def assemble(
    reading: DocumentReading, mentions: AllMentions, themes: Themes, document: dict[str, Any]
) -> Records:
    """Return the graph of a document; ``document`` is the head of the file (id, title, …)."""
    return Assembly(reading, mentions, themes, document).records()


class Assembly:
    """Makes nodes and edges of what is read; families may differ in levels and further facts."""

    def __init__(
        self,
        reading: DocumentReading,
        mentions: AllMentions,
        themes: Themes,
        document: dict[str, Any],
    ) -> None:
        self.reading = reading
        self.mentions = mentions
        self.themes = themes
        self.out = RecordsBuilder(document)
        self.doc = str(document["id"])

    def records(self) -> Records:
        """Return the graph of the document."""
        self._document()
        for plan in self.reading.plans:
            self._plan(plan)
        self._between_plans()
        return self.out.records

    def _document(self) -> None:
        overview = self.reading.overview
        spots = [overview.spot] if overview.spot else []
        facts = {
            "title": overview.title,
            "first_year": overview.first_year,
            "last_year": overview.last_year,
            "published": overview.published,
        }
        self.out.node(self.doc, "PlanDocument", overview.title, facts, spots)
        if overview.municipality:
            city = f"municipality/{overview.municipality}"
            self.out.node(
                city, "Municipality", overview.municipality, {"name": overview.municipality}, spots
            )
            self.out.edge(city, self.doc, "PUBLISHES", {}, spots)
        self._groups()

    def _groups(self) -> None:
        overview = self.reading.overview
        goals = self._numbered(overview.goals, 1)
        for order, (number, group) in enumerate(goals.items(), 1):
            self._group("goal", "Goal", number, group)
            self._part_of(self.doc, f"{self.doc}/goal/{number}", order, [group.spot])
        initiatives = self._numbered(overview.initiatives, 2)
        count: dict[str, int] = {}
        for number, group in initiatives.items():
            goal = number.split("-")[0]
            count[goal] = count.get(goal, 0) + 1
            self._group("initiative", "Initiative", number, group)
            self._part_of(
                f"{self.doc}/goal/{goal}",
                f"{self.doc}/initiative/{number}",
                count[goal],
                [group.spot],
            )

    def _numbered(self, known: dict[str, OverviewGroup], parts: int) -> dict[str, OverviewGroup]:
        """Return the overview's groups, and those that follow only from plan numbers."""
        groups = dict(known)
        for plan in self.reading.plans:
            number = "-".join(plan.number.split("-")[:parts])
            if number not in groups:
                spot = plan.spot or Spot(0, "", "")
                groups[number] = self.reading.groups.get(number, OverviewGroup(number, "", spot))
        return dict(sorted(groups.items(), key=lambda item: [int(n) for n in item[0].split("-")]))

    def _group(self, word: str, kind: str, number: str, group: OverviewGroup) -> None:
        label = f"{number} {group.title}".strip()
        facts = {"number": number, "title": group.title}
        self.out.node(f"{self.doc}/{word}/{number}", kind, label, facts, [group.spot])

    def _part_of(self, whole: str, part: str, order: int, spots: list[Spot]) -> None:
        self.out.edge(whole, part, "HAS_PART", {"order": order}, spots)

    def _plan(self, plan: PlanReading) -> None:
        plan_id = f"{self.doc}/plan/{plan.number}"
        spots = [plan.spot] if plan.spot else []
        facts = {
            "number": plan.number,
            "title": plan.title,
            "overview": plan.overview.text if plan.overview else None,
            "vision": plan.vision.text if plan.vision else None,
            "unknown_marks": list(plan.marks.unknown),
            "disclosure_unknown": True if plan.disclosure.website is None else None,
        }
        evidence = [*spots, *(p.spot for p in (plan.overview, plan.vision) if p)]
        self.out.node(plan_id, "Plan", f"{plan.number} {plan.title}", facts, evidence)
        group, order = plan.number.rsplit("-", 1)
        self._part_of(f"{self.doc}/initiative/{group}", plan_id, int(order), spots)
        for position, department in enumerate(plan.departments, 1):
            role = "lead" if position == 1 else "co"
            self._responsible(department, plan_id, role, position)
        numbering = Numbering(plan.number)
        self._contents(plan, plan_id, numbering)
        for order_, component in enumerate(plan.components, 1):
            self._component(component, plan_id, order_, numbering)
        self._touches(plan, plan_id)
        self._disclosure(plan, plan_id)
        self._names(plan, plan_id)

    def _responsible(self, thing: NamedThing, target: str, role: str, order: int) -> None:
        department = self._department(thing)
        facts = {"role": role, "order": order}
        self.out.edge(department, target, "RESPONSIBLE_FOR", facts, [thing.spot])

    def _department(self, thing: NamedThing) -> str:
        return self._owned("department", "Department", thing.name, {}, [thing.spot])

    def _owned(
        self, word: str, kind: str, name: str, facts: dict[str, Any], spots: list[Spot]
    ) -> str:
        """Return a node that belongs to the municipality, or to the document without one."""
        owner = self.reading.overview.municipality or self.doc
        node_id = self.out.shared_id(f"{owner}/{word}", name)
        self.out.node(node_id, kind, name, {"name": name, **facts}, spots)
        return node_id

    def _component(
        self, component: ComponentReading, plan_id: str, order: int, numbering: Numbering
    ) -> None:
        component_id = f"{self.doc}/component/{numbering.plan}/{order}"
        spots = [component.spot] if component.spot else []
        facts = {
            "title": component.title,
            "overview": component.overview.text if component.overview else None,
            "vision": component.vision.text if component.vision else None,
        }
        evidence = [*spots, *(p.spot for p in (component.overview, component.vision) if p)]
        self.out.node(component_id, "Component", component.title, facts, evidence)
        self._part_of(plan_id, component_id, order, spots)
        for position, department in enumerate(component.departments, 1):
            self._responsible(department, component_id, "component", position)
        self._contents(component, component_id, numbering)

    def _contents(self, part: Part, owner: str, numbering: Numbering) -> None:
        for order, action in enumerate(part.actions, 1):
            self._action(action, owner, order, numbering)
        for order, indicator in enumerate(part.indicators, 1):
            self._indicator(indicator, owner, order, numbering)

    def _action(self, action: ActionReading, owner: str, order: int, numbering: Numbering) -> None:
        number = numbering.action()
        action_id = f"{self.doc}/action/{number}"
        first, last, note, earliest = action.arrow or (None, None, None, None)
        facts = {
            "title": action.title,
            "first_year": first,
            "last_year": last,
            "earliest_year": earliest,
        }
        spot = action.spot
        if note:
            spot = spot._replace(reading="repaired", confidence=0.85, note=note)
        self.out.node(action_id, "Action", action.title, facts, [spot])
        self._part_of(owner, action_id, order, [action.spot])
        for position, milestone in enumerate(action.milestones, 1):
            milestone_id = f"{self.doc}/milestone/{number}/{position}"
            facts = {
                "text": milestone.text,
                "first_year": milestone.first_year,
                "last_year": milestone.last_year,
                "continues": milestone.continues,
                "latest_year": milestone.latest_year,
            }
            self.out.node(milestone_id, "Milestone", milestone.text, facts, [milestone.spot])
            self._part_of(action_id, milestone_id, position, [milestone.spot])

    def _indicator(
        self, indicator: IndicatorReading, owner: str, order: int, numbering: Numbering
    ) -> None:
        indicator_id = f"{self.doc}/indicator/{numbering.indicator()}"
        facts = {
            "name": indicator.name,
            "measurable": indicator.measurable,
            "target": _measure(indicator.target),
            "baseline": _measure(indicator.baseline),
            "values": indicator.values or None,
            "direction": direction(
                indicator.name,
                indicator.target,
                indicator.baseline,
                indicator.relative,
                from_to=indicator.from_to,
            ),
            "cumulative": indicator.cumulative,
            "relative": indicator.relative,
            **self._more_of_indicator(indicator),
        }
        spots = [indicator.spot]
        if indicator.baseline_spot and indicator.baseline_spot != indicator.spot:
            spots.append(indicator.baseline_spot)
        self.out.node(indicator_id, "Indicator", indicator.name, facts, spots)
        self.out.edge(owner, indicator_id, "MEASURED_BY", {"order": order}, [indicator.spot])

    def _more_of_indicator(self, _indicator: IndicatorReading) -> dict[str, Any]:
        """Return facts that not every family has."""
        return {}

    def _touches(self, plan: PlanReading, plan_id: str) -> None:
        by_text = self.mentions.by_plan[plan.number].themes
        for name in self.themes.by_name:
            mark = plan.marks.marked.get(name)
            text = by_text.get(name)
            basis = [b for b, there in (("mark", mark), ("text", text)) if there]
            if not basis:
                continue
            spots = [*([mark] if mark else []), *(text.spots if text else ())]
            facts = {"basis": basis, "terms": text.terms if text else None}
            self.out.edge(plan_id, self._theme(name), "TOUCHES", facts, spots)
        for name in [*plan.marks.marked, *plan.marks.unknown]:
            self._theme(name)

    def _theme(self, name: str) -> str:
        theme = self.themes.by_name[name]
        theme_id = f"theme/{name}"
        if self.out.has(theme_id):
            return theme_id
        facts = {
            "name": name,
            "group": theme.group or None,
            "aliases": list(theme.same),
            "narrower": list(theme.words) or None,
        }
        self.out.node(theme_id, "Theme", name, facts, [])
        if theme.part_of:
            self.out.edge(theme_id, self._theme(theme.part_of), "PART_OF", {}, [])
        return theme_id

    def _disclosure(self, plan: PlanReading, plan_id: str) -> None:
        disclosure = plan.disclosure
        channels: list[tuple[str, str, Spot]] = []
        if disclosure.website and disclosure.website_spot:
            website = website_of(self.reading.overview.municipality)
            channels.append((website, "website", disclosure.website_spot))
        channels += [(n.name, "other", n.spot) for n in disclosure.other]
        channels += [(n.name, "page", n.spot) for n in disclosure.pages]
        for name, kind, spot in channels:
            word = "webpage" if kind == "page" else "channel"
            channel = self._owned(word, "Channel", name, {"type": kind}, [spot])
            self.out.edge(plan_id, channel, "DISCLOSED_ON", {}, [spot])

    def _names(self, plan: PlanReading, plan_id: str) -> None:
        mentions = self.mentions.by_plan[plan.number]
        for guideline in mentions.guidelines:
            facts: dict[str, Any] = {"type": guideline.type}
            if guideline.printed != guideline.name:
                facts["aliases"] = [guideline.printed]
            spots = [guideline.spot]
            if guideline.national:
                target = self.out.shared_id("guideline", guideline.name)
                facts["name"] = guideline.name
                self.out.node(target, "Guideline", guideline.name, facts, spots)
            else:
                target = self._owned("guideline", "Guideline", guideline.name, facts, spots)
            self.out.edge(plan_id, target, "GROUNDED_IN", {}, spots)
        for code in plan.sdgs:
            target = f"sdg/{code.name}"
            self.out.node(target, "SdgTarget", code.name, {"code": code.name}, [code.spot])
            self.out.edge(plan_id, target, "CONTRIBUTES_TO", {}, [code.spot])
        for department in mentions.departments:
            self.out.edge(plan_id, self._department(department), "INVOLVES", {}, [department.spot])
        for department in mentions.partners:
            target = self.out.shared_id("partner", department.name)
            self.out.node(
                target, "Partner", department.name, {"name": department.name}, [department.spot]
            )
            self.out.edge(plan_id, target, "INVOLVES", {}, [department.spot])

    def _between_plans(self) -> None:
        for dependency in self.mentions.dependencies:
            spot = Spot(
                dependency.line,
                dependency.section,
                dependency.words,
                "stated",
                dependency.confidence,
            )
            facts = {
                "reason": dependency.reason,
                "words": dependency.words,
                "term": dependency.term,
            }
            source, target = (
                f"{self.doc}/plan/{n}" for n in (dependency.source, dependency.target)
            )
            self.out.edge(source, target, "DEPENDS_ON", facts, [spot])
        for pair in self.mentions.related:
            left, right = (f"{self.doc}/plan/{n}" for n in (pair.left, pair.right))
            shared: dict[str, Any] = {
                "score": pair.score,
                "strength": "strong" if pair.strong else "weak",
                "reasons": list(pair.reasons),
            }
            self.out.inferred(left, right, "RELATED_TO", shared, pair.score)


class Numbering:
    """Counts the actions and indicators of a plan through its components."""

    def __init__(self, plan: str) -> None:
        self.plan = plan
        self._actions = 0
        self._indicators = 0

    def action(self) -> str:
        """Return the number of the next action."""
        self._actions += 1
        return f"{self.plan}/{self._actions}"

    def indicator(self) -> str:
        """Return the number of the next indicator."""
        self._indicators += 1
        return f"{self.plan}/{self._indicators}"


def _measure(measure: Measure | None) -> dict[str, Any] | None:
    return asdict(measure) if measure is not None else None
