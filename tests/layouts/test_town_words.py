"""Plans of towns that do not exist, in Word as only Word has them."""

from __future__ import annotations

from pathlib import Path

from keikaku.loaders import load
from tests.layouts.town_scoring import town_scores
from tests.layouts.town_words import nested_forms
from tests.layouts.towns import make_town


def test_tables_inside_the_cells_of_a_form_are_read(tmp_path: Path) -> None:
    town = make_town(count=5)
    scores = town_scores(town, load(nested_forms(town, tmp_path / "plan.docx")))
    assert {name: share for name, share in scores.items() if share < 1} == {}


def test_evidence_names_the_table_and_the_row(tmp_path: Path) -> None:
    records = load(nested_forms(make_town(count=3), tmp_path / "plan.docx"))
    places = {(n.kind, n.evidence[0].cell) for n in records.nodes if n.evidence}
    assert ("Plan", "表2・1行2列") in places
    assert ("Milestone", "表1・8行2列の中の表・2行2列") in places
