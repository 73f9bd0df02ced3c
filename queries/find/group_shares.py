"""The share of each group for which a condition holds (区分ごとの割合)."""

from __future__ import annotations

from keikaku.graph.language import Text
from keikaku.queries.find.group_keys import keys_of, member_of
from keikaku.queries.find.request import Request
from keikaku.queries.find.rows import FoundNode, GroupRow

_OF_EACH = Text(
    "割合は、区分ごとの全件数に占める割合です。", "A share is of all that are in the same group."
)
_SEVERAL = Text("割合が同じ区分は、すべて示しています。", "All groups of the same share are shown.")


def shares(request: Request, nodes: list[FoundNode], notes: list[Text]) -> list[GroupRow]:
    """Return each group with how many of it fulfil the condition; the greatest share first."""
    groups: dict[tuple[str | None, str], list[FoundNode]] = {}
    for node in nodes:
        for key in keys_of(node, request.by):
            groups.setdefault(key, []).append(node)
    rows = [_row(key, held, request) for key, held in groups.items()]
    least = request.least_first
    rows.sort(key=lambda row: (row.share if least else -row.share, -row.of, row.group))
    notes.append(_OF_EACH)
    return _kept(request, [row for row in rows if row.group], rows, notes)


def _row(key: tuple[str | None, str], held: list[FoundNode], request: Request) -> GroupRow:
    sure = [node for node in held if node.sides[0]]
    return GroupRow(
        key[0],
        key[1],
        len(sure),
        len(held),
        len(sure) / len(held),
        sum(node.sides[0] is None for node in held),
        None,
        None,
        None,
        [member_of(node, request) for node in sure],
    )


def _kept(
    request: Request, known: list[GroupRow], rows: list[GroupRow], notes: list[Text]
) -> list[GroupRow]:
    """Return the rows up to the number or at the rank that is asked for; ties together."""
    ranks = list(dict.fromkeys(row.share for row in known))
    if request.place:
        wanted = ranks[request.place - 1 : request.place]
        return [row for row in known if row.share in wanted]
    if request.top is None or len(known) <= request.top:
        return rows
    last = known[request.top - 1].share
    kept = [
        row for row in known if (row.share <= last if request.least_first else row.share >= last)
    ]
    if len(kept) > request.top:
        notes.append(_SEVERAL)
    return kept
