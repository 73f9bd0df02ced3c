"""Plans that share what few others have are related, by us; the score is a cosine."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from keikaku.loaders.mentions.related import (
    EXACT,
    MOST_PER_PLAN,
    STRONG_PLACE,
    STRONG_SCORE,
    PlanProfile,
    Related,
    related,
)
from tests.loaders.hoshimi import load, page, plan_id

FEATURES = st.dictionaries(
    st.integers(1, 30).map(lambda n: f"1-1-{n}"),
    st.sets(st.sampled_from([f"theme:{c}" for c in "甲乙丙丁戊己庚辛"]), max_size=5),
    max_size=16,
)


def pairs_of(features: dict[str, set[str]]) -> list[Related]:
    return related({number: PlanProfile(own, ()) for number, own in features.items()})


def worded(**texts: str) -> list[Related]:
    return related({number: PlanProfile(set(), (text,)) for number, text in texts.items()})


def test_two_of_three_plans_that_share_all_by_name_are_related() -> None:
    (pair,) = pairs_of({"1-1-1": {"theme:甲"}, "1-1-2": {"theme:甲"}, "1-1-3": {"theme:乙"}})
    assert (pair.left, pair.right) == ("1-1-1", "1-1-2")
    assert pair.reasons == ("同じテーマ「甲」",)
    assert pair.strong


def test_two_plans_that_speak_of_the_same_are_related() -> None:
    (pair,) = worded(a="滞納処分と債権管理", b="債権管理の一元化", c="橋梁の点検")
    assert (pair.left, pair.right) == ("a", "b")
    assert pair.reasons == ("本文の同じ語「債権管理」",)


def test_plans_that_share_nothing_are_not_related() -> None:
    assert pairs_of({"1-1-1": {"theme:甲"}, "1-1-2": {"theme:乙"}, "1-1-3": set()}) == []
    assert worded(a="窓口の改善", b="橋梁の点検") == []
    assert related({}) == []


def test_what_every_plan_has_relates_none() -> None:
    assert pairs_of({f"1-1-{n}": {"theme:甲"} for n in range(1, 5)}) == []


def test_what_few_have_weighs_more_than_what_many_have() -> None:
    features = {
        "1-1-1": {"theme:稀", "theme:多"},
        "1-1-2": {"theme:稀", "theme:乙"},
        "1-1-3": {"theme:多", "theme:丙"},
        "1-1-4": {"theme:多", "theme:丁"},
        "1-1-5": {"theme:戊"},
    }
    scores = {(one.left, one.right): one.score for one in pairs_of(features)}
    assert scores["1-1-1", "1-1-2"] > scores["1-1-1", "1-1-3"] > 0


def test_shared_words_are_whole_and_say_what_few_plans_are_about() -> None:
    others = {f"p{n}": f"計画{n}の年度末時点の現況値、効果的な窓口対応" for n in range(3, 15)}
    pairs = worded(
        p1="ii 働き方改革を効果的に進め、65歳以上の口座振替納付及び年度末時点の現況値10km、RPA",
        p2="ii 働き方改革の口座振替納付及び10km、65歳以上、RPAを効果的に、年度末時点の現況値",
        **others,
    )
    (one,) = [one for one in pairs if (one.left, one.right) == ("p1", "p2")]
    assert one.reasons == ("本文の同じ語「口座振替納付」「RPA」",)


def test_plans_that_share_only_common_words_are_said_to_read_alike() -> None:
    pairs = worded(p1="窓口の受付時間", p2="窓口の受付場所", p3="橋梁の点検")
    assert pairs[0].reasons == ("文章の言い回しが近い",)


def test_no_plan_is_left_alone_for_a_low_score() -> None:
    letters = "甲乙丙丁戊己庚辛壬癸子丑"
    texts = {f"p{n}": f"計画{letter}の推進と市民窓口の改善" for n, letter in enumerate(letters)}
    texts["p12"] = "市民窓口と橋梁点検と河川台帳と要介護認定と職員採用と税務証明"
    texts["p13"] = "舗装"
    pairs = worded(**texts)
    assert any("p12" in (one.left, one.right) for one in pairs)


@given(FEATURES)
def test_scores_are_shares_and_reasons_are_words(features: dict[str, set[str]]) -> None:
    for one in pairs_of(features):
        assert 0 < one.score <= 1
        assert one.reasons
        assert all("theme:" not in reason for reason in one.reasons)
        assert one.left != one.right


@given(FEATURES)
def test_each_pair_is_among_the_best_of_one_of_its_plans(features: dict[str, set[str]]) -> None:
    pairs = pairs_of(features)
    for one in pairs:
        places = [
            sum(other.score > one.score for other in pairs if plan in (other.left, other.right))
            for plan in (one.left, one.right)
        ]
        assert min(places) < MOST_PER_PLAN
        if one.strong:
            assert one.score >= STRONG_SCORE
            assert max(places) < STRONG_PLACE


@given(FEATURES)
def test_every_pair_is_listed_once_in_the_order_of_the_plans(features: dict[str, set[str]]) -> None:
    order = {number: n for n, number in enumerate(features)}
    places = [(order[one.left], order[one.right]) for one in pairs_of(features)]
    assert all(left < right for left, right in places)
    assert all(before < after for before, after in pairwise(places))


def test_thousands_of_plans_are_compared_by_their_rarest_features() -> None:
    letters = "市民税課窓口橋梁点検河川台帳要介護認定職員採用証明学校施設"
    plans = {}
    for n in range(EXACT + 200):
        words = (letters[(n * 7 + k * 3) % len(letters)] * 2 + f"{n // 4}" for k in range(20))
        text = "の".join(words)
        plans[f"p{n}"] = PlanProfile({f"guideline:{n // 4}"}, (text,))
    pairs = related(plans)
    twins = {(one.left, one.right) for one in pairs}
    assert sum((f"p{n}", f"p{n + 1}") in twins for n in range(0, EXACT + 200, 4)) > 100
    assert len(pairs) <= MOST_PER_PLAN * len(plans)


def test_what_is_inferred_says_so_and_is_no_dependency(tmp_path: Path) -> None:
    records = load(
        tmp_path,
        page("窓口の改善", says="個人情報保護法に基づく。"),
        page("電話の取次", "②", "個人情報保護法に基づく。"),
        page("庭の手入れ", "③", by="緑地課"),
    )
    (edge,) = [e for e in records.edges if e.type == "RELATED_TO"]
    assert (edge.source, edge.target) == (plan_id("1-1-1"), plan_id("1-1-2"))
    assert edge.facts["reasons"] == [
        "同じ根拠「個人情報保護法」",
        "同じ所管課「市民課」",
    ]
    (evidence,) = edge.evidence
    assert (evidence.reading, evidence.confidence) == ("inferred", edge.facts["score"])
    assert not [e for e in records.edges if e.type == "DEPENDS_ON"]


def test_words_that_only_end_alike_do_not_relate_plans() -> None:
    assert worded(a="滞納処分", b="予算配分", c="橋梁点検") == []
    assert worded(a="分権推進", b="分野横断", c="橋梁点検") == []
