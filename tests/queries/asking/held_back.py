"""More questions about the bundled plan, held back while the rules for their kind were written."""

from __future__ import annotations

from collections.abc import Callable

from tests.queries.asking.cases import (
    C,
    Case,
    K,
    N,
    S,
    W,
    X,
    department_counts,
    disclosure_unknown_of,
    held_by,
    most,
    reached,
    touching,
    without_baseline,
)
from tests.queries.asking.facts import Facts


def _not_touching(theme: str) -> Callable[[Facts], set[str]]:
    return lambda f: f.where(
        lambda p: theme not in f.themes(p) and theme not in f.nodes[p]["unknown_marks"]
    )


HELD_BACK: tuple[Case, ...] = (
    N("保健福祉総務課が絡んでいる計画", held_by("保健福祉総務課")),
    N(
        "ｷｬｯｼｭﾚｽ 目標2",
        lambda f: f.where(
            lambda p: "キャッシュレス" in f.themes(p) and f.nodes[p]["number"].startswith("2-")
        ),
    ),
    N("働き方改革に取り組んでいる計画はありますでしょうか。", touching("働き方改革")),
    N("民間委託を進めている計画を挙げてください", touching("民間委託")),
    N(
        "どのテーマにも触れていない計画",
        lambda f: f.where(lambda p: not f.themes(p) and not f.nodes[p]["unknown_marks"]),
    ),
    N("行政手続法を根拠とする計画は何ですか", "3-4-6"),
    N("オープンガバメント推進協議会が関与する計画", "1-3-2"),
    X("国の機関である総務省が関わる計画"),
    N(
        "目標値が一つもない計画",
        lambda f: f.where(lambda p: not any(f.nodes[i].get("target") for i in f.indicators(p))),
    ),
    N(
        "2つ以上の計画に依存している計画",
        lambda f: f.where(lambda p: len(f.out[p, "DEPENDS_ON"]) >= 2),
    ),
    N(
        "個別取組が3つ以上ある計画はどれですか",
        lambda f: f.where(lambda p: len(f.components(p)) >= 3),
    ),
    N(
        "2023年度に始まり、DXに関わる計画",
        lambda f: f.where(lambda p: min(f.years(p), default=0) == 2023 and "DX" in f.themes(p)),
    ),
    W("集中管理車両台数を何台にする計画ですか", "集中管理車両台数"),
    W("オープンデータ公開件数の現状と目標を教えてください", "オープンデータ公開件数"),
    W("目標が30000件/年の指標", "コンビニ交付件数"),
    W(
        "現況値が0の指標",
        lambda f: f.indicators_where(
            lambda n, _: n.get("baseline") and n.get("baseline")["value"] == 0
        ),
    ),
    K("3-2-2の指標は何がありますか", "3-2-2"),
    W("徴収率の指標をすべて", lambda f: f.indicators_where(lambda n, _: "徴収率" in n["name"])),
    W("スマートフォン体験講座はどの課がやるの？", "スマートフォン体験講座"),
    N("公用車の計画の担当課", "2-3-7"),
    W(
        "カイゼンに関わっていない課は",
        lambda f: (
            {f.name(d) for d in f.kind("Department")}
            - f.departments_of(lambda p: "カイゼン" in f.themes(p))
        ),
    ),
    W("福島県と連携しているのはどの課", "国保税収納課"),
    C(
        "人事課の指標はいくつありますか",
        lambda f: len([i for i in f.kind("Indicator") if "人事課" in f.answering(i)]),
    ),
    C(
        "目標2の計画のうち根拠法令がないものは何件",
        lambda f: len(
            f.where(lambda p: f.nodes[p]["number"].startswith("2-") and not f.guidelines(p))
        ),
    ),
    C("関係団体の数は？", 11),
    S("全指標のうち現況値のないものの割合", lambda f: (len(without_baseline(f)), 135)),
    S(
        "数値目標のある計画の割合",
        lambda f: (
            len(f.where(lambda p: any(f.nodes[i].get("target") for i in f.indicators(p)))),
            57,
        ),
    ),
    K("いちばん指標が少ない課はどこですか", "find 指標 --sort 件数 --top 1 --by 所管課"),
    W(
        "計画が一番少ないテーマは何ですか",
        lambda f: {
            t
            for t in {f.name(t) for t in f.kind("Theme")}
            if sum(t in f.themes(p) for p in f.plans().values())
            == min(
                sum(u in f.themes(p) for p in f.plans().values())
                for u in {f.name(t) for t in f.kind("Theme")}
            )
        },
    ),
    K("市民課が廃止になったらどこに影響が出ますか", "impact 市民課"),
    X("保育課を廃止すると、どの計画の担当がいなくなりますか", "担当"),
    K("行政手続法が改正されたときの影響は", "impact 行政手続法"),
    K("収納課と国保税収納課の違いは何ですか", "--compare 収納課 国保税収納課"),
    W(
        "総務法務課と監査委員事務局に共通するテーマ",
        lambda f: f.themes_of("総務法務課") & f.themes_of("監査委員事務局"),
    ),
    K("女性活躍に関する計画は", "--text 女性活躍"),
    N(
        "plans of 財政課 without a guideline",
        lambda f: f.where(lambda p: "財政課" in f.departments(p) and not f.guidelines(p)),
    ),
    W("What is the baseline of 下水道接続率?", "下水道接続率"),
    N(
        "plans that start this year",
        lambda f: f.where(lambda p: min(f.years(p), default=0) == 2024),
    ),
    C(
        "How many plans have more than one department?",
        lambda f: len(f.where(lambda p: len(f.departments(p)) > 1)),
    ),
    N(
        "plans not published",
        lambda f: f.where(
            lambda p: not f.out[p, "DISCLOSED_ON"] and not disclosure_unknown_of(f, p)
        ),
    ),
    X("2-2-1は必要ですか"),
    X("決算額が一番大きい計画は"),
    X("株価"),
    X("職員の給料は上がりますか"),
    X("Is 収納課 doing a good job?"),
    N("生涯学習課が関わっている計画はどれですか", held_by("生涯学習課")),
    N(
        "人事課の計画でペーパーレスに触れていないもの",
        lambda f: f.where(
            lambda p: "人事課" in f.departments(p) and "ペーパーレス" not in f.themes(p)
        ),
    ),
    N("PDCAを回している計画はどれ？", touching("PDCA")),
    N("官民連携の計画を教えてください", touching("PPP")),
    N("dxの計画", touching("DX")),
    N(
        "機能的な行政運営の構築に属する計画のうちRPAに触れているもの",
        lambda f: f.where(lambda p: f.nodes[p]["number"].startswith("1-") and "RPA" in f.themes(p)),
    ),
    N("郡山市指定管理者制度ガイドラインを踏まえた計画", "3-2-4"),
    N(
        "方針を根拠とする計画",
        lambda f: f.where(
            lambda p: any(f.nodes[g]["type"] == "policy" for g in f.out[p, "GROUNDED_IN"])
        ),
    ),
    N("福島県が関係する計画ってある？", "2-2-2"),
    N("SDGs 5.2 の計画", "3-1-2"),
    N("担当課が5つある計画", lambda f: f.where(lambda p: len(f.departments(p)) == 5)),
    N(
        "令和5年度から始まる行政マネジメント課の計画",
        lambda f: f.where(
            lambda p: (
                min(f.years(p), default=0) == 2023 and "行政マネジメント課" in f.departments(p)
            )
        ),
    ),
    N(
        "3-2-4に頼っている計画はどれですか",
        lambda f: f.where(lambda p: f.plans()["3-2-4"] in f.out[p, "DEPENDS_ON"]),
    ),
    W("定期健康診断の受診率の目標値を教えてください", "定期健康診断・人間ドックの受診率"),
    W("市民協働の満足度はいくつを目指していますか", "市民協働の満足度"),
    W("未利用財産売却・貸付金額の目標額は", "未利用財産売却・貸付金額"),
    W("キャッシュレス決済比率の目標と現況", "キャッシュレス決済比率(金額ベース)"),
    W(
        "財政課の指標で現況値のないもの",
        lambda f: f.indicators_where(
            lambda n, i: "財政課" in f.answering(i) and n.get("target") and not n.get("baseline")
        ),
    ),
    K("単位が回の指標", "単位=回|--unit 回"),
    W("学校給食調理業務の民間委託は誰の仕事ですか", "学校給食調理業務の民間委託"),
    W("研修受講者満足度の担当", "研修受講者満足度"),
    W(
        "RPAに取り組んでいる課はどこですか",
        lambda f: f.departments_of(lambda p: "RPA" in f.themes(p)),
    ),
    W(
        "キャッシュレスに触れていない計画を担当している課",
        lambda f: f.departments_of(
            lambda p: (
                "キャッシュレス" not in f.themes(p)
                and "キャッシュレス" not in f.nodes[p]["unknown_marks"]
            )
        ),
    ),
    C(
        "指標が一つもない計画は何件ありますか",
        lambda f: len(f.where(lambda p: not f.indicators(p))),
    ),
    C(
        "減少を目標とする指標の数",
        lambda f: sum(f.nodes[i].get("direction") == "decrease" for i in f.kind("Indicator")),
    ),
    C("地方自治法に基づく計画はいくつ", 2),
    S(
        "根拠法令のない計画は全体の何割を占めていますか",
        lambda f: (len(f.where(lambda p: not f.guidelines(p))), 57),
    ),
    W(
        "5レスの計画が一番多い課はどこですか",
        lambda f: most(
            f,
            {
                d: sum(d in f.departments(p) and "5レス" in f.themes(p) for p in f.plans().values())
                for d in department_counts(f)
            },
        ),
    ),
    K("計画の多い順に課を並べて", "所管課 --sort -計画数"),
    W(
        "現況値が最も低い%の指標は何ですか",
        lambda f: f.indicators_where(
            lambda n, _: (
                n.get("baseline")
                and n.get("baseline")["unit"] == "%"
                and n.get("baseline")["value"] == 5.7
            )
        ),
    ),
    K("河川課を道路維持課に統合したらどうなる？", "whatif.*河川課.*道路維持課"),
    K("人事課と財政課の違いを教えて", "--compare 人事課 財政課"),
    K("前の計画から変わった点は", "compare"),
    N("plans with at least 3 departments", lambda f: f.where(lambda p: len(f.departments(p)) >= 3)),
    W(
        "Which indicators of 収納課 have been reached?",
        lambda f: f.indicators_where(
            lambda n, i: "収納課" in f.answering(i) and n["name"] in reached(f)
        ),
    ),
    S(
        "What percentage of plans under goal 2 touch キャッシュレス?",
        lambda f: (
            len(
                f.where(
                    lambda p: (
                        "キャッシュレス" in f.themes(p) and f.nodes[p]["number"].startswith("2-")
                    )
                )
            ),
            len(f.of_goal("2")),
        ),
    ),
    W("What is the target for LINEのおともだち数?", "LINEのおともだち数"),
    X("Who wrote this plan?"),
    X("計画に反対する人は何人"),
    X("税率は何%ですか"),
    X("天気と計画の関係は"),
    X("なぜ計画が57件もあるのですか"),
    C("目標2に属する計画の件数を教えてください", lambda f: len(f.of_goal("2"))),
    C(
        "カウンターレスに印のある計画の数は",
        lambda f: len(f.where(lambda p: "カウンターレス" in f.marked(p))),
    ),
    C("来年度に始まる計画はいくつありますか", lambda f: len(f.begin_in(2025))),
    W("指標が一番多い計画はどれですか", "業務委託の効果的な活用"),
    W(
        "根拠法令の最も多い計画はどれか",
        lambda f: most(f, {f.name(p): len(f.guidelines(p)) for p in f.plans().values()}),
    ),
    W("計画が多い上位3つの課はどこですか", "行政マネジメント課 DX戦略課 人事課 財政課 総務法務課"),
    N(
        "情報公開がない計画を教えて",
        lambda f: f.where(
            lambda p: not f.out[p, "DISCLOSED_ON"] and not disclosure_unknown_of(f, p)
        ),
    ),
    N(
        "目標1以外の計画でキャッシュレスに触れるもの",
        lambda f: f.where(
            lambda p: "キャッシュレス" in f.themes(p) and not f.nodes[p]["number"].startswith("1-")
        ),
    ),
    N("DXとAIとRPAすべてに関わる計画", touching("DX", "AI", "RPA")),
    N(
        "目標1か目標2のDXの計画",
        lambda f: f.where(lambda p: "DX" in f.themes(p) and f.nodes[p]["number"][0] in "12"),
    ),
    K("保育課と収納課の指標を比べて", "--compare 保育課 収納課"),
    N("DX戦略課と生涯学習課が共に担当する計画", "1-3-1"),
    S(
        "DX戦略課の計画のうちAIを使うものの割合",
        lambda f: (
            sum("AI" in f.themes(p) for p in f.plans_of("DX戦略課")),
            len(f.plans_of("DX戦略課")),
        ),
    ),
    W("情報セキュリティ遵守率の目標は何パーセントですか", "情報セキュリティ遵守率"),
    W(
        "育児休業を取得する男性職員の割合を30%以上にするのは誰ですか",
        "育児休業を取得する男性職員の割合",
    ),
    W("人事評価結果に基づく昇給制度の実施はどの課の担当か", "人事評価結果に基づく昇給制度の実施"),
    W(
        "指定管理者制度に関わっている課をすべて教えて",
        lambda f: f.departments_of(lambda p: "指定管理者制度" in f.themes(p)),
    ),
    K("1-2-2と2-1-1はどうつながる？", "path 1-2-2 2-1-1"),
    K("観光に関する計画はありますか", "--text 観光"),
    K("収納課が廃止されたら何に影響しますか", "impact 収納課"),
    K("広聴広報課を広報課に名称変更したら", "whatif.*広聴広報課=広報課"),
    N(
        "2-3-1に依存している計画を挙げてください",
        lambda f: f.where(lambda p: f.plans()["2-3-1"] in f.out[p, "DEPENDS_ON"]),
    ),
    N("印の有無が不明な計画", lambda f: f.where(lambda p: f.nodes[p]["unknown_marks"])),
    N(
        "plans that touch AI but not RPA",
        lambda f: f.where(lambda p: "AI" in f.themes(p) and "RPA" not in f.themes(p)),
    ),
    S("What is the share of plans touching DX?", lambda f: (len(touching("DX")(f)), 57)),
    W("Who is responsible for カルチャーパーク?", "カルチャーパーク"),
    K("plans mentioning 災害", "災害"),
    C("How many departments are there?", 42),
    X("Should we abolish 収納課?"),
    X("仙台市の計画と比較して"),
    X("2-2-5の執行額は"),
    X("次の市長選はいつですか"),
    C("指標が5つ以上ある計画は何件", lambda f: len(f.where(lambda p: len(f.indicators(p)) >= 5))),
    C(
        "人事課の計画でAIに触れているものは何件",
        lambda f: len(f.where(lambda p: "人事課" in f.departments(p) and "AI" in f.themes(p))),
    ),
    W("もっとも多くの課にまたがる計画", "公有資産活用による税外収入の確保"),
    X("計画数が2番の課"),
    N(
        "情報セキュリティまたはオープンデータに触れる計画",
        lambda f: f.where(lambda p: f.themes(p) & {"情報セキュリティ", "オープンデータ"}),
    ),
    N("指標に現況値のない計画", "1-3-1 1-3-7 2-3-2 3-4-7"),
    S(
        "ペーパーレスに取り組む計画は何%ありますか",
        lambda f: (len(touching("ペーパーレス")(f)), 57),
    ),
    W("橋梁の修繕数の目標", "修繕実施の橋梁数"),
    W(
        "受診率を100%にするのはどの課ですか",
        lambda f: f.indicators_where(lambda n, _: "受診率" in n["name"]),
    ),
    W(
        "目標値が20件以下の指標",
        lambda f: f.indicators_where(
            lambda n, _: (
                n.get("target")
                and (n.get("target")["unit"] or "").startswith("件")
                and n.get("target")["value"] <= 20
            )
        ),
    ),
    W("学校給食の民間委託はどこの課が担当ですか", "学校給食調理業務の民間委託"),
    W(
        "オープンデータに取り組んでいる課はどこですか",
        lambda f: f.departments_of(lambda p: "オープンデータ" in f.themes(p)),
    ),
    K("1-2-3が3-3-1に依存しているのはなぜですか", "path 1-2-3 3-3-1"),
    N("令和6年度から開始する計画", lambda f: f.begin_in(2024)),
    K("女性の登用に関する計画", "女性"),
    K("スポーツ振興課が廃止された場合の影響は？", "impact スポーツ振興課"),
    K("河川課と道路維持課を統合した場合", "whatif.*河川課.*道路維持課"),
    N("情報公開が不明の計画", lambda f: f.where(lambda p: disclosure_unknown_of(f, p))),
    W(
        "目標2の計画に関わる団体",
        lambda f: {x for q, p in f.plans().items() if q.startswith("2-") for x in f.partners(p)},
    ),
    C("計画 何件", 57),
    N("List the plans of 市民税課", held_by("市民税課")),
    K("Which indicators should increase at 収納課?", r"方向=増やす and 所管課=収納課"),
    K("impact of abolishing 総務法務課", "impact 総務法務課"),
    X("Can you write a poem?"),
    X("収納課の残業は多いですか"),
    X("計画のコストを教えて"),
    X("市民からの苦情は何件ですか"),
)
