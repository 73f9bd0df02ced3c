"""Which paragraphs are headings of levels and plans, and how deep."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from keikaku.loaders.layouts.forms.sheet_parts import lines_of
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import (
    NUMBERED,
    level_head,
    number_parts,
    without_brackets,
)
from keikaku.loaders.layouts.labels.statements import LevelHead
from keikaku.loaders.readers.blocks import Block, Cell, Page, Paragraph, Source, Table
from keikaku.loaders.text import normal

_LONGEST = 60
_TRAIL = re.compile(r"\s*[＞>→⇒»／/]\s*")
_FEWEST = 2
_MARKED = re.compile(r"[■●◆◇◎★▼▶◯○□]")
_SENTENCE = re.compile(r"[。．]$|です$|ます$|。")
_CONTENTS_LINE = re.compile(
    r"(?:[…‥]{2,}|[・･.．·]{4,}|[‐\-─―ー_]{4,})\s*[PpＰｐ]?\.?\s*[\d０-９]{1,3}$"
)
_TAB_AND_PAGE = re.compile(r"[^\t]*\w[^\t]*\t\s*([\d０-９]{1,3})\s*")
_FRAME = re.compile(
    r"(?:一覧|個票|体系図?|目次|はじめに|概要|について|の見方|資料|推進体制|進捗管理|進行管理|資料編|用語解説|用語集|策定の経緯|策定体制|委員名簿|基本的な考え方|趣旨|位置付け|位置づけ|計画期間|計画の期間|策定の背景|策定の目的|計画の構成|凡例|用語)$"
)
_APPENDIX = re.compile(
    r"(?:.{0,4}(?:資料編?|付属資料)|.{0,4}用語(?:の?解説|集|の?説明)|.{0,8}(?:策定|検討|改定|審議)の?(?:経過|経緯|過程)"
    r"|.{0,12}(?:委員|構成員)名簿|.{0,10}設置(?:要綱|要領|条例)|パブリック・?コメント(?:手続|制度)?(?:の?(?:結果|概要|実施|募集|意見|状況).{0,8})?"
    r"|(?:前(?:期|次)?の?(?:計画|プラン|大綱|方針)|これまでの(?:取組|行政?財?政?改革)).{0,14})"
)
_DOCUMENT = re.compile(
    r"(?:計画|プラン|大綱|戦略|評価書?|プログラム|ビジョン|方針|構想|調書|シート|個票|[目価事理]票|一覧表?|報告書|管理表)"
    r"(?:\s*(?:20\d\d|(?:令和|平成|R|H)\s*\d{1,2}年?度?版?))?(?:\s*\(.*\))?$"
)
_VALUES = re.compile(r"(?:指標|数値目標|目標値|KPI|年次計画|工程表|スケジュール|効果額)$")
"""What a part holds that a heading stands over: 施策の指標."""
_YEAR = r"(?:令和|平成|R|H)?(?:元|\d{1,4})年度?"
_COVER_WORD = re.compile(
    rf"{_YEAR}.{{0,3}}(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:一部)?(?:策定|改[定訂]|版|更新|作成|公表)?"
    rf"|{_YEAR}(?:から|[~～\-―－]){_YEAR}(?:まで)?|計画期間:?|[~～\-―－]|から|まで"
    rf"|(?:{_YEAR}(?:\d{{1,2}}月)?)?\S{{1,7}}[市区町村](?:役[所場])?"
)
"""What a cover prints beside its title: who publishes, and when."""
_CHAPTER = re.compile(
    r"\s*第\s*(?P<number>[\d一二三四五六七八九十]+)\s*(?P<part>[章編部節])\s*(?P<title>.*)"
)
_CHAPTER_FRAME = re.compile(
    r"(?:計画|プラン|取組|取組項目|取組事項|項目|個票|内容|体系|一覧|資料|指標"
    r"|(?:施策|取組|計画|改革|プラン|大綱|事業)の(?:展開|推進|管理)|(?:進行|進捗)管理)$|^(?:展開|推進|事業|管理|総論|序論|各論|本論|本編)$"
)
"""Chapters that are named for their contents, and are no level of the plan."""
_ROMAN, _ABOVE_SEVERAL, _SINGLE, _BELOW_SEVERAL = 5.0, 9.0, 11.0, 20.0
"""How deep single numbers stand; one of two parts (1-1) stands 12 deep."""
_TOP = {"章": 1, "編": 0, "部": 0, "節": 2}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: how deep it stands, its level's word, number and title."""

    depth: float
    head: LevelHead
    cell: Cell
    explicit: bool = False
    """True where the form itself (Word, HTML, Markdown) marks it as a heading."""

    def names_a_level(self) -> bool:
        """Return whether it names a level of the plan, and not the document as a whole."""
        head = self.head
        if _CHAPTER.match(normal(self.cell.text)) and _CHAPTER_FRAME.search(normal(head.title)):
            return False
        if head.level or head.number:
            return True
        title = normal(head.title)
        names_part = _DOCUMENT.search(title) or _VALUES.search(title) or _is_of_cover(title)
        return self.explicit and not names_part


def _is_of_cover(title: str) -> bool:
    """Return whether a line only says who publishes, when, and for which years.

    >>> _is_of_cover("令和7年3月 架空市"), _is_of_cover("(令和7年度~令和11年度)")
    (True, True)
    >>> _is_of_cover("歳入の確保"), _is_of_cover("総務部 財政課")
    (False, False)
    """
    first, *others = re.split(r"[\s()]+", title.strip(" ()"))
    ends = tuple("部局課室")
    rest = [word for word in others if not word.endswith(ends)]
    return all(_COVER_WORD.fullmatch(word) for word in (first, *rest))


def closes_chapter(known: Heading, new: Heading) -> bool:
    """Return whether a chapter ends where the next one begins: 第1章 総論, 第2章 主要事業."""
    same = known.explicit == new.explicit and int(known.depth) == int(new.depth)
    return same and all(_CHAPTER.match(normal(each.cell.text)) for each in (known, new))


class Outline:
    """How deep single numbers stand (Ⅰ, 1, (1), ①), as a document uses them.

    What is in brackets or a circle stands below numbers of several parts (1-1) where these come
    first, else above them.
    """

    def __init__(self) -> None:
        self._depths: dict[str, float] = {}
        self._several = False

    def note(self, heading: Heading) -> None:
        """Note that a number of several parts has come."""
        self._several = self._several or bool(number_parts(heading.head.number))

    def depth(self, number: str) -> float:
        """Return how deep a heading stands whose number has a single part."""
        if re.fullmatch(r"[Ⅰ-ⅫIVX一二三四五六七八九十]+", number):
            return _ROMAN
        if number.isdigit() and self._several:
            return _SINGLE
        shape = re.sub(r"\w", "1", number)
        base = _BELOW_SEVERAL if self._several else _ABOVE_SEVERAL
        return self._depths.setdefault(shape, base + 0.1 * len(self._depths))


def heading_of(
    block: Paragraph, cell: Cell, words: LayoutWords, outline: Outline | None = None
) -> Heading | None:
    """Return a paragraph as a heading, None where it is running text.

    A line with a single number, (3) or 3, is a heading where a table follows closely: then
    ``outline`` gives its depth.
    """
    text = without_brackets(normal(block.text).strip())
    if len(text) > _LONGEST or _SENTENCE.search(text):
        return None
    head = level_head(cell, words)
    if block.level is not None:
        return Heading(block.level + _depth_within(head, words), head, cell, explicit=True)
    if head.level:
        return Heading(_depth_of_word(head, words), head, cell)
    heading = _numbered(text, head, cell)
    match = NUMBERED.match(text)
    if heading is None and outline is not None and match and _over_table(text, head):
        return Heading(outline.depth(match[1]), head, cell)
    return heading


def _over_table(text: str, head: LevelHead) -> bool:
    return _has_words(head.title) and ":" not in text and "\t" not in text


def _numbered(text: str, head: LevelHead, cell: Cell) -> Heading | None:
    """Return a heading that is recognised only by its number: 第2章 …, 1-2 …."""
    chapter = _CHAPTER.match(text)
    if chapter:
        number = chapter["number"] if chapter["title"] else ""
        return Heading(_TOP[chapter["part"]], LevelHead("", number, chapter["title"], cell), cell)
    if not NUMBERED.match(text) or "\t" in text or ":" in text or not _has_words(head.title):
        return None
    parts = number_parts(head.number)
    return Heading(10 + len(parts), head, cell) if parts else None


def _has_words(title: str) -> bool:
    """Return whether a title holds more than numbers: 9、11、16 are goals, and no heading."""
    return any(letter.isalpha() for letter in title)


def _depth_within(head: LevelHead, words: LayoutWords) -> float:
    """Return how deep a heading stands among those that the form prints alike, below 1."""
    if not head.level:
        return 0.0
    rank = words.catalogue.levels.get(head.level, 0)
    own = words.layout.levels
    return (1 + own.index(head.level)) / 20 if head.level in own else 0.2 * (1 + rank)


def _depth_of_word(head: LevelHead, words: LayoutWords) -> float:
    """Return the depth of a level's word: deeper words and longer numbers stand deeper."""
    rank = words.catalogue.levels.get(head.level, 0)
    own = words.layout.levels
    if head.level in own:
        return 1 + own.index(head.level)
    return 3 + 3 * rank + len(re.findall(r"\d+", head.number))


def _is_short(block: Paragraph) -> bool:
    """Return whether a line may be a heading by its length alone, and is no sentence."""
    text = normal(block.text).strip()
    return len(text) <= _LONGEST and not _SENTENCE.search(text)


def is_contents_line(text: str) -> bool:
    """Return whether a line is one of a table of contents: its title, leaders, the page.

    >>> is_contents_line("1　窓口の改善……………4"), is_contents_line("窓口の改善・・・")
    (True, False)
    """
    return len(text) <= 4 * _LONGEST and bool(_CONTENTS_LINE.search(text.strip()))


def without_contents(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks without a table of contents whose lines end with a tab and their page.

    Several such lines stand one below the other, and their pages never go back.
    """
    kept: list[Block] = []
    run: list[Block] = []
    page = 0
    for block in blocks:
        match = _TAB_AND_PAGE.fullmatch(block.text) if isinstance(block, Paragraph) else None
        if run and (match is None or int(match[1]) < page):
            kept += run if len(run) <= _FEWEST else []
            run = []
        if match is None:
            kept.append(block)
        else:
            page = int(match[1])
            run.append(block)
    return kept + (run if len(run) <= _FEWEST else [])


def is_frame(title: str) -> bool:
    """Return whether a heading only says what a part of the document is for."""
    return bool(_FRAME.search("".join(normal(title).split())))


def appendix_of(heading: Heading, before: Heading | None) -> Heading | None:
    """Return the heading under which no plans stand (a glossary, how it was made), None for others.

    That is the heading itself, or one above it; a level's word ends an appendix.
    """
    if _APPENDIX.fullmatch("".join(normal(heading.head.title).split())):
        return heading
    inside = before is not None and heading.depth > before.depth and not heading.head.level
    return before if inside else None


def names_level(block: Paragraph, words: LayoutWords) -> bool:
    """Return whether a running header names a level, which may be another than the open one."""
    head = level_head(Cell(0, 0, 1, 1, block.text.strip(), block.place), words)
    return bool(head.level)


def section_titles(source: Source) -> frozenset[str]:
    """Return the numbered titles that each form of a source prints anew: 1 基本情報, (2) 内容.

    They come three times or more, and each time others of their kind stand between; a level that
    every page prints again is followed by itself. So do the titles of headings (目標と財政効果)
    that the form itself marks as such. Titles behind a mark (■ 年度別の取組) need only
    come so often. Without spaces.
    """
    sequence: dict[str, list[str]] = defaultdict(list)
    marked: Counter[str] = Counter()
    for block in _lines(source):
        if len(block.text) <= _LONGEST:
            text = normal(block.text).strip()
            match = NUMBERED.match(text)
            if match is not None and _has_words(match[2]):
                shape = re.sub(r"\w", "1", match[1]) + str(block.level)
                sequence[shape].append("".join(block.text.split()))
            elif _MARKED.match(text):
                marked["".join(block.text.split())] += 1
            elif block.level is not None and text:
                sequence[f"heading {block.level}"].append("".join(block.text.split()))
    often = {text for text, count in marked.items() if count > _FEWEST}
    return frozenset(often).union(
        text for titles in sequence.values() for text in set(titles) if _recurs(text, titles)
    )


def _recurs(text: str, titles: list[str]) -> bool:
    at = [n for n, title in enumerate(titles) if title == text]
    apart = sum(right > left + 1 for left, right in pairwise(at))
    return len(at) > _FEWEST and apart == len(at) - 1


def _lines(source: Source) -> Iterator[Paragraph]:
    """Yield the paragraphs of a source, and the lines between the tables of its sheets."""
    for block in source.blocks():
        yield from [block] if isinstance(block, Paragraph) else lines_of(block)


def sheet_heading(page: Page, words: LayoutWords) -> Heading | None:
    """Return the name of a sheet that is named for a goal as the level of what it holds."""
    table = next(page.tables(), None)
    if table is None or page.name is None:
        return None
    cell = Cell(0, 0, 1, 1, page.name, table.place)
    head = level_head(cell, words)
    return Heading(1, head, cell) if head.level else None


def trail_of(cell: Cell, words: LayoutWords) -> list[Heading]:
    """Return the headings that a line puts side by side: 基本方針1 … ＞ 施策2 …; else none."""
    parts = [part.strip() for part in _TRAIL.split(cell.text)]
    heads = [level_head(replace(cell, text=part), words) for part in parts if part]
    if len(heads) < 2 or not all(head.level for head in heads):
        return []
    return [Heading(1 + depth, head, cell) for depth, head in enumerate(heads)]


def is_over_table(following: Sequence[Block]) -> bool:
    """Return whether a table follows, with nothing but short lines before it."""
    for block in following:
        if isinstance(block, Table):
            return True
        if not _is_short(block):
            return False
    return False


def is_same(left: Heading, right: Heading) -> bool:
    """Return whether two headings are the same one, printed again on a page."""
    a, b = left.head, right.head
    return bool(a.level) and (a.level, a.number, a.title) == (b.level, b.number, b.title)
