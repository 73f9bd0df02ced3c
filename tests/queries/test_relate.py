"""``relate``: which projects of other documents ground a plan, and why."""

from __future__ import annotations

from typing import Any

import pytest

from keikaku.graph import network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.queries.names import guideline_key
from keikaku.queries.relate.answer import RelateRow, answer
from keikaku.queries.relate.wording import WordingIndex, pieces


def graph(document: str, plans: dict[str, dict[str, Any]]) -> Graph:
    made = network.empty([{"id": document, "title": document}], [])
    made.add_node(document, kind="PlanDocument", label=document, title=document, evidence=[])
    for number, facts in plans.items():
        plan = f"{document}/plan/{number}"
        title = facts["title"]
        texts = {"overview": facts["overview"]} if "overview" in facts else {}
        made.add_node(
            plan, kind="Plan", label=title, number=number, title=title, **texts, evidence=[]
        )
        made.add_edge(document, plan, "HAS_PART", type="HAS_PART", order=1, evidence=[])
        for name in facts.get("laws", ()):
            law = f"guideline/{name}"
            made.add_node(law, kind="Guideline", label=name, name=name, type="law", evidence=[])
            made.add_edge(plan, law, "GROUNDED_IN", type="GROUNDED_IN", evidence=[])
        for name in facts.get("themes", ()):
            theme = f"theme/{name}"
            made.add_node(theme, kind="Theme", label=name, name=name, evidence=[])
            made.add_edge(plan, theme, "TOUCHES", type="TOUCHES", basis=["text"], evidence=[])
    return made


CITY = graph(
    "city",
    {
        "1-1": {"title": "個人情報の適正な管理", "laws": ["個人情報保護法"]},
        "1-2": {"title": "水道管の更新", "overview": "老朽化した水道管を計画的に更新する。"},
        "1-3": {"title": "窓口のオンライン化", "overview": "自治体窓口改革支援事業を活用する。"},
    },
)
STATE = graph(
    "state",
    {
        "10": {"title": "個人情報制度の推進", "laws": ["個人情報の保護に関する法律"]},
        "11": {"title": "水道施設の老朽化対策", "overview": "水道管の更新を支援する。"},
        "12": {"title": "自治体窓口改革支援事業", "themes": ["DX"]},
        "13": {"title": "外交官の研修", "laws": ["外務省設置法"]},
    },
)


def row(number: str, **parameters: Any) -> RelateRow:
    return answer(CITY, STATE, plan=number, **parameters).rows[0]


def test_a_law_ties_by_its_short_and_its_long_name() -> None:
    first = row("1-1").projects[0]
    assert first.id == "state/plan/10"
    assert [(tie.reason, tie.words) for tie in first.stated] == [("law", "個人情報保護法")]


def test_wording_is_inferred_and_shown_with_the_words() -> None:
    first = row("1-2").projects[0]
    assert first.id == "state/plan/11"
    assert first.stated == []
    assert [tie.reason for tie in first.inferred] == ["wording"]
    assert "水道管" in first.inferred[0].words


def test_a_project_named_in_the_text_is_stated() -> None:
    first = row("1-3").projects[0]
    assert (first.id, first.stated[0].reason) == ("state/plan/12", "named")
    assert first.score >= 0.9


def test_what_has_nothing_in_common_is_not_listed() -> None:
    projects = {project.id for each in answer(CITY, STATE).rows for project in each.projects}
    assert "state/plan/13" not in projects


def test_the_question_is_turned_round_for_a_project() -> None:
    rows = answer(CITY, STATE, project="11").rows
    assert [(each.id, each.projects[0].id) for each in rows] == [("state/plan/11", "city/plan/1-2")]


def test_a_rarer_law_weighs_more() -> None:
    many = {str(n): {"title": f"事業{n}", "laws": ["地方自治法"]} for n in range(9)}
    state = graph("state", many | {"9": {"title": "事業9", "laws": ["水道法"]}})
    city = graph("city", {"1": {"title": "計画", "laws": ["地方自治法", "水道法"]}})
    first, second = answer(city, state, plan="1").rows[0].projects[:2]
    assert first.id == "state/plan/9"
    assert first.score > second.score


@pytest.mark.parametrize("top", [0, 101])
def test_how_many_must_be_sensible(top: int) -> None:
    with pytest.raises(KeikakuError, match="--top"):
        answer(CITY, STATE, top=top)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("個人情報保護法", "個人情報の保護に関する法律"),
        ("デジタル手続法", "デジタル手続法（平成14年法律第151号）"),
    ],
)
def test_names_of_one_law_have_one_key(short: str, long: str) -> None:
    assert guideline_key(short) == guideline_key(long)


def test_words_are_compared_by_their_pieces_of_two_and_three_letters() -> None:
    assert list(pieces("水道管のAI更新")) == ["水道", "道管", "水道管", "ai", "更新"]


def test_what_many_texts_say_makes_none_of_them_alike() -> None:
    titles = ("水道管", "体育館", "保育所", "美術館", "消防団", "河川敷", "学校林", "商店街")
    index = WordingIndex({title: f"{title}の推進" for title in titles})
    assert list(index.like("水道料金の推進")) == ["水道管"]
