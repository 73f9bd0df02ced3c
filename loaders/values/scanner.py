"""A cell's text as pieces: numbers with what belongs to them, dates, words, brackets, arrows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from keikaku.loaders.values.dates import Date, date_at
from keikaku.loaders.values.model import Sign
from keikaku.loaders.values.numbers import Number, number_at, size
from keikaku.loaders.values.tails import Tail, tail_at
from keikaku.loaders.values.units import is_unit, unit_at
from keikaku.loaders.values.value_folding import closed
from keikaku.loaders.values.words import SIGNS

Mark = Literal["open", "close", "arrow", "stop", "dash", "list", "bad"]

_OPEN = "([{【〔<《「『〈≪"
_CLOSE = ")]}】〕>》」』〉≫"
_ARROWS = "→⇒➡➔⇨⟶➜►▶↗"
_STOPS = "、,。;:/|*"
_NOTE_MARK = re.compile(
    r"(?:※ ?\d{1,2}(?![\d.,]|年|%)|\((?:※|注|\*)\d*\)|注\d{1,2}\)?|\*\d{1,2}(?=$|[ )])|※$|\*)"
)
_NOTE = re.compile(r"※[^※)\]]*")
_LIST_MARK = re.compile("[\u2460-\u2473\u24b6-\u24e9\u2776-\u277f]")
_EACH_OF = "人|世帯|日|件|か月|ヶ月|回|校|戸|台|km|km2"
_IN_WORD = re.compile(
    r"(?<![一-龥々])(?:小学校?|中学校?|高校|高等学校|[小中高])"
    r"(?: ?\d年生?|\d(?![\d.,校件人%回か箇ヶ~]))"
    r"|\d+(?:・\d+)+級?|\d+人に\d+人|\d+点満点中?|\d段階(?:評価|中)?"
    r"|1(?:日|か月|ヶ月)(?:当たり|あたり)?平均|1日 ?(?=\d)|1(?:[かヶ]月|週間?|年)(?=\d)"
    r"|24時間365日|(?:要介護|要支援|レベル|ステージ|ランク|フェーズ|区分) ?\d(?![\d.,%人件])"
    r"|\d歳\d{1,2}か月児|\d{1,2}年生|\d{1,2}[~-]\d{1,3}歳(?=[^\d以未])|\d+歳児|\d次産業"
    r"|(?<!全国)(?<!位)第\d+(?:期|次|回|号|種|類|条|四半期)"
    rf"|(?:人口)?\d[\d,]*[十百千]?万?(?:{_EACH_OF})(?:\d日)?(?:当 ?た ?り|あ ?た ?り|対)"
    r"|\d{1,2}級|(?:人口)(?:10|十)?[万千]対|ISO ?\d+|\d+[RSD](?![A-Za-z])|5レス"
)
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z\-.&]*\d+(?:\.\d+)?(?![\d%年]|\.\d|[,~]\d)")
_EACH = re.compile(
    r"(?P<n>\d+) ?(?P<unit>年|[かヶ]月|日|週間?)(?:に|ごとに|毎に) ?(?=\d+ ?[回度件])"
)
_DURATION = re.compile(
    r"(?:過去|直近) ?\d+ ?年度?(?!間)|\d+年(?=平均)"
    r"|(?:過去|直近)? ?\d+ ?(?:年間|[かヶカヵケ箇]年間?|か月間)(?P<over>で| ?の)?"
)
_YARD = re.compile(
    r" ?(?:年?度?)? ?(?:対?比(?!較)|より(?!\d)|からの?|の(?=[\d.]+ ?倍)|を基準|水準|を100)"
)
_RANGE = re.compile(r" ?(?:[~〜∼]|(?<=[\d%])-(?=\d)) ?|から(?=[\d約▲△])")
_WORD_CHARS = re.compile(
    r"[^\s\d.()\[\]{}【】〔〕<>《》〈〉≪≫「」『』→⇒➡➔⇨⟶➜►▶、,。;:/|*※▲△±+≧≥≦≤~〜∼"
    "\u00bc-\u00be\u2150-\u215e\u2460-\u2473\u24b6-\u24e9\u2776-\u277f-]+"
)
_KANJI_NUMBER = re.compile(r"[一二三四五六七八九十百千]")
_NO_KANJI_UNITS = frozenset("部般体種次時定方度番")
_ZERO = re.compile(r"ゼロ(?=(?:$|[ ()。、件人を]))")
_HALF = re.compile(r"半(?![減年期数分額])")
_CHAIN = re.compile(r"(?:(\d+) ?時間 ?)?(?:(\d+) ?分 ?)?(?:(\d+) ?秒)?(?!の)")
_YEARS_MONTHS = re.compile(r"(\d+) ?年 ?(\d+) ?([かヶカヵケ箇]月)")
_CODE = re.compile(r"\d+-\d+-\d")
_TIMES = re.compile(r"[×✕] ?\D{0,3}\d")
_INDEX = re.compile(r"100(として|とする|とした(?:場合|とき)?|(?=$|[ )]))")
_NOT_NUMBERS = re.compile("十分|百分|一部|一般|一体|千葉|三重|四万十|十和田")
_REST = re.compile(r"\d、\d{3}(?!\d)")  # 2、000件 may be one number or two
_FIGURES = re.compile(r"[\d.,]+")
_TENTHS = re.compile(r"(\d) ?割 ?(\d) ?分(?!の)")
_PART_OF = re.compile(r"(?: ?の ?うち|うち(?=[\d約])|の内|中(?=[ \d約、]))、? ?")
_DASH = re.compile(r"[-―ー~]+(?=$|[ ()\[\]（［])")


class Word(NamedTuple):
    """Words at ``[start, end)``; ``colon`` where one stands behind them."""

    start: int
    end: int
    text: str
    colon: bool = False
    duration: bool = False


class Token(NamedTuple):
    """A mark that parts what stands around it."""

    start: int
    end: int
    kind: Mark
    text: str


class Yard(NamedTuple):
    """A year that is only compared with, or where a count begins (2013年度比, H28からの累計)."""

    start: int
    end: int


@dataclass(slots=True)
class Num:
    """A number with its unit and the words that follow it, at ``[start, end)``."""

    start: int
    end: int
    value: float | int | None
    low: float | int | None
    high: float | int | None
    unit: str | None
    tail: Tail
    sign: Sign | None = None
    base: str | None = None


Piece = Word | Token | Yard | Num | Date


def scan(text: str) -> Iterator[Piece]:
    """Give the pieces of a folded text, in order; blanks go."""
    at = 0
    deep = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        piece = _next(text, at, deep=deep > 0)
        if isinstance(piece, Token):
            deep += {"open": 1, "close": -1 if deep else 0}.get(piece.kind, 0)
        if piece is not None and not (
            isinstance(piece, Token) and piece.kind == "stop" and piece.text == "※"
        ):
            yield piece
        at = max(piece.end if piece is not None else at + 1, at + 1)


def _next(text: str, at: int, *, deep: bool) -> Piece | None:  # noqa: C901, PLR0911 - one branch for each form that is printed
    mark = _mark(text, at, deep=deep)
    if mark is not None:
        return mark
    inside = _IN_WORD.match(text, at) or _latin(text, at)
    if inside and not _YEARS_MONTHS.match(text, at):
        return _word(text, at, inside.end())
    zero = _ZERO.match(text, at)
    if zero and text[max(at - 1, 0)] == "(":
        return Word(at, zero.end(), zero[0])
    if zero:
        return _finished(text, at, zero.end(), 0)
    if _YEARS_MONTHS.match(text, at):
        return _number(text, at)
    index = _INDEX.match(text, at)
    if index and (index[1] or text[max(at - 1, 0)] == "="):
        return Word(at, index.end(), index[0])
    each = _EACH.match(text, at)
    if each:
        return Word(at, each.end(), f"/{each['n'] if each['n'] != '1' else ''}{each['unit']}")
    duration = _DURATION.match(text, at)
    if duration:
        return Word(at, duration.end(), closed(duration[0]), duration=True)
    number = _number(text, at)
    dated = date_at(text, at)
    if dated is not None and not (dated.weak and _is_number(text, dated, deep=deep)):
        yard = _YARD.match(text, dated.end)
        if yard or text[max(at - 1, 0)] == "対":
            return Yard(at, yard.end() if yard else dated.end)
        return dated
    if number is not None:
        return number
    if text[at].isdigit() or text[at] in "▲△±." or _TIMES.match(text, at):
        unread = _FIGURES.match(text, at)
        return Token(at, max(unread.end() if unread else 0, at + 1), "bad", text[at])
    return _word(text, at, at)


def _mark(text: str, at: int, *, deep: bool) -> Token | None:  # noqa: C901, PLR0911 - one branch for each form that is printed
    letter = text[at]
    note = _NOTE_MARK.match(text, at)
    if note and not _LIST_MARK.match(letter):
        return Token(at, note.end(), "stop", "※")
    if letter == "※":
        rest = _NOTE.match(text, at)
        if rest and (date_at(text, at + 1) is None or deep):
            return Token(at, rest.end(), "stop", "※")
        return Token(at, at + 1, "stop", letter)
    sign = next((s for s in (text[at : at + 2], letter) if s in SIGNS), None)
    if sign and re.match(r" ?[\d▲△]", text[at + len(sign) : at + len(sign) + 2]):
        return None
    if letter in _OPEN:
        return Token(at, at + 1, "open", letter)
    if letter in _CLOSE:
        return Token(at, at + 1, "close", letter)
    if letter in _ARROWS or text.startswith(("=>", "->"), at):
        return Token(at, at + (1 if letter in _ARROWS else 2), "arrow", letter)
    if _LIST_MARK.match(letter):
        return Token(at, at + 1, "list", letter)
    dash = _DASH.match(text, at)
    if dash and (at == 0 or text[at - 1] in " ()[]:"):
        return Token(at, dash.end(), "dash", dash[0])
    if letter in _STOPS or letter in "・･" or letter in "~〜∼":
        return Token(at, at + 1, "stop", letter)
    return None


def _latin(text: str, at: int) -> re.Match[str] | None:
    if at and text[at - 1].isascii() and text[at - 1].isalpha():
        return None
    if date_at(text, at) is not None:
        return None
    return _LATIN_WORD.match(text, at)


def _is_number(text: str, dated: Date, *, deep: bool) -> bool:
    """Whether what may be a year is rather a number: 2030人, and 3年 outside any bracket."""
    behind = text[dated.end : dated.end + 1]
    printed = text[dated.start : dated.end]
    if printed.isdigit():
        spaced = behind == " " and unit_at(text, dated.end, known_only=True).text
        glued = bool(behind) and behind not in " ()[]~〜∼→、,/:※"
        return bool(spaced) or glued
    if "." in printed or "/" in printed or any(wave in printed for wave in "~〜∼-"):
        return not deep
    return False


def _number(text: str, at: int) -> Num | None:  # noqa: C901, PLR0911, PLR0912 - one branch for each form that is printed
    """Read a number whole, or the two ends of a range, with unit and tail."""
    if at and text[at - 1] in "×x*" and text[at - 2 : at - 1].isdigit():
        return None
    if _CODE.match(text, at) or (_REST.match(text, max(at - 2, 0)) and at > 1):
        return None
    sign = next((s for s in (text[at : at + 2], text[at]) if s in SIGNS), None)
    start = at
    if sign:
        at += len(sign)
        at += text[at : at + 1] == " "
    if text[at : at + 1].isdigit() and at and text[at - 1] in ".,":
        return None
    made = _made_of_several(text, at)
    first = number_at(text, at)
    if made is not None:
        num = made
    elif first is None:
        return None
    elif text[at] == "±":
        num = _with_unit(text, first._replace(value=abs(first.value)))
        num.low, num.high, num.value = -abs(first.value), abs(first.value), None
    elif _KANJI_NUMBER.match(text, at):
        if _NOT_NUMBERS.match(text, at):
            return None
        if at and re.match(r"[^\W\d_]", text[at - 1]) and text[at - 1] not in "約年月週全":
            return None
        kanji = unit_at(text, first.end, known_only=True)
        if not kanji.text or kanji.text[0] in _NO_KANJI_UNITS:
            return None
        num = _with_unit(text, first)
        if num.tail.free:
            return None
    else:
        num = _pair(text, first) or _with_unit(text, first)
    num.start = start
    num.sign = SIGNS[sign] if sign else None
    return num


def _made_of_several(text: str, at: int) -> Num | None:
    """8時間30分 is 510分, 1年6か月 18か月, 7割5分 7.5割, 1時間半 1.5時間."""
    tenths = _TENTHS.match(text, at)
    if tenths:
        return _finished(text, at, tenths.end(), int(tenths[1]) + int(tenths[2]) / 10, "割")
    months = _YEARS_MONTHS.match(text, at)
    if months:
        total = int(months[1]) * 12 + int(months[2])
        return _finished(text, at, months.end(), total, months[3])
    chain = _CHAIN.match(text, at)
    if chain and sum(part is not None for part in chain.groups()) > 1 and text[at].isdigit():
        hours, minutes, seconds = (int(part or 0) for part in chain.groups())
        if seconds or chain[3]:
            return _finished(text, at, chain.end(), hours * 3600 + minutes * 60 + seconds, "秒")
        end = chain.end() - (text[chain.end() - 1] == " ")
        return _finished(text, at, end, hours * 60 + minutes, "分")
    first = number_at(text, at)
    if first is not None and not first.scale:
        unit = unit_at(text, first.end)
        half = _HALF.match(text, unit.end)
        if unit.text and half and not unit.base:
            return _finished(text, at, half.end(), first.value + 0.5, unit.text)
    return None


def _pair(text: str, first: Number) -> Num | None:  # noqa: C901, PLR0911 - one branch for each form that is printed
    """Read the two ends of a range: 20～30km2, 30-40件, 40％以上60％以下, 20人から30人."""
    unit = unit_at(text, first.end)
    between = tail_at(text, unit.end)
    for at in (first.end, unit.end, between.end):
        joint = _RANGE.match(text, at)
        if joint:
            break
    bounds = between.comparator in (">=", ">") and not between.free
    if joint is None and not bounds:
        return None
    at = joint.end() if joint else unit.end
    if not joint:
        at = between.end + (text[between.end : between.end + 1] in {" ", "、"})
    second = number_at(text, at) if at < len(text) else None
    if second is None:
        return None
    last = _with_unit(text, second)
    if not joint and (last.tail.comparator not in ("<=", "<") or last.unit != (unit.text or None)):
        return None
    if joint and "から" in joint[0]:
        behind = unit_at(text, second.end).end
        if re.match(r"(?:以上|程度)?(?:へ|に|まで|$)", text[behind:]):
            return None  # from one to the other, no range
    low = _scaled(first.value, first.scale, second.scale)
    if not low < second.value:
        return None
    if unit.text and last.unit and f"{first.scale}{unit.text}" != last.unit and first.scale:
        return None
    last.tail.comparator = None
    if joint is None:
        last.tail.comparator = "="
    return Num(
        first.start, last.end, None, low, second.value, last.unit or unit.text or None, last.tail
    )


def _scaled(value: float, scale: str, other: str) -> float | int:
    if not scale or scale == other:
        return value
    ratio = value * size(scale) / size(other)
    return round(ratio) if ratio == round(ratio) else ratio


def _with_unit(text: str, number: Number) -> Num:
    unit = unit_at(text, number.end)
    over = re.match(r" ?/ ?(\d+)(?![\d,.])(?= ?[^\d /年月日]|$| |\))", text[number.end :])
    if not unit.text and over and not number.scale:
        whole = unit_at(text, number.end + over.end())
        low, high = number.value, int(over[1])
        if whole.text or high >= 10:
            num = _finished(text, number.start, whole.end, low, whole.text)
            num.base = f"{high}{whole.text}"
            return num
        if 1 < high < 5 and low < high:
            return _finished(text, number.start, number.end + over.end(), low / high)
    num = _finished(text, number.start, unit.end, number.value, f"{number.scale}{unit.text}")
    num.base = unit.base
    return num


def _finished(text: str, start: int, end: int, value: float | None, unit: str = "") -> Num:
    tail = tail_at(text, end)
    return Num(start, tail.end, value, None, None, f"{unit}{tail.rhythm}" or None, tail)


def part_of(text: str, num: Num) -> int | None:
    """Where the words end that make a number the whole of the next (25市町のうち), else None."""
    found = _PART_OF.match(text, num.end)
    return found.end() if found else None


def _word(text: str, start: int, end: int) -> Word | None:
    """Words up to a number, a blank or a mark; figures that belong to a word are kept in it."""
    while end < len(text):
        inside = (_IN_WORD.match(text, end) or _latin(text, end)) if end > start else None
        if inside:
            end = inside.end()
            continue
        if end > start and date_at(text, end) is not None and not text[end].isdigit():
            break
        letter = text[end]
        if not _WORD_CHARS.match(letter) and not (
            letter == "-" and end > start and not text[end + 1 : end + 2].isdigit()
        ):
            break
        if end > start and _KANJI_NUMBER.match(letter) and _number(text, end) is not None:
            break
        if letter in "マプ" and end > start and number_at(text, end) is not None:
            break
        end += 1
    if end == start:
        return None
    colon = re.match(r" ?:", text[end : end + 2]) is not None
    return Word(start, end, closed(text[start:end]), colon)


__all__ = ["Date", "Num", "Piece", "Token", "Word", "Yard", "is_unit", "part_of", "scan"]
