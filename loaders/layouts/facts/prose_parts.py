"""A cell of prose with labels of its own → a statement for each: 【現状・課題】…【取組内容】…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from keikaku.loaders.layouts.facts.fact_titles import section_of
from keikaku.loaders.layouts.labels.label_lines import LABEL_SURE
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Reading, Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.text import normal

_PROSE = ("plan.overview", "plan.work", "plan.problem", "plan.vision")
_LABEL = re.compile(
    r"^[ \t]*(?:[【《〔\[<〈]\s*(?P<bracketed>[^【】《》〔〕\[\]<>〈〉\n]{2,14}?)\s*[】》〕\]>〉]"
    r"|[■□◆◇●○▼★▪]\s*(?P<marked>[^\n:。]{2,14}?)[ \t]*(?=$|:)"
    r"|(?P<plain>[^\n:。・]{2,14}?)[ \t]*(?=:))[ \t]*:?[ \t]*",
    re.MULTILINE,
)


def with_prose_parted(reading: Reading, words: LayoutWords) -> Reading:
    """Part the prose of all records at the labels that begin its lines."""
    for record in reading.records:
        record.statements = [part for each in record.statements for part in _parts(each, words)]
    return reading


def _parts(each: Statement, words: LayoutWords) -> Iterator[Statement]:
    text = normal(each.cell.text)
    marks = list(_marks(text, words)) if each.meaning.fact in _PROSE else []
    if not marks:
        yield each
        return
    before = text[: marks[0][1].start()].strip()
    if before:
        yield replace(each, cell=replace(each.cell, text=before, value=None))
    for at, (meaning, mark) in enumerate(marks):
        end = marks[at + 1][1].start() if at + 1 < len(marks) else len(text)
        cell = replace(each.cell, text=text[mark.end() : end].strip(), value=None)
        yield replace(each, meaning=meaning, cell=cell, section=section_of(meaning))


def _marks(text: str, words: LayoutWords) -> Iterator[tuple[Meaning, re.Match[str]]]:
    """Yield the labels of prose that begin lines; a cell with a single one may be its own text."""
    known = [
        (meaning, mark)
        for mark in _LABEL.finditer(text)
        if (meaning := words.of(mark["bracketed"] or mark["marked"] or mark["plain"])) is not None
        and meaning.fact in _PROSE
        and meaning.sure >= LABEL_SURE
    ]
    facts = {meaning.fact for meaning, _ in known}
    if len(facts) > 1:
        yield from known


__all__ = ["with_prose_parted"]
