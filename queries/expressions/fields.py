"""The fields of each kind: its facts as the model declares them, its relations, and more."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from keikaku.graph.declaration import Fact
from keikaku.graph.relations import RELATION
from keikaku.queries.expressions import field_tables as tables
from keikaku.queries.expressions.field import (
    Count,
    Derived,
    Doubt,
    Ends,
    Extreme,
    FarFact,
    Field,
    Length,
    Prop,
    Steps,
    Type,
    steps,
)
from keikaku.queries.expressions.kinds_to_find import ABOUT, FINDABLE

_TYPES: dict[str, Type] = {
    "text": "text",
    "texts": "text",
    "integer": "number",
    "number": "number",
    "boolean": "flag",
}
ONE_PLAN = (
    "Component", "Action", "Milestone", "Indicator", "Budget", "Evaluation", "LogicStep", "Finding",
)  # fmt: skip
"""Kinds that belong to one plan, which a row then names."""
NOT_ASKED = {"aliases", "unknown_marks", "disclosure_unknown", "values"}
"""Facts that other fields replace."""


@cache
def to_plans(kind: str) -> Steps:
    """Return the steps from a kind to its plans; none where it has none, or is a plan."""
    return _known(tables.TO_PLANS.get(kind, ""))


@cache
def fields_of(kind: str) -> tuple[Field, ...]:
    """All fields of a kind, its own first, then those of the plans that it belongs to."""
    own = (
        *_name_fields(kind),
        *_extremes(kind),
        *_fact_fields(kind),
        *_derived(kind),
        *_facts(kind),
    )
    fields: dict[str, Field] = {}
    for field in own:
        fields.setdefault(field.key, field)
    if kind != "Plan" and to_plans(kind):
        ends = Ends(to_plans(kind))
        plans = Field("plan", ("計画", "実施計画"), "name", ends, "Plan")
        fields.setdefault("plan", plans)
        fields.setdefault("plan_count", _count(plans, ends))
        one_plan = kind in ONE_PLAN
        for field in fields_of("Plan"):
            if isinstance(field.source, Count) and not one_plan:
                continue  # Counts of several plans are no count of the whole.
            fields.setdefault(field.key, field._replace(via_plans=True))
    return tuple(fields.values())


POSSIBLE_YEAR = Field("possible_year", (), "year", Derived("possible_year"))
"""The years in which something may run, next to the year by which it is counted."""


def doubts_of(field: Field) -> Field | None:
    """Return the field of what the source leaves open of a field's values: the unknown marks."""
    if field.doubt is None or field.type != "name":
        return None
    return Field(field.doubt.fact, (), "text", Prop(field.doubt.fact), via_plans=field.via_plans)


@cache
def words_of(kind: str) -> dict[str, Field]:
    """Return the fields of a kind by each word for them, folded; the first keeps a word."""
    from keikaku.queries.names import fold

    words: dict[str, Field] = {}
    for field in fields_of(kind):
        for word in (field.key, *field.words):
            words.setdefault(fold(word), field)
    return words


@cache
def field_keyed(key: str) -> Field | None:
    """Return the field of a key, of the first kind that has one; None for no field."""
    return next((field for kind in FINDABLE for field in fields_of(kind) if field.key == key), None)


def kind_named(word: str) -> str | None:
    """Return a kind of ``find`` by any of its words; None for no kind."""
    return _kinds().get(_folded(word))


@cache
def _kinds() -> dict[str, str]:
    kinds = {_folded(kind): kind for kind in FINDABLE}
    for kind, words in tables.KIND_WORDS.items():
        if kind in FINDABLE:
            for word in words.split():
                kinds.setdefault(_folded(word), kind)
    return {**{_folded(FINDABLE[kind].ja): kind for kind in FINDABLE}, **kinds}


def _folded(word: str) -> str:
    from keikaku.queries.names import fold

    return fold(word)


def _name_fields(kind: str) -> Iterable[Field]:
    for key, words, leads_to, way, instead, wider in tables.NAMES.get(kind, ()):
        if not _known(way):
            continue
        ends = Ends(_known(way), _known(instead), _known(wider))
        fact = tables.DOUBTS.get((kind, key))
        doubt = Doubt(*fact) if fact else None
        field = Field(key, tuple(words.split()), "name", ends, leads_to, doubt)
        yield field
        yield _count(field, ends)


def _count(field: Field, ends: Ends) -> Field:
    words = tables.COUNT_WORDS.get(field.key, f"{field.spelling}数")
    counted = Count(ends._replace(wider=()))
    return Field(f"{field.key}_count", tuple(words.split()), "number", counted, doubt=field.doubt)


def _extremes(kind: str) -> Iterable[Field]:
    for key, words, way, fact, least in tables.EXTREMES.get(kind, ()):
        yield Field(key, tuple(words.split()), "year", Extreme(steps(way), fact, least))
        if least:
            lasts, called = tables.LENGTH
            yield Field(lasts, tuple(called.split()), "number", Length(steps(way)))


def _fact_fields(kind: str) -> Iterable[Field]:
    for key, words, end, way, fact, last in tables.FACT_FIELDS.get(kind, ()):
        declared = next(each for each in FINDABLE[end].facts if each.name == fact)
        source = FarFact(_known(way), fact, end, last)
        yield Field(key, tuple(words.split()), _type(declared), source)


def _derived(kind: str) -> Iterable[Field]:
    for key, words, kept in tables.DERIVED.get(kind, ()):
        yield Field(key, tuple(words.split()), kept, Derived(key))  # type: ignore[arg-type]


def _facts(kind: str) -> Iterable[Field]:
    for fact in FINDABLE[kind].facts:
        if fact.name in NOT_ASKED:
            continue
        called = tables.FACT_WORDS.get(f"{kind}.{fact.name}", tables.FACT_WORDS.get(fact.name, ""))
        words = (*called.split(), fact.ja)
        if fact.type == "measure":
            measured = Prop(fact.name, "value")
            yield Field(fact.name, words, "number", measured, unit_of=fact.name)
        elif fact.type in _TYPES:
            by_part = (kind, fact.name) in tables.BY_PART
            yield Field(fact.name, words, _type(fact), Prop(fact.name), by_part=by_part)


def _type(fact: Fact) -> Type:
    if fact.choices:
        return "code"
    if fact.prose:
        return "prose"
    return "year" if fact.name.endswith("year") else _TYPES[fact.type]


def _known(text: str) -> Steps:
    """Return the steps, or none where the model has no such relation."""
    read = steps(text)
    known = {*RELATION, ABOUT}
    return read if all(name in known for step in read for name in step.relations) else ()
