"""Filters of plans: each returns why a plan matches it, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.folding import search_form
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.graph.running import Certainty, run_of
from keikaku.graph.structure import numbered_title
from keikaku.queries import names
from keikaku.queries.asked_years import checked_year, periods
from keikaku.queries.graph_walks import (
    Evidence,
    Facts,
    Graph,
    all_wholes,
    arriving,
    confidence,
    leaving,
    of_kind,
    parts,
    responsible,
)

_NARROWER = Text(
    "「{word}」はテーマ「{theme}」に含まれる語です。この語が本文にある計画だけを示しています"
    "（テーマ全体は --theme {theme}）。",
    "'{word}' is a word of the theme '{theme}': only plans whose text has it are shown "
    "(the whole theme: --theme {theme}).",
)

BASES = ("mark", "text")
"""How a plan may touch a theme: a ○ of the mark row, or the word in its text."""

_AROUND = 16  # characters shown on each side of a word that was found


@dataclass(frozen=True, slots=True)
class Match:
    """Why a plan matched one of the things asked.

    ``what`` is the thing in the plan (a theme, a department, the words of a milestone); ``basis``
    how it is there: ``mark`` or ``text`` for a theme, the role for a department (``lead``, ``co``,
    ``component``), for the rest the relation, the kind or the fact that holds it. ``confidence`` is
    that of the best evidence, 0 to 1, or None without evidence. ``certainty`` is ``possible`` for
    what may run in the year asked about, and ``stated`` for all else.
    """

    what: str
    basis: list[str]
    certainty: Certainty
    confidence: float | None
    evidence: Evidence


class Filter(NamedTuple):
    """One filter: its value as understood, and a function from a plan's id to its matches."""

    value: Any
    matches: Callable[[str], list[Match]]


def theme(graph: Graph, typed: str | None, basis: str | None) -> Filter:
    """Return the filter for a theme or a part of it on that basis; None stands for any theme."""
    wanted = themes(graph, typed)
    terms = theme_terms(graph, typed)

    def matches(plan: str) -> list[Match]:
        if terms is not None:
            return by_terms(graph, plan, wanted, terms) if basis != "mark" else []
        return [
            matched(graph.nodes[end]["name"], facts["basis"], facts["evidence"])
            for end, facts in leaving(graph, plan, "TOUCHES")
            if end in wanted and (basis is None or basis in facts["basis"])
        ]

    return Filter(theme_text(graph, typed), matches)


def theme_text(graph: Graph, typed: str | None) -> str | None:
    """Return a theme as it was understood: its name, or the narrower word."""
    if typed is None:
        return None
    if theme_terms(graph, typed) is not None:
        return typed.strip()
    return names_text(graph, names.find(graph, "Theme", typed))


def theme_terms(graph: Graph, typed: str | None) -> list[str] | None:
    """Return the words of a theme that a narrower word means; None for a whole theme."""
    if typed is None:
        return None
    return names.terms_meant(graph, names.find(graph, "Theme", typed), typed)


def by_terms(graph: Graph, plan: str, wanted: Collection[str], terms: list[str]) -> list[Match]:
    """Return how a plan touches themes by some of their words."""
    return [
        matched(graph.nodes[end]["name"], ["text"], term_evidence(facts["evidence"], terms))
        for end, facts in leaving(graph, plan, "TOUCHES")
        if end in wanted and not set(terms).isdisjoint(facts.get("terms") or ())
    ]


def term_evidence(evidence: Evidence, terms: Iterable[str]) -> Evidence:
    """Return the evidence that quotes one of the words; all of it where none does."""
    wanted = [search_form(term) for term in terms]
    holding = [
        piece
        for piece in evidence
        if any(term in "".join(search_form(piece["quote"]).split()) for term in wanted)
    ]
    return holding or evidence


def word_note(graph: Graph, typed: str) -> Text | None:
    """Return the note that a word is narrower than a theme; None for the theme itself."""
    if theme_terms(graph, typed) is None:
        return None
    themes = names_text(graph, names.find(graph, "Theme", typed))
    return _NARROWER.format(word=typed.strip(), theme=themes)


def themes(graph: Graph, typed: str | None) -> set[str]:
    """Return a theme with all the themes that are part of it; all themes for None."""
    if typed is None:
        return {node for node, _ in of_kind(graph, "Theme")}
    return covered(graph, names.find(graph, "Theme", typed))


def covered(graph: Graph, themes: Iterable[str]) -> set[str]:
    """Return the themes with all the themes that are part of them."""
    reached: set[str] = set()
    ahead = list(themes)
    while ahead:
        node = ahead.pop()
        if node not in reached:
            reached.add(node)
            ahead.extend(child for child, _ in arriving(graph, node, "PART_OF"))
    return reached


def checked_basis(typed: str | None) -> str | None:
    """Return the basis. Raises :class:`keikaku.graph.errors.KeikakuError` for an unknown one."""
    if typed is None or typed in BASES:
        return typed
    raise KeikakuError(
        Text(
            f"根拠「{typed}」は使えません。mark（印）か text（本文）を指定してください。",
            f"no such basis '{typed}'; use mark or text.",
        )
    )


def department(graph: Graph, typed: str, within: str | None) -> Filter:
    """Return plans that the department is responsible for, as a whole or for a component."""
    wanted = names.find(graph, "Department", typed, document=within)

    def matches(plan: str) -> list[Match]:
        own = [
            matched(graph.nodes[node]["name"], [facts["role"]], facts["evidence"])
            for node, facts in responsible(graph, plan)
            if node in wanted
        ]
        of_components = [
            matched(
                f"{graph.nodes[node]['name']}（{component['title']}）",
                [facts["role"]],
                facts["evidence"],
            )
            for part, component in parts(graph, plan, "Component")
            for node, facts in responsible(graph, part)
            if node in wanted
        ]
        return own + of_components

    return Filter(names_text(graph, wanted), matches)


def linked(relation: str, kind: str, graph: Graph, typed: str, within: str | None) -> Filter:
    """Return the plans that have a relation to the node of that kind."""
    return _leading_to(graph, relation, names.find(graph, kind, typed, document=within))


def sdg(graph: Graph, typed: str) -> Filter:
    """Return plans that contribute to the target (11.3), or to any target of the goal (11)."""
    code = names.fold(typed).removeprefix("sdgs").removeprefix("sdg")
    of_goal = [n for n, f in of_kind(graph, "SdgTarget") if f["code"].partition(".")[0] == code]
    targets = of_goal or names.find(graph, "SdgTarget", code)
    return _leading_to(graph, "CONTRIBUTES_TO", targets)._replace(value=code)


def goal(graph: Graph, typed: str, within: str | None) -> Filter:
    """Return plans under the goal, by its number or its title."""
    return part_of(graph, names.find(graph, "Goal", typed, document=within))


def initiative(graph: Graph, typed: str, within: str | None) -> Filter:
    """Return plans under the initiative, by its number or its title."""
    return part_of(graph, names.find(graph, "Initiative", typed, document=within))


def year(
    graph: Graph, typed: str | int, within: str | None = None, *, certain: bool = False
) -> Filter:
    """Return plans of which an action has a milestone, or a bare arrow, in the fiscal year.

    What may still run in it matches, too, as ``possible``, unless only what is ``certain`` counts.
    """
    years = checked_year(typed, periods(graph, within))

    def matches(plan: str) -> list[Match]:
        return [
            matched(
                facts.get("text") or facts["title"], [facts["kind"]], facts["evidence"], certainty
            )
            for facts in _all_parts(graph, plan)
            if (run := run_of(facts)) and (certainty := run.certainty(years))
            if not (certain and certainty == "possible")
        ]

    return Filter(years, matches)


def checked_word(typed: str) -> str:
    """Return a word to look for; an empty one raises ``KeikakuError``."""
    if search_form(typed.strip()):
        return typed.strip()
    raise KeikakuError(Text("探す言葉が空です。", "the word to look for is empty."))


def text(graph: Graph, typed: str) -> Filter:
    """Return plans in whose text facts, or those of their parts, the word occurs.

    Width and case aside.
    """
    word = search_form(checked_word(typed))

    def matches(plan: str) -> list[Match]:
        return [
            matched(excerpt(value, word), [f"{facts['kind']}.{name}"], facts["evidence"])
            for facts in [graph.nodes[plan], *_all_parts(graph, plan)]
            for name, value in texts(facts)
            if word in search_form(value)
        ]

    return Filter(typed.strip(), matches)


def matched(
    what: str, basis: list[str], evidence: Evidence, certainty: Certainty = "stated"
) -> Match:
    """Return a match with the confidence of its best evidence."""
    return Match(what, basis, certainty, confidence(evidence), evidence)


def names_text(graph: Graph, nodes: Iterable[str]) -> str:
    """Return the names of nodes for people; one name where they share it."""
    facts = (graph.nodes[node] for node in nodes)
    called = ("name", "code", "number", "label")
    return "、".join(names.unique(next((f[k] for k in called if f.get(k)), "") for f in facts))


def _leading_to(graph: Graph, relation: str, wanted: list[str]) -> Filter:
    def matches(plan: str) -> list[Match]:
        return [
            matched(names_text(graph, [end]), [relation], facts["evidence"])
            for end, facts in leaving(graph, plan, relation)
            if end in wanted
        ]

    return Filter(names_text(graph, wanted), matches)


def part_of(graph: Graph, wanted: list[str]) -> Filter:
    """Return plans under any of some headings, at any depth and beside any other heading."""

    def matches(plan: str) -> list[Match]:
        return [
            matched(numbered_title(facts), [facts.get("level") or facts["kind"]], facts["evidence"])
            for node, facts in all_wholes(graph, plan)
            if node in wanted
        ]

    return Filter(names_text(graph, wanted), matches)


def _all_parts(graph: Graph, node: str) -> Iterator[Facts]:
    """Yield all that belongs to a plan and holds words, in the order of the page."""
    for kind in ("Component", "Action", "Milestone", "LogicStep"):
        for part, facts in parts(graph, node, kind):
            yield facts
            yield from _all_parts(graph, part)
    for relation in ("MEASURED_BY", "EVALUATED_AS"):
        for end, _ in leaving(graph, node, relation):
            yield graph.nodes[end]


def texts(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the text facts of a node, by the declaration of its kind; without our own codes."""
    for fact in KIND[facts["kind"]].facts:
        value = facts.get(fact.name)
        if fact.type == "text" and not fact.choices and isinstance(value, str):
            yield fact.name, value


def excerpt(words: str, word: str) -> str:
    """Return the word with a little of the text around it."""
    start = max(search_form(words).find(word) - _AROUND, 0)
    end = start + len(word) + 2 * _AROUND
    return ("…" if start else "") + words[start:end] + ("…" if end < len(words) else "")
