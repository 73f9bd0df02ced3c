"""The name of the next document, and the years that it covers."""

from __future__ import annotations

from typing import Any, NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.typed_years import typed_year
from keikaku.graph.years import era_year

_NO_PERIOD = Text(
    "この計画書の期間が分からないため、次期の期間も分かりません。"
    "--first-year と --last-year を指定してください。",
    "The period of the document is not known, and so the next one is not; "
    "name --first-year and --last-year.",
)
_NO_YEAR = Text(
    "{option} の年度「{typed}」を読めません。2030、令和12年度 のように指定してください。",
    "cannot read the year '{typed}' of {option}; write it like 2030 or 令和12年度.",
)
_REVERSED = Text(
    "次期の期間（{first}～{last}年度）が逆か、今期（{before}年度まで）と重なっています。",
    "the next period ({first} to {last}) ends before it begins, or overlaps this one ({before}).",
)
_SAME_ID = Text(
    "次期計画書のid「{id}」は、すでに使われています。--id で別の名前を指定してください。",
    "the id '{id}' is taken; name another one with --id.",
)


class Period(NamedTuple):
    """The options for the next document; None for what follows from this document."""

    id: str | None = None
    title: str | None = None
    first_year: str | int | None = None
    last_year: str | int | None = None


def next_head(old: dict[str, Any], wished: Period, used: set[str]) -> dict[str, Any]:
    """Return the next document's id, title and years.

    Without options it begins after this one and is as long.

    The first year replaces the old one in the id and the title; without a year in them, ``-next``
    and 次期 are added.

    Raises:
        KeikakuError: the period is unknown, cannot be read, or overlaps; the id exists already.
    """
    before, after = old["first_year"], old["last_year"]
    first = _year(wished.first_year, "--first-year", (before, after))
    last = _year(wished.last_year, "--last-year", (before, after))
    if first is None:
        first = None if after is None else after + 1
    if last is None and first is not None and before is not None and after is not None:
        last = first + after - before
    if first is None or last is None:
        raise KeikakuError(_NO_PERIOD)
    if last < first or (after is not None and first <= after):
        raise KeikakuError(_REVERSED.format(first=first, last=last, before=after))
    name = wished.id or _renewed(old["id"], before, first) or f"{old['id']}-next"
    if name in used:
        raise KeikakuError(_SAME_ID.format(id=name))
    title = wished.title or _renewed(old["title"] or old["id"], before, first)
    return {
        "id": name,
        "title": title or f"次期 {old['title'] or old['id']}",
        "municipality": old["municipality"],
        "first_year": first,
        "last_year": last,
    }


def _renewed(name: str, before: int | None, first: int) -> str | None:
    """Return a name with the new first year in place of the old, western or Japanese."""
    if before is None:
        return None
    for old, new in (
        (str(before), str(first)),
        (era_year(before), era_year(first)),
        (era_year(before).removesuffix("度"), era_year(first).removesuffix("度")),
    ):
        if old in name:
            return name.replace(old, new)
    return None


def _year(
    typed: str | int | None, option: str, period: tuple[int | None, int | None]
) -> int | None:
    if typed is None or isinstance(typed, int):
        return typed
    year = typed_year(typed, period)
    if year is None:
        raise KeikakuError(_NO_YEAR.format(typed=typed, option=option))
    return year
