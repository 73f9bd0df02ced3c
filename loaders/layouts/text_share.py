"""How much of a text out of a PDF has become part of its plans.

``pdftotext -layout`` keeps the columns of tables only by where words stand on a line. Where they
are parted wrongly, labels are still found and counted as read, but their values are lost or stand
under another plan. So what counts here is the outcome: the words of the text that stand in the
graph. Whether its plans are alike is measured in :mod:`.uneven_plans`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from keikaku.graph.errors import SourceError
from keikaku.graph.findings import FINDINGS
from keikaku.graph.language import Text
from keikaku.graph.records import Finding, Node, Records
from keikaku.loaders.readers.blocks import Paragraph, Place, Source, Table
from keikaku.loaders.text import normal

_MOSTLY_UNREAD = Text(
    "{name}: 計画が並ぶ部分の文字の{share}％を読み取れません"
    "（表の列が失われているおそれがあります）。"
    "元のPDF・Word・Excelがあれば、そのファイルを指定してください。",
    "{name}: {share} % of the words among its plans are not read; its tables may have lost their "
    "columns. Give the PDF, Word file or workbook that it comes from.",
)
_NUMBERS_UNREAD = Text(
    "{name}: 計画が並ぶ部分の表の数値の{share}％を読み取れません"
    "（表の列が失われているおそれがあります）。"
    "元のPDF・Word・Excelがあれば、そのファイルを指定してください。",
    "{name}: {share} % of the numbers in the tables among its plans are not read; the tables may "
    "have lost their columns. Give the PDF, Word file or workbook that it comes from.",
)
_LEAST_NUMBERS, _FEWEST_NUMBERS = 0.75, 60
"""The least share of the numbers in tables that a text must have read, if it has so many."""
_NUMBER = re.compile(r"[△▲-]?\d[\d,]*(?:\.\d+)?")
_SCALES = (1, 1_000, 10_000, 1_000_000)
"""By how much an amount may be multiplied out of its cell: 千円, 万円, 百万円."""
_LEAST_WORDS = 0.6
"""The least share of the words between the first plan and the last; below it is a refusal."""
_FEW_WORDS = 0.7
_LETTERS = 3
_FEWEST = 150
"""How many words a text must have to be measured."""
_WORD = re.compile(r"[ぁ-んァ-ヶ一-龥々ー]{3,}")


def check_words(source: Source, records: Records) -> None:
    """Refuse a text of which most words or numbers from the first plan to the last were not read.

    Raises :class:`keikaku.graph.errors.SourceError`.
    """
    lines = [e.line for plan in _plans(records) for e in plan.evidence if e.line]
    within = (min(lines, default=0), max(lines, default=0))
    share = _share(source, records, within)
    if share < _LEAST_WORDS:
        unread = round(100 * (1 - share))
        raise SourceError(_MOSTLY_UNREAD.format(name=source.name, share=unread))
    if (
        source.by_position
        and (share := _share_of_numbers(source, records, within)) < _LEAST_NUMBERS
    ):
        unread = round(100 * (1 - share))
        raise SourceError(_NUMBERS_UNREAD.format(name=source.name, share=unread))


def _share_of_numbers(source: Source, records: Records, within: tuple[int, int]) -> float:
    """Return the share of the numbers in tables that stand in the graph, 1 where they are few."""
    known = {number for node in records.nodes for number in _numbers(node.facts)}
    cells = [cell for block in source.blocks() if isinstance(block, Table) for cell in block.cells]
    own = [
        _plain(word)
        for cell in cells
        if within[0] <= (cell.place.line or 0) < within[1]
        for word in cell.text.split()
        if _NUMBER.fullmatch(word)
    ]
    if len(own) < _FEWEST_NUMBERS:
        return 1.0
    read = sum(any(number * scale in known for scale in _SCALES) for number in own)
    return read / len(own)


def _numbers(value: object) -> Iterator[Decimal]:
    if isinstance(value, str):
        yield from (_plain(each) for each in _NUMBER.findall(value))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield Decimal(str(value))
    elif isinstance(value, dict):
        for each in value.values():
            yield from _numbers(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _numbers(each)


def _plain(text: str) -> Decimal:
    return Decimal(text.replace(",", "").replace("△", "-").replace("▲", "-"))


def remarks_on(source: Source, records: Records) -> list[Finding]:
    """Return findings about a text of which little was read."""
    if source.form != "text":
        return []
    findings = []
    document = records.document["id"]
    share = _share(source, records, None)
    if share < _FEW_WORDS:
        unread = round(100 * (1 - share))
        findings.append(FINDINGS["text-mostly-unread"].at(document, [], share=unread))
    return findings


def _share(source: Source, records: Records, within: tuple[int, int] | None) -> float:
    plans = _plans(records)
    texts = (text for node in records.nodes for text in _strings(node.facts))
    known = {word for text in texts for word in _words(text)}
    count = Counter(
        word
        for place, text in _texts(source)
        if within is None or within[0] <= (place.line or 0) < within[1]
        for word in _words(text)
    )
    # What stands in every second plan is a label.
    often = max(_LETTERS, len(plans) / 2)
    own = {word: times for word, times in count.items() if times < often}
    total = sum(own.values())
    if total < _FEWEST:
        return 1.0
    return sum(times for word, times in own.items() if word in known) / total


def _texts(source: Source) -> Iterator[tuple[Place, str]]:
    for block in source.blocks():
        if isinstance(block, Paragraph):
            yield block.place, block.text
        else:
            yield from ((cell.place, cell.text) for cell in block.cells)


def _words(text: str) -> Iterator[str]:
    """Yield each three letters of Japanese next to each other: words, without their ends.

    >>> list(_words("窓口改善課 A")), list(_words("窓口課")), list(_words("窓口"))
    (['窓口改', '口改善', '改善課'], ['窓口課'], [])
    """
    for run in _WORD.findall("".join(normal(text).split())):
        yield from (run[at : at + _LETTERS] for at in range(len(run) - _LETTERS + 1))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def _plans(records: Records) -> list[Node]:
    return [node for node in records.nodes if node.kind == "Plan"]
