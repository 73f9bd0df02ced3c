"""Questions as six people typed them, fresh, before the rules for their kind were written.

A planner, a department head, a councillor, an auditor, a citizen, a journalist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from tests.queries.asking.cases import C, Case, K, N, S, W, department_counts
from tests.queries.asking.facts import Facts


def target(node: dict[str, Any]) -> Any:
    return node.get("target")


def baseline(node: dict[str, Any]) -> Any:
    return node.get("baseline")


def placed(counts: Mapping[str, int], place: int) -> set[str]:
    """What stands at a place of all values, the greatest first."""
    value = sorted(set(counts.values()), reverse=True)[place - 1]
    return {name for name, count in counts.items() if count == value}


def least(counts: Mapping[str, int]) -> set[str]:
    return {name for name, count in counts.items() if count == min(counts.values())}


def theme_counts(f: Facts) -> Counter[str]:
    return Counter(theme for plan in f.plans().values() for theme in f.themes(plan))


def guideline_counts(f: Facts) -> Counter[str]:
    return Counter(name for plan in f.plans().values() for name in f.guidelines(plan))


def indicators(f: Facts, test: Callable[[dict[str, Any], str], Any]) -> set[str]:
    return f.indicators_where(test)


TYPED_BY_SIX: tuple[Case, ...] = (
    W("計画数が2番目に多い課はどこですか", lambda f: placed(department_counts(f), 2)),
    N(
        "カイゼンに触れている計画でペーパーレスに触れていないものは",
        lambda f: f.where(
            lambda p: (
                "カイゼン" in f.themes(p)
                and "ペーパーレス" not in f.themes(p)
                and "ペーパーレス" not in f.nodes[p]["unknown_marks"]
            )
        ),
    ),
    N(
        "指標が3つ以上で現況値のない指標を持つ計画",
        lambda f: f.where(
            lambda p: (
                len(f.indicators(p)) >= 3
                and any(target(f.nodes[i]) and not baseline(f.nodes[i]) for i in f.indicators(p))
            )
        ),
    ),
    W(
        "所管課ごとの指標数を多い順に",
        lambda f: {d for i in f.kind("Indicator") for d in f.answering(i)},
    ),
    N(
        "収納課はキャッシュレスの計画を持っていますか",
        lambda f: f.where(
            lambda p: "収納課" in f.departments(p) and "キャッシュレス" in f.themes(p)
        ),
    ),
    K("介護保険課がなくなったら困る計画は", "impact 介護保険課"),
    N(
        "市民協働に関する計画をいくつ持っているのか、どの計画なのかを伺います。",
        lambda f: f.where(lambda p: "市民協働" in f.themes(p)),
    ),
    S(
        "目標値を定めていない計画が全体の何割あるのかお答えください",
        lambda f: (
            len(f.where(lambda p: not any(target(f.nodes[i]) for i in f.indicators(p)))),
            57,
        ),
    ),
    W(
        "女性委員登用率の目標値と現況値はいくらか",
        lambda f: {
            f.nodes[i]["name"] for i in f.kind("Indicator") if "女性委員" in f.nodes[i]["name"]
        },
    ),
    N(
        "根拠法令も数値目標もない計画",
        lambda f: f.where(
            lambda p: not f.guidelines(p) and not any(target(f.nodes[i]) for i in f.indicators(p))
        ),
    ),
    N(
        "情報公開の方法が記載されていない計画",
        lambda f: f.where(
            lambda p: not f.out[p, "DISCLOSED_ON"] and not f.nodes[p].get("disclosure_unknown")
        ),
    ),
    N(
        "担当課が3課以上にまたがる計画とその担当課",
        lambda f: f.where(lambda p: len(f.departments(p)) >= 3),
    ),
    W(
        "監査委員事務局の計画の根拠",
        lambda f: {g for p in f.plans_of("監査委員事務局") for g in f.guidelines(p)},
    ),
    S(
        "条例に基づく計画の割合",
        lambda f: (
            len(
                f.where(
                    lambda p: any(
                        f.nodes[g]["type"] == "ordinance" for g in f.out[p, "GROUNDED_IN"]
                    )
                )
            ),
            57,
        ),
    ),
    C(
        "AIを使っている課は全部でいくつ",
        lambda f: len(f.departments_of(lambda p: "AI" in f.themes(p))),
    ),
    K("DXとデジタル化はどう違うのか", "compare DX デジタル化"),
    W(
        "保育課 指標",
        lambda f: {f.nodes[i]["name"] for i in f.kind("Indicator") if "保育課" in f.answering(i)},
    ),
    N(
        "民間委託 目標3",
        lambda f: f.where(lambda p: "民間委託" in f.themes(p) and f.nodes[p]["number"][0] == "3"),
    ),
    N("ｶｲｾﾞﾝ の 計画", lambda f: f.where(lambda p: "カイゼン" in f.themes(p))),
    C("ぺーぱーれすの計画数", lambda f: len(f.where(lambda p: "ペーパーレス" in f.themes(p)))),
    W("計画が1件だけの課", lambda f: {d for d, n in department_counts(f).items() if n == 1}),
    N(
        "キャッシュレスとペーパーレスの両方に触れていて、収納課が担当していない計画",
        lambda f: f.where(
            lambda p: (
                {"キャッシュレス", "ペーパーレス"} <= f.themes(p)
                and "収納課" not in f.departments(p)
            )
        ),
    ),
    N(
        "目標2の計画を指標数の多い順に並べて",
        lambda f: f.where(lambda p: f.nodes[p]["number"][0] == "2"),
    ),
    N("取組事項2-2の計画", lambda f: f.where(lambda p: f.nodes[p]["number"].startswith("2-2-"))),
    N(
        "私は住宅政策課長です。うちの計画を教えてください",
        lambda f: f.where(lambda p: "住宅政策課" in f.departments(p)),
    ),
    C(
        "契約課は何件の計画を主管していますか",
        lambda f: sum(
            1
            for e in f.edges
            if e["type"] == "RESPONSIBLE_FOR"
            and e["source"].endswith("/契約課")
            and "lead" in str(e["role"])
        ),
    ),
    K("総務法務課がなくなると誰が困りますか", "impact 総務法務課"),
    C(
        "本市の計画のうち、AIもRPAも使っていないものは何件ありますか",
        lambda f: len(
            f.where(
                lambda p: (
                    not f.themes(p) & {"AI", "RPA"}
                    and not set(f.nodes[p]["unknown_marks"]) & {"AI", "RPA"}
                )
            )
        ),
    ),
    W(
        "指定管理者制度を導入する計画の担当課を伺います",
        lambda f: f.departments_of(lambda p: "指定管理者制度" in f.themes(p)),
    ),
    S(
        "数値目標がない計画は全体の何パーセントでしょうか",
        lambda f: (
            len(f.where(lambda p: not any(target(f.nodes[i]) for i in f.indicators(p)))),
            57,
        ),
    ),
    C(
        "SDGsの目標11に関する計画は何本ですか",
        lambda f: len(
            f.where(
                lambda p: any(f.name(s).split(".")[0] == "11" for s in f.out[p, "CONTRIBUTES_TO"])
            )
        ),
    ),
    K("財政課と契約課ではどちらが多く計画を持っていますか", "compare 財政課 契約課"),
    W(
        "目標値が現況値と同じ指標はどれか",
        lambda f: indicators(
            f,
            lambda n, _: (
                target(n) and baseline(n) and n["target"]["value"] == n["baseline"]["value"]
            ),
        ),
    ),
    C("確認事項は何件ありますか", 98),
    N(
        "公開先が市ウェブサイトだけの計画",
        lambda f: f.where(
            lambda p: {f.name(c) for c in f.out[p, "DISCLOSED_ON"]} == {"市ウェブサイト"}
        ),
    ),
    N(
        "指針に基づく計画のうち、所管課が2つ以上あるもの",
        lambda f: f.where(
            lambda p: (
                any(f.nodes[g]["type"] == "guideline" for g in f.out[p, "GROUNDED_IN"])
                and len(f.departments(p)) >= 2
            )
        ),
    ),
    N(
        "ホームページで公開されている計画は？",
        lambda f: f.where(
            lambda p: "市ウェブサイト" in {f.name(c) for c in f.out[p, "DISCLOSED_ON"]}
        ),
    ),
    K("DX戦略課が消滅したらどの計画に影響が及ぶか", "impact DX戦略課"),
    K("地方自治法が改正された場合に影響を受ける課", "impact 地方自治法"),
    N(
        "収納課 キャッシュレス",
        lambda f: f.where(
            lambda p: "収納課" in f.departments(p) and "キャッシュレス" in f.themes(p)
        ),
    ),
    N("単独所管の計画", lambda f: f.where(lambda p: len(f.departments(p)) == 1)),
    S(
        "2課以上が関わる計画の割合",
        lambda f: (len(f.where(lambda p: len(f.departments(p)) >= 2)), 57),
    ),
    W("関係団体の一覧", lambda f: {f.name(x) for x in f.kind("Partner")}),
    N("指標が2つの計画", lambda f: f.where(lambda p: len(f.indicators(p)) == 2)),
    W(
        "当課は健康長寿課ですが、担当している個別取組はありますでしょうか",
        lambda f: {
            f.name(c)
            for c in f.kind("Component")
            if "健康長寿課" in {f.name(d) for d in f.into[c, "RESPONSIBLE_FOR"]}
        },
    ),
    W(
        "国際政策課の計画は何に基づいていますか",
        lambda f: {g for p in f.plans_of("国際政策課") for g in f.guidelines(p)},
    ),
    W(
        "市民協働に取り組む課は全部でいくつあり、それはどこですか",
        lambda f: f.departments_of(lambda p: "市民協働" in f.themes(p)),
    ),
    K("PFIとPPPのどちらの計画が多いか", "compare PFI PPP"),
    W("計画に最も多く引用されている法令は何か", lambda f: placed(guideline_counts(f), 1)),
    K("収納課の負担は市全体の何パーセントですか", "workload --department 収納課"),
    S(
        "指標のうち、現況値が判明しているものは何割ですか",
        lambda f: (sum(bool(baseline(f.nodes[i])) for i in f.kind("Indicator")), 135),
    ),
    N("根拠が3つ以上の計画", lambda f: f.where(lambda p: len(f.guidelines(p)) >= 3)),
    C(
        "主管課が監査委員事務局でない計画は何件",
        lambda f: (
            57
            - sum(
                1
                for e in f.edges
                if e["type"] == "RESPONSIBLE_FOR"
                and e["source"].endswith("/監査委員事務局")
                and "lead" in str(e["role"])
            )
        ),
    ),
)
