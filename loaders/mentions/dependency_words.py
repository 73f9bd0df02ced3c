"""The words by which a text states that one plan depends on another, as data."""

TAILS: tuple[str, ...] = (
    "の効果的な活用",
    "の充実・強化",
    "の充実強化",
    "の設置及び運営の適正化",
    "の適正な運用",
    "の健全な運営支援",
    "の運用・管理",
    "の運用、管理",
    "の推進事業",
    "推進事業",
    "対策事業",
    "の推進",
    "の促進",
    "の強化",
    "の充実",
    "の活用",
    "の利活用",
    "の適正化",
    "の見直し",
    "の実施",
    "の開催",
    "の発行",
    "の運営",
    "の運用",
    "の導入",
    "の整備",
    "の構築",
    "の作成",
    "の策定",
    "の改定",
    "の更新",
    "の検討",
    "の公表",
    "の拡大",
    "の拡充",
    "の提供",
    "の確保",
    "の向上対策",
    "の向上",
    "の抑制",
    "の発信",
    "の継承",
    "の実現",
    "構想",
    "事業",
)
"""Endings removed from a title or an action; its subject is left (longest first)."""

PARTS: tuple[str, ...] = (
    "及び",
    "並びに",
    "と",
    "・",
    "、",
    "における",
    "に関する",
    "を活用した",
    "による",
)
"""A title of several subjects is parted at these words."""

GENERAL: frozenset[str] = frozenset(
    (
        "情報セキュリティ",
        "業務委託",
        "人材育成",
        "人財育成",
        "行財政改革",
        "行政サービス",
        "情報公開",
        "市民参画",
        "情報発信",
        "市ウェブサイト",
        "指定管理者",
        "施設整備",
        "働き方改革",
        "公共施設等",
        "市民サービス",
        "民間活力",
        "システム",
        "新規事業",
        "アンケート",
        "ガイドライン",
        "進捗管理",
        "納付方法",
        "口座振替",
        "電子申告",
        "個別計画",
        "キャッシュレス決済",
        "オンライン申請",
        "ホームページ",
        "ポータルサイト",
        "広域連携",
        "デジタル化",
        "ペーパーレス",
        "キャッシュレス",
        "カウンターレス",
        "ファイルレス",
        "ムーブレス",
    )
)
"""Subjects too general to state a dependency, however long."""

BODIES: tuple[str, ...] = (
    "会議",
    "委員会",
    "協議会",
    "審議会",
    "部会",
    "基金",
    "課",
    "室",
    "係",
    "職員",
)
"""A subject inside the name of a body or meeting names that body, not the plan."""

SYSTEMS: tuple[str, ...] = (
    "システム",
    "サイト",
    "センター",
    "プラットフォーム",
    "モニター",
    "ポータル",
    "データベース",
    "アプリ",
    "制度",
    "運動",
    "広報紙",
)
"""How the name of a system or scheme ends (``names_system``)."""

MANAGES: tuple[str, ...] = ("策定", "改定", "改訂", "見直し", "更新")
"""Words by which a plan says that it manages a guideline (``names_managed_guideline``)."""

SHORTEST_ACRONYM = 3
SHORTEST_SUBJECT = 6
SHORTEST_TITLE = 8
SHORTEST_ACTION = 7
"""Fewest letters of an acronym, of a title's subject, of a whole title, of an action's subject."""

PAGE_TAILS: tuple[str, ...] = (
    "について",
    "に関すること",
    "への取組み",
    "への取組",
    "への取り組み",
    "のご案内",
    "の御案内",
    "のお知らせ",
    "のページ",
    "ホームページ",
    "一覧",
)
"""Endings removed from a web page's name; the subject of the page is left."""

SHORTEST_PAGE = 7
SHORTEST_PROPER_PAGE = 5
"""Fewest letters by which a plan's own web page is an alias of it; fewer for a name in kana."""

SHORTEST_ALIAS = 4
SHORTEST_ITEM = 4
"""Fewest letters of an alias in brackets, and of an item of a list (three of Latin or katakana)."""

BULLETIN = r"^(?:広報|市報|町報|県報)(?!紙|誌|活動|媒体|番組|資料)[ぁ-んァ-ヺー一-鿿]{2,}$"
"""The name of a municipality's own bulletin, however short."""

LIST_SEPARATORS = r"、|や|・|及び|並びに|または|又は|と(?=[一-鿿ァ-ヺA-Za-z「])"
"""What parts the items of a list inside a sentence (AやB、Cの推進による)."""

LIST_TAIL = (
    r"(?:の(?:推進|活用|利活用|充実|強化|整備|導入|拡大|普及|運用|実施|見直し|適正化|促進|取組|取り組み))?"
    r"(?:等|など)?$"
)
"""What may stand between the last item of a list and what ends it."""

LIST_ENDS = (
    r"により|によって|による|を通じ|と連携|との連携|と併せ|とあわせ|と一体|を踏まえ|に基づ|を活用し"
    r"|を生かし|を活かし"
)
"""Words after a list that mark its items as what the plan rests on."""

COMMON = 4
"""A subject named by more plans than this says nothing about any of them."""
