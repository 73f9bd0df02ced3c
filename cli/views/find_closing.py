"""What stands under an answer to ``find``: how many there are, and which of them are shown."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import field_head
from keikaku.graph.language import Lang, Text
from keikaku.queries.answers import Answer
from keikaku.queries.expressions.field import Field
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.expressions.kinds_to_find import FINDABLE
from keikaku.queries.find.rows import FindRow, FindTotals
from keikaku.queries.names import fold

_SHARE = Text("{kinds}: {n}件（全{of}件の{share}）", "{kinds}: {n} of {of} ({share})")
_ALL = Text("{kinds}: 全{n}件", "{kinds}: {n} in all")
_NONE = Text("該当する{kind}はありません（全{of}件）。", "No {kind} matches (of {of}).")
_OF_ALL = Text("{kinds}{n}件のうち、{which}", "Of {counted}: {which}")
_OF_SOME = Text(
    "条件に合う{kinds}{n}件（全{of}件の{share}）のうち、{which}",
    "Of {counted} that fulfil the condition ({share} of {of}): {which}",
)
_UTMOST = Text("{field}が最も{end}もの", "the {end} by {field}")
_FIRST_OF = Text("{field}の{end}順に{shown}件", "the first {shown} by {field}, {end} first")
_PLACED = Text("{field}の{end}順で{place}番目のもの", "number {place} by {field}, {end} first")
_FIRST = Text("はじめの{shown}件", "the first {shown}")
_GROUPS = Text("{field}ごとに分けた{shown}区分", "{shown} of the groups by {field}")
_POSSIBLE = Text("ほかに、当てはまるか不明: {n}件", "Perhaps also, unknown: {n}")
_MOST_UNKNOWN = 12
_FEW_UNKNOWN, _SHORT = 3, 14
_ENDS = {
    "count": (Text("多い", "greatest"), Text("少ない", "least")),
    "year": (Text("遅い", "latest"), Text("早い", "earliest")),
    "number": (Text("大きい", "greatest"), Text("小さい", "least")),
    "": (Text("大きい", "last"), Text("小さい", "first")),
}
"""What the two ends of an order are called, the descending one first."""
_KINDS_EN = {"SdgTarget": "SDG target", "LogicStep": "logic step", "PlanDocument": "document"}


def closing(answer: Answer[Any], lang: Lang) -> str:
    """Return how many were found and, of more than are shown, which these are."""
    totals: FindTotals = (answer.totals or [])[0]
    parameters = answer.parameters
    kind = parameters["kind"]
    one = FINDABLE[kind].ja if lang == "ja" else _KINDS_EN.get(kind, kind.lower())
    words = {
        "kind": one,
        "kinds": one if lang == "ja" else f"{one[:1].upper()}{one[1:]}s",
        "counted": labels.counted(totals.count, one),
        "n": totals.count,
        "of": totals.of,
        "share": "—" if totals.share is None else f"{totals.share:.1%}",
    }
    if not totals.count:
        return _NONE.format(**words).of(lang)
    limited = bool(parameters.get("where") or parameters.get("among") or parameters.get("share"))
    which = _which(answer, lang)
    if which:
        return (_OF_SOME if limited else _OF_ALL).format(which=which, **words).of(lang)
    return (_SHARE if limited else _ALL).format(**words).of(lang)


def _which(answer: Answer[Any], lang: Lang) -> str:
    """Return which rows are shown, where these are not all; nothing where they are."""
    parameters, n = answer.parameters, len(answer.rows)
    if not n or not (parameters.get("top") or parameters.get("place")) or parameters.get("share"):
        return ""
    known = words_of(parameters["kind"])
    if not isinstance(answer.rows[0], FindRow):
        by = known[fold(parameters["by"])]
        return _GROUPS.format(field=_called(by, lang), shown=n).of(lang)
    word = (parameters.get("sort") or "").lstrip("-－−+＋")
    if not word:
        return _FIRST.format(shown=n).of(lang)
    field = known[fold(word)]
    first_end, last_end = _ENDS[_order_of(field)]
    end = (first_end if parameters["sort"] != word else last_end).of(lang)
    utmost = _UTMOST if parameters.get("top") == 1 else _FIRST_OF
    sentence = _PLACED if parameters.get("place") else utmost
    return sentence.format(
        field=_called(field, lang), end=end, shown=n, place=parameters.get("place")
    ).of(lang)


def _order_of(field: Field) -> str:
    if field.key.endswith("_count"):
        return "count"
    return field.type if field.is_numeric else ""


def _called(field: Field, lang: Lang) -> str:
    head = field_head(field, lang)
    return head if lang == "ja" or head.isupper() else head[:1].lower() + head[1:]


def possibly_also(unknown: list[FindRow], lang: Lang) -> str:
    """Return for how many the condition is unknown, and the first of them; long names cut short."""
    names = [row.number or row.name for row in unknown]
    if len(names) > _FEW_UNKNOWN:
        names = [labels.shortened(name, _SHORT) for name in names]
    listed = labels.listed(names[:_MOST_UNKNOWN], lang)
    more = " …" if len(names) > _MOST_UNKNOWN else ""
    return _POSSIBLE.format(n=len(names)).of(lang) + labels.bracketed(listed + more, lang)
