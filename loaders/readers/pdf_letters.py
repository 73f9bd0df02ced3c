"""Letters of a PDF page → runs, lines, and the text of a cell or paragraph.

A PDF knows letters with a place, no lines. A run is a stretch of letters that were written one
after the other without a gap; it belongs to the cell where it begins, also where it flows over the
border. Lines that only the width broke are joined; lines that were ended stay apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any, NamedTuple

from keikaku.loaders.text import normal

_GAP = 0.2
"""What parts two runs, in heights of a letter."""

_SPACE = 0.45
"""A gap that is read as a space within a line."""

_WIDE = 1.6
"""A gap that parts two columns of a line, in heights of a letter."""

_SHORT_NUMBER = re.compile(r"\d{1,2}(?:\.[\da-z])?")
"""A number that stands whole on its line: a goal of the SDGs, the number before a title."""
_ITEM = re.compile(
    r"[・･‧•●■◆◇□▪○◎※▶➢✓]|[-－*]\s|[①-⑳㉑-㊿⑴-⒇❶-❿]|[(（]\d{1,2}[)）]|\d{1,2}[.．)）]\s*\D|"
    r"[(（][ア-ンｱ-ﾝa-z][)）]|[ア-ン][ 　.．、]|[（(【〔<＜](?:\d{4}|令和|平成|現|R\d)"
    r"|(?:現[状況]値?|基準値|目標値?)\s*[(（:：]"
    r"|(?:令和|平成|[RHＲＨ]|20)\s?(?:元|\d{1,2})(?:年度?)?(?:\s*[:：]|末?\s[\d→])"
)
_LOOKALIKES = str.maketrans("‧∕⁄\u2329\u232a", "・／／〈〉")
"""Signs that the fonts of browsers name by another sign of the same shape."""
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_RADICAL = re.compile("[\u2e80-\u2fd5]")
"""Parts of ideographs, which a browser writes for whole ones: U+2F50 for 比."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_LATIN = re.compile(r"[A-Za-z]")
_LAST_NUMBER = re.compile(r"[△▲-]?[\d,.]+$")
_MARGIN = 0.6
"""How much wider than its text's room a cell may be measured, in heights of a letter."""
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d[\d,.]*")
_LONE_NUMBER = re.compile(r"\d{1,2}")
_ONE_NUMBER = re.compile(
    r"[△▲-]?(?:\d{1,4}(?:\.\d{0,2})?|\d{1,3}(?:,\d{3})*,\d{1,3}(?:\.\d{0,2})?)"
)
_LISTED = re.compile(r"(?:\d{1,2}\s*[、・，]\s*)+\d{1,2}")
"""Numbers that signs part: what follows without one goes on with the last of them."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_OFFICE = re.compile(r"[^\W\d_]{2,14}(?:部|課|室|局|所|署|係|班|委員会|本部|監|センター)")
"""A line that ends as the name of an office does: each such line of a cell is a name of its own."""
_WORD = re.compile(r"[A-Za-z0-9,.%/]")
_OPENING = "（(「『【〔［[〈《"
_CLOSING = "）)」』】〕］]〉》、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％"


class Letter(NamedTuple):
    """A letter with its box in points from the page's upper left corner, and how it is turned."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    turn: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


class Line(NamedTuple):
    """Letters of one line from left to right, with its box and text."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    letters: tuple[Letter, ...]
    spaced: bool = False
    """True where a space stands behind the last letter."""


def letters_of(chars: Iterable[dict[str, Any]]) -> list[Letter]:
    """Return the letters of a page as they were written; doubled ones (printed bold) once."""
    letters: list[Letter] = []
    seen: set[tuple[str, int, int]] = set()
    for char in chars:
        text = _UNMAPPED.sub("\ufffd", str(char["text"]))
        text = _CONTROL.sub("", text).translate(_LOOKALIKES)
        text = _RADICAL.sub(lambda sign: normal(sign[0]), text)
        if not text:
            continue
        left, top = float(char["x0"]), float(char["top"])
        key = (text, round(left * 2), round(top * 2))
        if key in seen and text.strip():
            continue
        seen.add(key)
        turn = 0 if char["upright"] else _turn(char["matrix"])
        right, bottom = float(char["x1"]), float(char["bottom"])
        size = (bottom - top) if turn == 0 else (right - left)
        letters.append(Letter(text, left, top, right, bottom, max(size, 1.0), turn))
    return letters


def _turn(matrix: Sequence[float]) -> int:
    """Return 90 for text that reads upwards, 270 for text that reads downwards."""
    return 90 if matrix[1] > 0 else 270


def main_turn(letters: Sequence[Letter]) -> int:
    """Return how most letters of a page are turned."""
    turns = Counter(letter.turn for letter in letters if letter.text.strip())
    return turns.most_common(1)[0][0] if turns else 0


def runs(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Return the letters parted where a gap, a new line or another direction begins."""
    runs: list[list[Letter]] = []
    last: Letter | None = None
    for letter in letters:
        if last is None or not _follows(last, letter):
            runs.append([])
        runs[-1].append(letter)
        last = letter
    return runs


def _follows(last: Letter, letter: Letter) -> bool:
    if last.turn != letter.turn or not last.text.strip() or not letter.text.strip():
        return False
    if letter.turn:
        return abs(letter.left - last.left) < 0.4 * last.size
    shared = min(last.bottom, letter.bottom) - max(last.top, letter.top)
    gap = letter.left - last.right
    limit = _GAP * max(last.size, letter.size)
    return shared > 0.5 * min(last.size, letter.size) and -limit * 2 < gap < limit


def lines_of(letters: Sequence[Letter]) -> list[Line]:
    """Return the lines of a few letters (those of a cell), from the top."""
    upright = _turned(list(letters))
    rows: list[list[Letter]] = []
    for letter in sorted(upright, key=lambda one: (one.top + one.bottom) / 2):
        middle = (letter.top + letter.bottom) / 2
        if rows and middle - _middle(rows[-1]) < 0.5 * max(letter.size, rows[-1][0].size):
            rows[-1].append(letter)
        else:
            rows.append([letter])
    printed = (row for row in rows if any(one.text.strip() for one in row))
    return _without_ruby([_line(row) for row in printed])


def _middle(row: list[Letter]) -> float:
    first = row[0]
    return (first.top + first.bottom) / 2


def _turned(letters: list[Letter]) -> list[Letter]:
    """Return turned letters as if they read to the right."""
    if not letters or main_turn(letters) == 0:
        return [letter for letter in letters if letter.turn == 0] or letters
    if main_turn(letters) == 90:
        return [
            one._replace(left=-one.bottom, right=-one.top, top=one.left, bottom=one.right)
            for one in letters
        ]
    return [
        one._replace(left=one.top, right=one.bottom, top=-one.right, bottom=-one.left)
        for one in letters
    ]


def _line(row: list[Letter]) -> Line:
    letters = sorted(row, key=lambda one: one.left)
    spaced = not letters[-1].text.strip()
    while not letters[-1].text.strip():
        letters.pop()
    while not letters[0].text.strip():
        letters.pop(0)
    return Line(
        joined(letters),
        letters[0].left,
        min(one.top for one in letters),
        max(one.right for one in letters),
        max(one.bottom for one in letters),
        median(one.size for one in letters),
        tuple(letters),
        spaced,
    )


def _without_ruby(lines: list[Line]) -> list[Line]:
    """Return the lines without small kana right above a line (振り仮名)."""
    return [
        line
        for at, line in enumerate(lines)
        if not (
            at + 1 < len(lines)
            and line.size <= 0.6 * lines[at + 1].size
            and lines[at + 1].top - line.bottom < 0.5 * line.size
            and all("ぁ" <= one.text <= "ヿ" for one in line.letters)
        )
    ]


def joined(letters: Sequence[Letter]) -> str:
    """Return letters from left to right as text, with a space where a gap is wide."""
    text = ""
    last: Letter | None = None
    for letter in letters:
        wide = last is not None and letter.left - last.right > _SPACE * max(last.size, letter.size)
        if (wide or not letter.text.strip()) and not text.endswith((" ", "\u3000")):
            text += " " if wide else letter.text
        if letter.text.strip():
            text += letter.text
        last = letter
    return text.strip()


def segments(line: Line) -> list[Line]:
    """Return a line parted where a gap is as wide as between columns."""
    groups: list[list[Letter]] = [[]]
    for letter in line.letters:
        if not letter.text.strip():
            continue
        last = groups[-1][-1] if groups[-1] else None
        if last is not None and letter.left - last.right > _WIDE * max(last.size, letter.size):
            groups.append([])
        groups[-1].append(letter)
    return [_line(group) for group in groups if group]


def text_of(letters: Sequence[Letter], width: float) -> str:
    """Return the text of a cell of that inner width; lines that only the width broke are joined."""
    lines = lines_of(letters)
    if letters and main_turn(letters) != 0:
        width = 1e9
    if len(lines) > 2 and all(len(line.letters) == 1 for line in lines):
        first, *rest = (line.text for line in lines)
        glue = " " if first.isdecimal() and not rest[0].isdecimal() else ""
        return f"{first}{glue}{''.join(rest)}"
    return flow(lines, width)


def flow(lines: Sequence[Line], width: float) -> str:
    """Return lines as text: joined where the next word would not have fitted, else separate."""
    text = ""
    if len(lines) > 1 and all(_OFFICE.fullmatch(line.text) for line in lines):
        return "\n".join(line.text for line in lines)
    room = max(width, max((line.right - line.left for line in lines), default=0.0))
    for at, line in enumerate(lines):
        if at == 0:
            text = line.text
        elif wraps(lines[at - 1], line, room):
            numbered = at == 1 and _SHORT_NUMBER.fullmatch(text) and line.text[0].isalpha()
            text += (" " if numbered else _glue(text, lines[at - 1], line, room)) + line.text
        else:
            text += "\n" + line.text
    return text


def _glue(text: str, line: Line, following: Line, room: float) -> str:
    """Return what stands between a text, which ends with a line, and what the width broke off.

    Words and numbers are not broken, except where one fills its line so that not a letter more
    has room: RP / A, 12,0 / 00. One or two digits (9 / 11 / 16) are numbers of their own, unless
    together they are a year (20 / 26).
    """
    if line.spaced:
        return " "
    before, after = line.text, following.text
    first = following.letters[0]
    filled = line.right - line.left + first.right - first.left > room - _MARGIN * line.size
    if _DIGIT.match(before[-1:]) and (number := _DIGITS.match(after)):
        if _LISTED.fullmatch(before):
            return ""
        begun = "".join(_LAST_NUMBER.findall(text))
        short = len(begun) <= 2 and _LONE_NUMBER.fullmatch(after) is not None
        whole = (filled or number[0] != after) and _ONE_NUMBER.fullmatch(
            begun + number[0]
        ) is not None
        return "" if whole and (not short or _YEAR.fullmatch(begun + after)) else "\n"
    if _LATIN.match(before[-1:]) and _LATIN.match(after):
        return "" if filled and before.isascii() and before.isalpha() else " "
    return ""


_LABEL_MARKS = ("【", "〔", "《", "［", "■", "◆", "◇", "□", "▼", "●")
"""What begins a line of its own behind a sentence: 【取組内容】."""


def wraps(line: Line, following: Line, room: float) -> bool:
    """Return whether a line was broken only because what follows did not fit any more."""
    begins = line.text.endswith("。") and following.text.startswith(_LABEL_MARKS)
    if begins or _ITEM.match(following.text.lstrip()):
        return False
    word = _first_word(following)
    used = line.right - line.left
    return used + word > room - 1.2 * line.size


def _first_word(line: Line) -> float:
    """Return the width of what may not be broken at a line's begin.

    That is a letter, a Latin word or a number, an opening bracket with what follows it, and the
    signs that never begin a line.
    """
    texts = [letter.text for letter in line.letters]
    end = 0
    while end < len(texts) - 1 and texts[end] in _OPENING:
        end += 1
    if _WORD.match(texts[end]):
        while end < len(texts) - 1 and _WORD.match(texts[end + 1]):
            end += 1
    while end < len(texts) - 1 and texts[end + 1] in _CLOSING:
        end += 1
    return line.letters[end].right - line.letters[0].left
