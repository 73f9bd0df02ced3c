"""Conditions drawn at random: any field of a kind, held to values that a graph knows and others."""

from __future__ import annotations

from hypothesis import strategies as st

from keikaku.graph.network import Graph
from keikaku.queries.expressions.field import Derived, Field
from keikaku.queries.expressions.fields import fields_of
from keikaku.queries.expressions.tree import And, Comparison, Not, Or, Tree
from keikaku.queries.names import names_of_kind

KINDS = ("Plan", "Department", "Indicator", "Theme", "Guideline", "Milestone", "Component", "Goal")
_STATES = ("有", "無し", "不明")
_SIGNS = ("=", ">=", "<=", ">", "<")
_WORDS = ("化", "計画", "ＡＩ", "の", "'", "課")


def conditions(graph: Graph, kind: str) -> st.SearchStrategy[Tree]:
    """Trees of comparisons of the fields of a kind."""
    comparisons = st.sampled_from(fields_of(kind)).flatmap(lambda field: _comparison(graph, field))
    return st.recursive(
        comparisons,
        lambda inner: st.one_of(
            st.builds(Not, inner),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        ),
        max_leaves=4,
    )


def _comparison(graph: Graph, field: Field) -> st.SearchStrategy[Tree]:
    states = st.sampled_from(_STATES).map(lambda v: Comparison(field.spelling, "=", v))
    words = st.sampled_from(_WORDS).map(lambda v: Comparison(field.spelling, "in", v))
    if field.type == "prose":
        return words if isinstance(field.source, Derived) else st.one_of(states, words)
    if field.is_numeric:
        values = ("2023", "2024") if field.type == "year" else ("0", "1", "2", "90", "1.5")
        numbers = st.builds(
            lambda sign, value: Comparison(field.spelling, sign, value),
            st.sampled_from(_SIGNS),
            st.sampled_from(values),
        )
        return st.one_of(states, numbers)
    if field.leads_to is None:
        return st.one_of(states, words) if field.type == "text" else states
    names = [entry.id for entry in names_of_kind(graph, field.leads_to)][:6]
    if not names:
        return st.one_of(states, words)
    named = st.sampled_from(names).map(lambda v: Comparison(field.spelling, "=", v))
    return st.one_of(states, words, named, named)
