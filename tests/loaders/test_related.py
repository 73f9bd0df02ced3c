"""Plans that share what few others have are related, by us; the score is a cosine."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.mentions.related import (
    LARGEST_GROUP,
    LEAST_SCORE,
    MOST_PER_PLAN,
    Related,
    related,
)
from tests.loaders.hoshimi import load, page, plan_id

FEATURES = st.dictionaries(
    st.integers(1, 30).map(lambda n: f"1-1-{n}"),
    st.sets(st.sampled_from([f"theme:{c}" for c in "甲乙丙丁戊己庚辛"]), max_size=5),
    max_size=16,
)


def pairs(found: list[Related]) -> list[tuple[str, str]]:
    return [(one.left, one.right) for one in found]


def test_two_of_three_plans_that_share_all_are_one() -> None:
    (pair,) = related({"1-1-1": {"theme:甲"}, "1-1-2": {"theme:甲"}, "1-1-3": {"theme:乙"}})
    assert pair == Related("1-1-1", "1-1-2", 1.0, ("theme:甲",))


def test_plans_that_share_nothing_are_not_related() -> None:
    assert related({"1-1-1": {"theme:甲"}, "1-1-2": {"theme:乙"}, "1-1-3": set()}) == []


def test_what_every_plan_has_relates_none() -> None:
    assert related({f"1-1-{n}": {"theme:甲"} for n in range(1, 5)}) == []


def test_what_few_have_weighs_more_than_what_many_have() -> None:
    features = {
        "1-1-1": {"theme:稀", "theme:多"},
        "1-1-2": {"theme:稀", "theme:乙"},
        "1-1-3": {"theme:多", "theme:丙"},
        "1-1-4": {"theme:多", "theme:丁"},
        "1-1-5": {"theme:戊"},
    }
    found = {(one.left, one.right): one.score for one in related(features)}
    assert found["1-1-1", "1-1-2"] > found.get(("1-1-1", "1-1-3"), 0)


def test_a_thing_that_many_share_joins_none_of_them() -> None:
    many = {f"1-1-{n}": {"theme:甲"} for n in range(1, LARGEST_GROUP + 2)}
    others = {f"2-1-{n}": {f"theme:{n}"} for n in range(1, 9)}
    assert related(many | others) == []


@given(FEATURES)
def test_scores_are_shares_and_reasons_are_shared(features: dict[str, set[str]]) -> None:
    found = related(features)
    for one in found:
        assert LEAST_SCORE <= one.score <= 1
        assert one.reasons
        assert set(one.reasons) <= features[one.left] & features[one.right]
        assert one.left != one.right
    for number in features:
        assert sum(number in (one.left, one.right) for one in found) <= MOST_PER_PLAN


@given(FEATURES)
def test_every_pair_is_told_once_in_the_order_of_the_plans(features: dict[str, set[str]]) -> None:
    order = {number: n for n, number in enumerate(features)}
    places = [(order[left], order[right]) for left, right in pairs(related(features))]
    assert all(left < right for left, right in places)
    assert all(before < after for before, after in pairwise(places))


def test_what_is_inferred_says_so_and_is_no_dependency(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("窓口の改善", says="個人情報保護法に基づく。"),
        page("電話の取次", "②", "個人情報保護法に基づく。"),
        page("庭の手入れ", "③", by="緑地課"),
    )
    (edge,) = [e for e in records.edges if e.type == "RELATED_TO"]
    assert (edge.source, edge.target) == (plan_id("1-1-1"), plan_id("1-1-2"))
    assert edge.facts["reasons"] == ["department:市民課", "guideline:個人情報保護法"]
    (evidence,) = edge.evidence
    assert (evidence.reading, evidence.confidence) == ("inferred", edge.facts["score"])
    assert not [e for e in records.edges if e.type == "DEPENDS_ON"]
