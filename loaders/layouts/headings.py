"""Which paragraphs are headings of levels and plans, and how deep."""

from __future__ import annotations

import re
from dataclasses import dataclass

from keikaku.loaders.layouts.layout_words import LayoutWords
from keikaku.loaders.layouts.level_heads import NUMBERED, level_head
from keikaku.loaders.layouts.statements import LevelHead
from keikaku.loaders.readers.blocks import Cell, Paragraph
from keikaku.loaders.text import normal

_LONGEST = 60
_SENTENCE = re.compile(r"[。．]$|です$|ます$|。")
_FRAME = re.compile(
    r"(?:一覧|個票|体系図?|目次|はじめに|概要|について|の見方|資料|推進体制|進捗管理|基本的な考え方|趣旨|位置付け|位置づけ|計画期間|凡例|用語)$"
)
_DOCUMENT = re.compile(
    r"(?:計画|プラン|大綱|戦略|評価書?|プログラム|ビジョン|方針|構想|調書|シート)(?:\s*\(.*\))?$"
)
_TOP = {"章": 1, "編": 0, "部": 0, "節": 2}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: how deep it stands, its level's word, number and title."""

    depth: int
    head: LevelHead
    cell: Cell
    explicit: bool = False
    """Whether the form itself (Word, HTML, Markdown) says that it is a heading."""

    def names_a_level(self) -> bool:
        """Whether it names a level of the plan, and not the document as a whole."""
        head = self.head
        if head.level or head.number:
            return True
        return self.explicit and not _DOCUMENT.search(normal(head.title))


def heading_of(block: Paragraph, cell: Cell, words: LayoutWords) -> Heading | None:
    """Return a paragraph as a heading, None where it is running text."""
    text = normal(block.text).strip()
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return None
    head = level_head(cell, words)
    if block.level is not None:
        return Heading(block.level, head, cell, explicit=True)
    if head.level:
        return Heading(_depth_of_word(head, words), head, cell)
    return _numbered(text, head, cell)


def _numbered(text: str, head: LevelHead, cell: Cell) -> Heading | None:
    """Return a heading that only its number tells: 第2章 …, 1-2 …."""
    chapter = re.match(r"^第\s*[\d一二三四五六七八九十]+\s*([章編部節])\s*(.*)", text)
    if chapter:
        return Heading(_TOP[chapter[1]], LevelHead("", "", chapter[2], cell), cell)
    if not NUMBERED.match(text) or "\t" in text or ":" in text:
        return None
    parts = len(re.findall(r"\d+", head.number))
    if parts >= 2 and re.fullmatch(r"\d+(?:[-.]\d+)+", head.number):
        return Heading(10 + parts, head, cell)
    return None


def _depth_of_word(head: LevelHead, words: LayoutWords) -> int:
    """Deeper words of the catalogue stand deeper; a longer number does, too."""
    rank = words.catalogue.levels.get(head.level, 0)
    own = words.layout.levels
    if head.level in own:
        return 1 + own.index(head.level)
    return 3 + 3 * rank + len(re.findall(r"\d+", head.number))


def is_frame(title: str) -> bool:
    """Whether a heading only says what a part of the document is for."""
    return bool(_FRAME.search(normal(title).strip()))
