"""Workbooks of towns that do not exist, as offices keep them, without a layout of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from keikaku.loaders import load
from tests.layouts import town_books
from tests.layouts.scoring import LoadedPlan
from tests.layouts.town_scoring import town_scores
from tests.layouts.towns import Town, make_town

BOOKS: dict[str, Callable[[Town, Path], Path]] = {
    "department_sheets": town_books.department_sheets,
    "labelled_rows": town_books.labelled_rows,
    "hidden_choices": town_books.hidden_choices,
    "row_names": town_books.row_names,
    "year_tables": town_books.year_tables,
}
TASKS = {"row_names": 2}
INDICATORS = {"row_names": 2, "year_tables": 2}


@pytest.mark.parametrize("family", BOOKS)
def test_every_fact_is_read(family: str, tmp_path: Path) -> None:
    town = make_town(count=5, tasks=TASKS.get(family, 1), kpis=INDICATORS.get(family, 1))
    scores = town_scores(town, load(BOOKS[family](town, tmp_path / "plan.xlsx")))
    assert {name: share for name, share in scores.items() if share < 1} == {}


def test_a_running_number_is_no_number_of_a_level(tmp_path: Path) -> None:
    town = make_town(count=5, tasks=1, kpis=1)
    scores = town_scores(town, load(town_books.counted_rows(town, tmp_path / "plan.csv")))
    assert {name: share for name, share in scores.items() if share < 1} == {}


def test_a_hidden_sheet_is_left_out_and_reported(tmp_path: Path) -> None:
    town = make_town(tasks=1, kpis=1)
    records = load(town_books.hidden_choices(town, tmp_path / "plan.xlsx"))
    messages = [f.message for f in records.findings if f.code == "parts-not-read"]
    assert messages == ["非表示のシート「リスト」は読み込みません（1件）。"]


def test_all_plans_of_a_sheet_have_the_department_in_its_first_row(tmp_path: Path) -> None:
    from dataclasses import replace

    town = make_town(tasks=1, kpis=1)
    plans = tuple(replace(p, division="総務部", department="人事課") for p in town.plans[:3])
    town = replace(town, plans=plans)
    scores = town_scores(town, load(town_books.department_sheets(town, tmp_path / "plan.xlsx")))
    assert scores["department"] == scores["division"] == 1


def test_a_label_that_nobody_knows_takes_no_other_labels_place(tmp_path: Path) -> None:
    town = make_town(tasks=1, kpis=1)
    records = load(town_books.unknown_labels(town, tmp_path / "plan.xlsx"))
    loaded = LoadedPlan(records)
    for plan in town.plans:
        departments = loaded.above(loaded.plans[plan.title].id, "Department")
        assert [node.facts["name"] for _, node in departments] == [plan.department]
    (message,) = (
        f.message for f in records.findings if f.code == "label-unread" and "課" in f.message
    )
    assert "「ご近所課」（9件）" in message
