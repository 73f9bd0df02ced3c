"""The similarity of wordings, and the best pairing of similar texts (文言の一致).

- **Similarity**: the cosine of the two texts' pairs of neighbouring characters (bigrams), each
  weighted by how few of the N texts of a side have it: log(1 + N / n). Japanese has no spaces
  between words, and pairs of characters stand for them; the weight keeps 推進 and 見直し, which
  every other title has, from making two titles similar. Sources: G. Salton, M. J. McGill,
  "Introduction to Modern Information Retrieval" (1983), the cosine; K. Spärck Jones, "A Statistical
  Interpretation of Term Specificity", Journal of Documentation 28 (1972), the weight; RELATED_TO
  uses the same weight.
- **Pairing**: of all one-to-one pairings, one with the greatest sum of squared similarities
  (maximum weight matching), so that no pair depends on which came first. Squares, so that one
  pair that is surely the same is not lost for two that may be. Sources: J. Edmonds, "Paths,
  Trees, and Flowers", Canadian Journal of Mathematics 17 (1965); Z. Galil, "Efficient Algorithms
  for Finding Maximum Matching in Graphs", ACM Computing Surveys 18 (1986), which
  :func:`networkx.max_weight_matching` follows.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from keikaku.queries.names import fold

DIGITS = 3
"""The number of digits of a similarity."""

_SCALE = 10**DIGITS
_PUNCTUATION = str.maketrans("", "", "・、。,.「」『』（）()【】[]〜~ー-/")


class SimilarPair(NamedTuple):
    """Two keys with similar texts, and their similarity, 0 to 1."""

    old: str
    new: str
    score: float


def similar_pairs(
    old: Mapping[str, str], new: Mapping[str, str], least: float
) -> list[SimilarPair]:
    """Return the pairs of texts with a similarity of ``least`` or more, in order of the keys."""
    bags = {text: _bigrams(text) for text in (*old.values(), *new.values())}
    # Counted on the side with more of it: a rare word in both texts stays as significant.
    counts = [Counter(p for text in side.values() for p in bags[text]) for side in (old, new)]
    most = max(len(old), len(new))
    weight = {
        pair: math.log(1 + most / max(count[pair] for count in counts))
        for bag in bags.values()
        for pair in bag
    }
    length = {
        text: math.sqrt(math.fsum(weight[pair] ** 2 for pair in bag)) for text, bag in bags.items()
    }
    holders: dict[str, list[str]] = defaultdict(list)
    for key, text in new.items():
        for pair in bags[text]:
            holders[pair].append(key)
    pairs = []
    for key, text in old.items():
        near = {other for pair in bags[text] for other in holders[pair]}
        for other in (other for other in new if other in near):
            shared = sorted(bags[text] & bags[new[other]])
            product = math.fsum(weight[pair] ** 2 for pair in shared)
            score = round(product / (length[text] * length[new[other]]), DIGITS)
            if score >= least:
                pairs.append(SimilarPair(key, other, score))
    return pairs


def best_matching(candidates: list[SimilarPair]) -> list[SimilarPair]:
    """Return the one-to-one pairs whose scores add up to the most, in the order given."""
    if not candidates:
        return []
    import networkx as nx

    # Whole numbers have no random hashes, so every run pairs the same candidates in the same way.
    old = {key: place for place, key in enumerate(dict.fromkeys(c.old for c in candidates))}
    new = {
        key: len(old) + place for place, key in enumerate(dict.fromkeys(c.new for c in candidates))
    }
    network: nx.Graph[int] = nx.Graph()
    for each in candidates:
        score = round(each.score * _SCALE)
        network.add_edge(old[each.old], new[each.new], weight=score * score)
    # Each connected part is paired by itself: the result is the same, and much faster.
    chosen = {
        frozenset(pair)
        for part in nx.connected_components(network)
        for pair in nx.max_weight_matching(network.subgraph(part))
    }
    return [each for each in candidates if {old[each.old], new[each.new]} in chosen]


def _bigrams(text: str) -> frozenset[str]:
    """Return pairs of neighbouring characters, the ends marked, signs and spelling aside."""
    plain = fold(text).translate(_PUNCTUATION)
    marked = f"^{plain}$"
    return frozenset(marked[i : i + 2] for i in range(len(marked) - 1))
