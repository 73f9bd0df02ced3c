"""Parts of names that several things have, numbers in a unit, and who answers for a part."""

from __future__ import annotations

from tests.queries.asking.cases import C, Case, K, N, W, X

PARTS_OF_NAMES: tuple[Case, ...] = (
    # A part of a name means nothing where things of other plans, or headings, have it too.
    X("使用料の担当課は", "料"),
    X("センターの計画は", "センター"),
    X("センターの目標は", "センター"),
    X("行政手続の目標は", "手続"),
    X("下水道の担当課は", "下水道"),
    X("マネジメントの担当課は"),
    K("行政運営の担当はどこ", r"--where .行政運営 in 本文.$"),
    # … but where only one plan has it, it does.
    W("保育料の目標は", lambda f: f.indicators_where(
        lambda n, _: n["name"].startswith("保育料") or n["name"] == "現年度徴収率")),
    K("LINEの友だちを22,000人にするのはどこの課？", "指標名=LINEのおともだち数"),
    # A word for a part of a theme is that, and no part of a partner's name.
    N("電子化に関する計画", "1-3-7"),
    # What has a name wins over what has it in a longer one; pieces mean the one that has them all.
    W("外部監査の実施はいつ", "外部監査の実施"),
    K("When will 外部監査の実施 take place?", "外部監査の実施 in 内容"),
    W("学校用務員の委託はどの課が受け持っていますか", "学校用務員業務の民間委託"),
    W("学校給食の調理の担当は", "学校給食調理業務の民間委託"),
    W("人件費の削減額はいくらですか", lambda f: f.indicators_where(
        lambda n, _: "人件費削減額" in n["name"])),
    W("学校給食の人件費削減額の目標はいくらですか", lambda _: {
        "人件費削減額(単年度)", "人件費削減額(1999年度からの累計)"}),
    W("開催数の目標は", lambda f: f.indicators_where(lambda n, _: "開催数" in n["name"])),
    # A number in the unit of indicators is theirs, no count and no share of plans.
    W("コンビニ交付は今、年間何件くらいありますか", "コンビニ交付件数"),
    W("オープンデータは何件公開されていますか", "オープンデータ公開件数"),
    W("電子申告は何％ですか", "年間電子申告利用率"),
    C("テレワークは何件", 2),
    # The departments of a part, not those of its whole plan.
    C("広告事業に関わっている課はいくつありますか", 11),
    # Another year is one that there is.
    W("目標年度が2025年度ではない指標はどれですか", lambda f: f.indicators_where(
        lambda n, _: n.get("target") and n["target"]["fiscal_year"] != 2025)),
    W("Indicators whose target year is not 2025", "現年度収納率"),
    # Other words for what there is.
    W("財政課と公有資産マネジメント課に共通する根拠の計画や指針は何ですか",
      "郡山市公共施設等総合管理計画"),
    K("保育課がなくなると、担当する課がいなくなる計画はありますか", r"^keikaku impact 保育課$"),
    N("SDGsのターゲットがひも付いている計画はどれ", "2-2-4 2-3-4 3-1-2"),
    K("AIに関わる計画とRPAに関わる計画では、どちらが多いですか", r"計画 --compare AI RPA$"),
    X("AIに関わらない計画とRPAに関わる計画ではどちらが多い", "関わらない"),
    K("Which plans are not based on any law or guideline?", r"--where 根拠=無し$"),
    W("List the laws that the plans are based on.", lambda f: {
        f.name(g) for g in f.kind("Guideline") if f.nodes[g]["type"] == "law"}),
    # What stands higher than the other, of the two values of an indicator.
    K("目標値が現況値より下がっている指標は", r"--where .差<0.$"),
    K("現況値より目標値が上がっている指標", r"--where .差>0.$"),
    K("現況値より目標値が低く設定されているのに増加を目指す指標", r"方向=増やす and 差<0"),
    N("滞納という言葉が入っている計画はいくつ", "2-2-1 2-2-2 2-2-3 2-2-4"),
    # Of several by name, the one with the most; all but one, held to a number.
    W("AI、RPA、DXのうち計画が一番多いのは", "AI RPA DX"),
    W("Which of AI, PPP and DX has the most plans?", "PPP"),
    K("目標1、目標2、目標3のうち計画が一番少ないのは", r"番号=3. --sort 計画数 --top 1$"),
    W("人事課、財政課、収納課で計画が多いのはどこ", "人事課 財政課"),
    W("行政マネジメント課以外で3つ以上の計画を担当する課", lambda f: {
        f.name(d) for d in f.kind("Department") if len(f.plans_of(f.name(d))) >= 3
    } - {"行政マネジメント課"}),
    W("Themes covered by only one plan", "デジタルデバイド オープンデータ"),
    # Who does a part of a plan is not who does the plan.
    X("保育所の給食の委託はどこの課がやっていますか"),
    W("主管の計画がない課はどこ", lambda f: {f.name(d) for d in f.kind("Department")} - {
        f.name(edge["source"]) for edge in f.edges if edge.get("role") == "lead"}),
    X("キャッシュレスの主管の計画がない課は"),
    W("政策提言は年に何件を目標にしていますか", "政策提言数 政策提言による広域事業化数"),
    # A part of the titles of a plan and of its indicator means the plan, with all its indicators.
    W("要介護認定の目標は", "申請から30日以内に認定する 要介護認定申請件数"),
    W("現年度の収納率の目標は", "現年度収納率"),
    # A noun that ends in kana.
    K("定年引上げに関する行動計画", r"定年引上げ in 内容"),
    # Either of two years will do where nothing starts in both; in neither, where it is denied.
    K("2023年度か2024年度に始まる計画", r"--where .開始年度=2023 or 開始年度=2024.$"),
    K("2023年度、2024年度に始まる計画", r"--where .開始年度=2023 or 開始年度=2024.$"),
    K("2024年度または2025年度に終わる計画", r"--where .終了年度=2024 or 終了年度=2025.$"),
    K("plans that start in 2023 or 2024", r"--where .開始年度=2023 or 開始年度=2024.$"),
    K("2023年度か2024年度に始まらない計画", r"not 開始年度=2023 and not 開始年度=2024.$"),
    K("2024年度か2025年度の計画", r"--where .年度=2024 or 年度=2025.$"),
    K("2024年度と2025年度の行動計画", r"--where .年度=2024 and 年度=2025.$"),
    # Who has how many is counted for each department.
    K("どこが何件担当していますか", r"find 計画 --by 所管課$"),
    K("誰が何件の計画を担当していますか", r"find 計画 --by 所管課$"),
    K("どの課がいくつ持っているか", r"find 計画 --by 所管課$"),
    # しか with a negation is no denial, and what nothing else is of is not told yet.
    X("収納課しか担当していない計画", "担当していない"),
    X("AIの計画しか持たない課", "持たない"),
    K("計画を1つしか持たない課", r"--where 計画数=1$"),
    # A plan is the same with 計画 behind its number.
    K("2-2-5の計画に依存している計画", r"--where 依存先=2-2-5$"),
    K("2-2-5の計画が依存している計画", r"--where 依存元=2-2-5$"),
)  # fmt: skip
