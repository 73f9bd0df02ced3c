"""``bridges``: what holds plans together, in words, the same in every run."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import keikaku
from keikaku.graph import merging, network
from keikaku.graph.errors import KeikakuError
from keikaku.queries.bridges.answer import SORTS, BridgeRow, answer, row_text
from keikaku.queries.graph_walks import Graph
from tests.queries import small_graph
from tests.queries.drawn import CITY, drawn


def rows_of(graph: Graph, sort: str, **parameters: Any) -> list[BridgeRow]:
    return [row for row in answer(graph, **parameters) if row.sort == sort]


def numbers(row: BridgeRow) -> list[str]:
    return [plan.number for plan in row.plans]


HELD = {
    **{f"1-1-{n}": ["甲課"] for n in (1, 2, 3)},
    "2-1-1": ["甲課", "乙課"],
    "2-1-2": ["乙課"],
    "3-1-1": ["乙課"],
}
GOALS = {number: number[0] for number in HELD}


def test_an_initiative_in_the_hands_of_one_department() -> None:
    (row,) = rows_of(drawn(held=HELD, goals=GOALS), "initiative")
    assert (row.name, row.initiative, numbers(row)) == (
        "甲課",
        "1-1 目標1",
        ["1-1-1", "1-1-2", "1-1-3"],
    )
    assert row.words == "取組事項「1-1 目標1」の実施計画3件は、すべて「甲課」が所管しています。"


def test_a_plan_that_several_rest_on() -> None:
    (row,) = rows_of(drawn("1-1-1>1-1-3", "1-1-2>1-1-3", "1-1-3>1-1-4"), "plan")
    assert (row.number, numbers(row)) == ("1-1-3", ["1-1-1", "1-1-2"])
    assert "2 plans rest on '1-1-3 計画1-1-3'" in row_text(row).en


def test_a_guideline_of_the_citys_own_that_several_rest_on_and_no_law() -> None:
    rules = ["甲法", f"{CITY}甲計画"]
    (row,) = rows_of(drawn(grounded={"1-1-1": rules, "1-1-2": rules}), "guideline")
    assert (row.name, row.count) == (f"{CITY}甲計画", 2)


def test_a_law_of_several_documents_stands_before_what_each_document_has() -> None:
    small = small_graph.records
    city, town = (network.from_records(small(f"{name}-2026", name)) for name in ("東市", "西町"))
    both, _ = merging.merge([city, town])
    rows = answer(both).rows
    row = rows[0]
    assert (row.document, row.sort, row.name, row.count) == (None, "across", "個人情報保護法", 2)
    assert row.documents == {"東市-2026": 1, "西町-2026": 1}
    assert row.words.startswith("2件の計画書にまたがる実施計画2件が「個人情報保護法」を根拠に")
    assert rows_of(city, "across") == rows_of(both, "across", document="東市-2026") == []


def test_a_department_of_which_all_is_due_in_one_year() -> None:
    due = {"1-1-1": 2027, "1-1-2": 2027, "1-1-3": 2027, "3-1-1": 2028}
    held = {number: HELD[number] for number in due}
    (row,) = rows_of(drawn(held=held, due=due), "year")
    assert (row.name, row.year, row.count) == ("甲課", 2027, 3)
    assert rows_of(drawn(held=held, due=dict.fromkeys(due, 2027)), "year") == []
    unknown = {number: year for number, year in due.items() if number != "1-1-2"}
    assert rows_of(drawn(held=held, due=unknown), "year") == []


def test_one_plan_with_many_departments_is_no_bridge() -> None:
    assert answer(drawn(held={"1-1-1": [f"{n}課" for n in "甲乙丙丁戊己庚辛壬癸子丑"]})).rows == []


def test_so_many_of_each_sort_as_are_asked_for() -> None:
    rows = answer(keikaku.read(), top="1").rows
    assert len(rows) == len({row.sort for row in rows})
    with pytest.raises(KeikakuError, match="--top"):
        answer(keikaku.read(), top="多め")


def test_a_plan_that_rests_on_itself_is_no_bridge() -> None:
    assert answer(drawn("1-1-1>1-1-1")).rows == []


def test_no_words_that_accuse_or_that_only_a_mathematician_knows() -> None:
    for row in answer(keikaku.read()).rows:
        for word in ("失い", "代わる所管課", "最短", "仲介", "分断"):
            assert word not in row.words


def test_rows_are_sorted_by_sort_and_count_and_have_both_languages() -> None:
    rows = answer(keikaku.read()).rows
    sorts = [SORTS.index(row.sort) for row in rows]
    assert sorts == sorted(sorts)
    for row in rows:
        assert row.words == row_text(row).ja
        assert row.count == len(row.plans)
        assert "{" not in row_text(row).en + row_text(row).ja
    for sort in SORTS:
        counts = [row.count for row in rows if row.sort == sort]
        assert counts == sorted(counts, reverse=True)


def test_two_thousand_plans_take_no_longer_than_to_read_them() -> None:
    numbers = [f"{n // 100 + 1}-1-{n % 100 + 1}" for n in range(2000)]
    needs = [f"{a}>{b}" for a, b in zip(numbers[1:], numbers, strict=False)]
    graph = drawn(*needs, held={number: ["甲課"] for number in numbers})
    start = time.process_time()
    answer(graph)
    assert time.process_time() - start < 5


def test_every_run_finds_the_same() -> None:
    code = "import keikaku; print([(r.id, r.count) for r in keikaku.bridges(keikaku.read())])"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
