"""A cell's text as pieces: numbers with what belongs to them, dates, words, brackets, arrows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from keikaku.loaders.values.amounts import KANJI_NUMBER, YEARS_MONTHS, Num, amount_at, finished
from keikaku.loaders.values.bare_years import is_counted
from keikaku.loaders.values.dates import Date, date_at
from keikaku.loaders.values.numbers import number_at
from keikaku.loaders.values.units import unit_at, unit_in_brackets
from keikaku.loaders.values.value_folding import closed
from keikaku.loaders.values.words import SIGNS

Mark = Literal["open", "close", "arrow", "stop", "dash", "list", "bad"]

_OPEN = "([{【〔<《「『〈≪"
_CLOSE = ")]}】〕>》」』〉≫"
_ARROWS = "→⇒➡➔⇨⟶➜►▶↗↓↘"
_STOPS = "、,。;:/|*@"
_NOTE_MARK = re.compile(
    r"(?:※ ?\d{1,2}(?![\d.,]|年|%)|\((?:※|注|\*)\d*\)|注\d{1,2}\)?|\*\d{1,2}(?=$|[ )])|※$|\*)"
)
_SHORT_NOTE = re.compile(
    r"※ ?(?:累計|延べ|概数|平均|(?:暫定|速報|見込|推計|参考)[値み]?)(?=$|[ )\]])"
)
_NOTE = re.compile(r"※[^※)\]]*")
_LIST_MARK = re.compile("[\u2460-\u2473\u24b6-\u24e9\u2776-\u277f]")
_LIST_NUMBER = re.compile(r"(?<![^ 、。])\(?([1-9]|1\d)\) ?(?=[^\W\d_])")
"""Numbers that count the items of a cell: 1)会議 4回 2)研修 2回."""
_SIGNED = re.compile(r"\([-▲△]\) ?\d")
"""A sign in brackets of its own: (-)350人."""
_IN_ANGLES = re.compile(r"<[^<>\d=]+>")
_EACH_OF = (
    "人|世帯|日|件|か月|ヶ月|回|校|戸|台|km|km2|施設|団体|事業|事業所|地区|館|店|社|床|棟|ha|m2"
)
_IN_WORD = re.compile(
    r"(?<![一-龥々])(?:小学校?|中学校?|高校|高等学校|[小中高])"
    r"(?: ?\d年生?|\d(?![\d.,校件人%回か箇ヶ~]))"
    r"|\d+(?:・\d+)+級?|\d+人に\d+人|\d+点満点中?|\d段階(?:評価|中)?"
    r"|1(?:日|か月|ヶ月)(?:当たり|あたり)?平均|[1一]日 ?(?=\d)|1回(?=[\d約])"
    r"|1(?:[かヶ]月|週間?|年)(?=\d)"
    r"|24時間(?:365日|対応|体制)|\d学期"
    r"|(?<![A-Za-z])(?:要介護|要支援|レベル|ステージ|ランク|フェーズ|区分)"
    r" ?\d(?![\d.,%人件])"
    r"|(?:政策|施策|指標|項目|図|表|別紙|様式|資料|問|ゴール|戦略|方針)"
    r"\d{1,3}(?:-\d{1,3})*(?=$|[ )])"
    r"|目標(?:1[0-7]|[1-9])$"
    r"|\d歳\d{1,2}か月児|\d{1,2}年生|\d{1,2}歳?[~-]\d{1,3}歳(?=[^\d以未])|\d+歳児|\d(?:\.\d)?次産業"
    r"|\d{1,2}時(?![間点])(?:\d{1,2}分)?|\d+[年回番]目|第\d+子(?:以降)?|\d+年前(?:と比[べ較]し?て?|より|から|比)"
    r"|(?<!全国)(?<!位)第\d+(?:期|次|回|号|種|類|条|四半期|学年)"
    rf"|(?:人口)?\d[\d,]*[十百千]?万?(?:{_EACH_OF})(?:\d日)?(?:当 ?た ?り|あ ?た ?り|対)"
    r"|\d[\d,]*(?:[一-龥々ァ-ヴー]{1,6}|か所|ヶ所)(?:当 ?た ?り|あ ?た ?り|につき)(?! ?平均)|75%値"
    r"|\d+(?:館|校|園|施設|団体|会場|路線|地区|[市町村区]|[かヶ箇]所)(?:合?計|平均)(?=[)\]])"
    r"|\d+数(?=[人件名回校戸台社者団箇か年日十百千万億%])"
    r"|\d+(?:世紀|巡目|代目|期目|期連続|丁目|番地|号線)"
    r"|\d等(?=[米級賞地])|\d{1,2}級|(?:人口)(?:10|十)?[万千]対|ISO ?\d+|\d+[RSD](?![A-Za-z])|5レス"
    r"|\d+年連続で?|震度\d[強弱]?|\d車線化?|\d{1,2}歳(?:人口|時点?)|\d+年後に?"
    r"|[2-6]G(?![A-Za-z])|[48]K(?![A-Za-z])"
    r"|(?<=[(\[])(?:\d+歳|[週月年]\d+[回日])(?:以上|以下|未満)(?=[)\]])"
    r"|(?<=%\()\d+(?:年|か月|週間?|日間?|時間|分|秒)(?:以上|以下|未満|以内)(?=\))"
    r"|1(?:人|校|世帯|戸|家庭|市町村|町|村|地区|施設|事業所|団体|[部課係局]|職員|所属|部署|職場|[校学]区|集落|自治会|[企会]?社)"
    r"1[^\W\d_](?![回以])"
)
_BEGINNINGS = frozenset("一小中高人要震レスラフ区第週月年政施指項図表別様資問ゴ戦方目")
"""The letters, other than figures, with which such a part of a word begins."""
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z\-.&]*\d+(?:\.\d+)?(?![\d%年]|\.\d|[,~]\d)")
_EACH = re.compile(
    r"(?P<n>\d+) ?(?P<unit>年|[かヶ]月|日|週間?|時間|分)(?:に|ごとに|毎に) ?(?=\d+ ?[回度件本便])"
)
_EACH_IN_BRACKETS = re.compile(r"\( ?(?P<unit>年|月|週|[1一]日)間?(?:当たり|あたり)?\)(?= ?[\d約])")
_DURATION = re.compile(
    r"(?:過去|直近) ?\d+ ?年度?(?!間)|\d+年(?=平均|累計|合計)"
    r"|(?:過去|直近)? ?\d+ ?(?:年間|[かヶカヵケ箇]年間?|か月間|年(?=で ?[\d約]))(?P<over>で| ?の)?"
)
_YARD = re.compile(
    r" ?(?:年?度?)? ?(?:(?:実績|決算|予算)[値額]?)? ?"
    r"(?:対?比(?!較)|より(?!\d)|より(?=\d[\d.,]*\D{0,6}?[増減上改低短延])"
    r"|からの?|の ?(?=[\d.]+ ?倍)|を基準|水準|を100|= ?1(?:00)?(?:\.0+)?(?!\d))"
    r"|(?= ?[)\]] ?対?比(?!較))"
)
_WORD_CHARS = re.compile(
    r"[^\s\d.()\[\]{}【】〔〕<>《》〈〉≪≫「」『』→⇒➡➔⇨⟶➜►▶↗↓↘、,。;:/|*※▲△±+≧≥≦≤~〜∼"
    "@\u00bc-\u00be\u2150-\u215e\u2460-\u2473\u24b6-\u24e9\u2776-\u277f-]+"
)
_ZERO = re.compile(r"ゼロ(?=(?:$|[ ()。、件人を]))")
_TIMES = re.compile(r"[×✕] ?\D{0,3}\d")
_SUM = re.compile(r"\([^()]*\d[^()]*[×✕] ?\d[^()]*\)")
"""The calculation of a value, behind it: 1,200人(100人×12回)."""
_INDEX = re.compile(r"100(として|とする|とした(?:場合|とき)?|(?=$|[ )]))")
_FIGURES = re.compile(r"[\d.,]+")
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


Piece = Word | Token | Yard | Num | Date


@lru_cache(maxsize=512)
def scan(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a folded text, in order, without blanks. Pieces are never changed."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
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


def _next(text: str, at: int, *, deep: bool) -> Piece | None:  # noqa: C901, PLR0911, PLR0912 - one branch for each form that is printed
    each = _EACH_IN_BRACKETS.match(text, at)
    if each:
        return Word(at, each.end(), f"/{each['unit']}")
    unit = unit_in_brackets(text, at)
    if unit.text:
        return Word(at, unit.end, f"({unit.text})")
    reckoned = _SUM.match(text, at) if at else None
    if reckoned:
        return Token(at, reckoned.end(), "stop", "※")
    mark = _mark(text, at, deep=deep)
    if mark is not None:
        return mark
    inside = _inside(text, at)
    if inside and not YEARS_MONTHS.match(text, at):
        return _word(text, at, inside.end())
    zero = _ZERO.match(text, at)
    if zero and text[max(at - 1, 0)] == "(":
        return Word(at, zero.end(), zero[0])
    if zero:
        counted = unit_at(text, zero.end(), known_only=True)
        return finished(text, at, counted.end, 0, counted.text)
    if YEARS_MONTHS.match(text, at):
        return amount_at(text, at)
    index = _INDEX.match(text, at)
    if index and (index[1] or text[max(at - 1, 0)] == "="):
        return Word(at, index.end(), index[0])
    each = _EACH.match(text, at)
    if each:
        return Word(at, each.end(), f"/{each['n'] if each['n'] != '1' else ''}{each['unit']}")
    duration = _DURATION.match(text, at)
    if duration:
        return Word(at, duration.end(), closed(duration[0]), duration=True)
    number = amount_at(text, at)
    dated = date_at(text, at)
    yard = _YARD.match(text, dated.end) if dated else None
    if dated is not None and (yard or not (dated.weak and _is_number(text, dated, deep=deep))):
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
        plain = _SHORT_NOTE.match(text, at)
        inside = deep and not (text[at - 1] in "([" and _is_dated(rest[0] if rest else ""))
        if at and rest and not plain and (inside or _states_number(rest[0])):
            return Token(at, rest.end(), "stop", "※")
        return Token(at, at + 1, "stop", letter)
    sign = next((s for s in (text[at : at + 2], letter) if s in SIGNS), None)
    if (
        sign
        and not _brackets_date(text, at)
        and re.match(r" ?[\d▲△]", text[at + len(sign) : at + len(sign) + 2])
    ):
        return None
    if _SIGNED.match(text, at):
        return None
    numbered = _LIST_NUMBER.match(text, at)
    if numbered and (numbered[1] == "1" or f"{int(numbered[1]) - 1})" in text[:at]):
        return Token(at, numbered.end(), "list", numbered[0])
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


def _is_dated(note: str) -> bool:
    """Return whether a note is the cell's date: (※R4調査)."""
    return date_at(note, 1 + (note[1:2] == " ")) is not None


def _states_number(note: str) -> bool:
    """Return whether a note states more than the cell's date: ※R5は50件, not ※R5."""
    at = 1 + (note[1:2] == " ")
    date = date_at(note, at)
    return date is None or any(letter.isdigit() for letter in note[date.end :])


def _brackets_date(text: str, at: int) -> bool:
    """Return whether < or > is a bracket about a date or a name, no comparator: <2022> 35.2."""
    start = at if text[at] == "<" else text.rfind("<", 0, at)
    angles = _IN_ANGLES.match(text, start) if start >= 0 else None
    if angles and at in {start, angles.end() - 1}:
        return True  # <県北>30.5人
    date = date_at(text, start + 1) if start >= 0 else None
    return date is not None and text[date.end : date.end + 1] == ">" and at in {start, date.end}


def _inside(text: str, at: int) -> re.Match[str] | None:
    """Find figures that are part of a word: 小6, 1人1台, PM2.5."""
    letter = text[at]
    if letter.isascii():
        return _IN_WORD.match(text, at) or _latin(text, at)
    return _IN_WORD.match(text, at) if letter in _BEGINNINGS else None


def _latin(text: str, at: int) -> re.Match[str] | None:
    if at and text[at - 1].isascii() and text[at - 1].isalpha():
        return None
    match = _LATIN_WORD.match(text, at) if text[at].isalpha() and text[at].isascii() else None
    return None if match and date_at(text, at) is not None else match


def _is_number(text: str, dated: Date, *, deep: bool) -> bool:
    """Return whether a possible year is rather a number: 2030人, and 3年 outside any bracket."""
    printed = text[dated.start : dated.end]
    if printed.isdigit():
        return is_counted(text, dated)
    if "." in printed or "/" in printed or any(wave in printed for wave in "~〜∼-"):
        return not deep
    return False


def _word(text: str, start: int, end: int) -> Word | None:
    """Read words up to a number, a blank or a mark; figures that belong to a word stay in it."""
    while end < len(text):
        letter = text[end]
        inside = _inside(text, end) if end > start else None
        if inside:
            end = inside.end()
            continue
        if end > start and not letter.isdigit() and date_at(text, end) is not None:
            break
        if not _WORD_CHARS.match(letter) and not (
            letter == "-" and end > start and not text[end + 1 : end + 2].isdigit()
        ):
            break
        if end > start and KANJI_NUMBER.match(letter) and amount_at(text, end) is not None:
            break
        if letter in "マプ" and end > start and number_at(text, end) is not None:
            break
        end += 1
    if end == start:
        return None
    colon = re.match(r" ?:", text[end : end + 2]) is not None
    return Word(start, end, closed(text[start:end]), colon)
