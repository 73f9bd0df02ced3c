"""What is no graph is refused, and the message names the place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from keikaku.graph import network, validation
from keikaku.graph.errors import GraphError
from keikaku.graph.records import SCHEMA
from tests.graph.graphs import small

Payload = dict[str, Any]
PLAN, INDICATOR, TOUCHES = 4, 5, 4


@pytest.fixture
def payload() -> Payload:
    return network.to_payload(network.from_records(small()))


def test_a_graph_passes(payload: Payload) -> None:
    validation.validate(payload)
    assert payload["schema"] == SCHEMA


def _set(key: str, index: int, **facts: Any) -> Callable[[Payload], None]:
    return lambda payload: payload[key][index].update(facts)


def _drop(key: str, index: int, fact: str) -> Callable[[Payload], None]:
    return lambda payload: payload[key][index].pop(fact)


def _repeat(key: str, index: int) -> Callable[[Payload], None]:
    return lambda payload: payload[key].append(payload[key][index])


def _measure(**facts: Any) -> Callable[[Payload], None]:
    return lambda payload: payload["nodes"][INDICATOR]["target"].update(facts)


def _evidence(**facts: Any) -> Callable[[Payload], None]:
    return lambda payload: payload["nodes"][PLAN]["evidence"][0].update(facts)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (_set("nodes", PLAN, kind="Idea"), "nodes[4] minato-2023/plan/1-1-1: 種類（kind）「Idea」"),
        (_set("nodes", PLAN, kind=None), "種類（kind）「None」はありません"),
        (_drop("nodes", PLAN, "title"), "nodes[4] minato-2023/plan/1-1-1: title: 必須"),
        (_drop("nodes", PLAN, "unknown_marks"), "unknown_marks: 必須"),
        (_drop("nodes", INDICATOR, "baseline"), "baseline: 必須"),
        (_drop("nodes", PLAN, "evidence"), "evidence: 必須"),
        (_set("nodes", PLAN, titel="x"), "nodes[4] minato-2023/plan/1-1-1: titel: この種類にない"),
        (_set("nodes", PLAN, number=111), "number: 文字列ではありません（111）"),
        (_set("nodes", PLAN, unknown_marks="x"), "unknown_marks: リストではありません"),
        (_set("nodes", INDICATOR, measurable="yes"), "measurable: 真偽値ではありません"),
        (_set("nodes", INDICATOR, direction="up"), "direction: 'increase', 'decrease' or"),
        (_measure(value="98"), "target.value: "),
        (_measure(value=True), "target.value: "),
        (_measure(value=float("nan")), "target.value: "),
        (_measure(comparator="≥"), "target.comparator: '>=', '>', '<=', '<' or '='"),
        (_evidence(confidence=2), "evidence.0.confidence: 1.0 以下です（2）"),
        (_evidence(line=0), "evidence.0.line: 1 以上です（0）"),
        (_evidence(reading="guessed"), "evidence.0.reading: "),
        (_set("nodes", 1, first_year=20220), "first_year: 2200 以下です（20220）"),
        (_set("nodes", 1, first_year=2026, last_year=2022), "終了年度が開始年度より前"),
        (_set("nodes", 1, first_year="令和4年度"), "first_year: 整数ではありません"),
        (_set("nodes", 2, id=""), "nodes[2]: id: 空です"),
        (_repeat("nodes", PLAN), "nodes[8] minato-2023/plan/1-1-1: 同じidの節点が前にも"),
        (_repeat("edges", TOUCHES), "同じ関係が前にもあります"),
        (_set("edges", TOUCHES, type="LIKES"), "関係（type）「LIKES」はありません"),
        (_set("edges", TOUCHES, target="theme/無"), "節点「theme/無」がありません"),
        (_set("edges", TOUCHES, basis=["guess"]), "basis.0: 'mark' or 'text' のいずれか"),
        (_set("edges", TOUCHES, target="minato-2023"), "Plan → PlanDocument を結べません"),
        (_set("edges", 1, order=0), "order: 1 以上です（0）"),
        (_set("findings", 0, severity="fatal"), "findings[0]: severity: "),
        (lambda p: p.update(schema="keikaku/3"), "schema: この版が読めるのは keikaku/2 だけ"),
        (lambda p: p.pop("schema"), "schema: この版が読めるのは"),
        (lambda p: p.pop("edges"), "edges: リストがありません"),
        (lambda p: p.update(nodes={}), "nodes: リストがありません"),
        (lambda p: p["nodes"].append("x"), "nodes[8]: 種類（kind）"),
        (lambda p: p.update(extra=1), "extra: この種類にない項目"),
        (lambda p: p.update(documents=[]), "documents[0]: document と同じではありません"),
        (
            lambda p: p.update(documents=[{**p["document"], "id": "other-2023"}, p["document"]]),
            "documents[0]: document と同じではありません",
        ),
        (
            lambda p: p.update(documents=[p["document"]] * 2),
            "documents[1] minato-2023: 同じidの文書が前にも",
        ),
        (lambda p: p["document"].pop("id"), "document.id: 必須"),
        (lambda p: p["document"].update(first_year=3), "document.first_year: 1868 以上です（3）"),
    ],
)
def test_what_does_not_fit_the_model_is_named_with_its_place(
    spoil: Callable[[Payload], None], message: str, payload: Payload
) -> None:
    spoil(payload)
    with pytest.raises(GraphError) as refused:
        validation.validate(payload, "graph.json")
    assert refused.value.message("ja").startswith("graph.json: ")
    assert message in refused.value.message("ja")


@pytest.mark.parametrize("value", [None, [], "text", 3])
def test_what_is_no_object_is_refused(value: Any) -> None:
    with pytest.raises(GraphError, match="グラフ（JSONオブジェクト）ではありません"):
        validation.validate(value)


def test_an_edge_to_its_own_start_is_refused(payload: Payload) -> None:
    theme = "theme/キャッシュレス"
    payload["edges"].append({"source": theme, "target": theme, "type": "PART_OF", "evidence": []})
    with pytest.raises(GraphError, match="自分自身への関係"):
        validation.validate(payload)


def test_all_problems_are_reported_at_once_up_to_a_limit(payload: Payload) -> None:
    payload["nodes"] += [{"id": f"x/{i}", "kind": "Nothing"} for i in range(30)]
    with pytest.raises(GraphError) as refused:
        validation.validate(payload, "graph.json")
    first, *places, last = refused.value.message("ja").splitlines()
    assert first == "graph.json: モデルに合わない箇所があります。"
    assert len(places) == validation.LIMIT
    assert last.strip() == "ほかにもあります。"


def test_the_refusal_can_be_in_english(payload: Payload) -> None:
    del payload["nodes"][PLAN]["title"]
    with pytest.raises(GraphError) as refused:
        validation.validate(payload, "graph.json")
    assert refused.value.message("en") == (
        "graph.json: nodes[4] minato-2023/plan/1-1-1: title: is required and missing."
    )
