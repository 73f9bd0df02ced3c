"""Checks of department names (課名): unlikely spellings, and departments in charge of nothing.

Names that differ by a letter are often two departments (市民課, 市税課). So a spelling is reported
only where the name is not established and the rest of it is too similar to be chance.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from keikaku.graph.findings import (
    DepartmentNotInOverview,
    DepartmentNotOnPage,
    DepartmentSpelling,
    DepartmentUnknown,
    PlanNotInOverview,
)
from keikaku.graph.records import Edge, Finding, Records
from keikaku.graph.structure import number_of
from keikaku.loaders.lookup import Lookup
from keikaku.loaders.text import distance, fold

# Two edits apart at most, and no more than one in five letters of the name proper.
MOST_EDITS = 2
MOST_SHARE = 0.2
# An established name stands in the overview or occurs at least so often.
ESTABLISHED = 2

# What a scan takes for each other; two names alike after this are one.
LOOKALIKES = str.maketrans("一―-ロカニエヘトハタオリ二", "ーーー口力ニ工へ卜八夕才りニ")
# Letters that number or place sister departments: 第一課, 第二課, 東部事務所, 西部事務所.
SISTERS = frozenset("一二三四五六七八九十0123456789東西南北中央上下左右前後新旧大小内外")

_UNIT = re.compile(r"(?:課|室|局|部|係|所|館|署|院|会|園|校|担当|本部|支所|センター|チーム)$")
_OFFICE = re.compile(r"^.+(?:局|部|室|所|庁)(?=.{2,}$)")


class DepartmentMentions(NamedTuple):
    """How the departments of a document are named: how often, where first, and by whom known."""

    counts: Counter[str]
    known: set[str]
    charged: set[str]
    first: dict[str, Edge]
    rivals: dict[str, set[str]]
    """For a department that the overview lacks: those that the overview has in its place."""


def unlikely_spellings(records: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a name that occurs once and is almost that of an established department."""
    mentions = _department_mentions(records, lookup)
    for name, nearest in _slips(mentions).items():
        edge = mentions.first[name]
        plan = lookup.plan_of(_place(edge))
        if plan is not None:
            yield DepartmentSpelling.at(
                plan.id,
                edge.evidence,
                plan=number_of(plan.facts),
                department=name,
                nearest=nearest,
            )


def unknown_departments(records: Records, lookup: Lookup) -> Iterator[Finding]:
    """Yield a department in a text or of a component that is in charge of no plan."""
    mentions = _department_mentions(records, lookup)
    settled = mentions.known | mentions.charged | _slips(mentions).keys()
    pairs: set[tuple[str, str]] = set()
    for edge in _department_edges(lookup):
        name = _department(edge, lookup)
        plan = lookup.plan_of(_place(edge))
        if plan is None or name in settled or (plan.id, name) in pairs:
            continue
        pairs.add((plan.id, name))
        yield DepartmentUnknown.at(
            plan.id, edge.evidence, plan=number_of(plan.facts), department=name
        )


def _slips(mentions: DepartmentMentions) -> dict[str, str]:
    """Return doubtful name → the established name that is probably meant."""
    established = [
        name
        for name, count in mentions.counts.items()
        if name in mentions.known or count >= ESTABLISHED
    ] + sorted(mentions.known - mentions.counts.keys())
    slips = {}
    for name, count in mentions.counts.items():
        if name in mentions.known or count >= ESTABLISHED:
            continue
        near = [
            (distance(name, other), -mentions.counts[other], other)
            for other in established
            if looks_like_slip(name, other, rival=other in mentions.rivals.get(name, ()))
        ]
        if near:
            slips[name] = min(near)[-1]
    return slips


def looks_like_slip(name: str, other: str, *, rival: bool = False) -> bool:
    """Return whether ``name`` is probably a misspelling of ``other``; both are printed somewhere.

    ``rival``: the overview has ``other`` where the page has ``name``, so short names count too.

    >>> looks_like_slip("市民果", "市民課"), looks_like_slip("市民課", "市民課")
    (True, False)
    """
    edits = distance(name, other)
    if not 0 < edits <= MOST_EDITS:
        return False
    if fold(name).translate(LOOKALIKES) == fold(other).translate(LOOKALIKES):
        return True
    if _UNIT.search(other) and not _UNIT.search(name):
        return edits == 1
    proper, other_proper = _proper(name), _proper(other)
    if _only_sisters(proper, other_proper):
        return False
    longest = max(len(proper), len(other_proper))
    share = distance(proper, other_proper) / longest if longest else 1.0
    return share <= (MOST_SHARE if not rival else 0.5)


def _proper(name: str) -> str:
    """Return name proper, without the bureau before it and the unit after: 教育部総務課 → 総務."""
    return _UNIT.sub("", _OFFICE.sub("", fold(name)))


def _only_sisters(one: str, other: str) -> bool:
    """Return whether two names differ only in letters that distinguish sister departments."""
    rest = [Counter(one) - Counter(other), Counter(other) - Counter(one)]
    return all(letter in SISTERS for letters in rest for letter in letters)


def _department_mentions(records: Records, lookup: Lookup) -> DepartmentMentions:
    overview = _Overview(records)
    counts: Counter[str] = Counter()
    first: dict[str, Edge] = {}
    charged: set[str] = set()
    known = {name for names in overview.missing.values() for name in names}
    rivals: dict[str, set[str]] = {}
    for edge in _department_edges(lookup):
        name = _department(edge, lookup)
        counts[name] += 1
        first.setdefault(name, edge)
        if edge.facts.get("role") not in ("lead", "co"):
            continue
        charged.add(name)
        plan = str(number_of(lookup.nodes[edge.target].facts))
        if overview.confirms(plan, name):
            known.add(name)
        rivals.setdefault(name, set()).update(overview.missing.get(plan, ()))
    return DepartmentMentions(counts, known, charged, first, rivals)


class _Overview:
    """What the loader's findings say of the overview (体系図), whatever its layout."""

    def __init__(self, records: Records) -> None:
        self.missing: dict[str, set[str]] = {}
        self._lacking: set[tuple[str, str]] = set()
        self._unlisted: set[str] = set()
        for finding in records.findings:
            details = finding.details
            if finding.code == DepartmentNotOnPage.code:
                self.missing.setdefault(details["plan"], set()).add(details["department"])
            elif finding.code == DepartmentNotInOverview.code:
                self._lacking.add((details["plan"], details["department"]))
            elif finding.code == PlanNotInOverview.code:
                self._unlisted.add(details["plan"])

    def confirms(self, plan: str, department: str) -> bool:
        """Return whether the overview names the department for the plan, as its page does."""
        return plan not in self._unlisted and (plan, department) not in self._lacking


def _department_edges(lookup: Lookup) -> Iterator[Edge]:
    """Yield every edge that names a department: in charge first, then in the text."""
    yield from lookup.of_type("RESPONSIBLE_FOR")
    for edge in lookup.of_type("INVOLVES"):
        if edge.target in lookup.nodes and lookup.nodes[edge.target].kind == "Department":
            yield edge


def _department(edge: Edge, lookup: Lookup) -> str:
    end = edge.source if edge.type == "RESPONSIBLE_FOR" else edge.target
    return str(lookup.nodes[end].facts["name"])


def _place(edge: Edge) -> str:
    """Return the plan or component where the department is named."""
    return edge.target if edge.type == "RESPONSIBLE_FOR" else edge.source
