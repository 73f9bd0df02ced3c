"""How a field is declared: where its values stand in the graph, and what may be unknown (項目).

A field is declared once, as data; :mod:`.evaluate` reads its values in memory, :mod:`.compile`
makes the Cypher that reads the same.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, TypeAlias

Type = Literal["name", "text", "code", "prose", "number", "year", "flag"]
"""``name`` nodes by what they are called; ``text`` and ``code`` words of the node; ``prose``
running text, which is only searched; ``number``, ``year``, and ``flag`` (yes or no)."""

_STEP = re.compile(
    r"(?P<way>[<>])(?P<relation>[A-Z_|]+)(?:\[(?P<fact>\w+)=(?P<value>\w+)\])?"
    r"(?P<far>\*(?P<least>\d)\.\.(?P<most>\d)?)?(?::(?P<kind>\w+(?:\|\w+)*)(?:\{(?P<has>\w+)\})?)?"
)
MOST_STEPS = 9
"""The most steps along a relation without a limit of its own."""


class Step(NamedTuple):
    """One step along relations: ``forward`` from start to end, ``least`` to ``most`` times.

    ``fact`` and ``value`` keep relations of which a fact is, or holds, that value; ``kind`` keeps
    ends of that kind (``Goal|Initiative`` of either), ``has`` those that have a fact.
    """

    forward: bool
    relations: tuple[str, ...]
    least: int
    most: int
    kind: str | None
    fact: str | None
    value: str | None
    has: str | None = None


Steps: TypeAlias = tuple[Step, ...]


def steps(text: str) -> Steps:
    """Return the steps of their short form: ``<RESPONSIBLE_FOR[role=lead]:Department``."""
    steps = []
    for word in text.split():
        match = _STEP.fullmatch(word)
        if match is None:
            raise ValueError(word)
        far = bool(match["far"])
        steps.append(
            Step(
                match["way"] == ">",
                tuple(match["relation"].split("|")),
                int(match["least"]) if far else 1,
                int(match["most"] or MOST_STEPS) if far else 1,
                match["kind"],
                match["fact"],
                match["value"],
                match["has"],
            )
        )
    return tuple(steps)


class Prop(NamedTuple):
    """A fact of the node itself; ``part`` one of a measure's parts (value, unit)."""

    fact: str
    part: str | None = None


class Ends(NamedTuple):
    """The nodes that steps lead to; ``instead`` where these lead nowhere.

    ``wider`` leads on to what they are part of: a condition that names one holds for its parts.
    """

    steps: Steps
    instead: Steps = ()
    wider: Steps = ()


class Count(NamedTuple):
    """How many different nodes steps lead to."""

    ends: Ends


class Extreme(NamedTuple):
    """The least or the greatest value of a fact of the nodes that steps lead to."""

    steps: Steps
    fact: str
    least: bool


class Length(NamedTuple):
    """How many years the nodes that steps lead to run, from the first year to the last."""

    steps: Steps


class FarFact(NamedTuple):
    """A fact of the nodes, all of one kind, that steps lead to.

    ``last`` is a number by which only the last of the nodes count.
    """

    steps: Steps
    fact: str
    kind: str
    last: str | None = None


class Derived(NamedTuple):
    """A value that is computed; both engines know it by this name."""

    name: str


Source: TypeAlias = Prop | Ends | Count | Extreme | Length | FarFact | Derived


class Doubt(NamedTuple):
    """The sign that values may be missing: a list of names that may belong to it, or a flag."""

    fact: str
    is_list: bool = False


class Field(NamedTuple):
    """A property of a kind that can be asked for.

    ``words`` are what people call it, Japanese first; the first is shown. ``leads_to`` is the kind
    of the nodes of a ``name``. ``unit_of`` is the fact whose unit a typed value may have. A
    measure ``of`` something else is read of the plans that the node belongs to. With ``by_part`` a
    typed value means all values that hold it.
    """

    key: str
    words: tuple[str, ...]
    type: Type
    source: Source
    leads_to: str | None = None
    doubt: Doubt | None = None
    unit_of: str | None = None
    via_plans: bool = False
    by_part: bool = False

    @property
    def spelling(self) -> str:
        """Its name in an expression."""
        return self.words[0] if self.words else self.key

    @property
    def is_open(self) -> bool:
        """Whether the source may leave its value open: certainly this, possibly another."""
        counted = isinstance(self.source, Count) and self.doubt is not None
        return counted or isinstance(self.source, Extreme | Length)

    @property
    def is_numeric(self) -> bool:
        """Whether its values can be added and compared by size."""
        return self.type in {"number", "year"}
