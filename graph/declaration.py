"""How the model is declared: a kind of node, a type of relation, and their facts.

:mod:`keikaku.graph.kinds` and :mod:`keikaku.graph.relations` define the model with these three
small classes. Validation, the JSON Schema, the reference page, the Neo4j constraints and the map's
legend are all derived from those two modules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FactType = Literal["text", "texts", "integer", "number", "boolean", "measure", "values"]
"""The types a fact can have.

``text`` a string; ``texts`` a list of strings; ``integer`` a whole number (a western fiscal year,
an order); ``number`` a float; ``boolean``; ``measure`` a value of a target or a baseline, see
:class:`keikaku.graph.records.Measure`; ``values`` a list of measures, each of a fiscal year, see
:class:`keikaku.graph.records.YearValue`.
"""


@dataclass(frozen=True, slots=True)
class Fact:
    """One property of a kind or of a relation.

    ``prose`` marks running text of the source (事業概要, 目指す姿), which ``--facts-only`` leaves
    out. A fact that is not ``required`` may be absent or null: *unknown*, never false.
    """

    name: str
    type: FactType
    en: str
    ja: str
    required: bool = False
    choices: tuple[str, ...] = ()
    prose: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of node: its name (Neo4j label), what it is, and its facts.

    ``shared`` kinds belong to no single document, so that several documents meet in them.
    """

    name: str
    en: str
    ja: str
    facts: tuple[Fact, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """A type of edge: which kinds it leads from and to, as a sentence, and what it carries.

    ``ends`` are the allowed (source kind, target kind) pairs. ``inferred`` relations are keikaku's
    conclusions, never statements of the document. ``across`` ones lead from one document into
    another, and belong to the document of their source.
    """

    name: str
    en: str
    ja: str
    ends: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...] = ()
    inferred: bool = False
    across: bool = False
