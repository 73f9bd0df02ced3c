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
            if _distinct(term, data.SHORTEST_ACTION):
                yield Subject(fold(term), plan.number, "names_system", 0.6)


def about(title: str) -> list[str]:
    """Return what a title is about: 指定管理者制度の効果的な活用 → 指定管理者制度.

    Its general tail is stripped; the part in parentheses counts too, and a title of several
    subjects gives each.
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
    """Tell whether a subject is distinctive enough to name one plan."""
    if term in data.GENERAL or _KANA_ONLY.fullmatch(term):
        return False
    if _ACRONYM.match(term):
        return len(term) >= data.SHORTEST_ACRONYM
    return len(term) >= shortest
