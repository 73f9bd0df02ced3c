"""Questions in English, by kinds of words: requests, clauses, fiscal years, spellings of themes."""

from __future__ import annotations

from tests.queries.asking.cases import C, Case, K, N, S, T, W, X, held_by, touching

ENGLISH: tuple[Case, ...] = (
    # What rests on something that is no plan is what a change of it affects, never plans about it.
    K("Which plans depend on DX?", "^keikaku impact DX$"),
    K("DXに依存している計画は", "^keikaku impact DX$"),
    K("Which plans depend on cashless plans?", "依存先.テーマ=キャッシュレス"),
    X("plans that do not depend on DX", "depend on"),
    # Requests.
    N("Display the plans of goal 2", lambda f: f.of_goal("2")),
    N("Get the plans of 収納課", held_by("収納課")),
    N("I would like to see the plans that involve RPA", touching("RPA")),
    N("Can I see the plans about AI", touching("AI")),
    # Clauses that say what a plan touches.
    N("Is there a plan that concerns open data?", touching("オープンデータ")),
    N("plans on the topic of AI", touching("AI")),
    N("plans dealing with RPA", touching("RPA")),
    N("plans marked moveless", touching("ムーブレス")),
    N("cash-less plans", touching("キャッシュレス")),
    N("Plans tagged paper-less and cash-less", touching("ペーパーレス", "キャッシュレス")),
    T("plans not touching DX and AI"),
    # Words of the plan in English; an English word that is nowhere in it is not searched for.
    N("Are there any plans on drones?", "2-3-2"),
    X("plans that mention blockchain", "blockchain"),
    X("Who is involved in plan 3-1-1 besides the city?", "city"),
    # Fiscal years.
    C("How many milestones are there in FY2024?", lambda f: len([
        1 for m in f.kind("Milestone")
        if (f.nodes[m].get("first_year") or 9999) <= 2024 <= (f.nodes[m].get("last_year") or 0)
    ])),
    K("milestones scheduled for fiscal year 2023", "find 行動計画 --where 年度=2023$"),
    K("what is planned for 2025", "find 取組内容 --where 年度=2025$"),
    K("What happens in FY24?", "find 行動計画 --where 年度=2024$"),
    # Findings, units, and what is missing.
    W("findings by severity", "info warning"),
    K("which plans have warnings", "重要度=warning --by 計画"),
    K("警告のある計画", "重要度=warning --by 計画"),
    K("indicators measured in yen", "単位=円$"),
    K("indicators in thousand yen", "単位=千円$"),
    K("indicators whose baseline is missing", "現況値=無し and 目標値=有"),
    K("Compare the workload of 総務法務課 vs 人事課", "--compare 総務法務課 人事課"),
    S("What percentage of the plans is paper-free?", lambda f: (
        len(f.where(lambda p: "ペーパーレス" in f.themes(p))), 57)),
    # Values, years and dependencies.
    K("Which indicators have a target higher than 80%?", "目標値>「80%」\"$"),
    K("indicators whose target is the same as the baseline", "差=0$"),
    K("indicators that are to be lowered", "方向=減らす$"),
    K("Which plans run until 2025?", "終了年度=2025$"),
    K("How many milestones start each year?", "--by 開始年度$"),
    N("plans that depend on nothing", lambda f: f.where(lambda p: not f.out[p, "DEPENDS_ON"])),
    N("Which plan do most plans depend on?", "3-2-4 3-3-1"),
    K("Does 2-2-5 depend on 2-2-1?", "番号=2-2-5 and 依存先=2-2-1"),
    N("Which plans touch all five -less themes?", touching(
        "キャッシュレス", "ペーパーレス", "カウンターレス", "ファイルレス", "ムーブレス")),
    K("What is plan 1-3-1 about?", "^keikaku plan 1-3-1$"),
    K("Describe 2-2-1", "^keikaku plan 2-2-1$"),
    K("how many indicators still have to be reached?", "not 達成=有\" --count$"),
    N("Plans where 公園緑地課 takes part but does not lead", "3-2-3"),
    C("How many plans contribute to SDGs?", 3),
    N("Which plans of goal 1 are not about any 5レス theme?", "1-2-1 1-2-3 1-4-7"),
    K("I am a citizen, who is in charge of the city website plan 3-4-2?", "計画=3-4-2"),
    W("Which law is the basis of 3-4-7?", "地方自治法"),
    K("What happens if we cancel 3-2-4?", "^keikaku impact 3-2-4$"),
    X("percentage of paperless plans per goal", "percentage"),
    K("what is uncertain about 2-2-5?", "find 確認事項 --where 計画=2-2-5$"),
    K("when does the period of the plan end", "find 計画書 --fields 推進期間の初年度"),
    X("Should we abolish 収納課?", "Should"),
)  # fmt: skip
"""Sentences with their answers, on the bundled graph."""
