"""Pydantic models of the parts of a ``keikaku/2`` file, made from the declaration.

They serve validation and the JSON Schema; a query never needs them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, create_model, model_validator
from pydantic_core import PydanticCustomError

from keikaku.graph.declaration import Fact, Kind, Relation
from keikaku.graph.network import ALWAYS
from keikaku.graph.records import Comparator, Reading, Severity, ValueKind

_Name = Annotated[str, Field(min_length=1)]
_Year = Annotated[int, Field(ge=1868, le=2200)]  # 明治元年 is the first year with a western one
_Position = Annotated[int, Field(ge=1)]
_Share = Annotated[float, Field(ge=0, le=1)]


class Part(BaseModel):
    """What all parts share: nothing undeclared, nothing converted, no NaN."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    @model_validator(mode="after")
    def _years_in_order(self) -> Self:
        first, last = getattr(self, "first_year", None), getattr(self, "last_year", None)
        if first is not None and last is not None and last < first:
            raise PydanticCustomError("years_reversed", "ends before it begins")
        return self


class Evidence(Part):
    """Where a fact comes from and how it was read (根拠)."""

    document: _Name
    line: _Position | None
    section: str
    quote: str
    reading: Reading
    confidence: _Share
    note: str | None = None
    sheet: str | None = None
    cell: str | None = None
    page: _Position | None = None
    box: Annotated[list[float], Field(min_length=4, max_length=4)] | None = None


class Measure(Part):
    """One value of an indicator (値), or the two ends of a range."""

    value: int | float | None
    unit: str | None
    comparator: Comparator
    qualifier: str | None
    as_of: str | None
    raw: str
    fiscal_year: _Year | None
    low: int | float | None
    high: int | float | None
    cumulative: bool | None

    @model_validator(mode="after")
    def _holds_a_number(self) -> Self:
        if self.value is None and self.low is None and self.high is None:
            raise PydanticCustomError("no_number", "holds no number")
        return self


class YearValue(Measure):
    """One value of an indicator in one fiscal year (年度別の値)."""

    fiscal_year: _Year
    kind: ValueKind


class Document(Part):
    """The source of a graph: a published plan (計画書)."""

    id: _Name
    title: str | None
    municipality: str | None
    first_year: _Year | None
    last_year: _Year | None
    source: str | None
    sha256: str | None


class Finding(Part):
    """Something in the source that a person should look at (確認事項)."""

    code: _Name
    severity: Severity
    node: str | None
    evidence: list[Evidence]
    message: str
    suggestion: str
    details: dict[str, Any]
    settled: dict[str, str] | None


class Head(Part):
    """All of a file but its nodes, edges and findings."""

    schema_: Literal["keikaku/2"] = Field(alias="schema")
    document: Document
    documents: list[Document] = Field(default_factory=list)


_TYPES: dict[str, Any] = {
    "text": str,
    "texts": str,
    "integer": int,
    "number": float,
    "boolean": bool,
    "measure": Measure,
    "values": YearValue,
}
_LISTS = ("texts", "values")  # whose values are lists of the type
# Facts whose values lie within bounds wherever they occur.
_BOUNDED: dict[str, Any] = {
    "first_year": _Year,
    "last_year": _Year,
    "fiscal_year": _Year,
    "order": _Position,
    "score": _Share,
}


@cache
def of_kind(kind: Kind) -> type[BaseModel]:
    """Return the model of the nodes of a kind."""
    fields = {
        "id": (_Name, Field(description="stable, readable id")),
        "kind": (_one_of(kind.name), ...),
        "label": (str, Field(description="how it is shown")),
        **{fact.name: _field(fact, ALWAYS.get(kind.name, {})) for fact in kind.facts},
        "evidence": (list[Evidence], ...),
    }
    return _model(kind.name, f"{kind.ja}: {kind.en}", fields)


@cache
def of_relation(relation: Relation) -> type[BaseModel]:
    """Return the model of the edges of a type."""
    fields = {
        "source": (_Name, Field(description="id of the node it leads from")),
        "target": (_Name, Field(description="id of the node it leads to")),
        "type": (_one_of(relation.name), ...),
        **{fact.name: _field(fact) for fact in relation.facts},
        "evidence": (list[Evidence], ...),
    }
    return _model(relation.name, f"{relation.ja}: {relation.en}", fields)


def _model(name: str, kind: str, fields: dict[str, Any]) -> type[BaseModel]:
    return create_model(name, __base__=Part, __doc__=kind, **fields)


def _field(fact: Fact, always: Mapping[str, Any] = MappingProxyType({})) -> tuple[Any, Any]:
    """Return the field of a fact.

    One that is not required may be null or absent, except for ``always``.
    """
    description = f"{fact.ja}: {fact.en}"
    if fact.required:
        return _type(fact), Field(description=description)
    if fact.name not in always:
        return _type(fact) | None, Field(default=None, description=description)
    nullable = always[fact.name] is None
    return _type(fact) | None if nullable else _type(fact), Field(description=description)


def _type(fact: Fact) -> Any:
    if fact.name in _BOUNDED:
        return _BOUNDED[fact.name]
    plain: Any = _TYPES[fact.type] if not fact.choices else _one_of(*fact.choices)
    return list[plain] if fact.type in _LISTS else plain


def _one_of(*words: str) -> Any:
    return Literal[words]
