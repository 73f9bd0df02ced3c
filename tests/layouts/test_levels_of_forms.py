"""The level that each form of a sheet begins with, and headings that only introduce the plans."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from keikaku import loaders
from keikaku.graph.records import Records


def parents(records: Records) -> list[tuple[str, list[str]]]:
    """Each plan's title, with the titles above it from the top."""
    nodes = {node.id: node for node in records.nodes}
    above = {edge.target: edge.source for edge in records.edges if edge.type == "HAS_PART"}
    result = []
    for node in records.nodes:
        if node.kind != "Plan":
            continue
        path: list[str] = []
        at = node.id
        while (at := above.get(at, "")) and nodes[at].kind in ("Goal", "Initiative"):
            path.insert(0, str(nodes[at].facts["title"]))
        result.append((str(node.facts["title"]), path))
    return result


_ITEMS = (("(1)", "窓口の改善"), ("(1)", "窓口の改善"), ("(2)", "協働の推進"))
_NAMES = ("書かない窓口", "手数料の電子納付", "提案制度の充実")


@pytest.mark.parametrize("targets", [True, False], ids=["targets", "steps alone"])
def test_forms_of_a_sheet_that_begin_with_their_level(tmp_path: Path, *, targets: bool) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "目標1"
    sheet["A1"] = "基本目標１　市民に近い市役所"
    row = 3
    for at, ((number, item), name) in enumerate(zip(_ITEMS, _NAMES, strict=True)):
        lines: list[list[str | int | None]] = [
            ["推進項目", f"{number}　{item}"],
            ["整理番号", 101 + at],
            ["取組名", name],
            ["担当部署", "市民部　市民課"],
            ["取組内容", "手続を見直し、順次広げます。"],
            ["年次計画", "取組事項", "令和8年度", "令和9年度"],
            [None, "導入", "検討", "実施"],
        ]
        if targets:
            lines.append(["数値目標", "指標名", "令和8年度", "令和9年度"])
            lines.append([None, "利用率（％）", 10, 20])
        for line in lines:
            for column, value in enumerate(line, 1):
                sheet.cell(row, column, value)
            row += 1
        row += 1
    path = tmp_path / "minatono.xlsx"
    book.save(path)
    goal = "市民に近い市役所"
    expected = [(name, [goal, item]) for name, (_, item) in zip(_NAMES, _ITEMS, strict=True)]
    assert parents(loaders.load(path)) == expected


def test_numbered_parts_before_the_goals_are_no_level(tmp_path: Path) -> None:
    front = ("１　策定の趣旨", "２　計画期間", "３　点検と公表", "４　個票の見方")
    parts = [
        '<!doctype html><meta charset="utf-8"><title>みなとの市行財政改革実施計画</title>',
        "<h1>みなとの市行財政改革実施計画</h1>",
    ]
    parts += [f"<h2>{title}</h2><p>本市の考え方を示します。</p>" for title in front]
    for at, name in enumerate(_NAMES):
        if at != 1:
            parts.append(f"<h2>基本目標{1 + at // 2}　目標その{1 + at // 2}</h2>")
        parts.append(
            f'<table border="1"><tr><th>整理番号</th><td>{101 + at}</td><th>取組名</th>'
            f"<td>{name}</td></tr><tr><th>担当部署</th><td colspan='3'>市民部　市民課</td></tr>"
            "<tr><th>取組内容</th><td colspan='3'>順次広げます。</td></tr></table>"
        )
    path = tmp_path / "minatono.html"
    path.write_text("\n".join(parts), encoding="utf-8")
    assert parents(loaders.load(path)) == [
        (_NAMES[0], ["目標その1"]),
        (_NAMES[1], ["目標その1"]),
        (_NAMES[2], ["目標その2"]),
    ]
