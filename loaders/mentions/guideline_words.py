"""How the names of laws, guidelines, plans and policies end and begin, as data."""

ENDINGS: dict[str, tuple[str, ...]] = {
    "law": ("法", "法律", "政令", "省令"),
    "ordinance": ("条例", "規則", "規程", "要綱", "要領"),
    "guideline": ("指針", "ガイドライン"),
    "plan": ("計画", "プラン", "大綱"),
    "policy": ("方針", "ポリシー", "戦略", "宣言", "憲章"),
    "criterion": ("基準",),
    "notice": ("通知", "通達", "留意事項"),
    "vision": ("ビジョン", "構想"),
}
"""By type, the words that a name ends with. The last one in a name decides."""

NOT_FOLLOWED_BY: tuple[str, ...] = (
    "的",
    "性",
    "外",
    "値",
    "書",
    "課",
    "室",
    "部",
    "局",
    "係",
    "官",
    "人",
    "令",
    "務",
    "定",
    "制",
    "律",
    "案内",
    "期間",
    "年度",
)
"""A word right behind the ending that makes it something else (計画的, 基準値, 戦略課)."""

NOT_BEFORE_LAW = "方手司用工療技寸作文立違合適無商民憲"
"""Letters right before 法 that make it no law (方法, 手法)."""

NOT_STEMS_OF_LAWS: tuple[str, ...] = (
    *("蘇生", "応急手当", "治療", "消毒", "洗浄", "呼吸", "発声", "会話", "接遇", "調理", "栽培"),
    *("指導", "学習", "勉強", "練習", "表現", "発想", "思考", "面接", "撮影", "体験"),
    *("算定", "計算", "測定", "推計", "推定", "集計", "解析", "分析", "比較", "抽出"),
    *("均衡", "定額", "定率", "使用", "保管"),
)
"""Words of what is done: with 法 behind them they are a way to do it (心肺蘇生法), and no law."""

BARE: frozenset[str] = frozenset(
    (
        "根拠法",
        "個別計画",
        "実施計画",
        "年次計画",
        "管理計画",
        "行動計画",
        "全体計画",
        "改築計画",
        "修繕計画",
        "審査基準",
        "設置基準",
        "施設方針",
        "基本方針",
        "基本計画",
        "推進計画",
        "キャリアビジョン",
        "ライフプラン",
        "予算編成方針",
    )
)
"""Words that name nothing by themselves."""

KANA_WORDS: tuple[str, ...] = (
    "橋りょう",
    "子育て",
    "まちづくり",
    "ものづくり",
    "ひとづくり",
    "人づくり",
    "づくり",
    "こども",
    "子ども",
    "みどり",
    "くらし",
    "ごみ",
    "いじめ",
    "がん",
    "ふるさと",
    "あり方",
    "しごと",
    "ひと",
    "まち・ひと・しごと",
    "緑の",
)
"""Words of hiragana that may stand inside a name."""

PREFIXES: tuple[str, ...] = (
    "本市",
    "当市",
    "同市",
    "各種",
    "現行",
    "関係",
    "新たな",
    "国",
    "県",
    "第三者",
)
"""Words before a name that are no part of it."""

WHOLE_WORDS: tuple[str, ...] = (
    *("国民", "国土", "国際", "国立", "国有", "国勢", "国内", "国保"),
    *("県民", "県立", "県営", "県道", "県内", "県外"),
)
"""Words that begin as one of those does, and are part of a name: 国民年金…."""

SHORTEST_STEM: dict[str, int] = {
    "law": 2,
    "ordinance": 4,
    "guideline": 4,
    "plan": 4,
    "policy": 4,
    "criterion": 4,
    "notice": 99,
    "vision": 3,
}
"""Fewest letters before the ending, by type: 審査基準 and 年次計画 name nothing."""

NATIONAL_TYPES: frozenset[str] = frozenset(("law",))
NATIONAL_WORDS: tuple[str, ...] = (
    "地方公共団体",
    "第三セクター等",
    "デジタル田園都市",
    "国土",
    "地方行政サービス",
    "自治体DX",
)
NATIONAL_BEFORE: tuple[str, ...] = (
    "国の",
    "総務省",
    "内閣府",
    "国土交通省",
    "厚生労働省",
    "文部科学省",
    "環境省",
    "経済産業省",
    "デジタル庁",
    "省の",
    "省通知",
    "庁の",
)
"""Marks of the state's guidelines: the type, a word in the name, or the words before it."""
