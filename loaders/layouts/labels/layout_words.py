"""The words of one layout: its own rules first, then those of the catalogue, if it uses them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.vocabulary import Meaning, Vocabulary, catalogue, decorated
from keikaku.loaders.layouts.layout_file import LabelRule, Layout

_CUT = ("…", "...")


class _Rule(NamedTuple):
    keys: tuple[str, ...]
    meaning: Meaning


class LayoutWords:
    """What labels mean under a layout."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.catalogue: Vocabulary = catalogue()
        self.unknown: frozenset[str] = frozenset()
        """Labels that every form of the source prints, and whose meaning is unknown."""
        self._rules = [
            _Rule(_keys(printed), _meaning(rule))
            for rule in layout.labels
            for printed in rule.label
        ]
        own = [w for r in layout.labels if r.means == "level" for w in (r.level, *r.label) if w]
        self.level_words = frozenset((*self.catalogue.levels, *layout.levels, *own))
        """Words that name levels, by the catalogue or by this layout."""

    def meaning(self, path: Sequence[Label]) -> Meaning | None:
        """Return what a path of labels means, from the outer to the inner.

        None where nothing is known.
        """
        own = self._own(path)
        if own is not None:
            return decorated(own, path)
        return self.catalogue.meaning(path) if self.layout.catalogue else None

    def is_confirmed(self, path: Sequence[Label]) -> bool:
        """Return whether a label of the layout itself says what a path means."""
        return self._own(path) is not None

    def of(self, text: str) -> Meaning | None:
        """Return what a single label means."""
        return self.meaning([label(text)])

    def reason(self, why: str) -> str:
        """Return in words why something is skipped."""
        known = self.catalogue.reasons.get(why)
        return known["ja"] if known else why

    def _own(self, path: Sequence[Label]) -> Meaning | None:
        segments = [s for each in path for s in each.segments]
        best: _Rule | None = None
        rank = (0, -1)
        for rule in self._rules:
            last = _fits(rule.keys, segments)
            if last >= 0 and (len(rule.keys), last) > rank:
                best, rank = rule, (len(rule.keys), last)
        return best.meaning if best else None


def _keys(printed: str) -> tuple[str, ...]:
    keys: list[str] = []
    for part in printed.split(" / "):
        cut = next((mark for mark in _CUT if part.endswith(mark)), "")
        segments = label(part.removesuffix(cut)).segments
        keys.append("".join(segments[:1]) + ("…" if cut else ""))
        keys += segments[1:]
    return tuple(keys)


def _fits(keys: Sequence[str], segments: Sequence[str]) -> int:
    """Return how far the keys stand in the path in their order; a cut key fits a beginning."""
    at = 0
    for key in keys:
        start = key.removesuffix("…")
        while at < len(segments):
            segment = segments[at]
            at += 1
            if segment == key or (start != key and segment.startswith(start)):
                break
        else:
            return -1
    return at - 1


def _meaning(rule: LabelRule) -> Meaning:
    return Meaning(
        rule.means,
        1.0,
        role=rule.role,
        kind=rule.kind,
        stage=rule.stage,
        by=rule.by,
        level=rule.level or (rule.label[0] if rule.means == "level" else None),
        part=rule.part or ("both" if rule.means == "level" else None),
        why=rule.why or ("form" if rule.means == "skip" else None),
        unit=rule.unit,
        year=rule.year,
        name=rule.name,
    )
