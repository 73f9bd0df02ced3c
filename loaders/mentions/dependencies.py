"""Dependencies between plans that the document states (``DEPENDS_ON``).

A plan depends on another where its text names the other's title (``names_plan``), a system or
scheme that the other runs (``names_system``), a guideline or plan that the other manages
(``names_managed_guideline``), or a department that is not its own together with the work which
that department does in the other plan (``names_department_duty``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.data import read_yaml
from loaders.mentions.terms import TermIndex, window
from loaders.text import fold

_DATA = Path(__file__).with_name("dependencies.yaml")
_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9]{2,}$")
_NOT_PROSE = {"情報公開"}


@dataclass(slots=True)
class PlanWords:
    """What the search needs of a plan: its names, its text by line, its departments, guidelines.

    ``lines`` are (line, section, text); ``leads`` the departments that answer for it;
    ``named_departments`` (department, line, section, text, position); ``guidelines`` name → (line,
    section, text); ``pages`` the web pages that it is disclosed on.
    """

    number: str
    title: str
    actions: list[str]
    lines: list[tuple[int, str, str]]
    leads: list[str]
    guidelines: dict[str, tuple[int, str, str]]
    pages: list[str]
    named_departments: list[tuple[str, int, str, str, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Dependency:
    """One stated dependency: from, to, reason, the words that state it, where they stand."""

    source: str
    target: str
    reason: str
    words: str
    line: int
    section: str
    confidence: float


@dataclass(slots=True)
class _Subject:
    term: str
    home: str
    reason: str
    confidence: float


def stated(plans: list[PlanWords], own: list[str]) -> list[Dependency]:
    """Every stated dependency, one per pair of plans (the surest), in order of the plans.

    ``own`` are the municipality's names, with which a guideline's name may begin or not.
    """
    data = read_yaml(_DATA)
    best: dict[tuple[str, str], Dependency] = {}
    found = [
        *_by_subject(plans, data),
        *_by_guideline(plans, data, own),
        *_by_department(plans),
    ]
    for dependency in found:
        key = (dependency.source, dependency.target)
        known = best.get(key)
        if known is None or dependency.confidence > known.confidence:
            best[key] = dependency
    order = {plan.number: i for i, plan in enumerate(plans)}
    return sorted(best.values(), key=lambda d: (order[d.source], order[d.target]))


def subjects(title: str, data: dict[str, Any]) -> list[str]:
    """What a title is about, its general tail stripped: 指定管理者制度の効果的な活用 → 指定管理者制度.

    The part in parentheses counts where it is the distinguishing one; a title of several subjects
    gives each.
    """
    inner = re.findall(r"\(([^()]+)\)", title)
    bare = re.sub(r"\([^()]*\)", "", title)
    stripped = _strip(bare, data["tails"])
    parts = [_strip(p, data["tails"]) for p in _parts(stripped, data["parts"])]
    return [s for s in dict.fromkeys([stripped, *parts, *inner]) if s]


def _parts(text: str, separators: list[str]) -> list[str]:
    pattern = "|".join(re.escape(s) for s in sorted(separators, key=len, reverse=True))
    return [p.strip() for p in re.split(pattern, text) if p.strip()]


def _strip(text: str, tails: list[str]) -> str:
    text = text.strip()
    for tail in sorted(tails, key=len, reverse=True):
        if text.endswith(tail) and len(text) > len(tail) + 2:
            return _strip(text[: -len(tail)], tails)
    return text


def _distinct(term: str, shortest: int, data: dict[str, Any]) -> bool:
    """Whether a subject is distinctive enough to name one plan."""
    if term in data["general"] or re.fullmatch(r"[ぁ-ん\s]+", term):
        return False
    if _ACRONYM.match(term):
        return len(term) >= int(data["shortest"]["acronym"])
    return len(term) >= shortest


def _subjects_of(plan: PlanWords, data: dict[str, Any]) -> Iterator[_Subject]:
    """The terms that name a plan: its title, what the title is about, what its actions run."""
    title = fold(plan.title)
    yield _Subject(f"「{title}」", plan.number, "names_plan", 1.0)
    if len(title) >= int(data["shortest"]["whole_title"]):
        yield _Subject(title, plan.number, "names_plan", 0.95)
    systems = tuple(data["systems"])
    for term in subjects(plan.title, data):
        if _distinct(term, int(data["shortest"]["title"]), data):
            reason = "names_system" if term.endswith(systems) else "names_plan"
            yield _Subject(fold(term), plan.number, reason, 0.8)
    for action in plan.actions:
        item = action.split(" ", 1)[-1]
        for term in subjects(item, data)[:1]:
            if _distinct(term, int(data["shortest"]["action"]), data):
                yield _Subject(fold(term), plan.number, "names_system", 0.6)


def _by_subject(plans: list[PlanWords], data: dict[str, Any]) -> Iterator[Dependency]:
    homes: dict[str, dict[str, _Subject]] = defaultdict(dict)
    for plan in plans:
        for subject in _subjects_of(plan, data):
            known = homes[subject.term].get(plan.number)
            if known is None or subject.confidence > known.confidence:
                homes[subject.term][plan.number] = subject
    terms = {term: home for term, by in homes.items() if (home := _home(by)) is not None}
    index = TermIndex(terms)
    hits: dict[str, dict[str, tuple[int, str, str, int]]] = defaultdict(dict)
    body = re.compile(rf"[\u3400-\u9fffァ-ヺー]{{0,6}}(?:{'|'.join(data['bodies'])})")
    for plan in plans:
        for line, section, text in plan.lines:
            if section in _NOT_PROSE:
                continue
            folded, positions = _folded(text)
            for hit in index.find(folded):
                if body.match(folded, hit.end):
                    continue
                spot = (line, section, text, positions[hit.start])
                hits[hit.term].setdefault(plan.number, spot)
    for term, by_plan in hits.items():
        subject = terms[term]
        others = [n for n in by_plan if n != subject.home]
        if len(others) > int(data["common"]) and subject.confidence < 0.9:
            continue
        for number in others:
            line, section, text, at = by_plan[number]
            words = window(text, at, at + len(term), 12)
            yield Dependency(
                number, subject.home, subject.reason, words, line, section, subject.confidence
            )


def _home(by_plan: dict[str, _Subject]) -> _Subject | None:
    """The one plan that a term names: the only one, or the only one whose title has it."""
    ranked = sorted(by_plan.values(), key=lambda s: -s.confidence)
    if len(ranked) == 1 or ranked[0].confidence > ranked[1].confidence:
        return ranked[0]
    return None


def _folded(text: str) -> tuple[str, list[int]]:
    """A text without spaces, in lower case, and where each of its characters stands in it."""
    kept = [(i, c.casefold()) for i, c in enumerate(text) if not c.isspace()]
    return "".join(c[:1] for _, c in kept), [i for i, _ in kept]


def _by_guideline(
    plans: list[PlanWords], data: dict[str, Any], own: list[str]
) -> Iterator[Dependency]:
    managers: dict[str, str] = {}
    for name in dict.fromkeys(g for plan in plans for g in plan.guidelines):
        home = _manager(name, plans, data)
        if home is not None:
            managers[_bare(name, own)] = home
    for plan in plans:
        for name, (line, section, text) in plan.guidelines.items():
            bare = _bare(name, own)
            home = managers.get(bare) or next(
                (h for base, h in managers.items() if bare.startswith(base)), None
            )
            if home is not None and home != plan.number:
                at = max(text.find(name), 0)
                words = window(text, at, at + len(name), 8)
                yield Dependency(
                    plan.number, home, "names_managed_guideline", words, line, section, 0.85
                )


def _bare(name: str, own: list[str]) -> str:
    """A guideline's name without the municipality's, folded."""
    folded = fold(name)
    for prefix in own:
        folded = folded.removeprefix(fold(prefix))
    return folded


def _manager(name: str, plans: list[PlanWords], data: dict[str, Any]) -> str | None:
    """The one plan that publishes or revises a guideline."""
    verbs = "|".join(data["manages"])
    revised = re.compile(rf"{re.escape(fold(name))}の?(?:{verbs})")
    revises = [
        p.number
        for p in plans
        if name in p.guidelines
        and any(revised.search(fold(text)) for _, s, text in p.lines if s != "事業概要")
    ]
    whole = re.compile(rf"{re.escape(fold(name))}(?![\u3400-\u9fff]{{2}})")
    publishes = [p.number for p in plans if any(whole.search(fold(page)) for page in p.pages)]
    for candidates in (revises, publishes):
        if len(set(candidates)) == 1:
            return candidates[0]
    return None


def _by_department(plans: list[PlanWords]) -> Iterator[Dependency]:
    led: dict[str, list[PlanWords]] = defaultdict(list)
    for plan in plans:
        for department in plan.leads[:1]:
            led[department].append(plan)
    for plan in plans:
        for department, line, section, text, at in plan.named_departments:
            candidates = [p for p in led[department] if p.number != plan.number]
            context = text[max(at - 20, 0) : at + len(department) + 20]
            target = _duty(department, context, candidates)
            if target is not None:
                words = window(text, at, at + len(department), 14)
                yield Dependency(
                    plan.number, target, "names_department_duty", words, line, section, 0.75
                )


def _duty(department: str, context: str, plans: list[PlanWords]) -> str | None:
    """The plan whose title shares most with the words round the department's name."""
    context = fold(context.replace(department, " "))
    if len(plans) == 1:
        return plans[0].number
    scores = {p.number: len(_pairs(p.title) & _pairs(context)) for p in plans}
    best = sorted(scores, key=lambda n: (-scores[n], n))
    if not best or not scores[best[0]]:
        return None
    if len(best) > 1 and scores[best[0]] == scores[best[1]]:
        return None
    return best[0]


def _pairs(text: str) -> set[str]:
    """The pairs of neighbouring kanji or katakana in a text."""
    folded = fold(text)
    pairs = {folded[i : i + 2] for i in range(len(folded) - 1)}
    return {p for p in pairs if re.fullmatch(r"[\u3400-\u9fffァ-ヺー]{2}", p)}
