"""The filters of ``plans`` and ``indicators`` are short for conditions of ``find``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import keikaku
from keikaku.graph import network
from keikaku.graph.network import Graph
from keikaku.queries.expressions.tree import And, Tree, expression
from keikaku.queries.find.answer import FindRow
from keikaku.queries.find.answer import answer as find
from keikaku.queries.indicators import filters as of_indicators
from keikaku.queries.plans import filters as of_plans
from tests.extent import examples
from tests.queries.deep_plan import deep

PLANS: Mapping[str, tuple[str, ...]] = {
    "theme": ("キャッシュレス", "5レス", "DX", "テレワーク"),
    "department": ("収納課", "DX戦略課", "市民課"),
    "guideline": ("公共施設等総合管理計画",),
    "goal": ("1", "2"),
    "initiative": ("2-2", "1-1"),
    "sdg": ("11", "11.3"),
    "year": ("2023", "令和6年度", "最終年度"),
    "text": ("システム", "化"),
    "level": ("1", "取組事項"),
}
BASES = st.sampled_from((None, "mark", "text"))
INDICATORS: Mapping[str, tuple[Any, ...]] = {
    "without_baseline": (True,),
    "at_target": (True,),
    "unit": ("%", "件"),
    "department": ("収納課", "DX戦略課"),
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return keikaku.read()


def options(known: Mapping[str, tuple[Any, ...]]) -> st.SearchStrategy[dict[str, Any]]:
    """Some options, each with one of its values."""
    each = {name: st.sampled_from(values) for name, values in known.items()}
    return st.fixed_dictionaries({}, optional=each).filter(bool)


def listed(graph: Graph, kind: str, trees: list[Tree]) -> tuple[list[str], list[str]]:
    """The ids of the nodes that a condition holds for, and of those for which it is open."""
    result = find(graph, kind, where=expression(And(tuple(trees))))
    rows = (row for row in result if isinstance(row, FindRow))
    return [str(row.id) for row in rows], [str(row.id) for row in result.unknown or ()]


@settings(max_examples=examples(12, 400), deadline=None)
@given(
    parameters=options(PLANS), basis=st.sampled_from((None, "mark", "text")), certain=st.booleans()
)
def test_plans_are_those_of_the_condition(
    graph: Graph, parameters: dict[str, Any], basis: str | None, certain: bool
) -> None:
    if basis == "mark" and parameters.get("theme") == "テレワーク":
        return  # a word has no mark: find refuses it
    answer = keikaku.plans(graph, **parameters, basis=basis, certain=certain)
    trees = [of_plans.condition(name, value, basis) for name, value in parameters.items()]
    if basis and "theme" not in parameters:
        trees.append(of_plans.condition("theme", "有", basis)._replace(argument=None))
    surely, perhaps = listed(graph, "Plan", list(trees))
    only_year = {*parameters} == {"year"} and not basis
    ids = [row.id for row in answer]
    if "year" not in parameters or certain:
        assert ids == surely
    elif only_year:
        assert {*ids} == {*surely, *perhaps}
    else:
        assert {*surely} <= {*ids} <= {*surely, *perhaps}


@settings(max_examples=examples(12, 400), deadline=None)
@given(parameters=options(INDICATORS))
def test_indicators_are_those_of_the_condition(graph: Graph, parameters: dict[str, Any]) -> None:
    trees = [of_indicators.FILTERS[name](value) for name, value in parameters.items()]
    surely, _ = listed(graph, "Indicator", trees)
    assert sorted(row.id for row in keikaku.indicators(graph, **parameters)) == sorted(surely)


def test_what_the_options_ask_for_can_be_written_as_a_condition() -> None:
    conditions = [of_plans.condition(name, "x") for name in ("theme", *of_plans.FILTERS)]
    assert [expression(each) for each in conditions] == [
        "theme=x",
        "goal=x",
        "initiative=x",
        "department=x",
        "guideline=x",
        "partner=x",
        "sdg=x",
        "scheduled_year=x",
        "x in text",
        "category=x",
        "last_direction=x",
        "heading=x",
    ]
    assert expression(of_plans.condition("theme", "x", "mark")) == "mark=x"
    assert expression(of_plans.condition("theme", "x", "text")) == "theme_in_text=x"


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("区分=継続", 2),
        ("区分=新規", 1),
        ("今後の方向性=拡充", 1),
        ("今後の方向性=廃止", 0),
        ("上位の見出し=備えの充実", 1),
        ("備蓄が増える in 本文", 1),
    ],
)
def test_what_only_options_asked_can_be_asked_by_find(where: str, expected: int) -> None:
    graph = network.from_records(deep())
    assert len(keikaku.find(graph, "計画", where=where)) == expected


def test_a_name_that_is_also_a_word_for_yes_is_a_name() -> None:
    """公開 is a part of the name of an ordinance, not that there is any."""
    assert expression(of_plans.condition("guideline", "公開")) == "guideline(公開)=有"
