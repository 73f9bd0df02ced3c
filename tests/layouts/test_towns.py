"""Plans of towns that do not exist, each of another family, read without a layout of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from keikaku.loaders import load
from tests.layouts import town_forms, town_lists
from tests.layouts.town_scoring import town_scores
from tests.layouts.towns import Town, make_town
from tests.makers.excel import make_excel
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
}
MAKERS: dict[str, Callable[..., Path]] = {"xlsx": make_excel, "docx": make_word, "html": make_web}
WORD = {"paired_forms", "headed_text"}
EXCEL = {"sheet_forms", "boxed_forms", "tall_list", "three_tables"}
CASES = [(family, "html") for family in FAMILIES]
CASES += [(family, "docx") for family in sorted(WORD)]
CASES += [(family, "xlsx") for family in sorted(EXCEL)]


@pytest.mark.parametrize(("family", "form"), CASES)
def test_every_fact_is_read(family: str, form: str, tmp_path: Path) -> None:
    one = family == "sheet_list"  # a row holds one task and one indicator
    town = make_town(tasks=1, kpis=1) if one else make_town()
    path = MAKERS[form](FAMILIES[family](town), tmp_path / f"plan.{form}")
    scores = town_scores(town, load(path))
    assert {name: share for name, share in scores.items() if share < 1} == {}
