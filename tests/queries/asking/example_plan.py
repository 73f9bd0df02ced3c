"""Questions about the example plan, a city that no rule was written for, with the answer."""

from __future__ import annotations

from typing import Any

from tests.queries.asking.cases import C, Case, K, N, S, T, W, X, held_by, touching
from tests.queries.asking.facts import Facts


def _unit(facts: dict[str, Any]) -> str:
    return str((facts.get("target") or facts.get("baseline") or {}).get("unit"))


def _value(facts: dict[str, Any], measure: str, unit: str) -> float | None:
    quantity = facts.get(measure)
    return quantity["value"] if quantity and quantity["unit"] == unit else None


def _without_baseline(f: Facts) -> set[str]:
    return f.indicators_where(lambda n, _: n.get("target") and not n.get("baseline"))


def _not_touching(f: Facts, theme: str) -> set[str]:
    return f.where(lambda p: theme not in f.themes(p) and theme not in f.nodes[p]["unknown_marks"])


EXAMPLE: tuple[Case, ...] = (
    # Plans.
    N("納税課の計画を教えてください", "2-2-1 2-2-3"),
    N("経営企画課はどの計画を担当していますか", held_by("経営企画課")),
    N("デジタル推進課がやっていること", "1-3-1 1-3-2"),
    N("AIに触れている計画は？", touching("AI")),
    N("キャッシュレスに触れていない計画", lambda f: _not_touching(f, "キャッシュレス")),
    N("AIとRPAの両方を使う計画", touching("AI", "RPA")),
    N("AIまたはPFIに関わる計画", lambda f: f.where(lambda p: f.themes(p) & {"AI", "PFI"})),
    N("AIもRPAも使わない目標1の計画", lambda f: f.of_goal("1") & f.where(
        lambda p: not f.themes(p) & {"AI", "RPA"})),
    N("納税課以外が担当するキャッシュレスの計画", lambda f: f.where(
        lambda p: "キャッシュレス" in f.themes(p) and "納税課" not in f.departments(p))),
    N("根拠法令のない計画はどれですか", lambda f: f.where(lambda p: not f.guidelines(p))),
    N("法律に基づく計画", "1-3-1 3-3-2"),
    N("みどり野市人材育成方針を根拠とする計画", "1-1-3 1-2-2"),
    N("北陵工科大学と連携している計画はどれ", "1-3-2"),
    N("SDGsに貢献する計画は", "2-2-2 3-1-2"),
    N("SDGs11に関わる計画", "2-2-2 3-1-2"),
    N("複数の課が担当する計画", lambda f: f.where(lambda p: len(f.departments(p)) > 1)),
    N("4つ以上の課が関わる計画", "2-2-4 3-2-2"),
    N("指標が4つ以上ある計画", lambda f: f.where(lambda p: len(f.indicators(p)) >= 4)),
    N("情報公開していない計画", lambda f: f.where(
        lambda p: not f.out[p, "DISCLOSED_ON"] and not f.nodes[p].get("disclosure_unknown"))),
    N("情報公開の有無が不明な計画", lambda f: f.where(
        lambda p: bool(f.nodes[p].get("disclosure_unknown")))),
    N("広報みどりので公表している計画", "1-1-1 2-1-1"),
    N("2-3-1に依存している計画は", "3-2-2"),
    N("1-2-2が依存している計画", "1-1-3 1-2-1"),
    N("最終年度に始まる計画", lambda f: f.begin_in(2029)),
    N("来年度から始まる計画はありますか", lambda f: f.begin_in(2028)),
    N("令和8年度に始まる納税課の計画", lambda f: f.begin_in(2026) & held_by("納税課")(f)),
    N("市民協働課 計画 一覧", held_by("市民協働課")),
    N("目標2 キャッシュレス", "2-2-1 2-2-2"),
    N("協働のまちづくりの計画", "3-1-1 3-1-2"),
    N("行政サービスのデジタル化に属する計画", "1-3-1 1-3-2 1-3-3 1-3-4"),
    # Who, which of what.
    W("中央運動公園を担当しているのはどの課ですか", "中央運動公園"),
    W("公立保育所調理業務の民間委託は誰の担当？", "公立保育所調理業務の民間委託"),
    N("道路台帳の電子化はどこが担当ですか", "1-3-4"),
    W("PFIに関わる課はどこですか", lambda f: f.departments_of(lambda p: "PFI" in f.themes(p))),
    W("根拠法令のない計画を持つ課", lambda f: f.departments_of(lambda p: not f.guidelines(p))),
    W("納税課と住宅課に共通するテーマ", "5レス キャッシュレス"),
    W("3-2-2の根拠法令は", "みどり野市PFI活用ガイドライン PPP/PFI推進アクションプラン"),
    # Indicators.
    W("経常収支比率の目標はいくつ", "経常収支比率"),
    W("市道台帳の電子化率を100%にするのは誰ですか", "市道台帳の電子化率"),
    W("訓練の実施回数の現況値を教えて", "訓練の実施回数"),
    W("選考に要する期間は何日を目指していますか", "選考に要する期間"),
    W("現況値のない指標", _without_baseline),
    W("減らすことを目標とする指標", lambda f: f.indicators_where(
        lambda n, _: n.get("direction") == "decrease")),
    W("目標値が90%以上の指標", lambda f: f.indicators_where(
        lambda n, _: (_value(n, "target", "%") or 0) >= 90)),
    W("単位が千円の指標", lambda f: f.indicators_where(lambda n, _: _unit(n) == "千円")),
    W("財政課の指標をすべて見せて", lambda f: f.indicators_where(
        lambda _, i: "財政課" in f.answering(i))),
    # Counts, shares, superlatives.
    C("実施計画はいくつありますか", 25),
    C("納税課の計画は何件", 2),
    C("所管課の数は", 20),
    C("ペーパーレスに触れている計画はいくつ", lambda f: len(touching("ペーパーレス")(f))),
    C("根拠のない計画は何件ありますか", lambda f: len(f.where(lambda p: not f.guidelines(p)))),
    C("目標3を担う課は何課ですか", lambda f: len(f.departments_of(
        lambda p: f.nodes[p]["number"].startswith("3-")))),
    S("キャッシュレスに触れている計画の割合は", lambda f: (len(touching("キャッシュレス")(f)), 25)),
    S("経営企画課の計画のうち5レスに触れているものの割合", (4, 6)),
    S("目標1の計画でAIを使うものの割合", (2, 9)),
    W("一番多くの計画を担当している課は", "経営企画課"),
    W("最も多くの課が担当する計画", "市有財産の有効活用"),
    W("根拠法令が一番多い計画", "審議会等の活性化 PFIの効果的な活用"),
    W("目標ごとの計画数", lambda f: {f.name(g) for g in f.kind("Goal")}),
    # Commands.
    K("納税課が廃止されたらどうなりますか", "impact 納税課"),
    K("納税課と財政課を統合したら", r"whatif --merge-departments 納税課\+財政課"),
    K("住宅課を住まい課に改称したら", "whatif --rename 住宅課=住まい課"),
    K("みどり野市債権管理条例が改正されると影響を受けるのは", "impact みどり野市債権管理条例"),
    K("納税課と住宅課を比較して", "--compare 納税課 住宅課"),
    K("納税課と住宅課、計画が多いのはどちら", "--compare 納税課 住宅課"),
    K("2-2-2と2-2-3はなぜつながっているのですか", "path 2-2-2 2-2-3"),
    K("観光に関する計画", "plans --text 観光"),
    T("AIとRPAに関わる計画"),
    # English.
    N("Which plans touch PFI?", touching("PFI")),
    N("plans without a guideline", lambda f: f.where(lambda p: not f.guidelines(p))),
    C("How many plans does 財政課 have?", 3),
    W("What is the target of 経常収支比率?", "経常収支比率"),
    W("Which department has the most plans?", "経営企画課"),
    S("What share of the plans touches AI?", lambda f: (len(touching("AI")(f)), 25)),
    K("What happens if 納税課 is abolished?", "impact 納税課"),
    # Refused.
    X("納税課の電話番号は", "電話番号"),
    X("収納課の計画", "収納課"),
    X("今日の天気は"),
    X("財政課の予算はいくらですか", "予算"),
    X("Who is the mayor?"),
)  # fmt: skip
