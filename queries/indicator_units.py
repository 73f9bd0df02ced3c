"""The units of indicators, and the one that a typed text means (単位)."""

from __future__ import annotations

from collections.abc import Iterable

from keikaku.graph.language import Text
from keikaku.graph.measures import unit_and_rhythm, units_of
from keikaku.queries import names
from keikaku.queries.graph_walks import Graph, of_kind

_UNIT = Text("単位", "unit")


def units_in(graph: Graph) -> set[str]:
    """Return the units of all indicators."""
    return {unit for _, facts in of_kind(graph, "Indicator") for unit in units_of(facts)}


def units_meant(known: Iterable[str], typed: str) -> list[str]:
    """Return the unit that a text means, in the spelling in which units are compared.

    Raises:
        KeikakuError: there is no such unit, or the text is a part of several units.
    """
    # A unit is not a node, but choose() takes the last name of an entry as the id.
    candidates = [names.NameEntry(unit, (unit, unit)) for unit in sorted(known)]
    wanted = unit_and_rhythm(typed)
    return sorted(set(names.choose(candidates, wanted[0] or typed, _UNIT)))
