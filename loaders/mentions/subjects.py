"""What a plan's title and actions are about: the terms by which another text can name the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from keikaku.loaders.mentions import dependency_words as data
from keikaku.loaders.mentions.mention_words import PlanWords
from keikaku.loaders.text import fold

_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9]{2,}$")
_KANA_ONLY = re.compile(r"[ぁ-ん\s]+")
_SEPARATORS = re.compile("|".join(map(re.escape, sorted(data.PARTS, key=len, reverse=True))))
_BULLETIN = re.compile(data.BULLETIN)
_SHORT_WORD = re.compile(r"[A-Za-z]+|[ァ-ヺー]+")
_NAME = r"[^\W_ぁ-ゖ](?:[^\W_]|[・☆]){0,39}"
_BRACKET = re.compile(
    rf"(?P<long>{_NAME})[」』]?\((?:以下、?)?[「『]?(?P<short>[^\s「」『』()。、]{{3,30}}?)[」』]?"
    r"(?:という。?|と略す。?)?\)"
)
_PROPER = re.compile(r"[ぁ-ゖ]{2,}[一-鿿]{2,}$")  # あおば広域圏: a name in kana, and what it is
_INNER = re.compile(r"\(([^()]+)\)")


class Subject(NamedTuple):
    """A term (folded) that names a plan, for what reason, and how surely."""

    term: str
    home: str
    reason: str
    confidence: float


def subjects_of(plan: PlanWords) -> Iterator[Subject]:
    """Yield terms that name a plan: its title, what the title is about, what its actions run."""
    title = fold(plan.title)
    yield Subject(f"「{title}」", plan.number, "names_plan", 1.0)
    if len(title) >= data.SHORTEST_TITLE:
        yield Subject(title, plan.number, "names_plan", 0.95)
    for term in about(plan.title):
        if _distinct(term, data.SHORTEST_SUBJECT):
            reason = "names_system" if term.endswith(data.SYSTEMS) else "names_plan"
            yield Subject(fold(term), plan.number, reason, 0.8)
    for action in plan.actions:
        for term in about(action.split(" ", 1)[-1])[:1]:
            if _distinct(term, data.SHORTEST_ACTION) or _BULLETIN.match(term):
                yield Subject(fold(term), plan.number, "names_system", 0.6)
    for alias in _aliases(plan):
        yield Subject(fold(alias), plan.number, "names_plan", 0.7)


def items_of(plan: PlanWords) -> Iterator[str]:
    """Return what a list can name a plan by (folded): its title, what that is about."""
    yield fold(plan.title)
    for term in about(plan.title):
        shortest = 3 if _SHORT_WORD.fullmatch(term) else data.SHORTEST_ITEM
        if len(term) >= shortest and term not in data.GENERAL and not _KANA_ONLY.fullmatch(term):
            yield fold(term)


def _aliases(plan: PlanWords) -> Iterator[str]:
    """Yield other names: of its own web page, and of its subject in a bracket."""
    for page in plan.pages:
        name = page.strip("「」")
        tail = next((t for t in data.PAGE_TAILS if name.endswith(t)), "")
        name = name.removesuffix(tail).strip("「」")
        shortest = data.SHORTEST_PROPER_PAGE if _PROPER.match(name) else data.SHORTEST_PAGE
        if len(name) >= shortest and name not in data.GENERAL:
            yield name
    known = [term for term in about(plan.title) if _distinct(term, data.SHORTEST_ALIAS)]
    for line in plan.prose():
        for bracket in _BRACKET.finditer(line.text):
            long, short = bracket["long"], bracket["short"]
            if any(long.endswith(term) for term in known) and _is_alias(short):
                yield short
            elif short in known:
                yield from (name for name in (long,) if _is_alias(name))


def _is_alias(name: str) -> bool:
    return len(name) >= data.SHORTEST_ALIAS and _distinct(name, data.SHORTEST_ALIAS)


def about(title: str) -> list[str]:
    """Return what a title is about: 指定管理者制度の効果的な活用 → 指定管理者制度.

    Its general tail is stripped; the part in parentheses counts too, and a title of several
    subjects gives each.

    >>> about("窓口の改善及び電話の取次ぎ")
    ['窓口の改善及び電話の取次ぎ', '窓口の改善', '電話の取次ぎ']
    """
    stripped = _strip(_INNER.sub("", title))
    parts = [_strip(part) for part in _SEPARATORS.split(stripped)]
    return [s for s in dict.fromkeys([stripped, *parts, *_INNER.findall(title)]) if s]


def _strip(text: str) -> str:
    text = text.strip()
    if not text.endswith(data.TAILS):
        return text
    tail = max((t for t in data.TAILS if text.endswith(t)), key=len, default="")
    return _strip(text[: -len(tail)]) if tail and len(text) > len(tail) + 2 else text


def _distinct(term: str, shortest: int) -> bool:
    """Return whether a subject is distinctive enough to name one plan."""
    if term in data.GENERAL or _KANA_ONLY.fullmatch(term):
        return False
    if _ACRONYM.match(term):
        return len(term) >= data.SHORTEST_ACRONYM
    return len(term) >= shortest
