"""The words around a number: units, comparators, qualifiers, roles, what is compared with."""

from __future__ import annotations

import re
from collections.abc import Container

from keikaku.loaders.values.model import Role, Sign

KANJI_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}


def spaced(word: str) -> str:
    """Make a pattern for a word into which a print may have put blanks."""
    return " ?".join(re.escape(letter) for letter in word)


def one_of(words: str | list[str]) -> str:
    """Make a pattern for any of these words (parted by blanks), the longest first."""
    listed = words.split() if isinstance(words, str) else words
    return "|".join(re.escape(word) for word in sorted(set(listed), key=len, reverse=True))


def longest(text: str, start: int, words: Container[str], limit: int) -> int:
    """Find where the longest of some words ends that begins at ``start``; ``start`` for none.

    A print may have put single blanks into it. ``limit`` is the length of the longest word. Looking
    up costs less than a pattern of hundreds of words takes to be made.
    """
    letters, best, at = "", start, start
    while at < len(text) and len(letters) < limit:
        if text[at] == " ":
            if not letters:
                return start
        else:
            letters += text[at]
            if letters in words:
                best = at + 1
        at += 1
    return best


UNITS = """
人 名 件 回 % ‰ 円 校 社 者 戸 台 本 基 棟 棟数 部 冊 枚 点 ポイント 位 倍 割 分 秒 時間 時間数
日 週 週間 月 年 年間 歳 才
か所 ヶ所 ケ所 カ所 ヵ所 箇所 個所 所 か国 ヶ国 カ国 か月 ヶ月 ケ月 カ月 ヵ月 箇月 か年 カ年 つ 個
種 種類 種目 品 品目 項目
市 町 村 市町 市町村 町村 市区町村 区 区市町村 県 都道府県 道府県 団体 組織 施設 事業所 事業者
事業 企業 法人 機関 世帯 世帯数
店 店舗 園 学級 クラス 学校 学区 地区 地域 圏域 路線 区間 区域 箇所数 か所数 橋 便 隻 頭 羽 匹 株
床 室 席 口 組 班 隊 隊員 団 門 艘
講座 教室 コース 大会 試合 種目 競技 作品 論文 特許 件数 人数 回数 戸数 台数 社数 校数 日数 本数
延人 人日 人泊 泊 人回 千人泊
経営体 経営体数 農家 農業者 営農組織 集落 産地 銘柄 商品 製品 ブランド 系統 工区 か村 港 空港 駅
バス停 停留所 車両 航路
議題 提案 意見 回線 局 基地局 端末 アカウント フォロワー アクセス ビュー ページ サイト
ダウンロード 票 問 問題 セット 箱 袋 缶
プロジェクト プログラム グループ チーム サークル クラブ ネットワーク モデル ケース タイプ ポスト
ルート エリア ゾーン サイクル センター
メートル キロメートル 平方メートル 平方キロメートル ヘクタール アール トン キロ グラム キログラム
リットル キロリットル ワット
キロワット メガワット キロワット時 立方メートル ドル ユーロ パーセント ポイント数 ℃ 度 dB ppm 坪
里 俵 級 段 号 号機 杯
か条 条例 計画 協定 件名 症例 例 病院 診療所 薬局 薬剤師 医師 看護師 保健師 保育士 教員 教諭 職員
団員 委員 会員 生徒 児童 学生 児
取組 活動 行事 イベント 企画 研修 会議 会場 拠点 会 事例 案件 拠点数 窓口 手続 手続き 業務
システム 様式 帳票 書類 文書 データ データセット
自治会 町内会 団地 住宅 空き家 区画 筆 号棟 人役 社会福祉法人 NPO法人 認定こども園 保育所 幼稚園
こども園 小学校 中学校 高校 大学
"""

RHYTHMS = {
    "年": "年", "年間": "年", "毎月": "月", "月": "月", "月間": "月", "各月": "月", "週": "週",
    "週間": "週", "毎週": "週", "毎日": "日", "1日": "日", "一日": "日", "日": "日",
    "1日当たり": "日", "1日あたり": "日", "1週間": "週", "1年": "年", "1か月": "月",
}  # fmt: skip
"""Words before a number that tell how often: 年2回 is 2 回/年."""

COMPARATORS: dict[str, Sign] = {
    **dict.fromkeys(("以上",), ">="),
    **dict.fromkeys(("以下", "以内"), "<="),
    **dict.fromkeys(
        ("未満", "を下回る", "下回る", "を下回り", "を切る", "を割り込む", "に満たない"), "<"
    ),
    **dict.fromkeys(("下回らない", "を下回らない", "を下限"), ">="),
    **dict.fromkeys(("上回らない", "を上回らない", "超えない", "を超えない", "を上限"), "<="),
    **dict.fromkeys((f"より{word}" for word in ("少ない", "小さい", "低い", "短い")), "<"),
    **dict.fromkeys((f"より{word}" for word in ("多い", "大きい", "高い", "長い")), ">"),
    **dict.fromkeys(
        (
            "超",
            "超過",
            "超え",
            "超える",
            "を超える",
            "を超え",
            "を超過",
            "を上回る",
            "上回る",
            "を上回り",
            "を上回って",
        ),
        ">",
    ),
}
SIGNS: dict[str, Sign] = {
    "≧": ">=",
    "≥": ">=",
    ">=": ">=",
    ">": ">",
    "≦": "<=",
    "≤": "<=",
    "<=": "<=",
    "<": "<",
}

SIGNS_BEHIND: dict[str, Sign] = {
    "≧": "<=", "≥": "<=", "≦": ">=", "≤": ">=", "<": ">", ">": "<",
}  # fmt: skip
"""Signs behind a number tell on which side of it the value lies: 70%< is more than 70%."""

LIMITS: dict[str, Sign] = {"上限": "<=", "下限": ">=", "上限値": "<=", "下限値": ">="}
"""Words before a number that bind it from one side: 上限200件."""

QUALIFIERS_AFTER = (
    "程度 台前半 台後半 台半ば 台 規模 前後 弱 強 余 余り ほど くらい ぐらい 平均 平均値"
    " 見込値 見込み"
    " 見込 見込額 速報値 速報 暫定値 暫定 推計値 推計 推定値 推定 概算 概数 試算 予測値 予測"
    " 想定 想定値"
    " 中央値 参考値 確定値 上位"
)
QUALIFIERS_BEFORE = (
    "約 概ね おおむね おおよそ およそ ほぼ 平均 少なくとも 最低 最低でも 最大 最高 最小 上位"
    " 推計 推定 参考値"
    " 見込 見込み 見込値 暫定 暫定値 速報 速報値 推計値 推定値 平均値 概算 概算値"
)
CUMULATIVE = "累計 累計額 累計数 累計値 累積 累積数 通算 合計 総計 計 延べ のべ 延"

ROLES: dict[str, Role] = {
    **dict.fromkeys(
        "現状値 現状 現況値 現況 現在値 基準値 基準年 基準 当初値 策定時 計画策定時 初期値"
        " 開始時 計画開始時 計画当初".split(),
        "baseline",
    ),
    **dict.fromkeys("実績値 実績 実績見込".split(), "actual"),
    **dict.fromkeys(
        "目標値 目標 中間目標 中間目標値 最終目標 最終目標値 数値目標 目標年 目標年度"
        " 年度目標 年次目標 単年度目標 努力目標 長期目標 短期目標 国の目標 県の目標".split(),
        "target",
    ),
}
AIMS = "目指す めざす 目指し めざし 目標とする 目標とし 目標に"
KEEPS = "維持 維持する 維持し続ける 堅持 保持"
CHANGES = (
    "削減 減少 増加 増 減 向上 改善 上昇 低下 低減 拡大 縮小 延伸 短縮 抑制 引き上げ 引上げ"
    " 引き下げ 引下げ"
    " 引き上げる 引き下げる 増やす 減らす 圧縮 増大 増進 伸長 伸び アップ ダウン 上積み 純増"
    " 純減 節減 縮減 成長 高い 低い 多い 少ない 早い 長い 短い"
    " 増員 減員 増額 減額 増便 減便 カット"
    " 減少させる 増加させる 上昇させる 低下させる 改善させる 向上させる 短縮する 延ばす 高める"
    " 下げる 上げる"
)
ACTIONS = (
    "実施 開催 整備 設置 達成 確保 継続 参加 雇用 養成 育成 認定 登録 利用 創出 導入 作成"
    " 策定 支援 採用 取得"
    " 受講 修了 配置 公表 開設 締結 配布 発行 発信 更新 完了 完成 実現 到達 受入 受入れ"
    " 受け入れ 新設 増設 供用"
    " 開始 運用 運営 運行 回収 処理 提供 派遣 訪問 指定 選定 交付 助成 補助 申請 受付 公開"
    " 掲載 配信 放送 調査"
    " 点検 改修 修繕 更新 耐震化 解消 解決 促進 推進 普及 展開 活用 対応 対象 回答 把握 相当"
    " 以外 キープ 見直し 見直 検証 事業化 着手 立地 誘致 造成 参画 移住 定住 転入 就農 就職"
    " 就業 起業 創業 定着 表彰 受賞 発掘 商品化 製品化 改良 舗装 植樹 造林"
    " 間伐 輸出 出荷 販売 購入 合格 移転 統合 廃止 開発 開通 開業 出店"
    " 進出 協力 連携 協働 参入 転換 改築 新築 建設 車線化 電化 無電柱化"
    " 長寿命化 拡充 強化 満足"
)
FILLERS = (
    "の を に が は で と へ まで までに する した して し される された させる させ できる"
    " とする として となる"
    " ずつ に向けて に近づける より よりも から になる なる であること"
    " 満点 全て すべて 件数 人数 水準 である こと 等 など も 予定 、 。 : "
)
SCOPES = (
    "全国 全県 県内 東北 関東 北陸 中部 東海 近畿 関西"
    " 中国 四国 九州 国内 世界 道内 都内 府内 全国で 全国順位 順位"
)

SUBGROUPS = re.compile(
    r"(?:[小中高]|小学(?:校|生)?|中学(?:校|生)?|高校(?:生)?|高等学校|大学(?:生)?|幼稚園|保育(?:所|園)"
    r"|特別支援学校|県立学校|市立学校|公立|私立|県立|市立|国立|男性?|女性?|男子|女子|男女計?|全体|一般"
    r"|[小中高]\d(?:年生)?(?:男子?|女子?|男性|女性)?|(?:小学|中学|高校)校?\d年生?|[小中][国算数英理社]"
    r"|県内|県外|市内|市外|町内|村内|国内|国外|海外|域内|圏域内|外国人|日本人|外来|入院|一廃|産廃"
    r"|大卒|高卒|短大卒|専門卒|大企業|中小企業|正規|非正規|常勤|非常勤|管理職|一般職|教員|教職員|児童|生徒"
    r"|成人|高齢者|若者|子ども|乳児|幼児|新規|既存|累計|単年|日帰り|宿泊|\d+歳(?:代|以上|未満|児)?"
    r"|\d+代|\d+[~-]\d+歳|家庭系|事業系|一般旅客|貨物|上水道|下水道|水道|道路|河川|[A-D])"
)
YARDSTICK = re.compile(
    r"(?:対?(?:前年度?|昨年度?|前回(?:調査)?|前期|現状|現況|現在|基準年?度?|当初|計画策定時"
    r"|(?:過去|直近)(?:\d+[かヶカ]?年間?)?\D{0,10}"
    r"|全国|県内?|東北|九州|国|目標|法定\D{0,8}|類似団体|政令市|中核市|都市|他県|他都市|市町村|近隣\D{0,4})"
    r"(?:の?平均|水準|並み?|値|実績|数値|順位|目標|最高|最低)*|平均|[^\d\s]{0,12}(?:平均値?|雇用率|基準値?|水準))"
)
"""What a target is compared with in words: 前年度, 全国平均, 現状値, 法定雇用率."""
