"""A proposal that nobody edits reads a source as well as the catalogue does by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from keikaku.loaders import load
from keikaku.loaders.layouts.proposal.layout_writer import layout_text
from keikaku.loaders.layouts.proposal.proposal import propose
from keikaku.loaders.readers import read_source
from tests.layouts import second_lists, town_forms
from tests.layouts.town_scoring import town_scores
from tests.layouts.towns import Town, make_town
from tests.makers.printed import Printed
from tests.makers.web import make_web

Form = Callable[[Town], Iterator[Printed]]


@pytest.mark.parametrize(
    "form",
    [town_forms.sheet_forms, town_forms.boxed_forms, second_lists.bracket_text],
)
def test_an_unedited_proposal_reads_every_fact(form: Form, tmp_path: Path) -> None:
    """指標 over 現状値 and years is no rule for both of them."""
    town = make_town(count=5, tasks=2, kpis=2)
    source = make_web(form(town), tmp_path / "plan.html")
    layout = tmp_path / "layout.yaml"
    layout.write_text(layout_text(propose(read_source(source))), encoding="utf-8")
    scores = town_scores(town, load(source, layout=layout))
    assert {name: share for name, share in scores.items() if share < 1} == {}


def test_who_stands_in_brackets_stays_a_co_department(tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    rows = (
        "番号,事業名,担当課（関係課）",
        "1,窓口の改善,市民課（税務課）",
        "2,納付の推進,税務課（市民課）",
    )
    source.write_text("\n".join(rows), encoding="utf-8")
    layout = tmp_path / "layout.yaml"
    layout.write_text(layout_text(propose(read_source(source))), encoding="utf-8")
    roles = [
        e.facts["role"] for e in load(source, layout=layout).edges if e.type == "RESPONSIBLE_FOR"
    ]
    assert sorted(roles) == ["co", "co", "lead", "lead"]


def test_rows_that_a_column_labels_are_read_as_without_a_layout(tmp_path: Path) -> None:
    """項目 labels rows by its place: no rule can say that, and none may hide it."""
    source = tmp_path / "list.csv"
    rows = (
        "番号,事業名,担当課,項目,内容,令和8年度,令和9年度",
        "1,窓口の改善,市民課,工程,予約の導入,準備,実施",
        ",,,目標値,予約件数（件）,10,20",
        "2,納付の推進,税務課,工程,口座振替の広報,準備,実施",
        ",,,目標値,振替率（％）,30,40",
    )
    source.write_text("\n".join(rows), encoding="utf-8")
    text = layout_text(propose(read_source(source)))
    layout = tmp_path / "layout.yaml"
    layout.write_text(text, encoding="utf-8")
    assert "「項目」は行の見出し（工程・目標値など）として読み取ります" in text
    by_layout, unasked = load(source, layout=layout), load(source)
    assert by_layout.nodes == unasked.nodes
    titles = [node.facts["name"] for node in by_layout.nodes if node.kind == "Indicator"]
    assert titles == ["予約件数", "振替率"]
