"""The search box of the map reads sentences for plans, and finds what ``find`` finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import keikaku
from keikaku.queries.find.rows import FindRow
from keikaku.queries.graph_walks import Graph
from keikaku.visualizations import map_page
from tests.visualizations.browsing import Opened
from tests.visualizations.conftest import Open

SENTENCES = """\
キャッシュレスに触れていない計画
ペーパーレスまたはDXに関わる計画
収納課以外のキャッシュレスの計画
plans that do not touch DX
収納課の計画
収納課が担当する計画
DXの計画を教えてください
5レスに関わる計画
所管課が2つ以上の計画
所管課が複数の計画
指標が3つ以上ある計画
指標のない計画
指標がない計画
テーマが5つ以上の計画
所管課が1つだけの計画
指標が一番多い計画
所管課が最も多い計画
テーマが一番多い計画
根拠が3件以上の計画
目標1の計画
目標2のDXの計画
取組事項1-1の計画
令和5年度のDXの計画
2023年度に収納課が担当する計画
2024年度の計画
最終年度の計画
収納課とDXの計画
DXに関わり収納課が担当する計画
DXに触れていない収納課の計画
キャッシュレスかペーパーレスの計画
キャッシュレスとペーパーレスのどちらかに関わる計画
DX以外の計画
収納課以外の計画
公共施設等総合管理計画に基づく計画
公共施設等総合管理計画に基づかない計画
テレワークに関わる計画
SDGs11の計画
個別取組のある計画
個別取組がない計画
団体が関わる計画
関係団体のある計画
関係団体のない計画
テーマのない計画
plans about DX
plans about DX and AI
plans without indicators
plans with at least 2 departments
plans of 収納課
plans about cashless
plans in 2023
plans with more than 3 themes
plans about DX except 収納課
市民課が担当していないDXの計画
令和5年度に市民課が担当しているDX以外の計画
AIまたはRPAの計画
PFIを使う計画
カイゼンに取り組む計画
人材育成に関する計画を一覧にして
DX戦略課が所管する計画はどれですか
ドローンを使う計画
指標が5件を超える計画
所管課が3つ未満の計画
2024年度以降の計画
収納課か市民課の計画
収納課または市民課が担当する計画
DXとペーパーレスのどちらも含む計画
キャッシュレスに関係しない計画
plans not about cashless
plans that do not touch cashless
plans without partners
plans with several departments
行政手続法に基づく計画
目標1以外の計画
市民参画の計画
テレワーク以外の計画
令和6年度のキャッシュレスの計画
目標2でキャッシュレスの計画
所管課が1つの計画
""".splitlines()
"""Sentences for the bundled plan, of every form that the search box reads."""


@pytest.mark.parametrize(
    ("sentence", "where"),
    [
        ("キャッシュレスに触れていない計画", "not テーマ=キャッシュレス"),
        ("ペーパーレスとDXの両方に触れている計画", "テーマ=ペーパーレス and テーマ=DX"),
        ("ペーパーレスまたはDXに関わる計画を教えて", "テーマ=ペーパーレス or テーマ=DX"),
        ("収納課以外のキャッシュレスの計画", "テーマ=キャッシュレス and not 所管課=収納課"),
        ("plans that do not touch DX", "not テーマ=DX"),
    ],
)  # fmt: skip
def test_a_sentence_finds_the_plans_that_the_condition_finds(
    opened_map: Opened, small: Graph, sentence: str, where: str
) -> None:
    opened_map.page.fill("#search", sentence)
    hits = opened_map.page.locator("#found [role=option] .name").all_inner_texts()
    rows = keikaku.find(small, where=where).rows
    wanted = [small.nodes[row.id]["label"] for row in rows if isinstance(row, FindRow)]
    assert sorted(hits) == sorted(wanted)


def test_what_is_no_sentence_is_looked_for_as_words(opened_map: Opened) -> None:
    opened_map.page.fill("#search", "今日の天気")
    assert "見つかりません" in opened_map.text("#found")
    opened_map.page.fill("#search", "会議 電子化")
    assert "会議資料の電子化" in opened_map.text("#found")


def surely(row: Any) -> bool:
    """Whether a plan is more than possible: the page counts what may run in a year apart."""
    matches = [match for match in getattr(row, "matches", []) if match.basis[0] in PARTS]
    return not matches or any(match.certainty == "stated" for match in matches)


PARTS = ("Action", "Milestone")


def test_the_search_box_gives_the_plans_that_ask_gives(open_map: Open, tmp_path: Path) -> None:
    graph = keikaku.read()
    nodes = list(graph)
    map_page.write(tmp_path / "map.html", graph)
    page = open_map(tmp_path / "map.html").page
    for sentence in SENTENCES:
        page.fill("#search", sentence)
        hits = page.locator("#found [role=option]").evaluate_all(
            "all => all.map((each) => Number(each.dataset.node))"
        )
        wanted = [row.id for row in keikaku.ask(graph, sentence) if surely(row)]
        assert sorted(nodes[hit] for hit in hits) == sorted(wanted), sentence


def test_what_it_does_not_know_is_looked_for_as_words_and_it_says_so(opened_map: Opened) -> None:
    opened_map.page.fill("#search", "電子化の計画")
    said = opened_map.page.inner_text("#found .said")
    assert "「電子化」は語として探しました" in said
    opened_map.page.fill("#search", "会議 電子化")
    assert opened_map.page.inner_text("#found .said") == "語として探しました"
    opened_map.page.fill("#search", "キャッシュレスに触れていない計画")
    assert "当てはまる計画" in opened_map.page.inner_text("#found .said")
