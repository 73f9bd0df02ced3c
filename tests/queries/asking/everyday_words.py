"""Everyday words around a question, asides, corrections, and units in words (日常の言い回し)."""

from __future__ import annotations

from typing import Any

from tests.queries.asking.cases import C, Case, K, N, S, W, X
from tests.queries.asking.facts import Facts


def _in_percent(facts: Facts, least: float) -> set[str]:
    """The indicators with a target in percent of at least a value."""

    def reaches(node: dict[str, Any], _: str) -> bool:
        target = node.get("target") or {"unit": "", "value": 0}
        return bool(target["unit"] == "%" and target["value"] >= least)

    return facts.indicators_where(reaches)


def _only_by_parts(facts: Facts, department: str) -> set[str]:
    """The plans of which a department has a part, and no role of its own."""

    def holds(plan: str) -> bool:
        own = {facts.name(d) for d in facts.into[plan, "RESPONSIBLE_FOR"]}
        return department in facts.departments(plan) and department not in own

    return facts.where(holds)


def _disclosed_on_site(facts: Facts) -> tuple[int, int]:
    plans = facts.plans().values()
    on_site = [
        plan
        for plan in plans
        if "市ウェブサイト" in {facts.name(c) for c in facts.out[plan, "DISCLOSED_ON"]}
    ]
    return len(on_site), len(plans)


def _without_guideline(facts: Facts, theme: str) -> set[str]:
    return facts.where(lambda p: theme in facts.themes(p) and not facts.guidelines(p))


_CHILDCARE_LEAVE = "育児休業を取得する男性職員の割合"
_CLOSED = "情報公開=無し and テーマ=人材育成"

EVERYDAY_WORDS: tuple[Case, ...] = (
    W("List indicators whose target is at least 90 percent", lambda f: _in_percent(f, 90)),
    W("indicators with a target of at least 50 per cent", lambda f: _in_percent(f, 50)),
    W("目標値が90パーセント以上の指標", lambda f: _in_percent(f, 90)),
    K(
        "今年度、財政課は何をすることになっていますか",
        'find 取組内容 .*所管課=財政課 and 年度=2024"$',
    ),
    K("What will 財政課 do in 2024?", 'find 取組内容 .*所管課=財政課 and 年度=2024"$'),
    K(
        "令和7年度に情報セキュリティで予定されていることは",
        'find 取組内容 --where "テーマ=情報セキュリティ and 年度=2025"$',
    ),
    W("滞納者数を減らす目標を立てているのはどの課か", "滞納者数"),
    N(
        "plans about regional cooperation that do not name any guideline",
        lambda f: _without_guideline(f, "広域連携"),
    ),
    W("What is the target of 下水道接続率 and who is in charge?", "下水道接続率"),
    S("what share of the plans is open on the city website?", _disclosed_on_site),
    K(
        "What would change if 市民税課 and 収納課 were merged?",
        r"--merge-departments 市民税課\+収納課=市民税課$",
    ),
    W("Which theme is the most common across plans?", "5レス"),
    N(
        "総務法務課が主管ではなく個別取組だけで関わっている計画は？",
        lambda f: _only_by_parts(f, "総務法務課"),
    ),
    C(
        "総務法務課が個別取組だけで関わっている計画は何件",
        lambda f: len(_only_by_parts(f, "総務法務課")),
    ),
    K(
        "郡山市更生園の件は、どの課がいつ何をやるんですか",
        "find 行動計画 --where 個別取組=郡山市更生園$",
    ),
    K("収納課の件で、計画はいくつありますか", "--where 所管課=収納課 --count$"),
    K(
        "監査の立場から聞きますが、人材育成に関わる計画のなかで、情報公開をしていないことが確かなものと、"
        "それを所管している課を挙げてください",
        f'find 計画 --where "{_CLOSED}"$',
    ),
    K("市民の視点でお伺いしますが、収納課の計画は何件ですか", "--where 所管課=収納課 --count$"),
    K("警告になっている確認事項はいくつあって、どの計画ですか", "check --severity warning$"),
    N("目標2の計画はいくつあって、どれですか", lambda f: f.of_goal("2")),
    K("広報広聴の課、じゃなくて広聴広報課がなくなったらどうなる？", "impact 広聴広報課$"),
    K("収納課の計画、じゃなくて指標は", "find 指標 --where 所管課=収納課$"),
    K("AI、じゃなくてRPAの計画", "find 計画 --where テーマ=RPA$"),
    K("AIの計画は何件あって、どの課がやっていますか", "plans --theme AI$"),
    K("令和6年度に予定されていることは", "find 取組内容 --where 年度=2024$"),
    K("What is planned for 人事課 in 2024?", 'find 取組内容 .*所管課=人事課 and 年度=2024"$'),
    W("男性職員の育児休業取得率、今どれくらいで目標はいくつですか", _CHILDCARE_LEAVE),
    # What is refused names only what nobody knows, in the words that were typed, and the offers
    # keep what is wanted.
    X("What is the target for the sewer connection rate?", "「sewer」「rate」を読み取れません"),
    X("市民税課と収納課をひょいと統合したらどうなる", ": 市民税課と収納課を統合したらどうなるか /"),
    X("AIに触れていないごにゃごにゃな計画", ": AIに触れていない計画 /"),
    X("警告の確認事項をひょいと計画に", ": 警告の確認事項 /"),
    X("令和7年度の警告と目標値", "「令和7年度」「目標値」がほかの言葉とどう関わるのか"),
)
