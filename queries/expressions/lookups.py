"""Names that do not mean nodes of one kind by themselves: headings of any level, SDG goals."""

from __future__ import annotations

from contextlib import suppress

from keikaku.graph.errors import KeikakuError
from keikaku.graph.kinds import KIND
from keikaku.graph.language import Text
from keikaku.queries import names
from keikaku.queries.cypher.directory import Directory, facts_of, find_nodes
from keikaku.queries.graph_walks import HEADINGS, Facts
from keikaku.queries.plan_filters import names_text

_HEADING = Text("見出し", "heading")


def sdg_targets(directory: Directory, typed: str) -> tuple[list[str], str]:
    """Return a target (11.3), or all targets of a goal (11), and its code.

    Raises:
        KeikakuError: there is none such.
    """
    code = names.fold(typed).removeprefix("sdgs").removeprefix("sdg")
    there = facts_of(directory, "SdgTarget")
    of_goal = [node for node, facts in there if facts["code"].partition(".")[0] == code]
    return of_goal or find_nodes(directory, "SdgTarget", code)[0], code


def headings(directory: Directory, typed: str, within: str | None) -> tuple[list[str], str]:
    """Return the headings of any level that are meant, and how people call them.

    施策 means all headings of that level, 施策 1-2 and 施策1-2 the one with that number; a heading
    whose level its document does not print goes by what its kind is called.

    Raises:
        KeikakuError: there is none such, or it may be several.
    """
    graphs = {kind: directory.of(kind, within) for kind in HEADINGS}
    known = [each for kind in HEADINGS for each in directory.names_of_kind(kind, within)]
    of_node = {node: graph for graph in graphs.values() for node in graph}
    wanted = names.fold(typed)
    levels: dict[str, list[names.NameEntry]] = {}
    for each in known:
        for word in _level_words(of_node[each.id].nodes[each.id]):
            levels.setdefault(word, []).append(each)
    for word, of_level in levels.items():
        if names.fold(word) == wanted:
            return [each.id for each in of_level], word
    ids = _numbered(levels, wanted) or names.choose(known, typed, _HEADING)
    return ids, "、".join(names.unique(names_text(of_node[node], [node]) for node in ids))


def _numbered(levels: dict[str, list[names.NameEntry]], wanted: str) -> list[str]:
    """Return the headings that a level with a number or a title means."""
    for word, of_level in levels.items():
        rest = wanted.removeprefix(names.fold(word))
        if rest not in {"", wanted}:
            with suppress(KeikakuError):
                return names.choose(of_level, rest, _HEADING)
    return []


def _level_words(facts: Facts) -> tuple[str, ...]:
    printed = facts.get("level")
    called = KIND[facts["kind"]]
    return (printed,) if printed else (called.ja, called.name)
