# ruff: noqa: E501
"""Towns of further families, each with what was lost of such a form at first sight."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from keikaku.loaders import load
from keikaku.loaders.layouts.facts.department_names import Divisions
from tests.layouts import second_forms, second_lists
from tests.layouts.town_scoring import town_scores
from tests.layouts.towns import Town, make_town
from tests.makers.convert import by_office, pdf_text
from tests.makers.excel import make_excel
from tests.makers.printed import Printed
from tests.makers.web import make_web
from tests.makers.word import make_word

FAMILIES: dict[str, Callable[[Town], Iterator[Printed]]] = {
    "one_cell_forms": second_forms.one_cell_forms,
    "two_a_page": second_forms.two_a_page,
    "report_forms": second_forms.report_forms,
    "bracket_text": second_lists.bracket_text,
    "ordinal_forms": second_forms.ordinal_forms,
    "year_rows": second_forms.year_rows,
    "spaced_labels": second_forms.spaced_labels,
    "year_lines": second_lists.year_lines,
    "division_list": second_lists.division_list,
    "title_tables": second_lists.title_tables,
}
ONE_INDICATOR = {"ordinal_forms", "year_rows", "spaced_labels", "division_list", "title_tables"}
ONE_TASK = {"year_rows", "spaced_labels", "year_lines", "division_list", "title_tables"}
UNNUMBERED = {"title_tables"}


def _town(family: str) -> Town:
    town = make_town(
        count=5, tasks=1 if family in ONE_TASK else 2, kpis=1 if family in ONE_INDICATOR else 2
    )
    if family in UNNUMBERED:
        return replace(town, plans=tuple(replace(p, number="") for p in town.plans))
    return town


@pytest.mark.parametrize("family", sorted(FAMILIES))
@pytest.mark.parametrize("make", [make_web, make_excel], ids=["html", "xlsx"])
def test_every_fact_is_read(family: str, make: Callable[..., Path], tmp_path: Path) -> None:
    town = _town(family)
    form = "html" if make is make_web else "xlsx"
    path = make(FAMILIES[family](town), tmp_path / f"plan.{form}")
    scores = town_scores(town, load(path))
    if family in UNNUMBERED:
        scores.pop("number")
    assert {name: share for name, share in scores.items() if share < 1} == {}


def test_text_set_in_columns_is_read_and_reported(tmp_path: Path) -> None:
    """What ``pdftotext -layout`` makes of a form: cells by where they begin on the line."""
    town = make_town(count=3, tasks=1, kpis=1)
    word = make_word(second_forms.one_cell_forms(town), tmp_path / "plan.docx", header="計画（案）")
    records = load(pdf_text(by_office(word, "pdf"), layout=True))
    scores = town_scores(town, records)
    assert {name: share for name, share in scores.items() if share < 0.9} == {}
    assert "columns-by-position" in {finding.code for finding in records.findings}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("政策推進局　協働推進課\n（関係課：地域振興課）", [("協働推進課", "政策推進局", None), ("地域振興課", None, "co")]),
        ("教育委員会事務局 スポーツ課（協力：公園課、管財課）", [("スポーツ課", "教育委員会事務局", None), ("公園課", None, "co"), ("管財課", None, "co")]),
        ("【所管】財務部収税課　【関係課】総務課", [("収税課", "財務部", "lead"), ("総務課", None, "co")]),
        ("(主)総務課 (副)財政課", [("総務課", None, "lead"), ("財政課", None, "co")]),
        ("水道局、財政課", [("水道局", None, None), ("財政課", None, None)]),
    ],
)  # fmt: skip
def test_a_cell_of_departments(text: str, names: list[tuple[str, str | None, str | None]]) -> None:
    assert [(n.name, n.division, n.role) for n in Divisions([text]).names_in(text)] == names
