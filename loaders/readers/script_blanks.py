"""The blanks that pdftotext puts between scripts: 平成 30 年度, AI による."""

from __future__ import annotations

import re

_COUNTER = (
    "(?:団体|施設|か所|箇所|世帯|事業|業務|品目|手続|校区|地区|ポイント"
    "|[年月日件人回割％%歳時円次校戸館台つ個名位期章節分秒社者品本枚店点冊倍])"
)
_KANA_OR_KANJI = r"[ぁ-んァ-ヶ一-龥々ー、。）」]"
_BETWEEN = re.compile(
    rf"(?<={_KANA_OR_KANJI}) (?=[\d.,]+ ?{_COUNTER})|(?<=\d) (?={_COUNTER})"
    rf"|(?<={_KANA_OR_KANJI}) (?=[A-Z]{{2,}})"
)
_TITLE_BEGINS = re.compile(r"(?:団体|施設|世帯|事業|業務|手続|校区|地区)[の・一-龥]")
_BEHIND_LATIN = re.compile(rf"([A-Za-z]+) (?={_KANA_OR_KANJI})")
_ROMAN = re.compile(r"I{1,3}|I?V|VI{1,3}|I?X|XI{1,2}")


def glued(text: str) -> str:
    """Return words without the blanks between scripts: 平成 30 年度, AI による.

    >>> [glued(text) for text in ("平成 30 年度", "1 手続の見直し", "AI による", "方針I 窓口")]
    ['平成30年度', '1 手続の見直し', 'AIによる', '方針I 窓口']
    """
    return _BEHIND_LATIN.sub(_without_blank, _BETWEEN.sub(_between, text))


def _between(match: re.Match[str]) -> str:
    """Return what stands for a blank between scripts: none, except in 1 手続の見直し, a title."""
    number, rest = match.string[: match.start()], match.string[match.end() :]
    return " " if number.isdigit() and _TITLE_BEGINS.match(rest) else ""


def _without_blank(match: re.Match[str]) -> str:
    """Return Latin letters without the blank behind them; a number (基本方針I 市民…) keeps it."""
    return match[0] if _ROMAN.fullmatch(match[1]) else match[1]
