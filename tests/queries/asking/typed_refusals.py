"""More questions as six people typed them, and what must be refused or hold for one thing."""

from __future__ import annotations

from collections import Counter

from tests.queries.asking.cases import C, Case, K, N, S, W, X, department_counts
from tests.queries.asking.typed_by_six import (
    baseline,
    guideline_counts,
    indicators,
    least,
    placed,
    target,
)

TYPED_REFUSALS: tuple[Case, ...] = (
    C(
        "情報公開が不明な計画の数",
        lambda f: len(f.where(lambda p: f.nodes[p].get("disclosure_unknown"))),
    ),
    W("減少を目指す指標", lambda f: indicators(f, lambda n, _: n.get("direction") == "decrease")),
    W("カルチャーパークは誰が管理しているの", lambda _: {"カルチャーパーク"}),
    W("LINEのおともだち数の目標は？", "LINEのおともだち数"),
    N(
        "広報こおりやまに載る計画を知りたい",
        lambda f: f.where(
            lambda p: "広報こおりやま" in {f.name(c) for c in f.out[p, "DISCLOSED_ON"]}
        ),
    ),
    W("計画を最も多く抱える部署と、その件数", lambda f: placed(department_counts(f), 1)),
    S(
        "AIを導入しない計画は何割か",
        lambda f: (
            len(
                f.where(
                    lambda p: "AI" not in f.themes(p) and "AI" not in f.nodes[p]["unknown_marks"]
                )
            ),
            57,
        ),
    ),
    N(
        "ICTとマイナンバー 両方",
        lambda f: f.where(lambda p: {"ICT", "マイナンバー"} <= f.themes(p)),
    ),
    W("根拠ごとの計画数を多い順に", lambda f: set(guideline_counts(f))),
    W(
        "現況値が50%未満の指標",
        lambda f: indicators(
            f,
            lambda n, _: (
                baseline(n)
                and n["baseline"]["unit"] == "%"
                and n["baseline"]["value"] is not None
                and n["baseline"]["value"] < 50
            ),
        ),
    ),
    N(
        "テーマが5つ以上の計画を多い順に",
        lambda f: f.where(lambda p: len(f.out[p, "TOUCHES"]) >= 5),
    ),
    W(
        "住宅政策課は数値目標を持っていますか",
        lambda f: {
            f.nodes[i]["name"]
            for i in f.kind("Indicator")
            if "住宅政策課" in f.answering(i) and target(f.nodes[i])
        },
    ),
    C("この計画全体で指標はいくつ設定されていますか。", 135),
    N(
        "指標が最も多い計画と、その担当課をお示しください。",
        lambda f: {
            n
            for n, p in f.plans().items()
            if len(f.indicators(p)) == max(len(f.indicators(q)) for q in f.plans().values())
        },
    ),
    C(
        "SDGsに貢献しない計画は何件ありますか。",
        lambda f: len(f.where(lambda p: not f.out[p, "CONTRIBUTES_TO"])),
    ),
    W(
        "デジタル化に関する計画の所管課を列挙してください",
        lambda f: f.departments_of(lambda p: "デジタル化" in f.themes(p)),
    ),
    S(
        "行政マネジメント課の計画が全体に占める割合は",
        lambda f: (len(f.plans_of("行政マネジメント課")), 57),
    ),
    C(
        "収納課の計画のうち、いくつが条例に基づいていますか",
        lambda f: len(
            [
                p
                for p in f.plans_of("収納課")
                if any(f.nodes[g]["type"] == "ordinance" for g in f.out[p, "GROUNDED_IN"])
            ]
        ),
    ),
    W("計画を3件以上持つ課", lambda f: {d for d, n in department_counts(f).items() if n >= 3}),
    N(
        "地方自治法または行政手続法に基づく計画",
        lambda f: f.where(lambda p: {"地方自治法", "行政手続法"} & f.guidelines(p)),
    ),
    C(
        "監査基準に基づく計画の件数",
        lambda f: len(f.where(lambda p: "郡山市監査基準" in f.guidelines(p))),
    ),
    W(
        "最も計画が少ない目標は",
        lambda f: least(
            Counter(
                f.name(h2)
                for p in f.plans().values()
                for h in f.into[p, "HAS_PART"]
                for h2 in f.into[h, "HAS_PART"]
            )
        ),
    ),
    N("財政課・契約課の計画", lambda f: f.where(lambda p: {"財政課", "契約課"} & f.departments(p))),
    W(
        "民間委託の計画の指標",
        lambda f: {
            f.nodes[i]["name"]
            for p in f.plans().values()
            if "民間委託" in f.themes(p)
            for i in f.indicators(p)
        },
    ),
    W(
        "数値目標が3つ以上ある計画の所管課",
        lambda f: {
            d
            for p in f.plans().values()
            if sum(bool(target(f.nodes[i])) for i in f.indicators(p)) >= 3
            for d in f.departments(p)
        },
    ),
    C("取組事項1-4に属する計画の数", lambda f: len([n for n in f.plans() if n.startswith("1-4-")])),
    W(
        "目標3に関わっている課の一覧",
        lambda f: f.departments_of(lambda p: f.nodes[p]["number"][0] == "3"),
    ),
    W(
        "オープンデータに関する計画は誰の担当か",
        lambda f: f.departments_of(lambda p: "オープンデータ" in f.themes(p)),
    ),
    N("根拠が地方公務員法の計画", lambda f: f.where(lambda p: "地方公務員法" in f.guidelines(p))),
    W(
        "セーフコミュニティ認証センターと連携する計画はどこの課のものか",
        lambda f: f.departments_of(lambda p: "セーフコミュニティ認証センター" in f.partners(p)),
    ),
    W(
        "目標値が1000以上の指標",
        lambda f: indicators(
            f,
            lambda n, _: (
                target(n) and n["target"]["value"] is not None and n["target"]["value"] >= 1000
            ),
        ),
    ),
    C("計画書全体でテーマはいくつありますか", 29),
    C("課の数", 42),
    C("法令・指針は全部でいくつ引用されていますか", 44),
    N(
        "人材育成に触れていて根拠法令がある計画",
        lambda f: f.where(lambda p: "人材育成" in f.themes(p) and f.guidelines(p)),
    ),
    N(
        "行政マネジメント課が関わり、かつ目標3に属する計画",
        lambda f: f.where(
            lambda p: "行政マネジメント課" in f.departments(p) and f.nodes[p]["number"][0] == "3"
        ),
    ),
    N(
        "行政マネジメント課の計画のうち指標が1つしかないもの",
        lambda f: f.where(
            lambda p: "行政マネジメント課" in f.departments(p) and len(f.indicators(p)) == 1
        ),
    ),
    W(
        "2-3-7の指標と現況値",
        lambda f: {f.nodes[i]["name"] for i in f.indicators(f.plans()["2-3-7"])},
    ),
    W("開成山公園の担当課", "開成山公園"),
    C("計画数が5件以下の課は何課", lambda f: sum(n <= 5 for n in department_counts(f).values())),
    W(
        "ペーパーレスにもキャッシュレスにも取り組む課",
        lambda f: (
            f.departments_of(lambda p: "ペーパーレス" in f.themes(p))
            & f.departments_of(lambda p: "キャッシュレス" in f.themes(p))
        ),
    ),
    W(
        "DX戦略課以外でDXに取り組んでいる課はどこか",
        lambda f: f.departments_of(lambda p: "DX" in f.themes(p)) - {"DX戦略課"},
    ),
    K("収納課の計画は何年度に始まりますか", "開始年度"),
    W(
        "PDCAに触れる計画の根拠となっている法令",
        lambda f: {g for p in f.plans().values() if "PDCA" in f.themes(p) for g in f.guidelines(p)},
    ),
    # None of these can be answered as asked: each is refused, or asks which share it is.
    S("財政課の計画はすべて目標1に属していますか", (0, 4)),
    X("収納課は廃止されますか", "廃止されます"),
    X("Will 収納課 be abolished?"),
    X("PFIって何ですか", "って何ですか"),
    K(
        "カウンターレスの印がある計画は何件で、どの課が担当しているか",
        "find 計画 --where 印=カウンターレス$",
    ),
    X("現況値から最も伸ばす指標"),
    X("税務課の計画", "税務"),
    X("キャツシュレスの計画", "キャッシュレス"),
    # Of plans that there are none of, and what must hold for one and the same.
    K("AIの計画を持たない課", r"計画\(テーマ=AI\)=無し"),
    K("根拠のない計画を持たない課はいくつ", r"計画\(根拠=無し\)=無し. --count"),
    K("現況値のない指標が2つ以上ある計画", r"指標\(現況値=無し and 目標値=有\)>=2"),
    K("収納課の計画はどの計画に依存していますか", r"依存元\(所管課=収納課\)=有"),
    K("市民課に依存している計画はありますか", r"依存先\(所管課=市民課\)=有"),
    K("収納課を財政課に統合したら", "収納課.財政課=財政課"),
    K("2-2-5を財政課に移管したら", "--hand-over 2-2-5=財政課"),
    K("2-2-5は収納課の計画ですか", "番号=2-2-5 and 所管課=収納課"),
    K("目標1でも2でもない計画", "not 目標=1 and not 目標=2"),
    K("1計画あたりの指標数の平均", "find 計画 --of 指標数"),
    K("所管課ごとの平均指標数", "find 計画 --by 所管課 --of 指標数"),
    K("所管課ごとの計画数の平均", "find 所管課 --of 計画数"),
    K("年度ごとの計画数", "find 計画 --by 年度"),
    K("収納課の確認事項", "find 確認事項 --where 所管課=収納課"),
    K("確認事項が一番多い計画", "find 確認事項 .*--by 計画"),
)
