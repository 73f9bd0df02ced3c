"""Runs of words that mean one noun, roles and leads, and what a source leaves unclear."""

from __future__ import annotations

from typing import Any

from tests.queries.asking.cases import C, Case, K, N, S, W, touching
from tests.queries.asking.durations import led_counts, words
from tests.queries.asking.facts import Facts
from tests.queries.asking.typed_by_six import guideline_counts


def _laws(f: Facts, kind: str) -> set[str]:
    return {f.name(g) for g in f.kind("Guideline") if f.nodes[g]["type"] == kind}


def _units(indicator: dict[str, Any]) -> set[str]:
    measures = [m for m in (indicator.get("target"), indicator.get("baseline")) if m]
    return {str(m["unit"]).partition("/")[0] for m in measures}


def _measured(f: Facts, plan: str) -> bool:
    return any(f.nodes[i].get("target") for i in f.indicators(plan))


NOUN_RUNS: tuple[Case, ...] = (
    K("2-2-5の計画を教えて", r"^keikaku plan 2-2-5$"),
    K("1-3-1の計画について詳しく", r"^keikaku plan 1-3-1$"),
    K("河川課の役割は何ですか", r"^keikaku departments 河川課$"),
    K("財政課の概要を1枚で", r"^keikaku department 財政課$"),
    K("one-page summary of 財政課", r"^keikaku department 財政課$"),
    K("業務量の偏りを課ごとに知りたい", r"^keikaku workload$"),
    K("まだ確認できていない箇所はいくつありますか", r"^keikaku check$"),
    K("原典で未確認のままになっている点は全部で何件？", r"^keikaku check$"),
    K("What is doubtful in the source about 2-2-6?", r"^keikaku find 確認事項 --where 計画=2-2-6$"),
    W("根拠として最も多く使われている指針や計画", lambda f: {
        name for name, n in guideline_counts(f).items() if n == max(guideline_counts(f).values())}),
    N("「カイゼン件数」の指標はどの計画のもの", "1-2-3"),
    N("オンライン化率はどの計画の指標ですか", "1-3-4"),
    W("2-2-5はどの目標に属しますか", "持続可能な財政基盤の確立"),
    N("指標が数値で示されていない計画", lambda f: f.where(lambda p: not _measured(f, p))),
    C("目標が数字で書かれている計画の数", lambda f: len(f.where(lambda p: _measured(f, p)))),
    N("人材育成関連で人事課ではないもの", lambda f: f.where(
        lambda p: "人材育成" in f.themes(p) and "人事課" not in f.departments(p))),
    N("DX関連の計画", touching("DX")),
    S("全計画のうちPDCAに当たる割合", lambda f: (len(touching("PDCA")(f)), 57)),
    W("1-3-3は2023年度に何をするんですか", lambda f: {
        m["text"] for m in f.milestones(f.plans()["1-3-3"])
        if m["first_year"] <= 2023 <= m["last_year"]}),
    W("主管の計画が3件以上の課", lambda f: {d for d, n in led_counts(f).items() if n >= 3}),
    C("主担当の計画が1件だけの課はいくつある", lambda f: list(led_counts(f).values()).count(1)),
    N("3課以上が共同で担当する計画", lambda f: f.where(lambda p: len(f.departments(p)) >= 3)),
    W("list the laws the plans rest on", lambda f: _laws(f, "law")),
    W("which ordinances do the plans follow?", lambda f: _laws(f, "ordinance")),
    W("Goals and the number of plans in each", lambda f: {f.name(g) for g in f.kind("Goal")}),
    N("市債権管理条例はどの計画で使われますか", "2-2-6"),
    W("外郭団体に関する計画の指標を見せて", lambda f: {
        f.nodes[i]["name"] for p in f.where(lambda p: "外郭団体" in words(f, p))
        for i in f.indicators(f.plans()[p])}),
    W("Which initiative contains 2-2-5?", "自主財源の確保・充実"),
    W("indicators of goal 3 whose unit is 件", lambda f: {
        f.nodes[i]["name"] for n, p in f.plans().items() if n[0] == "3" for i in f.indicators(p)
        if "件" in _units(f.nodes[i])}),
    C("1-3の取組事項に含まれる計画の指標の数", lambda f: sum(
        len(f.indicators(p)) for n, p in f.plans().items() if n.startswith("1-3-"))),
    N("plans with unknown cashless marks", lambda f: f.where(
        lambda p: "キャッシュレス" in f.nodes[p]["unknown_marks"])),
)  # fmt: skip
