"""What plans can be asked for besides: category, direction, a heading of any level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

from keikaku.graph.errors import KeikakuError
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.queries import names
from keikaku.queries.expressions.field_tables import CODE_WORDS
from keikaku.queries.graph_walks import HEADINGS, Facts, Graph, leaving
from keikaku.queries.plan_filters import Filter, Match, matched, part_of

DIRECTIONS = next(fact.choices for fact in KIND["Evaluation"].facts if fact.name == "direction")
"""Where the evaluation of a plan may lead."""

DIRECTION_WORDS = {code: CODE_WORDS[code].split() for code in DIRECTIONS}
"""What people call them."""

_CATEGORY = Text("区分", "category")
_HEADING = Text("見出し", "heading")
_NO_DIRECTION = Text(
    "方向性「{typed}」は使えません。{choices} から選んでください。",
    "no such direction '{typed}'; choose one of {choices}.",
)


def category(graph: Graph, typed: str) -> Filter:
    """Return plans of that category (新規, 継続, 拡充), by the word that is printed or a part."""
    wanted = categories_meant(names.categories(graph), typed)

    def matches(plan: str) -> list[Match]:
        facts = graph.nodes[plan]
        held = facts.get("category")
        return [matched(held, ["category"], facts["evidence"])] if held in wanted else []

    return Filter("、".join(wanted), matches)


def categories_meant(printed: Iterable[str], typed: str) -> list[str]:
    """Return the categories that are meant, as printed.

    Raises:
        KeikakuError: there is none such.
    """
    known = [names.NameEntry(each, (each, each)) for each in sorted(set(printed))]
    same = [each.id for each in known if names.fold(typed) in names.fold(each.id)]
    return same or names.choose(known, typed, _CATEGORY)


def direction(graph: Graph, typed: str) -> Filter:
    """Return plans whose evaluation leads that way (expand, continue, … or 拡充, 継続, …)."""
    wanted = checked_direction(typed)

    def matches(plan: str) -> list[Match]:
        return [
            matched(
                facts.get("direction_text") or wanted,
                ["EVALUATED_AS"],
                facts["evidence"],
            )
            for facts in latest_evaluations(graph, plan)
            if facts.get("direction") == wanted
        ]

    return Filter(wanted, matches)


def checked_direction(typed: str) -> str:
    """Return the direction that is meant, as a code. Raises ``KeikakuError`` for none."""
    for code in DIRECTIONS:
        if names.fold(typed) in (code, *map(names.fold, DIRECTION_WORDS[code])):
            return code
    raise KeikakuError(_NO_DIRECTION.format(typed=typed, choices=", ".join(DIRECTIONS)))


def latest_evaluations(graph: Graph, plan: str) -> list[Facts]:
    """Return the evaluations of the last fiscal year in which a plan was evaluated."""
    evaluations = [graph.nodes[end] for end, _ in leaving(graph, plan, "EVALUATED_AS")]
    last = max((facts["fiscal_year"] for facts in evaluations), default=None)
    return [facts for facts in evaluations if facts["fiscal_year"] == last]


def level(graph: Graph, typed: str, within: str | None) -> Filter:
    """Return plans under the heading of whatever level, by its number, its title or its level."""
    known = [
        each for kind in HEADINGS for each in names.names_of_kind(graph, kind, document=within)
    ]
    ids, word = headings_meant(known, {each.id: graph.nodes[each.id] for each in known}, typed)
    under = part_of(graph, ids)
    return under._replace(value=word) if word else under


def headings_meant(
    candidates: list[names.NameEntry], facts: Mapping[str, Facts], typed: str
) -> tuple[list[str], str | None]:
    """Return the headings that are meant, and the word of their level where all of it are.

    施策 means all headings of that level, 施策 1-2 and 施策1-2 the one with that number; a heading
    whose level its document does not print goes by what its kind is called.

    Raises:
        KeikakuError: there is none such, or it may be several.
    """
    wanted = names.fold(typed)
    levels: dict[str, list[names.NameEntry]] = {}
    for each in candidates:
        for word in _level_words(facts[each.id]):
            levels.setdefault(word, []).append(each)
    for word, of_level in levels.items():
        if names.fold(word) == wanted:
            return [each.id for each in of_level], word
    for word, of_level in levels.items():
        rest = wanted.removeprefix(names.fold(word))
        if rest not in ("", wanted):
            with suppress(KeikakuError):
                return names.choose(of_level, rest, _HEADING), None
    return names.choose(candidates, typed, _HEADING), None


def _level_words(facts: Facts) -> tuple[str, ...]:
    printed = facts.get("level")
    called = KIND[facts["kind"]]
    return (printed,) if printed else (called.ja, called.name)
