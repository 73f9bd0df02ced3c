"""The front of a document: its title, who publishes it, its period, units and legend."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from keikaku.graph.money import YEN_OF_UNIT
from keikaku.graph.periods import Span, period_in, span
from keikaku.graph.years import fiscal_year_of, normal_years
from keikaku.loaders.layouts.facts.plan_facts import Places
from keikaku.loaders.layouts.labels.statements import Reading
from keikaku.loaders.layouts.layout_file import Layout
from keikaku.loaders.readers.blocks import Cell, Paragraph, Source, Table
from keikaku.loaders.readings import Overview
from keikaku.loaders.text import normal, tidy

_TITLE = re.compile(r"計画|プラン|大綱|戦略|評価|プログラム|ビジョン|一覧|調書|シート|方針|構想")
_PERIOD = re.compile(r"(?:計画期間|推進期間|取組期間|対象期間|実施期間|期間)")
_OF_YEARS = re.compile(
    r"(?:まで|度)[)）]?(?:の|、|\(|（)?\s*\d{1,2}\s*(?:年間|か年|カ年|ヵ年|ヶ年|箇年)"
)
"""令和8年度から令和12年度までの5年間, in a sentence that names no 期間."""
_PERIOD_BEHIND = re.compile(r"\s*[(【〔\[<〈]([^()【】〔〕\[\]<>〈〉]+)[)】〕\]>〉]$")
_ONLY_PERIOD = re.compile(
    r"[(【〔\[<〈~―—\-\s]*(?:令和|平成|昭和|西暦|[RHS]|20)[^、。ぁ-んァ-ヶ]{4,40}[)】〕\]>〉~―—\-\s]*"
)
"""A line of the cover that prints a period and nothing else."""
_NO_CITY = {
    "都市",
    "本市",
    "当市",
    "同市",
    "全市",
    "各市",
    "他市",
    "本町",
    "当町",
    "市",
    "町",
    "村",
    "市町村",
    "市区町村",
    "市町",
}
_OFFICE = re.compile(r"[課部室係局]$")
_UNIT = re.compile(rf"単位\s*[:：]?\s*({'|'.join(YEN_OF_UNIT)})")
_LEGEND = re.compile(r"([○◎△●▲×◇◆□■☆★])\s*[:：=…・]?\s*([^\s○◎△●▲×◇◆□■☆★、,，/／()（）:：]{1,14})")
_PUBLISHER = re.compile(r"(?:第\s*\d+\s*[次期])?[^\s\d、。]{1,6}[市区町村](?:第\s*\d+\s*[次期])?")
_KIND_BELOW = re.compile(
    r"(?:(?:前期|後期|中期|第\d{1,2}[次期])?(?:実施|推進|行動|基本)計画|アクションプラン|実行計画|推進プラン)(?:書|\(案\))?(?:20\d\d)?"
)
_UNTITLED = "（題名は印刷されていません）"
"""Behind the file's name, where that has to stand for a title that the source does not print."""
_EDITION = re.compile(r"^第\s*[\d一二三四五六七八九十]+\s*[次期回]\s*(?=\D)")
_FORM_BEHIND = re.compile(
    r"(?P<title>.+?)\s+(?:(?:取組|取り組み|施策|事業|KPI|指標|項目)?の?(?:一覧表?|個票)|個別シート)"
)
_PERIOD_LINE = re.compile(r"(?:計画|推進|取組|対象|実施)?期間[\s:：]*(?:令和|平成|西暦|R|H|20)")
"""計画期間　令和8年度～令和11年度 is no title."""
_NAMED_BY_CITY = re.compile(r"[^\s\d、。]{1,6}[市区町村]の?\s*[^\s市区町村民長役内場].{3,}")
_FRONT = 40
_LONGEST_TITLE = 60


def read_head(
    source: Source, layout: Layout, reading: Reading, places: Places
) -> tuple[Overview, str | None, dict[str, str]]:
    """Return the overview of a document, the unit of its money, the legend of its marks."""
    overview = Overview()
    lines = list(_lines(source))
    front = lines[:_FRONT]
    document = layout.document
    own = _own_labels(layout)
    overview.title = (
        document.title
        or whole_title(source, _title(front, own))
        or _heading(source)
        or _of_publisher(front)
        or f"{source.name.rpartition('.')[0]}{_UNTITLED}"
    )
    overview.municipality = document.municipality or _city(front, overview.title)
    overview.first_year, overview.last_year = document.first_year, document.last_year
    _stated(overview, reading)
    if overview.first_year is None:
        _period(overview, lines)
    spot = next(
        (places.spot(cell, "表紙") for cell in front if overview.title in tidy(normal(cell.text))),
        None,
    )
    overview.title = without_form(without_period(overview.title))
    overview.spot = spot
    return overview, layout.money or _money(lines), {**_legend(lines), **layout.legend}


def _stated(overview: Overview, reading: Reading) -> None:
    """Take the facts of the document that cells state by their labels."""
    for each in reading.loose:
        text = tidy(normal(each.text))
        if each.meaning.fact == "document.title" and text:
            overview.title = text
        elif each.meaning.fact == "document.municipality" and text:
            overview.municipality = text
        elif each.meaning.fact == "document.period" and (span := span_of(text)):
            overview.first_year, overview.last_year = span


def _lines(source: Source, *, headers: bool = True) -> Iterator[Cell]:
    """Yield paragraphs, and the cells of tables, as cells."""
    for page in source.pages:
        for block in page.blocks:
            if isinstance(block, Paragraph):
                if headers or block.style != "header":
                    yield Cell(0, 0, 1, 1, block.text, block.place)
            elif isinstance(block, Table):
                yield from (c for c in block.cells[:400] if c.text.strip())


def without_period(title: str) -> str:
    """Return a title without the period in brackets behind it.

    >>> without_period("改革プラン(計画期間:令和7年度~令和10年度)"), without_period("計画(改訂版)")
    ('改革プラン', '計画(改訂版)')
    """
    match = _PERIOD_BEHIND.search(title)
    return title[: match.start()].strip() if match and span_of(match[1]) else title


def without_form(title: str) -> str:
    """Return a plan's title without the word for the table or form that prints it.

    >>> without_form("総合戦略 取組一覧"), without_form("事務事業評価 一覧表(抜粋)")
    ('総合戦略', '事務事業評価 一覧表(抜粋)')
    """
    match = _FORM_BEHIND.fullmatch(title)
    return match["title"] if match and _TITLE.search(match["title"]) else title


def _own_labels(layout: Layout) -> set[str]:
    """Return the labels of a user's layout, as the source prints them."""
    return {tidy(normal(word)) for rule in layout.labels for word in rule.label}


def _heading(source: Source) -> str:
    """Return the first heading of the highest rank, "" where the source has none."""
    for block in source.blocks():
        if isinstance(block, Paragraph) and block.level == 1:
            return tidy(normal(block.text))
    return ""


def _title(front: list[Cell], labels: set[str]) -> str:
    for cell in front:
        text = tidy(normal(cell.text).replace("\n", " "))
        fits = 4 <= len(text) <= _LONGEST_TITLE and not text.endswith(("。", "」"))
        fits = fits and not _PERIOD_LINE.match(text)
        if fits and _TITLE.search(text) and text not in labels and not _is_label_like(text):
            return text
    return ""


def _of_publisher(front: list[Cell]) -> str:
    """Return the first line of all as a title, where it begins with the city's name."""
    text = tidy(normal(front[0].text).replace("\n", " ")) if front else ""
    is_title = _NAMED_BY_CITY.match(text) and not text.endswith("。")
    return text if is_title and len(text) <= _LONGEST_TITLE and not _OFFICE.search(text) else ""


def whole_title(source: Source, title: str) -> str:
    """Return a title that the cover breaks over lines as the running header prints it, or whole.

    Of the lines beside it, 第3期霧里市 above and 実施計画 below belong to it.
    """
    if not title:
        return title
    own = "".join(title.split())
    blocks = list(source.blocks())
    for block in blocks:
        if isinstance(block, Paragraph) and block.style == "header":
            text = tidy(normal(block.text))
            flat = "".join(text.split())
            if own in flat and own != flat and len(text) <= _LONGEST_TITLE:
                return text
    front = islice(_lines(source, headers=False), _FRONT)
    texts = [tidy(normal(cell.text).replace("\n", " ")).strip() for cell in front]
    if title not in texts:
        return title
    at = texts.index(title)
    above = texts[at - 1] if at else ""
    publisher = _PUBLISHER.fullmatch(above) is not None and above not in title
    if publisher or (_KIND_BELOW.fullmatch(own) and _begins_title(above)):
        title = f"{above}{title}"
    below = "".join(texts[at + 1].split()) if at + 1 < len(texts) else ""
    return f"{title} {below}" if _KIND_BELOW.fullmatch(below) else title


def _begins_title(text: str) -> bool:
    """Return whether a line above アクションプラン2026 begins that title: 霧里市行財政改革."""
    flat = "".join(text.split())
    return len(flat) <= _LONGEST_TITLE // 2 and flat.endswith(
        ("改革", "経営", "運営", "推進", "創生")
    )


def _is_label_like(text: str) -> bool:
    from keikaku.loaders.layouts.labels.label_parts import label
    from keikaku.loaders.layouts.labels.vocabulary import catalogue

    meaning = catalogue().meaning([label(text)])
    return meaning is not None and meaning.sure >= 0.9


def _city(front: list[Cell], title: str) -> str:
    for text in [title, *(normal(cell.text) for cell in front)]:
        for line in text.split("\n"):
            for word in _words(line):
                match = re.fullmatch(r"(?:.{1,4}[都道府県])?(\S{1,7}[市区町村])", word)
                if match and match[1] not in _NO_CITY and len(line) <= _LONGEST_TITLE:
                    return match[1]
            match = re.match(
                r"^((?:.{1,3}[都道府県])?[^\s\d第令]{1,6}?[市区町村])(?=[^民長役内場外議税街道営立域政\s])",
                _EDITION.sub("", line.strip()),
            )
            if match and _TITLE.search(line) and not _OFFICE.search(line.strip()):
                name = re.sub(r"^.{2,3}[都道府県](?=.)", "", match[1])
                if name not in _NO_CITY:
                    return name
    return ""


def _words(line: str) -> list[str]:
    """Return the words of a line without 第3期 before them; spaced letters (霧 里 町) are one."""
    words = line.split()
    if len(words) > 2 and all(len(word) == 1 for word in words):
        words = ["".join(words)]
    return [_EDITION.sub("", word) for word in words]


def _period(overview: Overview, lines: list[Cell]) -> None:
    for at, cell in enumerate(lines):
        text = normal(cell.text)
        front = at < _FRONT
        alone = front and _ONLY_PERIOD.fullmatch(text.strip()) is not None
        if (
            alone
            or (front and _OF_YEARS.search(text))
            or _PERIOD.search(text)
            or _TITLE.search(text)
        ):
            span = span_of(text)
            if span:
                overview.first_year, overview.last_year = span
                return


_LOOKS_BACK = re.compile("評価|進捗|進行管理|取組状況|実績|点検")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"(?:令和|平成|R|H)\s*(?:元|\d{1,2})\s*年度|20\d\d\s*年度")
_SPAN = re.compile(
    r"(?:西暦|令和|平成|昭和|R|H)?(?:元|\d{1,4})(?:年度?)?(?:\d{1,2}月(?:\d{1,2}日)?)?"
    r"(?:\([^()]{2,10}\)(?:年度)?)?(?:から|[~\-–―ー])(?:西暦|令和|平成|昭和|R|H)?\d{1,4}(?:年度?)?"
    r"(?:\d{1,2}月(?:\d{1,2}日)?)?(?:\([^()]{2,10}\)(?:年度)?)?"
)


def span_of(text: str) -> tuple[int, int] | None:
    """Return the first and last fiscal year of a period: 令和8年度～令和12年度, 2026-2030."""
    labelled = period_in(text)
    if labelled is not None and labelled[1] is not None:
        return _several(labelled[1])
    flat = "".join(normal_years(text).split())
    candidates = (flat, *(match[0] for match in _SPAN.finditer(flat)))
    return next((period for one in candidates if (period := _several(span(one)))), None)


def _several(period: Span | None) -> tuple[int, int] | None:
    if period is None or period.last is None or period.last == period.first:
        return None
    return period.first, period.last


def year_evaluated(title: str) -> int | None:
    """Return the only fiscal year of a title that calls itself a report, None for others.

    >>> year_evaluated("令和6年度事務事業評価シート"), year_evaluated("行政評価 令和6～8年度")
    (2024, None)
    """
    if not _LOOKS_BACK.search(title) or span_of(title) is not None:
        return None
    whole = normal(title)
    outside = _IN_BRACKETS.sub("", whole)  # (令和5年度実施分) behind says what is judged
    printed = outside if _YEAR.search(outside) else whole
    years = {fiscal_year_of(match[0]) for match in _YEAR.finditer(printed)}
    return years.pop() if len(years) == 1 else None


def year_of_headings(source: Source) -> int | None:
    """Return the one year that lines of their own say is evaluated: 評価対象年度：令和6年度.

    Lines beside or over the tables count, no cells among others; None where they name several.
    """
    years = {
        year
        for text in _lone_lines(source)
        if len(text) <= _LONGEST_TITLE
        and not text.rstrip().endswith("。")
        and (year := year_evaluated(text)) is not None
    }
    return years.pop() if len(years) == 1 else None


def _lone_lines(source: Source) -> Iterator[str]:
    for page in source.pages:
        yield page.name or ""
        for block in page.blocks:
            if isinstance(block, Paragraph):
                yield block.text
            else:
                rows = (block.row(row) for row in range(min(block.rows, _FRONT)))
                yield from (cells[0].text for cells in rows if len(cells) == 1)


def _money(lines: list[Cell]) -> str | None:
    """Return the one unit of money that the source prints over its tables."""
    units = {match[1] for cell in lines for match in [_UNIT.search(normal(cell.text))] if match}
    return units.pop() if len(units) == 1 else None


def _legend(lines: list[Cell]) -> dict[str, str]:
    for cell in lines:
        text = normal(cell.text)
        pairs = _LEGEND.findall(text)
        if len(pairs) > 1 and ("凡例" in text or len(text) < 80):
            return dict(pairs)
    return {}
