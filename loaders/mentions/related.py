"""Plans that are alike, as we infer (``RELATED_TO``): never mixed with what the document states.

The score is the cosine of the two plans' features (Salton & McGill 1983), each weighted by how
few plans have it (inverse document frequency, Spärck Jones 1972: log(N / n)).
"""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

LARGEST_GROUP = 12
"""A thing that more plans share than this joins none of them: it would relate all to all."""

LEAST_SCORE = 0.25
MOST_PER_PLAN = 5


class Related(NamedTuple):
    """Two plans that share something: their numbers, the score from 0 to 1, and what they share."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


def related(features: dict[str, set[str]]) -> list[Related]:
    """Return the related pairs among plans.

    ``features`` maps a plan to what it has ("guideline:…").
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for number, own in features.items():
        for feature in own:
            holders[feature].append(number)
    total = len(features)
    weight = {f: math.log(total / len(ns)) for f, ns in holders.items()}
    pairs = {
        pair
        for numbers in holders.values()
        if 2 <= len(numbers) <= LARGEST_GROUP
        for pair in combinations(numbers, 2)
    }
    order = {number: i for i, number in enumerate(features)}
    found = [_pair(a, b, features, weight) for a, b in pairs]
    kept: list[Related] = []
    count: dict[str, int] = defaultdict(int)
    for pair in sorted(found, key=lambda p: (-p.score, order[p.left], order[p.right])):
        if pair.score < LEAST_SCORE:
            break
        if max(count[pair.left], count[pair.right]) < MOST_PER_PLAN:
            kept.append(pair)
            count[pair.left] += 1
            count[pair.right] += 1
    return sorted(kept, key=lambda p: (order[p.left], order[p.right]))


def _length(own: set[str], weight: dict[str, float]) -> float:
    return math.sqrt(sum(weight[f] ** 2 for f in sorted(own)))


def _pair(a: str, b: str, features: dict[str, set[str]], weight: dict[str, float]) -> Related:
    shared = sorted(features[a] & features[b])
    length = _length(features[a], weight) * _length(features[b], weight)
    score = sum(weight[f] ** 2 for f in shared) / length if length else 0.0
    return Related(a, b, round(score, 3), tuple(f for f in shared if weight[f] > 0))
