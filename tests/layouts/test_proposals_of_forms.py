"""What is proposed for a book of forms whose labels nobody knows, with blank columns in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from keikaku.loaders.layouts.proposal.proposal import propose
from keikaku.loaders.readers import read_source

_PLANS = (
    ("窓口の改革", "市民課", "総務部 情報政策課"),
    ("施設の再編", "管財課", "財政課"),
    ("提案制度の見直し", "人事課", "－"),
)


def _book(path: Path) -> Path:
    """A sheet for each plan, its name below; values stand two columns right of their labels."""
    import openpyxl

    book = openpyxl.Workbook()
    for n, (title, lead, co) in enumerate(_PLANS, 1):
        sheet: Any = book.create_sheet(f"No.{n}")
        for cell, text in (
            *(("A2", "みなと町 行革の進捗シート"), ("H1", "様式第2号")),
            *(("A4", "何を目指すか"), ("C4", f"{title}により、手続の時間を短くします。")),
            *(("A5", "いまの状況"), ("C5", f"{title}について、待ち時間が長くなっています。")),
            *(("A7", "ロードマップ"), ("C7", "R7"), ("D7", "R8"), ("E7", "R9")),
            *(("A8", f"{title}の準備"), ("C8", "検討"), ("D8", "実施"), ("E8", "→")),
            *(("A10", "モノサシ"), ("C10", "いま"), ("D10", "R8"), ("E10", "R9")),
            *(("A11", f"{title}の件数"), ("C11", 25 + n), ("D11", 20 + n), ("E11", 10)),
            *(("A13", "取組の名前"), ("C13", title), ("A14", "番号"), ("C14", f"{n}-{n}")),
            *(("A15", "柱"), ("C15", "Ⅱ 市民の便利")),
            *(("A16", "主管"), ("C16", lead), ("E16", "一緒に進める課"), ("G16", co)),
        ):
            sheet[cell] = text
    book.remove(book["Sheet"])
    book.save(path)
    return path


def test_labels_of_every_form_are_proposed_and_values_are_not(tmp_path: Path) -> None:
    proposal = propose(read_source(_book(tmp_path / "book.xlsx")))
    facts = {each.label: each.meaning and each.meaning.fact for each in proposal.labels}
    assert facts == {
        "何を目指すか": "plan.vision",
        "いまの状況": "plan.problem",
        "ロードマップ": "schedule",
        "モノサシ": None,
        "いま": "indicator.baseline",
        "取組の名前": "plan.title",
        "番号": "plan.number",
        "柱": "level",
        "主管": "department",
        "一緒に進める課": "department.co",
    }
    assert proposal.if_right == len(_PLANS)
