"""The request of ``find``: typed parameters, resolved against the model and the names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from keikaku.graph.errors import KeikakuError, NotFoundError
from keikaku.graph.language import Text
from keikaku.queries import names
from keikaku.queries.answers import drop_none
from keikaku.queries.asked_years import outside
from keikaku.queries.cypher.directory import Directory, document_meant
from keikaku.queries.expressions.field import Ends, Field
from keikaku.queries.expressions.field_tables import IN_TIME, KIND_WORDS
from keikaku.queries.expressions.fields import (
    ONE_PLAN,
    POSSIBLE_YEAR,
    doubts_of,
    kind_named,
    words_of,
)
from keikaku.queries.expressions.kinds_to_find import FINDABLE
from keikaku.queries.expressions.resolve import Resolved, Test, Those, field_named, is_word, resolve
from keikaku.queries.expressions.tree import Tree, comparisons, expression, remembered
from keikaku.queries.find.condition_evidence import tests_of_relations
from keikaku.queries.find.sides import Side, sides_of
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
_NO_ORDER = Text("「{field}」の合計や平均は計算できません。", "'{field}' cannot be added up.")
_SPLIT = re.compile(r"\s*(?:,|、|，|\s/\s)\s*")


@dataclass(frozen=True, slots=True)
class Parameters:
    """The parameters of ``find`` as they were typed; see :func:`keikaku.queries.find.answer`."""

    kind: str | None = None
    where: str | None = None
    among: str | None = None
    sort: str | None = None
    top: str | int | None = None
    place: str | int | None = None
    by: str | None = None
    of: str | None = None
    fields: str | None = None
    compare: str | Sequence[str] | None = None
    count: bool = False
    share: bool = False
    document: str | None = None


class _Order(NamedTuple):
    """How rows are sorted: by a field, or, where they are groups, by the size of each."""

    typed: str
    field: Field | None
    by_size: bool
    descending: bool


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
    notes: tuple[Text, ...]
    groups: tuple[tuple[str | None, str], ...]
    """All groups there are, where the least are sought: there may be nothing of some."""
    of_each: bool
    """Whether shares are of each group; the condition is then that of the one side."""
    least_first: bool

    @property
    def measured(self) -> tuple[str, ...]:
        """The measures whose numbers are shown."""
        facts = (f.unit_of for f in self.columns if f.unit_of and not f.via_plans)
        return tuple(dict.fromkeys(facts))

    @property
    def tests_of_relations(self) -> tuple[Test, ...]:
        """The tests whose relations say why a row is there."""
        if self.by or self.of or self.sides or self.without_rows:
            return ()
        return tests_of_relations(self.kind, self.condition)

    @property
    def is_part(self) -> bool:
        """Whether a row belongs to one plan."""
        return self.kind in ONE_PLAN


def read_request(directory: Directory, **parameters: Any) -> Request:
    """Return the request of these :class:`Parameters`.

    Raises:
        KeikakuError: a part of it is unknown; the message offers what there is.
        TypeError: there is no such parameter.
    """
    typed = Parameters(**parameters)
    kind = _kind(typed.kind or "Plan")
    within = document_meant(directory, typed.document)
    tree, whole = _parsed(typed.where), _parsed(typed.among)
    condition = resolve(directory, kind, tree, within)
    group = _group_field(kind, typed.by) if typed.by else None
    measure = _measure(kind, typed.of) if typed.of else None
    order = _order(kind, (typed.sort or "").strip(), group)
    sides = sides_of(directory, kind, _words(typed.compare), within) if typed.compare else ()
    columns = [
        *_default_columns(kind),
        *_fields_in(kind, tree),
        *(field_named(kind, word) for word in _words(typed.fields)),
        *_compared_fields(kind, sides),
    ]
    top, place = whole_number(typed.top, _BAD_TOP), whole_number(typed.place, _BAD_PLACE)
    of_each = bool(group and typed.share and tree)
    least_groups = order.by_size and not order.descending
    return Request(
        kind=kind,
        condition=None if of_each else condition,
        among=resolve(directory, kind, whole, within),
        columns=_columns(columns, _needed(order.field, group, measure)),
        sort=order.field,
        descending=order.descending,
        top=top,
        place=place,
        by=group,
        of=measure,
        sides=(Side("", kind, condition),) if of_each else sides,
        without_rows=bool(typed.count or (typed.share and not of_each)),
        document=within,
        parameters=drop_none(
            kind=kind,
            where=expression(tree) if tree else None,
            among=expression(whole) if whole else None,
            sort=order.typed or None,
            top=top,
            place=place,
            by=group.key if group else None,
            of=measure.key if measure else None,
            fields=typed.fields or None,
            compare=" と ".join(side.name for side in sides) or None,
            count=typed.count or None,
            share=typed.share or None,
            document=within,
        ),
        notes=(
            *_narrower(directory, kind, tree),
            *outside(_years_of(condition), directory.periods(within)),
        ),
        groups=_all_groups(directory, group, within) if least_groups else (),
        of_each=of_each,
        least_first=of_each and least_groups,
    )


def _kind(word: str) -> str:
    """Return the kind of this word, and offer the words that there are for none."""
    kind = kind_named(word)
    if kind is None:
        known = "、".join(words.split()[0] for k, words in KIND_WORDS.items() if k in FINDABLE)
        raise NotFoundError(_NO_KIND.format(kind=word, known=known))
    return kind


def _order(kind: str, typed: str, group: Field | None) -> _Order:
    """Return the order of a typed field, with ``-`` before it for the greatest first."""
    word = typed.lstrip("-－−+＋")
    by_size = group is not None and names.fold(word) in _SIZE
    field = field_named(kind, word) if typed and not by_size else None
    return _Order(typed, field, by_size, typed[:1] in tuple("-－−"))


_SIZE = {"件数", "数", "count", "割合", "share"}


def _measure(kind: str, word: str) -> Field:
    """Return the field to add up.

    Raises:
        KeikakuError: its values are no numbers.
    """
    field = field_named(kind, word)
    if not field.is_numeric:
        raise KeikakuError(_NO_ORDER.format(field=field.spelling))
    return field


def _words(typed: str | Sequence[str] | None) -> list[str]:
    """Return the words of a list that was typed in one piece, or in several."""
    words = _SPLIT.split(typed.strip()) if isinstance(typed, str) else [*(typed or ())]
    return [word for word in words if word]


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


def _fields_in(kind: str, tree: Tree | None) -> list[Field]:
    """Return the fields of a condition, of those that the kind has."""
    known = words_of(kind)
    fields = (known.get(names.fold(comparison.field)) for comparison in comparisons(tree))
    return [field for field in fields if field is not None]


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


def _needed(sort: Field | None, group: Field | None, measure: Field | None) -> list[Field]:
    """Return the fields whose values a row must have, whether they are shown or not."""
    needed = [*filter(None, (sort, group, measure))]
    if group is not None and group.key == "year":
        needed.append(POSSIBLE_YEAR._replace(via_plans=group.via_plans))
    doubts = doubts_of(group) if group is not None else None
    if doubts is not None:
        needed.append(doubts)
    return needed


def _columns(wanted: list[Field], needed: list[Field]) -> tuple[Field, ...]:
    """Return each field once, without running text and fields that have no value to show."""
    columns = [f for f in wanted if f.type != "prose" and f.key not in _IN_EVERY_ROW]
    kept = {field.key: field for field in (*columns, *needed)}
    return tuple(kept.values())
