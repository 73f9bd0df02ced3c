"""Hypothesis strategies for the meaning of a document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from hypothesis import strategies as st

from keikaku.graph.records import Comparator
from tests.generator import words
from tests.generator.meaning import (
    Action,
    Component,
    Document,
    Goal,
    Indicator,
    Initiative,
    Milestone,
    Plan,
    Quantity,
    Section,
)
from tests.generator.printers import LAYOUTS
from tests.generator.printers.document import Printed, print_document
from tests.generator.printers.page import Style

T = TypeVar("T")
Draw = Any


def some(pool: tuple[T, ...], least: int, most: int) -> st.SearchStrategy[tuple[T, ...]]:
    """A few different members of a pool, in any order."""
    return st.lists(st.sampled_from(pool), min_size=least, max_size=most, unique=True).map(tuple)


counts: st.SearchStrategy[int | float] = st.one_of(
    st.integers(0, 120), st.integers(121, 30_000_000)
)
shares: st.SearchStrategy[int | float] = st.one_of(
    st.integers(0, 100),
    st.integers(1, 999).map(lambda n: n / 10),
    st.integers(1, 9_999).map(lambda n: n / 100),
)
ratios: st.SearchStrategy[int | float] = st.integers(50, 200).map(lambda n: n / 100)


def numbers(unit: str | None) -> st.SearchStrategy[int | float]:
    """Numbers as they go with a unit: people are counted whole, shares have decimals."""
    if unit is None:
        return ratios
    return shares if unit in ("%", "点", "㎡") else counts


@st.composite
def quantities(
    draw: Draw, unit: str | None, comparators: tuple[Comparator, ...] = ("=",)
) -> Quantity:
    return Quantity(
        draw(numbers(unit)),
        unit,
        draw(st.sampled_from(comparators)),
        draw(st.sampled_from((None, None, None, "約"))),
    )


@st.composite
def indicators(draw: Draw, measured: words.Measured) -> Indicator:
    name, units, comparators = measured
    unit = draw(st.sampled_from(units))
    target = draw(quantities(unit, comparators))
    baseline = draw(quantities(unit))
    missing = draw(st.sampled_from(("none", "none", "none", "none", "baseline", "target")))
    return Indicator(
        name,
        None if missing == "target" else target,
        None if missing == "baseline" else baseline,
    )


@st.composite
def milestones(draw: Draw, years: range) -> tuple[Milestone, ...]:
    texts = draw(some(words.MILESTONES, 0, 4))
    drawn_milestones: list[Milestone] = []
    for text in texts:
        first = draw(st.sampled_from(years))
        last = draw(st.one_of(st.just(first), st.integers(first, years[-1])))
        drawn_milestones.append(Milestone(text, first, last))
    return tuple(sorted(drawn_milestones, key=lambda one: one.first_year))


def without_lonely_pairs(drawn_indicators: list[Indicator]) -> tuple[Indicator, ...]:
    """Leave out baselines that a reader would give to the one target that has none.

    A baseline belongs to the target of its name, or to the only one left.
    """
    if sum(1 for one in drawn_indicators if one.baseline is None) != 1:
        return tuple(drawn_indicators)
    return tuple(one for one in drawn_indicators if one.target is not None)


@st.composite
def sections(draw: Draw, years: range) -> Section:
    titles = draw(some(words.ACTIONS, 1, 4))
    measured = draw(some(words.INDICATORS, 0, 4))
    return Section(
        tuple(Action(title, draw(milestones(years))) for title in titles),
        without_lonely_pairs([draw(indicators(one)) for one in measured]),
        draw(some(words.WISHES, 0 if measured else 1, 1)),
    )


@st.composite
def components(draw: Draw, years: range, departments: tuple[str, ...]) -> tuple[Component, ...]:
    titles = draw(some(words.COMPONENTS, 0, 3)) if draw(st.booleans()) else ()
    return tuple(
        Component(title, draw(some(departments, 1, 2)), draw(sections(years))) for title in titles
    )


@st.composite
def plans(draw: Draw, title: str, years: range, municipality: str) -> Plan:
    departments = draw(some(words.DEPARTMENTS, 1, 4))
    parts = draw(components(years, departments))
    rules = [
        municipality + draw(st.sampled_from(words.GUIDELINE_HEADS)) + tail
        for tail in draw(some(words.GUIDELINE_TAILS, 0, 1))
    ]
    return Plan(
        title=title,
        departments=departments,
        overview=draw(st.sampled_from(words.OVERVIEWS)),
        vision=draw(st.sampled_from(words.VISIONS)),
        marks=tuple(draw(st.lists(st.booleans(), min_size=5, max_size=5))),
        website=draw(st.booleans()),
        other=draw(some(words.OTHERS, 0, 2)),
        pages=draw(some(words.WEB_PAGES, 0, 3)),
        section=Section() if parts else draw(sections(years)),
        components=parts,
        sdgs=draw(some(words.SDGS, 0, 3)),
        guidelines=tuple(rules),
    )


municipalities = st.builds(
    lambda place, land, kind: place + land + kind,
    st.sampled_from(words.PLACES),
    st.sampled_from(words.LANDS),
    st.sampled_from(words.KINDS),
)


@st.composite
def documents(draw: Draw, *, plans_at_most: int = 4) -> Document:
    """A document of one to ``plans_at_most`` plans, in one to three goals."""
    municipality = draw(municipalities)
    first = draw(st.integers(2019, 2034))
    years = range(first, first + draw(st.integers(3, 5)))
    pool = tuple(subject + act for subject in words.SUBJECTS for act in words.ACTS)
    titles = draw(some(pool, 1, plans_at_most))
    written = [draw(plans(title, years, municipality)) for title in titles]
    if len(written) > 1 and draw(st.booleans()):
        written[0] = replace(written[0], depends_on=(titles[-1],))
    return Document(
        municipality=municipality,
        title=f"{municipality}{draw(st.sampled_from(words.DOCUMENTS))}{first}",
        first_year=years[0],
        last_year=years[-1],
        baseline_year=first - draw(st.integers(1, 2)),
        goals=_grouped(draw, written),
    )


def _grouped(draw: Draw, written: list[Plan]) -> tuple[Goal, ...]:
    """Plans dealt out to initiatives, and those to goals, none of them empty."""
    goal_titles = iter(draw(st.permutations(words.GOALS)))
    titles = iter(draw(st.permutations(words.INITIATIVES)))
    goals: list[list[list[Plan]]] = []
    for plan in written:
        step = draw(st.sampled_from(("plan", "plan", "initiative", "goal"))) if goals else "goal"
        if step == "goal" and len(goals) < len(words.GOALS):
            goals.append([[plan]])
        elif step == "plan":
            goals[-1][-1].append(plan)
        else:
            goals[-1].append([plan])
    return tuple(
        Goal(next(goal_titles), tuple(Initiative(next(titles), tuple(group)) for group in goal))
        for goal in goals
    )


styles: st.SearchStrategy[Style] = st.builds(
    Style,
    spaced_heads=st.booleans(),
    glued_name=st.booleans(),
    glued_departments=st.booleans(),
    departments_by=st.sampled_from(("、", "、", " ", "・")),
    five_spaced=st.booleans(),
    half_brackets=st.booleans(),
    empty_column=st.booleans(),
    pages_in_head=st.booleans(),
    tagged_prose=st.booleans(),
    page_per_component=st.booleans(),
    two_columns_a_year=st.sampled_from((False, False, True)),
    arrow_in_each=st.booleans(),
    bullets=st.sampled_from(("dot", "list", "bare", "roman", "circled", "paragraph")),
    baselines=st.sampled_from(("same", "next row", "own row", "after table")),
    by_colon=st.sampled_from((False, False, True)),
    year_before=st.booleans(),
    no_separators=st.booleans(),
    pages_as_list=st.sampled_from((False, False, True)),
    as_of=st.sampled_from(("時点の現況値", "時点での現況値", "の現況値")),
    arrow=st.sampled_from(("→", "→", "➔")),
    numberless_heads=st.sampled_from((False, False, False, True)),
    and_others=st.sampled_from((False, False, False, True)),
    departments_on_two_lines=st.sampled_from((False, False, True)),
    component_prose=st.booleans(),
    note=st.sampled_from(("", "", "※国の動向を踏まえて見直す。", "※令和2年度から2割増")),
)


@st.composite
def printed(draw: Draw, *, layouts: tuple[str, ...] = tuple(LAYOUTS)) -> Printed:
    """A document as printed, each of its plans in a layout and a style of its own."""
    document = draw(documents())
    looks = {
        number: (draw(st.sampled_from(layouts)), draw(styles)) for number, *_ in document.numbered()
    }
    return print_document(document, looks)
