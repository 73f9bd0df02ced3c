"""Lines of labels with their values: 担当部：総務部　担当課：財政課."""

from __future__ import annotations

import re
from collections.abc import Iterable

from keikaku.loaders.layouts.labels.inline_years import year_items
from keikaku.loaders.layouts.labels.label_parts import label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.text import normal

_PAIR = re.compile(
    r"[:：]\s*(?=\S)"
    r"|[【〈《〔［\[](?P<name>[^【】〈〉《》〔〕［］\[\]]{1,24})[】〉》〕］\]]\s*[:：]?\s*(?=\S)"
)
_OPEN, _CLOSE = re.compile(r"[(（【\[〔「]"), re.compile(r"[)）】\]〕」]")
_BLANKS = re.compile(r"[\s　]+")
_NUMBERED = re.compile(r"^(?:\(\d{1,2}\)|（[\d１-９]{1,2}）|\d{1,2}[.．]|[■●◆・○◇①-⑳])[\s　]*")
_LONGEST = 24
_NUMBER_ALONE = re.compile(
    r"[【\[(■●◆]?\s*(?P<word>[^\d\s:]{1,8}?\.?)\s*[:.]?\s*"
    r"(?P<number>[A-Za-z]?\d+(?:[-.]\d+)*)\s*[】\])]?"
)
_WRAPPED = re.compile(r"[(（【〔\[]([^()（）【】〔〕\[\]]+)[)）】〕\]]")
_LABEL_INSIDE = re.compile(
    r"(?:[【〔\[(（〈]\s*(?P<bracketed>[^】〕\])）〉]{2,12})\s*[】〕\])）〉]"
    r"|(?P<before>[^:：\n(（【]{2,12})\s*[:：\n])\s*(?P<rest>\S.*)",
    re.DOTALL,
)
_SPACED = (
    "department", "division", "section", "sdgs", "plan.number", "plan.overview", "plan.problem",
    "plan.work", "plan.vision", "plan.category", "guidelines", "doers", "partners", "document.",
)  # fmt: skip
"""Facts whose labels a blank parts from their value; other labels may begin a heading."""
_SPACED_NUMBERS = ("indicator.baseline", "indicator.target", "indicator.actual", "effect.total")
"""Facts whose labels a blank parts from a value with a number: 現状値　8.2％."""
_FEWEST_YEARS = 2
LABEL_SURE = 0.95


def split_pairs(text: str, words: LayoutWords) -> list[tuple[Meaning, str, str]]:
    """Return the labels of a line and their values: 担当部：総務部　【担当課】財政課."""
    pairs: list[tuple[Meaning, int, int, str]] = []
    for mark in _PAIR.finditer(text):
        if pairs and mark.start() < pairs[-1][2]:
            continue
        label_of = _bracketed(mark, words) if mark["name"] else _before(mark, text, pairs, words)
        if label_of is not None:
            pairs.append(label_of)
        elif not pairs and not _is_within_bracket(text[: mark.start()]):
            return []
    parts = []
    for n, (meaning, _, end, name) in enumerate(pairs):
        stop = pairs[n + 1][1] if n + 1 < len(pairs) else len(text)
        value = text[end:stop].strip(" 　\t\n,、/／")
        if value and not _is_unit_note(value):
            parts.append((meaning, value, "".join(label(name).segments[:1])))
    return parts


def _is_unit_note(value: str) -> bool:
    """Return whether （単位：千円） stands behind a label, whose values then follow below."""
    parsed = label(value)
    return parsed.unit is not None and not parsed.segments and value[:1] in "(（［["


def _bracketed(mark: re.Match[str], words: LayoutWords) -> tuple[Meaning, int, int, str] | None:
    """Return the label of 【担当課】財政課."""
    meaning = _of_label(mark["name"], words)
    if meaning is None or meaning.sure < LABEL_SURE:
        return None
    return meaning, mark.start(), mark.end(), mark["name"]


def _before(
    mark: re.Match[str],
    text: str,
    pairs: list[tuple[Meaning, int, int, str]],
    words: LayoutWords,
) -> tuple[Meaning, int, int, str] | None:
    """Return the label before a colon: 担当課：財政課."""
    if _is_within_bracket(text[: mark.start()]):
        return None  # （単位：千円）
    start = max([text[: mark.start()].rfind(c) for c in "\n\t　 、,／/　"])
    start = max(start, pairs[-1][2] - 1 if pairs else -1)
    for at in _starts(start):
        name = text[at : mark.start()]
        inside = at < (pairs[-1][2] if pairs else 0)
        if inside or not 0 < len(name) <= _LONGEST or label(name).year is not None:
            continue
        meaning = _of_label(name, words)
        if meaning is not None and meaning.sure >= LABEL_SURE:
            return meaning, at, mark.end(), name
    return None


def _of_label(name: str, words: LayoutWords) -> Meaning | None:
    """Return what the label of a pair means; 成果指標 and its like name an indicator."""
    known = words.of(name)
    if known is not None and known.sure >= LABEL_SURE:
        return known
    context = words.catalogue.contexts.get("".join(label(name).segments[:1]), {})
    if context.get("about") != "indicator" or "kind" in context:
        return known
    return Meaning("indicator.name", 1.0, about="indicator", role=context.get("role"))


def _is_within_bracket(before: str) -> bool:
    return len(_OPEN.findall(before)) > len(_CLOSE.findall(before))


def spaced_pairs(text: str, words: LayoutWords) -> list[tuple[Meaning, str, str]]:
    """Return the labels of a line that only blanks part from their values: 担当課　財政課.

    The line begins with a label as the catalogue has it; other labels behind it begin pairs, too.
    """
    line = _NUMBERED.sub("", text.strip())
    pieces = _BLANKS.split(line)
    pairs: list[tuple[Meaning, list[str], str]] = []
    for piece in pieces:
        meaning = words.of(piece) if len(piece) <= _LONGEST else None
        if meaning is not None and meaning.sure >= 1 and _is_spaced(meaning, piece, line):
            pairs.append((meaning, [], "".join(label(piece).segments[:1])))
        elif not pairs:
            return []
        else:
            pairs[-1][1].append(piece)
    if any(not values for _, values, _ in pairs) or len(pieces) < 2:
        return []
    return [(meaning, "　".join(values), name) for meaning, values, name in pairs]


def _is_spaced(meaning: Meaning, piece: str, line: str) -> bool:
    """Return whether blanks may divide a label and its value; some facts need a fitting value."""
    fact = meaning.fact
    if fact.startswith(_SPACED) or fact == "indicator.name":
        return True
    rest = line.partition(piece)[2]
    if fact == "schedule":
        return len(year_items(rest)) >= _FEWEST_YEARS
    return fact.startswith(_SPACED_NUMBERS) and any(c.isdigit() for c in rest)


def number_alone(text: str, words: LayoutWords) -> tuple[Meaning, str] | None:
    """Return the number that stands alone behind its word: No.12, 取組番号 1-2."""
    match = _NUMBER_ALONE.fullmatch(normal(text).strip())
    meaning = words.of(match["word"]) if match else None
    if match is None or meaning is None or meaning.fact != "plan.number":
        return None
    return meaning, match["number"]


def label_inside(text: str, words: LayoutWords) -> tuple[str, str | None] | None:
    """Return an indicator's name without the label in its own cell, and the role of that label.

    None where the cell prints no label before the name, as in 目標：申請率.
    """
    match = _LABEL_INSIDE.match(text.strip())
    if match is None:
        return None
    parsed = label(match["bracketed"] or match["before"])
    context = words.catalogue.contexts.get("".join(parsed.segments[:1]), {})
    known = words.meaning([parsed])
    names = known is not None and known.fact in ("indicator.name", "indicator.target")
    if context.get("about") != "indicator" and not names:
        return None
    rest = match["rest"].strip()
    wrapped = _WRAPPED.fullmatch(rest)
    return wrapped[1] if wrapped else rest, context.get("role")


def _starts(near: int) -> Iterable[int]:
    yield 0 if near < 0 else near + 1
    if near >= 0:
        yield 0
