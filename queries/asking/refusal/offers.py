"""Questions to offer that keep what a sentence wants: to merge, to leave out, a share (問いの例).

An offer has the names, or the nouns, that are recognised in the sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from keikaku.graph.language import Text
from keikaku.queries.asking.tokens.lexicon import Mention
from keikaku.queries.asking.tokens.neighbours import next_token
from keikaku.queries.asking.tokens.sentence import Sentence
from keikaku.queries.asking.vocabulary.reading import severity_of

_MERGE = Text("{a}と{b}を統合したらどうなるか", "what happens if {a} and {b} merge")
_CHANGE = Text("{name}がなくなると何に影響するか", "what is affected if {name} changes")
_OF_NAME: dict[str, dict[str, Text]] = {
    "drop": dict.fromkeys(("Plan", "Guideline", "Department", "Partner", "Theme"), _CHANGE),
    "share": {
        "Theme": Text("{name}に触れている計画の割合", "share of plans touching {name}"),
        "Department": Text("{name}が担当する計画の割合", "share of plans of {name}"),
        "Guideline": Text("{name}に基づく計画の割合", "share of plans based on {name}"),
    },
    "no": {
        "Theme": Text("{name}に触れていない計画", "plans not touching {name}"),
        "Department": Text("{name}が担当していない計画", "plans that are not of {name}"),
        "Guideline": Text("{name}に基づかない計画", "plans not based on {name}"),
        "Partner": Text("{name}と連携していない計画", "plans that do not involve {name}"),
    },
    "year": {
        "Department": Text("{name}の{year}年度の取組", "actions of {name} in {year}"),
        "Theme": Text("{name}に関わる{year}年度の取組", "actions touching {name} in {year}"),
    },
    "when": {
        "Plan": Text("{name}はいつからいつまで", "when does {name} start and end"),
        "Component": Text("{name}はいつからいつまで", "when does {name} start and end"),
    },
}
"""By what a sentence wants and the kind of what it names."""

_OF_NOUN: dict[str, dict[str, Text]] = {
    "share": {
        "Plan": Text("数値目標のない計画の割合", "share of plans without a numeric target"),
        "Indicator": Text("達成していない指標の割合", "share of indicators not reached"),
    },
    "no": {
        "Plan": Text("根拠のない計画", "plans without guidelines"),
        "Indicator": Text("現況値のない指標", "indicators without a baseline"),
        "Department": Text("計画のない課", "departments without plans"),
    },
}
"""By what a sentence wants and the noun that it has."""

_SEVERE = {
    "error": Text("エラーの確認事項", "errors"),
    "warning": Text("警告の確認事項", "warnings"),
    "info": Text("参考情報の確認事項", "findings"),
}


def _denies(sentence: Sentence) -> bool:
    return any(t.says_no or t.role == "no" or t.value == "except" for t in sentence.tokens)


def _shares(sentence: Sentence) -> list[int]:
    return sentence.places("measure", "share")


def _is_part(sentence: Sentence, place: int) -> bool:
    """Return whether a share of something is meant: not departments that share plans."""
    verb = sentence.tokens[place].text.lower() == "share"
    return not verb or next_token(sentence.tokens, place).text.lower() == "of"


def _says(*values: tuple[str, str]) -> Callable[[Sentence], bool]:
    return lambda sentence: any((t.role, t.value) in values for t in sentence.tokens)


_WANTS: dict[str, Callable[[Sentence], bool]] = {
    "drop": _says(("verb", "drop"), ("verb", "affect"), ("word", "what_if")),
    "share": lambda sentence: any(_is_part(sentence, p) for p in _shares(sentence)),
    "no": _denies,
    "year": lambda sentence: bool(sentence.places("year")),
    "when": _says(("word", "when"), ("verb", "start"), ("verb", "end")),
}


def of_names(sentence: Sentence, mentions: list[Mention]) -> Iterator[Text]:
    """Yield questions about what a sentence names, with what it wants of it."""
    merges = _says(("verb", "merge"), ("word", "merged"))(sentence)
    departments = [each.spelling for each in mentions if each.kind == "Department"]
    if merges and len(departments) > 1:
        yield _MERGE.format(a=departments[0], b=departments[1])
    year = next((sentence.tokens[p].value for p in sentence.places("year")), None)
    for want, forms in _OF_NAME.items():
        first = next((each for each in mentions if each.kind in forms), None)
        if first is not None and _WANTS[want](sentence):
            yield forms[first.kind].format(name=first.spelling, year=year)


def of_nouns(sentence: Sentence, nouns: list[str]) -> Iterator[Text]:
    """Yield questions about the nouns of a sentence, with what it wants of them."""
    severe = severity_of(sentence.tokens[p].text for p in sentence.places("kind", "Finding"))
    if severe:
        yield _SEVERE[severe]
    for want, forms in _OF_NOUN.items():
        first = next((noun for noun in nouns if noun in forms), None)
        if first is not None and _WANTS[want](sentence):
            yield forms[first]
