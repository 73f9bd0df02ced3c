"""Plans of towns that do not exist, each of another family, read without a layout of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from keikaku.loaders import load
from tests.layouts import town_forms, town_lists, town_more, town_odd
from tests.layouts.town_scoring import town_scores
from tests.layouts.towns import Town, make_town
from tests.makers.excel import make_excel
from tests.makers.plain import make_markdown, make_text
from tests.makers.printed import Printed
from tests.makers.web import make_web
from tests.makers.word import make_word

FAMILIES: dict[str, Callable[[Town], Iterator[Printed]]] = {
    "sheet_forms": town_forms.sheet_forms,
    "paired_forms": town_forms.paired_forms,
    "single_forms": town_forms.single_forms,
    "boxed_forms": town_forms.boxed_forms,
    "tall_list": town_lists.tall_list,
    "sheet_list": town_lists.sheet_list,
    "three_tables": town_lists.three_tables,
    "headed_text": town_lists.headed_text,
    "bullet_text": town_odd.bullet_text,
    "cell_lines": town_odd.cell_lines,
    "twin_heads": town_odd.twin_heads,
    "slim_forms": town_odd.slim_forms,
    "merged_steps": town_more.merged_steps,
    "band_list": town_more.band_list,
}
ONE_ROW = {"band_list", "sheet_list", "cell_lines", "twin_heads", "slim_forms"}
"""Families with room for one task and one indicator."""
MAKERS: dict[str, Callable[..., Path]] = {
    "xlsx": make_excel,
    "docx": make_word,
    "html": make_web,
    "txt": make_text,
    "md": make_markdown,
}
WORD = {"paired_forms", "headed_text"}
EXCEL = {"sheet_forms", "boxed_forms", "tall_list", "three_tables"}
CASES = [(family, "html") for family in FAMILIES]
CASES += [
    ("bullet_text", "txt"),
    ("paired_forms", "md"),
    ("tall_list", "txt"),
    ("sheet_list", "txt"),
    ("single_forms", "txt"),
]
CASES += [(family, "docx") for family in sorted(WORD)]
CASES += [(family, "xlsx") for family in sorted(EXCEL)]


@pytest.mark.parametrize(("family", "form"), CASES)
def test_every_fact_is_read(family: str, form: str, tmp_path: Path) -> None:
    town = make_town(
        tasks=1 if family in {*ONE_ROW, "bullet_text"} else 2, kpis=1 if family in ONE_ROW else 2
    )
    path = MAKERS[form](FAMILIES[family](town), tmp_path / f"plan.{form}")
    scores = town_scores(town, load(path))
    assert {name: share for name, share in scores.items() if share < 1} == {}


def test_a_page_of_terms_and_values_is_read(tmp_path: Path) -> None:
    """Labels alone on their line (dt), their values below them (dd), right under a plan's name."""
    plan = make_town(count=1).plans[0]
    pairs = (
        ("区分", plan.category),
        ("担当部", plan.division),
        ("担当課", plan.department),
        ("現状と課題", plan.problem),
        ("SDGs", "9、11、16"),
    )
    terms = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in pairs)
    head = f"<html><body><h1>あかつき市実施計画</h1><h2>{plan.number}　{plan.title}</h2>"
    path = tmp_path / "plan.html"
    path.write_text(f"{head}<dl>{terms}</dl></body></html>", "utf-8")
    nodes = load(path).nodes
    (facts,) = (n.facts for n in nodes if n.kind == "Plan")
    assert (facts["title"], facts["category"]) == (plan.title, plan.category)
    assert facts["problem"] == plan.problem
    assert {n.facts["name"] for n in nodes if n.kind == "Department"} == {
        plan.department,
        plan.division,
    }
    assert [n.facts["code"] for n in nodes if n.kind == "SdgTarget"] == ["9", "11", "16"]
