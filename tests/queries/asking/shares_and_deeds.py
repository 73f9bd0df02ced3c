"""Two plans, shares of each, deeds in a year, other words: what was refused or read wrongly."""

from __future__ import annotations

from tests.queries.asking.cases import C, Case, K, N, S, T, W, X
from tests.queries.asking.facts import Facts


def _aiming_at(f: Facts, value: float, unit: str) -> set[str]:
    return f.where(lambda p: any(
        (t := f.nodes[i].get("target")) and (t["value"], t["unit"]) == (value, unit)
        for i in f.indicators(p)))  # fmt: skip


def _met(_: Facts) -> int:
    """Indicators at their target: 13 better than it, and 5 to be kept that stand exactly at it."""
    return 18


def _all_of_whose_plans(f: Facts) -> set[str]:
    """Departments that have no plan without キャッシュレス."""
    cashless = f.where(lambda p: "キャッシュレス" in f.themes(p))
    return {
        f.name(d) for d in f.kind("Department")
        if (plans := {f.nodes[p]["number"] for p in f.plans_of(f.name(d))}) and plans <= cashless
    }  # fmt: skip


SHARES_AND_DEEDS: tuple[Case, ...] = (
    # A number that is aimed at is that of an indicator, no count of plans.
    W("コンビニ交付は何件を目指していますか", "コンビニ交付件数"),
    W("Tell me the goal number of LINEのおともだち数", "LINEのおともだち数"),
    N("２万２千人を目指している計画は", lambda f: _aiming_at(f, 22000, "人")),
    N("目標値が2万2千人の計画", "3-4-2"),
    N("目標が100%の計画", lambda f: _aiming_at(f, 100, "%")),
    W("目標値が22000人の課はどこ", "広聴広報課"),
    W("円で測っている指標をすべて", "債権整理実績"),
    # Whether a target is reached, also one that is to be kept.
    S("現況値がすでに目標に達している指標は何％", lambda f: (_met(f), 135)),
    C("すでに目標を達成している指標はいくつ", _met),
    # Deeds in a year, and when a step of something is taken.
    K("財政課は2024年度に何をしますか", r'取組内容 --where "所管課=財政課 and 年度=2024"$'),
    K("公園緑地課が令和5年度にやること", r'取組内容 --where "所管課=公園緑地課 and 年度=2023"$'),
    K("What does 道路維持課 have to do in 2024?", r"^keikaku find 取組内容 "),
    K("What will finish in 2023 in DX戦略課?", r'行動計画 --where "終了年度=2023 and'),
    W("開成山公園の供用開始はいつですか", "供用開始"),
    W("公園緑地課の設置工事はいつ", "設置工事"),
    W("カルチャーパークの取組の進め方を教えてください", lambda f: {
        f.name(m) for c in f.kind("Component") if f.nodes[c]["title"] == "カルチャーパーク"
        for a in f.out[c, "HAS_PART"] for m in f.out[a, "HAS_PART"]}),
    # Two plans side by side.
    K("1-2-2と1-3-3の違いを教えてください", r"^keikaku find 計画 --compare 1-2-2 1-3-3$"),
    K("取組1-2-2と取組1-3-3を比べて", r"^keikaku find 計画 --compare 1-2-2 1-3-3$"),
    K("What is different between plan 2-2-1 and plan 2-2-2?", r"--compare 2-2-1 2-2-2$"),
    # What a change means, in other words.
    K("生涯学習課の名称を変えるとどの計画を直さないといけませんか", r"^keikaku impact 生涯学習課$"),
    K("If the 地方自治法 is changed, which plan must be reviewed?", r"^keikaku impact 地方自治法$"),
    K("What if 保育課 and こども家庭支援課 become one department?", r"^keikaku whatif --merge"),
    X("総務法務課を二つに分けたらどうなる？", "課を分けたときに変わること"),
    X("この計画の評価結果を教えてください", "評価の結果は、このグラフに"),
    X("計画の数と指標の数", "「計画」がほかの言葉とどう関わるのか"),
    X("how many plans and indicators are there", "「indicators」がほかの言葉とどう関わるのか"),
    X("総務部の計画", "「総務部」は見つかりません"),
    C("教育総務部の計画はいくつ", lambda _: 2),
    K("Please explain the link between 2-1-1 and 3-2-4", r"^keikaku path 2-1-1 3-2-4$"),
    # The share of each group, and the greatest.
    W("キャッシュレスの割合が最も高い課", _all_of_whose_plans),
    K("department with the highest share of ペーパーレス",
      r"テーマ=ペーパーレス --top 1 --by 所管課 --share$"),
    K("課ごとのキャッシュレスの割合", r"テーマ=キャッシュレス --by 所管課 --share$"),
    W("ペーパーレスの計画の割合が一番低い目標は", "公民協奏の推進"),
    T("percentage of cashless plans per goal"),
    # Of two departments either will do.
    N("Plans of 収納課 and 保育課", "2-2-1 2-2-3 2-2-5 2-2-6 3-2-2"),
    # Two readings of whom one works with; what must be achieved; what only the text says.
    T("人事課は誰と連携していますか"),
    T("Who does 人事課 work with?"),
    K("What does DX戦略課 have to achieve by FY2025?", r"目標年度<=2025 and 目標値=有"),
    K("DX戦略課は2025年度までに何を達成しなければなりませんか", r"目標年度<=2025"),
    K("キャッシュレスの印はないが本文で触れている計画", r"テーマ=.* and not 印=キャッシュレス"),
    N("補助金の見直しはどの課がやっていますか", "2-1-2 2-2-9"),
    N("滞納対策はどこが担当していますか", "2-2-1 2-2-2 2-2-3 2-2-4"),
    # Greetings are left out; of two questions neither is.
    K("こんにちは。収納課の計画は？よろしくお願いします。", r"^keikaku plans --department 収納課$"),
    X("収納課の計画を教えてください。あと、指標の数も。", "「収納課の計画を教えてください」"),
    X("収納課の計画は？指標はいくつ？", "一つずつお尋ねください"),
    # Sorts of rule: of two either, or both are asked back; never any ground at all.
    N("法律や条例を根拠とする計画", "1-3-4 1-4-2 2-2-6 3-4-4 3-4-6 3-4-7"),
    T("法律と条例を根拠とする計画"),
    N("根拠の指針が２番目に多い計画", "1-3-4 2-3-5"),
    # No target in numbers, none of such plans.
    C("how many plans are without indicator of number", 7),
    W("Departments that do not have any AI plan", lambda f: {
        f.name(d) for d in f.kind("Department")} - f.departments_of(
            lambda p: "AI" in f.themes(p))),
    # Shares of the whole, and values that are aimed at.
    S("デジタル化に関わる計画は全体の何パーセントですか", (6, 57)),
    S("行政マネジメント課の担当が全計画に占める割合", (12, 57)),
    K("90％以上を目標としている課はどこですか", r"目標値>=.?90%.? ?.* --by 所管課$"),
    # Other words for what there is.
    N("東北税理士会と一緒にやる計画は", "1-3-6"),
    W("indicators with unit km", "河川台帳電子化延長 漏水調査延長"),
    W("What is planned for 3-4-5 in 2023?", "外部監査の実施"),
    K("Which plans have the most problems in reading?", r"確認事項 --top 1 --by 計画$"),
    K("If 河川課 changes name, what plans must change?", r"^keikaku impact 河川課$"),
    K("Is the work concentrated in some department?", r"^keikaku workload$"),
    K("2-2-1についてワークショップで話し合う問いを作って", r"^keikaku workshop questions 2-2-1$"),
    K("DX戦略課の計画を年度順に", r"所管課=DX戦略課 --sort 開始年度$"),
    # A name with a long vowel or a small kana more or less.
    C("行政マネージメント課の計画は何本ですか", 12),
    K("キャシュレスに関する計画", r"テーマ=キャッシュレス$|テーマ=キャッシュレス "),
    # Too small a part of a rule's name does not mean the rule.
    X("オンラインの計画", "「オンライン」を読み取れません"),
    # A word in names of indicators is looked for there, not in the text of their plans.
    W("目標2で口座振替に関する指標", lambda f: f.indicators_where(
        lambda n, _: "口座振替" in n["name"])),
    # A difference is the smallest where there is none, not where the decrease is the greatest.
    K("目標値と現況値の差が最も小さい指標", r"^keikaku find 指標 --sort 差の大きさ --top 1$"),
    W("目標値と現況値の差が最も大きい%の指標", "行政手続きのオンライン化率"),
    # Words of a long name do not mean it; a change of an indicator means its plan.
    K("高齢者向けの計画", r"^keikaku plans --text 高齢者$"),
    W("滞納者数を減らすのはどの計画ですか", "滞納者数"),
    W("研修回数を増やす計画は", "研修回数"),
    K("departments that work with 市民課", r"計画\(所管課=市民課\)=有 and not 名称=市民課"),
    K("How long does 橋梁修繕工事 take", r"名称=橋梁修繕工事 --fields 期間"),
    # An indicator of one plan; years of targets; what a part of a title does not mean.
    W("2-3-1の延床面積の目標は", "延床面積"),
    W("3-4-4の措置未済件数の現況は何件", "措置未済件数"),
    K("1-1-3の目標を年度別に教えて", r"計画=1-1-3 --by 目標年度$"),
    K("3-2-3の開始年度は", r"番号=3-2-3 --fields 期間,開始年度,終了年度$"),
    X("行財政改革の期間は何年間ですか", "期間"),
    X("公共施設に関する指標をすべて", "公共施設"),
    X("外国人向けの取組はありますか", "「外国人」を読み取れません"),
    K("number of findings by plan", r"^keikaku find 確認事項 --by 計画$"),
    K("根拠の種別ごとの件数", r"^keikaku find 法令 --by 種別$"),
    X("給食の民間委託は何校まで進める予定ですか"),
    X("下水道の計画の所管課", "下水道"),
    # Who there is, and how many.
    W("Who are the outside partners of the city in these plans?", lambda f: {
        f.name(p) for p in f.kind("Partner")}),
    N("Does 福島県 participate in some plan?", "2-2-2"),
    W("What department have the less plans?", lambda f: {
        f.name(d) for d in f.kind("Department") if len(f.plans_of(f.name(d))) == 1}),
    C("How many department are working in キャッシュレス?", 11),
)  # fmt: skip
