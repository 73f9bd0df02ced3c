"""Sentences that a careless reading answers wrongly: each gets the right command, or a refusal."""

from __future__ import annotations

from tests.queries.asking.cases import Case, K, W, X

TRAPS: tuple[Case, ...] = (
    # Of what something is counted, and which is sought.
    K("収納課の計画で一番指標が多いもの", "--where 所管課=収納課 --sort -指標数 --top 1"),
    K("キャッシュレスの計画のうち根拠法令が一番多いもの", "find 計画 .* --sort -根拠数 --top 1"),
    K("課 計画数 ランキング", "find 所管課 --sort -計画数"),
    K("the three plans with the most indicators", "find 計画 --sort -指標数 --top 3"),
    K("根拠法令のない計画を持つ課", "find 計画 --where 根拠=無し --by 所管課"),
    K("departments without AI plans", 'find 所管課 --where "not テーマ=AI"'),
    # Ranges, and what is only one.
    K("目標値が50%から80%の指標", "目標値>=「50%」 and 目標値<=「80%」"),
    K("2023年度から2024年度に動く計画", "年度=2023 or 年度=2024"),
    K("令和5年度までに終わる計画", "終了年度<=2023"),
    K("2023年度以降に始まる計画", "開始年度>=2023"),
    K("終了年度が最も早い計画", "find 計画 --sort 終了年度 --top 1"),
    X("最終年度が最も早い計画", "早い"),
    K("ペーパーレスだけに印がある計画", "印=ペーパーレス and 印数=1"),
    K("カイゼンだけに触れている計画", "テーマ=カイゼン and テーマ数=1"),
    K("目標値が現況値より低い指標", "差<0"),
    # Names that hold others.
    K("市ウェブサイトで公開していない計画", '--where "not 情報公開=市ウェブサイト"'),
    K("行政サービスのデジタル化の計画", "取組事項=行政サービスのデジタル化"),
    K("人事課のテレワークの計画", "所管課=人事課 and テーマ=テレワーク"),
    K("介護に関する計画", "plans --text 介護"),
    # Who answers for two things, who leads, polite ends.
    K("開成山公園と開成山地区体育施設の担当課", "find 個別取組 --where .名称=開成山公園 or"),
    K("総務法務課が主管課になっている計画", "主管課=総務法務課"),
    K("収納課の計画を教えていただけますでしょうか", "(--department |所管課=)収納課$"),
    # Names put together of words that stand by themselves, and as people talk.
    K("コンビニ交付の件数の目標値", "指標名=コンビニ交付件数"),
    K("収納課と国保税収納課ってどう違うの？", "--compare 収納課 国保税収納課"),
    K("指標の多い計画を上から3つ", "find 計画 --sort -指標数 --top 3"),
    K("収納課と国保税収納課をまとめたらどうなる", "whatif --merge-departments"),
    X("カイゼン活動に関わる計画", "カイゼン活動"),
    # All, more than another, the same, what belongs to another: none of it can be said.
    X("すべての課が関わるテーマ", "すべての"),
    X("収納課のすべての計画が触れるテーマ", "すべての"),
    X("人事課より計画が多い課", "多い"),
    W(
        "収納課と同じテーマに触れている課",
        lambda f: f.departments_of(lambda p: f.themes(p) & f.themes_of("収納課")) - {"収納課"},
    ),
    X("収納課の計画を廃止したら", "廃止したら"),
    K("財政課の計画に依存している計画", r"依存先\(所管課=財政課\)=有"),
    X("収納課と保育課を廃止したら", "廃止したら"),
    X("目標値の平均は", "平均"),
    X("職員数は何人ですか", "職員数"),
    X("キャッシュレスに触れていないわけではない計画", "わけ"),
    X("Should we abolish 収納課?"),
    X("Which plans are late?", "late"),
)
