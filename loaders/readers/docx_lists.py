"""What Word prints by itself: the numbers of lists and headings, and a heading's level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from keikaku.loaders.readers.package import Package
from keikaku.loaders.readers.xml_elements import attribute, child, name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_HEADING = re.compile(r"(?:heading|見出し)\s*(\d)", re.IGNORECASE)
_DEEPEST_STYLE = 20
_BODY_LEVEL = 9
_KANJI = "一二三四五六七八九"
_SERIES = {
    "aiueo": "アイウエオカキクケコサシスセソタチツテト"
    "ナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
    "iroha": "イロハニホヘトチリヌルヲワカヨタレソツネ"
    "ナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン",
    "circle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿",
    "lower": "abcdefghijklmnopqrstuvwxyz",
    "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
}
_FORMATS = {
    "decimalEnclosedCircle": "circle", "decimalEnclosedCircleChinese": "circle",
    "aiueo": "aiueo", "aiueoFullWidth": "aiueo", "iroha": "iroha", "irohaFullWidth": "iroha",
    "lowerLetter": "lower", "upperLetter": "upper",
}  # fmt: skip
_KANJI_FORMATS = {"japaneseCounting", "ideographDigital", "japaneseDigitalTenThousand",
                  "chineseCounting", "chineseCountingThousand"}  # fmt: skip


class _Level(NamedTuple):
    """A level of a list: how its number is written, the words around it, where it begins."""

    form: str
    text: str
    start: int


class _Style(NamedTuple):
    """What a paragraph style says of levels and lists; ``base`` is the style it builds on."""

    base: str
    level: int | None
    list_id: str
    list_level: int


class Lists:
    """Counts the lists of a document, paragraph by paragraph."""

    def __init__(self, package: Package) -> None:
        self._styles = _styles(package)
        self._levels, self._starts = _numbering(package)
        self._counts: dict[str, dict[int, int]] = {}

    def level(self, paragraph: Element) -> int | None:
        """Return the level of a heading, from 1; None for any other paragraph."""
        properties = child(paragraph, "pPr")
        own = child(properties, "outlineLvl") if properties is not None else None
        if own is not None:
            number = attribute(own, "val")
            return int(number) + 1 if number.isdigit() and int(number) < _BODY_LEVEL else None
        for style in self._chain(properties):
            if style.level is not None:
                return style.level
        return None

    def mark(self, paragraph: Element) -> str:
        """Return the number or bullet printed before a paragraph, with a space; "" for none."""
        properties = child(paragraph, "pPr")
        list_id, depth = self._list_of(properties)
        levels = self._levels.get(list_id)
        if levels is None or depth not in levels:
            return ""
        level = levels[depth]
        if level.form == "bullet":
            return "・"
        counts = self._counts.setdefault(self._starts.get(list_id, list_id), {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        if level.form == "none":
            return ""
        text = re.sub(
            r"%(\d)", lambda m: self._number(levels, counts, int(m[1]) - 1), level.text
        ).strip()
        return f"{text} " if text else ""

    def _number(self, levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        return _written(counts.get(depth, level.start), level.form)

    def _list_of(self, properties: Element | None) -> tuple[str, int]:
        numbering = child(properties, "numPr") if properties is not None else None
        list_id, depth = _list_of(numbering)
        if list_id:
            return list_id, depth
        for style in self._chain(properties):
            if style.list_id:
                return style.list_id, depth or style.list_level
        return "", 0

    def _chain(self, properties: Element | None) -> list[_Style]:
        """Return the paragraph's style and those it builds on."""
        own = child(properties, "pStyle") if properties is not None else None
        key = attribute(own, "val") if own is not None else ""
        chain: list[_Style] = []
        while key in self._styles and len(chain) < _DEEPEST_STYLE:
            chain.append(self._styles[key])
            key = chain[-1].base
        return chain


def _styles(package: Package) -> dict[str, _Style]:
    if "word/styles.xml" not in package.names:
        return {}
    styles: dict[str, _Style] = {}
    for style in package.tree("word/styles.xml"):
        if name(style) != "style":
            continue
        base, title, properties = (child(style, each) for each in ("basedOn", "name", "pPr"))
        heading = _HEADING.match(attribute(title, "val")) if title is not None else None
        level = int(heading[1]) if heading else None
        outline = child(properties, "outlineLvl") if properties is not None else None
        if outline is not None and (value := attribute(outline, "val")).isdigit():
            level = int(value) + 1 if int(value) < _BODY_LEVEL else None
        list_id, depth = _list_of(child(properties, "numPr") if properties is not None else None)
        styles[attribute(style, "styleId")] = _Style(
            attribute(base, "val") if base is not None else "", level, list_id, depth
        )
    return styles


def _list_of(properties: Element | None) -> tuple[str, int]:
    if properties is None:
        return "", 0
    number, level = child(properties, "numId"), child(properties, "ilvl")
    depth = attribute(level, "val") if level is not None else "0"
    list_id = attribute(number, "val") if number is not None else ""
    return list_id, int(depth) if depth.isdigit() else 0


def _numbering(package: Package) -> tuple[dict[str, dict[int, _Level]], dict[str, str]]:
    """Return the levels of each list, and which lists count on from one another."""
    part = "word/numbering.xml"
    if part not in package.names:
        return {}, {}
    root = package.tree(part)
    abstract: dict[str, dict[int, _Level]] = {}
    for each in root:
        if name(each) == "abstractNum":
            abstract[attribute(each, "abstractNumId")] = _levels(each)
    levels: dict[str, dict[int, _Level]] = {}
    same: dict[str, str] = {}
    for each in root:
        base = child(each, "abstractNumId")
        if name(each) != "num" or base is None:
            continue
        number, of = attribute(each, "numId"), attribute(base, "val")
        levels[number] = {**abstract.get(of, {}), **_overrides(each, abstract.get(of, {}))}
        restarts = any(name(inner) == "startOverride" for inner in each.iter())
        same[number] = number if restarts else f"abstract {of}"
    return levels, same


def _levels(parent: Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for each in parent:
        depth = attribute(each, "ilvl")
        if name(each) != "lvl" or not depth.isdigit():
            continue
        settings = {
            key: attribute(inner, "val")
            for key in ("numFmt", "lvlText", "start")
            if (inner := child(each, key)) is not None
        }
        start = settings.get("start", "1")
        levels[int(depth)] = _Level(
            settings.get("numFmt", "decimal"),
            settings.get("lvlText", ""),
            int(start) if start.isdigit() else 1,
        )
    return levels


def _overrides(parent: Element, known: dict[int, _Level]) -> dict[int, _Level]:
    overrides: dict[int, _Level] = {}
    for each in parent:
        depth = attribute(each, "ilvl")
        if name(each) != "lvlOverride" or not depth.isdigit():
            continue
        overrides |= _levels(each)
        start = child(each, "startOverride")
        base = overrides.get(int(depth)) or known.get(int(depth))
        if start is not None and base is not None and (value := attribute(start, "val")).isdigit():
            overrides[int(depth)] = base._replace(start=int(value))
    return overrides


def _written(number: int, form: str) -> str:
    """Return a number as a list writes it.

    >>> _written(3, "decimalEnclosedCircle"), _written(12, "japaneseCounting")
    ('③', '十二')
    """
    series = _SERIES.get(_FORMATS.get(form, ""), "")
    if 0 < number <= len(series):
        return series[number - 1]
    if form in _LETTERS and 0 < number < 100:
        return series[(number - 1) % len(series)] * ((number - 1) // len(series) + 1)
    if form in _KANJI_FORMATS and 0 < number < 100:
        tens, ones = divmod(number, 10)
        ten = ("" if tens == 1 else _KANJI[tens - 1]) + "十" if tens else ""
        return ten + (_KANJI[ones - 1] if ones else "")
    if form == "decimalFullWidth":
        return str(number).translate({48 + d: 0xFF10 + d for d in range(10)})
    if form in {"lowerRoman", "upperRoman"} and 0 < number < 100:
        numeral = _TENS[number // 10] + _ONES[number % 10]
        return numeral if form == "upperRoman" else numeral.lower()
    return str(number)


_LETTERS = {"lowerLetter", "upperLetter"}
"""Behind z Word goes on with aa, bb, cc."""

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")
