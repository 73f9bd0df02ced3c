"""The words of questions for the map's search box: from the tables that ``ask`` reads (検索の語彙).

The page asks for plans only, so it gets what says that plans are meant, whether they have to do
with a name or not, how names belong together, what counts and compares, and what says nothing;
then the names of the graph, as ``ask`` knows them, and how many of each thing every plan has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from keikaku.graph.years import ERAS, LETTERS
from keikaku.queries.asked_years import periods
from keikaku.queries.asking.tokens.lexicon import Mention, Names
from keikaku.queries.asking.tokens.quantities import BEFORE_NUMBER, UNIT, WAY, WAYS
from keikaku.queries.asking.vocabulary import question_words as words
from keikaku.queries.asking.vocabulary.verbs import forms
from keikaku.queries.expressions.evaluate import Evaluator
from keikaku.queries.expressions.field import Count
from keikaku.queries.expressions.fields import fields_of
from keikaku.queries.graph_walks import Graph, leaving, of_kind

_VERBS = ("touch", "responsible", "based", "have")
_KINDS = ("Theme", "Department", "Guideline", "Partner", "SdgTarget", "Goal", "Initiative")
"""The kinds by whose names plans are asked for."""

_COUNTED = {
    f"{kind.lower()}_count": words.KINDS[kind]
    for kind in ("Department", "Theme", "Indicator", "Guideline", "Partner", "Component")
}
"""What every plan has some number of: the fields of ``find``, and what is counted."""


def search_words() -> dict[str, str]:
    """Return the words by what they say, one space between words, ``_`` within one."""
    says: dict[str, list[str]] = {"yes": words.YES.split(), "no": words.NO.split()}
    for name in _VERBS:
        for stem, bending in words.VERBS[name]:
            for word, says_no in forms(stem, bending):
                says["no" if says_no else "yes"].append(word)
        says["yes"] += words.ENGLISH_VERBS[name].split()
    return {
        "plan": words.KINDS["Plan"],
        "both": words.WORDS["both"],
        "or": words.WORDS["or"],
        "except": words.WORDS["except"],
        "most": words.WORDS["most"],
        "least": words.WORDS["least"],
        "many": words.WORDS["many"],
        "several": words.WORDS["many_of"],
        "alone": words.WORDS["alone"],
        "perhaps_or": "か",
        "free": " ".join(
            (
                words.PARTICLES,
                words.FILLERS,
                " ".join(words.REQUESTS),
                words.WORDS["what"],
                words.WORDS["all"],
            )
        ),
        **{name: " ".join(dict.fromkeys(each)) for name, each in says.items()},
    }


def search_names(graph: Graph, numbers: Mapping[str, int]) -> dict[str, Any]:
    """Return what a sentence may name: words with the numbers of nodes or plans, or with a year.

    ``numbers`` are those of the nodes of the page. ``names`` hold words and nodes, ``plans`` words
    that choose plans by themselves (a category, a part of a theme), ``years`` words and a year,
    ``bounds`` how a year is compared, ``counted`` words and how many of it each plan has at least
    and at most, ``amounts`` how a number is compared (:mod:`.quantities`).
    """
    known = Names(lambda _: graph)
    mentions = [(word, each, _is_part(known, each)) for word, each in known.book.mentions()]
    plans = [plan for plan, _ in of_kind(graph, "Plan") if plan in numbers]
    return {
        "names": [
            [word, [numbers[node] for node in mention.ids if node in numbers]]
            for word, mention, is_part in mentions
            if mention.kind in _KINDS and not is_part
        ]
        + [[word, [numbers[node] for node in held]] for word, held in _numbered(graph, numbers)],
        "plans": [
            [word, [numbers[plan] for plan in plans if _has(graph, plan, mention)]]
            for word, mention, is_part in mentions
            if mention.kind == "Category" or is_part
        ],
        "years": [*_years(graph)],
        "bounds": [
            [word, sign] for sign, listed in words.BOUNDS.items() for word in listed.split()
        ],
        "counted": [*_counted(graph, plans)],
        "amounts": {"unit": UNIT, "way": WAY, "ways": WAYS, "before": BEFORE_NUMBER},
    }


def _numbered(graph: Graph, numbers: Mapping[str, int]) -> Iterator[tuple[str, list[str]]]:
    """Yield headings and SDG targets by the words for them and their numbers: 目標1, SDGs11."""
    for kind, fact in (("Goal", "number"), ("Initiative", "number"), ("SdgTarget", "code")):
        held: dict[str, list[str]] = {}
        for node, facts in of_kind(graph, kind):
            number = facts.get(fact)
            if number and node in numbers:
                for each in dict.fromkeys((number, number.partition(".")[0])):
                    held.setdefault(each, []).append(node)
        called = ["目標"] if kind == "Goal" else []
        for word in (*called, *words.KINDS[kind].split()):
            yield from ((f"{word}{number}", nodes) for number, nodes in held.items())


def _is_part(known: Names, mention: Mention) -> bool:
    """Return whether a word means a part of a theme: テレワーク."""
    return mention.kind == "Theme" and any(
        mention.spelling == word and theme in mention.ids for word, theme in known.narrower()
    )


def _has(graph: Graph, plan: str, mention: Mention) -> bool:
    if mention.kind == "Category":
        return graph.nodes[plan].get("category") in mention.ids
    touches = leaving(graph, plan, "TOUCHES")
    return any(e in mention.ids and mention.spelling in (f.get("terms") or ()) for e, f in touches)


def _years(graph: Graph) -> Iterator[list[Any]]:
    """Yield the spellings of each fiscal year of the documents, with the year."""
    known = [(first, last) for first, last in periods(graph, None) if first and last]
    for year in sorted({year for first, last in known for year in range(first, last + 1)}):
        spellings = [f"{year}", f"fy{year}"]
        for era, letter in LETTERS.items():
            if year >= ERAS[era]:
                number = year - ERAS[era] + 1
                spellings += [f"{era}{number}", f"{letter}{number}"]
                break
        for word in spellings:
            yield from ([word + end, year] for end in ("年度", "年", ""))
    if len(known) == 1:
        yield from (["初年度", known[0][0]], ["最終年度", known[0][1]])


def _counted(graph: Graph, plans: list[str]) -> Iterator[list[Any]]:
    evaluator = Evaluator(graph)
    for field in fields_of("Plan"):
        if isinstance(field.source, Count) and field.key in _COUNTED:
            called = f"{' '.join(field.words)} {_COUNTED[field.key]}"
            counts = [evaluator.values(plan, field)[0] for plan in plans]
            yield [
                called,
                [each if isinstance(each, tuple) else (each, each) for each in counts],
            ]
