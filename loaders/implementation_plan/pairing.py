"""Which baseline (現況値) belongs to which target (目標値)."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from keikaku.graph.records import Measure
from keikaku.loaders.implementation_plan.sums import says_sum
from keikaku.loaders.implementation_plan.target_numbers import NumberHit
from keikaku.loaders.readings import IndicatorReading, Spot
from keikaku.loaders.text import fold, tidy
from keikaku.loaders.values.value_measures import as_year_value

SECTION = "目標値"
BASELINE_SECTION = "現況値"
MAX_COMPARED = 300
"""More items than this are not compared in pairs."""


@dataclass(slots=True)
class Item:
    """One item of a target cell: its list mark, name and value (None for words alone)."""

    mark: str
    name: str
    hit: NumberHit | None
    as_of: str | None
    raw: str
    line: int
    heading: str = ""
    is_baseline: bool = False
    relative: str | None = None
    summed: bool = False
    leads_on: bool = False
    years: list[NumberHit] = field(default_factory=list)


def _key(name: str) -> str:
    """Return the form in which a target's and a baseline's name are compared."""
    name = re.sub(
        r"\((?:目標|実績|現況|現状)値?\)|\d{4}年度?の?|(?:令和|平成)\d+年度?の?", "", name
    )
    return fold(re.sub(r"される|された|する|した|の|[・、]", "", name))


def pair(  # noqa: C901 - one way of belonging after the other
    all_targets: list[Item], all_baselines: list[Item]
) -> list[IndicatorReading]:
    """Give each baseline to its target: same name, same mark, similar name, or the only one."""
    targets, free = all_targets, {i: b for i, b in enumerate(all_baselines) if b.hit}
    partner: dict[int, Item] = {}

    def open_targets() -> list[tuple[int, Item]]:
        return [(i, t) for i, t in enumerate(targets) if t.hit and i not in partner]

    def give(target: int, base: int) -> None:
        partner[target] = free.pop(base)

    for key in (lambda item: _key(item.name), lambda item: item.mark):
        waiting: dict[str, list[int]] = defaultdict(list)
        for i, base in free.items():
            waiting[key(base)].append(i)
        for i, target in open_targets():
            if key(target) and waiting[key(target)]:
                give(i, waiting[key(target)].pop(0))
    for i, target in open_targets()[:MAX_COMPARED]:
        alike = next((n for n, b in list(free.items())[:MAX_COMPARED] if _alike(target, b)), None)
        if alike is not None:
            give(i, alike)
    lonely = open_targets()
    if len(lonely) == 1 and (last := _only_one(lonely[0][1], free)) is not None:
        give(lonely[0][0], last)
    for i, base in list(free.items())[:MAX_COMPARED]:
        words = [n for n, t in enumerate(targets) if n not in partner and _same_in_words(t, base)]
        if len(words) == 1:
            give(words[0], i)
    readings = [_indicator(t, t, partner.get(i)) for i, t in enumerate(targets)]
    return readings + [_indicator(base, None, base) for base in free.values()]


def _same_in_words(target: Item, base: Item) -> bool:
    """Return whether a target in words has the baseline's name: X を良化させる, X 98.2%."""
    key = _key(base.name)
    return target.hit is None and len(key) > 3 and key in _key(target.name)


def _only_one(target: Item, free: dict[int, Item]) -> int | None:
    """Return the baseline of the one target left: the one without a name, or with its unit."""
    unnamed = [i for i, base in free.items() if not base.name]
    if len(unnamed) == 1:
        return unnamed[0]
    same = (
        i for i, b in free.items() if b.hit and target.hit and _unit(b.hit) == _unit(target.hit)
    )
    return next(same, None)


def _unit(hit: NumberHit) -> str:
    return (hit.unit or "").split("/")[0].replace("名", "人")


def _alike(target: Item, base: Item) -> bool:
    """Return whether one name contains the other, without what stands in parentheses."""
    short, long = sorted((_key(target.name), _key(base.name)), key=len)
    bare = re.sub(r"\([^()]*\)", "", long)
    return len(short) >= 3 and (re.sub(r"\([^()]*\)", "", short) == bare or short in long)


def _counts_all(target: Item) -> bool:
    """Return whether a target is a sentence (全76校の…を実施) whose baseline gives the name."""
    return target.hit is not None and target.hit.raw.startswith("全")


def _indicator(item: Item, target: Item | None, base: Item | None) -> IndicatorReading:
    name = item.name
    if target is not None and base is not None and _counts_all(target):
        name = base.name or name
    relative = item.relative
    if target is not None and target.hit is None and base is not None:
        relative = relative or name
        name = base.name
    spot = Spot(item.line, SECTION if target else BASELINE_SECTION, item.raw)
    measured = bool((target and target.hit) or base)
    reading = IndicatorReading(name or item.heading or tidy(item.raw), spot, measured)
    reading.relative = relative
    if target is not None and target.hit is not None:
        reading.target = _summed(target, target.hit.measure(target.as_of))
        reading.relative = relative or target.hit.read.relative
        reading.values = [as_year_value(hit.read) for hit in target.years]
        reading.cumulative = reading.target.cumulative
    if base is not None and base.hit is not None:
        reading.from_to = base.leads_on and reading.target is not None
        reading.baseline = _summed(base, base.hit.measure(base.as_of))
        reading.baseline_spot = Spot(base.line, BASELINE_SECTION, base.raw)
    return reading


def _summed(item: Item, measure: Measure) -> Measure:
    """Take a value as a sum where its name or its heading says so: 効果額（4年間累計額）."""
    return replace(measure, cumulative=True) if item.summed or says_sum(item.name) else measure
