"""Questions as five people typed them, fresh: of office, council, audit, and a citizen.

What each should get was counted from the graph before ``ask`` was asked.
"""

from __future__ import annotations

from collections import Counter

from tests.queries.asking.cases import C, Case, K, N, S, W, X, most, reached, touching
from tests.queries.asking.facts import Facts
from tests.queries.asking.typed_by_six import baseline, guideline_counts, target, theme_counts


def undisclosed(f: Facts, plan: str) -> bool:
    return not f.out[plan, "DISCLOSED_ON"] and not f.nodes[plan].get("disclosure_unknown")


def types(f: Facts, plan: str) -> set[str]:
    return {f.nodes[node]["type"] for node in f.out[plan, "GROUNDED_IN"]}


def counts_of_type(f: Facts, kind: str) -> dict[str, int]:
    """How many plans rest on each guideline of a sort, by name."""
    counts: Counter[str] = Counter()
    for plan in f.kind("Plan"):
        counts.update(f.name(n) for n in f.out[plan, "GROUNDED_IN"] if f.nodes[n]["type"] == kind)
    return dict(counts)


def partner_counts(f: Facts) -> dict[str, int]:
    return dict(Counter(partner for plan in f.kind("Plan") for partner in f.partners(plan)))


def leading(f: Facts) -> set[str]:
    return {
        f.name(edge["source"])
        for edge in f.edges
        if edge["type"] == "RESPONSIBLE_FOR" and edge["role"] == "lead"
    }


def parts_of_5less(f: Facts) -> set[str]:
    return {f.name(theme) for theme in f.kind("Theme") if f.out[theme, "PART_OF"]}


def disclosed_on(f: Facts, plan: str) -> set[str]:
    return {f.name(channel) for channel in f.out[plan, "DISCLOSED_ON"]}


TYPED_BY_FIVE: tuple[Case, ...] = (
    # The most of one sort of guideline, an aim in percent, what plans have to do with.
    W("計画が最も多い法律は", lambda f: most(f, counts_of_type(f, "law"))),
    W("最も多くの計画が基づく条例は何ですか", lambda f: most(f, counts_of_type(f, "ordinance"))),
    # Names that hold words, how many are asked for, and what is said of plans.
    N(
        "計画名に「推進」が入る計画は",
        lambda f: f.where(lambda p: "推進" in f.nodes[p]["title"]),
    ),
    N(
        "名称に公共施設を含む計画",
        lambda f: f.where(lambda p: "公共施設" in f.nodes[p]["title"]),
    ),
    K("一番新しく始まる計画は何ですか", "find 計画 --sort -開始年度 --top 1"),
    K("テーマが一番多い計画の担当課は", "find 計画 --sort -テーマ数 --top 1"),
    X("テーマが一番多い計画の指標は"),
    K("計画のない目標はありますか", "find 目標 --where 計画=無し"),
    K("推進という言葉が入った計画", "plans --text 推進"),
    K("計画の数が多い順に課を5つ", "find 所管課 --sort -計画数 --top 5"),
    X("指標がない計画を所管する課", "指標"),
    X("Which departments have no numeric target?"),
    K(
        "2022年度から2025年度まで続く計画は",
        "年度=2022 and 年度=2023 and 年度=2024 and 年度=2025",
    ),
    K("2023年度から2024年度に始まる計画", "開始年度=2023 or 開始年度=2024"),
    W("Which partner appears in the most plans?", lambda f: most(f, partner_counts(f))),
    X("公共施設に関係する計画の担当課を教えて", "公共施設"),
    # Of several some, others than what is named.
    N(
        "AI、RPA、BPRのうち2つ以上に触れている計画",
        lambda f: f.where(lambda p: len(f.themes(p) & {"AI", "RPA", "BPR"}) >= 2),
    ),
    N(
        "AIとRPAのうちどちらか1つだけに触れる計画",
        lambda f: f.where(lambda p: len(f.themes(p) & {"AI", "RPA"}) == 1),
    ),
    N(
        "plans touching at least two of AI, RPA and BPR",
        lambda f: f.where(lambda p: len(f.themes(p) & {"AI", "RPA", "BPR"}) >= 2),
    ),
    N(
        "福島県以外の団体と連携している計画",
        lambda f: f.where(lambda p: bool(f.partners(p) - {"福島県"})),
    ),
    N(
        "DX戦略課でない課が担当するDXの計画",
        lambda f: f.where(lambda p: "DX" in f.themes(p) and f.departments(p) - {"DX戦略課"}),
    ),
    N(
        "plans with partners other than 福島県",
        lambda f: f.where(lambda p: bool(f.partners(p) - {"福島県"})),
    ),
    # The parts of a theme, what two share, who else.
    W(
        "5レスのうち、いちばん多くの計画に触れられているのは",
        lambda f: most(f, {t: n for t, n in theme_counts(f).items() if t in parts_of_5less(f)}),
    ),
    K("2-2-1と2-2-2の共通点", "path 2-2-1 2-2-2"),
    W("財政課と公有資産マネジメント課に共通する根拠は", "郡山市公共施設等総合管理計画"),
    N(
        "2-3-1と同じ根拠に基づく計画",
        lambda f: f.where(lambda p: "郡山市公共施設等総合管理計画" in f.guidelines(p)) - {"2-3-1"},
    ),
    # What rests on plans of something.
    N("収納課の計画に依存している計画", "2-2-3"),
    N("指定管理者制度の計画に依存している計画", "2-1-1 3-2-1 3-2-3"),
    N("which plans does 2-1-1 rely on", "1-2-2 3-2-4"),
    N(
        "plans that nobody depends on in goal 3",
        lambda f: f.of_goal("3") & f.where(lambda p: not f.into[p, "DEPENDS_ON"]),
    ),
    # Yes or no, and which has less.
    K("AIの計画はRPAの計画より多いですか", "--compare AI RPA"),
    K("行政マネジメント課の計画は人事課の計画より多いか", "--compare 行政マネジメント課 人事課"),
    K("Are there more AI plans than RPA plans?", "--compare AI RPA"),
    X("which departments have more indicators than 人事課"),
    K(
        "キャッシュレスの計画が一番少ない目標",
        "テーマ=キャッシュレス --sort 件数 --top 1 --by 目標",
    ),
    # Words for a no, and what is not said twice.
    N(
        "根拠法令がなく情報公開もしていない計画",
        lambda f: f.where(lambda p: not f.guidelines(p) and undisclosed(f, p)),
    ),
    C(
        "現況値も目標値もない指標は何件ですか",
        lambda f: len(
            [i for i in f.kind("Indicator") if not target(f.nodes[i]) and not baseline(f.nodes[i])]
        ),
    ),
    K(
        "ペーパーレスの計画はあるがキャッシュレスの計画はない課",
        r"計画\(テーマ=キャッシュレス\)=無し and .*テーマ=ペーパーレス",
    ),
    W(
        "計画を1つも主管していない課",
        lambda f: {f.name(d) for d in f.kind("Department")} - leading(f),
    ),
    C(
        "number of departments that lead no plan",
        lambda f: len({f.name(d) for d in f.kind("Department")} - leading(f)),
    ),
    K("2025年度に予定がない計画", "--where .not 年度=2025"),
    K("plans running in 2024 but not in 2025", "年度=2024 and not 年度=2025"),
    # Types, units, tenths, numbers of one.
    S(
        "法律か条例に基づく計画の割合",
        lambda f: (len(f.where(lambda p: types(f, p) & {"law", "ordinance"})), 57),
    ),
    W(
        "目標値が9割以上の指標",
        lambda f: f.indicators_where(
            lambda n, _: target(n) and n["target"]["unit"] == "%" and n["target"]["value"] >= 90
        ),
    ),
    K("単位が円または千円の指標", "単位=円 or 単位=千円"),
    C(
        "1つの計画でしか根拠になっていない法令の数",
        lambda f: sum(number == 1 for number in guideline_counts(f).values()),
    ),
    C(
        "count indicators where the target is at least 90%",
        lambda f: len(
            [
                i
                for i in f.kind("Indicator")
                if (f.nodes[i].get("target") or {}).get("unit") == "%"
                and f.nodes[i]["target"]["value"] >= 90
            ]
        ),
    ),
    N("始まる年度も終わる年度もわからない計画", "2-3-4"),
    # One word for another, and what a plan prints otherwise.
    W("市税の収納率の目標は", "現年課税分徴収率 滞繰分と合わせた合計徴収率"),
    W("コンビニ交付の目標は何件？", "コンビニ交付件数"),
    W(
        "2-2-3の口座振替の目標は何%ですか",
        "保育料納付における口座振替等のキャッシュレス納付の割合",
    ),
    N("スマホ講座をやっている計画は", "1-3-1"),
    K("学校に関係する計画を教えていただきたい", "plans --text 学校"),
    # Shares of a part.
    S(
        "What share of goal 2 plans have no guideline?",
        lambda f: (
            len(f.of_goal("2") & f.where(lambda p: not f.guidelines(p))),
            len(f.of_goal("2")),
        ),
    ),
    W(
        "人事課の指標のうち、もう目標に届いているもの",
        lambda f: {
            name
            for name in reached(f)
            if any(
                f.nodes[i]["name"] == name and "人事課" in f.answering(i)
                for i in f.kind("Indicator")
            )
        },
    ),
    W(
        "SDGsのどのターゲットに一番多くの計画が貢献していますか",
        lambda f: most(
            f, Counter(f.name(s) for p in f.plans().values() for s in f.out[p, "CONTRIBUTES_TO"])
        ),
    ),
    N(
        "市政情報センターで公開されている計画",
        lambda f: f.where(lambda p: "市政情報センター" in disclosed_on(f, p)),
    ),
    N(
        "民間委託か指定管理者制度を使っている計画を全て挙げていただきたい",
        lambda f: touching("民間委託")(f) | touching("指定管理者制度")(f),
    ),
    K("原本から読み取れなかった点はどれですか", "check|find 確認事項"),
    # Each of two, none of all, the first of groups.
    N(
        "カイゼンとデジタル化のいずれにも触れない目標1の計画",
        lambda f: f.of_goal("1") & f.where(lambda p: not f.themes(p) & {"カイゼン", "デジタル化"}),
    ),
    W("何の計画にも触れられていないテーマはありますか", lambda _: set()),
    K("テーマごとの計画数を多い順に5つ", "--top 5 --by テーマ"),
    K("部署別の主管計画数", "--by 主管課"),
    # What is no question to this graph.
    X("こんにちは", "計画についての問い"),
    X("その計画の指標は", "「その」が何を指すのか"),
    X("What about 収納課?", "What about"),
    X("窓口", "窓口業務のオンライン化推進事業"),
    X("予算が一番大きい計画", "予算や決算の金額は"),
    X("副市長は誰ですか", "人の名前"),
    X("この計画で市民の負担は増えますか"),
)
