"""The request of ``find``: typed parameters, resolved against the model and the names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from keikaku.graph.errors import KeikakuError, NotFoundError
from keikaku.graph.language import Text
from keikaku.queries import names
from keikaku.queries.answers import drop_none
from keikaku.queries.asked_years import outside
from keikaku.queries.cypher.directory import Directory, document_meant
from keikaku.queries.expressions.field import Ends, Field
from keikaku.queries.expressions.field_tables import IN_TIME, KIND_WORDS
from keikaku.queries.expressions.fields import ONE_PLAN, POSSIBLE_YEAR, kind_named, words_of
from keikaku.queries.expressions.kinds_to_find import FINDABLE
from keikaku.queries.expressions.resolve import Resolved, Test, Those, field_named, is_word, resolve
from keikaku.queries.expressions.tree import (
    And,
    Comparison,
    Tree,
    comparisons,
    expression,
    remembered,
)
from keikaku.queries.plan_filters import word_note
from keikaku.queries.scope import whole_number

DEFAULT_COLUMNS: dict[str, tuple[str, ...]] = {
    "Plan": ("department",),
    "Component": ("department",),
    "Indicator": ("baseline", "target", "unit", "department"),
    "Milestone": ("first_year", "last_year", "department"),
    "Action": ("department",),
    "Department": ("plan_count",),
    "Theme": ("plan_count",),
    "Guideline": ("type", "plan_count"),
    "Partner": ("plan_count",),
    "SdgTarget": ("plan_count",),
    "Channel": ("type", "plan_count"),
    "Goal": ("plan_count",),
    "Initiative": ("plan_count",),
    "Budget": ("fiscal_year", "stage", "total"),
    "Evaluation": ("fiscal_year", "by", "grade"),
    "LogicStep": ("stage",),
    "Finding": ("severity", "code", "settled"),
}
"""The fields that a row shows for each kind, besides those asked about."""

_IN_EVERY_ROW = {"number", "name", "title", *IN_TIME}
"""Fields that every row already shows (``year`` has no value to show)."""

_COMPARED = ("Department", "Goal", "Initiative", "Theme", "Guideline", "PlanDocument")
_FIELD_OF = {
    "Plan": "plan",
    "Department": "department",
    "Goal": "goal",
    "Initiative": "initiative",
    "Theme": "theme",
    "Guideline": "guideline",
}
_OF_PLANS = ("theme", "guideline")
"""What two things have side by side, by their plans."""
_OF_TWO_PLANS = (
    "goal", "initiative", *_OF_PLANS, "partner", "sdg", "disclosure", "depends_on", "needed_by",
    "indicator_count", "indicator", "action_count", "action",
)  # fmt: skip
"""What two plans have side by side."""
_NO_KIND = Text(
    "「{kind}」は検索できる種類ではありません。あるのは: {known}。",
    "'{kind}' is not a kind to find; there are: {known}.",
)
_BAD_TOP = Text(
    "--top「{typed}」は使えません。1以上の整数を指定してください。",
    "--top '{typed}' is not a whole number from 1.",
)
_BAD_PLACE = Text(
    "--place「{typed}」は使えません。1以上の整数を指定してください。",
    "--place '{typed}' is not a whole number from 1.",
)
_TWO = Text(
    "--compare には、比べるもの2つを指定してください。例: --compare 収納課 保育課",
    "--compare takes two names, for example --compare 収納課 保育課",
)
_NO_ORDER = Text("「{field}」の合計や平均は計算できません。", "'{field}' cannot be added up.")
_SPLIT = re.compile(r"\s*(?:,|、|，|\s/\s)\s*")
_AMONG = Text("比べるもの", "thing to compare")


_PARAMETERS = tuple(
    "kind where among sort top place by of fields compare count share document".split()
)


class Side(NamedTuple):
    """One of the two things compared: its name, its kind, and its condition."""

    name: str
    kind: str
    condition: Resolved | None


class Request(NamedTuple):
    """A request as it was understood; ``parameters`` as they appear in an answer."""

    kind: str
    condition: Resolved | None
    among: Resolved | None
    columns: tuple[Field, ...]
    sort: Field | None
    descending: bool
    top: int | None
    place: int | None
    by: Field | None
    of: Field | None
    sides: tuple[Side, ...]
    without_rows: bool
    document: str | None
    parameters: dict[str, Any]
    notes: tuple[Text, ...] = ()
    groups: tuple[tuple[str | None, str], ...] = ()
    """All groups there are, where the least are sought: there may be nothing of some."""
    of_each: bool = False
    """Whether shares are of each group; the condition is then that of the one side."""
    least_first: bool = False

    @property
    def is_part(self) -> bool:
        """Whether a row belongs to one plan."""
        return self.kind in ONE_PLAN


def understood(directory: Directory, **parameters: Any) -> Request:
    """Return the request of these parameters; see :func:`keikaku.queries.find.answer`.

    Raises:
        KeikakuError: a part of it is unknown; the message offers what there is.
        TypeError: there is no such parameter.
    """
    unknown = set(parameters) - set(_PARAMETERS)
    if unknown:
        raise TypeError(f"find() got an unexpected parameter {min(unknown)!r}")
    typed: dict[str, Any] = {name: parameters.get(name) for name in _PARAMETERS}
    kind, sort = typed["kind"], (typed["sort"] or "").strip()
    kind_name = kind_named(kind or "Plan")
    if kind_name is None:
        known = "、".join(words.split()[0] for k, words in KIND_WORDS.items() if k in FINDABLE)
        raise NotFoundError(_NO_KIND.format(kind=kind, known=known))
    within = document_meant(directory, typed["document"])
    tree = _parsed(typed["where"])
    descending = sort[:1] in tuple("-－−")
    grouped = _group_field(kind_name, typed["by"]) if typed["by"] else None
    by_size = grouped is not None and names.fold(sort.lstrip("-－−+＋")) in _SIZE
    sorted_by = field_named(kind_name, sort.lstrip("-－−+＋")) if sort and not by_size else None
    measured = field_named(kind_name, typed["of"]) if typed["of"] else None
    if measured is not None and not measured.is_numeric:
        raise KeikakuError(_NO_ORDER.format(field=measured.spelling))
    more = [
        field_named(kind_name, word)
        for word in _SPLIT.split((typed["fields"] or "").strip())
        if word
    ]
    sides = _sides(directory, kind_name, typed["compare"], within)
    fields = [
        words_of(kind_name)[names.fold(c.field)]
        for c in comparisons(tree)
        if _is_known(kind_name, c)
    ]
    needed = [*filter(None, (sorted_by, grouped, measured))]
    if grouped is not None and grouped.key == "year":
        needed.append(POSSIBLE_YEAR._replace(via_plans=grouped.via_plans))
    columns = [*_default_columns(kind_name), *fields, *more]
    condition = resolve(directory, kind_name, tree, within)
    whole = _parsed(typed["among"])
    of_each = bool(grouped and typed["share"] and tree)
    return Request(
        kind_name,
        None if of_each else condition,
        resolve(directory, kind_name, whole, within),
        _columns([*columns, *_compared_fields(kind_name, sides)], needed),
        sorted_by,
        descending,
        whole_number(typed["top"], _BAD_TOP),
        whole_number(typed["place"], _BAD_PLACE),
        grouped,
        measured,
        (Side("", kind_name, condition),) if of_each else sides,
        bool(typed["count"] or (typed["share"] and not of_each)),
        within,
        drop_none(
            kind=kind_name,
            where=expression(tree) if tree else None,
            among=expression(whole) if whole else None,
            sort=sort or None,
            top=whole_number(typed["top"], _BAD_TOP),
            place=whole_number(typed["place"], _BAD_PLACE),
            by=grouped.key if grouped else None,
            of=measured.key if measured else None,
            fields=typed["fields"] or None,
            compare=" と ".join(side.name for side in sides) or None,
            count=typed["count"] or None,
            share=typed["share"] or None,
            document=within,
        ),
        (
            *_narrower(directory, kind_name, tree),
            *outside(_years_of(condition), directory.periods(within)),
        ),
        _all_groups(directory, grouped, within) if by_size and not descending else (),
        of_each,
        of_each and by_size and not descending,
    )


_SIZE = {"件数", "数", "count", "割合", "share"}


def _all_groups(
    directory: Directory, by: Field | None, within: str | None
) -> tuple[tuple[str | None, str], ...]:
    """Return the groups that there are by their names, whether anything is in them or not."""
    if by is None or by.leads_to is None:
        return ()
    entries = directory.names_of_kind(by.leads_to, within)
    return tuple((entry.id, entry.names[0]) for entry in entries)


def _group_field(kind: str, word: str) -> Field:
    """Return the field to group by; a part of a theme counts for the theme, too."""
    field = field_named(kind, word)
    if field.leads_to != "Theme" or not isinstance(field.source, Ends):
        return field
    way, instead, wider = field.source
    return field._replace(source=Ends((*way, *wider), (*instead, *wider) if instead else ()))


def _narrower(directory: Directory, kind: str, tree: Tree | None) -> Iterator[Text]:
    """Yield notes on words that are narrower than a theme; the names in the tree are known."""
    for comparison in comparisons(tree):
        field = words_of(kind)[names.fold(comparison.field)]
        typed = comparison.argument or comparison.value
        if field.leads_to == "Theme" and comparison.operator != "in" and not is_word(typed):
            note = word_note(directory.of("Theme"), typed)
            if note is not None:
                yield note


_YEARS = {*IN_TIME, "first_year", "last_year", "target_year"}


def _years_of(condition: Resolved | None) -> Iterator[int]:
    """Yield the fiscal years in a condition on when something runs."""
    match condition:
        case Test(field=field, way="=", values=years) if field.key in _YEARS:
            yield from map(int, years)
        case Those(inner=inner):
            yield from _years_of(inner)
        case ("not", part):
            yield from _years_of(part)
        case ("and" | "or", parts):
            for part in parts:
                yield from _years_of(part)


def _is_known(kind: str, comparison: Comparison) -> bool:
    return names.fold(comparison.field) in words_of(kind)


def _parsed(where: str | None) -> Tree | None:
    if where is None:
        return None
    known = remembered(where)
    if known is not None:
        return known
    from keikaku.queries.expressions.grammar import parse

    return parse(where)


def _default_columns(kind: str) -> list[Field]:
    known = words_of(kind)
    return [known[key] for key in DEFAULT_COLUMNS.get(kind, ()) if key in known]


def _compared_fields(kind: str, sides: tuple[Side, ...]) -> list[Field]:
    """Return the fields that stand side by side, besides those asked about."""
    if not sides:
        return []
    of_plans = kind == "Plan" and all(side.kind == "Plan" for side in sides)
    keys = _OF_TWO_PLANS if of_plans else _OF_PLANS
    return [words_of(kind)[key] for key in keys if key in words_of(kind)]


def _columns(wanted: list[Field], needed: list[Field]) -> tuple[Field, ...]:
    """Return each field once, without running text and fields that have no value to show."""
    columns = [f for f in wanted if f.type != "prose" and f.key not in _IN_EVERY_ROW]
    kept = {field.key: field for field in (*columns, *needed)}
    return tuple(kept.values())


def _sides(
    directory: Directory, kind: str, compare: str | list[str] | None, within: str | None
) -> tuple[Side, ...]:
    if not compare:
        return ()
    typed = _SPLIT.split(compare.strip()) if isinstance(compare, str) else [*compare]
    if len(typed) != 2:
        raise KeikakuError(_TWO)
    candidates = {
        entry.id: (each, entry)
        for each in _COMPARED
        if each in _FIELD_OF
        for entry in directory.names_of_kind(each, within)
    }
    for entry in directory.names_of_kind("Plan", within):
        # Only by its whole name: a part of a title must not take the place of a department.
        whole = {names.fold(name) for name in entry.names}
        if any(names.fold(word) in whole for word in typed):
            candidates.setdefault(entry.id, ("Plan", entry))
    sides = []
    for word in typed:
        (node, *_) = names.choose([entry for _, entry in candidates.values()], word, _AMONG)
        own, entry = candidates[node]
        condition = resolve(directory, kind, _is_side(kind, own, entry), within)
        name = " ".join(filter(None, (_number_of(entry), entry.names[0])))
        sides.append(Side(name if own == "Plan" else entry.names[0], own, condition))
    return tuple(sides)


def _is_side(kind: str, own: str, entry: names.NameEntry) -> Tree:
    """Return the condition that a thing of a kind belongs to one of the things compared."""
    if own != kind:
        return Comparison(_FIELD_OF[own], "=", entry.id)
    title = Comparison("title" if own in _TITLED else "name", "=", entry.names[0])
    number = _number_of(entry) if own == "Plan" else None
    return And((Comparison("number", "=", number), title)) if number else title


_TITLED = {"Goal", "Initiative", "Plan"}


def _number_of(entry: names.NameEntry) -> str | None:
    """Return the number of a plan, which its label has before its title."""
    title = entry.names[0]
    return next((name for name in entry.names[1:] if f"{name} {title}" in entry.names), None)
