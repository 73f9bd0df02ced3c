"""Words of English sentences for those that a Japanese plan prints: drones (英語の語)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from keikaku.queries.asking.tokens.lexicon import SEARCHED, Names, Token
from keikaku.queries.asking.tokens.neighbours import next_token, previous_token
from keikaku.queries.asking.vocabulary.letters import fold

ENGLISH_WORDS: Mapping[str, str] = {
    "ドローン": "drone",
    "トイレ": "toilet restroom",
    "駐車": "parking",
    "学校給食": "school_lunch school_meal",
    "学校": "school",
    "保育": "childcare child_care nursery day_care daycare",
    "子育て": "parenting child_rearing",
    "市税": "city_tax municipal_tax local_tax",
    "税": "tax taxes taxation",
    "口座振替": "direct_debit",
    "滞納": "arrears delinquency",
    "債権": "claim debt",
    "公園": "park",
    "橋りょう": "bridge",
    "道路": "road street",
    "河川": "river",
    "下水": "sewer sewage sewerage",
    "図書館": "library libraries",
    "公民館": "community_center community_centre",
    "博物館": "museum",
    "スポーツ": "sport",
    "防災": "disaster_prevention disaster_management",
    "健康": "health",
    "介護": "nursing_care",
    "住宅": "housing",
    "研修": "training",
    "監査": "audit auditing",
    "女性": "woman women",
    "男女共同参画": "gender_equality",
    "補助金": "subsidy subsidies",
    "太陽光": "solar",
    "電力": "electricity",
    "公用車": "official_vehicle official_car",
    "広告": "advertising advertisement",
    "窓口": "service_counter service_desk",
    "押印": "seal",
    "手続": "procedure",
    "スマートフォン": "smartphone",
    "リスク": "risk",
    "残業": "overtime",
    "ごみ": "garbage waste",
    "観光": "tourism",
    "農業": "agriculture farming",
    "移住": "migration",
    "空き家": "vacant_house empty_house",
}
"""Words that plans print, with the English ones for each."""

_JAPANESE = {
    english.replace("_", " "): word
    for word, listed in ENGLISH_WORDS.items()
    for english in listed.split()
}


def in_japanese(tokens: list[Token]) -> list[Token]:
    """Return the tokens, with English words as the plan prints them: drones as ドローン."""
    return [
        Token("text", None, _printed(token.text)) if token.role == "text" else token
        for token in tokens
    ]


def _printed(text: str) -> str:
    word = text.lower().strip()
    singular = word.removesuffix("s")
    return _JAPANESE.get(word) or _JAPANESE.get(singular) or text


def as_typed(text: str, sentence: str) -> str:
    """Return a word of a plan as the English one that a sentence has for it: sewer, not 下水."""
    said = sentence.lower()
    if text in sentence:
        return text
    listed = [each.replace("_", " ") for each in ENGLISH_WORDS.get(text, "").split()]
    return next((word for word in listed if word in said), text)


def rising(tokens: list[Token]) -> list[Token]:
    """Read increase as a verb behind a word that needs one: indicators that should increase."""
    return [
        Token("verb", "raise", token.text)
        if token.value == "gap" and previous_token(tokens, place).text.lower() in _NEEDS_A_VERB
        else token
        for place, token in enumerate(tokens)
    ]


def sharing(tokens: list[Token]) -> list[Token]:
    """Read share behind a noun as what has to do with what follows: departments share the theme."""
    return [
        Token("verb", "touch", token.text)
        if token.value == "share"
        and token.text.lower() in {"share", "shares"}
        and previous_token(tokens, place).role == "kind"
        and next_token(tokens, place).text.lower() == "the"
        else token
        for place, token in enumerate(tokens)
    ]


_NEEDS_A_VERB = {"should", "to", "that", "which", "will", "must", "can"}


def is_foreign(words: Iterable[str], known: Names) -> bool:
    """Return whether one of the words is plain English that no name of the graph holds."""
    return any(
        word.isascii()
        and word.islower()
        and len(word) > 2
        and not any(fold(word) in each.folded[0] for kind in SEARCHED for each in known.of(kind))
        for word in words
    )
