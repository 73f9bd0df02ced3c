"""The mark row (5レス) and disclosure (情報公開).

An empty row means "no mark". A missing row, or a ○ that fits no column, leaves the marks unknown.
A ○ on a label cell was shifted: it belongs to the next column that can hold one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import zip_longest

from keikaku.graph.records import Reading
from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.text_rows import Row
from keikaku.loaders.readings import Disclosure, Marks, NamedThing, Remark, Spot
from keikaku.loaders.text import fold, plain, split_bullets

CIRCLE = "○"
_AND_SO_ON = ("など", "等")
_SECTION = family.FIVE
_LONGEST_WORD = 12
_REMARK = ("※", "注)", "(注)")
_GLUE = 100
_NEXT = 1.5 / _GLUE
"""Words glued into one cell stand a hundredth of a column apart."""


@dataclass(slots=True)
class _Columns:
    """Where each column word of a label row stands, and the row of values under it, if any."""

    label: Row
    at: dict[str, float]
    values: Row | None = None
    loose: list[tuple[float, str]] = field(default_factory=list)


def read_marks(rows: list[Row], plan: str) -> tuple[Marks, Disclosure, list[Remark]]:
    """Read a marks section; ``plan`` is the plan's number, for the remarks."""
    tables = _tables(rows)
    remarks: list[Remark] = []
    used = {row.line for t in tables for row in (t.label, t.values) if row is not None}
    five = [t for t in tables if sum(w in t.at for w in family.MARKS) >= 3]
    marks = _five(_best(five), rows, plan, remarks)
    site = [t for t in tables if family.WEBSITE in t.at]
    disclosure = _website(_best(site), plan, remarks)
    _names(disclosure, tables, _best(site), [r for r in rows if r.line not in used])
    for line, text in disclosure.unread:
        spot = Spot(line, family.DISCLOSURE, text)
        details = {"plan": plan, "text": text}
        remarks.append(Remark("unread-text", [spot], details, plan))
    return marks, disclosure, remarks


def _best(tables: list[_Columns]) -> _Columns | None:
    """Return the first table with a row of values, else the first."""
    return next((t for t in tables if t.values is not None), tables[0] if tables else None)


_WORDS: dict[str, str] = {
    **{form: word for word in family.MARKS for form in (fold(word), fold(f"{word}レス"))},
    **{fold(word): word for word in (family.FIVE, family.DISCLOSURE, family.OTHER)},
}
"""The column words in the forms that a cell may have, and their standard form."""


def _word(cell: str) -> str | None:
    """Return the column word that a cell is, in its standard form."""
    folded = fold(cell)
    known = _WORDS.get(folded)
    if known is not None or len(folded) > _LONGEST_WORD:
        return known
    if family.WEBSITE_WORD.fullmatch(folded):
        return family.WEBSITE
    return family.PAGES if family.PAGES_WORD.fullmatch(folded) else None


def _tokens(row: Row) -> list[tuple[float, str]]:
    """Return the cells of a row with their column.

    A cell that glues column words together is parted.
    """
    tokens: list[tuple[float, str]] = []
    for column, cell in enumerate(row.cells):
        words = cell.split()
        if len(words) > 1 and sum(_word(w) is not None for w in words) >= 2:
            tokens += [(column + i / _GLUE, w) for i, w in enumerate(words)]
        elif cell:
            tokens.append((float(column), cell))
    if len(tokens) > 1 and fold(tokens[0][1]) == "5" and fold(tokens[1][1]) == "レス":
        tokens[:2] = [(tokens[1][0], family.FIVE)]
    return tokens


def _tables(rows: list[Row]) -> list[_Columns]:
    tables: list[_Columns] = []
    for index, row in enumerate(rows):
        tokens = _tokens(row)
        words = [(c, _word(t)) for c, t in tokens]
        known = [(c, w) for c, w in words if w is not None]
        if len(known) < 2:
            continue
        at: dict[str, float] = {}
        for column, word in known:
            at.setdefault(word, column)
        loose = [(c, t) for c, t in tokens if _word(t) is None]
        tables.append(_Columns(row, at, _values_below(rows, index), loose))
    return tables


def _values_below(rows: list[Row], index: int) -> Row | None:
    """Return the row of values under a label row: tabbed (or a lone ○), and no label row itself.

    Further rows of nothing but ○ right below belong to it: the scan parted one row into several.
    """
    values: Row | None = None
    for row in rows[index + 1 :]:
        if row.blank:
            if values is not None:
                break
            continue
        tokens = _tokens(row)
        if any(_word(text) is not None for _, text in tokens):
            break
        if values is None:
            if not row.tabbed and row.text != CIRCLE:
                break
            values = Row(row.line, list(row.cells), row.tabbed)
        elif tokens and all(text == CIRCLE for _, text in tokens):
            width = max(len(values.cells), len(row.cells))
            pairs = zip_longest(values.cells, row.cells, fillvalue="")
            values.cells = [a or b for a, b in pairs][:width]
        else:
            break
    return values


def _five(table: _Columns | None, rows: list[Row], plan: str, remarks: list[Remark]) -> Marks:
    if table is not None and table.values is not None:
        marks = Marks()
        spot = Spot(table.values.line, _SECTION, _printed(table.values))
        for column in _circles(table.values):
            _assign(column, table, spot, marks, plan, remarks)
        _other_signs(table, table.values, spot, marks, plan, remarks)
        return marks
    label = table.label if table else next((r for r in rows if r.text), None)
    spot = Spot(label.line if label else 0, _SECTION, label.text if label else "")
    circles = [c for c, t in (table.loose if table else []) if t == CIRCLE]
    if table is not None and circles and all(c != int(c) for c in circles):
        return _glued_five(table, circles, spot, plan, remarks)
    themes = list(family.MARKS.values())
    if circles:
        remarks.append(Remark("marks-ambiguous", [spot], {"plan": plan, "row": spot.quote}, plan))
    else:
        details = {"plan": plan, "themes": themes}
        remarks.append(Remark("marks-missing", [spot] if label else [], details, plan))
    return Marks(unknown=dict.fromkeys(themes, spot))


def _glued_five(
    table: _Columns, circles: list[float], spot: Spot, plan: str, remarks: list[Remark]
) -> Marks:
    """Read label and mark rows glued into one: a ○ belongs to the word before it."""
    note = "見出しと印が同じ欄に続けて入っているため、○を直前の見出しの印と読んだ"
    repaired = Spot(spot.line, spot.section, spot.quote, "repaired", 0.7, note)
    marks = Marks()
    for circle in circles:
        word = next((w for w, c in table.at.items() if 0 < circle - c < _NEXT), None)
        if word in family.MARKS:
            marks.marked[family.MARKS[word]] = repaired
    details = {"plan": plan, "row": spot.quote, "read_as": "、".join(marks.marked) or "なし"}
    remarks.append(Remark("marks-glued", [spot], details, plan))
    return marks


def _circles(row: Row) -> list[int]:
    return [i for i, cell in enumerate(row.cells) if cell == CIRCLE]


def _assign(
    column: int, table: _Columns, spot: Spot, marks: Marks, plan: str, remarks: list[Remark]
) -> None:
    """Give one ○ to its column; one on the label 5レス belongs to the next column."""
    columns = sorted(table.at[w] for w in family.MARKS if w in table.at)
    by_column = {c: w for w, c in table.at.items()}
    word = by_column.get(float(column))
    if word in family.MARKS:
        marks.marked.setdefault(family.MARKS[word], spot)
    elif word == family.FIVE or column < columns[0]:
        word = by_column[columns[0]]
        note = f"{family.FIVE}の欄の○を右隣の{word}と読んだ"
        repaired = Spot(spot.line, spot.section, spot.quote, "repaired", 0.8, note)
        marks.marked[family.MARKS[word]] = repaired
        remarks.append(_shifted(plan, spot, family.MARKS[word]))
    elif word is None and columns[-1] < column < table.at.get(family.DISCLOSURE, columns[-1]):
        marks.unknown[family.MARKS[by_column[columns[-1]]]] = spot
        remarks.append(Remark("marks-ambiguous", [spot], {"plan": plan, "row": spot.quote}, plan))


def _other_signs(
    table: _Columns, row: Row, spot: Spot, marks: Marks, plan: str, remarks: list[Remark]
) -> None:
    """Yield the cells of the mark columns that hold something other than a ○."""
    for word, theme in family.MARKS.items():
        column = int(table.at.get(word, -1))
        cell = row.cells[column].strip() if 0 <= column < len(row.cells) else ""
        if not cell or cell == CIRCLE or cell in family.NO_MARK:
            continue
        if cell in family.OTHER_SIGNS or cell.startswith(CIRCLE):
            note = f"「{cell}」を○と読んだ"
            marks.marked[theme] = Spot(spot.line, spot.section, spot.quote, "repaired", 0.8, note)
        else:
            marks.unknown[theme] = spot
            details = {"plan": plan, "row": spot.quote}
            remarks.append(Remark("marks-ambiguous", [spot], details, plan))


def merge_marks(
    first: tuple[Marks, Disclosure], more: tuple[Marks, Disclosure]
) -> tuple[Marks, Disclosure]:
    """Return the marks of two pages of one plan: known is what at least one page states."""
    marks, disclosure = first
    other, published = more
    marked = {**other.marked, **marks.marked}
    unknown = {t: s for t, s in marks.unknown.items() if t in other.unknown and t not in marked}
    said = {disclosure.website, published.website}
    website = True if True in said else False if False in said else None
    spot = next(
        (d.website_spot for d in (disclosure, published) if d.website is website),
        disclosure.website_spot,
    )
    united = Disclosure(website, spot, list(disclosure.other), list(disclosure.pages))
    for own, new in ((united.other, published.other), (united.pages, published.pages)):
        names = {thing.name for thing in own}
        own += [thing for thing in new if thing.name not in names]
    return Marks(marked, unknown), united


def _shifted(plan: str, spot: Spot, read_as: str) -> Remark:
    details = {"plan": plan, "row": spot.quote, "read_as": read_as}
    return Remark("marks-shifted", [spot], details, plan)


def _printed(row: Row) -> str:
    return "|".join(row.cells).rstrip("|") or "|"


def _website(table: _Columns | None, plan: str, remarks: list[Remark]) -> Disclosure:
    disclosure = Disclosure()
    if table is None or table.values is None:
        if table is not None and _is_glued(table):
            disclosure.website, disclosure.website_spot = _glued_website(table)
            return disclosure
        spots = [Spot(table.label.line, family.DISCLOSURE, table.label.text)] if table else []
        remarks.append(Remark("disclosure-unknown", spots, {"plan": plan}, plan))
        return disclosure
    row = table.values
    at = table.at
    spot = Spot(row.line, family.DISCLOSURE, _printed(row))
    disclosure.website, disclosure.website_spot = False, spot
    last_mark = max((at[w] for w in family.MARKS if w in at), default=-1.0)
    for column in _circles(row):
        if column <= last_mark:
            continue
        if column == at[family.WEBSITE]:
            disclosure.website = True
        elif column == at.get(family.DISCLOSURE):
            note = f"{family.DISCLOSURE}の欄の○を右隣の{family.WEBSITE}と読んだ"
            disclosure.website = True
            disclosure.website_spot = Spot(
                spot.line, spot.section, spot.quote, "repaired", 0.8, note
            )
            remarks.append(_shifted(plan, spot, family.WEBSITE))
        elif disclosure.website is False:
            disclosure.website = None
            remarks.append(
                Remark("marks-ambiguous", [spot], {"plan": plan, "row": spot.quote}, plan)
            )
    return disclosure


def _is_glued(table: _Columns) -> bool:
    """Return whether labels and marks stand in one row: 市ウェブサイト and ○ in glued cells."""
    circles = [c for c, t in table.loose if t == CIRCLE]
    glued = any(c != int(c) for w, c in table.at.items() if w in {family.OTHER, family.PAGES})
    return glued and bool(circles) and all(c != int(c) for c in circles)


def _glued_website(table: _Columns) -> tuple[bool, Spot]:
    """Return whether a ○ is glued behind 市ウェブサイト in the label row itself, and its place."""
    column = table.at[family.WEBSITE]
    behind = any(t == CIRCLE and 0 < c - column < _NEXT for c, t in table.loose)
    note = "見出しと印が同じ欄に続けて入っているため、○を直前の見出しの印と読んだ"
    text = table.label.text
    return behind, Spot(table.label.line, family.DISCLOSURE, text, "repaired", 0.8, note)


def _names(
    disclosure: Disclosure, tables: list[_Columns], site: _Columns | None, rest: list[Row]
) -> None:
    """その他 and 市ウェブページ: from the label row's end, the row of values, the lines below."""
    pages: list[tuple[int, str]] = []
    for table in tables:
        last_label = max(table.at.values())
        for column, text in table.loose:
            if text == CIRCLE:
                continue
            if text.startswith(_REMARK) or (
                column < last_label and family.DISCLOSURE not in table.at
            ):
                disclosure.unread.append((table.label.line, text))
            elif table.at.get(family.OTHER, column) < column < table.at.get(family.PAGES, 0):
                disclosure.other += _things([(table.label.line, text)], "repaired")
            else:
                pages.append((table.label.line, text))
    if site is not None and site.values is not None:
        pages += _below(disclosure, site, site.values, named_beside=bool(pages))
    left = [
        (row.line, cell)
        for row in rest
        for cell in row.filled
        if _word(cell) is None and cell != CIRCLE and fold(cell) not in {"5", "レス"}
    ]
    disclosure.unread += [(line, text) for line, text in left if text.startswith(_REMARK)]
    pages += [(line, text) for line, text in left if not text.startswith(_REMARK)]
    others = {thing.name for thing in disclosure.other}
    disclosure.pages = [n for n in _things(pages, "stated") if n.name not in others]


def _below(
    disclosure: Disclosure, site: _Columns, values: Row, *, named_beside: bool
) -> list[tuple[int, str]]:
    """Take その他 from the row of values; return the pages there.

    In a row that also holds the label 情報公開 the pages stand beside their label, so that a name
    in the row of values is その他, whatever column it slid to.
    """
    pages: list[tuple[int, str]] = []
    last_mark = max((site.at[w] for w in family.MARKS if w in site.at), default=-1.0)
    in_label_row = family.DISCLOSURE in site.at
    pages_at = site.at.get(family.PAGES)
    for column, cell in enumerate(values.cells):
        if not cell or cell == CIRCLE or column <= last_mark:
            continue
        beyond = pages_at is not None and column >= pages_at
        if beyond and not (in_label_row and (named_beside or not cell.startswith("・"))):
            pages.append((values.line, cell))
        else:
            shifted = column != site.at.get(family.OTHER)
            reading: Reading = "repaired" if shifted else "stated"
            disclosure.other += _things([(values.line, cell)], reading)
    return pages


def _without_and_so_on(text: str) -> str:
    """Return a name without a trailing など or 等."""
    text = text.strip()
    tail = next((word for word in _AND_SO_ON if text.endswith(word)), "")
    return text[: len(text) - len(tail)].rstrip(" 、")


def _things(texts: list[tuple[int, str]], reading: Reading) -> list[NamedThing]:
    things: dict[str, NamedThing] = {}
    for line, text in texts:
        for item in split_bullets(text):
            name = plain(_without_and_so_on(item)).strip()
            if name and name not in things and name not in family.NO_MARK:
                confidence = 0.9 if reading == "repaired" else 1.0
                spot = Spot(line, family.DISCLOSURE, text, reading, confidence)
                things[name] = NamedThing(name, spot)
    return list(things.values())
