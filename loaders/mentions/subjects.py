"""What a plan's title and actions are about: the terms by which another text can name the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from loaders.mentions.words import PlanWords
from loaders.text import fold

_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9]{2,}$")
_KANA_ONLY = re.compile(r"[ぁ-ん\s]+")
_INNER = re.compile(r"\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Subject:
    """A term (folded) that names a plan, for what reason, and how surely."""

    term: str
    home: str
    reason: str
    confidence: float


def subjects_of(plan: PlanWords, data: dict[str, Any]) -> Iterator[Subject]:
    """The terms that name a plan: its title, what the title is about, what its actions run."""
    title = fold(plan.title)
    yield Subject(f"「{title}」", plan.number, "names_plan", 1.0)
    if len(title) >= int(data["shortest"]["whole_title"]):
        yield Subject(title, plan.number, "names_plan", 0.95)
    systems = tuple(data["systems"])
    for term in about(plan.title, data):
        if _distinct(term, int(data["shortest"]["title"]), data):
            reason = "names_system" if term.endswith(systems) else "names_plan"
            yield Subject(fold(term), plan.number, reason, 0.8)
    for action in plan.actions:
        for term in about(action.split(" ", 1)[-1], data)[:1]:
            if _distinct(term, int(data["shortest"]["action"]), data):
                yield Subject(fold(term), plan.number, "names_system", 0.6)


def about(title: str, data: dict[str, Any]) -> list[str]:
    """What a title is about: 指定管理者制度の効果的な活用 → 指定管理者制度.

    Its general tail is stripped; the part in parentheses counts too, and a title of several
    subjects gives each.
    """
    stripped = _strip(_INNER.sub("", title), data["tails"])
    separators = "|".join(map(re.escape, sorted(data["parts"], key=len, reverse=True)))
    parts = [_strip(part, data["tails"]) for part in re.split(separators, stripped)]
    return [s for s in dict.fromkeys([stripped, *parts, *_INNER.findall(title)]) if s]


def _strip(text: str, tails: list[str]) -> str:
    text = text.strip()
    tail = max((t for t in tails if text.endswith(t)), key=len, default="")
    return _strip(text[: -len(tail)], tails) if tail and len(text) > len(tail) + 2 else text


def _distinct(term: str, shortest: int, data: dict[str, Any]) -> bool:
    """Whether a subject is distinctive enough to name one plan."""
    if term in data["general"] or _KANA_ONLY.fullmatch(term):
        return False
    if _ACRONYM.match(term):
        return len(term) >= int(data["shortest"]["acronym"])
    return len(term) >= shortest
