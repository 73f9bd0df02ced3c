"""Words that a source itself numbers over its plans: 重点取組（１） …, 重点取組（２） …."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.readers.blocks import Paragraph, Source, Table
from keikaku.loaders.text import normal

_LINE = re.compile(
    r"^[■●◆◇◎○★▼▶【《〈\[〔]?\s*(?P<word>[^\W\d_]{2,8}?)\s*"
    r"(?P<number>\(\s*\d{1,2}\s*\)|\d{1,2}(?:-\d{1,2})*|[Ⅰ-Ⅻ]|[IVX]{1,4}|[①-⑳])[】》〉\]〕:.\s]\s*"
    r"(?P<title>[^\d\s].{1,50})$"
)
_OTHERS = re.compile(
    r"(?:.*[図表注章節項編部条号頁問回版]|資料|様式|別紙|別記|別添|付録|参考|令和|平成|昭和|第|.*年度?|.*目標値?|.*指標.*|"
    r"ゴール|ステップ|段階|時点|グラフ|写真|案|例|脚注|備考|電話|内線|パターン|ケース|ページ|約|計|全)"
)
"""What a source numbers, too, and is no level: tables, notes, dates, goals."""
_SENTENCE = re.compile(r"[。．]|です$|ます$")
_FREE = frozenset(("plan.priority", "plan.vision", "plan.overview", "plan.work"))
"""Facts whose words a source may use for a level: 重点取組1."""
_FEWEST = 2


def numbered_words(source: Source, words: LayoutWords) -> frozenset[str]:
    """Return words beyond the catalogue's levels that lines number, each with its own title.

    A word counts where two lines or more number it differently, each alone on its line or row.
    """
    titles: dict[str, dict[str, str]] = defaultdict(dict)
    for text in _lines(source):
        match = _LINE.match(text)
        if match is None or _SENTENCE.search(text):
            continue
        if match["word"] not in words.level_words:
            titles[match["word"]].setdefault(match["number"], match["title"].strip())
    return frozenset(
        word
        for word, known in titles.items()
        if len(known) >= _FEWEST
        and len(set(known.values())) == len(known)
        and not _OTHERS.fullmatch(word)
        and _is_free(word, words)
    )


def _is_free(word: str, words: LayoutWords) -> bool:
    meaning = words.of(word)
    return meaning is None or meaning.fact in _FREE or meaning.sure < 0.9


def _lines(source: Source) -> Iterator[str]:
    """Yield the lines of a source, of tables the rows of one cell and the parts of A ＞ B."""
    for block in source.blocks():
        if isinstance(block, Paragraph):
            yield normal(block.text).strip()
        else:
            yield from _bands(block)


def _bands(table: Table) -> Iterator[str]:
    for row in range(table.rows):
        filled = [cell for cell in table.row(row) if cell.text.strip()]
        if len(filled) == 1:
            yield normal(filled[0].text).strip()
        for cell in filled:
            if "＞" in cell.text or " > " in cell.text:  # 基本方針1 … ＞ 重点取組2 …
                yield from (part.strip() for part in normal(cell.text).split(">"))


__all__ = ["numbered_words"]
