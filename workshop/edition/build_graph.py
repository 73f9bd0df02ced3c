"""Build the graph of the next edition, before that of this one: numbered plans → nodes and edges.

Facts that are carried over (引き継ぎ) have evidence of the new document, ``inferred``, with the
place in the old one as its note. Facts that were decided have the cell, or the line of the
decisions file, as their evidence, ``stated``.

- Goals, initiatives, components, themes, guidelines, SDGs, channels, the bodies named, and the
  dependencies that the old text states are carried over. Actions and milestones are not: those of
  the next edition are still to be written. Inferred relations (RELATED_TO) are not either.
- Indicators keep their name, direction and, until it is renewed, their target: each such target is
  a finding. With progress the baseline is the last actual value, else the old baseline.
- A new lead replaces the old one; all other departments of a plan, and of the plans merged into
  it, share it.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import networkx as nx

from keikaku.graph import merging
from keikaku.graph.findings import ActionsToWrite, TargetToRenew
from keikaku.graph.measures import format_measure
from keikaku.graph.network import Attributes, Graph
from keikaku.graph.records import Evidence as Piece
from keikaku.graph.records import Finding
from keikaku.loaders.text import fold
from keikaku.queries.graph_walks import (
    Evidence,
    Facts,
    arriving,
    in_order,
    leads,
    leaving,
    of_kind,
    parts,
    responsible,
)
from keikaku.workshop.decisions.read_decisions import digest
from keikaku.workshop.edition.edition_evidence import carried, decided
from keikaku.workshop.edition.edition_indicators import Indicator, carried_over, renewed
from keikaku.workshop.edition.lasting_facts import lasting_facts
from keikaku.workshop.edition.renumber import EditionPlan, NextPlan
from keikaku.workshop.plan_keys import headings_of
from keikaku.workshop.progress.progress_records import Progress

_CARRIED = ("TOUCHES", "GROUNDED_IN", "CONTRIBUTES_TO", "DISCLOSED_ON", "INVOLVES")


def build(graph: Graph, made: EditionPlan, progress: Progress | None = None) -> Graph:
    """Return the next edition and this one in one graph, the new document first.

    ``graph`` is not changed; of several documents in it only the one decided about is included.
    """
    old = merging.only(graph, made.document)
    building = _Building(old, made, progress)
    building.document()
    for plan in made.plans:
        building.plan(plan)
    building.dependencies()
    building.findings()
    both, _ = merging.merge([building.new, old])
    for source, target, facts in building.successions():
        both.add_edge(source, target, "SUCCEEDS", **facts)
    return both


class _Building:
    """The graph of the new document while it is built."""

    def __init__(self, old: Graph, made: EditionPlan, progress: Progress | None) -> None:
        self.old, self.made, self.progress = old, made, progress
        self.id = str(made.head["id"])
        self.file = made.decisions.file
        head = {**made.head, "source": self.file, "sha256": digest(made.decisions)}
        self.new: Graph = nx.MultiDiGraph(document=head, documents=[head], findings=[])
        self.successor: dict[str, str] = {}
        self.headings = headings_of(old, made.document)

    def document(self) -> None:
        """Add the document, who publishes it, its goals and initiatives."""
        head, old = self.made.head, self.made.document
        facts = {key: head[key] for key in ("title", "first_year", "last_year")}
        seen = self._carried(self.old.nodes[old]["evidence"])
        about = {"kind": "PlanDocument", "label": head["title"], **facts, "evidence": seen}
        self.new.add_node(self.id, **about)
        for city, edge in arriving(self.old, old, "PUBLISHES"):
            self._shared(city)
            self._edge(city, self.id, edge)
        for theme, facts in of_kind(self.old, "Theme"):
            if not facts["evidence"]:  # the list of themes, which needs no source
                self._shared(theme)
        self._parts(old, self.id)

    def _parts(self, node: str, above: str) -> None:
        for part, edge in in_order(leaving(self.old, node, "HAS_PART")):
            name = self._renamed(part)
            facts = self.old.nodes[part]
            if facts["kind"] not in {"Goal", "Initiative"}:
                continue
            self.new.add_node(name, **{**facts, "evidence": self._carried(facts["evidence"])})
            self._edge(above, name, edge)
            self._parts(part, name)

    def plan(self, plan: NextPlan) -> None:
        """Add a plan with all that is carried over, and all that was decided."""
        name = f"{self.id}/plan/{plan.key}"
        sources = [self._old(number) for number in (plan.root, *plan.merged) if number]
        proof = decided(self.file, plan.outcome, plan.title)
        facts: Attributes = {"unknown_marks": []}
        if plan.root:
            facts = lasting_facts(self.old.nodes[sources[0]], self.made.head["first_year"])
            proof = proof + self._carried(facts["evidence"][:1])
        facts |= {"kind": "Plan", "number": plan.number, "title": plan.title}
        if not plan.number:
            del facts["number"]
        facts |= {"label": f"{plan.number} {plan.title}".strip(), "evidence": proof}
        self.new.add_node(name, **facts)
        heading = self.headings.get(plan.initiative)
        above = self._renamed(heading) if heading else self.id
        self._add(above, name, "HAS_PART", proof, order=plan.place)
        self.successor |= dict.fromkeys(sources, name)
        self._departments(name, plan, sources)
        for source in sources:
            for relation in _CARRIED:
                for end, edge in leaving(self.old, source, relation):
                    self._shared(end)
                    self._edge(name, end, edge)
        self._components(name, plan, sources)

    def _departments(self, name: str, plan: NextPlan, sources: list[str]) -> None:
        """Add the lead first (a new one replaces the old), then all others, in order."""
        held: dict[str, Evidence] = {}
        for source in sources:
            for department, edge in responsible(self.old, source):
                held.setdefault(department, self._carried(edge["evidence"]))
        lead = plan.outcome.change.new_lead
        if lead:
            first = self._department(lead, plan)
            gone = {first, *self._leads(sources[:1])}
            others = {node: each for node, each in held.items() if node not in gone}
            held = {first: decided(self.file, plan.outcome, lead), **others}
        for order, (department, evidence) in enumerate(held.items(), 1):
            if department in self.old:
                self._shared(department)
            role = "lead" if order == 1 else "co"
            self._add(department, name, "RESPONSIBLE_FOR", evidence, role=role, order=order)

    def _leads(self, plans: list[str]) -> set[str]:
        return {department for plan in plans for department in leads(self.old, plan)}

    def _department(self, name: str, plan: NextPlan) -> str:
        """Return the department of that name; a new one is made for the municipality."""
        for node, facts in of_kind(self.old, "Department"):
            if fold(facts["name"]) == fold(name):
                return node
        node = f"{self.made.head['municipality']}/department/{name}"
        proof = decided(self.file, plan.outcome, name)
        if node not in self.new:
            self.new.add_node(node, kind="Department", label=name, name=name, evidence=proof)
        return node

    def _components(self, name: str, plan: NextPlan, sources: list[str]) -> None:
        """Add indicators of the plan itself, then its components with theirs."""
        indicators = [
            each for source in sources for each in carried_over(self.old, source, self.progress)
        ]
        place = self._measures(name, plan, renewed(indicators, plan.outcome), 0)
        count = 0
        for source in sources:
            for part, facts in parts(self.old, source, "Component"):
                count += 1
                component = f"{self.id}/component/{plan.key}/{count}"
                seen = self._carried(facts["evidence"])
                self.new.add_node(component, **{**facts, "evidence": seen})
                self._add(name, component, "HAS_PART", seen, order=count)
                for department, edge in responsible(self.old, part):
                    self._shared(department)
                    self._edge(department, component, edge)
                measured = carried_over(self.old, part, self.progress)
                place = self._measures(component, plan, measured, place)

    def _measures(
        self, holder: str, plan: NextPlan, indicators: list[Indicator], place: int
    ) -> int:
        """Add the indicators of a plan or component, numbered from ``place``; return the last."""
        for order, each in enumerate(indicators, 1):
            place += 1
            name = f"{self.id}/indicator/{plan.key}/{place}"
            seen = decided(self.file, plan.outcome, each.facts["name"]) if each.decided else []
            if each.source:
                seen += self._carried(self.old.nodes[each.source]["evidence"])
            self.new.add_node(name, **{**each.facts, "evidence": seen})
            self._add(holder, name, "MEASURED_BY", seen, order=order)
            if each.renew:
                target = format_measure(each.facts["target"], "ja")
                details = {"indicator": each.facts["name"], "target": target}
                self._add_finding(TargetToRenew.at(name, _pieces(seen), plan=plan.key, **details))
        return place

    def dependencies(self) -> None:
        """Carry over the dependencies that the old text states, between the plans that continue."""
        for source, target, edge in self.old.edges(data=True):
            if edge["type"] != "DEPENDS_ON":
                continue
            one, other = self.successor.get(source), self.successor.get(target)
            if one and other and one != other and not self.new.has_edge(one, other, "DEPENDS_ON"):
                self._edge(one, other, edge)

    def findings(self) -> None:
        """Add the finding that the actions are still to be written."""
        if self.made.plans:
            seen = _pieces(self.new.nodes[self.id]["evidence"])
            self._add_finding(ActionsToWrite.at(self.id, seen, plans=len(self.made.plans)))

    def successions(self) -> list[tuple[str, str, Facts]]:
        """Return which new plan continues which old one, with the decision as evidence."""
        pairs = []
        for plan in self.made.plans:
            new = f"{self.id}/plan/{plan.key}"
            for number in (plan.root, *plan.merged):
                if not number:
                    continue
                outcome = self.made.outcomes[number]
                proof = decided(self.file, outcome)
                reasons = [said.reason for said in outcome.entry.said if said.reason]
                if outcome.entry.settled:
                    reasons = [outcome.entry.settled.why]
                reason = {"reason": "\n".join(dict.fromkeys(reasons))} if reasons else {}
                facts = {"type": "SUCCEEDS", "decision": outcome.change.decision, **reason}
                pairs.append((new, self._old(number), {**facts, "evidence": proof}))
        return pairs

    def _old(self, number: str) -> str:
        return f"{self.made.document}/plan/{number}"

    def _renamed(self, node: str) -> str:
        return self.id + node.removeprefix(self.made.document)

    def _carried(self, evidence: Evidence) -> Evidence:
        return carried(self.id, self.made.document, evidence)

    def _shared(self, node: str) -> None:
        """Carry over a node that belongs to no document, as stated by the new document."""
        if node not in self.new:
            facts = self.old.nodes[node]
            self.new.add_node(node, **{**facts, "evidence": self._carried(facts["evidence"][:1])})
            for end, edge in leaving(self.old, node, "PART_OF"):
                self._shared(end)
                self._edge(node, end, edge)

    def _edge(self, source: str, target: str, facts: Facts) -> None:
        """Carry over a relation; an existing one (a theme of both) gains its bases."""
        key, seen = facts["type"], self._carried(facts["evidence"])
        if not self.new.has_edge(source, target, key):
            self.new.add_edge(source, target, key, **{**facts, "evidence": seen})
            return
        there = self.new.edges[source, target, key]
        there["evidence"] = there["evidence"] + seen
        if "basis" in there:
            both = (*there["basis"], *facts["basis"])
            there["basis"] = [basis for basis in ("mark", "text") if basis in both]

    def _add(
        self, source: str, target: str, relation: str, evidence: Evidence, **facts: Any
    ) -> None:
        self.new.add_edge(source, target, relation, type=relation, **facts, evidence=evidence)

    def _add_finding(self, finding: Finding) -> None:
        self.new.graph["findings"].append(asdict(finding))


def _pieces(evidence: Evidence) -> list[Piece]:
    return [Piece(**piece) for piece in evidence]
