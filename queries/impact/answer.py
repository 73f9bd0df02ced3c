"""``impact``: what is affected if something changes, and by which path (影響範囲)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from keikaku.graph.errors import NotFoundError
from keikaku.graph.language import Text
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Graph
from keikaku.queries.impact.losses import ImpactLoss, losses, note_of, plans_of
from keikaku.queries.reachability import Walk, reached
from keikaku.queries.reachability_model import KINDS, NAMEABLE_KINDS, Reached
from keikaku.queries.scope import document_named, names_text, whole_number

_WHAT = Text("計画・法令・所管課・テーマなど", "plan, guideline, department or theme")
_NARROWER = Text(
    "「{word}」はテーマ「{theme}」に含まれる語です。この語が本文にある計画への影響だけを示しています。",
    "'{word}' is a word of the theme '{theme}': only plans whose text has it are shown.",
)
_NO_DEPTH = Text(
    "--depth「{typed}」は使えません。1以上の整数を指定してください。",
    "cannot go '{typed}' steps deep; use a whole number from 1.",
)


def answer(
    graph: Graph,
    node: str,
    *,
    depth: str | int | None = None,
    include_inferred: bool = False,
    document: str | None = None,
) -> Answer[Reached]:
    """Return what is affected if a plan, guideline, department, partner, theme … changes.

    There is a row for each node reached, with the path of the change and the words that state
    each step; see :mod:`keikaku.queries.reachability_model`. Stated rows come first, then the order
    is depth, kind (:data:`keikaku.queries.reachability_model.KINDS`), document, number and id.
    ``depth`` is the most steps of a path. For a plan the ``totals`` list what is lost with it if
    it is dropped (:class:`ImpactLoss`); for a name of very many plans, of the first ones by id.
    ``include_inferred`` adds what only an inferred relation reaches, marked and with its score.
    ``document`` keeps one document.

    >>> {row.depth for row in impact(read(), "DX", depth=1)}
    {1}

    Raises:
        KeikakuError: no node or several nodes have the name, or the depth is not a number.
    """
    within = document_named(graph, document)
    starts = resolve_node(graph, node, within)
    terms = names.terms_meant(graph, starts, node)
    walk = Walk(
        "affected", steps(depth), include_inferred, within, terms=tuple(terms) if terms else None
    )
    parameters = drop_none(
        node=shown_with_number(graph, starts) if terms is None else node.strip(),
        depth=walk.depth,
        include_inferred=include_inferred or None,
        document=within,
    )
    notes = [*word_notes(graph, starts, node), *note_of(len(plans_of(graph, starts)))]
    rows = reached(graph, starts, walk)
    lost: list[ImpactLoss] = losses(graph, starts)
    return Answer("impact", parameters, rows, totals=lost, notes=notes)


def word_notes(graph: Graph, starts: list[str], typed: str) -> list[Text]:
    """Return the note that the answer is for a word narrower than its theme."""
    if names.terms_meant(graph, starts, typed) is None:
        return []
    return [_NARROWER.format(word=typed.strip(), theme=names_text(graph, starts))]


def resolve_node(graph: Graph, typed: str, within: str | None) -> list[str]:
    """Return the nodes of all kinds that can change and that a typed name means.

    Raises:
        KeikakuError: nothing is called so, or several things are.
    """
    return nodes_named(lambda kind: names.names_of_kind(graph, kind, within), typed)


def nodes_named(called: Callable[[str], Iterable[names.NameEntry]], typed: str) -> list[str]:
    """Return the nodes that a typed name means, among those that ``called`` returns for each kind.

    A number is the number of a plan. Kinds that people seldom name are tried last.

    Raises:
        NotFoundError: nothing is called so.
        AmbiguousNameError: several things are.
    """
    first = NAMEABLE_KINDS[:1] if names.is_number(typed) else NAMEABLE_KINDS
    try:
        return names.choose([each for kind in first for each in called(kind)], typed, _WHAT)
    except NotFoundError as unknown:
        rest = [each for kind in KINDS if kind not in NAMEABLE_KINDS for each in called(kind)]
        try:
            return names.choose(rest, typed, _WHAT)
        except NotFoundError:
            raise unknown from None


def steps(typed: str | int | None) -> int | None:
    """Return the most steps of a path; None for no limit.

    Raises:
        KeikakuError: it is not a whole number from 1.
    """
    return whole_number(typed, _NO_DEPTH)


def shown_with_number(graph: Graph, nodes: list[str]) -> str:
    """Return plans by their number, the rest by name."""
    numbers = [str(graph.nodes[node].get("number") or "") for node in nodes]
    return "、".join(names.unique(numbers)) if all(numbers) else names_text(graph, nodes)
