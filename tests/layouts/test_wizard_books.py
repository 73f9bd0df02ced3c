"""Books in words that no catalogue has: what is proposed, with its marks taken off, reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from keikaku.graph.records import Records
from keikaku.loaders import load
from keikaku.loaders.layouts.proposal.layout_writer import layout_text
from keikaku.loaders.layouts.proposal.proposal import Proposal, propose
from keikaku.loaders.readers import read_source

_HEAD = ("符号", "手立ての名前", "受け持ち", "いまの困りごと", "やること", "ものさし", "数え方")
_LIST = {
    "守る": [
        (
            "イ-1",
            "空き家の見守り",
            "建築住宅課",
            "空き家が増えている",
            "見守り隊を置く",
            "隊の数",
            "隊",
        ),
        (
            "イ-2",
            "通学路の点検",
            "学校教育課",
            "見通しが悪い",
            "毎年歩いて確かめる",
            "点検した数",
            "か所",
        ),
    ],
    "育む": [
        (
            "ロ-1",
            "放課後の居場所",
            "子育て応援課",
            "待つ児童がいる",
            "空き教室を使う",
            "学校の数",
            "校",
        ),
        (
            "ロ-2",
            "本と出会う町",
            "図書館",
            "貸出が減った",
            "移動図書館を走らせる",
            "貸出冊数",
            "冊",
        ),
    ],
}


def _book(folder: Path) -> Path:
    """A sheet for each pillar, each with the same head over two rows."""
    import openpyxl

    book: Any = openpyxl.Workbook()
    book.remove(book.active)
    for pillar, rows in _LIST.items():
        sheet = book.create_sheet(pillar)
        sheet.append(["ひよどり町 暮らしの羅針盤（令和8年度〜令和9年度）"])
        sheet.append([f"かがやく柱：{pillar}"])
        sheet.append([*_HEAD, "いま（R6）", "めあて", ""])
        sheet.append([*[""] * 8, "R8", "R9"])
        sheet.merge_cells("I3:J3")
        for at, row in enumerate(rows, 1):
            sheet.append([*row, at, at + 2, at + 5])
    path = folder / "hiyodori.xlsx"
    book.save(str(path))
    return path


def _forms(folder: Path) -> Path:
    """A table for each plan, labels on the left."""
    forms = []
    for number, name, who in (
        ("A01", "窓口予約の導入", "戸籍住民課"),
        ("A02", "公用車の共同利用", "管財課"),
        ("A03", "電子契約の拡大", "契約検査課"),
    ):
        rows = [("カード番号", number), ("アクション", name), ("推進役", who)]
        rows += [("なぜやるか", "混雑が続いている。"), ("なにをするか", f"{name}を進める。")]
        cells = "".join(f"<tr><td>{a}</td><td colspan='2'>{b}</td></tr>" for a, b in rows)
        steps = "<tr><td rowspan='2'>進め方</td><td>R8</td><td>R9</td></tr>"
        steps += "<tr><td>試行</td><td>運用</td></tr>"
        forms.append(f"<table>{cells}{steps}</table>")
    path = folder / "kuroshio.html"
    title = '<!doctype html><meta charset="utf-8"><p>くろしお市 行革アクションブック</p>'
    path.write_text(
        f"{title}<p>計画期間　令和8年度～令和9年度</p>{''.join(forms)}", encoding="utf-8"
    )
    return path


def _review(folder: Path) -> Path:
    """A list that looks back on a year, with a level in merged cells."""
    heads = ("約束", "おこなうこと", "世話役", "昨年したこと", "ものさしの評点", "これから")
    rows = (
        ("手続のオンライン化", "デジタル課", "様式を電子化した", "A", "ふやす"),
        ("コンビニ交付", "市民課", "周知を行った", "B", "そのまま"),
        ("見守り協定", "福祉課", "3社と結んだ", "A", "そのまま"),
        ("移動販売", "商工課", "経路を見直した", "C", "へらす"),
    )
    body = f"<tr>{''.join(f'<td>{head}</td>' for head in heads)}</tr>"
    for at, row in enumerate(rows):
        level = f"<td rowspan='2'>{('1 便利', '2 ささえ')[at // 2]}</td>" if at % 2 == 0 else ""
        body += f"<tr>{level}{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
    path = folder / "tomari.html"
    title = "<h1>とまり市 まちの約束 進行管理表（令和6年度の振り返り）</h1>"
    page = f'<!doctype html><meta charset="utf-8">{title}<table>{body}</table>'
    path.write_text(page, encoding="utf-8")
    return path


def _finished(path: Path) -> Records:
    """Load a book by the layout that is proposed for it, with every mark of doubt taken off."""
    layout = path.with_suffix(".yaml")
    text = layout_text(propose(read_source(path)))
    layout.write_text(text.replace("  #? -", "  -"), encoding="utf-8")
    return load(path, layout=layout)


def _facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def _meanings(proposal: Proposal) -> dict[str, str | None]:
    return {each.label: each.meaning.fact if each.meaning else None for each in proposal.labels}


def test_every_column_of_a_list_on_several_sheets_is_proposed(tmp_path: Path) -> None:
    path = _book(tmp_path)
    proposal = propose(read_source(path))
    assert proposal.if_right == 4
    assert _meanings(proposal) == {
        "かがやく柱": "level",
        "符号": "plan.number",
        "手立ての名前": "plan.title",
        "受け持ち": "department",
        "いまの困りごと": "plan.problem",
        "やること": "plan.overview",
        "ものさし": "indicator.name",
        "数え方": "indicator.unit",
        "いま（R6）": "indicator.baseline",
        "めあて / R8": "indicator.target",
        "めあて / R9": "indicator.target",
    }
    records = _finished(path)
    assert _facts(records, "PlanDocument")[0]["title"] == "ひよどり町 暮らしの羅針盤"
    assert [goal["title"] for goal in _facts(records, "Goal")] == ["守る", "育む"]
    first = _facts(records, "Indicator")[0]
    assert (first["name"], first["baseline"]["value"], first["target"]["value"]) == ("隊の数", 1, 6)
    assert (first["baseline"]["fiscal_year"], first["target"]["fiscal_year"]) == (2024, 2027)


def test_forms_are_read_with_their_schedule(tmp_path: Path) -> None:
    path = _forms(tmp_path)
    assert _meanings(propose(read_source(path)))["進め方"] == "schedule"
    records = _finished(path)
    assert _facts(records, "PlanDocument")[0]["title"] == "くろしお市 行革アクションブック"
    steps = [(m["first_year"], m["text"]) for m in _facts(records, "Milestone")]
    assert steps == [(2026, "試行"), (2027, "運用")] * 3


def test_a_list_that_looks_back_has_levels_evaluations_and_directions(tmp_path: Path) -> None:
    records = _finished(_review(tmp_path))
    goals = [(goal["level"], goal["number"], goal["title"]) for goal in _facts(records, "Goal")]
    assert goals == [("約束", "1", "便利"), ("約束", "2", "ささえ")]
    evaluations = [
        (e["fiscal_year"], e["grade"], e["direction_text"], e["comment"])
        for e in _facts(records, "Evaluation")
    ]
    assert evaluations[0] == (2024, "A", "ふやす", "様式を電子化した")
    assert len(evaluations) == 4


@pytest.mark.parametrize("make", [_book, _forms, _review])
def test_nothing_doubtful_is_applied_unasked(make: Callable[[Path], Path], tmp_path: Path) -> None:
    proposal = propose(read_source(make(tmp_path)))
    assert not proposal.choice.reading.names_plans
    assert {each.sureness for each in proposal.labels} <= {"doubtful", "unknown", "probable"}


def test_an_amount_over_all_years_is_reported_and_not_that_of_the_first(tmp_path: Path) -> None:
    rows = "<tr><td>事業名</td><td colspan='2'>窓口の改善</td></tr>"
    rows += "<tr><td>担当課</td><td colspan='2'>市民課</td></tr>"
    rows += "<tr><td>年次計画</td><td>令和8年度</td><td>令和9年度</td></tr>"
    rows += "<tr><td>窓口</td><td>検討</td><td>実施</td></tr>"
    rows += "<tr><td>事業費（千円）</td><td colspan='2'>320</td></tr>"
    path = tmp_path / "form.html"
    title = "<h1>しおさい市改革プラン</h1>"
    page = f'<!doctype html><meta charset="utf-8">{title}<table>{rows}</table>'
    path.write_text(page, encoding="utf-8")
    records = load(path)
    assert _facts(records, "Budget") == []
    assert "year-not-told" in {finding.code for finding in records.findings}
