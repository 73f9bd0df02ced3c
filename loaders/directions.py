"""Which way an indicator is better (望ましい方向)."""

from __future__ import annotations

from pathlib import Path

from graph.records import Measure
from loaders.data import read_yaml

_DATA = Path(__file__).with_name("directions.yaml")


def direction(name: str, target: Measure | None, baseline: Measure | None) -> str | None:
    """``increase``, ``decrease``, ``maintain``, or None where nothing tells.

    以上 and 以下 decide; then the words of the name (directions.yaml); then on which side of the
    baseline the target lies.
    """
    if target is None:
        return None
    if target.comparator != "=":
        return "increase" if target.comparator == ">=" else "decrease"
    if baseline is not None and target.value == baseline.value:
        return "maintain"
    for way, words in read_yaml(_DATA).items():
        if any(word in name for word in words):
            return str(way)
    if baseline is None:
        return None
    return "increase" if target.value > baseline.value else "decrease"
