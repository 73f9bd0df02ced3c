"""Counters, units and needs as people say them; what the plans of a department rest on."""

from __future__ import annotations

from tests.queries.asking.cases import C, Case, K, N, S, W, X

COUNTERS_AND_NEEDS: tuple[Case, ...] = (
    # 本 counts plans and indicators, as 件 does.
    W("計画の本数が最も多い取組事項は？", "自主財源の確保・充実"),
    K("計画の本数が最も多い取組事項は？", r"find 取組事項 --sort -計画数 --top 1"),
    C("計画が1本しかない課はいくつありますか", 26),
    K("3本以上の計画を持っている課", r"find 所管課 --where \"計画数>=3\""),
    N("指標が5本ある計画", "1-1-2"),
    # Units that plans print, beside those of every plan.
    N("380協定を目指しているのはどの計画ですか", "3-2-1"),
    W("目標値が380協定の指標", "連携協定締結数"),
    K("100%を目標にしているのはどの指標ですか", r"find 指標 --where \"目標値=「100%」\""),
    # How many times the baseline the target is.
    C("目標値が現況値の2倍を超える指標はいくつありますか", 13),
    K("目標が現状の3倍以上になっている指標は？", r"find 指標 --where \"倍率>=3\""),
    # The workload by another word, but not in the title of a plan.
    K("業務量が一番多い課は", r"workload$"),
    K("なぜ経常経費の削減は業務量の可視化とつながっているのですか",
      r"path 経常経費の削減 業務量の可視化とBPRの推進"),
    K("3-2-1から3-2-4へはどういう経路でつながるのか", r"path 3-2-1 3-2-4"),
    # How far something is to go, and how much is left of it.
    W("トイレの洋式化はどこまで進める計画ですか", "校舎のトイレ洋式化率"),
    W("LINEの友だちを何人に増やすつもりですか", "LINEのおともだち数"),
    K("市民税課の指標は目標までどれくらい残っていますか",
      r"find 指標 --where 所管課=市民税課 --fields 現況値,目標値,差"),
    K("収納課の指標の目標と現況の差", r"find 指標 --where 所管課=収納課 --fields 現況値,目標値,差"),
    # What has to be changed when a law is.
    K("地方自治法が改正されたらどの計画を見直す必要がありますか", r"impact 地方自治法"),
    X("市民税の計画を改める必要がある計画"),
    # Whose work the plans of a department rest on.
    W("財政課の計画はどの課に依存していますか", "行政マネジメント課 公有資産マネジメント課"),
    # Of which department something is, not of how many.
    W("オープンデータの計画は何課の所管ですか", "DX戦略課"),
    K("オープンデータの計画は何課の所管ですか", r"find 所管課 --where テーマ=オープンデータ$"),
    C("キャッシュレスの計画は何課ありますか", 11),
    # A name that is said without its small words.
    N("市営住宅使用料の徴収率向上に取り組んでいるのはどこですか", "2-2-4"),
    N("施設保全推進の担当課", "2-3-2"),
    # Marks that nobody could read.
    K("計画書で読み取れなかった印がある計画はどれですか", r"find 計画 --where 印=不明"),
    C("印が読み取れなかった計画は何件", 10),
    # A name without its small words is that name, and no theme in it.
    W("管路耐震化率の現況は", "管路の耐震化率"),
    W("学校給食調理業務民間委託の担当", "学校給食調理業務の民間委託"),
    K("公共施設等マネジメント推進の目標", r"find 指標 --where 計画=公共施設等マネジメントの推進"),
    # Why one affects the other; what is done in a year; the revision to come.
    K("保育課の計画はなぜ収納課に影響されるのでしょうか", r"path 保育課 収納課"),
    K("PFIの効果的な活用で2024年度にやることは",
      r"find 行動計画 --where \"計画=PFIの効果的な活用 and 年度=2024\""),
    K("次の計画の見直しに向けて議論すべき点は何ですか", r"workshop questions$"),
    N("当局は債権管理をどの課に任せていますか", "2-2-6"),
    X("福島市は行革で何をしていますか"),
    # What something is affected by is what it rests on.
    K("受益者負担の適正化はどの計画の影響を受けますか", r"dependencies 2-1-3"),
    K("2-1-1はどの計画に影響されますか", r"dependencies 2-1-1"),
    # A number of an SDG before its noun; how many there are is another.
    N("11.3のSDGsに貢献する計画", "2-2-4 2-3-4 3-1-2"),
    N("11番のSDGsに関わる計画", "2-2-4 2-3-4 3-1-2"),
    N("2つのSDGsに貢献する計画", "2-2-4"),
    # What is shown beside other things than plans.
    K("PFIの効果的な活用の個別取組とその担当課",
      r"find 個別取組 --where 計画=PFIの効果的な活用 --fields 所管課"),
    K("収納課の指標とその担当課", r"find 指標 --where 所管課=収納課 --fields 所管課"),
    C("計画期間中ずっと続く取組はいくつありますか", 41),
    W("年間1万時間の削減を目標にしているのはどの課ですか", "行政マネジメント課"),
    N("20000時間の削減を目指している計画", "1-3-3"),
    K("外部団体の名前を全部挙げてください", r"find 団体$"),
    X("市長の名前を教えて"),
    K("計画が集中している課はどこですか", r"find 所管課 --sort -計画数 --top 1"),
    K("要となっている計画はどれですか", r"bridges$"),
    # Their targets are those of the indicators asked for; their plans are of nobody.
    K("Which indicators are below their target?", r"not 達成=有"),
    K("Which indicators have reached their target?", r"find 指標 --where 達成=有"),
    X("What are their plans?"),
    S("What fraction of indicators have a numeric target?", (102, 135)),
    K("the most central plans", r"bridges$"),
    # Names in pieces: 業務 belongs to the word before it; a name that goes on behind its kana.
    N("窓口業務のオンライン化はどこの担当になっていますか", "1-3-5"),
    N("協働のまちづくりを所管しているのはどの課でしょうか", "3-1-1"),
    # Of which there are more, among those with a theme.
    K("目標1と目標2、ペーパーレスの計画が多いのはどちら",
      r"find 計画 --where テーマ=ペーパーレス --compare 1 2"),
    K("人事課と職員厚生課を統合すると仕事量はどうなりますか",
      r"whatif --merge-departments 人事課\+職員厚生課=人事課"),
    K("都市圏ビジョンが改訂されると影響する計画", r"impact 都市圏ビジョン"),
    # Some of the plans, not the bodies with which they work.
    S("目標3の計画のうち、団体と連携しているものは何割か", (3, 16)),
    N("目標3の計画のうち、団体と連携しているものはどれですか", "3-1-2 3-2-5 3-3-1"),
    N("行政マネジメント課と他の課が一緒に担う計画", "1-1-3 3-2-3"),
    # To share a theme is no share.
    K("Which departments share the theme カウンターレス?",
      r"find 所管課 --where テーマ=カウンターレス$"),
    S("What share of departments touches カウンターレス?", (12, 42)),
    N("Which plans have no indicator with a number?",
      "1-1-1 1-1-2 2-1-1 2-1-2 2-1-3 2-2-8 2-3-4"),
    K("Where is 2-2-1 disclosed?", r"find 計画 --where 番号=2-2-1 --fields 情報公開"),
    K("What topics should the workshop on 2-2-1 cover?", r"workshop questions 2-2-1"),
    # What has no value; until when; whose target is highest.
    C("指標に目標値がないものは何件ですか", 33),
    K("市民課の計画は何年度まで続きますか", r"find 計画 --where 所管課=市民課 --fields 終了年度"),
    K("徴収率の目標がいちばん高いのはどこの課",
      r"find 指標 --where \"徴収率 in 名称\" --sort -目標値 --top 1"),
    K("課ごとの業務負担を比べたい", r"workload$"),
    K("計画書の誤りを教えてください", r"check$"),
    # The plans to which one is tied, in either way, as stated.
    N("1-1-1は他のどの計画と関係していますか", "1-1-2"),
    N("How is 2-2-7 connected to other plans?", "3-4-2"),
    N("3-2-3に関連する他の計画はどれですか", "3-2-1 3-2-4"),
    N("Which departments work together on 3-2-2?", "3-2-2"),
    K("2-3-1とつながっている計画", r"plan 2-3-1$"),
    N("Which plans are tied to 2-3-1?", "2-1-3 2-3-5"),
    N("3-4-3と3-4-4はお互いに依存していますか", "3-4-3 3-4-4"),
    N("2-3-5と2-3-1は依存していますか", "2-3-5"),
    # Plans that are not of a theme; what goes down.
    N("AIの計画ではない、DX戦略課の計画", "1-3-1 1-3-2 3-4-5"),
    W("Which indicators of 2-2-2 should go down?", "滞納者数 滞納繰越額"),
    K("介護保険課と健康長寿課をまとめたらどの計画を担当することになりますか",
      r"whatif --merge-departments 介護保険課\+健康長寿課=介護保険課"),
    # No plan says how things went; what the target is to be, it does.
    X("市民の満足度は上がりましたか"),
    X("滞納者は減りましたか"),
    K("目標値が現況値より下がった指標はありますか", r"差<0"),
    # What affects a plan is what it rests on, and what it affects is another.
    K("2-1-3に影響を与える計画", r"dependencies 2-1-3"),
    K("2-1-3が影響を与える計画", r"impact 2-1-3"),
    K("デジタル手続法がなくなったら根拠を失う計画は", r"impact デジタル手続法"),
    # A target in a noun of plans is no count of them.
    X("8事業を目標にしている指標"),
    N("76台にするのはどの計画ですか", "2-3-7"),
    K("要確認の事項が一番多い計画は", r"find 確認事項 --top 1 --by 計画"),
    K("How do 1-2-3 and 1-3-3 relate?", r"path 1-2-3 1-3-3"),
    # English.
    K("Plans starting in 2022 and ending in 2025",
      r"find 計画 --where \"開始年度=2022 and 終了年度=2025\""),
    W("What does 2-2-6 aim for?", "債権整理実績"),
    K("Which indicators are to increase at 収納課?", r"方向=増やす and 所管課=収納課"),
    K("How heavy is the workload of 人事課?", r"workload --department 人事課"),
    K("What did the check find wrong in the plan document?", r"check$"),
)  # fmt: skip
