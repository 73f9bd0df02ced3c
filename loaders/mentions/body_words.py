"""How the names of outside bodies (関係団体) end and begin, as data."""

ENDINGS: tuple[str, ...] = (
    "協議会",
    "協会",
    "機構",
    "財団",
    "連合会",
    "商工会議所",
    "商工会",
    "公社",
    "振興会",
    "認証センター",
    "株式会社",
    "大学",
    "税理士会",
    "社会福祉協議会",
    "連絡調整会議",
    "中枢都市圏",
)
"""Something must stand before the ending."""

NAME_ENDINGS: tuple[str, ...] = tuple(
    ending for ending in ENDINGS if ending not in ("大学", "中枢都市圏", "連絡調整会議")
)
"""Endings that make a word before them part of a body's name (電子化協議会)."""

BRANCH = r"[一-鿿ァ-ヺー]{1,6}支部"
"""A branch may follow: 税理士会◯◯支部."""

STATE: tuple[str, ...] = (
    "総務省",
    "内閣府",
    "国土交通省",
    "厚生労働省",
    "文部科学省",
    "環境省",
    "経済産業省",
    "農林水産省",
    "法務省",
    "財務省",
    "デジタル庁",
    "消防庁",
)
"""Bodies of the state, named whole."""

NOT_NAMES: tuple[str, ...] = (
    "三者協議会",
    "各種協会",
    "関係機関",
    "民間大学",
    "市内大学",
    "各大学",
    "高等教育機関",
    "審議会",
    "地域協議会",
    "組織機構",
    "大学等",
)
"""Meetings and kinds of bodies that end like a body, but are no names."""

NOT_FOLLOWED_BY: tuple[str, ...] = ("通知", "告示", "令")
"""Words behind a state body that make it only the author of a rule, not involved in the plan."""
