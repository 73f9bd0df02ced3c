"""Make the answer of ``find`` from the nodes found: sorted, grouped, compared (整列と集計)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from keikaku.graph.language import Text
from keikaku.queries.answers import Answer
from keikaku.queries.expressions.field import FarFact, Field
from keikaku.queries.expressions.fields import POSSIBLE_YEAR
from keikaku.queries.find.condition_evidence import in_order
from keikaku.queries.find.group_keys import keys_of, member_of, possible_keys
from keikaku.queries.find.group_shares import shares
from keikaku.queries.find.request import Request
from keikaku.queries.find.rows import CompareRow, FindRow, FindTotals, FoundNode, GroupRow

T = TypeVar("T")
_DIGITS = re.compile(r"\d+")
_UNKNOWN = Text(
    "条件に当てはまるかどうかを原本から読み取れないものが、ほかに{n}件あります。",
    "For {n} more, the source does not show whether the condition holds.",
)
_TIES = Text(
    "{top}番目と同じ値のものも含めて示しています。", "All that tie with number {top} are shown."
)
_NO_SUCH_PLACE = Text(
    "順位は{most}番目までです（{place}番目はありません）。",
    "There are {most} places only, no number {place}.",
)
_TIES_BEFORE = Text(
    "同じ値を一つの順位に数えています（{place}番目の前に{n}件あります）。",
    "Ties share one place ({n} stand before number {place}).",
)
_NO_VALUE = Text(
    "「{field}」の値がない{n}件は、並べ替えの最後に置いています。",
    "{n} without a value of '{field}' stand last.",
)
_LEFT_OUT = Text(
    "「{field}」の値がない{n}件は、順位に含めていません。",
    "{n} without a value of '{field}' are not ranked.",
)
_SEVERAL = Text(
    "一つの行が複数の区分に入ることがあるため、件数の合計は全体と一致しないことがあります。",
    "One row may be in several groups, so that the counts need not add up.",
)
_OPEN = Text(
    "「{field}」の値が原本からは一つに定まらない{n}件は、確かに分かる値で扱っています。",
    "Of {n} the source leaves '{field}' open; they stand by the value that is certain.",
)
_MIXED = Text(
    "単位の異なる値（{units}）を並べています。単位を絞るには 単位=… を加えてください。",
    "Values of different units ({units}) are compared; add 単位=… to keep to one.",
)


def assembled(request: Request, nodes: list[FoundNode], of: int) -> Answer[Any]:
    """Return the answer from the nodes that an engine found."""
    nodes = [_in_order(_parted(each, request), request) for each in nodes]
    nodes.sort(key=_order)
    verdicts = [each.sides[0] if request.of_each else each.verdict for each in nodes]
    sure = [each for each, verdict in zip(nodes, verdicts, strict=True) if verdict]
    unsure = [each for each, verdict in zip(nodes, verdicts, strict=True) if verdict is None]
    totals = FindTotals(len(sure), of, len(sure) / of if of else None, len(unsure))
    notes = [*request.notes, *([_UNKNOWN.format(n=len(unsure))] if unsure else [])]
    rows: list[Any]
    if request.of_each:
        rows = shares(request, nodes, notes)
    elif request.sides:
        rows = _compared(request, sure)
    elif request.by or request.of:
        rows = _groups(request, request.by, sure, unsure, notes)
    else:
        rows = [_row(each, request) for each in _sorted(request, sure, notes)]
    notes += _open_values(request, sure)
    unknown = [_row(each, request) for each in unsure]
    return Answer(
        "find",
        request.parameters,
        [] if request.without_rows else rows,
        unknown,
        [totals],
        notes=notes,
    )


def _open_values(request: Request, nodes: list[FoundNode]) -> list[Text]:
    """Note for how many nodes the source leaves open a value that sorts, groups or adds up."""
    return [
        _OPEN.format(field=field.spelling, n=number)
        for field in dict.fromkeys(filter(None, (request.sort, request.by, request.of)))
        if (number := sum(field.key in each.possible for each in nodes))
    ]


def _parted(node: FoundNode, request: Request) -> FoundNode:
    """Split an open value into what is certain and what is possible."""
    values, possible = dict(node.values), {}
    for field in request.columns:
        if field.is_open:
            pairs = values[field.key]
            values[field.key] = list(dict.fromkeys(certain for certain, _ in pairs))
            if any(certain != other for certain, other in pairs):
                possible[field.key] = list(dict.fromkeys(other for _, other in pairs))
    return node._replace(values=values, possible=possible)


def _in_order(node: FoundNode, request: Request) -> FoundNode:
    """Sort values gathered from several nodes, because each engine has its own order."""
    gathered = {f.key for f in request.columns if f.via_plans or isinstance(f.source, FarFact)}
    values = {k: sorted(v) if k in gathered else v for k, v in node.values.items()}
    return node._replace(values=values)


def _order(node: FoundNode) -> tuple[Any, ...]:
    number = node.plan or node.number or ""
    return (node.document or "", [*map(int, _DIGITS.findall(number))], node.place, node.name)


def _row(node: FoundNode, request: Request) -> FindRow:
    values = {field.key: _plain_value(node.values[field.key], field) for field in request.columns}
    possible = {
        field.key: _plain_value(sorted(node.possible[field.key]), field)
        for field in request.columns
        if field.key in node.possible
    }
    return FindRow(
        node.id,
        request.kind,
        node.document,
        node.number,
        node.name,
        node.plan,
        node.plan_title,
        values,
        possible,
        node.evidence,
        node.measures,
        in_order(node.condition_evidence),
    )


def _plain_value(values: list[Any], field: Field) -> Any:
    """Return a value, or several; names of nodes instead of the nodes."""
    if field.type == "name":
        return names_of(values)
    return None if not values else values[0] if len(values) == 1 else values


def names_of(values: list[Any]) -> list[str]:
    """Return the names of nodes, each once, in the order of their ids."""
    return list(dict.fromkeys(name for _, name in sorted(values)))


def _number(node: FoundNode, field: Field) -> float | int | None:
    numbers = [v for v in node.values[field.key] if isinstance(v, int | float)]
    return max(numbers, default=None)


def _key(node: FoundNode, field: Field) -> Any:
    """Return the sort key of a row; None without a value."""
    values = node.values[field.key]
    if field.is_numeric or field.type == "flag":
        return _number(node, field)
    if field.type == "name":
        return "、".join(names_of(values)) or None
    return str(values[0]) if values else None


def _sorted(request: Request, nodes: list[FoundNode], notes: list[Text]) -> list[FoundNode]:
    field = request.sort
    if field is None:
        return nodes[: request.top] if request.top else nodes
    known = [each for each in nodes if _key(each, field) is not None]
    rest = [each for each in nodes if _key(each, field) is None]
    known.sort(key=lambda each: _key(each, field), reverse=request.descending)
    if request.descending:
        known = _stable(known, field)
    if field.unit_of or field.key == "gap":
        units = sorted({str(u) for each in known for u in each.values.get("unit", [])})
        if len(units) > 1:
            notes.append(_MIXED.format(units=Text("、".join(units), ", ".join(units))))
    if request.top is None and request.place is None:
        if rest:
            notes.append(_NO_VALUE.format(field=field.spelling, n=len(rest)))
        return [*known, *rest]
    if rest:
        notes.append(_LEFT_OUT.format(field=field.spelling, n=len(rest)))
    if request.place:
        return _at_place(known, request.place, lambda each: _key(each, field), notes)
    return _top(known, request.top or len(known), field, notes)


def _at_place(ranked: list[T], place: int, key: Callable[[T], Any], notes: list[Text]) -> list[T]:
    """Return the rows at a rank of sorted rows; ties share a rank."""
    keys = list(dict.fromkeys(map(key, ranked)))
    if place > len(keys):
        notes.append(_NO_SUCH_PLACE.format(most=len(keys), place=place))
        return []
    before = sum(key(each) in keys[: place - 1] for each in ranked)
    if before >= place:
        notes.append(_TIES_BEFORE.format(n=before, place=place))
    return [each for each in ranked if key(each) == keys[place - 1]]


def _stable(known: list[FoundNode], field: Field) -> list[FoundNode]:
    """Return sorted nodes, with those of equal values in their usual order."""
    groups: dict[Any, list[FoundNode]] = {}
    for each in known:
        groups.setdefault(_key(each, field), []).append(each)
    return [each for group in groups.values() for each in sorted(group, key=_order)]


def _top(known: list[FoundNode], top: int, field: Field, notes: list[Text]) -> list[FoundNode]:
    if len(known) <= top:
        return known
    last = _key(known[top - 1], field)
    kept = known[:top] + [each for each in known[top:] if _key(each, field) == last]
    if len(kept) > top:
        notes.append(_TIES.format(top=top))
    return kept


def _groups(
    request: Request,
    by: Field | None,
    sure: list[FoundNode],
    unsure: list[FoundNode],
    notes: list[Text],
) -> list[GroupRow]:
    members: dict[tuple[str | None, str], list[FoundNode]] = {key: [] for key in request.groups}
    for each in sure:
        for key in keys_of(each, by):
            members.setdefault(key, []).append(each)
    possible: dict[tuple[str | None, str], int] = {}
    for key in _possible_keys(by, sure, unsure):
        possible[key] = possible.get(key, 0) + 1
        members.setdefault(key, [])
    if sum(map(len, members.values())) > len(sure):
        notes.append(_SEVERAL)
    rows = [
        _group(key, held, possible.get(key, 0), len(sure), request) for key, held in members.items()
    ]
    return _top_groups(request, rows, notes)


def _possible_keys(
    by: Field | None, sure: list[FoundNode], unsure: list[FoundNode]
) -> Iterator[tuple[str | None, str]]:
    """Yield the possible groups: of nodes that may fulfil the condition, or may run in a year."""
    for each in unsure:
        yield from keys_of(each, by)
    for each in sure:
        yield from possible_keys(each, by)
    if by is not None and by.key == "year":
        for each in sure:
            surely = each.values[by.key]
            maybe = each.values[POSSIBLE_YEAR.key]
            yield from ((None, str(year)) for year in maybe if year not in surely)


def _top_groups(request: Request, rows: list[GroupRow], notes: list[Text]) -> list[GroupRow]:
    if request.by is not None and request.by.is_numeric:
        rows.sort(key=lambda row: (row.group == "", _as_number(row.group)))
    else:
        rows.sort(
            key=lambda row: (row.id is None and not row.group, -row.count, row.group, row.id or "")
        )
    if request.groups:
        return _least_groups(request, [row for row in rows if row.id is not None])
    if request.place:
        known = [row for row in rows if row.group]
        return _at_place(known, request.place, lambda row: -row.count, notes)
    if request.top and len(rows) > request.top:
        ranked = sorted(rows, key=lambda row: -row.count)
        least = ranked[request.top - 1].count
        rows = [row for row in ranked if row.count >= least]
    return rows


def _least_groups(request: Request, rows: list[GroupRow]) -> list[GroupRow]:
    """Return the groups of which there is least first, those of one number together."""
    rows.sort(key=lambda row: (row.count, row.group, row.id or ""))
    if request.place:
        return _at_place(rows, request.place, lambda row: row.count, [])
    if request.top and len(rows) > request.top:
        rows = [row for row in rows if row.count <= rows[request.top - 1].count]
    return rows


def _as_number(group: str) -> float:
    return float(group) if group else 0.0


def _group(
    key: tuple[str | None, str], held: list[FoundNode], possible: int, total: int, request: Request
) -> GroupRow:
    numbers = [n for each in held if request.of and (n := _number(each, request.of)) is not None]
    return GroupRow(
        key[0],
        key[1],
        len(held),
        total,
        len(held) / total if total else 0.0,
        possible,
        sum(numbers) if numbers else None,
        sum(numbers) / len(numbers) if numbers else None,
        _median(numbers),
        [member_of(each, request) for each in held],
    )


def _median(numbers: list[float | int]) -> float | None:
    if not numbers:
        return None
    ordered, middle = sorted(numbers), len(numbers) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def _compared(request: Request, nodes: list[FoundNode]) -> list[CompareRow]:
    first, second = ([e for e in nodes if e.sides[place]] for place in (0, 1))
    both = [each for each in first if each.sides[1]]
    rows = [
        CompareRow("count", len(first), len(second), len(both)),
        CompareRow("rows", *([_called(each) for each in held] for held in (first, second, both))),
    ]
    for field in request.columns:
        if field.type == "name":
            one, other = (
                names_of([v for e in held for v in e.values[field.key]]) for held in (first, second)
            )
            rows.append(CompareRow(field.key, one, other, [name for name in one if name in other]))
        elif field.is_numeric and not field.unit_of:
            a, b = (sum(_number(e, field) or 0 for e in held) for held in (first, second))
            rows.append(CompareRow(field.key, a, b, None))
    return rows


def _called(node: FoundNode) -> str:
    return " ".join(filter(None, (node.number, node.name)))
