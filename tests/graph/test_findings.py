"""Each kind of finding reads like a colleague's remark, in Japanese and in English."""

from __future__ import annotations

import dataclasses
import re
from string import Formatter

import pytest

from keikaku.graph.findings import (
    FINDINGS,
    CorrectionUnmatched,
    FindingKind,
    HeaderDisagrees,
    finding_texts,
)
from keikaku.graph.findings.suggestion_words import planner_words
from keikaku.graph.records import Evidence, Finding

EVIDENCE = Evidence("example", 12, "header", "取組事項 2 窓口の見直し")

# One example of every kind: code → its details, and words that its text must contain.
EXAMPLES: dict[str, dict[str, object]] = {
    "header-disagrees": {
        "plan": "1-2-1",
        "what": "initiative",
        "printed": "組織の見直し",
        "overview": "事務の見直し",
    },
    "header-missing": {"plan": "1-2-1", "what": "goal"},
    "plan-not-in-overview": {"plan": "3-1-4", "title": "広報の充実"},
    "plan-without-page": {"plan": "3-1-5", "title": "窓口の改善"},
    "title-differs": {"plan": "2-1-1", "printed": "税収の確保", "overview": "税収確保"},
    "overview-row-shifted": {"initiative": "3-2", "row": "② (給食の民間委託)"},
    "count-disagrees": {"what": "重点推進目標2", "printed": 20, "counted": 19},
    "duplicate-plan": {"plan": "2-2-2"},
    "number-unclear": {"plan": "2-2-3", "text": "0"},
    "marks-missing": {"plan": "2-1-2", "themes": ["キャッシュレス", "ペーパーレス"]},
    "marks-ambiguous": {"plan": "1-1-3", "row": "○○ | | ○"},
    "marks-shifted": {"plan": "1-1-2", "row": "| ○", "read_as": "情報公開 ○"},
    "marks-glued": {"plan": "1-1-2", "row": "カウンター○キャッシュ", "read_as": "カウンターレス"},
    "disclosure-unknown": {"plan": "1-1-2"},
    "department-not-on-page": {"plan": "2-2-7", "department": "水道課"},
    "department-not-in-overview": {"plan": "2-2-7", "department": "契約課"},
    "department-spelling": {"plan": "2-2-7", "department": "収納果", "nearest": "収納課"},
    "department-unknown": {"plan": "2-2-7", "department": "国際交流課"},
    "target-without-baseline": {"plan": "2-2-1", "indicator": "徴収率"},
    "baseline-without-target": {"plan": "2-2-1", "indicator": "滞納額"},
    "baseline-at-target": {
        "plan": "2-2-1",
        "indicator": "徴収率",
        "baseline": "98.2%",
        "target": "98.0%以上",
    },
    "baseline-not-before-target": {
        "plan": "2-2-1",
        "indicator": "徴収率",
        "baseline": "2025年度末",
        "target": "2024年度末",
    },
    "layout-chosen": {"layout": "事務事業評価", "share": 98, "plans": 200, "unread": 3},
    "label-unread": {"where": "一覧", "label": "備考", "count": 12},
    "text-mostly-unread": {"share": 62},
    "plans-uneven": {"count": 3, "plans": 8},
    "level-targets-unread": {
        "where": "一覧!B",
        "label": "数値目標（KGI）",
        "example": "移住者数",
        "count": 4,
        "level": "基本目標",
    },
    "form-column-unread": {"label": "事業費", "count": 2},
    "paragraphs-unread": {"count": 4, "example": "はじめに"},
    "years-of-blocks": {"label": "事業費", "count": 6, "years": "2020–2025"},
    "years-of-blocks-unknown": {"label": "事業費", "count": 6},
    "numbers-as-text": {"count": 8, "labels": "目標値", "example": "１２"},
    "cells-of-dash": {"count": 8, "labels": "目標値", "example": "-"},
    "direction-unexplained": {"count": 2, "labels": ["今後の方向性"], "example": "1"},
    "words-for-values": {"count": 3, "labels": "実績値", "example": "未集計"},
    "values-left-over": {"count": 2, "labels": "実績値", "example": "5人（延べ10人）"},
    "names-of-zero": {"count": 2, "labels": "活動指標ア：名称", "example": "0"},
    "years-unread": {"count": 2, "labels": "開始年度", "example": "17"},
    "department-without-division": {
        "count": 2,
        "printed": "下水道課",
        "known": "上下水道部下水道課",
    },
    "department-like-lead": {"plan": "12", "printed": "総務課", "known": "消防本部 総務課"},
    "departments-in-general": {"plan": "12", "printed": "全課"},
    "division-not-stated": {
        "plan": "12",
        "printed": "総務課",
        "known": ["「総務部 総務課」", "「消防本部 総務課」"],
    },
    "department-slip": {"plan": "12", "printed": "上下水道部下指導課", "known": "下水道課"},
    "year-not-told": {"plan": "12", "label": "評価"},
    "values-differ": {
        "plan": "12",
        "label": "効果額",
        "year": 2026,
        "kept": "1,200",
        "other": "1,500",
    },
    "unit-not-told": {"plan": "12", "label": "事業費"},
    "unit-inferred": {"unit": "千円", "rate": "3,800円"},
    "plan-without-title": {"plan": "4"},
    "records-without-name": {"count": 2, "example": "税務課"},
    "level-titles-differ": {"level": "施策", "number": "3", "titles": "子育て、子育ち"},
    "period-unknown": {"words": "令和の間"},
    "year-heads-unread": {"plan": "1-1-1", "words": "春"},
    "year-heads-counted": {"plan": "1-1-1", "words": "1年目"},
    "symbol-unexplained": {"plan": "1-1-1", "symbols": "◆"},
    "no-measurable-target": {"plan": "2-1-2"},
    "unit-differs": {"plan": "2-1-2", "indicator": "電子化率", "target": "100%", "baseline": "4km"},
    "target-split": {"plan": "2-2-6", "row": "243,091円"},
    "section-missing": {"plan": "3-4-1", "section": "行動計画"},
    "unread-text": {"plan": "3-4-1", "text": "※別紙参照"},
    "milestone-cut": {"plan": "3-4-1", "action": "研修", "text": "研修の実"},
    "row-shifted": {"plan": "3-4-1", "row": "研修 | | 実施"},
    "reference-broken": {"plan": "3-4-1", "words": "計画9-9-9"},
    "year-outside-period": {"plan": "3-4-1", "year": 2052, "words": "2052年度 供用開始"},
    "year-mismatch": {
        "where": "1-1-1",
        "printed": "2022年度(令和5年度)",
        "expected": "2022年度(令和4年度)",
    },
    "characters-broken": {"text": "広�"},
    "overview-missing": {},
    "municipality-unknown": {},
    "page-without-head": {"text": "事業概要"},
    "appendix-not-read": {"text": "用語解説"},
    "value-unclear": {"plan": "1-1-1", "text": "参加率 30%～40%"},
    "columns-lost": {"plan": "1-1-1", "rows": 6},
    "pages-without-text": {"pages": [3, 4]},
    "formula-without-value": {"count": 12, "where": "一覧!B3"},
    "table-cut": {"page": 3, "count": 1},
    "text-cut": {"page": 3, "count": 12, "text": "スマート窓"},
    "text-over-border": {"text": "研修の実施"},
    "columns-by-position": {"count": 12},
    "drawing-place-unclear": {"text": "検討", "where": "表1・2行3列"},
    "parts-not-read": {"what": "画像", "count": 2},
    "text-too-long": {"length": 120000, "limit": 100000},
    "target-to-renew": {"plan": "2-2-1", "indicator": "徴収率", "target": "98.2%以上"},
    "actions-to-write": {"plans": 23},
    "dependency-broken": {
        "plan": "1-1-2",
        "dropped": "2-1-1",
        "title": "会議資料の電子化",
        "words": "電子化と連携し",
    },
    "basis-lost": {"plan": "1-1-2", "guideline": "個人情報保護法"},
    "number-elsewhere": {"plan": "1-1-2", "initiative": "3-1"},
    "correction-unmatched": {
        "correction": "corrections.yaml:12 set 1-1-3",
        "why": "no-such-node",
    },
    "related-missing": {"plan": "000123", "related": "防災情報の発信", "key": "000777"},
    "related-one-sided": {"plan": "000123", "related": "000456", "words": "財源を分担"},
    "name-differs": {"plan": "000123", "first": "窓口の改善", "second": "窓口改善"},
    "year-unreadable": {"plan": "000123", "column": "終了年度", "words": "当面の間"},
    "amount-differs": {
        "plan": "000123",
        "year": 2030,
        "column": "執行額",
        "first": "500",
        "second": "600",
    },
    "budget-total-missing": {"plan": "000123", "year": 2030},
    "guideline-unnamed": {"plan": "000123", "words": "第5条第2項"},
    "project-undescribed": {"plan": "000123", "name": "灯台の整備", "table": "事業概要等"},
    "rows-without-key": {"table": "予算・執行", "rows": 3, "column": "予算事業ID"},
    "step-unclear": {"plan": "000123", "step": "平和", "words": "アウトカム超長期"},
    "table-missing": {"table": "関連事業"},
    "table-unread": {"table": "別表", "rows": 12},
    "amount-unreadable": {"plan": "000123", "column": "執行額", "words": "別掲"},
    "sum-differs": {
        "plan": "000123",
        "year": 2024,
        "column": "計",
        "stated": 1200,
        "computed": 1100,
    },
    "outcome-missing": {"plan": "000123"},
    "chain-open": {"plan": "000123", "step": "講座の開催"},
    "column-unread": {"table": "予算", "column": "備考", "filled": 12},
    "table-account": {"table": "予算", "rows": 90, "read": 80, "skipped": 10, "why": "空行"},
}


def raised(code: str) -> Finding:
    return FINDINGS[code].at(None, [EVIDENCE], **EXAMPLES[code])


def test_every_kind_has_its_example_here() -> None:
    assert EXAMPLES.keys() == FINDINGS.keys()


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_finding_has_a_text_in_both_languages_with_what_was_printed(code: str) -> None:
    kind, details = FINDINGS[code], EXAMPLES[code]
    japanese, english = finding_texts(raised(code), "ja"), finding_texts(raised(code), "en")

    assert japanese != english
    for message, _ in (japanese, english):
        for name, value in details.items():
            if name not in kind.choices:
                for part in value if isinstance(value, list) else [value]:
                    assert str(part) in message


@pytest.mark.parametrize("code", EXAMPLES)
def test_its_japanese_is_polite_and_short(code: str) -> None:
    message, suggestion = finding_texts(raised(code), "ja")
    assert message.endswith("。")
    assert suggestion.endswith("。")
    assert message.count("。") <= 2
    assert "ください" in suggestion or "できます" in suggestion or "不要です" in suggestion


@pytest.mark.parametrize("kind", FINDINGS.values())
def test_its_templates_use_only_its_own_details_and_the_same_in_both_languages(
    kind: type[FindingKind],
) -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    assert names(kind.template.ja) == names(kind.template.en) == set(kind.details)
    assert names(kind.suggestion.ja) == names(kind.suggestion.en) <= set(kind.details)


def test_a_finding_of_a_graph_file_has_a_text_in_another_language() -> None:
    finding = raised("header-disagrees")
    from_file = dataclasses.asdict(finding)

    assert finding_texts(from_file, "ja") == (finding.message, finding.suggestion)
    assert finding_texts(from_file, "en")[0] == (
        "The page of plan 1-2-1 prints the initiative “組織の見直し”, the overview “事務の見直し”."
        " The overview was followed."
    )


def test_a_finding_of_a_later_version_keeps_its_own_words() -> None:
    unknown = {"code": "not-yet-known", "message": "後の版の指摘", "suggestion": "ご確認ください。"}
    assert finding_texts(unknown, "en") == ("後の版の指摘", "ご確認ください。")


def test_braces_in_the_source_are_words_like_any_other() -> None:
    finding = FINDINGS["unread-text"].at(None, [], plan="1-1-1", text="{plan} {0} {")
    assert "「{plan} {0} {」" in finding.message


def test_details_must_be_exactly_those_declared() -> None:
    with pytest.raises(TypeError, match="header-disagrees takes"):
        HeaderDisagrees.at(None, [], plan="1-1-1", what="goal", printed="a")
    with pytest.raises(TypeError, match="header-disagrees takes"):
        HeaderDisagrees.at(None, [], plan="1", what="goal", printed="a", overview="b", more="c")


def test_a_choice_must_be_one_of_its_codes() -> None:
    with pytest.raises(ValueError, match="why is 'because'"):
        CorrectionUnmatched.at(None, [], correction="set 1-1-1", why="because")


def test_two_kinds_cannot_share_a_code() -> None:
    with pytest.raises(TypeError, match="header-disagrees"):
        type("Again", (FindingKind,), {"code": "header-disagrees"})
    assert FINDINGS["header-disagrees"] is HeaderDisagrees


def test_planners_meet_no_word_of_a_corrections_file() -> None:
    words = [planner_words(kind.suggestion.ja) for kind in FINDINGS.values()]
    for each in words:
        assert not re.search(r"confirm|remove|\b(set|add)\b|depends_on|departments", each, re.ASCII)
    assert "定性目標でよければ「原本のとおりでよい」で確定できます。" in "".join(words)
