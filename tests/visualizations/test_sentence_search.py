"""The search box of the map reads sentences for plans, and finds what ``find`` finds."""

from __future__ import annotations

import pytest

import keikaku
from keikaku.queries.find.rows import FindRow
from keikaku.queries.graph_walks import Graph
from tests.visualizations.browsing import Opened


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
