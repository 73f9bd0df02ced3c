"""Spoken sentences, values of zero, and words that are nothing to look for."""

from __future__ import annotations

from typing import Any

from tests.queries.asking.cases import C, Case, K, N, W, X, department_counts, touching
from tests.queries.asking.durations import led_counts, words
from tests.queries.asking.facts import Facts


def _target(indicator: dict[str, Any]) -> Any:
    return (indicator.get("target") or {}).get("value")


def _yen(measure: dict[str, Any] | None) -> float:
    scale = {"千円": 1000, "円": 1}.get(str((measure or {}).get("unit")).partition("/")[0], 0)
    return scale * ((measure or {}).get("value") or 0)


def _ends(f: Facts, plan: str) -> set[int]:
    return {max(f.years(plan, year), default=0) for year in ("last_year", "latest_year")}


def _of_plan(f: Facts, number: str) -> set[str]:
    return {f.nodes[i]["name"] for i in f.indicators(f.plans()[number])}


SPOKEN: tuple[Case, ...] = (
    # A word is looked for only where something is about it.
    N("下水道に関する計画をぜんぶ教えて", lambda f: f.where(lambda p: "下水道" in words(f, p))),
    N("アンケートって言葉が入ってる計画", lambda f: f.where(lambda p: "アンケート" in words(f, p))),
    X("2025年度に供用開始とか運用開始になるものはある？", "運用開始"),
    X("1つの計画を3つ以上の課でやってるのは？", "3つ以上"),
    # Values.
    W("目標値がゼロの指標", lambda f: f.indicators_where(lambda n, _: _target(n) == 0)),
    W("目標が1億円を超えるものは？", lambda f: f.indicators_where(
        lambda n, _: _yen(n.get("target")) > 10**8)),
    W("What is the biggest target in 千円?", "総量縮減"),
    W("男性の育休の目標は何％", "育児休業を取得する男性職員の割合"),
    W("保育料の徴収率の目標を教えてください", lambda f: _of_plan(f, "2-2-3")),
    W("市税の徴収率って何％目指してるの", lambda f: _of_plan(f, "2-2-1")),
    W("指定管理者制度導入公園数はいくつにする予定？", "指定管理者制度導入公園数"),
    # Spoken ends and joints.
    C("計画は全部で何本あるんですか？", 57),
    N("福島県が関わってくる計画はどれですか", lambda f: f.where(
        lambda p: "福島県" in f.partners(p))),
    N("東北税理士会郡山支部は何に関係していますか", "1-3-6"),
    N("ペーパーレスだけどファイルレスじゃない計画", lambda f: f.where(
        lambda p: "ペーパーレス" in f.themes(p) and "ファイルレス" not in f.themes(p)
        and "ファイルレス" not in f.nodes[p]["unknown_marks"])),
    N("AIとかRPAとか使ってる計画は？", lambda f: f.where(
        lambda p: bool({"AI", "RPA"} & f.themes(p)))),
    N("公民協奏の推進っていう目標にはどんな計画がありますか", lambda f: f.of_goal("3")),
    N("郡山市更生園は、どの計画の中で検討されていますか", "3-2-3"),
    W("AIを使う計画の担当課を並べて", lambda f: {
        d for n in touching("AI")(f) for d in f.departments(f.plans()[n])}),
    K("2-2-5がなくなったらどうなっちゃうの", r"^keikaku impact 2-2-5$"),
    K("収納課と国保税収納課って何か関係ある？", r"^keikaku path 収納課 国保税収納課$"),
    K("does 河川課 have anything to do with 介護保険課?", r"^keikaku path 河川課 介護保険課$"),
    K("If 3-3-1 were dropped, what else is hit?", r"^keikaku impact 3-3-1$"),
    K("市民課と市民税課を一つにしたら、計画はいくつになる", r"merge-departments 市民課\+市民税課"),
    # Who leads none, and how many for each.
    W("一つも計画を主担当していない課", lambda f: {
        f.name(d) for d in f.kind("Department")} - set(led_counts(f))),
    W("number of plans per department", lambda f: set(department_counts(f))),
    C("何の指針や法律にも基づいていない計画はいくつ", lambda f: len(
        f.where(lambda p: not f.guidelines(p)))),
    C("法律が根拠の計画って何個あるの", lambda f: len(f.where(
        lambda p: any(f.nodes[g]["type"] == "law" for g in f.out[p, "GROUNDED_IN"])))),
    N("List plans with an SDG target", lambda f: f.where(
        lambda p: bool(f.out[p, "CONTRIBUTES_TO"]))),
    N("Which plan contributes to the most SDG targets?", "3-1-2"),
    N("Who shares plan 3-2-2?", "3-2-2"),
    # One of two statements, and counts of what a measure names.
    C("2023年度に始まるか2024年度に終わる計画", lambda f: len(
        f.begin_in(2023) | f.where(lambda p: _ends(f, p) == {2024}))),
    X("AIに触れるかRPAに触れている計画はいくつ", "触れる"),
    X("目標が「実施」の指標", "実施"),
    N("印が3つ以上ついている計画", lambda f: f.where(lambda p: len(f.marked(p)) >= 3)),
    N("依存元が2つ以上の計画", lambda f: f.where(lambda p: len(f.into[p, "DEPENDS_ON"]) > 1)),
    N("情報公開の方法が一番多い計画", "1-1-3"),
    X("ふるさと納税に触れた計画はあるか", "ふるさ"),
    N("行政マネジメント課が担当する計画の一覧をテーマつきで", lambda f: f.where(
        lambda p: "行政マネジメント課" in f.departments(p))),
    W("給食に関わるのはどの課", lambda f: {
        d for p in f.plans().values() if "給食" in words(f, p) for d in f.departments(p)}),
    N("所管課が2つ以上ある計画を列挙せよ", lambda f: f.where(lambda p: len(f.departments(p)) > 1)),
    K("Which plans contain the word テレワーク?", "テーマ=テレワーク$"),
    N("plans of PFI and designated manager system (指定管理者制度)",
      touching("PFI", "指定管理者制度")),
    N("指標がないやつ教えて", lambda f: f.where(lambda p: not f.indicators(p))),
)  # fmt: skip
