"""Which plan of one document is which of another (計画の対応付け).

In this order, each step with the plans that the steps before left:

1. ``succeeds``: the ``SUCCEEDS`` relations of the newer document, which people decided. Only they
   can pair several with several. A plan of the newer document without one is then new.
2. ``same_id``: both are the same document (a variant of it), and the plan has the same id.
3. ``number_and_title``: number and title are the same, apart from spelling.
4. ``title``: the title is the same, apart from spelling.
5. ``wording``: the similarity of the titles (:mod:`keikaku.queries.similarity`) is :data:`LEAST`
   or more; the pairing with the greatest sum counts.
6. A plan that is left, and whose similarity to a paired plan is :data:`CLEAR` or more, joins that
   pair: several old plans are merged into one, or one is split into several new ones. Only for two
   editions of one municipality.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from keikaku.graph.structure import number_of
from keikaku.queries.graph_walks import Evidence, Graph, document_of, leaving, of_kind, plan_order
from keikaku.queries.names import fold
from keikaku.queries.similarity import SimilarPair, best_matching, similar_pairs

LEAST = 0.44
"""The least similarity with which two titles can be the same plan."""

CLEAR = 0.6
"""The least similarity with which a plan that is left counts as merged or split."""

MatchedBy = Literal["succeeds", "same_id", "number_and_title", "title", "wording"]


class Side(NamedTuple):
    """A document of a graph."""

    graph: Graph
    document: str

    def plans(self) -> list[str]:
        """Return its plans in order."""
        own = [
            plan
            for plan, _ in of_kind(self.graph, "Plan")
            if document_of(self.graph, plan) == self.document
        ]
        return sorted(own, key=lambda plan: plan_order(self.graph, plan))

    def number(self, plan: str) -> str:
        """Return a plan's number in one spelling."""
        return fold(number_of(self.graph.nodes[plan]))

    def title(self, plan: str) -> str:
        """Return a plan's title in one spelling."""
        return fold(self.graph.nodes[plan]["title"])

    def titles(self, plans: Iterable[str]) -> dict[str, str]:
        """Return plans with their titles as they are."""
        return {plan: self.graph.nodes[plan]["title"] for plan in plans}


class Link(NamedTuple):
    """An old plan and the new one that continues it; ``score`` is the similarity of wording."""

    old: str
    new: str
    by: MatchedBy
    score: float | None
    decision: str | None
    reason: str | None
    evidence: Evidence


@dataclass(slots=True)
class Group:
    """Plans that belong together: none, one or several of each document, and their links."""

    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def groups(old: Side, new: Side, *, same_city: bool) -> list[Group]:
    """Return all plans of both documents in groups, each in exactly one.

    By the first new plan in the order of the newer document; those without one come last, in the
    order of the older.
    """
    return _grouped(old.plans(), new.plans(), links(old, new, same_city=same_city))


def links(old: Side, new: Side, *, same_city: bool) -> list[Link]:
    """Return the links between the plans of two documents; see the module."""
    decided = _decided(old, new)
    if decided:
        return decided
    left, right = old.plans(), new.plans()
    links: list[Link] = []

    def keep(pairs: list[SimilarPair], by: MatchedBy) -> None:
        for pair in pairs:
            score = pair.score if by == "wording" else None
            links.append(Link(pair.old, pair.new, by, score, None, None, []))
            left.remove(pair.old)
            right.remove(pair.new)

    if old.document == new.document:
        keep(_same(left, right, str, str), "same_id")
    else:
        keep(
            _same(
                left,
                right,
                lambda plan: (old.number(plan), old.title(plan)),
                lambda plan: (new.number(plan), new.title(plan)),
            ),
            "number_and_title",
        )
    keep(_same(left, right, old.title, new.title), "title")
    everything = similar_pairs(old.titles(old.plans()), new.titles(new.plans()), LEAST)
    open_ones = [pair for pair in everything if pair.old in left and pair.new in right]
    keep(best_matching(open_ones), "wording")
    return links + (_joining(everything, left, right) if same_city else [])


def _decided(earlier: Side, later: Side) -> list[Link]:
    """Return the SUCCEEDS relations of the newer document to plans of the older one."""
    there = {*earlier.plans()}
    return [
        Link(old, new, "succeeds", None, facts["decision"], facts.get("reason"), facts["evidence"])
        for new in later.plans()
        for old, facts in leaving(later.graph, new, "SUCCEEDS")
        if old in there
    ]


def _same(
    left: list[str],
    right: list[str],
    key_of_old: Callable[[str], Hashable],
    key_of_new: Callable[[str], Hashable],
) -> list[SimilarPair]:
    """Return links between plans of the same key, paired in their order."""
    known: dict[Hashable, list[str]] = defaultdict(list)
    for plan in right:
        known[key_of_new(plan)].append(plan)
    links = []
    for plan in left:
        same = known[key_of_old(plan)]
        if same:
            links.append(SimilarPair(plan, same.pop(0), 1.0))
    return links


def _joining(everything: list[SimilarPair], left: list[str], right: list[str]) -> list[Link]:
    """Return the remaining plans of one document, each with the most similar paired plan."""
    clear = [pair for pair in everything if pair.score >= CLEAR]
    merged = [pair for pair in clear if pair.old in left and pair.new not in right]
    split = [pair for pair in clear if pair.new in right and pair.old not in left]
    best: dict[tuple[str, str], SimilarPair] = {}
    for side, pairs in (("old", merged), ("new", split)):
        for pair in pairs:
            key = (side, getattr(pair, side))
            if key not in best or best[key].score < pair.score:
                best[key] = pair
    return [Link(p.old, p.new, "wording", p.score, None, None, []) for p in best.values()]


def _grouped(old: list[str], new: list[str], links: list[Link]) -> list[Group]:
    """Return the connected plans together (連結成分)."""
    group_of: dict[tuple[str, str], Group] = {}
    for plan in new:
        group_of["new", plan] = Group(new=[plan])
    for plan in old:
        group_of["old", plan] = Group(old=[plan])
    all_of_them = [*group_of.values()]
    for link in links:
        one, other = group_of["new", link.new], group_of["old", link.old]
        if one is not other:
            one.old += other.old
            one.new += other.new
            one.links += other.links
            for side, plan in [("old", p) for p in other.old] + [("new", p) for p in other.new]:
                group_of[side, plan] = one
        one.links.append(link)
    kept = [group for group in all_of_them if _stands(group, group_of)]
    place_new = {plan: place for place, plan in enumerate(new)}
    place_old = {plan: place for place, plan in enumerate(old)}
    for group in kept:
        group.old.sort(key=place_old.__getitem__)
        group.new.sort(key=place_new.__getitem__)
    after = len(new)
    return sorted(
        kept,
        key=lambda g: place_new[g.new[0]] if g.new else after + place_old[g.old[0]],
    )


def _stands(group: Group, group_of: dict[tuple[str, str], Group]) -> bool:
    """Return whether a group was not merged into another one."""
    side, plan = ("new", group.new[0]) if group.new else ("old", group.old[0])
    return group_of[side, plan] is group
