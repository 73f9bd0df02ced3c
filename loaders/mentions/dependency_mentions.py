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
from typing import NamedTuple

from keikaku.loaders.mentions import dependency_words as data
from keikaku.loaders.mentions.mention_words import Place, PlanWords
from keikaku.loaders.mentions.subjects import Subject, subjects_of
from keikaku.loaders.mentions.terms import TermIndex, window
from keikaku.loaders.text import fold

_PAIR = re.compile(r"[一-鿿ァ-ヺー]{2}")
_KANJI = re.compile(r"[一-鿿]{2}")


class Dependency(NamedTuple):
    """One stated dependency: from, to, reason, the words that state it, where they stand."""

    source: str
    target: str
    reason: str
    words: str
    line: int
    section: str
    confidence: float


def stated(plans: list[PlanWords], own: list[str]) -> list[Dependency]:
    """Return every stated dependency, one per pair of plans (the surest), in order of the plans.

    ``own`` are the municipality's names, with which a guideline's name may begin or not.
    """
    best: dict[tuple[str, str], Dependency] = {}
    found = [
        *_by_subject(plans),
        *_by_guideline(plans, own),
        *_by_department(plans),
    ]
    for dependency in found:
        key = (dependency.source, dependency.target)
        known = best.get(key)
        if known is None or dependency.confidence > known.confidence:
            best[key] = dependency
    order = {plan.number: i for i, plan in enumerate(plans)}
    return sorted(best.values(), key=lambda d: (order[d.source], order[d.target]))


def _dependency(
    source: str, target: str, reason: str, place: Place, around: int, confidence: float
) -> Dependency:
    words = window(place.line.text, place.start, place.end, around)
    return Dependency(
        source, target, reason, words, place.line.number, place.line.section, confidence
    )


def _by_subject(plans: list[PlanWords]) -> Iterator[Dependency]:
    homes: dict[str, dict[str, Subject]] = defaultdict(dict)
    for plan in plans:
        for subject in subjects_of(plan):
            known = homes[subject.term].get(plan.number)
            if known is None or subject.confidence > known.confidence:
                homes[subject.term][plan.number] = subject
    terms = {term: home for term, by in homes.items() if (home := _home(by)) is not None}
    for term, by_plan in _named(plans, TermIndex(terms)).items():
        subject = terms[term]
        others = [number for number in by_plan if number != subject.home]
        if len(others) > data.COMMON and subject.confidence < 0.9:
            continue
        for number in others:
            place = by_plan[number]
            yield _dependency(number, subject.home, subject.reason, place, 6, subject.confidence)


def _named(plans: list[PlanWords], index: TermIndex) -> dict[str, dict[str, Place]]:
    """Return which plans name which terms, and where first: term → plan → place."""
    body = re.compile(rf"[一-鿿ァ-ヺー]{{0,6}}(?:{'|'.join(data.BODIES)})")
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for plan in plans:
        for line in plan.prose():
            for hit in index.find(line.folded):
                if not body.match(line.folded, hit.end):
                    found[hit.term].setdefault(plan.number, line.place(hit.start, hit.end))
    return found


def _home(by_plan: dict[str, Subject]) -> Subject | None:
    """Return the one plan that a term names: the only one, or the only one whose title has it."""
    ranked = sorted(by_plan.values(), key=lambda s: -s.confidence)
    if len(ranked) == 1 or ranked[0].confidence > ranked[1].confidence:
        return ranked[0]
    return None


def _by_guideline(plans: list[PlanWords], own: list[str]) -> Iterator[Dependency]:
    managers = _managers(plans, own)
    for plan in plans:
        for name, place in plan.guidelines.items():
            bare = _bare(name, own)
            home = _manager(bare, plan.number, managers)
            if home is not None:
                yield _dependency(plan.number, home, "names_managed_guideline", place, 4, 0.85)


def _manager(bare: str, plan: str, managers: dict[str, str]) -> str | None:
    """Return the other plan that manages a guideline, or the whole that it is a part of.

    …総合管理計画個別計画 is a part of …総合管理計画.
    """
    heads = (bare[:length] for length in range(len(bare), 3, -1))
    return next((managers[h] for h in heads if managers.get(h, plan) != plan), None)


def _bare(name: str, own: list[str]) -> str:
    """Return a guideline's name without the municipality's, folded."""
    folded = fold(name)
    for prefix in own:
        folded = folded.removeprefix(fold(prefix))
    return folded


def _managers(plans: list[PlanWords], own: list[str]) -> dict[str, str]:
    """Guideline → the one plan that revises it, else the one that publishes it."""
    names = {_bare(name, own) for plan in plans for name in plan.guidelines}
    index = TermIndex(names)
    verbs = tuple(f"{no}{verb}" for verb in data.MANAGES for no in ("の", ""))
    revises: dict[str, set[str]] = defaultdict(set)
    publishes: dict[str, set[str]] = defaultdict(set)
    for plan in plans:
        for line in plan.lines:
            for hit in index.find(line.folded):
                if line.section == "情報公開":
                    if not _KANJI.match(line.folded, hit.end):
                        publishes[hit.term].add(plan.number)
                elif line.section != "事業概要" and line.folded.startswith(verbs, hit.end):
                    revises[hit.term].add(plan.number)
    homes: dict[str, str] = {}
    for name in sorted(names):
        for candidates in (revises[name], publishes[name]):
            if len(candidates) == 1:
                homes[name] = next(iter(candidates))
                break
    return homes


def _by_department(plans: list[PlanWords]) -> Iterator[Dependency]:
    led: dict[str, list[PlanWords]] = defaultdict(list)
    for plan in plans:
        for department in plan.leads[:1]:
            led[department].append(plan)
    for plan in plans:
        for department, place in plan.named_departments:
            candidates = [p for p in led[department] if p.number != plan.number]
            text = place.line.text
            context = f"{text[max(place.start - 20, 0) : place.start]} {text[place.end :][:20]}"
            target = _duty(context, candidates)
            if target is not None:
                yield _dependency(plan.number, target, "names_department_duty", place, 10, 0.75)


def _duty(context: str, plans: list[PlanWords]) -> str | None:
    """Return the plan whose title shares most with the words round the department's name."""
    if len(plans) == 1:
        return plans[0].number
    around = _pairs(context)
    scores = {p.number: len(_pairs(p.title) & around) for p in plans}
    best = sorted(scores, key=lambda n: (-scores[n], n))
    if not best or not scores[best[0]]:
        return None
    if len(best) > 1 and scores[best[0]] == scores[best[1]]:
        return None
    return best[0]


def _pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring kanji or katakana in a text."""
    folded = fold(text)
    pairs = {folded[i : i + 2] for i in range(len(folded) - 1)}
    return {p for p in pairs if _PAIR.fullmatch(p)}
