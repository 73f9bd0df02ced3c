"""The page shows the same numbers as the questions, on a real plan and on the example."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import keikaku
from keikaku.queries.graph_walks import Graph, of_kind
from keikaku.queries.impact import answer as impact
from keikaku.queries.indicators import answer as indicators
from keikaku.queries.reachability import Walk, reached
from keikaku.queries.reachability_model import KINDS
from keikaku.queries.themes import answer as themes
from keikaku.queries.workload import answer as workload
from keikaku.queries.workload.answer import WorkloadRow
from tests.visualizations.browsing import Opened
from tests.visualizations.conftest import Open

Table = list[list[str]]
EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"
_MOST = 8  # of the kinds of which many are alike
_ROLES = ("lead", "co", "part")
_COUNTS = ("actions", "milestones", "indicators", "partners")
GRAPHS: dict[str, Callable[[], Graph]] = {
    "bundled": keikaku.read,
    "example": lambda: keikaku.load(EXAMPLE),
}


@pytest.fixture(scope="module", params=GRAPHS)
def graph(request: pytest.FixtureRequest) -> Graph:
    return GRAPHS[request.param]()


@pytest.fixture(scope="module")
def file(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return keikaku.map(graph, tmp_path_factory.mktemp("numbers") / "map.html")


@pytest.fixture
def seen(open_map: Open, file: Path) -> Opened:
    return open_map(file)


def table(seen: Opened, view: str) -> Table:
    """The rows of a view, their cells as text; empty for a dot."""
    seen.page.click(f"#tab-{view}")
    rows: Table = seen.page.evaluate(
        "[...document.querySelectorAll('#other-view tbody tr')].map("
        "row => [...row.cells].map(cell => cell.textContent.trim()))"
    )
    return [["" if cell == "·" else cell for cell in row] for row in rows]


def as_number(number: float) -> str:
    return str(number) if number else ""


def expected_workload(graph: Graph, **filters: Any) -> Table:
    every, rows = (
        [row for row in workload.answer(graph, **parameters).rows if isinstance(row, WorkloadRow)]
        for parameters in ({}, filters)
    )
    years = sorted({load.year for row in every for load in row.years})
    return [
        [
            *(row.department, str(row.plans)),
            *(as_number(getattr(row, role)) for role in _ROLES),
            *(f"{row.fractional:.2f}", f"{100 * row.share:.1f}%"),
            *(as_number(getattr(row, count)) for count in _COUNTS),
            *(as_number({load.year: load.actions for load in row.years}.get(y, 0)) for y in years),
        ]
        for row in rows
    ]


def test_every_department_carries_what_workload_says(seen: Opened, graph: Graph) -> None:
    assert table(seen, "workload") == expected_workload(graph)


def test_within_a_goal_too(seen: Opened, graph: Graph) -> None:
    for at, (_, goal) in enumerate(of_kind(graph, "Goal"), 1):
        seen.page.select_option("#filter-goal", index=at)
        assert table(seen, "workload") == expected_workload(graph, goal=goal["number"])


def test_within_a_department_the_share_is_still_of_all(seen: Opened, graph: Graph) -> None:
    first, *_ = expected_workload(graph)
    seen.page.select_option("#filter-department", index=_option(seen, first[0]))
    row = next(each for each in table(seen, "workload") if each[0] == first[0])
    assert row == first
    assert row[6] != "100.0%"


def test_a_change_reaches_what_impact_says(seen: Opened, graph: Graph) -> None:
    starts = [
        node
        for kind in KINDS
        for at, (node, _) in enumerate(of_kind(graph, kind))
        if kind in {"Plan", "Department"} or at < _MOST
    ]
    seen.page.set_viewport_size({"width": 900, "height": 200})  # little to paint
    page: dict[str, list[str]] = seen.page.evaluate(
        """async (starts) => {
            const data = JSON.parse(document.getElementById("data").textContent).nodes;
            const banner = document.getElementById("banner");
            const found = {};
            for (const start of starts) {
                const turned = new Promise(
                    (done) => addEventListener("hashchange", done, { once: true }));
                location.hash = "lit=impact&node=" + encodeURIComponent(start);
                await turned;
                const links = [...banner.querySelectorAll(".steps .link")];
                found[start] = links.map((link) => data[link.dataset.node].id);
            }
            return found;
        }""",
        starts,
    )
    expected = {
        start: sorted(
            row.id for row in reached(graph, [start], Walk("affected")) if row.id != start
        )
        for start in starts
    }
    assert {start: sorted(ends) for start, ends in page.items()} == expected
    assert any(len(ends) > 5 for ends in expected.values())


def test_as_the_command_of_that_name(seen: Opened, graph: Graph) -> None:
    department = table(seen, "workload")[0][0]
    seen.search(department)
    seen.page.click("#impact")
    links = seen.page.locator("#banner .steps .link").count()
    assert links == len(impact.answer(graph, node=department).rows)


def test_themes_have_the_plans_that_themes_says(seen: Opened, graph: Graph) -> None:
    rows = table(seen, "themes")
    heads = seen.page.evaluate(
        "[...document.querySelectorAll('#other-view thead button')].slice(2).map("
        "head => [...head.children].map(part => part.textContent))"
    )
    signs = {"mark": "○", "text": "△", "mark text": "◎"}
    plans = {
        theme: {row[0].split()[0]: row[at] for row in rows if row[at]}
        for at, (theme, _) in enumerate(heads, 2)
    }
    expected = {
        row.theme: {plan.number: "?" for plan in row.unknown}
        | {plan.number: signs[" ".join(plan.basis)] for plan in row.plans}
        for row in themes.answer(graph).rows
    }
    assert plans == expected
    assert {theme: int(count) for theme, count in heads} == {
        row.theme: row.count for row in themes.answer(graph).rows
    }


def test_indicators_are_reached_or_not_as_indicators_says(seen: Opened, graph: Graph) -> None:
    reached_words = {True: "現況値で到達", False: "これから", None: ""}
    cells = [(row[1].split()[0], row[0], row[2], row[-1]) for row in table(seen, "indicators")]
    assert cells == [
        (
            row.number,
            row.name + (row.component or ""),
            "、".join(row.departments),
            "維持"
            if row.direction == "maintain"
            and (row.at_target or (word and row.target and row.target["comparator"] == "="))
            else word,
        )
        for row in indicators.answer(graph).rows
        for word in (reached_words[row.at_target],)
    ]


@pytest.mark.parametrize("name", ["goal", "department", "theme", "year"])
def test_filters_leave_the_plans_that_plans_finds(seen: Opened, graph: Graph, name: str) -> None:
    options: list[str] = seen.page.evaluate(
        f"[...document.querySelectorAll('#filter-{name} option')].slice(1).map(one => one.value)"
    )
    assert options
    for option in options:
        facts = graph.nodes[option] if name != "year" else {"name": option}
        filters: dict[str, Any] = {name: facts.get("number") or facts["name"]}
        seen.page.select_option(f"#filter-{name}", option)
        left = json.loads(seen.page.inner_text("#left").split()[1])
        assert left == len(keikaku.plans(graph, **filters).rows), option


def test_a_map_of_a_part_shows_of_its_plans_what_the_whole_does(
    graph: Graph, open_map: Open, tmp_path: Path
) -> None:
    rows = expected_workload(graph)
    shared = next(row for row in rows if row[3] or row[4])  # others answer for its plans too
    seen = open_map(keikaku.map(graph, tmp_path / "part.html", department=shared[0]))
    seen.page.select_option("#filter-department", index=_option(seen, shared[0]))
    line = next(row for row in table(seen, "workload") if row[0] == shared[0])
    years = len(shared) - 11
    assert line[:6] == shared[:6]
    assert line[7:11] == shared[7:11]
    assert [each for each in line[-years:] if each] == [each for each in shared[-years:] if each]


def _option(seen: Opened, name: str) -> int:
    options = seen.page.locator("#filter-department option").all_inner_texts()
    return next(at for at, label in enumerate(options) if label.startswith(f"{name}（"))
