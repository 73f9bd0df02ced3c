"""``themes``: each theme with the plans that touch it, alone or together with another (テーマ)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.queries import matrix, names, plan_filters
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Evidence, Facts, Graph, leaving, of_kind
from keikaku.queries.matrix import Cell
from keikaku.queries.scope import PlanRef, plan_ref, scope

AGAINST = ("goals", "departments")
_TOO_MANY = Text("テーマ名と --with は一緒に指定できません。", "give a theme or --with, not both.")
_NO_FIRST = Text("--and は --with と一緒に指定してください。", "--and needs --with.")


@dataclass(frozen=True, slots=True)
class Touch:
    """A plan that touches a theme, by its ``mark``, its ``text`` or both."""

    id: str
    document: str
    number: str
    title: str
    basis: list[str]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme, or two themes together (``other``), with the plans that touch it, or both.

    A theme covers the themes that are part of it (5レス its five children): a plan counts once.
    ``marks`` and ``texts`` count the plans by basis, of two themes by the basis of either.
    ``unknown`` are the plans whose mark the source leaves open: they may belong here too.
    """

    id: str
    theme: str
    other_id: str | None
    other: str | None
    group: str | None
    count: int
    marks: int
    texts: int
    plans: list[Touch]
    unknown: list[PlanRef]
    cells: list[Cell]


class _Theme(NamedTuple):
    """A theme: its id, the themes it covers (itself too), and how each plan touches it."""

    id: str
    covers: frozenset[str]
    touched: dict[str, tuple[list[str], Evidence]]
    unknown: frozenset[str]


def answer(
    graph: Graph,
    theme: str | None = None,
    *,
    with_theme: str | None = None,
    and_theme: str | None = None,
    basis: str | None = None,
    matrix: str | None = None,
    goal: str | None = None,
    document: str | None = None,
) -> Answer[ThemeRow]:
    """Return each theme that a plan touches, most plans first, then by name and id.

    With ``theme``, only that one.

    ``with_theme``: instead, that theme together with each other theme that shares plans with it;
    with ``and_theme``, these two only. A theme and a part of it are not a pair.
    ``matrix`` counts the plans against ``goals`` or ``departments``
    (:mod:`keikaku.queries.matrix`). ``basis`` keeps plans that touch by ``mark`` or by ``text``.

    >>> [row.other for row in themes(read(), with_theme="DX", and_theme="BPR")] in ([], ["BPR"])
    True

    Raises:
        KeikakuError: a name is unknown or ambiguous, or the options do not go together.
    """
    check_together(theme, with_theme, and_theme)
    against = checked(matrix)
    part = scope(graph, goal=goal, document=document)
    wanted = plan_filters.checked_basis(basis)
    touching = {plan: [*leaving(graph, plan, "TOUCHES")] for plan in part.plans}
    limited = narrowed(graph, theme, with_theme, and_theme)
    known = [
        _theme(graph, node, touching, wanted, limited.get(node))
        for node, _ in of_kind(graph, "Theme")
    ]
    first, second, alone = (_themes_typed(graph, each) for each in (with_theme, and_theme, theme))
    groups: list[tuple[_Theme, ...]]
    if first is None:
        groups = [(each,) for each in known if alone is None or each.id in alone]
    else:
        groups = [*_pairs(known, first, second)]
    rows = [_row(graph, group, part.plans, against) for group in groups]
    understood = drop_none(
        theme=plan_filters.theme_text(graph, theme),
        with_theme=plan_filters.theme_text(graph, with_theme),
        and_theme=plan_filters.theme_text(graph, and_theme),
        matrix=against,
        basis=basis,
    )
    kept = [row for row in rows if row.count or row.unknown]
    kept.sort(key=lambda row: (-row.count, row.theme, row.other or "", row.id, row.other_id or ""))
    notes = word_notes(graph, theme, with_theme, and_theme)
    return Answer("themes", understood | part.parameters, kept, notes=notes)


def narrowed(graph: Graph, *typed: str | None) -> dict[str, list[str]]:
    """Return the themes of which only some words are meant, each with these words."""
    words: dict[str, list[str]] = {}
    for each in typed:
        terms = plan_filters.theme_terms(graph, each)
        if each is not None and terms is not None:
            words |= dict.fromkeys(names.find(graph, "Theme", each), terms)
    return words


def word_notes(graph: Graph, *typed: str | None) -> list[Text]:
    """Return the notes of words that are narrower than their theme."""
    notes = [plan_filters.word_note(graph, each) for each in typed if each is not None]
    return [note for note in notes if note is not None]


def check_together(theme: str | None, with_theme: str | None, and_theme: str | None) -> None:
    """Refuse options that exclude each other. Raises :class:`keikaku.graph.errors.KeikakuError`."""
    if theme is not None and with_theme is not None:
        raise KeikakuError(_TOO_MANY)
    if and_theme is not None and with_theme is None:
        raise KeikakuError(_NO_FIRST)


def checked(typed: str | None) -> str | None:
    """Return the columns of a matrix. Raises ``KeikakuError`` for any other value."""
    return matrix.checked(typed, AGAINST)


def _themes_typed(graph: Graph, typed: str | None) -> list[str] | None:
    return None if typed is None else names.find(graph, "Theme", typed)


def _theme(
    graph: Graph,
    node: str,
    touching: dict[str, list[tuple[str, Facts]]],
    basis: str | None,
    terms: list[str] | None = None,
) -> _Theme:
    """Return a theme with how each plan touches it; ``touching`` lists the themes of each plan.

    ``terms`` are the words that are meant where it is not the whole theme.
    """
    if terms is not None:
        return _word(graph, node, touching, terms if basis != "mark" else [])
    covers = frozenset(plan_filters.covered(graph, [node]))
    called = {graph.nodes[theme]["name"] for theme in covers}
    touched = {}
    unknown = set()
    for plan, ends in touching.items():
        ties = [
            (end, facts)
            for end, facts in ends
            if end in covers and (basis is None or basis in facts["basis"])
        ]
        if ties:
            ties.sort(key=lambda each: each[0])
            bases = {each for _, facts in ties for each in facts["basis"]}
            evidence = [piece for _, facts in ties for piece in facts["evidence"]]
            touched[plan] = ([each for each in plan_filters.BASES if each in bases], evidence)
        if basis != "text" and not called.isdisjoint(graph.nodes[plan].get("unknown_marks") or ()):
            unknown.add(plan)
    return _Theme(node, covers, touched, frozenset(unknown))


def _word(
    graph: Graph, node: str, touching: dict[str, list[tuple[str, Facts]]], terms: list[str]
) -> _Theme:
    """Return a theme with the plans that touch it by some words; without the marks."""
    covers = frozenset(plan_filters.covered(graph, [node]))
    touched: dict[str, tuple[list[str], Evidence]] = {}
    for plan in touching:
        matches = plan_filters.by_terms(graph, plan, covers, terms)
        if matches:
            touched[plan] = (["text"], [piece for each in matches for piece in each.evidence])
    return _Theme(node, covers, touched, frozenset())


def _pairs(
    known: list[_Theme], first: list[str], second: list[str] | None
) -> Iterator[tuple[_Theme, _Theme]]:
    for one in known:
        for other in known:
            wanted = one.id in first and (second is None or other.id in second)
            if wanted and other.id not in one.covers and one.id not in other.covers:
                yield one, other


def _row(
    graph: Graph, group: tuple[_Theme, ...], plans: list[str], against: str | None
) -> ThemeRow:
    touching = [plan for plan in plans if all(plan in theme.touched for theme in group)]
    unknown = [
        plan
        for plan in plans
        if any(plan in theme.unknown for theme in group)
        and all(plan in theme.unknown or plan in theme.touched for theme in group)
    ]
    facts = [graph.nodes[theme.id] for theme in group]
    return make_row(
        [(theme.id, each["name"]) for theme, each in zip(group, facts, strict=True)],
        facts[0].get("group"),
        [_touch(graph, plan, group) for plan in touching],
        [plan_ref(graph, plan) for plan in unknown],
        matrix.cells(graph, touching, against),
    )


def make_row(
    themes: list[tuple[str, str]],
    group: str | None,
    touches: list[Touch],
    unknown: list[PlanRef],
    cells: list[Cell],
) -> ThemeRow:
    """Return the row of a theme, or of two together, by the plans that touch it.

    ``themes`` are their ids and names.
    """
    one, other = themes[0], themes[1] if len(themes) > 1 else (None, None)
    return ThemeRow(
        one[0],
        one[1],
        other[0],
        other[1],
        group,
        len(touches),
        sum("mark" in each.basis for each in touches),
        sum("text" in each.basis for each in touches),
        touches,
        unknown,
        cells,
    )


def touch(plan: PlanRef, bases: Iterable[list[str]], evidence: Evidence) -> Touch:
    """Return how a plan touches a theme: on all bases of what the theme covers."""
    all_bases = {each for basis in bases for each in basis}
    basis = [each for each in plan_filters.BASES if each in all_bases]
    return Touch(plan.id, plan.document, plan.number, plan.title, basis, evidence)


def _touch(graph: Graph, plan: str, group: tuple[_Theme, ...]) -> Touch:
    how = [theme.touched[plan] for theme in group]
    evidence = [piece for _, pieces in how for piece in pieces]
    return touch(plan_ref(graph, plan), [basis for basis, _ in how], evidence)
