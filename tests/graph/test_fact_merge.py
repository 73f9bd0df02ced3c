"""Two statements of one thing become one by one rule, wherever they meet."""

from __future__ import annotations

from typing import Any

from keikaku.graph.fact_merge import Disagreement, add_statement, united


def test_the_first_statement_stays_and_lists_are_united() -> None:
    first: dict[str, Any] = {"name": "AI", "aliases": ["人工知能"], "group": None}
    aliases = first["aliases"]
    further = {"name": "ＡＩ", "aliases": ["生成AI", "人工知能"], "group": "DX", "terms": ["AI"]}
    assert add_statement(first, further) == [
        Disagreement("name", "AI", "ＡＩ"),
        Disagreement("group", None, "DX"),
    ]
    assert first == {
        "name": "AI",
        "aliases": ["人工知能", "生成AI"],
        "group": None,
        "terms": ["AI"],
    }
    assert aliases == ["人工知能"]  # it may belong to another graph


def test_no_item_is_there_twice_nor_more_than_are_kept() -> None:
    assert united([1, 2], [2, 3, 3, 4]) == [1, 2, 3, 4]
    assert united([1, 2], [2, 3, 4], most=3) == [1, 2, 3]
    assert united([1, 2, 3], [4], most=2) == [1, 2, 3]  # what is there is not dropped
