"""``relate``: the projects of other documents related to each plan, and why (国の事業との関係).

What is stated (the same law, the same plan or system by name, the project's title in the plan's
text) and what we infer (the same theme, similar wording) are kept apart. Each reason has a weight;
rarer ones weigh more: ``w · log(N / n) / log(N)`` for something that ``n`` of ``N`` projects have.
The score is ``1 − Π(1 − weight)``: the chance that at least one of independent reasons holds.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph, document_of, of_kind
from keikaku.queries.relate.wording import WordingIndex
from keikaku.queries.scope import whole_number

Reason = Literal["law", "plan", "named", "theme", "wording"]
STATED: tuple[Reason, ...] = ("law", "plan", "named")
WEIGHTS: dict[Reason, float] = {
    "named": 0.9,
    "plan": 0.7,
    "law": 0.6,
    "theme": 0.25,
    "wording": 0.8,
}
TOP = 5
_MOST = 100
_LEAST_WORDING = 0.08
_SHORTEST_TITLE = 8
_TEXTS = ("title", "overview", "vision", "problem", "text", "name")
_LONGEST_TEXT = 1500
_BAD_TOP = Text(
    f"--top には 1 から {_MOST} までの整数を指定してください（{{typed}}）。",
    f"--top must be a whole number from 1 to {_MOST} ({{typed}}).",
)


@dataclass(frozen=True, slots=True)
class WeighedReason:
    """A reason: what the two have in common, its words, and its weight (0 to 1)."""

    reason: Reason
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class RelatedProject:
    """A project related to a plan: its score, and the reasons stated and inferred."""

    id: str
    document: str
    number: str | None
    title: str
    score: float
    stated: list[WeighedReason]
    inferred: list[WeighedReason]


@dataclass(frozen=True, slots=True)
class RelateRow:
    """A plan with the projects that it is most related to."""

    id: str
    document: str
    number: str | None
    title: str
    projects: list[RelatedProject]


@dataclass(slots=True)
class _Side:
    """What the plans of one graph rest on, touch and say."""

    graph: Graph
    guidelines: dict[str, dict[str, str]] = field(default_factory=dict)
    themes: dict[str, dict[str, str]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)


def answer(
    graph: Graph,
    others: Graph,
    *,
    plan: str | None = None,
    project: str | None = None,
    top: str | int | None = None,
) -> Answer[RelateRow]:
    """Return for each plan the projects of ``others`` that it is most related to.

    ``plan`` keeps one plan of ``graph``. ``project`` asks the other way: which plans of ``graph``
    are related to this project of ``others``. ``top`` is how many are listed for each, 1 to 100;
    None is 5.

    >>> relate(read(), read(), plan="1-1-1", top=1).rows[0].projects[0].number
    '1-1-1'

    Raises:
        KeikakuError: a name is unknown or ambiguous, or ``top`` is not a number.
    """
    most = whole_number(top, _BAD_TOP)
    if most is not None and most > _MOST:
        raise KeikakuError(_BAD_TOP.format(typed=top))
    most = most or TOP
    wanted = names.find(graph, "Plan", plan)[0] if plan else None
    about = names.find(others, "Plan", project)[0] if project else None
    near, far = _side(graph), _side(others)
    if about is not None:
        near, far, wanted = far, near, about
    index = _Index(far)
    plans = [wanted] if wanted else list(near.texts)
    rows = [_row(near.graph, name, index.related(near, name)[:most], far.graph) for name in plans]
    parameters = drop_none(plan=plan, project=project, top=None if most == TOP else most)
    return Answer("relate", parameters, rows)


class _Index:
    """The projects by what they rest on, touch and say."""

    def __init__(self, side: _Side) -> None:
        self.side = side
        self.count = max(len(side.texts), 2)
        self.by_guideline = _turned(side.guidelines)
        self.by_theme = _turned(side.themes)
        self.wording = WordingIndex(side.texts)
        self.titles = {
            title: name
            for name in side.texts
            if len(title := str(side.graph.nodes[name]["title"])) >= _SHORTEST_TITLE
        }

    def related(self, near: _Side, plan: str) -> list[tuple[str, float, list[WeighedReason]]]:
        """Return the projects related to a plan, the strongest first."""
        ties: defaultdict[str, list[WeighedReason]] = defaultdict(list)
        for other, tie in self._ties(near, plan):
            ties[other].append(tie)
        projects = [(other, _score(reasons), reasons) for other, reasons in ties.items()]
        return sorted(projects, key=lambda each: (-each[1], each[0]))

    def _ties(self, near: _Side, plan: str) -> Iterator[tuple[str, WeighedReason]]:
        for key, name in near.guidelines.get(plan, {}).items():
            for other in self.by_guideline.get(key, ()):
                reason: Reason = "law" if _is_law(name) else "plan"
                yield (
                    other,
                    WeighedReason(reason, name, self._weight(reason, len(self.by_guideline[key]))),
                )
        for key, name in near.themes.get(plan, {}).items():
            for other in self.by_theme.get(key, ()):
                yield (
                    other,
                    WeighedReason("theme", name, self._weight("theme", len(self.by_theme[key]))),
                )
        text = near.texts[plan]
        for title, other in self.titles.items():
            if title in text:
                yield other, WeighedReason("named", title, WEIGHTS["named"])
        for other, cosine in self.wording.like(text).items():
            if cosine >= _LEAST_WORDING:
                words = "、".join(self.wording.shared(text, self.side.texts[other]))
                yield other, WeighedReason("wording", words, round(WEIGHTS["wording"] * cosine, 3))

    def _weight(self, reason: Reason, times: int) -> float:
        rarity = math.log(self.count / times) / math.log(self.count)
        return round(WEIGHTS[reason] * max(rarity, 0.0), 3)


def _score(ties: list[WeighedReason]) -> float:
    return round(1 - math.prod(1 - tie.weight for tie in ties), 3)


def _row(
    graph: Graph, plan: str, projects: list[tuple[str, float, list[WeighedReason]]], others: Graph
) -> RelateRow:
    facts = graph.nodes[plan]
    return RelateRow(
        plan,
        document_of(graph, plan),
        facts.get("number"),
        facts["title"],
        [_project(others, name, score, ties) for name, score, ties in projects],
    )


def _project(graph: Graph, name: str, score: float, ties: list[WeighedReason]) -> RelatedProject:
    facts = graph.nodes[name]
    ties = sorted(ties, key=lambda tie: (-tie.weight, tie.words))
    return RelatedProject(
        name,
        document_of(graph, name),
        facts.get("number"),
        facts["title"],
        score,
        [tie for tie in ties if tie.reason in STATED],
        [tie for tie in ties if tie.reason not in STATED],
    )


def _side(graph: Graph) -> _Side:
    side = _Side(graph, defaultdict(dict), defaultdict(dict))
    for plan, _ in of_kind(graph, "Plan"):
        side.texts[plan] = _text(graph, plan)
        for _, end, kind in graph.out_edges(plan, keys=True):
            facts = graph.nodes[end]
            if kind == "GROUNDED_IN":
                for name in (facts["name"], *facts.get("aliases", ())):
                    side.guidelines[plan][names.guideline_key(name)] = facts["name"]
            elif kind == "TOUCHES":
                side.themes[plan][facts["name"]] = facts["name"]
    return side


def _text(graph: Graph, plan: str) -> str:
    """Return the texts of a plan and its parts; the title twice, because it says most."""
    title = str(graph.nodes[plan]["title"])
    parts = [title, *_facts(graph, plan)]
    for _, end, kind in graph.out_edges(plan, keys=True):
        if kind in {"HAS_PART", "MEASURED_BY"}:
            parts += _facts(graph, end)
    return "\n".join(parts)[:_LONGEST_TEXT]


def _facts(graph: Graph, node: str) -> list[str]:
    facts = graph.nodes[node]
    return [str(facts[name]) for name in _TEXTS if facts.get(name)]


def _is_law(name: str) -> bool:
    return name.endswith(("法", "法律", "令", "規則", "条例"))


def _turned(side: dict[str, dict[str, str]]) -> dict[str, list[str]]:
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for plan, keys in side.items():
        for key in keys:
            by_key[key].append(plan)
    return by_key


__all__ = ["RelateRow", "RelatedProject", "WeighedReason", "answer"]
