"""Labels that differ slightly are recognised or reported; nothing is invented from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku import loaders
from keikaku.graph.errors import SourceError
from keikaku.graph.records import Records
from keikaku.loaders.implementation_plan import family

WORDS_OF = {
    "GOAL": "重点推進目標",
    "INITIATIVE": "取組事項",
    "NAME": "実施計画名",
    "DEPARTMENT": "所管課",
    "OVERVIEW": "事業概要",
    "ACTIONS": "取組内容",
    "SCHEDULE": "行動計画",
}
TEXT = """\
星見市行政改革プラン2026

計画期間：2026年度～2029年度

星見市

GOAL 1 身軽な組織

INITIATIVE 1 仕事の改善

① 窓口の改善\t市民課

GOAL 1 身軽な組織

INITIATIVE 1 仕事の改善

①\tNAME 窓口の改善\tDEPARTMENT\t市民課

OVERVIEW\t目指す姿（目標）
手続を毎年点検する。\t待たない窓口

5 レス\tカウンター\tキャッシュ\tペーパー\tファイル\tムーブ\t情報公開\t市ウェブサイト\tその他
\t\t\t○\t\t\t\t○\t

ACTIONS\tSCHEDULE\t\t\t\t2029年度末までの目標値
\t2026年度\t2027年度\t2028年度\t2029年度\t
予約制の導入\t検討\t試行\t実施\t\t・待ち時間 5分
"""


def load(folder: Path, text: str = TEXT, **words: str) -> Records:
    """The records of the small plan with other words for its labels."""
    for place, word in {**WORDS_OF, **words}.items():
        text = text.replace(place, word)
    path = folder / "hoshimi-plan.txt"
    path.write_text(text, encoding="utf-8")
    return loaders.load(path)


def facts(records: Records) -> list[tuple[str, str, Any]]:
    """What the records say, without their evidence."""
    names = ("title", "name", "text", "number", "overview", "vision", "first_year", "last_year")
    return [
        (node.id, node.kind, {key: node.facts.get(key) for key in names}) for node in records.nodes
    ]


_LISTED = {
    "GOAL": "goal",
    "INITIATIVE": "initiative",
    "NAME": "plan",
    "DEPARTMENT": "department",
    "OVERVIEW": "overview",
    "ACTIONS": "actions",
    "SCHEDULE": "schedule",
}
_CASES = [
    *((place, word) for place, label in _LISTED.items() for word in family.LABELS[label]),
    ("GOAL", "挑戦テーマ"),
    ("INITIATIVE", "挑戦"),
    ("DEPARTMENT", "取扱課"),
    ("DEPARTMENT", "実施所属"),
    ("ACTIONS", "やること"),
    ("SCHEDULE", "これからの歩み"),
]


@pytest.mark.parametrize(("place", "word"), _CASES)
def test_a_label_in_other_words_is_read_alike(place: str, word: str, tmp_path: Path) -> None:
    records = load(tmp_path, **{place: word})
    assert facts(records) == facts(load(tmp_path))


@pytest.mark.parametrize(("place", "word"), [("GOAL", "重点項目"), ("DEPARTMENT", "担当課")])
def test_the_evidence_quotes_what_is_printed(place: str, word: str, tmp_path: Path) -> None:
    quotes = [one.quote for node in load(tmp_path, **{place: word}).nodes for one in node.evidence]
    assert any(word in quote for quote in quotes)
    assert not any(WORDS_OF[place] in quote for quote in quotes)


def test_all_labels_at_once(tmp_path: Path) -> None:
    words = {
        "GOAL": "基本目標",
        "INITIATIVE": "基本施策",
        "NAME": "取組項目",
        "ACTIONS": "実施内容",
    }
    words |= {"DEPARTMENT": "担当課", "SCHEDULE": "年次計画", "OVERVIEW": "取組概要"}
    assert facts(load(tmp_path, **words)) == facts(load(tmp_path))


def test_a_label_that_nothing_explains_invents_no_channel(tmp_path: Path) -> None:
    records = load(tmp_path, SCHEDULE="これからの歩み")
    channels = [node.facts["name"] for node in records.nodes if node.kind == "Channel"]
    assert channels == ["市ウェブサイト"]


def test_signs_stay_as_printed_and_mean_what_the_legend_says(tmp_path: Path) -> None:
    cells = TEXT.replace("検討\t試行\t実施\t\t", "△\t○\t○\t◎\t")
    records = load(tmp_path, cells)
    texts = [node.facts["text"] for node in records.nodes if node.kind == "Milestone"]
    assert texts == ["△", "○", "○", "◎"]
    assert "symbol-unexplained" in {one.code for one in records.findings}
    explained = load(tmp_path, cells + "\n凡例 △：検討　○：実施　◎：拡充\n")
    texts = [node.facts["text"] for node in explained.nodes if node.kind == "Milestone"]
    assert texts == ["△ 検討", "○ 実施", "○ 実施", "◎ 拡充"]
    assert "symbol-unexplained" not in {one.code for one in explained.findings}
    quotes = [n.evidence[0].quote for n in explained.nodes if n.kind == "Milestone"]
    assert quotes == ["△", "○", "○", "◎"]


def test_stray_control_letters_go_and_a_binary_file_is_refused(tmp_path: Path) -> None:
    assert facts(load(tmp_path, TEXT + "\a\a\a\n")) == facts(load(tmp_path))
    with pytest.raises(SourceError):
        load(tmp_path, TEXT.replace("\n", "\0"))
