"""A plan's years in one table parted by bands, indicators side by side, steps named in cells."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from keikaku.graph.records import Records
from keikaku.loaders import load

_YEARS = ("令和8年度", "令和9年度", "令和10年度")
_BANDS: dict[str, list[tuple[str, ...]]] = {
    "■成果指標": [
        ("貸出冊数（千冊）", "52", "55", "58", "60"),
        ("来館者数（人）", "910", "-", "-", "990"),
    ],
    "■財政効果額": [("削減額（千円）", "－", "△120", "300", "1,450")],
    "■工程": [
        ("自動貸出機の導入", "－", "検討", "導入", "→"),
        ("開館時間の延長", "－", "", "試行", "見直し"),
    ],
}


def _facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def _targets(records: Records) -> list[tuple[str, str, dict[int, int]]]:
    """Return name, unit of the baseline and targets by year of each indicator."""
    return [
        (
            each["name"],
            each["baseline"]["unit"],
            {v["fiscal_year"]: v["value"] for v in each.get("values") or [each["target"]]},
        )
        for each in _facts(records, "Indicator")
    ]


def _word(folder: Path, bands: list[str]) -> Records:
    document = Document()
    document.add_heading("波止町行政改革プラン（令和8年度～令和10年度）", 0)
    document.add_heading("基本目標１　身近な役場", 1)
    for number, title in (("1-1-1", "図書館の利用促進"), ("1-1-2", "分館の利用促進")):
        document.add_heading(f"{number}　{title}（拡充）", 2)
        document.add_paragraph("【担当課】　教育部　図書館")
        document.add_paragraph("【取組内容】　利用しやすい図書館とするため、窓口を見直す。")
        rows = [(band, [band, *_BANDS[band]]) for band in bands]
        table = document.add_table(1, 5)
        for cell, text in zip(table.rows[0].cells, ("区分", "現状値", *_YEARS), strict=True):
            cell.text = text
        for band, lines in rows:
            for line in lines:
                cells = table.add_row().cells
                if line is band:
                    cells[0].merge(cells[4]).text = band
                    continue
                for cell, text in zip(cells, line, strict=True):
                    cell.text = text
    path = folder / "plan.docx"
    document.save(str(path))
    return load(path)


@pytest.mark.parametrize("bands", [list(_BANDS), list(reversed(_BANDS))])
def test_a_band_says_what_the_rows_below_it_hold(tmp_path: Path, bands: list[str]) -> None:
    records = _word(tmp_path, bands)
    assert _targets(records)[:2] == [
        ("貸出冊数", "千冊", {2026: 55, 2027: 58, 2028: 60}),
        ("来館者数", "人", {2028: 990}),
    ]
    assert len(_targets(records)) == 4
    milestones = [(m["text"], m["first_year"]) for m in _facts(records, "Milestone")]
    assert milestones == [("検討", 2026), ("導入", 2027), ("試行", 2027), ("見直し", 2028)] * 2
    effects = {(b["fiscal_year"], b["total"]) for b in _facts(records, "Budget")}
    assert effects == {(2026, -120_000), (2027, 300_000), (2028, 1_450_000)}


def test_the_kind_behind_a_name_wins_over_the_word_of_a_step(tmp_path: Path) -> None:
    records = _word(tmp_path, list(_BANDS))
    assert {p["category"] for p in _facts(records, "Plan")} == {"拡充"}


_INDICATOR = ("名称", "単位", "基準値", "R8目標", "R9目標")


def _list(folder: Path, word: str) -> Records:
    head = ["", "", "", "工程", "", *(cell for n in "12" for cell in (f"{word}{n}", *[""] * 4))]
    names = ["番号", "取組名", "担当課", "R8", "R9", *_INDICATOR, *_INDICATOR]
    lines = [
        [
            "1",
            "港の清掃",
            "環境課",
            "・船着場：調査\n・海岸：試行",
            "・海岸：→",
            "清掃回数",
            "回",
            "4",
            "6",
            "8",
        ],
        [
            "2",
            "灯台の開放",
            "観光課",
            "・内部の改修：設計",
            "・内部の改修：工事",
            "来場者数",
            "人",
            "90",
            "95",
            "99",
        ],
        [
            "3",
            "朝市の再開",
            "商工課",
            "・出店者の募集：公募",
            "・朝市：開始",
            "出店数",
            "店",
            "0",
            "5",
            "9",
        ],
    ]
    second = [["ごみの量", "t", "31", "30", "28"], ["満足度", "％", "60", "65", "70"], [""] * 5]
    rows = [head, names, *(line + more for line, more in zip(lines, second, strict=True))]
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return load(path)


@pytest.mark.parametrize("word", ["KPI", "指標"])
def test_the_name_of_a_second_indicator_is_no_title_of_the_plan(tmp_path: Path, word: str) -> None:
    records = _list(tmp_path, word)
    assert [p["title"] for p in _facts(records, "Plan")] == ["港の清掃", "灯台の開放", "朝市の再開"]
    assert _targets(records) == [
        ("清掃回数", "回", {2026: 6, 2027: 8}),
        ("ごみの量", "t", {2026: 30, 2027: 28}),
        ("来場者数", "人", {2026: 95, 2027: 99}),
        ("満足度", "%", {2026: 65, 2027: 70}),
        ("出店数", "店", {2026: 5, 2027: 9}),
    ]
    assert not _facts(records, "Initiative")


def test_the_lines_of_a_cell_name_the_actions_whose_steps_they_are(tmp_path: Path) -> None:
    records = _list(tmp_path, "KPI")
    actions = [a["title"] for a in _facts(records, "Action")]
    assert actions == ["船着場", "海岸", "内部の改修", "出店者の募集", "朝市"]
    steps = {m["text"]: (m["first_year"], m["last_year"]) for m in _facts(records, "Milestone")}
    # 船着場 is not among the actions of the next year, so that its step ends.
    assert steps["調査"] == (2026, 2026)
    assert steps["試行"] == (2026, 2027)
    assert steps["工事"] == (2027, 2027)
    assert steps["開始"] == (2027, 2027)


def test_a_kind_alone_below_a_plans_heading_is_its_kind(tmp_path: Path) -> None:
    plans = "".join(
        f"<h2>{number}　{title}</h2><p>{kind}</p><h3>担当課</h3><p>総務課</p>"
        f"<h3>取組内容</h3><p>{title}を進める。</p>"
        for number, title, kind in (
            ("1-1-1", "申請の電子化", "［新規］"),
            ("1-1-2", "会議の公開", "【継続】"),
            ("1-1-3", "広報の充実", "（拡充）"),
        )
    )
    path = tmp_path / "plan.html"
    path.write_text(f"<h1>波止町行政改革プラン</h1>{plans}", encoding="utf-8")
    kinds = [p["category"] for p in _facts(load(path), "Plan")]
    assert kinds == ["新規", "継続", "拡充"]
