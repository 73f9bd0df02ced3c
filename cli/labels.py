"""Words for the codes in an answer: roles, bases, readings, evidence, measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from keikaku.graph import measures
from keikaku.graph.code_words import CODE_WORDS
from keikaku.graph.language import LANGS, Lang, Text

SHARED: Mapping[str, Text] = {
    **{sort: CODE_WORDS[sort] for sort in ("department", "theme", "wording")},
    "guideline": Text("法令・指針等", "guideline"),
}
"""What two related plans share, by the first word of a reason."""

STYLES = {"error": "red", "warning": "yellow", "info": "cyan"}
"""Colours of the severities."""

_AND_MORE = Text(" ほか{n}", " +{n}")
_LINES = Text("{line}行", "line {line}")
_QUOTE = 24  # characters of a quote that a table shows
_FIRST_WORDS = 10  # characters of a quote on the one line of a table with several rows
_MOST = 2  # pieces of evidence that a table shows


def coded(code: str, lang: Lang) -> str:
    """Return a code in words: of a table here, a relation, a kind, or a fact of a kind."""
    return words_of_code(code).of(lang)


def words_of_code(code: str) -> Text:
    """Return the words of a code in both languages; a code without words stands for itself."""
    if code in CODE_WORDS:
        return CODE_WORDS[code]
    from keikaku.graph.kinds import KIND
    from keikaku.graph.relations import RELATION

    kind, _, fact = code.partition(".")
    if code in RELATION:
        return Text(RELATION[code].ja, RELATION[code].en)
    if kind not in KIND:
        return Text(code, code)
    if not fact:
        return Text(KIND[kind].ja, kind)
    declared = next(f for f in KIND[kind].facts if f.name == fact)
    return Text(f"{KIND[kind].ja}の{declared.ja}", f"{kind}'s {fact}")


def words_of_codes(codes: Iterable[str]) -> Text:
    """Return the words of several codes, for one cell of a CSV file: ○印; 本文."""
    return joined(words_of_code(code) for code in codes)


def joined(texts: Iterable[Text]) -> Text:
    """Return several texts as one, for one cell of a CSV file."""
    listed_texts = list(texts)
    return Text(*("; ".join(text.of(lang) for text in listed_texts) for lang in LANGS))


def finding_title(code: str, lang: Lang) -> str:
    """Return the title of a sort of finding; the code itself where this version has no title."""
    from keikaku.graph.findings import FINDINGS

    return FINDINGS[code].title.of(lang) if code in FINDINGS else code


def listed(names: Iterable[str], lang: Lang) -> str:
    """Return names one after the other."""
    return ("、" if lang == "ja" else ", ").join(names)


_SAME_EN = {
    "同じ根拠": "same guideline",
    "同じ所管課": "same department",
    "同じ関係団体": "same partner",
    "同じテーマ": "same theme",
    "題名の同じ語": "same words in the title",
    "本文の同じ語": "same words in the text",
}
_SAME = re.compile(rf"(?P<sort>{'|'.join(_SAME_EN)})「(?P<names>.+)」$")


def shared(reasons: Iterable[str], lang: Lang) -> str:
    """Return what two plans share, one sort a line: theme:A and theme:B → テーマ: A、B."""
    sorts: dict[str, list[str]] = {}
    for reason in reasons:
        sentence = _SAME.match(reason)
        if sentence and lang == "en":
            listed_names = sentence["names"].replace("」「", ", ")
            sorts.setdefault(f"{_SAME_EN[sentence['sort']]}: {listed_names}", [])
            continue
        sort, _, name = reason.partition(":")
        sorts.setdefault(sort, []).append(name)
    lines = []
    for sort, names in sorts.items():
        word = SHARED[sort].of(lang) if sort in SHARED else sort
        joined_names = listed(filter(None, names), lang)
        lines.append(f"{word}: {joined_names}" if joined_names else word)
    return "\n".join(lines)


def bracketed(text: str, lang: Lang) -> str:
    """Return a remark in the brackets of the language, or nothing."""
    if not text:
        return ""
    return f"（{text}）" if lang == "ja" else f" ({text})"


def with_codes(name: str, codes: Iterable[str], lang: Lang) -> str:
    """Return a name with its codes in brackets: 収納課（主管）."""
    return name + bracketed(
        ("・" if lang == "ja" else ", ").join(coded(code, lang) for code in codes), lang
    )


def evidence(pieces: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    """Return where it stands and how it was read, one piece of evidence a line, the first few."""
    lines = [_piece(piece, lang) for piece in pieces[:_MOST]]
    more = len(pieces) - _MOST
    if more > 0:
        lines.append(Text("ほか{n}か所", "and {n} more").format(n=more).of(lang))
    return "\n".join(lines)


def evidence_line(pieces: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    """Return the first place and its first words, and how many more there are, on one line."""
    if not pieces:
        return ""
    first, more = _piece(pieces[0], lang, _FIRST_WORDS), len(pieces) - 1
    return first + (_AND_MORE.format(n=more).of(lang) if more else "")


def counted(n: int, noun: str) -> str:
    """Return a number with an English noun: 1 way, 2 ways."""
    return f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s"


def places(pieces: Sequence[Mapping[str, Any]]) -> str:
    """Return the lines, cells or pages of evidence, for a column of a sheet: 12; 40."""
    known = (_place(piece) for piece in pieces)
    return "; ".join(dict.fromkeys(str(place) for place in known if place is not None))


def line_of(pieces: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    """Return the first line, cell or page of evidence, or nothing."""
    place = _place(pieces[0]) if pieces else None
    if place is None:
        return ""
    return _LINES.format(line=place).of(lang) if isinstance(place, int) else str(place)


def quoted(text: str, lang: Lang) -> str:
    """Return a text of a source in the quotes of the language; nothing for no text."""
    return (f"「{text}」" if lang == "ja" else f'"{text}"') if text else ""


def shortened(text: str, most: int = _QUOTE) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def measure(value: Mapping[str, Any] | None, lang: Lang) -> str:
    """Return a value as people write it: 約32.5%（2021年度末）, 50%以上; — for none."""
    return "—" if value is None else measures.format_measure(value, lang)


def _piece(piece: Mapping[str, Any], lang: Lang, most: int = _QUOTE) -> str:
    quote = shortened(piece["quote"], most)
    gap = " " if quote and lang == "en" else ""
    place = (line_of([piece], lang) + gap + quoted(quote, lang)).strip()
    if piece["reading"] == "stated":
        return place
    sure = f"{coded(piece['reading'], lang)} {piece['confidence']:.0%}"
    return place + bracketed(sure, lang)


def _place(piece: Mapping[str, Any]) -> int | str | None:
    if piece.get("line") is not None:
        return int(piece["line"])
    sheet = "!".join(part for part in (piece.get("sheet"), piece.get("cell")) if part)
    page = piece.get("page")
    return sheet or (f"p.{page}" if page else None)
