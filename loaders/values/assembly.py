"""The pieces of a cell put together: which words, dates and roles belong to which number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keikaku.loaders.values.amounts import Num, part_of
from keikaku.loaders.values.before import before_number
from keikaku.loaders.values.dates import Date
from keikaku.loaders.values.model import Cell
from keikaku.loaders.values.outcome import with_numbers, without_numbers
from keikaku.loaders.values.scanner import Piece, Token, Word, Yard
from keikaku.loaders.values.tails import Tail, tail_at
from keikaku.loaders.values.units import unit_at
from keikaku.loaders.values.value_folding import Folded, closed
from keikaku.loaders.values.value_labels import labels_joined
from keikaku.loaders.values.walk import NumberInProgress, Walk
from keikaku.loaders.values.wording import relative_in, understood_words
from keikaku.loaders.values.words import (
    COMPARATORS,
    CUMULATIVE,
    QUALIFIERS_AFTER,
    ROLES,
    YARDSTICK,
)

_QUALIFIERS = frozenset(QUALIFIERS_AFTER.split())
_CUMULATIVE = frozenset(CUMULATIVE.split())
_SUMMED = re.compile(
    r"(?:\d+(?:[かヶカヵケ箇]?年間?の?|館|校|園|施設|団体|会場|路線|地区|[市町村区]|[かヶ箇]所)"
    r"|(?:計画)?期間(?:中|内)?の?|累計の?)?(?:累計額?|累積|合計|計|延べ[人件回]?数)"
)
_AVERAGED = re.compile(
    r"(?P<each>[年月週日])平均値?|(?:年度|期間)平均値?|(?:過去|直近)?\d+[かヶカヵケ箇]?年間?の?(?:移動)?平均値?"
)
_NOT_YET = re.compile(r"未\w{1,4}|(?:実績)?(?:な ?し|無し)")
_FROM = re.compile(r" ?から ?(?=[\d約])")
_NUMBER = re.compile(r" ?[約概ね]*\d")
_SET_AGAINST = re.compile(r" ?[(\[][^()\[\]]*[)\]] ?(?:対?比(?!較)|から)")
_EDGES = re.compile(r"^(?:まで)?[のはが・]?(?=.)|[のはがに・]$")
_NOTHING = frozenset(["", *"のにをはへ値", "まで", "までに", "うち", "毎年", "数値"])
_MOST_WORDS = 60
"""Words that can stand for one yardstick; looking at more would cost the square of them."""
_AIM = re.compile("目 ?指 ?[すし]|めざ[すし]")


def assemble(folded: Folded, pieces: Iterable[Piece]) -> Cell:
    """Put a cell together from its pieces."""
    listed = labels_joined(folded.text, list(pieces))
    walk = Walk(folded.text, aim=_AIM.search(folded.text) is not None)
    for nth, piece in enumerate(listed):
        if piece.end <= walk.skip_to:
            continue
        _step(walk, piece, listed, nth)
    _words_end(walk)
    if walk.bad or walk.left:
        return Cell("unclear", left=" ".join(walk.left) or folded.source.strip())
    if not walk.numbers:
        return without_numbers(folded, listed)
    return with_numbers(folded, walk)


def _step(walk: Walk, piece: Piece, listed: list[Piece], nth: int) -> None:
    walk.from_nothing |= not walk.numbers and _says_nothing(piece)
    if isinstance(piece, Word):
        _word(walk, piece, listed, nth)
    elif isinstance(piece, Date):
        walk.order.append(piece)
    elif isinstance(piece, Yard):
        walk.yards.append(piece)
    elif isinstance(piece, Token):
        _token(walk, piece)
    elif isinstance(piece, Num):
        _num(walk, piece)


def _says_nothing(piece: Piece) -> bool:
    """Return whether a piece says that there is no value yet, as before an arrow: ― → 10件."""
    if isinstance(piece, Token):
        return piece.kind == "dash"
    return isinstance(piece, Word) and _NOT_YET.fullmatch(piece.text) is not None


def _token(walk: Walk, token: Token) -> None:
    if token.kind == "open":
        walk.opened.append(len(walk.numbers))
        walk.open_at.append(token.start)
        walk.depth += 1
        walk.order.append(token)
        if walk.words and walk.yard is None:
            _take_yard(walk)
    elif token.kind == "close":
        if len(walk.words) != 1 or not walk.words[0].colon:
            _words_end(walk)
        walk.depth = max(walk.depth - 1, 0)
        walk.order.append(token)
        _behind_bracket(walk, token)
        if walk.opened:
            walk.opened.pop()
            walk.open_at.pop()
    elif token.kind == "arrow":
        _words_end(walk)
        if walk.numbers or walk.from_nothing:
            walk.arrows.append(len(walk.numbers))
    elif token.kind == "bad":
        walk.bad = True


def _take_yard(walk: Walk) -> None:
    """Take words before a bracket as the target: 前年度(77.8%)を上回る, 法定雇用率以上(2.7%)."""
    if len(walk.words) > _MOST_WORDS:
        return
    said = "".join(word.text for word in walk.words)
    relative = relative_in(said)
    if relative is not None and relative.comparator:
        walk.yard, walk.yard_comparator = said, relative.comparator
    elif YARDSTICK.fullmatch(said):
        walk.yard = said


def _behind_bracket(walk: Walk, token: Token) -> None:
    """Apply words right behind a bracket to the number in it, or before it."""
    unit = unit_at(walk.text, token.end, known_only=True)
    if walk.numbers and not walk.numbers[-1].unit and unit.text and walk.text[token.end] != " ":
        walk.numbers[-1].unit, walk.skip_to = unit.text, unit.end
        return
    if _FROM.match(walk.text, token.end):
        walk.arrows.append(len(walk.numbers))  # 50件(R4年度)から80件
    tail = tail_at(walk.text, token.end)
    if tail.free or tail.end == token.end or not walk.numbers:
        return
    if not (tail.comparator or tail.relative or tail.role or tail.qualifier or tail.aim):
        if tail.rhythm:
            walk.numbers[-1].unit = f"{walk.numbers[-1].unit or ''}{tail.rhythm}"
        walk.skip_to = tail.end
        return
    if walk.text[token.end : token.end + 1] == " " and not (
        tail.comparator or tail.aim or walk.text.startswith("より", token.end + 1)
    ):
        return
    first = walk.opened[-1] if walk.opened else 0
    at = first if walk.yard and first < len(walk.numbers) else max(first - 1, 0)
    before = walk.numbers[min(at, len(walk.numbers) - 1)]
    _from_tail(walk, before, tail)
    held = walk.role_word
    if (
        held
        and (tail.comparator or tail.keep or walk.text.startswith("より", token.end))
        and walk.open_at
        and walk.text[held.end : walk.open_at[-1]].strip() == ""
        and held.end <= walk.open_at[-1]
    ):
        before.role = None  # 現状(50%)以上: what is compared with, no baseline
        before.relative = closed(walk.text[held.start : tail.end])
    if walk.yard:
        start = walk.text.find(walk.yard[0])
        before.relative = closed(walk.text[start : tail.end])
    walk.skip_to = tail.end


def _from_tail(walk: Walk, number: NumberInProgress, tail: Tail) -> None:
    number.comparator = number.comparator or tail.comparator
    number.qualifier = number.qualifier or tail.qualifier
    number.cumulative |= tail.cumulative
    number.role = number.role or (None if tail.aim else tail.role)
    walk.aim |= tail.aim
    if tail.relative:
        start, end = tail.relative
        start = number.before.start if start < 0 else start
        number.relative = closed(walk.text[start:end])


def _num(walk: Walk, num: Num) -> None:
    if _is_base(walk, num):
        return
    before = before_number(walk.words, num)
    if before.scope and num.unit == "位":
        walk.words = []
    number = NumberInProgress(num, before, walk.depth, before.label)
    number.base, walk.base = num.base or walk.base, None
    number.qualifier = before.qualifier
    number.comparator = num.sign or before.comparator
    number.cumulative = before.cumulative
    number.role = before.role or walk.role
    number.relative = before.relative
    number.unit = before.unit(num.unit)
    _from_tail(walk, number, num.tail)
    if walk.depth and number.relative is None and before.label and not num.tail.relative:
        said = relative_in("".join(word.text for word in before.label))
        if said is not None and before.label[-1].end < walk.text.rfind("(", 0, num.start) + 1:
            number.relative = said.change or said.words
    if walk.yard and walk.depth:
        number.comparator = number.comparator or walk.yard_comparator
        number.relative = number.relative or walk.yard
        number.label, number.qualifier = [], num.tail.qualifier
    if before.compared is not None and not number.relative:
        number.relative = closed(walk.text[before.compared : num.end])
        number.relative = re.sub("を?(?:目指|めざ).*$", "", number.relative)
    if before.role:
        walk.role_first |= not walk.numbers
    if num.tail.free:
        walk.bad = True
    walk.words = []
    walk.role = None
    walk.numbers.append(number)
    walk.order.append(number)
    if walk.text[num.start : num.end].endswith(("から", "を")) and _NUMBER.match(
        walk.text, num.end
    ):
        walk.arrows.append(len(walk.numbers))


def _is_base(walk: Walk, num: Num) -> bool:
    """Take the whole of which another number is a part: 25市町のうち8市町, 25位(47都道府県中)."""
    end = part_of(walk.text, num)
    if end is None or end >= len(walk.text):
        return False
    base = closed(walk.text[num.start : num.end])
    if walk.numbers and walk.text[end] in ")]":
        walk.numbers[-1].base = base
    else:
        walk.words, walk.base = [], base
    walk.skip_to = end
    return True


def _word(walk: Walk, word: Word, listed: list[Piece], nth: int) -> None:
    against = _SET_AGAINST.match(walk.text, word.end)  # 基準年(2013年度)比 46%削減
    role = None if against else ROLES.get(word.text.rstrip("はが"))
    ahead = any(isinstance(p, Num) for p in listed[nth + 1 : nth + 7])
    if role and (not walk.numbers or (ahead and (word.colon or walk.role_first))):
        if not walk.numbers:
            walk.role_first = True
        if walk.numbers and not walk.words:
            _words_end(walk)
        walk.role = role
        walk.role_word = word
        return
    walk.words.append(word)


def _words_end(walk: Walk) -> None:  # noqa: C901 - one branch for each thing words can say
    """Assign words that no number follows: to the number before them, to the cell, or to none."""
    words, walk.words = walk.words, []
    if walk.role and walk.numbers and not words:
        _last(walk).role = _last(walk).role or walk.role
    if not words:
        return
    first = walk.opened[-1] if walk.opened else 0
    said = "".join(word.text for word in words)
    target = _last(walk) if walk.numbers else None
    if all(_single(walk, target, word.text) for word in words):
        return
    if _single(walk, target, said):
        return
    relative = relative_in(said)
    if relative is not None:
        walk.said.append(relative.words)
        if target is not None:
            target.relative = target.relative or relative.words
        return
    inside = walk.depth > 0 and len(walk.numbers) == first
    if inside and (walk.heads or target is None):
        walk.heads = True
        walk.words = [Word(words[0].start, words[-1].end, said, colon=True)]
        return
    if inside:
        if target is not None and target.said_name is None:
            target.said_name = said
        return
    if walk.numbers and not understood_words(said):
        walk.left.append(said)


def _last(walk: Walk) -> NumberInProgress:
    return walk.numbers[-1]


def _single(walk: Walk, target: NumberInProgress | None, said: str) -> bool:  # noqa: C901, PLR0911 - one branch for each form that is printed
    """Take a word that says one thing of a number: a role, a qualifier, 累計, a comparator."""
    bare = _EDGES.sub("", said)
    if bare in ROLES:
        if target is not None:
            target.role = target.role or ROLES[bare]
        return target is not None
    if target is None:
        return False
    if walk.depth and walk.order and isinstance(walk.order[-1], Date):
        targets = walk.numbers if walk.order[-1].start > target.num.start else [target]
    else:
        targets = [target]
    if bare in _QUALIFIERS or bare in ("平均値", "見込み"):
        for one in targets:
            one.qualifier = one.qualifier or ("平均" if bare == "平均値" else bare)
        return True
    if bare in _CUMULATIVE or _SUMMED.fullmatch(bare):
        for one in targets:
            one.cumulative = True
        return True
    averaged = _AVERAGED.fullmatch(bare)
    if averaged:
        target.qualifier = target.qualifier or "平均"
        if averaged["each"] and target.unit not in {None, "%"} and "/" not in str(target.unit):
            target.unit = f"{target.unit}/{averaged['each']}"
        return True
    if bare in COMPARATORS:
        target.comparator = target.comparator or COMPARATORS[bare]
        return True
    return bare in _NOTHING
