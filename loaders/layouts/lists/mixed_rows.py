"""A column of indicators that also labels other rows: 待ち時間, スケジュール, 効果額, SDGs."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from keikaku.graph.money import YEN_OF_UNIT
from keikaku.loaders.layouts.labels.dated import dated
from keikaku.loaders.layouts.labels.label_parts import Label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Reading, Record, Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.text import normal

_SURE, _EXACT = 0.9, 0.95
_KINDS = ("schedule", "effect.", "budget.", "sdgs")
_YEARLY = ("schedule", "indicator.", "effect.", "budget.", "yearly")
_JOINTS = re.compile(r"[/／・、\n]+")


def with_rows_by_label(reading: Reading, words: LayoutWords) -> Reading:
    """Read each row of years by the label in the place of an indicator's name.

    A name that is a label which the head of its column announces (指標／スケジュール／効果額)
    labels the row; the other names of that plan are indicators, whose years hold their values.
    """
    for record in reading.records:
        kinds = {
            each.group: kind
            for each in record.statements
            if each.meaning.fact == "indicator.name" and (kind := _kind(each, words)) is not None
        }
        if kinds:
            record.statements = list(_by_label(record, kinds))
    return reading


def mixed_head(path: Sequence[Label], words: LayoutWords) -> Meaning | None:
    """Return the meaning of a column whose head announces indicators and labels of other rows."""
    first, *others = [part for part in _JOINTS.split(path[-1].printed) if part.strip()] or [""]
    name = words.of(first) if others else None
    if name is None or name.fact != "indicator.name" or name.sure < _SURE:
        return None
    kinds = (words.of(part) for part in others)
    known = any(kind is not None and kind.fact.startswith(_KINDS) for kind in kinds)
    return name if known else None


def _kind(name: Statement, words: LayoutWords) -> Meaning | None:
    """Return what a name that the head announces as a label says of its row."""
    text = "".join(normal(name.text).split())
    parts = ["".join(part.split()) for part in _JOINTS.split(normal(name.section))]
    part = next((p for p in parts if text and p.startswith(text)), None)
    if part is None or len(parts) == 1:
        return _money(text, words)
    meaning = words.of(part)
    fits = meaning is not None and meaning.sure >= _SURE and meaning.fact.startswith(_KINDS)
    return meaning if fits else None


def _money(text: str, words: LayoutWords) -> Meaning | None:
    """Return what 効果額（千円） in the place of an indicator's name says of its row."""
    meaning = words.of(text)
    if meaning is None or meaning.sure < _EXACT or meaning.unit not in YEN_OF_UNIT:
        return None
    return meaning if meaning.fact.startswith(("effect.", "budget.")) else None


def _by_label(record: Record, kinds: dict[Hashable, Meaning]) -> Iterable[Statement]:
    rows = {each.group for each in record.statements if each.meaning.fact == "indicator.name"}
    for each in record.statements:
        meaning = each.meaning
        kind = kinds.get(each.group)
        if kind is not None and meaning.fact == "indicator.name":
            continue
        if each.group not in rows or meaning.year is None or not _is_yearly(meaning):
            yield each
        elif kind is not None and kind.fact == "sdgs":
            yield replace(each, meaning=kind)
        elif kind is not None:
            year = (meaning.year, meaning.last, meaning.ordinal)
            own = kind._replace(year=year[0], last=year[1], ordinal=year[2])
            yield replace(each, meaning=own)
        else:
            value = meaning._replace(fact="yearly", about="indicator", kind=None, unit=None)
            yield replace(each, meaning=dated(value, [each.text]))


def _is_yearly(meaning: Meaning) -> bool:
    return meaning.fact.startswith(_YEARLY) and meaning.fact != "indicator.baseline"
