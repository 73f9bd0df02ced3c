"""``compare``: what became of each plan from one document to another (計画の新旧対照).

Plans are matched as in :mod:`keikaku.queries.matching`; a row is a plan, or several that belong
together, and says how they were matched. The possible changes:

- ``added``, ``dropped``; of two cities: in only one of them.
- ``merged``: several old plans in one; ``split``: one old plan in several.
- ``renamed``: no old title is the new one, spelling aside.
- ``moved``: the initiative (取組事項) or the goal is another one. Those of two editions are the
  same by title, else by number.
- ``retargeted``: a target differs (:mod:`keikaku.queries.target_changes`).
- ``lead_changed``: the lead department was not one of the old plans' leads; a department that was
  renamed is the same one (:mod:`keikaku.queries.workload_diff`).

``moved`` and ``lead_changed`` are only reported for two editions of one municipality: another city
has its own goals and departments.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from keikaku.graph import merging
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.structure import number_of, numbered_title
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.editions import follows, newest
from keikaku.queries.graph_walks import Evidence, Graph, leads, of_kind, wholes
from keikaku.queries.matching import Group, MatchedBy, Side, groups
from keikaku.queries.names import fold
from keikaku.queries.scope import PlanRef, document_named, name_of, plan_ref
from keikaku.queries.target_changes import TargetChange, retargeted
from keikaku.queries.workload.concentration import Concentration
from keikaku.queries.workload_diff import LoadChange, compare_workloads, renamed

CHANGES = (
    *("added", "dropped", "merged", "split", "renamed", "moved", "retargeted", "lead_changed"),
)
"""The possible changes of a plan, in the order in which a row lists them."""

_SURENESS: tuple[MatchedBy, ...] = (
    *("succeeds", "same_id", "number_and_title", "title", "wording"),
)
_SAME = Text(
    "同じ計画書どうしの比較です（{document}）。--old と --new で別の計画書を指定してください。",
    "that would compare {document} with itself; name two documents with --old and --new.",
)
_NO_OTHER = Text(
    "このグラフには計画書が1件しかありません（{document}）。比べる相手のファイルも指定してください。",
    "this graph holds one document only ({document}); name the file to compare it with.",
)
_WHICH = Text(
    "どの計画書と比べるか分かりません（{known}）。--old で指定してください。",
    "it is not clear which document is the earlier one ({known}); name it with --old.",
)
_TWO_CITIES = Text(
    "別の自治体の計画書どうしのため、計画は文言の近さだけで対応付けています。"
    "移動と主管課の変更は比べていません。",
    "The documents are of different municipalities: plans are matched by wording alone, and moves "
    "and leads are not compared.",
)
_BY_WORDING = Text(
    "うち{n}件は、名称の近さによる推定です（一致度を確認してください）。",
    "{n} of them are inferred from similar wording; look at the scores.",
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a plan stands: its initiative and its goal, each as number and title."""

    initiative: str | None
    goal: str | None


@dataclass(frozen=True, slots=True)
class Matched:
    """How an old plan was matched to a new one; ``score`` is the similarity of wording or None."""

    old: str
    new: str
    by: MatchedBy
    score: float | None
    decision: str | None
    reason: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PlanChange:
    """What became of a plan, or of several together; without ``changes`` it is unchanged.

    ``id`` is the (first) plan in the newer document; of a plan that was dropped, in the older one.
    ``matched_by`` is the least certain of their matches and ``score`` the lowest similarity, each
    None without a match. ``places`` and ``leads`` are before and after, each None unless it
    changed; ``targets`` are the indicators whose target differs.
    """

    id: str
    changes: list[str]
    old: list[PlanRef]
    new: list[PlanRef]
    matched_by: MatchedBy | None
    score: float | None
    matched: list[Matched]
    places: tuple[list[Place], list[Place]] | None
    leads: tuple[list[str], list[str]] | None
    targets: list[TargetChange]


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """A document that is compared."""

    id: str
    title: str | None
    municipality: str | None
    first_year: int | None
    last_year: int | None
    plans: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows together.

    ``counts`` is how many rows have each change, ``unchanged`` among them; ``targets`` how many
    indicators each kind of retargeting, ``matched_by`` how many rows each kind of match.
    """

    old: DocumentRef
    new: DocumentRef
    same_city: bool
    counts: dict[str, int]
    targets: dict[str, int]
    matched_by: dict[str, int]
    workload: list[LoadChange]
    before: Concentration | None
    after: Concentration | None


def answer(
    earlier: Graph,
    later: Graph | None = None,
    *,
    old: str | None = None,
    new: str | None = None,
) -> Answer[PlanChange]:
    """Return what became of each plan, by the newer document's numbers, then what was dropped.

    ``old`` and ``new`` are the ids of the two documents. Without ``later``, the graph ``earlier``
    holds both: its ``SUCCEEDS`` relations decide which is newer, or ``old`` and ``new`` do.
    ``totals`` is one :class:`Comparison`.

    >>> [row.changes for row in compare(read(), read()) if row.changes]
    []

    Raises:
        KeikakuError: a document is unknown, or it is not clear which two are meant.
    """
    before, after = _sides(earlier, later, old, new)
    same_city = _same_city(before, after)
    same = _same_headings(before, after) if same_city else None
    rows = [
        _row(group, before, after, same) for group in groups(before, after, same_city=same_city)
    ]
    totals = _comparison(rows, before, after, same_city=same_city)
    notes = [] if same_city else [_TWO_CITIES]
    by_wording = totals.matched_by.get("wording", 0)
    if by_wording and same_city:
        notes.append(_BY_WORDING.format(n=by_wording))
    parameters = drop_none(old=before.document, new=after.document)
    return Answer("compare", parameters, rows, totals=[totals], notes=notes)


def _sides(
    old: Graph, new: Graph | None, old_id: str | None, new_id: str | None
) -> tuple[Side, Side]:
    if new is None:
        later = document_named(old, new_id) or _later(old, document_named(old, old_id))
        earlier = document_named(old, old_id) or _earlier(old, later)
        if earlier == later:
            raise KeikakuError(_SAME.format(document=later))
        return Side(old, earlier), Side(old, later)
    earlier = document_named(old, old_id) or _known_in(old, new) or newest(old, "--old")
    return Side(old, earlier), Side(new, document_named(new, new_id) or newest(new, "--new"))


def _later(graph: Graph, earlier: str | None) -> str:
    """Return the newest document, or the successor of the document named as the earlier one."""
    known = [str(head["id"]) for head in graph.graph["documents"]]
    if len(known) == 1:
        raise KeikakuError(_NO_OTHER.format(document=known[0]))
    after = [one for one, before in follows(graph).items() if earlier in before]
    others = [one for one in known if one != earlier]
    if earlier is not None and len(after) != 1 and len(others) == 1:
        return others[0]
    return after[0] if len(after) == 1 else newest(graph, "--new")


def _earlier(graph: Graph, later: str) -> str:
    before = follows(graph)[later]
    others = [str(head["id"]) for head in graph.graph["documents"] if head["id"] != later]
    if len(before) == 1:
        return before[0]
    if len(others) == 1:
        return others[0]
    raise KeikakuError(_WHICH.format(known="、".join(others)))


def _known_in(old: Graph, new: Graph) -> str | None:
    """Return the document of the older graph that the newer one continues, if that is clear."""
    known = {str(head["id"]) for head in old.graph["documents"]}
    tied = {one for before in follows(new).values() for one in before} & known
    return tied.pop() if len(tied) == 1 else None


def _same_city(old: Side, new: Side) -> bool:
    one, other = (_head(side).get("municipality") for side in (old, new))
    if old.document == new.document or old.document in follows(new.graph).get(new.document, ()):
        return True
    return one is not None and other is not None and fold(one) == fold(other)


def _head(side: Side) -> dict[str, Any]:
    heads: list[dict[str, Any]] = side.graph.graph["documents"]
    return next(head for head in heads if head["id"] == side.document)


def _row(group: Group, old: Side, new: Side, same: dict[str, str] | None) -> PlanChange:
    """Return what became of a group.

    Without ``same`` headings (two cities) place and lead are not compared.
    """
    both = bool(group.old and group.new)
    targets = retargeted(old.graph, group.old, new.graph, group.new) if both else []
    within = both and same is not None
    places = _places(group, old, new, same or {}) if within else None
    leads = _leads(group, old, new) if within else None
    titles = [
        {fold(side.graph.nodes[plan]["title"]) for plan in plans}
        for side, plans in ((old, group.old), (new, group.new))
    ]
    has_changed = {
        "added": not group.old,
        "dropped": not group.new,
        "merged": len(group.old) > 1,
        "split": len(group.new) > 1,
        "renamed": both and not titles[1] <= titles[0],
        "moved": places is not None,
        "retargeted": bool(targets),
        "lead_changed": leads is not None,
    }
    by = [link.by for link in group.links]
    scores = [link.score for link in group.links if link.score is not None]
    return PlanChange(
        (*group.new, *group.old)[0],
        [change for change in CHANGES if has_changed[change]],
        [plan_ref(old.graph, plan) for plan in group.old],
        [plan_ref(new.graph, plan) for plan in group.new],
        max(by, key=_SURENESS.index, default=None),
        min(scores, default=None),
        [
            Matched(
                number_of(old.graph.nodes[link.old]),
                number_of(new.graph.nodes[link.new]),
                *link[2:],
            )
            for link in group.links
        ],
        places,
        leads,
        targets,
    )


def _places(
    group: Group, old: Side, new: Side, same: dict[str, str]
) -> tuple[list[Place], list[Place]] | None:
    """Return the places of the plans before and after, if any of the new plans has moved."""
    known = [_above(old.graph, plan) for plan in group.old]
    now = [_above(new.graph, plan) for plan in group.new]
    stood = {(same.get(initiative or ""), same.get(goal or "")) for initiative, goal in known}
    if all(each in stood or each == (None, None) for each in now):
        return None
    return [*_place_rows(old.graph, known)], [*_place_rows(new.graph, now)]


def _place_rows(graph: Graph, places: Iterable[tuple[str | None, str | None]]) -> Iterator[Place]:
    for place in dict.fromkeys(places):
        yield Place(*(None if node is None else _heading(graph, node) for node in place))


def _heading(graph: Graph, node: str) -> str:
    return numbered_title(graph.nodes[node])


def _above(graph: Graph, plan: str) -> tuple[str | None, str | None]:
    """Return the initiative and the goal that a plan stands under."""
    above: dict[str, str] = {}
    for node, facts in wholes(graph, plan):
        above.setdefault(facts["kind"], node)
    return above.get("Initiative"), above.get("Goal")


def _same_headings(old: Side, new: Side) -> dict[str, str]:
    """Return the newer heading of each older goal and initiative: by title, else by number."""
    same: dict[str, str] = {}
    for kind in ("Goal", "Initiative"):
        earlier = _of(old, kind)
        later = _of(new, kind)
        for key in ("title", "number"):
            for node in [node for node in earlier if node not in same]:
                name = fold(old.graph.nodes[node].get(key) or "")
                if not name:
                    continue
                matched = {*same.values()}
                for other in later:
                    if other not in matched and fold(new.graph.nodes[other].get(key) or "") == name:
                        same[node] = other
                        break
    return same


def _of(side: Side, kind: str) -> list[str]:
    owned = (node for node, _ in of_kind(side.graph, kind))
    return [node for node in owned if merging.owner(side.graph, node) == side.document]


def _leads(group: Group, old: Side, new: Side) -> tuple[list[str], list[str]] | None:
    """Return the leads before and after, if any of the new leads led none of the old plans."""
    before, after = _leading(old.graph, group.old), _leading(new.graph, group.new)
    former = renamed(old.graph, new.graph)
    known = {fold(name) for name in before}
    if all(fold(former.get(name, name)) in known for name in after) and bool(before) == bool(after):
        return None
    return before, after


def _leading(graph: Graph, plans: Iterable[str]) -> list[str]:
    led = (name_of(graph, department) for plan in plans for department in leads(graph, plan))
    return list(dict.fromkeys(led))


def _comparison(rows: list[PlanChange], old: Side, new: Side, *, same_city: bool) -> Comparison:
    count = Counter(change for row in rows for change in row.changes or ["unchanged"])
    targets = Counter(target.change for row in rows for target in row.targets)
    by = Counter(row.matched_by for row in rows if row.matched_by is not None)
    differing = compare_workloads(*(merging.only(side.graph, side.document) for side in (old, new)))
    return Comparison(
        _document(old),
        _document(new),
        same_city,
        {change: count[change] for change in ("unchanged", *CHANGES) if count[change]},
        dict(sorted(targets.items())),
        {each: by[each] for each in _SURENESS if by[each]},
        differing.changes if same_city else [],
        differing.before,
        differing.after,
    )


def _document(side: Side) -> DocumentRef:
    head = _head(side)
    return DocumentRef(
        side.document,
        head["title"],
        head["municipality"],
        head["first_year"],
        head["last_year"],
        len(side.plans()),
    )
