"""A list whose plans take several rows: steps, an indicator that its label names, an effect."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku import loaders
from keikaku.graph.records import Records

_HEAD = ("柱", "方向性", "No.", "取組名", "新/継", "所管", "区分", "令和8年度", "令和9年度")
_PLANS = (
    (
        "Ⅰ　開かれた市役所",
        "1　手続の見直し",
        "Ⅰ-1-1",
        "スマート窓口の設置",
        "新規",
        "利用件数",
        -300,
    ),
    (
        "Ⅰ　開かれた市役所",
        "1　手続の見直し",
        "Ⅰ-1-2",
        "書かない窓口の導入",
        "拡充",
        "処理件数",
        120,
    ),
    ("Ⅱ　持続可能な財政", "1　歳入の確保", "Ⅱ-1-1", "未利用地の売却", "継続", "売却件数", 1500),
)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    lines = [_HEAD]
    for pillar, direction, number, name, kind, indicator, effect in _PLANS:
        plan = (pillar, direction, number, name, kind, "総務部・行政改革課")
        label = f"KPI：{indicator}（件）\n現状値 25（R6）"
        lines.append((*plan, "スケジュール", "検討", "実施"))
        lines.append((*("",) * 6, label, "30", "40"))
        lines.append((*("",) * 6, "効果額（千円）", f"{effect:,}".replace("-", "△"), "500"))
    path = tmp_path_factory.mktemp("rows") / "list.csv"
    cells = [",".join('"' + cell + '"' for cell in line) for line in lines]
    path.write_text("\n".join(cells), encoding="utf-8-sig")
    return loaders.load(path)


def facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def test_the_rows_of_a_plan_are_read_by_their_labels(records: Records) -> None:
    assert [(p["number"], p["category"]) for p in facts(records, "Plan")] == [
        ("I-1-1", "新規"),
        ("I-1-2", "拡充"),
        ("II-1-1", "継続"),
    ]
    assert [m["text"] for m in facts(records, "Milestone")] == ["検討", "実施"] * 3
    amounts = [(b["fiscal_year"], b["total"]) for b in facts(records, "Budget")]
    assert amounts[:2] == [(2026, -300_000), (2027, 500_000)]


def test_a_label_may_name_its_indicator_and_state_the_baseline(records: Records) -> None:
    first = facts(records, "Indicator")[0]
    assert (first["name"], first["baseline"]["value"], first["target"]["value"]) == (
        "利用件数",
        25,
        40,
    )


def test_numbered_titles_under_the_word_of_a_direction_are_a_level(records: Records) -> None:
    levels = facts(records, "Initiative")
    assert [(each["level"], each["title"]) for each in levels] == [
        ("方向性", "手続の見直し"),
        ("方向性", "歳入の確保"),
    ]
