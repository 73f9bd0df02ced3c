"""Similar plans, by our inference (``RELATED_TO``): never mixed with what the document states.

The score is a weighted mean of two cosines (Salton & McGill 1983), whose features are weighted by
how few plans have them (inverse document frequency, Spärck Jones 1972: log(N / n)): of the pairs of
neighbouring kanji in all that the plans say, and of what they share by name (guidelines, themes,
departments, partners, words of the title). Each plan keeps its best few, whatever their score.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from keikaku.loaders.mentions.shared_words import SharedWords, says_what

TEXT_SHARE = 0.65
"""What the cosine of the texts counts; the rest is that of the names."""

SPREAD = 0.6
"""The score is the mean to this power: cosines of long texts are small and lie close together."""

MOST_PER_PLAN = 10
"""The best of each plan that are kept."""

STRONG_SCORE = 0.20
STRONG_PLACE = 4
"""A relation is strong where each is among the best of the other, so far down, with this score."""

EXACT = 400
"""Of more plans than this, only the features of the greatest weight are compared (see below)."""

HEAVIEST = 40
HOLDERS = 100
"""Features that a plan is then compared by, and plans that may have such a feature."""

_RUN = re.compile(r"[一-鿿々]{2,}")
_OTHER = re.compile(r"[ァ-ヺー]{3,}|(?<![A-Za-z])(?![ivxIVX]+(?![A-Za-z]))[A-Za-z]{2,}")

REASONS: dict[str, str] = {
    "guideline": "同じ根拠「{name}」",
    "department": "同じ所管課「{name}」",
    "partner": "同じ関係団体「{name}」",
    "theme": "同じテーマ「{name}」",
    "title": "題名の同じ語「{name}」",
    "text": "本文の同じ語「{name}」",
}
"""What two plans share, in words, the weightiest kind first."""

ALIKE = "文章の言い回しが近い"
"""The reason where two plans share no word that few others have."""

Vector = dict[str, float]


class PlanProfile(NamedTuple):
    """What a plan is compared by: what it names ("guideline:…"), and all its texts."""

    features: set[str]
    texts: tuple[str, ...]


class Related(NamedTuple):
    """Two similar plans: their numbers, the score from 0 to 1, how strong, and why."""

    left: str
    right: str
    score: float
    strong: bool
    reasons: tuple[str, ...]


def related(plans: Mapping[str, PlanProfile]) -> list[Related]:
    """Return the related pairs among plans, each in the best ten of one of the two."""
    names = list(plans)
    grams = _weighted([_grams(plan.texts) for plan in plans.values()])
    features = _weighted([dict.fromkeys(plan.features, 1.0) for plan in plans.values()])
    bounded = len(names) > EXACT
    scores = _scores(
        [(_heaviest(grams, bounded=bounded), TEXT_SHARE), (features, 1 - TEXT_SHARE)],
        HOLDERS if bounded else len(names),
    )
    best = [_best(own) for own in scores]
    words = SharedWords(plan.texts for plan in plans.values())
    related_plans = []
    for left, right in sorted({(min(i, j), max(i, j)) for i, own in enumerate(best) for j in own}):
        score = _spread(scores[left][right])
        if score <= 0:
            continue
        strong = (
            score >= STRONG_SCORE
            and right in best[left][:STRONG_PLACE]
            and left in best[right][:STRONG_PLACE]
        )
        one, other = plans[names[left]], plans[names[right]]
        features_of_both = one.features & other.features
        common = words.of(left, right, (name.partition(":")[2] for name in features_of_both))
        reasons = _reasons(features_of_both, common)
        related_plans.append(Related(names[left], names[right], score, strong, reasons))
    return related_plans


def _grams(texts: Iterable[str]) -> Vector:
    """Return pairs of neighbouring kanji and words of other letters, with log-scaled counts."""
    counts: Counter[str] = Counter()
    for text in dict.fromkeys(texts):
        for run in _RUN.findall(text):
            counts.update(run[i : i + 2] for i in range(len(run) - 1))
        counts.update(_OTHER.findall(text))
    return {gram: 1 + math.log(count) for gram, count in counts.items()}


def _weighted(vectors: list[Vector]) -> list[Vector]:
    """Return the vectors with each feature weighted by how few have it, of length 1."""
    holders = Counter(feature for vector in vectors for feature in vector)
    weight = {feature: math.log(len(vectors) / count) for feature, count in holders.items()}
    pairs = []
    for vector in vectors:
        own = {f: value * weight[f] for f, value in sorted(vector.items()) if weight[f] > 0}
        length = math.sqrt(sum(value * value for value in own.values()))
        pairs.append({feature: value / length for feature, value in own.items()})
    return pairs


def _heaviest(vectors: list[Vector], *, bounded: bool) -> list[Vector]:
    """Return the vectors, where ``bounded`` with only the features of the greatest weight."""
    if not bounded:
        return vectors
    return [
        dict(sorted(own.items(), key=lambda each: (-each[1], each[0]))[:HEAVIEST])
        for own in vectors
    ]


def _scores(parts: list[tuple[list[Vector], float]], holders: int) -> list[dict[int, float]]:
    """Return for each plan the score with every plan that shares a feature with it."""
    scores: list[dict[int, float]] = [defaultdict(float) for _ in parts[0][0]]
    for vectors, share in parts:
        places: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, vector in enumerate(vectors):
            for feature, value in vector.items():
                places[feature].append((at, value * share))
        for at, vector in enumerate(vectors):
            own = scores[at]
            for feature, value in vector.items():
                having = places[feature]
                if len(having) <= holders:
                    for other, weighed in having:
                        own[other] += value * weighed
    for at, own in enumerate(scores):
        own.pop(at, None)
    return scores


def _best(own: dict[int, float]) -> list[int]:
    ranked = sorted(own.items(), key=lambda each: (-_spread(each[1]), each[0]))
    return [other for other, _ in ranked[:MOST_PER_PLAN]]


def _spread(cosine: float) -> float:
    return round(math.pow(min(cosine, 1.0), SPREAD), 3)


def _reasons(features: set[str], words: list[str]) -> tuple[str, ...]:
    """Return what two plans share, in words."""
    by_kind: dict[str, list[str]] = defaultdict(list)
    for feature in sorted(features):
        kind, _, name = feature.partition(":")
        if kind != "title" or says_what(name):
            by_kind[kind].append(name)
    by_kind["text"] = words
    reasons = tuple(
        reason.format(name="」「".join(by_kind[kind]))
        for kind, reason in REASONS.items()
        if by_kind[kind]
    )
    return reasons or (ALIKE,)
