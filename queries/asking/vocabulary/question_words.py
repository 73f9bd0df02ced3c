"""The words of questions, Japanese and English, by their meaning, as tables (問いの語彙).

Each word occurs once. ``VERBS`` are conjugated (:mod:`.verbs`); all others stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "Plan": "実施計画 計画 計画名 plan_numbers plan_names plan_titles 事務事業 事業 取組項目 plans plan projects project programmes programme programs program",
    "Department": "所管課 関係課 関係部署 担当課 主管課 担当部署 部署 課 部局 departments department divisions offices office division section sections unit_in_charge units_in_charge bureau bureaus",
    "Indicator": "指標 指標名 KPI 成果指標 数値目標 定量的な目標 定量的な目標値 定量目標 測定可能な目標 測れる目標 数値で測れる目標 indicators indicator kpis kpi measures measure metrics metric performance_indicator performance_indicators numeric_target numeric_targets numerical_target numerical_targets numeric_indicator numeric_indicators numerical_indicator numerical_indicators indicator_of_number indicators_of_number indicator_in_numbers indicators_in_numbers indicator_with_numbers indicators_with_numbers indicator_with_a_number indicators_with_a_number indicator_with_a_numeric_target indicators_with_a_numeric_target indicators_with_numeric_targets measurable_target measurable_targets",
    "Guideline": "ガイドライン 法令の根拠 法的根拠 法的な根拠 法律上の根拠 根拠規程 根拠の指針 指針や計画 指針・計画 法令や指針 法令や計画 法令や指針等 法令・指針等 根拠規定 根拠となる法令 根拠となる指針 根拠となる計画 法令 指針等 法令等 根拠法令 根拠 法令・指針 関連計画 関連法令 よりどころ "
    "law_or_guideline laws_or_guidelines law_or_a_guideline guideline_or_law guidelines_or_laws laws_and_guidelines law_and_guideline guidelines_and_laws guidelines guideline rules legal_basis legal_bases legal_basis_or_guideline legal_grounds guiding_document guiding_documents",
    "Theme": "テーマ themes theme topics topic",
    "Partner": "団体 関係者 外部の関係者 協力者 連携相手 協力団体 協働相手 関係団体 連携先 外部団体 外部の団体 関係機関 連携団体 パートナー partners partner bodies organizations organization organisations organisation external_partners external_partner outside_partners outside_partner external_organizations external_organisations external_bodies outside_bodies partner_organizations partner_organisations",
    "SdgTarget": "SDGs SDG sdgs sdg SDGsの目標 SDGsのターゲット SDGsのゴール SDGs目標",
    "Finding": "指摘 指摘事項 指摘箇所 未確認の項目 未確認項目 未確認事項 未確認の事項 未確認の点 未確認の箇所 未確認箇所 要確認の項目 要確認の事項 要確認の点 要確認の箇所 要確認項目 要確認 確認が必要な項目 確認が必要な事項 確認すべき項目 確認すべき事項 不明な箇所 不明箇所 疑問点 確認事項 要確認事項 確認箇所 確認点 エラー 警告 不備 読み取りの誤り 疑義 参考情報 "
    "要確認箇所 確認が必要な箇所 確認が必要な点 確認が必要なところ 確認すべき箇所 確認すべき点 読み取れなかった箇所 読み取れなかったところ 読み取れなかった点 読み取れない箇所 "
    "不明な点 不明点 抜け 抜けている箇所 抜けているもの 欠けている箇所 欠けているもの 欠落 欠落箇所 記載漏れ 記載もれ 記入漏れ 誤植 誤り 間違い 足りない情報 足りないもの 食い違い 矛盾 "
    "wrong what_is_wrong what's_wrong what_the_check_found what_did_the_check_find what_has_the_check_found findings_of_the_check check_results results_of_the_check check_findings what_is_missing what's_missing missing_information missing_things inconsistencies gaps_in_the_source reading_problems problems_in_reading problems_of_reading problems unclear_points "
    "what_could_not_be_read what_was_not_read what_was_not_understood what_could_not_be_understood unreadable_places unreadable_parts open_issues open_points open_questions issues findings finding errors error warnings warning",
    "Goal": "基本目標 大目標 重点目標 大項目 重点推進目標 政策 goals goal",
    "Initiative": "基本施策 推進項目 中項目 取組事項 施策 initiatives initiative sub-goal sub-goals",
    "Component": "サブ項目 個別取組 個別の取組 小項目 components component",
    "Action": "実施内容 具体的な取組 取組内容 取組 取り組み actions action activities activity",
    "Milestone": "行動 実施予定 実施スケジュール 工程表 ロードマップ 年次計画 行動計画 予定 スケジュール 工程 進め方 取組の進め方 段取り 日程 行程 行程表 milestones milestone steps step schedule schedules timeline",
}
"""Nouns of what can be asked for."""

MEASURABLE = frozenset(
    word.replace("_", " ")
    for word in KINDS["Indicator"].split()
    if word == "数値目標"
    or "目標" in word
    or "_target" in word
    or "numer" in word
    or "number" in word
)
"""Nouns of indicators with a target in numbers."""

TYPES: Mapping[str, str] = {
    "law": "法律 国の法律 laws law acts",
    "ordinance": "条例 市の条例 ordinances ordinance",
    "guideline": "指針",
    "policy": "基本方針 方針 policies",
    "criterion": "基準 criteria",
    "vision": "構想 ビジョン visions",
}
"""Nouns of a sort of guideline."""

MEASURES: Mapping[str, str] = {
    "target": "aim_for aims_for aim_at aims_at 目標値 目標 目標額 目標数 ターゲット targets target target_value target_values target_level target_figure",
    "baseline": "今の数字 現在の数字 現時点の数字 現況値 現状値 現在値 基準値 現況 現状 今の値 現在の値 実績値 baselines baseline current_value current_values current_level current_levels present_value starting_value starting_values baseline_value baseline_values current_figure",
    "unit": "単位 units unit",
    "mark": "○印 丸印 印 まる ○ 〇 ◯ 丸 マーク marks mark",
    "gap": "gap_between_target_and_baseline gap_between_the_target_and_the_baseline gap_between_baseline_and_target gap_between_the_baseline_and_the_target gap_between_current_value_and_target difference_between_target_and_baseline difference_between_baseline_and_target difference_between_the_target_and_the_baseline difference_between_the_baseline_and_the_target 目標値から現況値を引くと 目標値から現況値を引いた値 目標値から現況値を引いた差 目標値から現況値を引いたもの 目標と現況の差 目標と現状の差 現状と目標の差 伸び幅 伸び 差 開き 増加幅 gap increase improvement",
    "rate": "何倍 倍率 何倍か how_many_times",
    "year": "年度 years year fiscal_year fiscal_years",
    "number_of": "総数 総件数 件数 本数 数 個数 number count counts",
    "share": "fraction fractions 割合 比率 パーセント 何% 何パーセント 何割 シェア 占める割合 how_many_percent what_percent what_percentage share percentage proportion ratio percent fraction percentages proportions ratios shares_of",
    "first_year": "開始年度 開始時期 始まる年度 開始する年度 始まりの年度 start_year first_year",
    "last_year": "終了年度 完了年度 終了時期 終わる年度 終了する年度 完了する年度 終わりの年度 end_year last_year",
    "disclosure": "情報公開 情報公開の方法 公開方法 公開の方法 公開手段 情報公開の手段 公開先 情報公開の場所 公開の場所 情報公開先 公開場所 disclosure_channel disclosure_channels channel_of_disclosure disclosure publication",
    "duration": "計画期間 推進期間 期間 実施期間 取組期間 計画の期間 期間の長さ 年数 実施年数 継続年数 長さ period duration durations length how_long",
    "depends_on": "依存関係 依存先 dependencies dependency",
    "course": "on_schedule on_time ahead_of_schedule behind_schedule on_track 予定どおり 予定通り 計画どおり 計画通り 順調",
    "severity": "重要度 重大度 深刻度 severity severities severity_level",
    "needed_by": "依存元 dependents dependants",
    "text": "本文 in_the_text",
    "sort": "種類 種別",
    "target_year": "due_in due_by deadline deadlines due_year 達成期限 達成時期 目標年度 目標年次 達成年度 target_year",
    "baseline_year": "現況年度 現況値の年度 基準年度 基準年 baseline_year base_year",
}
"""Facts of things."""

WORDS: Mapping[str, str] = {
    "who": "誰 だれ どなた どこの課 どの部署 どちらの課 どの課 責任者 who whom",
    "where": "どこ どちら どっち",
    "what": "何 なに どれ どの どんな どういう いずれの どのような 何という which what",
    "when": "いつ 何年度 何年 何年間 何年ほど 何年くらい 時期 いつごろ いつまで いつから when what_year which_year",
    "how_many": "何人 何円 何回 何校 何施設 何時間 何台 何か所 何団体 何点 何館 何名 何日 何km 何m2 何kwh 何世帯 何協定 何橋 何税目 何点 何指標 何テーマ いくつ 何件 何個 何本 いくつある どれだけ どれくらい どのくらい 何種類 幾つ how_many",
    "how_many_departments": "何課 何部署",
    "how_many_plans": "何計画 何事業",
    "how_much": "how_heavy how_big how_large どこまで いくら 何% 何パーセント how_much how_high",
    "most": "longest the_longest 最長 most_common the_most_common commonest the_commonest most_frequent the_most_frequent most_often 一番 いちばん 最も もっとも 最多 最大 トップ 1位 首位 the_most most 最高 ナンバーワン highest largest "
    "biggest greatest heaviest top 最上位",
    "least": "shortest the_shortest 最短 least_common the_least_common rarest the_rarest the_least the_fewest 最少 最小 最低 最下位 fewest the_less least lowest smallest",
    "many": "above higher_than greater_than long longer 長い 長く 長期の most_first highest_first largest_first たくさん 沢山 多い 多く 多 よく 高い 高く 大きい 大きく 大きな 重い highly 広い 多数 more",
    "few": "軽い 軽く below lower_than smaller_than short shorter 短い 短く 少ない 少なく 低い 低く 小さい 小さく fewer",
    "in_time": "時系列で in_chronological_order chronologically in_order_of_time",
    "every_year": "毎年 毎年度 every_year each_year",
    "early": "最初に 最初 早い 早く 古い 古く 先に earliest first",
    "late": "最後に 最後 遅い 遅く latest last",
    "rank": "上から ベスト 上位 ランキング 順位 順 順に 多い順 ranking ranked rank ranks sort sorted order ordered",
    "each": "ごと 別 毎 それぞれ 各 each for_each for_every 内訳 by_each",
    "other": "他の ほかの other another others",
    "meaning": "って何 とは何 って何ですか とは何ですか って何のこと とは何のこと の意味 定義 definition_of meaning_of",
    "both": "共同で 合同で 連名で いずれにも どちらにも どれにも どっちにも いずれとも どちらとも どっちも 両方とも 両方 双方 どちらも いずれも ともに 共に 二つとも 両者 both 同時に 一緒に 併せて",
    "or": "どっちか 少なくとも1つ 少なくとも1つに 少なくともどれか または 又は もしくは あるいは いずれか どちらか or either",
    "except": "以外 除く 除いて 除き 除いた のぞく 抜き except other_than excluding apart_from besides aside_from not_counting leaving_out except_for with_the_exception_of",
    "common": "共通点 共通項 共通部分 共通事項 共通する 共通の 共通して 共通 共有する 共有している 重なる shared shares sharing in_common share_in_common common",
    "compare": "違う 違います 違い 相違 相違点 differences_between differences 対比 対比して 差異 並べて compare compared versus vs "
    "difference_between different_between differ differs comparison",
    "why": "なぜ なんで どうして 理由 どう どのように どんなふうに why how",
    "mean": "平均 平均値 平均的 average mean averages on_average",
    "median": "中央値 メディアン median medians",
    "per": "per あたり 当たり 当り につき",
    "between": "between",
    "total": "合計額 総額 合計 合計値 総計 総和 sum total",
    "tied": "relate 経路 ルート 道筋 つながり方 have_anything_to_do_with anything_to_do_with something_to_do_with have_something_to_do_with connects connect 結ぶ 結んで 結んでいる 結びつける つながる つながり つながって つながっている つながっています 結びつき 結び付き 繋がる 繋がって "
    "関係 関連 関係性 connected link links linked tied related relation connection relationship tied_together connections",
    "many_of": "複数 二つ以上 2つ以上 several multiple more_than_one more_than_a_single 2以上",
    "only_one": "単独所管 単独で所管 単独で 一つだけ 1つだけ 一課だけ 単独 一つの 1つの only_one single",
    "merged": "まとめたら まとめると まとめれば まとめた場合 統合 合併 一本化 一緒 become_one become_one_department become_a_single_department joined merge merged merging merges combine combined combining",
    "then": "たら なら 場合 時 とき 際 if when suppose supposing assuming",
    "what_if": "what_would_change what_will_change what_would_be_different 影響範囲 影響先 波及先 波及範囲 what_happens impact",
    "among": "のうち うち 中 なか に占める among out_of of_all",
    "all": "ぜんぶ みんな 全件 すべて 全て 全部 全 すべての 全ての 一覧 リスト all every list 全体 every_single complete_list full_list overview_of_all",
    "today": "今 いま 現在 already",
    "measurable": "数値 定量的 定量 数字 measurable numeric quantitative",
    "name_of": "名前 名称 課名",
    "nobody": "nobody no_one no_other_plan no_other_plans no_plan_at_all",
    "alone": "だけ のみ ばかり only solely exclusively",
    "same": "同じ 等しい 同一 変わらない the_same_as same_as equal_to equals equal",
    "unmeasurable": "文章で書かれている 文章で書かれた 文章で示されている 文で書かれている 言葉で書かれている 言葉で示されている 数値でない 数値ではない 数値じゃない 数値化されていない 数字でない 数値になっていない 定性的 定性 数値で測れない 数値にできない 測定できない qualitative",
    "every": "どの部署も 誰も だれも 何の計画にも 何の計画でも いずれの計画にも どんな計画にも どの計画にも どの計画でも どの計画も どの課にも どの課も どの課でも すべての計画に すべての計画で すべての課に すべての課で every_plan",
    "editions": "前の計画 前回の計画 前計画 旧計画 以前の計画 前の版 旧版 改定前 previous_plan previous_edition last_plan",
    "workshop": "ワークショップ 話し合う 話し合うべき 論点 議題 議論すべき workshop discuss",
    "than": "than",
    "become": "にする にした とした にしていた としている にしている にします とする になる にしたい reach",
}
"""Other words, by what they ask."""

VERBS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "touch": (
        ("触れ", "ichidan"), ("関わ", "る"), ("かかわ", "る"), ("係わ", "る"), ("関係", "する"),
        ("関", "する"), ("関連", "する"), ("取り組", "む"), ("取組", "む"), ("扱", "う"),
        ("該当", "する"), ("検討", "する"), ("協議", "する"), ("議論", "する"), ("見込", "む"), ("取り扱", "う"), ("当た", "る"), ("あた", "る"), ("使用", "する"), ("資", "する"), ("貢献", "する"), ("寄与", "する"), ("対応", "する"),
        ("推進", "する"), ("推し進め", "ichidan"), ("後押し", "する"), ("実現", "する"), ("力を入れ", "ichidan"), ("進め", "ichidan"), ("進", "む"), ("含", "む"), ("言及", "する"), ("使", "う"),
        ("活用", "する"), ("利用", "する"), ("導入", "する"), ("登場", "する"), ("出て", "く"), ("でて", "く"), ("でてく", "る"), ("出てく", "る"), ("加わ", "る"), ("携わ", "る"),
        ("実施", "する"), ("行", "う"), ("付", "く"), ("つ", "く"), ("連携", "する"), ("参加", "する"),
        ("属", "する"), ("属", "す"), ("ぶら下が", "る"), ("掲げ", "ichidan"), ("掲載", "する"),
        ("動", "く"), ("走", "る"), ("予定", "する"), ("目指", "す"), ("当てはま", "る"),
        ("まつわ", "る"), ("登録", "する"), ("位置づけ", "ichidan"), ("位置付け", "ichidan"),
        ("またが", "る"), ("紐づ", "く"), ("紐付", "く"), ("ひもづ", "く"), ("ひも付", "く"), ("紐づけ", "ichidan"), ("紐付け", "ichidan"), ("ひもづけ", "ichidan"), ("ひも付け", "ichidan"), ("絡", "む"), ("組", "む"), ("関係のあ", "る"), ("関係あ", "る"), ("関連のあ", "る"), ("関連あ", "る"), ("から", "む"), ("引用", "する"), ("参照", "する"), ("特化", "する"), ("結びつ", "く"), ("結び付", "く"), ("協力", "する"),
        ("関連づけ", "ichidan"), ("関連付け", "ichidan"), ("テーマに", "する"), ("テーマと", "する"), ("回", "す"), ("取り上げ", "ichidan"),
        ("取り入れ", "ichidan"), ("盛り込", "む"), ("織り込", "む"), ("組み込", "む"), ("含め", "ichidan"),
        ("据え", "ichidan"), ("展開", "する"), ("促進", "する"), ("強化", "する"), ("重視", "する"), ("意識", "する"),
        ("採用", "する"), ("適用", "する"), ("運用", "する"), ("反映", "する"), ("通じ", "ichidan"), ("参画", "する"),
        ("提携", "する"), ("名前が出", "ichidan"), ("名前の出", "ichidan"), ("挙が", "る"), ("挙げ", "ichidan"),
        ("目的と", "する"), ("対象と", "する"), ("対象に", "する"), ("うた", "う"), ("謳", "う"), ("伴", "う"), ("生か", "す"),
        ("活か", "す"), ("図", "る"), ("通", "す"), ("入", "る"), ("占め", "ichidan"), ("載せ", "ichidan"), ("載", "る"), ("役立", "つ"),
    ),
    "responsible": (
        ("担当", "する"), ("所管", "する"), ("担", "う"), ("受け持", "つ"), ("受持", "つ"),
        ("抱え", "ichidan"), ("所掌", "する"), ("管理", "する"), ("責任を持", "つ"),
        ("責任を負", "う"), ("任され", "ichidan"), ("取りまとめ", "ichidan"), ("引き受け", "ichidan"),
        ("や", "る"), ("関与", "する"), ("預か", "る"), ("手がけ", "ichidan"), ("手掛け", "ichidan"), ("兼ね", "ichidan"),
        ("従事", "する"), ("任せ", "ichidan"), ("動か", "す"), ("掛け持ち", "する"),
        ("管轄", "する"), ("所轄", "する"), ("実行", "する"), ("受け負", "う"), ("請け負", "う"), ("切り盛り", "する"),
    ),
    "co": (("共管", "する"),),
    "lead": (("主管", "する"), ("リード", "する"), ("牽引", "する"), ("けん引", "する"), ("先導", "する"), ("旗を振", "る"), ("音頭を取", "る"), ("中心を担", "う"), ("中心にな", "る"), ("主体とな", "る"), ("主体にな", "る"), ("主となって進め", "ichidan"), ("中心となって進め", "ichidan"), ("中心となって担", "う"), ("主担当", "する"), ("主導", "する"), ("中心とな", "る"), ("主管課を務め", "ichidan"), ("主管課とな", "る")),
    "based": (("基づ", "く"), ("もとづ", "く"), ("根拠と", "する"), ("根拠に", "する"), ("根拠を置", "く"), ("根拠を持", "つ"), ("根拠にな", "る"), ("根拠とな", "る"), ("よりどころに", "する"),
              ("依拠", "する"), ("準拠", "する"), ("即", "する"),
              ("拠", "る"), ("則", "る"), ("のっと", "る"), ("従", "う"), ("照ら", "す"), ("根差", "す"), ("基にし", "ichidan"), ("沿", "う"), ("踏まえ", "ichidan"), ("よ", "る")),
    "depended": (("依存され", "ichidan"), ("頼られ", "ichidan"), ("前提とされ", "ichidan"),
                 ("必要とされ", "ichidan"), ("頼りにされ", "ichidan"), ("当てにされ", "ichidan")),
    "depend": (("依存", "する"), ("頼", "る"), ("前提と", "する"), ("前提に", "する"), ("頼りに", "する"), ("支えられ", "ichidan")),
    "start": (("始ま", "る"), ("始め", "ichidan"), ("開始", "する"), ("着手", "する"), ("立ち上が", "る"), ("立ち上げ", "ichidan"), ("動き出", "す"), ("始動", "する"), ("取り掛か", "る"), ("スタート", "する")),
    "last": (("続", "く"), ("継続", "する"), ("続け", "ichidan")),
    "end": (("終わ", "る"), ("完結", "する"), ("満了", "する"), ("終了", "する"), ("完了", "する"), ("終え", "ichidan"), ("完成", "する")),
    "reach": (("達成", "する"), ("達", "する"), ("到達", "する"), ("クリア", "する"), ("達成済", "む"), ("届", "く"), ("目標を満た", "す")),
    "exceed": (("上回", "る"), ("超え", "ichidan"), ("超過", "する"), ("下回", "る")),
    "have": (("持", "つ"), ("残", "る"), ("有", "する"), ("設け", "ichidan"), ("設定", "する"), ("定め", "ichidan"),
             ("記載", "する"), ("明記", "する"), ("把握", "する"), ("確認", "する"), ("確認でき", "ichidan"), ("確認が取れ", "ichidan"), ("測定", "する"), ("計測", "する"), ("判明", "する"), ("分かれ", "ichidan"), ("書", "く"), ("備え", "ichidan"), ("存在", "する"), ("済", "む"), ("付け", "ichidan"), ("立て", "ichidan"), ("決め", "ichidan"), ("決ま", "る"), ("定ま", "る"), ("固ま", "る"), ("確定", "する"), ("示", "す")),
    "disclose": (("情報公開", "する"), ("公開", "する"), ("公表", "する"), ("開示", "する"), ("閲覧", "する"), ("見られ", "ichidan")),
    "drop": (("廃止", "する"), ("再編", "する"), ("改組", "する"), ("変更にな", "る"), ("変更とな", "る"), ("なく", "す"), ("無く", "す"), ("やめ", "ichidan"), ("止め", "ichidan"),
             ("中止", "する"), ("中止にな", "る"), ("消滅", "する"), ("失効", "する"), ("凍結", "する"), ("延期", "する"), ("打ち切", "る"),
             ("休止", "する"), ("取り下げ", "ichidan"), ("統廃合", "する"), ("廃止にな", "る"), ("廃止とな", "る"), ("中止とな", "る"),
             ("なくなってしま", "う"), ("なくな", "る"), ("無くな", "る"), ("取りやめ", "ichidan"), ("止ま", "る"),
             ("改正", "する"), ("改訂", "する"), ("改定", "する"), ("変わ", "る"), ("変え", "ichidan"), ("見直", "す"),
             ("遅れ", "ichidan"), ("解散", "する"), ("消え", "ichidan"), ("潰れ", "ichidan"),
             ("変更", "する"), ("倒れ", "ichidan")),
    "merge": (("統合", "する"), ("合併", "する"), ("一緒に", "する"), ("一緒にな", "る"), ("1つにな", "る"), ("一本化", "する"), ("くっつけ", "ichidan"), ("1つに", "する"), ("1つの課に", "する"), ("1課に", "する"), ("1つにまとめ", "ichidan"), ("まとめ", "ichidan"), ("編入", "する"), ("吸収", "する"), ("吸収合併", "する")),
    "hand_over": (("移管", "する"), ("移", "す"), ("移", "る"), ("引き継", "ぐ"), ("引継", "ぐ"), ("譲", "る"), ("所管替え", "する"), ("所管換え", "する"), ("担当を変え", "ichidan")),
    "rename": (("改称", "する"), ("改名", "する"), ("名称変更", "する"), ("名称を変更", "する"), ("名称を変え", "ichidan"),
               ("名前を変え", "ichidan"), ("名前を変更", "する")),
    "compare": (("比べ", "ichidan"), ("比較", "する")),
    "raise": (("増や", "す"), ("上げ", "ichidan"), ("高め", "ichidan"), ("伸ば", "す"), ("引き上げ", "ichidan"), ("引上げ", "ichidan"),
              ("伸び", "ichidan"), ("増え", "ichidan"), ("上が", "る"), ("拡大", "する"), ("増加", "する"), ("上昇", "する"), ("向上", "する")),
    "lower": (("減ら", "す"), ("下げ", "ichidan"), ("抑え", "ichidan"), ("引き下げ", "ichidan"), ("引下げ", "ichidan"),
              ("減", "る"), ("縮小", "する"), ("下が", "る"), ("短縮", "する"), ("減少", "する"), ("削減", "する"), ("縮減", "する"), ("低減", "する")),
    "keep": (("維持", "する"), ("現状維持", "する"), ("据え置", "く"), ("保", "つ")),
    "affect": (("響", "く"), ("影響", "する"), ("影響を受け", "ichidan"), ("影響が出", "ichidan"), ("影響を与え", "ichidan"), ("支障が出", "ichidan"), ("支障が生じ", "ichidan"),
               ("支障をきた", "す"), ("滞", "る"), ("動かなくな", "る"), ("進まなくな", "る"), ("できなくな", "る"),
               ("宙に浮", "く"), ("いなくな", "る"), ("打撃を受け", "ichidan"), ("影響が及", "ぶ"), ("影響の及", "ぶ"), ("及", "ぶ"),
               ("困", "る"), ("波及", "する"), ("起こ", "る"), ("起き", "ichidan"),
               ("どうな", "る")),
}  # fmt: skip
"""Verbs, by their statement about things."""

ENGLISH_VERBS: Mapping[str, str] = {
    "touch": "promote promotes promoting advance advances advancing pursue pursues pursuing push_for pushes_for fall_under falls_under falling_under have_something_to_do_with has_to_do_with having_to_do_with dealt_with tackle tackles tackling touch_upon touches_upon touch_on touches_on work_together_on works_together_on working_together_on collaborate_on collaborates_on cooperate_on cooperates_on contains contain containing concern concerns to_do_with on_the_topic_of on_the_topics_of on_the_theme_of on_the_subject_of on_the_theme tagged tagged_with marked marked_as marked_with relate_to relates_to related_with connected_with associated_with dealing_with dedicated_to devoted_to focus_on focuses_on focusing_on focused_on referring_to refer_to refers_to making_use_of make_use_of makes_use_of addressing address addresses includes include including appear_in appears_in appear appears appearing involved_in involved touch touches touching touched about concerning regarding related_to relating_to "
    "involve involves involving mention mentions mentioning cover covers covering on contribute_to "
    "contributes_to contributing_to covered_by used_by used used_in named_in linked_to run runs running use uses using under work_with works_with working_in works_in work_in work_on works_on working_on work works happen "
    "happens happening active planned scheduled take_place takes_place taking_place take_part takes_part taking_part take_part_in takes_part_in taking_part_in participate participates participate_in participates_in participating_in cooperate_with cooperates_with cooperating_with collaborate_with collaborates_with collaborating_with deal_with deals_with have_to_do_with belong_to belongs_to",
    "responsible": "bear bears bearing shoulder shoulders shouldering burdened_with assigned entrusted_with tasked_with charged_with supervising implementing undertaking undertake undertakes in_charge takes_charge_of take_charge_of looking_after handling in_hand going_to_do supposed_to_do expected_to_do be_doing doing share_responsibility_for shares_responsibility_for responsible_for the_responsibility_of responsibility_of in_charge_of handles handle owns own carries carry carried responsible "
    "run_by handled owned manages manage managed managed_by handled_by owned_by responsibility taking_care_of takes_care_of take_care_of looks_after look_after oversees oversee overseeing supervises supervise assigned_to belonging_to undertaken_by carried_out_by carry_out carries_out conducted_by implemented_by implements implement answer_for answers_for answerable_for accountable_for does do",
    "lead": "take_the_lead_in takes_the_lead_in take_the_lead_on takes_the_lead_on taking_the_lead_in in_the_lead_for spearhead spearheads the_lead_of main_department_of lead leads led led_by leading of_their_own headed_by heads leads_on",
    "based": "are_based_on is_based_on are_grounded_in is_grounded_in are_built_on is_built_on supports support underpins underpin the_basis_of the_basis_for basis_of basis_for cite cites citing cited_by cited based_on grounded_in rest_on rests_on resting_on founded_on grounded_on built_on law follow follows",
    "depend": "depend_on depends_on depending_on rely_on relies_on relying_on dependent_on reliant_on",
    "depended": "needed_by depended_on_by relied_on_by depended_on relied_on relied_upon relied_upon_by depended_upon",
    "start": "start starts starting started begin begins beginning began begun launch launches launched commence commences commencing commenced",
    "end": "end ends ending ended finish finishes finished finishing completed complete conclude concludes wrap_up wraps_up completes",
    "last": "lasts lasting take takes",
    "reach": "at_or_above_their_target at_or_above_their_targets at_or_above_the_target at_or_above_its_target reached met achieved attained reach achieve achieves attain hit_their_target at_target",
    "have": "expressed_in measured_in measured set there_is_any are_there_any is_there_any is_there are_there decided defined fixed have has having with are there_is there there_are exist",
    "disclose": "open_on open_to available_on available_to visible_on visible_to viewable accessible posted posted_on put_on put_online made_public disclosed published publish publishes publishing disclose public disclosed publicly",
    "rename": "renamed rename changes_name change_name changes_its_name change_its_name changes_the_name gets_a_new_name",
    "hand_over": "handed_over hand_over transferred transfer transferring moved_to handing_over",
    "drop": "disappear disappearing disappeared ceases_to_exist cease_to_exist ceased_to_exist no_longer_exists no_longer_exist did_not_exist shuts_down shut_down shutting_down is_taken_away went_away to_disappear vanishes vanish vanished reorganized reorganised restructured a_revision_of revision_of a_change_of an_amendment_of amendment_of the_abolition_of abolition_of the_closure_of closure_of cancel cancels drops abolishing dropping cancelling canceling closing stopping changing amending scrapping abolished dropped cancelled canceled removed closed stopped stops stop abolish disappears ends_up changed "
    "changes disbanded drop dissolved goes_away scrapped amended is_gone cut_back revised shut_down discontinued eliminated eliminating",
    "raise": "grow grows growing increases aiming_to_increase aims_to_increase aim_to_increase go_up goes_up improve improves improved increase increased raising raised raise rise rising",
    "lower": "aim_to_decrease aims_to_decrease aiming_to_decrease aim_to_reduce aims_to_reduce aiming_to_reduce aim_to_lower aims_to_lower be_reduced be_lowered should_decrease decrease decreased decreases decreasing shrink shrinks cut go_down goes_down fall falls reduce reduced lowering lowered lower reducing",
    "keep": "maintain maintained maintaining maintains remain remains remaining stay stays",
    "affect": "need_review needs_review need_a_review need_revision needs_revision require_review requires_review require_revision requires_revision need_updating needs_updating need_to_be_updated break breaks be_at_risk at_risk in_trouble impacted influenced must_be_reviewed must_be_changed must_be_updated must_be_revised must_be_rewritten must_change should_be_reviewed need_to_be_reviewed needs_to_be_reviewed need_to_be_changed needs_to_be_changed need_to_be_updated need_to_change needs_to_change have_to_change has_to_change have_to_be_changed have_to_be_reviewed hit hits affected affect affects happens happen suffer suffers",
}
"""English verbs and prepositions, by the same statements."""

NO = (
    "なく なくて なければ 無く 無くて なかったり もしていない もしておらず もしていません もされていない もしてない していない してない しておらず してない していません していなく されていない されておらず されていません されてない ない 無い なし 無し ありません ございません なかった でない ではない じゃない 無 未設定 未定 未確定 未記入 ゼロ 空欄 "
    "do_not_name does_not_name don't_name doesn't_name do_not_state does_not_state do_not_give does_not_give do_not_list does_not_list do_not_specify does_not_specify do_not_indicate does_not_indicate do_not_quote does_not_quote neither not no without don't doesn't do_not does_not are_not is_not isn't aren't never none lack lacks lacking missing fails_to fail_to"
)
"""Negations."""

BOUNDS: Mapping[str, str] = {
    ">=": "or_later and_later or_after 以降 以後 since from_the_year onwards onward starting_from and_after",
    ">": "より後 より後に より後の after later_than",
    "<=": "or_earlier and_earlier or_before 以前 until till no_later_than up_to_the_year",
    "<": "より前 より前に より前の より先 より先に before earlier_than prior_to",
}
"""Words that compare years with the year beside them, by the sign of the comparison."""

UNITS = "% ％"
"""Units that may stand alone: %の指標."""
UNKNOWN = "読めなかった 読めていない 読み取れていない 判読できていない 読み取れません 読み取れなかった 判読できなかった 分からなかった わからなかった はっきりしなかった 判読できない 判読不能な 判読不能の 読めない はっきりしない 不明 不明な 不明の 分からない わからない 判らない 読み取れない unknown unclear not_known is_not_known are_not_known isn't_known aren't_known is_not_clear uncertain not_clear undetermined unspecified"
UNREACHED = "below_their_target below_their_targets below_the_target below_its_target below_target short_of_their_target short_of_their_targets short_of_target short_of_the_target under_target 未達成 未達 未到達 still_have_to_be_reached have_to_be_reached has_to_be_reached yet_to_be_reached still_to_be_reached have_yet_to_be_reached still_have_to_be_met yet_to_be_met unreached unmet"
YES = "あれば ありましたら あったら ある あり あって あります あった 有 有り いる います ございます 付き つき yes"

PARTICLES = (
    "に向けて へ向けて だけど だけれど だけれども ですけど っていう ていう って言う とか 〜 ~ との関連が との関わりが の間に の間には の間の の下に の下で の下の の傘下の しか かつ のうちで のは の を が は に で と も へ や から まで 、 , ・ : ； ; ？ ? 。 . ！ ! 「 」 『 』 \" ' “ ” ‘ ’ （ ） ( ) "
    "として について に関する に関して に対して における において に係る にかかる のための ため 向け よって による より による "
    "には では とは って という考え方 という といった こと もの ところ 場合 際 は? んだ のか かな か ね よ な だ である "
    "some must of the a an in for to by from at is are be that which and with any as it they their this these those there its has "
    "fiscal s 's were was will would did been into but nor whose we our me my you i please do does can could would"
)
"""Words that only join."""

FILLERS = (
    "番号だけ 名前だけ 名称だけ タイトルだけ 題名だけ 示されたい 挙げられたい 報告されたい 回答されたい 説明されたい 明示されたい 教示されたい 提示されたい "
    "と確実に言える 確実に言える と言える えーと えー あのー えっとですね ましたっけ でしたかね だけ知りたい だけ教えて だけ見せて だけ出して だけ挙げて だけお願いします だけ表示して さらに 更に お互いに 互いに お互い でしょう うちの課の うちの課 うちの部署の うちの部署 わが課の わが課 何も 何ひとつ 何一つ まったく 全く 一切 "
    "原本から 原文から 資料から 本文から 原文で 原文に 原文の 原本で 原本に 原本の 原典で 原典に 出典で 元の資料で 元の資料に 教えてちょうだい 教えてくれない in_the_source in_the_document お知らせください 知らせて 取りまとめて この計画全体で この計画全体の 計画書全体で 計画書全体の anywhere 私は 私どもは 当方は 教えてください 教えて下さい 教えて おしえて 教えてくれますか 教えてほしい 知りたい 知りたいです 見せてください 見せて 示して "
    "ください 下さい お願いします お願い お願いいたします いただけますか もらえますか くれますか 頂けますか 出してください 出して "
    "でしょうか ですか ますか ですか です ます でした ありますか います いますか ございますか あるか ですが のですが んですが "
    "調べて 探して 挙げて 並べて 表示して 表示 一覧にして 一覧で リストで お答え お答えください お答え下さい お答えいただきたい 答えて 述べて 述べよ 伺いたいです 伺いたいのですが お伺いします お伺いしたい お聞かせください リストアップして まとめて すみませんが すみません する します すること 説明して 説明してください 解説して "
    "当局は 当局が 本市は 本市では 当市は 当市では つもり つもりですか おつもり 年に 年間 年間で 1年間で 1年間に いただけますでしょうか いただけないでしょうか いただけませんか いただけませんでしょうか いただければ いただきたく いただけると助かります 頂けますでしょうか 頂けませんか もらえますでしょうか いただければ幸いです 恐れ入りますが お手数ですが 恐縮ですが 新しく 新たに としたら とすると としますと やつ やつを 列挙 列挙して 列挙してください 洗い出して 抜き出して 抽出して ずっと リストアップ リスト化 一覧化 一覧表示 ピックアップ ピックアップして 問いを作って 問いを作成して 問いを考えて 作って 作ってください 作成してください 作成して 用意して なります なりますか supposed_to_be supposed 私の うちの 自分の の方 仕事 業務 内容 状況 現時点で 今のところ など 等 点 当課の 当課 私たちの 伺いたい 伺います 伺う 確認させてください 質問です お尋ねします ご教示ください ご教示願います お示しください 示していただきたい 分かりますか わかりますか 把握していますか 答えてください 知りたいんだけど 知りたいんですが 教えてもらえますか 教えていただきたい 教えてくれる 教えて欲しい 何かありますか 市全体の 市全体 役所全体の in_total overall altogether 方向の 方向 責任 対策 関連 けれど けれども くらい ぐらい ほど 程度 もし もしも 仮に 合わせて あわせて 合算して えっと あの では じゃあ ちょっと ざっくり 具体的に 具体的な 詳しく 全部で 合計で 全体で うちの 当市の 本市の 市の わが市の "
    "この大綱の この大綱で 本大綱の 本大綱で この計画の この計画で 計画書の 計画書で できますか 確認したい 見たい しりたい たっけ だっけ でしたっけ っけ かしら だろう だろうか かい けど 但し ただし お聞きしたい 聞きたい なの なのか なんですか なんでしょう "
    "across_plans across_the_plans across_all_plans across_all_the_plans across_our_plans look_like looks_like describe summarise summarize explain outline sketch the_name_of the_names_of the_title_of the_titles_of name_of names_of title_of ought_to_be should_be show show_me show_us get get_me fetch retrieve display print provide provide_me_with give_us tell_us give identify enumerate name_the output return bring_up pull_up i_need i_am_looking_for i'm_looking_for i_would_like_to_see i'd_like_to_see i_would_like i'd_like i_want_to_see i_want can_i_see can_i_have may_i_see help_me_find looking_for we_need do_you_have could_you_please can_you_please what's the_city's our_city's in_the_city of_the_city in_our_city in_our_plan in_the_plan in_the_plan_document in_this_document in_the_document of_the_plan_document currently_listed as_a_citizen i_am_a_citizen in_detail details_of tell_me tell_me_about info_on information_on information_about everything_about details_on details_about give_me list find let_me_see i_want_to_know what_are what_is please just currently exactly the_word the_words 示せ 挙げよ あげよ 抽出せよ 列挙せよ 列記せよ 説明せよ 回答せよ 整理せよ 報告せよ 集計せよ 答えよ 列挙 ちゃんと ばっかり ばかりで else in_these_plans in_the_plans in_all_plans in_our_plans of_these_plans of_all_plans of_this_plan in_this_plan that_should which_should "
    "thank_you thanks could_you can_you would_you どうか ぜひ 実際に 実際 主な 主に さん ものは "
    "であるもの しているもの したもの それは その している して しています をしている となる になる である 行われる もう すでに 既に まだ 一部の 末 なる なっている なっています の有無 有無 いずれかの 主要な yet so_far still made been"
)
"""Words without a meaning for the question."""

_REQUESTS = (
    "教え 示し 挙げ あげ 見せ 出し 答え 知らせ 聞かせ 並べ 列挙し 列記し 抽出し 抜き出し 洗い出し 整理し 報告し 説明し "
    "提示し 明示し 回答し リストアップし リスト化し 一覧にし 一覧化し 一覧表にし 表にし 表示し 集計し 数え 計算し 調べ 探し まとめ 検索し ピックアップし 抜粋し 紹介し"
)
_REQUESTED = (
    "て てください て下さい てほしい て欲しい てほしいです て欲しいです てほしいのですが ていただきたい ていただきたいです ていただきたく ていただけますか "
    "ていただけませんか ていただけますでしょうか ていただけないでしょうか ていただけると助かります ていただければ て頂きたい て頂けますか て頂けませんか "
    "てもらえますか てもらえませんか てもらえる てもらいたい てもらえると助かる てくれますか てくれませんか てくれる てくれない てくれ てよ てね "
    "てちょうだい て願います てみて てみてください なさい"
)
REQUESTS = tuple(stem + end for stem in _REQUESTS.split() for end in _REQUESTED.split())
"""How people ask for an answer; it says nothing of what is asked."""

ADDRESSEES = frozenset(
    "市民 住民 県民 区民 町民 村民 国民 一般 外部 庁外 citizens residents people everyone public".split()
)
"""Addressees of a disclosure: they hold for every plan, so they add nothing."""

BURDENS = frozenset(
    "負担 負荷 業務負担 業務負荷 仕事量 忙しい 忙しさ workload burden load busy busiest".split()
)
"""Words for the workload of a department, counted by ``workload``."""
