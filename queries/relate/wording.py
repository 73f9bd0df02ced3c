"""How alike the wording of texts is: TF-IDF over pieces of kanji, katakana and Latin runs.

Sources: G. Salton, C. Buckley, "Term-weighting approaches in automatic text retrieval",
Information Processing & Management 24 (1988); pieces of two and three letters stand for words, as
usual for Japanese without a dictionary.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

_RUN = re.compile(r"[A-Za-z0-9]{2,}|[一-龯々]{2,}|[ァ-ヶー]{2,}")
_SIZES = (2, 3)
_MOST_COMMON = 0.15
"""A piece that occurs in more than this share of the texts is ignored."""


class WordingIndex:
    """Texts by name, with a search for those similar to another text."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        counts = {name: Counter(pieces(text)) for name, text in texts.items()}
        frequency: Counter[str] = Counter()
        for count in counts.values():
            frequency.update(count.keys())
        most = max(2, _MOST_COMMON * len(texts))
        self._idf = {
            piece: math.log(len(texts) / times)
            for piece, times in frequency.items()
            if times <= most
        }
        self._postings: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for name, count in counts.items():
            for piece, weight in self._vector(count).items():
                self._postings[piece].append((name, weight))

    def like(self, text: str) -> dict[str, float]:
        """Return the cosine of each text that shares a piece with this one, 0 to 1."""
        scores: defaultdict[str, float] = defaultdict(float)
        for piece, weight in self._vector(Counter(pieces(text))).items():
            for name, other in self._postings.get(piece, ()):
                scores[name] += weight * other
        return scores

    def _vector(self, count: Counter[str]) -> dict[str, float]:
        weights = {
            piece: (1 + math.log(times)) * self._idf[piece]
            for piece, times in count.items()
            if piece in self._idf
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {piece: weight / length for piece, weight in weights.items()} if length else {}

    def shared(self, one: str, other: str, most: int = 3) -> list[str]:
        """Return the longest runs that two texts share, the rarest first."""
        both = set(runs(one)) & set(runs(other))
        return sorted(both, key=lambda run: (-self._rarity(run), run))[:most]

    def _rarity(self, run: str) -> float:
        return sum(self._idf.get(piece, 0.0) for piece in pieces(run))


def runs(text: str) -> Iterable[str]:
    """Return the runs of kanji, of katakana and of Latin letters of a text."""
    return _RUN.findall(unicodedata.normalize("NFKC", text))


def pieces(text: str) -> Iterable[str]:
    """Yield the pieces of two and three letters of each run; a Latin run is one piece."""
    for run in runs(text):
        if run.isascii():
            yield run.lower()
            continue
        for size in _SIZES:
            for start in range(len(run) - size + 1):
                yield run[start : start + size]
