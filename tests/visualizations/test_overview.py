"""The overview of a large graph: areas unfold, every plan is found, no text acts as markup."""

from __future__ import annotations

from pathlib import Path

import pytest

import keikaku
from keikaku.graph import merging, network
from keikaku.graph.network import Graph
from keikaku.queries.graph_walks import of_kind, plan_order
from keikaku.queries.overview_data import Heading, overview
from keikaku.visualizations import overview as large
from keikaku.visualizations.overview import overview_page
from tests.queries.small_graph import records
from tests.visualizations.conftest import Open
from tests.visualizations.test_inert import CORPUS

FIRST, SECOND = "minato-2023", "sakura-2026"


@pytest.fixture
def both() -> Graph:
    """Two documents: a plan that names one of the other, budgets of two years."""
    cities = ((FIRST, "みなと市"), (SECOND, "さくら市"))
    graph, _ = merging.merge(network.from_records(records(*each)) for each in cities)
    plans = [node for node, _ in of_kind(graph, "Plan")]
    plans.sort(key=lambda plan: plan_order(graph, plan))
    money = ((plans[0], 2030, 5), (plans[0], 2031, 70_000_000), (plans[-1], 2031, 2))
    for plan, year, total in money:
        node = f"{plan}/budget/{year}/budget"
        facts = {"fiscal_year": year, "stage": "budget", "total": total}
        graph.add_node(node, kind="Budget", label="", evidence=[], **facts)
        graph.add_edge(plan, node, "HAS_BUDGET", type="HAS_BUDGET", evidence=[])
    words = {"words": "親事業", "evidence": []}
    graph.add_edge(plans[0], plans[-1], "ASSOCIATED_WITH", type="ASSOCIATED_WITH", **words)
    return graph


def test_each_document_holds_its_plans_and_the_newest_money(both: Graph) -> None:
    summary = overview(both)
    assert (summary.year, summary.stage) == (2031, "budget")
    first, last = summary.plans[0], summary.plans[-1]
    assert (first.amount, last.amount) == (70_000_000, 2)
    assert [plan.amount for plan in summary.plans[1:-1]] == [None] * (len(summary.plans) - 2)
    assert first.associated == [(len(summary.plans) - 1, "親事業")]

    def held(heading: Heading) -> set[int]:
        return set(heading.plans).union(*map(held, heading.headings))

    assert [heading.name for heading in summary.documents] == ["みなと市", "さくら市"]
    half = len(summary.plans) // 2
    assert [held(each) for each in summary.documents] == [
        set(range(half)),
        set(range(half, 2 * half)),
    ]


def test_a_graph_of_many_plans_becomes_an_overview(
    both: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large, "MOST_PLANS", 3)
    whole, part = tmp_path / "whole.html", tmp_path / "part.html"
    keikaku.map(both, whole)
    keikaku.map(both, part, document=FIRST)
    assert 'id="boxes"' in whole.read_text(encoding="utf-8")
    assert 'id="boxes"' not in part.read_text(encoding="utf-8")


def test_boxes_unfold_plans_are_found_and_back_goes_back(
    both: Graph, tmp_path: Path, open_map: Open
) -> None:
    plans = [f for _, f in both.nodes(data=True) if f["kind"] == "Plan"]
    for facts, hostile in zip(plans, CORPUS, strict=False):
        facts["title"] += hostile
    path = tmp_path / "overview.html"
    overview_page.write(path, both, "ja")
    opened = open_map(path)
    page = opened.page
    assert page.locator(".box.outer > .name").all_text_contents() == ["みなと市", "さくら市"]
    page.locator(".box.outer").first.click(position={"x": 20, "y": 10})
    assert page.locator("#trail").inner_text().startswith("全体 › みなと市")
    page.fill("#search", plans[0]["number"])
    assert page.locator("aside li").count() == 2
    page.locator("aside li button").last.click()
    assert page.locator("#trail").inner_text().startswith("全体 › さくら市")
    assert plans[0]["number"] in page.locator("aside h2").first.inner_text()
    page.go_back()
    assert page.locator("#trail").inner_text().startswith("全体 › みなと市")
    assert page.evaluate("globalThis.struck") is None
    assert opened.messages == []
    assert [each for each in opened.requests if not each.startswith("file:")] == []
