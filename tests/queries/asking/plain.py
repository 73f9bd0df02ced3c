"""The plainest questions, short ones too: what people of a city hall type first."""

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
    held_by,
    most,
    touching,
)
from tests.queries.asking.facts import Facts


def _without_target(f: Facts) -> set[str]:
    return f.where(lambda p: not any(f.nodes[i].get("target") for i in f.indicators(p)))


def _hidden(f: Facts) -> set[str]:
    return f.where(
        lambda p: not f.out[p, "DISCLOSED_ON"] and not f.nodes[p].get("disclosure_unknown")
    )


def _marked(theme: str) -> Callable[[Facts], set[str]]:
    return lambda f: f.where(lambda p: theme in f.marked(p))


def _led(f: Facts, department: str) -> set[str]:
    edges = [e for e in f.edges if e["type"] == "RESPONSIBLE_FOR" and e.get("role") == "lead"]
    plans = {e["target"] for e in edges if f.name(e["source"]) == department}
    return f.where(lambda p: p in plans)


def _second(f: Facts) -> set[str]:
    counts = department_counts(f)
    second = sorted(counts.values())[-2]
    return {name for name, count in counts.items() if count == second}


def _indicators_by_goal(f: Facts) -> dict[str, int]:
    goals = {f.name(goal): f.of_goal(f.nodes[goal]["number"]) for goal in f.kind("Goal")}
    plans = f.plans()
    return {g: sum(len(f.indicators(plans[n])) for n in numbers) for g, numbers in goals.items()}


PLAIN: tuple[Case, ...] = (
    # No target is set.
    N("目標値がまだ決まっていない計画はありますか", _without_target),
    N("目標値が定まっていない計画を教えて", _without_target),
    N("目標値が決まってない計画ってある？", _without_target),
    N("plans whose target is not decided yet", _without_target),
    N("Which plans have no target set?", _without_target),
    # What two things have in common.
    K("収納課と国保税収納課の共通点は", "find 計画 --compare 収納課 国保税収納課"),
    K("収納課と国保税収納課に共通するもの", "find 計画 --compare 収納課 国保税収納課"),
    K("収納課と国保税収納課で共通していることは何ですか", "--compare 収納課 国保税収納課"),
    K("What do 収納課 and 国保税収納課 have in common?", "--compare 収納課 国保税収納課"),
    K("収納課と保育課の計画の共通点", "find 計画 --compare 収納課 保育課"),
    N("収納課と保育課に共通する計画", lambda _: set()),
    # To whom it is disclosed.
    N("市民に公開していない計画", _hidden),
    N("住民に公開されていない計画", _hidden),
    N("市民向けに公表していない計画はどれですか", _hidden),
    N("plans not disclosed to the public", _hidden),
    N("plans that are not disclosed to citizens", _hidden),
    # Marks.
    N(
        "ペーパーレスに○がついているのに目標値がない計画",
        lambda f: _marked("ペーパーレス")(f) & _without_target(f),
    ),
    N(
        "ペーパーレスに丸が付いているけれど目標値のない計画",
        lambda f: _marked("ペーパーレス")(f) & _without_target(f),
    ),
    N("キャッシュレスに○がある計画", _marked("キャッシュレス")),
    K("AIに印があるのにDXに印がない計画", "印=AI and not 印=DX"),
    K("DXに触れていてペーパーレスに印がある計画", "テーマ=DX and 印=ペーパーレス"),
    # Shares and burdens.
    K("行政マネジメント課の負担は全体の何％", "workload --department 行政マネジメント課"),
    K("行政マネジメント課の業務負担は全体のどのくらいですか", "workload --department"),
    K("What share of the workload does 収納課 carry?", "workload --department 収納課"),
    S(
        "行政マネジメント課は何割を担っている",
        lambda f: (len(f.plans_of("行政マネジメント課")), 57),
    ),
    S("What share of plans touches cashless?", lambda f: (len(touching("キャッシュレス")(f)), 57)),
    S("what percentage of plans touch paperless", lambda f: (len(touching("ペーパーレス")(f)), 57)),
    # Means and sums: values of a unit only.
    K("単位が％の指標の平均目標値", "--where .*単位=.* --by 単位 --of 目標値"),
    K("単位が％の指標の目標値の合計は", "--where .*単位=.* --by 単位 --of 目標値"),
    K("average target of indicators in %", "--where .*単位=.* --by 単位 --of 目標値"),
    K("収納課の指標の現況値の平均", "--where 所管課=収納課 --by 単位 --of 現況値"),
    X("計画数の平均は", "平均"),
    C("収納課と保育課の計画は合計何件", lambda f: len(held_by("収納課")(f) | held_by("保育課")(f))),
    # Who leads, and who only takes part.
    K("How many plans does 財政課 lead?", "主管課=財政課 --count"),
    C("How many plans does 財政課 lead?", lambda f: len(_led(f, "財政課"))),
    N("Plans led by 人事課", lambda f: _led(f, "人事課")),
    N("Which plans does 人事課 lead?", lambda f: _led(f, "人事課")),
    N("主管課が市民課の計画", lambda f: _led(f, "市民課")),
    N("市民課が主管課を務める計画", lambda f: _led(f, "市民課")),
    # What the graph has not.
    X("個人情報保護法に基づく計画", "「個人情報保護法」という名称の法令・指針は"),
    X("個人情報保護条例に基づく計画はありますか", "「個人情報保護条例」という名称の法令・指針は"),
    X("市長の名前は"),
    X("予算が一番大きい計画", "予算"),
    # A few words.
    N("キャッシュレス 収納課", lambda f: touching("キャッシュレス")(f) & held_by("収納課")(f)),
    C("DX 何件", lambda f: len(touching("DX")(f))),
    N(
        "cashless plans 2023",
        lambda f: touching("キャッシュレス")(f) & f.where(lambda p: f.runs(p, 2023)),
    ),
    N("2-2-5", "2-2-5"),
    C("目標3 何件", lambda f: len(f.of_goal("3"))),
    C("保育課 計画数", lambda f: len(held_by("保育課")(f))),
    W("指標のない課", lambda _: set()),
    S(
        "担当が2課以上の計画は何割",
        lambda f: (len(f.where(lambda p: len(f.departments(p)) > 1)), 57),
    ),
    # Ranks.
    W("2番目に計画が多い課", _second),
    W("Which department has the second most plans?", _second),
    W("一番多くの計画を担当している課", lambda f: most(f, department_counts(f))),
    W(
        "目標の中で一番計画が多いのは",
        lambda f: most(
            f, {f.name(g): len(f.of_goal(f.nodes[g]["number"])) for g in f.kind("Goal")}
        ),
    ),
    X("計画が一番多い課と一番少ない課", "少ない"),
    X("目標値が一番高い指標と一番低い指標", "低い"),
    X("計画が最も多く指標が最も少ない課", "少ない"),
    # Two side by side, years, and the rest of a whole.
    K("収納課と市民課どちらが計画が多い", "find 計画 --compare 収納課 市民課"),
    K("目標1と目標2どちらが多い", "find 計画 --compare 1 2"),
    K("R5に終わるのは", "find 計画 --where 終了年度=2023"),
    K("令和5年度に始まるのは", "find 計画 --where 開始年度=2023"),
    N(
        "キャッシュレス以外の5レスに触れている計画",
        lambda f: f.where(
            lambda p: {"カウンターレス", "ペーパーレス", "ファイルレス", "ムーブレス"} & f.themes(p)
        ),
    ),
    N("キャッシュレス化を進めている計画", touching("キャッシュレス")),
    N(
        "収納課が担当していてDXに触れていない計画",
        lambda f: held_by("収納課")(f) - touching("DX")(f),
    ),
    C("AIかRPAを使う計画は何件ありますか", lambda f: len(touching("AI")(f) | touching("RPA")(f))),
    S(
        "根拠法令のない計画は全体の何％ですか",
        lambda f: (len(f.where(lambda p: not f.guidelines(p))), 57),
    ),
    C("団体と連携していない計画は何件", lambda f: len(f.where(lambda p: not f.partners(p)))),
    N("3つ以上の課が担当する計画", lambda f: f.where(lambda p: len(f.departments(p)) >= 3)),
    C(
        "目標値が100%の指標はいくつありますか",
        lambda f: sum(
            target["value"] == 100 and target["unit"] == "%"
            for i in f.kind("Indicator")
            if (target := f.nodes[i].get("target"))
        ),
    ),
    N(
        "テーマが一番多い計画",
        lambda f: most(f, {n: len(f.out[p, "TOUCHES"]) for n, p in f.plans().items()}),
    ),
    # Numbers that are conditions, and numbers that are asked for.
    N("指標数が5以上の計画", lambda f: f.where(lambda p: len(f.indicators(p)) >= 5)),
    C("指標数が5以上の計画は何件", lambda f: len(f.where(lambda p: len(f.indicators(p)) >= 5))),
    W(
        "計画を3件より多く担当する課",
        lambda f: {d for d, n in department_counts(f).items() if n > 3},
    ),
    C("計画を2つ以上持つ課は何課", lambda f: sum(n > 1 for n in department_counts(f).values())),
    X("キャッシュレスに触れている計画の担当課と件数", "件数"),
    # Plans that are narrowed by what they have, and their values.
    N(
        "財政課の担当する計画で根拠法令のあるもの",
        lambda f: held_by("財政課")(f) & f.where(f.guidelines),
    ),
    N(
        "人事課または財政課の計画のうち根拠法令のないもの",
        lambda f: (held_by("人事課")(f) | held_by("財政課")(f)) - f.where(f.guidelines),
    ),
    N(
        "キャッシュレスに触れていて、かつ収納課か市民課が担当する計画",
        lambda f: touching("キャッシュレス")(f) & (held_by("収納課")(f) | held_by("市民課")(f)),
    ),
    N(
        "2つ以上の課が担当し、指標が3つ以上ある計画",
        lambda f: f.where(lambda p: len(f.departments(p)) > 1 and len(f.indicators(p)) > 2),
    ),
    N(
        "人事課の計画のうち、AIにもRPAにも触れていないもの",
        lambda f: held_by("人事課")(f) - touching("AI")(f) - touching("RPA")(f),
    ),
    K("市民課の計画の目標値", "find 指標 --where 所管課=市民課"),
    K("目標値が一番高いのは", "find 指標 --sort -目標値 --top 1"),
    K("現況値が最も低いものは", "find 指標 --sort 現況値 --top 1"),
    # The site, partners, laws, orders.
    N(
        "市のホームページで公開している計画",
        lambda f: f.where(lambda p: "市ウェブサイト" in map(f.name, f.out[p, "DISCLOSED_ON"])),
    ),
    K("plans not disclosed on the website", 'find 計画 --where "not 情報公開=市ウェブサイト"'),
    N("パートナーのいる計画", lambda f: f.where(f.partners)),
    W(
        "laws",
        lambda f: {f.name(g) for g in f.kind("Guideline") if f.nodes[g]["type"] == "law"},
    ),
    K("list departments by number of plans", "find 所管課 --sort -計画数$"),
    N(
        "令和5年度 キャッシュレス",
        lambda f: touching("キャッシュレス")(f) & f.where(lambda p: f.runs(p, 2023)),
    ),
    C("DXを担当しているのは何課", lambda f: len(f.departments_of(lambda p: "DX" in f.themes(p)))),
    S(
        "目標2のうちキャッシュレスに触れる計画は何割",
        lambda f: (len(f.of_goal("2") & touching("キャッシュレス")(f)), len(f.of_goal("2"))),
    ),
    C("How many plans touch both AI and RPA?", lambda f: len(touching("AI", "RPA")(f))),
    X("収納課の職員は何人", "職員"),
    X("収納課の電話番号", "電話番号"),
    X("Which plan is the most expensive?", "expensive"),
    X("一番重要な計画は", "重要"),
    # What looks like another question.
    W(
        "キャッシュレスの計画をやっているのはどこ",
        lambda f: f.departments_of(lambda p: "キャッシュレス" in f.themes(p)),
    ),
    W("指標を一番多く持つ目標", lambda f: most(f, _indicators_by_goal(f))),
    N("収納課の計画で団体と連携しているもの", lambda f: held_by("収納課")(f) & f.where(f.partners)),
    S("DXに関係ない計画は何割", lambda f: (57 - len(touching("DX")(f)), 57)),
    K("一番目標値が高い指標", "find 指標 --sort -目標値 --top 1"),
    K("一番高い目標の指標", "find 指標 --sort -目標値 --top 1"),
    K("indicators in goal 3", "find 指標 --where 重点推進目標=3"),
    C(
        "How many departments have more than five plans?",
        lambda f: sum(n > 5 for n in department_counts(f).values()),
    ),
    N("財政課だけが担当している計画", lambda f: f.where(lambda p: f.departments(p) == {"財政課"})),
    C("他の計画に依存している計画は何件", lambda f: len(f.where(lambda p: f.out[p, "DEPENDS_ON"]))),
    W("収納課と一緒に計画を担当している課", lambda _: set()),
    W("保育課と一緒に計画を持っている課はどこ？", "学校管理課 教育総務部総務課"),
    K("average number of indicators per plan", "find 計画 --of 指標数"),
    X("Which plans are behind schedule?", "behind"),
    # Who leads the most, and words for a part of a theme in English.
    K("which department leads the most plans", "find 所管課 --sort -主管数 --top 1"),
    K("主管している計画が一番多い課", "find 所管課 --sort -主管数 --top 1"),
    K(
        "キャッシュレスの計画を一番多く主管している課",
        "find 計画 --where テーマ=キャッシュレス --top 1 --by 主管課",
    ),
    K("lead department of 2-2-5", "find 計画 --where 番号=2-2-5 --fields 主管課"),
    K("telework plans", "find 計画 --where テーマ=テレワーク"),
    N("目標値が未定の計画", _without_target),
    X("主管課が2つ以上ある計画", "主管課"),
    X("主管課でない課", "主管課"),
    K("2-2-5の主管課は", "番号=2-2-5"),
    N("収納課が主管ではない計画", lambda f: set(f.plans()) - _led(f, "収納課")),
    K("収納課で達成していない指標", 'find 指標 --where "not 達成=有 and 所管課=収納課"'),
    K("市民課で2025年度に終わらない計画", 'where "not 終了年度=2025 and 所管課=市民課"'),
    K("収納課で公開していない計画", 'where "not 情報公開=有 and 所管課=収納課"'),
)
