"""Conditions drawn at random: any field of a kind, held to values that a graph knows and others."""

from __future__ import annotations

from hypothesis import strategies as st

from keikaku.graph.network import Graph
from keikaku.queries.expressions.field import Derived, Ends, Field
from keikaku.queries.expressions.fields import ONE_PLAN, fields_of
from keikaku.queries.expressions.tree import And, Comparison, Not, Or, Some, Tree
from keikaku.queries.names import names_of_kind

KINDS = ("Plan", "Department", "Indicator", "Theme", "Guideline", "Milestone", "Component", "Goal",
         "Finding")  # fmt: skip
_STATES = ("有", "無し", "不明")
_SIGNS = ("=", ">=", "<=", ">", "<")
_WORDS = ("化", "計画", "ＡＩ", "の", "'", "課")


def conditions(graph: Graph, kind: str) -> st.SearchStrategy[Tree]:
    """Trees of comparisons of the fields of a kind."""
    comparisons = st.sampled_from(fields_of(kind)).flatmap(lambda field: _comparison(graph, field))
    ends = [field for field in fields_of(kind) if isinstance(field.source, Ends)]
    nested = st.sampled_from(ends).flatmap(lambda field: _nested(graph, kind, field))
    return st.recursive(
        st.one_of(comparisons, comparisons, nested),
        lambda inner: st.one_of(
            st.builds(Not, inner),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
            st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        ),
        max_leaves=4,
    )


def _nested(graph: Graph, kind: str, field: Field) -> st.SearchStrategy[Tree]:
    """A condition on what a field leads to, which may hold another."""
    of_several = field.via_plans and kind not in ONE_PLAN
    ends = [each for each in fields_of(str(field.leads_to)) if isinstance(each.source, Ends)]
    inner = _inner(graph, field)
    deeper = st.sampled_from(ends).flatmap(
        lambda each: st.builds(Some, st.just(each.spelling), _inner(graph, each))
    )
    numbers = st.tuples(st.sampled_from(_SIGNS), st.sampled_from(("0", "1", "2")))
    states = st.sampled_from((("=", "有"), ("=", "無し"), ("!=", "有")))
    return st.builds(
        lambda tree, sign: Some(field.spelling, tree, *sign),
        st.one_of(inner, st.builds(Not, inner), *([deeper] if ends else [])),
        states if of_several else st.one_of(states, numbers),
    )


def _inner(graph: Graph, field: Field) -> st.SearchStrategy[Tree]:
    """A comparison of what a field leads to."""
    fields = fields_of(str(field.leads_to))
    return st.sampled_from(fields).flatmap(lambda each: _comparison(graph, each))


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
    equalities = st.sampled_from(names).map(lambda v: Comparison(field.spelling, "=", v))
    return st.one_of(states, words, equalities, equalities)
