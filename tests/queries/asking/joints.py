"""Parts of a sentence that a command may join wrongly: lists, choices, comparisons, two questions.

A wrong answer is much worse than a refusal, so most of these are refused with the part.
"""

from __future__ import annotations

from tests.queries.asking.cases import C, Case, K, N, W, X

JOINTS: tuple[Case, ...] = (
    # Two lists side by side are not the plans on both.
    N("収納課の計画とAIの計画", "1-2-2 1-3-3 1-3-8 2-2-1 2-2-5 2-2-6"),
    N("収納課の計画と保育課の計画", "2-2-1 2-2-3 2-2-5 2-2-6 3-2-2"),
    N("plans of 収納課 and plans about AI", "1-2-2 1-3-3 1-3-8 2-2-1 2-2-5 2-2-6"),
    C("収納課の計画とAIの計画は何件", 6),
    X("収納課の計画とAIの計画の目標値"),
    X("目標1の計画や2024年度に始まる計画", "計画"),
    # One of both is enough.
    X("収納課の計画か2024年度に始まる計画", "計画"),
    X("収納課の計画で、指標が3つ以上か根拠があるもの", "3つ以上"),
    X("目標値か現況値がない指標", "目標値"),
    X("plans with no indicators or no guidelines", "no"),
    X("plans with no indicators or without guidelines"),
    N("AIの計画かDXの計画", "1-2-2 1-3-1 1-3-3 1-3-5 1-3-8"),
    # Neither: no half of it is denied alone.
    X("AIの計画もDXの計画も持たない課", "持たない"),
    X("DXの計画もAIの計画もない課", "ない"),
    # One question at a time.
    X("収納課の計画は？指標は？", "一つ"),
    X("収納課の計画は何件で、指標は何件ですか", "計画"),
    X("収納課は計画がいくつ、指標がいくつありますか", "計画"),
    X("how many indicators rise and how many fall", "how many"),
    # What indicators measure is not how many there are of them.
    X("件数が増える指標", "件数"),
    X("件数が減る指標", "件数"),
    X("件数の指標", "件数"),
    X("割合を高める指標はいくつ", "割合"),
    X("割合を下げる指標", "割合"),
    K("増やす方針の指標", "find 指標 --where 方向=増やす$"),
    K("方針に基づく計画", "--where 根拠の種別=方針$"),
    # A comparison is no condition on one of both values.
    X("目標値が現況値より上がらない指標", "より"),
    K("目標値が現況値より低い指標", r"差<0"),
    K("現況値より目標値が大きい指標", r"差>0"),
    X("収納課より計画が多い課", "多い"),
    X("which plans have more indicators than 1-1-1", "than"),
    # One leads, the other takes part.
    K("収納課が主管で保育課が関わる計画", "主管課=収納課 and 所管課=保育課"),
    X("収納課が主管で、保育課が共管の計画", "共管"),
    # A part of a plan has departments that share it, and none that leads.
    W("広告事業を共管する課", "広告事業"),
    W("広告事業の共管課", "広告事業"),
    X("plans that 収納課 only takes part in", "only"),
    K("収納課だけが所管する計画", "所管課=収納課 and 所管課数=1"),
    X("収納課の計画で連携しているもの", "連携"),
    X("which department works most with 財政課", "most"),
    X("収納課の計画が最も多い課はどこですか", "最も"),
    # What has it is asked for, not what it has.
    X("計画の課が1つのもの", "課"),
    X("課の計画が1つのもの", "計画"),
    # Whether all are so: with how many of how many.
    K("are all plans about AI", "--where テーマ=AI --share$"),
    X("are all plans of 収納課 about AI", "all"),
    X("do all departments have plans", "all"),
    X("does every plan have an indicator", "every"),
    X("すべての計画に指標がありますか", "すべて"),
    # Roles of indicators are not stated; people are not in the graph.
    X("成果指標のない計画", "成果指標"),
    X("担当者は誰ですか", "人の名前"),
    # Exceptions.
    X("AIの計画以外で収納課が持つ計画", "以外"),
    X("indicators other than those in %", "other than"),
    X("収納課を除くすべての課の計画"),
    N("plans not of 収納課 but about AI", "1-2-2 1-3-3 1-3-8"),
    X("plans that are neither about AI nor of 収納課", "neither"),
    # Two values of one thing, and what is and is not.
    X("目標値が50%か100%の指標"),
    X("指標が2つ未満か5つ以上の計画", "2つ"),
    X("達成した指標と達成していない指標", "達成"),
    X("達成した指標と達成していない指標の数", "達成"),
    K("指標が2つ以上5つ以下の計画", "指標数>=2 and 指標数<=5"),
    X("最も目標値が高い課", "目標値"),
    X("割合が50%以上の指標", "割合"),
    X("departments that share no plan", "share"),
    X("departments which do not share plans with 収納課"),
    K("indicators without target but with baseline", "目標値=無し and 現況値=有"),
    K("plans where no indicator is reached", "指標.達成=有.=無し"),
    N("plans about AI other than those of DX戦略課", "1-2-2 1-3-8"),
    X("plans about AI but not only AI", "only"),
)
