"""Questions as six people typed them in English, before the rules for their kind were written.

A planner, a department head, a councillor, an auditor, a citizen, a journalist.
"""

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
    theme_counts,
)

TYPED_ENGLISH: tuple[Case, ...] = (
    C("How many plans does the 収納課 have?", lambda f: len(f.plans_of("収納課"))),
    W("Which department has the fewest plans?", lambda f: least(department_counts(f))),
    W("What is the most common theme?", lambda f: placed(theme_counts(f), 1)),
    N("Plans with exactly one indicator", lambda f: f.where(lambda p: len(f.indicators(p)) == 1)),
    N("plans with at least two guidelines", lambda f: f.where(lambda p: len(f.guidelines(p)) >= 2)),
    N(
        "plans that began before 2023",
        lambda f: f.where(lambda p: 0 < min(f.years(p), default=0) < 2023),
    ),
    W(
        "indicators with a target between 50% and 80%",
        lambda f: indicators(
            f,
            lambda n, _: (
                target(n)
                and n["target"]["unit"] == "%"
                and n["target"]["value"] is not None
                and 50 <= n["target"]["value"] <= 80
            ),
        ),
    ),
    S(
        "What percentage of plans touch DX?",
        lambda f: (len(f.where(lambda p: "DX" in f.themes(p))), 57),
    ),
    K("compare 収納課 with 国保税収納課", "compare 収納課 国保税収納課"),
    K("What would happen if 収納課 were merged with 市民税課?", "merge-departments 収納課"),
    K("Why are 2-2-5 and 2-2-1 connected?", "path 2-2-5 2-2-1"),
    N(
        "cashless plans not run by 収納課",
        lambda f: f.where(
            lambda p: "キャッシュレス" in f.themes(p) and "収納課" not in f.departments(p)
        ),
    ),
    N(
        "list all plans of DX戦略課 that mention RPA",
        lambda f: f.where(lambda p: "DX戦略課" in f.departments(p) and "RPA" in f.themes(p)),
    ),
    N(
        "Which plans involve more than two departments?",
        lambda f: f.where(lambda p: len(f.departments(p)) > 2),
    ),
    C(
        "how many departments work on cashless?",
        lambda f: len(f.departments_of(lambda p: "キャッシュレス" in f.themes(p))),
    ),
    N(
        "plans grounded in a law",
        lambda f: f.where(
            lambda p: any(f.nodes[g]["type"] == "law" for g in f.out[p, "GROUNDED_IN"])
        ),
    ),
    W("which theme has the second most plans", lambda f: placed(theme_counts(f), 2)),
    S(
        "what share of indicators have a baseline?",
        lambda f: (sum(bool(baseline(f.nodes[i])) for i in f.kind("Indicator")), 135),
    ),
    K("When does 2-2-5 end?", "終了年度"),
    N(
        "show plans with no guideline that belong to goal 2",
        lambda f: f.where(lambda p: not f.guidelines(p) and f.nodes[p]["number"][0] == "2"),
    ),
    C(
        "how many indicators does 人事課 have",
        lambda f: len([i for i in f.kind("Indicator") if "人事課" in f.answering(i)]),
    ),
    N(
        "Which plan has the third most indicators?",
        lambda f: f.where(
            lambda p: (
                len(f.indicators(p))
                == sorted({len(f.indicators(q)) for q in f.plans().values()}, reverse=True)[2]
            )
        ),
    ),
    N(
        "plans starting before 2023 and touching AI",
        lambda f: f.where(lambda p: "AI" in f.themes(p) and min(f.years(p), default=9999) < 2023),
    ),
    W(
        "which indicators are measured in %?",
        lambda f: indicators(
            f, lambda n, _: any((n.get(k) or {}).get("unit") == "%" for k in ("target", "baseline"))
        ),
    ),
    N(
        "plans that touch neither AI nor RPA",
        lambda f: f.where(
            lambda p: (
                not f.themes(p) & {"AI", "RPA"}
                and not set(f.nodes[p]["unknown_marks"]) & {"AI", "RPA"}
            )
        ),
    ),
    K("what do 収納課 and 市民課 have in common", "compare 収納課 市民課"),
    W(
        "which departments have plans without guidelines",
        lambda f: f.departments_of(lambda p: not f.guidelines(p)),
    ),
    K("give me the targets for 2-2-5", "計画=2-2-5"),
    S(
        "What percentage of 人事課's plans touch ペーパーレス?",
        lambda f: (
            len([p for p in f.plans_of("人事課") if "ペーパーレス" in f.themes(p)]),
            len(f.plans_of("人事課")),
        ),
    ),
    C("How many plans are there in total?", 57),
    W("number of plans per theme, highest first", lambda f: set(theme_counts(f))),
    N(
        "plans with exactly two departments",
        lambda f: f.where(lambda p: len(f.departments(p)) == 2),
    ),
    C(
        "how many plans have no target?",
        lambda f: len(f.where(lambda p: not any(target(f.nodes[i]) for i in f.indicators(p)))),
    ),
    W(
        "list departments in charge of only one plan",
        lambda f: {d for d, n in department_counts(f).items() if n == 1},
    ),
    K("plans led by 総務法務課", "主管課=総務法務課"),
    N(
        "Which plans are not disclosed anywhere?",
        lambda f: f.where(
            lambda p: not f.out[p, "DISCLOSED_ON"] and not f.nodes[p].get("disclosure_unknown")
        ),
    ),
    W(
        "what are the indicators of 2-2-1 and their baselines",
        lambda f: {f.nodes[i]["name"] for i in f.indicators(f.plans()["2-2-1"])},
    ),
    W(
        "Which laws are cited by only one plan?",
        lambda f: {
            g
            for g, n in guideline_counts(f).items()
            if n == 1
            and any(f.nodes[x]["type"] == "law" for x in f.kind("Guideline") if f.name(x) == g)
        },
    ),
    K("difference between 収納課 and 人事課", "compare 収納課 人事課"),
    W("What are the goals?", lambda f: {f.name(g) for g in f.kind("Goal")}),
    N(
        "plans by 人事課 that have at least three indicators",
        lambda f: f.where(lambda p: "人事課" in f.departments(p) and len(f.indicators(p)) >= 3),
    ),
    W(
        "Which departments are involved in paperless plans?",
        lambda f: f.departments_of(lambda p: "ペーパーレス" in f.themes(p)),
    ),
    N("List plans touching AI or RPA", lambda f: f.where(lambda p: f.themes(p) & {"AI", "RPA"})),
    N(
        "plans without disclosure",
        lambda f: f.where(
            lambda p: not f.out[p, "DISCLOSED_ON"] and not f.nodes[p].get("disclosure_unknown")
        ),
    ),
    N(
        "the plan with the most departments",
        lambda f: {
            n
            for n, p in f.plans().items()
            if len(f.departments(p)) == max(len(f.departments(q)) for q in f.plans().values())
        },
    ),
    W(
        "What ordinances are plans based on?",
        lambda f: {f.name(g) for g in f.kind("Guideline") if f.nodes[g]["type"] == "ordinance"},
    ),
    W("themes of 収納課", lambda f: f.themes_of("収納課")),
    N(
        "do any plans rest on the 地方自治法?",
        lambda f: f.where(lambda p: "地方自治法" in f.guidelines(p)),
    ),
    N("plans involving 福島県", lambda f: f.where(lambda p: "福島県" in f.partners(p))),
    K("what changes if 地方自治法 is amended?", "impact 地方自治法"),
    W(
        "least common theme",
        lambda f: least(Counter({f.name(t): theme_counts(f)[f.name(t)] for t in f.kind("Theme")})),
    ),
    W(
        "is there a department with more than ten plans?",
        lambda f: {d for d, n in department_counts(f).items() if n > 10},
    ),
    K("how much of the workload does 収納課 carry?", "workload --department 収納課"),
    K("plans with no guideline that belong to goal 2", "根拠=無し and 目標=2"),
    K("departments with no plans touching AI", "not テーマ=AI"),
    K("plans under goals 1 and 2", "目標=1 or 目標=2"),
    K("what is the median number of indicators per plan?", "find 計画 --of 指標数"),
    K("number of plans by year", "find 計画 --by 年度"),
    K("the second most common theme", "find テーマ --sort -計画数 --place 2"),
    K("plans that will be completed before 2025", "終了年度<2025"),
    K("Is 2-2-5 the responsibility of 収納課?", "番号=2-2-5 and 所管課=収納課"),
    K("what if 収納課 is merged into 財政課?", "収納課.財政課=財政課"),
    K("which plan has the most findings", "find 確認事項 .*--by 計画"),
    X("plans that involve other departments", "other"),
    K(
        "Which departments share plans with 収納課?",
        r"計画\(所管課=収納課\)=有 and not 名称=収納課",
    ),
)
