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

from keikaku.graph.quotes import quote
from keikaku.loaders.mentions import dependency_words as data
from keikaku.loaders.mentions.mention_words import Place, PlanWords
from keikaku.loaders.mentions.subjects import Subject, about, items_of, subjects_of
from keikaku.loaders.mentions.terms import TermIndex
from keikaku.loaders.mentions.text_lists import list_items
from keikaku.loaders.text import fold

_PAIR = re.compile(r"[一-鿿ァ-ヺー]{2}")
_KANJI = re.compile(r"[一-鿿]{2}")


class Dependency(NamedTuple):
    """One stated dependency: from, to, reason, the words that state it, and where they stand.

    ``term`` are those of the words that name the other plan.
    """

    source: str
    target: str
    reason: str
    words: str
    term: str
    line: int
    section: str
    confidence: float


def stated(plans: list[PlanWords], own: list[str]) -> list[Dependency]:
    """Return every stated dependency, one per pair of plans (the surest), in order of the plans.

    ``own`` are the municipality's names, with which a guideline's name may begin or not.
    """
    best: dict[tuple[str, str], Dependency] = {}
    statements = [
        *_by_subject(plans),
        *_by_list(plans),
        *_by_guideline(plans, own),
        *_by_department(plans),
    ]
    for dependency in statements:
        key = (dependency.source, dependency.target)
        known = best.get(key)
        if known is None or dependency.confidence > known.confidence:
            best[key] = dependency
    order = {plan.number: i for i, plan in enumerate(plans)}
    return sorted(best.values(), key=lambda d: (order[d.source], order[d.target]))


def _dependency(
    source: str, target: str, reason: str, place: Place, confidence: float
) -> Dependency:
    text = place.line.text
    return Dependency(
        source,
        target,
        reason,
        quote(text, place.start, place.end),
        " ".join(text[place.start : place.end].split()),
        place.line.number,
        place.line.section,
        confidence,
    )


def _by_subject(plans: list[PlanWords]) -> Iterator[Dependency]:
    homes: dict[str, dict[str, Subject]] = defaultdict(dict)
    for plan in plans:
        for subject in subjects_of(plan):
            known = homes[subject.term].get(plan.number)
            if known is None or subject.confidence > known.confidence:
                homes[subject.term][plan.number] = subject
    terms = {term: home for term, by in homes.items() if (home := _home(by)) is not None}
    for term, by_plan in _places_by_name(plans, TermIndex(terms)).items():
        subject = terms[term]
        others = [number for number in by_plan if number != subject.home]
        if len(others) > data.COMMON and subject.confidence < 0.9:
            continue
        for number in others:
            place = by_plan[number]
            yield _dependency(number, subject.home, subject.reason, place, subject.confidence)


def _by_list(plans: list[PlanWords]) -> Iterator[Dependency]:
    """Yield items of a list that name the subject of a plan's title, also where it is short."""
    homes: dict[str, set[str]] = defaultdict(set)
    for plan in plans:
        for item in items_of(plan):
            homes[item].add(plan.number)
    for words, by_plan in _listed(plans, homes).items():
        if len(homes[words]) > 1 or _naming(words, plans) - 1 > data.COMMON:
            continue
        (home,) = homes[words]
        for number, place in by_plan.items():
            if number != home:
                yield _dependency(number, home, "names_plan", place, 0.7)


def _listed(plans: list[PlanWords], wanted: dict[str, set[str]]) -> dict[str, dict[str, Place]]:
    """Return which plans have which of the wanted words in a list, and where first."""
    places: dict[str, dict[str, Place]] = defaultdict(dict)
    for plan in plans:
        for line in plan.prose():
            for item in list_items(line.folded):
                for words in {item.text, *map(fold, about(item.text))} & wanted.keys():
                    start = line.folded.index(words, item.start)
                    place = line.place(start, start + len(words))
                    places[words].setdefault(plan.number, place)
    return places


def _naming(words: str, plans: list[PlanWords]) -> int:
    """Return how many plans name some words (folded) anywhere."""
    return sum(any(words in line.folded for line in plan.prose()) for plan in plans)


def _places_by_name(plans: list[PlanWords], index: TermIndex) -> dict[str, dict[str, Place]]:
    """Return which plans name which terms, and where first: term → plan → place."""
    body = re.compile(rf"[一-鿿ァ-ヺー]{{0,6}}(?:{'|'.join(data.BODIES)})")
    places: dict[str, dict[str, Place]] = defaultdict(dict)
    for plan in plans:
        for line in plan.prose():
            for hit in index.find(line.folded):
                if not body.match(line.folded, hit.end):
                    places[hit.term].setdefault(plan.number, line.place(hit.start, hit.end))
    return places


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
                yield _dependency(plan.number, home, "names_managed_guideline", place, 0.85)


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
    """Return for each guideline the one plan that revises it, else the one that publishes it."""
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
                yield _dependency(plan.number, target, "names_department_duty", place, 0.75)


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
