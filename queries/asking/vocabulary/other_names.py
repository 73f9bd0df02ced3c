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
    "キャッシュレス": "cashless cash-less cash_less cash-free cashless_payment cashless_payments "
    "cashless_transactions cashless_settlement cashless_society going_cashless",
    "ペーパーレス": "paperless paper-less paper_less paper-free paperless_office paperless_work "
    "paperless_operations paperless_working going_paperless",
    "カウンターレス": "counterless counter-less counter_less counter-free counterless_service "
    "counterless_services",
    "ファイルレス": "fileless file-less file_less file-free",
    "ムーブレス": "moveless move-less move_less movement-free",
    "5レス": "five_-less_themes five-less_themes five_less_themes "
    'five_"-less"_themes five_"less"_themes 5_"less"_themes 5_-less_themes '
    '5-less_themes 5_"-less"_themes 5_less_themes 5-less five-less 5_less five_less 5_lesses '
    'five_lesses 5less five_"less" 5_"less" five_"lesses" 5-less_initiative five-less_initiative',
    "カイゼン": "kaizen continuous_improvement",
    "デジタル化": "digitalization digitization digitalisation digitisation digitalizing digitizing",
    "DX": "digital_transformation",
    "ICT": "information_technology information_and_communication_technology "
    "information_and_communications_technology",
    "RPA": "robotic_process_automation process_automation",
    "BPR": "business_process_reengineering business_process_re-engineering process_reengineering",
    "PDCA": "pdca_cycle plan-do-check-act plan_do_check_act",
    "PFI": "private_finance_initiative private_finance_initiatives private_finance",
    "PPP": "public-private_partnership public-private_partnerships public_private_partnership "
    "public_private_partnerships",
    "SDGs": "sustainable_development_goals sustainable_development",
    "指定管理者制度": "designated_manager_system designated_managers designated_manager "
    "designated_administrator_system designated_administrators designated_management "
    "designated_manager_scheme",
    "長寿命化": "life_extension lifespan_extension service_life_extension longer_service_life "
    "lifetime_extension extending_the_life_of_facilities",
    "公共施設マネジメント": "public_facility_management public_facilities_management "
    "facility_management management_of_public_facilities",
    "オープンデータ": "open_data",
    "働き方改革": "work_style_reform work-style_reform workstyle_reform working_style_reform "
    "way_of_working_reform reform_of_working_styles",
    "情報セキュリティ": "information_security cybersecurity cyber_security",
    "マイナンバー": "my_number my_number_card individual_number mynumber",
    "デジタルデバイド": "digital_divide",
    "人材育成": "human_resource_development human_resources_development staff_development "
    "talent_development personnel_development human_resources",
    "民間委託": "outsourcing private_outsourcing outsourcing_to_the_private_sector "
    "private_consignment",
    "広域連携": "regional_cooperation wide-area_cooperation wide-area_collaboration "
    "inter-municipal_cooperation intermunicipal_cooperation regional_collaboration "
    "wide_area_cooperation",
    "市民協働": "citizen_collaboration collaboration_with_citizens citizen_participation "
    "civic_collaboration citizen_cooperation citizen_partnership working_with_citizens",
    "バックキャスト": "backcasting backcast",
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
