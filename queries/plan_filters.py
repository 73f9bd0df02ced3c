"""What ties a plan to a theme or holds a word, and how it is shown (計画と事柄の結び付き)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from keikaku.graph.errors import KeikakuError
from keikaku.graph.folding import search_form
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.graph.running import Certainty
from keikaku.queries import names
from keikaku.queries.graph_walks import (
    Evidence,
    Facts,
    Graph,
    arriving,
    confidence,
    leaving,
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


def is_covered(graph: Graph, node: str, wanted: Collection[str]) -> bool:
    """Return whether a node is wanted, or part of what is: up from the node, which is quicker."""
    seen: set[str] = set()
    ahead = [node]
    while ahead:
        each = ahead.pop()
        if each in wanted:
            return True
        if each not in seen:
            seen.add(each)
            ahead.extend(whole for whole, _ in leaving(graph, each, "PART_OF"))
    return False


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
