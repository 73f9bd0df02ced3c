"""Rows → pages: each with its running header, its head and its body."""

from __future__ import annotations

from dataclasses import dataclass, field

from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.head import Head, is_head, read_head
from keikaku.loaders.implementation_plan.overview import group_head
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import NamedThing, Spot
from keikaku.loaders.sdgs import sdg_codes
from keikaku.loaders.text import fold


@dataclass(slots=True)
class GroupHeader:
    """A running header line: the number (None where missing) and title of a goal or initiative."""

    number: str | None
    title: str
    spot: Spot


@dataclass(slots=True)
class Page:
    """One printed page of a plan: ``rows[start:end]``, its body begins after the head."""

    head: Head
    goal: GroupHeader | None = None
    initiative: GroupHeader | None = None
    sdgs: list[NamedThing] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)
    start: int = 0


def split_pages(rows: list[Row]) -> tuple[list[Row], list[Page]]:
    """Return the rows of the overview, and the pages."""
    heads = [i for i, row in enumerate(rows) if is_head(row)]
    first = next((i for i, row in enumerate(rows) if row.text), 0)
    title = fold(rows[first].text) if rows else ""
    floor = first + 1 if rows and group_head(rows[first].text) is None else first
    pages: list[Page] = []
    for at in heads:
        head = read_head(rows, at)
        page = Page(head)
        page.start = _header_start(
            rows, head.first, title, pages[-1].head.after if pages else floor
        )
        _read_header(page, rows[page.start : head.first])
        pages.append(page)
    ends = [*(page.start for page in pages[1:]), _appendix(rows, pages)]
    for page, end in zip(pages, ends, strict=False):
        page.body = rows[page.head.after : end]
    return rows[: pages[0].start] if pages else rows, pages


def _appendix(rows: list[Row], pages: list[Page]) -> int:
    """Return where the pages end: at an appendix (用語解説, 資料編), else with the text."""
    after = pages[-1].head.after if pages else len(rows)
    headed = (i for i in range(after, len(rows)) if family.APPENDIX.fullmatch(fold(rows[i].text)))
    return next(headed, len(rows))


def appendix_of(rows: list[Row], pages: list[Page]) -> Row | None:
    """Return the heading of an appendix, which is not read."""
    at = _appendix(rows, pages)
    return rows[at] if at < len(rows) else None


def _header_start(rows: list[Row], first: int, title: str, floor: int) -> int:
    """Walk back over the running header: goal, initiative, SDGs, the document's title, blanks."""
    start = first
    for back in range(first - 1, floor - 1, -1):
        row = rows[back]
        if not row.text and not row.tabbed:
            continue
        if not _is_running_header(row, title):
            break
        start = back
    return start


def _is_running_header(row: Row, title: str) -> bool:
    text = row.text
    return (
        group_head(text) is not None
        or family.SDGS.match(fold(text).upper().replace("SDGS", "SDGs")) is not None
        or family.SDG_CODES.match(text) is not None
        or fold(text) == title
    )


def _read_header(page: Page, rows: list[Row]) -> None:
    for row in rows:
        head = group_head(row.text)
        if head is not None:
            header = GroupHeader(head[1], head[2], Spot(row.line, "ページ見出し", row.text))
            if head[0] == "goal":
                page.goal = header
            else:
                page.initiative = header
        elif family.SDG_CODES.match(row.text):
            spot = Spot(row.line, "SDGs", row.text)
            page.sdgs += [NamedThing(code, spot) for code in sdg_codes(row.text)[0]]
