"""What the form says → nodes and edges: groups to any depth, amounts, evaluations, marks."""

from __future__ import annotations

from collections import Counter
from typing import Any

from keikaku.loaders.layouts.facts.plan_facts import LevelFact
from keikaku.loaders.layouts.layout_graph import DocumentFacts, LayoutAssembly
from keikaku.loaders.mentions.plan_mentions import AllMentions
from keikaku.loaders.mentions.theme_mentions import Themes
from keikaku.loaders.readings import PlanReading


class FormAssembly(LayoutAssembly):
    """The form's groups are all there, with or without plans; its marks may be unknown."""

    def __init__(
        self,
        facts: DocumentFacts,
        groups: list[list[LevelFact]],
        mentions: AllMentions,
        themes: Themes,
        document: dict[str, Any],
    ) -> None:
        super().__init__(facts, mentions, themes, document)
        self._chains = groups
        for chain in groups:
            path = tuple(level.number or level.title for level in chain)
            self._titles.setdefault(path, Counter())[chain[-1].title] += 1

    def _groups(self) -> None:
        for chain in self._chains:
            self._parent(chain)

    def _more_of_plan(self, plan: PlanReading) -> dict[str, Any]:
        return {
            "unknown_marks": list(plan.marks.unknown),
            "disclosure_unknown": True if plan.disclosure.website is None else None,
        }
