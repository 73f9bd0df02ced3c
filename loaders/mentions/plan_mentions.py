"""All that the words of the plans name, gathered plan by plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from keikaku.graph.quotes import quote
from keikaku.loaders.mentions.bodies import Departments, Partners
from keikaku.loaders.mentions.dependency_mentions import Dependency, stated
from keikaku.loaders.mentions.guideline_mentions import GuidelineHit, Guidelines
from keikaku.loaders.mentions.mention_words import Line, Place, PlanWords
from keikaku.loaders.mentions.related import PlanProfile, Related, related
from keikaku.loaders.mentions.theme_mentions import Themes
from keikaku.loaders.readings import NamedThing, Overview, PlanReading, Spot
from keikaku.loaders.text import fold

MOST_SPOTS = 3
"""How many places of one theme in one plan are kept; a few more for further words."""

MOST_FIRST_SPOTS = 6

_WORD = re.compile(r"[一-鿿々]{3,}|[ァ-ヺー]{3,}|[A-Za-z]{2,}")


@dataclass(slots=True)
class GuidelineMention:
    """A guideline that a plan names: its standard name and how the plan prints it.

    ``at`` is the index of the text cell that names it, ``[start, end)`` where in it.
    """

    name: str
    printed: str
    type: str
    national: bool
    spot: Spot
    at: int
    start: int
    end: int


class ThemePlace(NamedTuple):
    """Where a word of a theme stands: the cell's line, section and text, and ``[start, end)``."""

    line: int
    section: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class ThemeMention:
    """How the words of a plan touch a theme: the words of its list that hit, and where."""

    terms: list[str] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def add(self, place: ThemePlace, *, first: bool) -> None:
        """Keep a place: the first of a word that no quote holds, and one further place a line."""
        if first:
            word = place.text[place.start : place.end]
            there = any(word in known.quote for known in self.spots)
        else:
            there = any(place.line == known.line for known in self.spots)
        if not there and len(self.spots) < (MOST_FIRST_SPOTS if first else MOST_SPOTS):
            self.spots.append(_spot(*place, 0.9))


@dataclass(slots=True)
class Mentions:
    """What the words of one plan name."""

    themes: dict[str, ThemeMention] = field(default_factory=dict)
    guidelines: list[GuidelineMention] = field(default_factory=list)
    departments: list[NamedThing] = field(default_factory=list)
    partners: list[NamedThing] = field(default_factory=list)


@dataclass(slots=True)
class AllMentions:
    """What the words of all plans name."""

    by_plan: dict[str, Mentions]
    dependencies: list[Dependency]
    related: list[Related]


def find_mentions(plans: list[PlanReading], overview: Overview, themes: Themes) -> AllMentions:
    """Look through the words of every plan."""
    own = [overview.municipality] if overview.municipality else []
    themes = themes.of_document(text for plan in plans for _, _, text in plan.lines)
    guidelines = Guidelines(own)
    departments = Departments(department_names(plans, overview))
    partners = Partners(_own_words(overview.municipality))
    by_plan: dict[str, Mentions] = {}
    for plan in plans:
        mentions = by_plan[plan.number] = Mentions()
        _find_themes(plan, themes, mentions)
        _find_guidelines(plan, guidelines, mentions)
        _find_partners(plan, partners, mentions)
    _unite_spellings(by_plan.values(), own)
    words = [_words(plan, departments, by_plan[plan.number]) for plan in plans]
    profiles = {plan.number: _profile(plan, by_plan[plan.number]) for plan in plans}
    return AllMentions(by_plan, stated(words, own), related(profiles))


def department_names(plans: list[PlanReading], overview: Overview) -> list[str]:
    """Return every department that the overview or a page names as responsible, in order."""
    names = [d.name for row in overview.plans.values() for d in row.departments]
    for plan in plans:
        names += [d.name for d in plan.departments]
        names += [d.name for c in plan.components for d in c.departments]
    return list(dict.fromkeys(names))


def _own_words(municipality: str) -> list[str]:
    return [municipality] if municipality else []


def _spot(line: int, section: str, text: str, start: int, end: int, confidence: float) -> Spot:
    return Spot(line, section, quote(text, start, end), "stated", confidence)


def _find_themes(plan: PlanReading, themes: Themes, mentions: Mentions) -> None:
    """Find the themes that the words of a plan touch; a place for each word comes first."""
    further: list[tuple[ThemeMention, ThemePlace]] = []
    for line, section, text in [_title_line(plan), *plan.lines]:
        seen: set[str] = set()
        for hit in themes.find(text):
            mention = mentions.themes.setdefault(hit.theme, ThemeMention())
            place = ThemePlace(line, section, text, hit.start, hit.end)
            if hit.word not in mention.terms:
                mention.terms.append(hit.word)
                mention.add(place, first=True)
            elif hit.theme not in seen:
                further.append((mention, place))
            seen.add(hit.theme)
    for mention, place in further:
        mention.add(place, first=False)
    for mention in mentions.themes.values():
        mention.spots.sort(key=lambda spot: spot.line)


def _title_line(plan: PlanReading) -> tuple[int, str, str]:
    return (plan.spot.line if plan.spot else 0, "実施計画名", plan.title)


def _find_guidelines(plan: PlanReading, guidelines: Guidelines, mentions: Mentions) -> None:
    seen: set[str] = set()
    for at, (line, section, text) in enumerate(plan.lines):
        hits = list(guidelines.find(text))
        if section == "情報公開" and (kind := guidelines.whole(text)):
            hits = [GuidelineHit(text, kind, False, 0, len(text))]
        for hit in hits:
            if fold(hit.name) in seen:
                continue
            seen.add(fold(hit.name))
            spot = _spot(line, section, text, hit.start, hit.end, 0.95)
            mentions.guidelines.append(
                GuidelineMention(
                    hit.name, hit.name, hit.type, hit.national, spot, at, hit.start, hit.end
                )
            )


def _words(plan: PlanReading, departments: Departments, mentions: Mentions) -> PlanWords:
    actions = [a.title for part in (plan, *plan.components) for a in part.actions]
    leads = [d.name for d in plan.departments]
    words = PlanWords(plan.number, plan.title, actions, [Line(*x) for x in plan.lines], leads)
    words.pages = [page.name for page in plan.disclosure.pages]
    answer = {*leads, *(d.name for c in plan.components for d in c.departments)}
    for line in words.lines:
        for hit in departments.find(line.text):
            if any(hit.term in own for own in answer):
                continue
            words.named_departments.append((hit.term, Place(line, hit.start, hit.end)))
            if all(hit.term != known.name for known in mentions.departments):
                spot = _spot(line.number, line.section, line.text, hit.start, hit.end, 0.9)
                mentions.departments.append(NamedThing(hit.term, spot))
    for mention in mentions.guidelines:
        line = words.lines[mention.at]
        words.guidelines[mention.name] = Place(line, mention.start, mention.end)
    return words


def _find_partners(plan: PlanReading, partners: Partners, mentions: Mentions) -> None:
    seen: set[str] = set()
    for line, section, text in plan.lines:
        if section == "情報公開":
            continue
        for name, start, end in partners.find(text):
            if name not in seen:
                seen.add(name)
                spot = _spot(line, section, text, start, end, 0.8)
                mentions.partners.append(NamedThing(name, spot))


def _unite_spellings(all_mentions: Iterable[Mentions], own: list[str]) -> None:
    """Choose the longest spelling of a guideline, with the municipality's name."""
    mentions = list(all_mentions)
    names: dict[str, set[str]] = {}
    for mention in (g for m in mentions for g in m.guidelines):
        names.setdefault(_key(mention.name, own), set()).add(mention.name)
    standard = {key: max(spelled, key=lambda n: (len(n), n)) for key, spelled in names.items()}
    for m in mentions:
        united: dict[str, GuidelineMention] = {}
        for mention in m.guidelines:
            mention.name = standard[_key(mention.name, own)]
            mention.national = mention.national and not any(
                mention.name.startswith(prefix) for prefix in own
            )
            united.setdefault(mention.name, mention)
        m.guidelines = list(united.values())


def _key(name: str, own: list[str]) -> str:
    folded = fold(name)
    for prefix in own:
        folded = folded.removeprefix(fold(prefix))
    return folded.rstrip("0123456789-~")


def _profile(plan: PlanReading, mentions: Mentions) -> PlanProfile:
    features = {f"guideline:{g.name}" for g in mentions.guidelines}
    features |= {f"theme:{theme}" for theme in mentions.themes}
    features |= {f"theme:{theme}" for theme in plan.marks.marked}
    features |= {f"department:{d.name}" for d in plan.departments}
    features |= {f"partner:{p.name}" for p in mentions.partners}
    features |= {f"title:{word}" for word in _WORD.findall(plan.title)}
    return PlanProfile(features, (plan.title, *(text for _, _, text in plan.lines)))
