"""What evaluations say: directions by number, the year that is judged, directions as levels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku.graph.records import Records
from keikaku.loaders import load

_HEAD = ("番号", "事務事業名", "担当課", "評価", "今後の方向性")
_ROWS = (("1", "窓口の改善", "市民課", "A", "1"), ("2", "納付の推進", "収納課", "B", "3"))
_TITLE = "令和6年度　しおさい市事務事業評価"


def _table(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _load(folder: Path, body: str, title: str = _TITLE) -> Records:
    path = folder / "plan.html"
    page = f'<!doctype html><meta charset="utf-8"><h1>{title}</h1>{body}'
    path.write_text(page, encoding="utf-8")
    return load(path)


def _facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def _codes(records: Records) -> set[str]:
    return {finding.code for finding in records.findings}


@pytest.mark.parametrize(
    "legend",
    [
        "<p>※今後の方向性：1 拡充　2 継続　3 縮小　4 廃止</p>",
        "<p>①拡充、②現状維持、③縮小、④休止・廃止</p>",
        "<p>（1：拡充 2：改善して継続 3：縮小）</p>",
        _table(("1", "拡充"), ("2", "継続"), ("3", "縮小")),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_legend_says_what_the_number_of_a_direction_means(
    legend: str, above: bool, tmp_path: Path
) -> None:
    listed = _table(_HEAD, *_ROWS)
    records = _load(tmp_path, legend + listed if above else listed + legend)
    directions = [(e["direction"], e["direction_text"]) for e in _facts(records, "Evaluation")]
    assert directions == [("expand", "1 拡充"), ("shrink", "3 縮小")]
    assert "direction-unexplained" not in _codes(records)


@pytest.mark.parametrize("legend", ["", "<p>1 拡充 2 継続</p><p>1 廃止 2 継続</p>"])
def test_a_number_without_one_meaning_is_reported(legend: str, tmp_path: Path) -> None:
    rows = [(*row[:4], "1") for row in _ROWS]
    records = _load(tmp_path, legend + _table(_HEAD, *rows))
    evaluations = _facts(records, "Evaluation")
    assert [e["direction_text"] for e in evaluations] == ["1", "1"]
    assert [e.get("direction") for e in evaluations] == [None, None]
    (finding,) = (f for f in records.findings if f.code == "direction-unexplained")
    assert dict(finding.details) == {"count": 2, "labels": ["今後の方向性"], "example": "1"}


@pytest.mark.parametrize(
    ("title", "line", "year"),
    [
        (_TITLE, "", 2024),
        ("しおさい市改革プラン", "令和6年度実績の評価", 2024),
        ("しおさい市改革プラン", "評価対象年度：令和6年度", 2024),
    ],
)
def test_the_year_is_the_one_that_the_document_says_it_judges(
    title: str, line: str, year: int, tmp_path: Path
) -> None:
    body = f"<p>計画期間　令和5年度～令和9年度</p><p>{line}</p>"
    records = _load(tmp_path, body + _table(_HEAD, *_ROWS), title)
    assert {e["fiscal_year"] for e in _facts(records, "Evaluation")} == {year}


@pytest.mark.parametrize("line", ["", "令和5年度実績の評価と令和6年度実績の評価"])
def test_an_evaluation_of_no_year_is_reported_and_takes_no_year_of_the_plan(
    line: str, tmp_path: Path
) -> None:
    body = f"<p>計画期間　令和5年度～令和9年度</p><p>{line}</p>"
    records = _load(tmp_path, body + _table(_HEAD, *_ROWS), "しおさい市改革プラン")
    assert _facts(records, "Evaluation") == []
    assert "year-not-told" in _codes(records)


def _form(*rows: tuple[str, str]) -> str:
    return _table(*rows, ("担当課", "市民課"), ("取組内容", "番号札を配ります。"))


def test_a_numbered_direction_over_a_form_is_a_level(tmp_path: Path) -> None:
    first = _form(("取組の方向性", "1　手続の見直し"), ("事業名", "窓口の改善"))
    second = _form(("取組の方向性", "2　納付の多様化"), ("事業名", "納付の推進"))
    records = _load(tmp_path, first + second, "しおさい市改革プラン")
    goals = [(g["level"], g["number"], g["title"]) for g in _facts(records, "Goal")]
    assert goals == [
        ("取組の方向性", "1", "手続の見直し"),
        ("取組の方向性", "2", "納付の多様化"),
    ]


@pytest.mark.parametrize("value", ["1　拡充", "窓口を一つにまとめ、待ち時間を減らす。"])
def test_a_direction_that_says_where_a_plan_leads_is_no_level(value: str, tmp_path: Path) -> None:
    records = _load(tmp_path, _form(("事業名", "窓口の改善"), ("取組の方向性", value)))
    assert _facts(records, "Goal") == []


@pytest.mark.parametrize("corner", ["ものさし", "めあて", "見る値"])
def test_an_unknown_word_beside_two_years_does_not_hide_what_stands_below(
    corner: str, tmp_path: Path
) -> None:
    rows = (("事業名", "窓口の改善", ""), (corner, "令和8年度", "令和9年度"))
    body = _table(*rows, ("待ち時間（分）", "15", "10"), ("来庁者数（人）", "900", "800"))
    records = _load(tmp_path, body, "しおさい市改革プラン")
    indicators = [(i["name"], i["target"]["value"]) for i in _facts(records, "Indicator")]
    assert indicators == [("待ち時間", 10), ("来庁者数", 800)]


def test_a_layout_may_say_what_the_numbers_mean(tmp_path: Path) -> None:
    layout = tmp_path / "layout.yaml"
    lines = (
        "layout: keikaku-layout/1",
        "id: own",
        "title: {ja: 様式}",
        'legend: {"1": 拡充, "3": 縮小}',
    )
    layout.write_text("\n".join(lines), encoding="utf-8")
    _load(tmp_path, _table(_HEAD, *_ROWS))
    records = load(tmp_path / "plan.html", layout=layout)
    directions = [(e["direction"], e["direction_text"]) for e in _facts(records, "Evaluation")]
    assert directions == [("expand", "1 拡充"), ("shrink", "3 縮小")]
