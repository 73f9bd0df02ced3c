"""Forms whose rows are whole lines: a name with its kind, who answers, a label over its text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku import loaders
from keikaku.graph.records import Records

_FORM = """<table border="1">
<tr><td colspan="4">取組{number}　{title}</td><td>（拡充）</td></tr>
<tr><td colspan="5">担当：総務部　財政課（協力：税務課）</td></tr>
<tr><td colspan="5">【現状・課題】</td></tr><tr><td colspan="5">費用が増えている。</td></tr>
<tr><td colspan="5">【取組内容】</td></tr><tr><td colspan="5">契約を見直す。</td></tr>
<tr><td>ＫＰＩ</td><td>単位</td><td>R5実績</td><td>R8目標</td><td>R9目標</td></tr>
<tr><td>利用件数</td><td>件</td><td>18</td><td>22</td><td>30</td></tr>
<tr><td colspan="3">効果見込額（千円）</td><td>△300</td><td>450</td></tr>
<tr><td colspan="5">ＳＤＧｓ：ゴール11、ゴール17</td></tr></table>"""
_LINES = """<h3>{number}　{title}〔新規〕</h3><p><b>担当課</b><br>財政課</p>
<p><b>現状と課題</b><br>自治会は62団体です。</p><p><b>取組内容</b><br>職員を２人置く。</p>"""
_PAGE = """<!doctype html><meta charset="utf-8"><title>白滝町改革プログラム</title>
<h1>白滝町改革プログラム</h1><p>計画期間：令和８年度～令和９年度</p><h2>柱1　健全な財政</h2>
{plans}"""
_PLANS = (("1-1", "広告の掲載"), ("1-2", "公用車の削減"))


def facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def load(folder: Path, form: str) -> Records:
    path = folder / "shirataki.html"
    plans = "\n".join(form.format(number=number, title=title) for number, title in _PLANS)
    path.write_text(_PAGE.format(plans=plans), encoding="utf-8")
    return loaders.load(path)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    return load(tmp_path_factory.mktemp("lines"), _FORM)


def test_the_word_of_a_plan_before_its_number_names_it(records: Records) -> None:
    known = [(p["number"], p["title"], p["category"]) for p in facts(records, "Plan")]
    assert known == [("1-1", "広告の掲載", "拡充"), ("1-2", "公用車の削減", "拡充")]
    assert [g["title"] for g in facts(records, "Goal")] == ["健全な財政"]
    assert [p["problem"] for p in facts(records, "Plan")] == ["費用が増えている。"] * 2


def test_the_label_of_a_row_may_go_below_the_head_of_another_year(records: Records) -> None:
    first = facts(records, "Indicator")[0]
    targets = [v["value"] for v in first["values"] if v["kind"] == "target"]
    assert (first["name"], first["baseline"]["value"], targets) == ("利用件数", 18, [22, 30])
    effects = [(b["fiscal_year"], b["total"]) for b in facts(records, "Budget")][:2]
    assert effects == [(2026, -300_000), (2027, 450_000)]


def test_a_line_with_a_label_of_its_own_stands_under_no_head(records: Records) -> None:
    assert {g["code"] for g in facts(records, "SdgTarget")} == {"11", "17"}


def test_a_short_text_on_the_line_below_its_label_is_kept(tmp_path: Path) -> None:
    """As <b>現状と課題</b><br>… prints it: the short ones were taken for labels, and lost."""
    plans = facts(load(tmp_path, _LINES), "Plan")
    known = [(p["problem"], p["overview"], p["category"]) for p in plans]
    assert known == [("自治会は62団体です。", "職員を2人置く。", "新規")] * 2
    departments = [d["name"] for d in facts(load(tmp_path, _LINES), "Department")]
    assert departments == ["財政課"]
