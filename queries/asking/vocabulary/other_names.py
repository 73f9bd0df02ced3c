"""Other names of things of the graph: themes in English, the site of the city (別名)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol

from keikaku.queries.asking.vocabulary.question_words import KINDS
from keikaku.queries.graph_walks import Graph, of_kind

WEBSITES = (
    "ウェブサイト ホームページ webサイト web hp website web_site homepage "
    "city_website city's_website municipal_website"
)
"""Words for the site of a municipality, whatever its name in the plan."""

PAPERS = "広報紙 広報誌 市報 市の広報"
"""Words for the paper of a municipality, whatever its name in the plan."""

ENGLISH_THEMES: Mapping[str, str] = {
    "キャッシュレス": "cashless cash-less cash_less cash-free",
    "ペーパーレス": "paperless paper-less paper_less paper-free",
    "カウンターレス": "counterless counter-less counter_less",
    "ファイルレス": "fileless file-less file_less",
    "ムーブレス": "moveless move-less move_less",
    "5レス": "five_-less_themes five-less_themes five_less_themes "
    'five_"-less"_themes five_"less"_themes 5_"less"_themes 5_-less_themes '
    '5-less_themes 5_"-less"_themes 5_less_themes 5-less five-less',
    "カイゼン": "kaizen",
    "デジタル化": "digitalization digitization digitalisation",
    "DX": "digital_transformation",
    "オープンデータ": "open_data",
    "働き方改革": "work_style_reform",
    "情報セキュリティ": "information_security",
    "マイナンバー": "my_number",
    "デジタルデバイド": "digital_divide",
    "人材育成": "human_resource_development",
    "民間委託": "outsourcing",
    "広域連携": "regional_cooperation",
    "市民協働": "citizen_collaboration",
    "バックキャスト": "backcasting",
    "AI": "artificial_intelligence",
}
"""English names of themes; only the themes of a graph are known."""


_NARROWER = {"テレワーク": "telework teleworking remote_work", "業務委託": "contracting_out"}


class _Called(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def names(self) -> tuple[str, ...]: ...


def level_words(graph: Graph, kind: str) -> list[str]:
    """Return the words that a document prints for the levels of a kind: 基本方針, 推進項目."""
    levels = (facts.get("level") for _, facts in of_kind(graph, kind))
    return sorted({level for level in levels if level})


def plan_words(lookup: Callable[[str], Graph]) -> Iterator[str]:
    """Yield nouns of other kinds that mean plans in a graph without that kind: 施策, 取組."""
    for kind in ("Initiative", "Action"):
        if not any(True for _ in of_kind(lookup(kind), kind)):
            yield from (word for word in KINDS[kind].split() if not word.isascii())


def other_names(
    of: Callable[[str], Iterable[_Called]], narrow: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, str, str, str]]:
    """Yield other spellings, each with the kind, id and name of what is meant.

    ``of`` returns the things of a kind, ``narrow`` are words for a part of a theme, with its id.
    The site is known by other words only where one channel is the site as a whole, whatever letter
    says of whom: 市ウェブサイト.
    """
    for theme in of("Theme"):
        for word in ENGLISH_THEMES.get(theme.names[0], "").split():
            yield word.replace("_", " "), "Theme", theme.id, theme.names[0]
    for narrower, theme_id in narrow:
        for word in _NARROWER.get(narrower, "").split():
            yield word.replace("_", " "), "Theme", theme_id, narrower
    words = [word.replace("_", " ") for word in WEBSITES.split()]
    sites = [each for each in of("Channel") if each.names[0][1:].lower() in words]
    papers = [each for each in of("Channel") if each.names[0].startswith("広報")]
    for paper in papers if len(papers) == 1 else ():
        for word in PAPERS.split():
            yield word, "Channel", paper.id, paper.names[0]
    for site in sites if len(sites) == 1 else ():
        for word in words:
            yield word, "Channel", site.id, site.names[0]
