"""The mark rows: 5レス and 情報公開, in tab rows or in single lines."""

from __future__ import annotations

from tests.generator.printers.page import BLANK, Line, Place, circle, row

COLUMNS = ("カウンター", "キャッシュ", "ペーパー", "ファイル", "ムーブ")


def five(place: Place) -> str:
    return "5 レス" if place.style.five_spaced else "5レス"


def site_labels(place: Place) -> tuple[str, str, str]:
    return f"{place.site}ウェブサイト", "その他", f"{place.site}ウェブページ"


def others(place: Place) -> list[str]:
    """The names under その他: one as it is, several as bullets."""
    names = place.plan.other
    return [f"・{name}" for name in names] if len(names) > 1 else list(names)


def in_one_row(place: Place) -> list[Line]:
    """Both in one row of labels, with one row of marks below."""
    plan, style = place.plan, place.style
    gap = ("",) if style.empty_column else ()
    pages = " ".join(f"・{name}" for name in plan.pages)
    if pages and style.pages_as_list:
        pages = f'<ul style="list-style-type: none"> {pages}'
    in_head = (pages,) if pages and style.pages_in_head else ()
    head = (five(place), *COLUMNS, *gap, "情報公開", *site_labels(place), *in_head)
    marks = [circle(mark) for mark in plan.marks]
    other = " ".join(others(place))
    below = "" if style.pages_in_head else pages
    cells = ("", *marks, *gap, "", circle(plan.website), other, below, *("" for _ in in_head))
    return [row("marks-head", *head), row("marks-row", *cells), BLANK]


def in_lines(place: Place) -> list[Line]:
    """Each table on lines of its own, the pages as bullets below."""
    plan, style = place.plan, place.style
    site, other, page = site_labels(place)
    names = " ".join(others(place))
    lines = [
        Line("marks-head", five(place)),
        BLANK,
        row("marks-head", *COLUMNS),
        row("marks-row", *(circle(mark) for mark in plan.marks)),
        BLANK,
        Line("site-head", "情報公開"),
        BLANK,
    ]
    if style.pages_in_head:
        lines += [row("site-head", site, other, page)]
        lines += [row("site-row", circle(plan.website), names, ""), BLANK]
    else:
        lines += [row("site-head", site, other), row("site-row", circle(plan.website), names)]
        lines += [BLANK, Line("site-head", page), BLANK]
    lines += [Line("pages", f"・{name}") for name in plan.pages]
    return [*lines, BLANK]
