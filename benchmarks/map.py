"""The map's cost, in a real browser: ``python -m benchmarks.map``.

Written: the whole process of ``keikaku map`` against ``python -c "import pyvis"``, medians.
Opened: Debian's chromium, headless, without a graphics card; interactive is when the first search
has shown its results. Panning drags the map to and fro and counts the frames that the browser
painted. A graph of 5,000 nodes and 20,000 relations is made up for the second half. Exits 1 if a
figure is beyond its limit.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.startup import KEIKAKU, seconds
from keikaku.graph import jsonfile
from keikaku.graph.records import Edge, Evidence, Node, Records

FLOOR = (sys.executable, "-c", "import pyvis")
ROUNDS = 7
_FRAMES = """
    cancelAnimationFrame(window.__next || 0);
    window.__frames = 0;
    window.__begun = performance.now();
    const count = () => { window.__frames += 1; window.__next = requestAnimationFrame(count); };
    window.__next = requestAnimationFrame(count);
"""


class Figure(NamedTuple):
    """What was measured, and what it may be at most (or at least, for frames)."""

    name: str
    value: float
    unit: str
    limit: float
    at_least: bool = False

    @property
    def kept(self) -> bool:
        """Return whether the limit is kept."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit


def main() -> int:
    """Measure, print the table, and say by the exit code whether all is within its limit."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        figures = [*bundled(Path(folder), browser), *large(Path(folder), browser)]
        browser.close()
    failed = False
    for figure in figures:
        failed |= not figure.kept
        sign = ">=" if figure.at_least else "<="
        mark = "" if figure.kept else "   BEYOND"
        print(f"{figure.value:9.2f} {figure.unit:9} {sign} {figure.limit:<6g} {figure.name}{mark}")
    return int(failed)


def bundled(folder: Path, browser: Browser) -> list[Figure]:
    """Return the map of the bundled graph."""
    out = folder / "bundled.html"
    command = (*KEIKAKU, "map", "--out", str(out))
    times = [(seconds(FLOOR), seconds(command)) for _ in range(ROUNDS + 1)][1:]
    floor, own = (statistics.median(each) for each in zip(*times, strict=True))
    ready, frames, zoom = opened(browser, out)
    return [
        Figure("bundled: written, against import pyvis", own / floor, "times", 2.5),
        Figure("bundled: size of the file", out.stat().st_size / 1e6, "MB", 3),
        Figure("bundled: interactive", ready, "seconds", 2),
        Figure("bundled: panning", frames, "frames/s", 50, at_least=True),
        Figure("bundled: zooming", zoom, "frames/s", 50, at_least=True),
    ]


def large(folder: Path, browser: Browser) -> list[Figure]:
    """Return the map of 5,000 nodes and 20,000 relations."""
    source, out = folder / "large.json", folder / "large.html"
    jsonfile.write(source, made_up())
    begun = time.perf_counter()
    subprocess.run(
        (*KEIKAKU, "map", "--graph", str(source), "--out", str(out)),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    seconds = time.perf_counter() - begun
    ready, frames, zoom = opened(browser, out, "#kinds=" + ",".join(KINDS))
    return [
        Figure("5,000/20,000: written", seconds, "seconds", 20),
        Figure("5,000/20,000: interactive, all shown", ready, "seconds", 5),
        Figure("5,000/20,000: panning, all shown", frames, "frames/s", 24, at_least=True),
        Figure("5,000/20,000: zooming, all shown", zoom, "frames/s", 24, at_least=True),
    ]


def opened(browser: Browser, path: Path, fragment: str = "") -> tuple[float, float, float]:
    """Return seconds until the first search shows results, and frames a second in two motions.

    The motions are panning and zooming.
    """
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    begun = time.perf_counter()
    page.goto(path.as_uri() + fragment)
    page.fill("#search", "1-1")
    page.wait_for_selector("#found li[data-node]")
    ready = time.perf_counter() - begun
    page.press("#search", "Escape")
    page.wait_for_timeout(800)
    pan = counted(page, pan_about)
    page.wait_for_timeout(500)
    zoom = counted(page, zoom_about)
    page.close()
    return ready, pan, zoom


def counted(page: Page, act: Callable[[Page], None]) -> float:
    """Return frames a second that the browser painted while something was done."""
    page.evaluate(_FRAMES)
    act(page)
    return float(page.evaluate("1000 * window.__frames / (performance.now() - window.__begun)"))


def pan_about(page: Page) -> None:
    """Drag the map to and fro for about three seconds."""
    page.mouse.move(700, 740)
    page.mouse.down()
    ends = time.perf_counter() + 3
    step = 0
    while time.perf_counter() < ends:
        step += 1
        page.mouse.move(700 + 8 * (step % 40 - 20), 700 - 5 * (step % 30 - 15))
    page.mouse.up()


def zoom_about(page: Page) -> None:
    """Turn the wheel in and out for about two seconds."""
    page.mouse.move(700, 400)
    ends = time.perf_counter() + 2
    step = 0
    while time.perf_counter() < ends:
        step += 1
        page.mouse.wheel(0, -60 if step % 20 < 10 else 60)


KINDS = ("Goal", "Initiative", "Plan", "Department", "Theme", "Guideline", "Action", "Milestone")
_PLANS = 800
_DEPARTMENTS = 120
_THEMES = 60
_GUIDELINES = 200
_NODES = 5000
_EDGES = 20_000


def made_up() -> Records:
    """Return a plan of 5,000 nodes and 20,000 relations, the same on every run."""
    doc = "large-2030"
    proof = [Evidence(doc, 1, "実施計画", "作成した計画")]
    nodes = [
        Node("municipality/市", "Municipality", "市", {"name": "市"}),
        Node(doc, "PlanDocument", "大きな計画", {"title": "大きな計画"}),
    ]
    edges = [Edge("municipality/市", doc, "PUBLISHES")]
    for kind, folder, number, key in (
        ("Department", "市/department", _DEPARTMENTS, "課"),
        ("Theme", "theme", _THEMES, "テーマ"),
        ("Guideline", "市/guideline", _GUIDELINES, "指針"),
    ):
        extra = {"type": "guideline"} if kind == "Guideline" else {}
        nodes += [
            Node(f"{folder}/{n}", kind, f"{key}{n}", {"name": f"{key}{n}"} | extra)
            for n in range(number)
        ]
    plans = _headed(doc, nodes, edges)
    actions: list[str] = []
    while len(nodes) < _NODES:
        at = len(actions)
        plan = plans[at % len(plans)]
        action = f"{doc}/action/{plan.rpartition('/')[2]}/{at // len(plans) + 1}"
        actions.append(action)
        nodes.append(Node(action, "Action", f"取組{at}", {"title": f"取組{at}"}, proof))
        edges.append(Edge(plan, action, "HAS_PART", {"order": at // len(plans) + 1}))
    _related(plans, edges, _EDGES - len(edges))
    about = {"id": doc, "title": "大きな計画", "municipality": "市", "source": "x", "sha256": "0"}
    return Records(about | {"first_year": 2030, "last_year": 2033}, nodes, edges, [])


def _headed(doc: str, nodes: list[Node], edges: list[Edge]) -> list[str]:
    """Return goals, initiatives and plans: ten goals of eight initiatives of ten plans."""
    plans = []
    for n in range(_PLANS):
        goal, initiative, number = n // 80 + 1, n // 10 % 8 + 1, n % 10 + 1
        if n % 80 == 0:
            facts = {"number": str(goal), "title": f"目標{goal}"}
            nodes.append(Node(f"{doc}/goal/{goal}", "Goal", f"{goal} 目標", facts))
            edges.append(Edge(doc, f"{doc}/goal/{goal}", "HAS_PART", {"order": goal}))
        group = f"{doc}/initiative/{goal}-{initiative}"
        if n % 10 == 0:
            facts = {"number": f"{goal}-{initiative}", "title": f"取組事項{initiative}"}
            nodes.append(Node(group, "Initiative", f"{goal}-{initiative} 取組事項", facts))
            edges.append(Edge(f"{doc}/goal/{goal}", group, "HAS_PART", {"order": initiative}))
        text = f"{goal}-{initiative}-{number}"
        facts = {"number": text, "title": f"実施計画その{n}の推進"}
        plans.append(f"{doc}/plan/{text}")
        label = f"{text} 実施計画その{n}の推進"
        nodes.append(Node(plans[-1], "Plan", label, facts | {"unknown_marks": []}))
        edges.append(Edge(group, plans[-1], "HAS_PART", {"order": number}))
    return plans


def _related(plans: list[str], edges: list[Edge], number: int) -> None:
    """Add ``number`` relations between plans and what they share, spread evenly."""
    wanted = len(edges) + number
    step = 0
    while len(edges) < wanted:
        n, k = step % _PLANS, step // _PLANS
        plan = plans[n]
        other = plans[(n * 7 + 13 * k + 1) % _PLANS]
        if k % 4 == 0 and other != plan:
            facts = {"reason": "names_plan", "words": "連携"}
            edges.append(Edge(plan, other, "DEPENDS_ON", facts))
        elif k % 4 == 1:
            role = {"role": "co" if k > 4 else "lead", "order": k + 1}
            department = f"市/department/{(n * 3 + 11 * k) % _DEPARTMENTS}"
            edges.append(Edge(department, plan, "RESPONSIBLE_FOR", role))
        elif k % 4 == 2:
            theme = f"theme/{(n + 17 * k) % _THEMES}"
            edges.append(Edge(plan, theme, "TOUCHES", {"basis": ["text"]}))
        elif k % 4 == 3:
            edges.append(Edge(plan, f"市/guideline/{(n + 19 * k) % _GUIDELINES}", "GROUNDED_IN"))
        step += 1


if __name__ == "__main__":
    sys.exit(main())
