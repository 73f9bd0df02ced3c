"""One department on one sheet of A4 (所管課の一覧票); what does not fit is in an annex in full.

The page is complete in itself: it lists every plan, and at least the number of everything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from keikaku.exports.department_page import ALL, Room, head, sections, title, under_headings
from keikaku.exports.documents import Block, Heading, PageBreak, Paragraph
from keikaku.exports.documents.one_page import Section, fit
from keikaku.graph.language import Lang, Text
from keikaku.queries.department.answer import DepartmentWhole

_CONTINUED = Text(
    "{sections}の全文は、次のページからの別紙にあります。",
    "{sections} stand in full in the annex that follows.",
)
_ANNEX = Text("別紙　{department}", "Annex: {department}")


def _rooms() -> Iterator[Room]:
    """Yield the amounts tried for a page, from most to least."""
    yield Room("texts")
    yield Room("texts", findings=0)
    yield Room("texts", findings=0, ties=6, words=40, names=8, nearest=True)
    yield Room("signs", findings=0, ties=6, words=40, names=8, nearest=True)
    yield Room("signs", findings=0, ties=0, names=5, nearest=True)
    for indicators in (ALL, 24, 20, 16, 12):
        yield Room("counts", findings=0, ties=0, indicators=indicators, names=8)
    for rows in (10, 8, 6, 4, 3, 2, 1):
        yield Room("counts", findings=0, ties=0, indicators=rows, names=min(rows, 5), amounts=3)
    for plans in (40, 30, 25, 20, 15, 10, 5):
        yield Room("counts", findings=0, ties=0, indicators=1, names=1, amounts=1, plans=plans)


def blocks(whole: DepartmentWhole, lang: Lang) -> list[Block]:
    """Return the page of a department, followed by its annex if there is one."""

    def page(parts: Sequence[Section], rest: Sequence[Section]) -> list[Block]:
        return [*head(whole, lang), *_note(rest, lang), *under_headings(parts)]

    made, rest, _ = fit(_rooms(), lambda room: sections(whole, lang, room), page)
    if not rest:
        return made
    annex = Heading(1, _ANNEX.format(department=title(whole, lang)).of(lang))
    return [*made, PageBreak(), annex, *under_headings(rest)]


def _note(rest: Sequence[Section], lang: Lang) -> list[Block]:
    if not rest:
        return []
    names = ("" if lang == "ja" else ", ").join(f"「{heading}」" for heading, _ in rest)
    return [Paragraph(_CONTINUED.format(sections=names).of(lang), "note")]
