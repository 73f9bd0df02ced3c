"""What the site shows, gathered once from the answers to questions, and the page addresses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from keikaku.exports.folder import safe
from keikaku.exports.site.site_html import link, text
from keikaku.graph.language import Lang, Text
from keikaku.graph.merging import owner
from keikaku.graph.network import Graph
from keikaku.graph.structure import level_words, titled
from keikaku.queries.department.answer import DepartmentWhole, whole_of
from keikaku.queries.graph_walks import headings, of_kind
from keikaku.queries.plan.answer import PlanWhole
from keikaku.queries.plan.answer import whole_of as plan_whole
from keikaku.queries.registry import ask
from keikaku.queries.scope import name_of, scope

_MORE = Text(" ほか{n}件", " and {n} more")


class SiteContent:
    """A graph with the answers that its pages need."""

    def __init__(self, graph: Graph, lang: Lang, *, public: bool) -> None:
        self.graph = graph
        self.lang = lang
        self.public = public
        self._used: dict[str, set[str]] = {}
        self._addresses: dict[tuple[str, str], str] = {}

    @cached_property
    def documents(self) -> list[dict[str, Any]]:
        """The heads of the documents."""
        heads: list[dict[str, Any]] = self.graph.graph["documents"]
        return heads

    @cached_property
    def title(self) -> str:
        """The title of the site: that of its first documents, and how many more there are."""
        first = "・".join(str(head["title"]) for head in self.documents[:2])
        more = len(self.documents) - 2
        return first + (_MORE.format(n=more).of(self.lang) if more > 0 else "")

    @cached_property
    def plans(self) -> dict[str, PlanWhole]:
        """Every plan whole, by id, in the order of documents and numbers."""
        return {plan: plan_whole(self.graph, plan) for plan in scope(self.graph).plans}

    @cached_property
    def departments(self) -> list[DepartmentWhole]:
        """Every department with plans, the one with most plans first."""
        rows = [row for row in ask("departments", self.graph).rows if row.plans]
        return sorted((whole_of(self._ask, row) for row in rows), key=lambda row: -len(row.plans))

    @cached_property
    def themes(self) -> list[Any]:
        """Every theme with its plans."""
        return list(ask("themes", self.graph).rows)

    @cached_property
    def guidelines(self) -> list[Any]:
        """Every guideline with its plans."""
        return list(ask("guidelines", self.graph).rows)

    @cached_property
    def indicators(self) -> list[Any]:
        """Every indicator."""
        return list(ask("indicators", self.graph).rows)

    @cached_property
    def findings(self) -> list[Any]:
        """Every finding, the most severe first; none in a public site."""
        return [] if self.public else list(ask("check", self.graph).rows)

    @cached_property
    def goals(self) -> list[tuple[str, dict[str, Any]]]:
        """Every goal with its facts."""
        return list(of_kind(self.graph, "Goal"))

    @cached_property
    def maps_plans(self) -> bool:
        """Whether the site has a map on which each plan can be selected."""
        from keikaku.visualizations.overview import MOST_PLANS

        return not self.public and len(self.plans) <= MOST_PLANS

    @cached_property
    def levels(self) -> dict[str, str]:
        """The words of the documents for their levels, by kind."""
        return level_words(facts for _, facts in self.graph.nodes(data=True))

    @cached_property
    def indicators_of(self) -> dict[str, list[Any]]:
        """The indicators of each plan, with their values by year."""
        rows: defaultdict[str, list[Any]] = defaultdict(list)
        for row in self.indicators:
            rows[row.plan].append(row)
        return dict(rows)

    @cached_property
    def _plans_under(self) -> dict[str, list[str]]:
        under: defaultdict[str, list[str]] = defaultdict(list)
        for plan in self.plans:
            for heading, _ in headings(self.graph, plan):
                under[heading].append(plan)
        return under

    def plans_under(self, heading: str) -> list[str]:
        """Return the plans under a heading of any level, in order."""
        return self._plans_under.get(heading, [])

    @cached_property
    def department_ids(self) -> dict[tuple[str, str], str]:
        """Departments that have a page, by document and name: two cities have a 財政課 each."""
        return {
            (plan.document, each.department): each.id
            for each in self.departments
            for plan in each.plans
        }

    @cached_property
    def theme_ids(self) -> dict[str, str]:
        """Themes that have a page, by name."""
        return {row.theme: row.id for row in self.themes}

    @cached_property
    def guideline_ids(self) -> dict[str, str]:
        """Guidelines that have a page, by name."""
        return {row.name: row.id for row in self.guidelines}

    @cached_property
    def plan_ids(self) -> dict[tuple[str, str], str]:
        """Plans by document and number (or title, without one), as other plans name them."""
        return {
            (each.document, each.number or each.title): plan for plan, each in self.plans.items()
        }

    @property
    def several(self) -> bool:
        """Whether rows must say their document."""
        return len(self.documents) > 1

    def document_names(self, documents: Iterable[str]) -> list[str]:
        """Return the titles of documents, each once, where rows must say them: in one text."""
        if not self.several:
            return []
        return ["、".join(dict.fromkeys(name_of(self.graph, each) for each in documents))]

    def address(self, kind: str, key: str, name: str) -> str:
        """Return the address of the page of a thing, the same on each run: ``plans/2-2-5.html``."""
        known = self._addresses.get((kind, key))
        if known is None:
            used = self._used.setdefault(kind, set())
            known = self._addresses[kind, key] = f"{kind}/{safe(name, used)}.html"
        return known

    def document_of(self, node: str) -> str:
        """Return the document that a goal is of."""
        return str(owner(self.graph, node))

    def goal_address(self, goal: str) -> str:
        """Return the address of the page of a goal."""
        facts = self.graph.nodes[goal]
        return self.address("goals", goal, titled(facts.get("number") or "", facts["title"]))

    def linked_headings(self, plan: str, here: str) -> str:
        """Return the headings above a plan, each as a link to its place on the page of its goal."""
        above = [*reversed(headings(self.graph, plan))]
        goal = next((node for node, facts in above if facts["kind"] == "Goal"), None)
        words = [(node, titled(facts.get("number") or "", facts["title"])) for node, facts in above]
        if goal is None:
            return " ＞ ".join(text(name) for _, name in words)
        page = self.goal_address(goal)
        return " ＞ ".join(
            link(page if node == goal else f"{page}#{node}", name, here) for node, name in words
        )

    def linked_departments(self, plan: str, here: str) -> str:
        """Return the departments of a plan, each as a link where it has a page."""
        whole = self.plans[plan]
        names = [each.name for each in whole.departments]
        ids = [self.department_ids.get((whole.document, name)) for name in names]
        return "、".join(
            link(self.address("departments", key, name), name, here) if key else text(name)
            for name, key in zip(names, ids, strict=True)
        )

    def plan_address(self, plan: str) -> str:
        """Return the address of the page of a plan."""
        whole = self.plans[plan]
        name = whole.number or whole.title
        return self.address("plans", plan, f"{whole.document}-{name}" if self.several else name)

    def _ask(self, name: str, **parameters: Any) -> Any:
        """Answer ``plan`` from the plans that are gathered already."""
        assert name == "plan", name  # noqa: S101 - what whole_of asks
        return SimpleNamespace(rows=[self.plans[parameters["number"]]])
