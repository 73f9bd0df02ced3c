"""A plan of a city that does not exist, small enough to know by heart.

1-1-2 leads with 収納課 and bears the ○ of キャッシュレス and its word; 1-1-10 names it in its text
only, and its mark row is missing; 2-1-1 has the ○ of ペーパーレス and a component of 市民課.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import networkx as nx

from keikaku.graph import network
from keikaku.graph.findings import FindingKind, MarksMissing, TargetWithoutBaseline
from keikaku.graph.records import Edge, Evidence, Finding, Measure, Node, Records
from keikaku.queries.graph_walks import Graph

CITY = "あおぞら市"
DOC = "aozora-2022"
CHILDREN = ("カウンターレス", "キャッシュレス", "ペーパーレス", "ファイルレス", "ムーブレス")
LAW = "guideline/個人情報保護法"
RULE = f"{CITY}/guideline/{CITY}DX推進計画2022"

PLANS = {
    "1-1-2": ("市税等の電子納付", "収納課", "市税課"),
    "1-1-10": ("窓口サービスの見直し", "市民課"),
    "2-1-1": ("会議資料の電子化", "総務課", "総務企画課"),
}
MARKS = {"1-1-2": ("キャッシュレス",), "2-1-1": ("ペーパーレス",)}
TEXTS = {"1-1-2": ("キャッシュレス",), "1-1-10": ("キャッシュレス",), "2-1-1": ("DX",)}


def proof(line: int, quote: str = "", **more: Any) -> list[Evidence]:
    """Evidence of one line of the city's document."""
    return [Evidence(DOC, line, "実施計画", quote, **more)]


def records(document: str = DOC, city: str = CITY, *, prose: bool = False) -> Records:
    """The records of the small plan; with ``prose`` its plans have an overview."""
    nodes, edges = _frame(document, city)
    for position, (number, (title, *departments)) in enumerate(PLANS.items(), 1):
        plan = f"{document}/plan/{number}"
        facts: dict[str, Any] = {"number": number, "title": title, "unknown_marks": []}
        if number == "1-1-10":
            facts["unknown_marks"] = list(CHILDREN)
        if prose:
            facts["overview"] = f"{title}について、ＡＩ（人工知能）の活用も検討する。"
        nodes.append(Node(plan, "Plan", f"{number} {title}", facts, proof(10 * position, title)))
        above = f"{document}/initiative/{number.rpartition('-')[0]}"
        edges.append(Edge(above, plan, "HAS_PART", {"order": position}, proof(position)))
        for order, name in enumerate(departments, 1):
            role = {"role": "lead" if order == 1 else "co", "order": order}
            edges.append(
                Edge(
                    f"{city}/department/{name}", plan, "RESPONSIBLE_FOR", role, proof(10 * position)
                )
            )
        edges.extend(_touches(plan, number, 10 * position))
    _details(document, city, nodes, edges)
    about = {"id": document, "title": f"{city}行財政改革プラン2022", "municipality": city}
    years = {"first_year": 2022, "last_year": 2025, "source": f"{document}-plan.txt", "sha256": "0"}
    return Records(about | years, nodes, edges, _findings(document))


@cache
def small_graph() -> Graph:
    """The city's graph; nobody can change it."""
    graph: Graph = nx.freeze(network.from_records(records()))
    return graph


def _frame(document: str, city: str) -> tuple[list[Node], list[Edge]]:
    """The city, its document, goals and initiatives, departments and themes."""
    names = {"1": "便利な市役所", "2": "身軽な市役所"}
    nodes = [
        Node(f"municipality/{city}", "Municipality", city, {"name": city}),
        Node(
            document,
            "PlanDocument",
            f"{city}行財政改革プラン2022",
            {"title": f"{city}行財政改革プラン2022"},
        ),
    ]
    edges = [Edge(f"municipality/{city}", document, "PUBLISHES")]
    for order, (number, title) in enumerate(names.items(), 1):
        goal, initiative = f"{document}/goal/{number}", f"{document}/initiative/{number}-1"
        nodes.append(Node(goal, "Goal", title, {"number": number, "title": title}))
        group = {"number": f"{number}-1", "title": f"{title}への取組"}
        nodes.append(Node(initiative, "Initiative", group["title"], group))
        edges.append(Edge(document, goal, "HAS_PART", {"order": order}, proof(order)))
        edges.append(Edge(goal, initiative, "HAS_PART", {"order": 1}, proof(order)))
    departments = ("収納課", "市税課", "市民課", "総務課", "総務企画課")
    nodes += [Node(f"{city}/department/{d}", "Department", d, {"name": d}) for d in departments]
    themes = ("5レス", *CHILDREN)
    nodes += [Node(f"theme/{theme}", "Theme", theme, {"name": theme}) for theme in themes]
    spelt_out = {"name": "DX", "aliases": ["デジタルトランスフォーメーション"]}
    nodes.append(Node("theme/DX", "Theme", "DX", spelt_out))
    edges.extend(Edge(f"theme/{child}", "theme/5レス", "PART_OF") for child in CHILDREN)
    return nodes, edges


def _touches(plan: str, number: str, line: int) -> list[Edge]:
    marks, texts = MARKS.get(number, ()), TEXTS.get(number, ())
    return [
        Edge(
            plan,
            f"theme/{theme}",
            "TOUCHES",
            {
                "basis": [
                    basis for basis, where in (("mark", marks), ("text", texts)) if theme in where
                ]
            },
            proof(line + 5, f"{theme} ○"),
        )
        for theme in dict.fromkeys([*marks, *texts])
    ]


def _details(document: str, city: str, nodes: list[Node], edges: list[Edge]) -> None:
    """Actions, a component, indicators, what the plans rest on and who they name."""
    first, second, third = (f"{document}/plan/{number}" for number in PLANS)
    rule = f"{city}/guideline/{city}DX推進計画2022"
    component = f"{document}/component/2-1-1/1"
    nodes += [
        Node(component, "Component", "戸籍の電子化", {"title": "戸籍の電子化"}, proof(31)),
        Node(
            f"{document}/action/1-1-2/1",
            "Action",
            "電子納付",
            {"title": "電子納付の拡大"},
            proof(12),
        ),
        Node(
            f"{document}/milestone/1-1-2/1/1",
            "Milestone",
            "検討",
            {"text": "導入の検討", "first_year": 2022, "last_year": 2023},
            proof(12, "検討→"),
        ),
        Node(
            f"{document}/action/2-1-1/1",
            "Action",
            "ペーパーレス会議",
            {"title": "ペーパーレス会議", "first_year": 2024, "last_year": 2025},
            proof(32),
        ),
        Node(
            f"{document}/indicator/1-1-2/1",
            "Indicator",
            "電子納付率",
            {
                "name": "電子納付率",
                "measurable": True,
                "target": Measure(50, "%", ">=", None, None, "50％以上"),
                "baseline": Measure(32.5, "%", "=", "約", "2021年度末", "約32.5％（2021年度末）"),
                "direction": "increase",
            },
            proof(13),
        ),
        Node(
            f"{document}/indicator/2-1-1/1",
            "Indicator",
            "紙の削減",
            {"name": "紙の削減を進める", "measurable": False},
            proof(33),
        ),
        Node(LAW, "Guideline", "個人情報保護法", {"name": "個人情報保護法", "type": "law"}),
        Node(
            rule,
            "Guideline",
            "DX推進計画",
            {"name": f"{city}DX推進計画2022", "type": "plan", "aliases": ["DX計画"]},
        ),
        Node("sdg/11.3", "SdgTarget", "11.3", {"code": "11.3"}),
        Node("sdg/11.7", "SdgTarget", "11.7", {"code": "11.7"}),
        Node("sdg/1.3", "SdgTarget", "1.3", {"code": "1.3"}),
        Node("partner/商工会議所", "Partner", "商工会議所", {"name": "商工会議所"}),
        Node(
            f"{city}/channel/市ウェブサイト",
            "Channel",
            "市ウェブサイト",
            {"name": "市ウェブサイト", "type": "website"},
        ),
    ]
    edges += [
        Edge(third, component, "HAS_PART", {"order": 1}, proof(31)),
        Edge(
            f"{city}/department/市民課",
            component,
            "RESPONSIBLE_FOR",
            {"role": "component", "order": 1},
            proof(31, "戸籍の電子化 <市民課>"),
        ),
        Edge(first, f"{document}/action/1-1-2/1", "HAS_PART", {"order": 1}, proof(12)),
        Edge(
            f"{document}/action/1-1-2/1",
            f"{document}/milestone/1-1-2/1/1",
            "HAS_PART",
            {"order": 1},
            proof(12),
        ),
        Edge(component, f"{document}/action/2-1-1/1", "HAS_PART", {"order": 1}, proof(32)),
        Edge(first, f"{document}/indicator/1-1-2/1", "MEASURED_BY", {"order": 1}, proof(13)),
        Edge(third, f"{document}/indicator/2-1-1/1", "MEASURED_BY", {"order": 1}, proof(33)),
        Edge(first, LAW, "GROUNDED_IN", {}, proof(14, "個人情報保護法に基づき")),
        Edge(third, rule, "GROUNDED_IN", {}, proof(34, f"{city}DX推進計画2022")),
        Edge(first, "sdg/11.3", "CONTRIBUTES_TO", {}, proof(9)),
        Edge(second, "sdg/11.7", "CONTRIBUTES_TO", {}, proof(19)),
        Edge(third, "sdg/1.3", "CONTRIBUTES_TO", {}, proof(29)),
        Edge(first, "partner/商工会議所", "INVOLVES", {}, proof(15)),
        Edge(first, f"{city}/channel/市ウェブサイト", "DISCLOSED_ON", {}, proof(16)),
        Edge(
            second,
            first,
            "DEPENDS_ON",
            {"reason": "names_plan", "words": "「市税等の電子納付」と連携し"},
            proof(22, "「市税等の電子納付」と連携し"),
        ),
        Edge(
            first,
            third,
            "RELATED_TO",
            {"score": 0.4, "reasons": ["theme:DX"]},
            proof(1, reading="inferred", confidence=0.4),
        ),
    ]


def _findings(document: str) -> list[Finding]:
    def make_finding(kind: type[FindingKind], node: str, line: int, **details: Any) -> Finding:
        number = node.split("/")[1]
        evidence = [Evidence(document, line, "実施計画", f"{number} の行")]
        return kind.at(f"{document}/{node}", evidence, plan=number, **details)

    settled = make_finding(TargetWithoutBaseline, "indicator/1-1-2/1", 13, indicator="電子納付率")
    settled.settled = {"who": "行政改革係", "why": "現況値は別表にある", "when": "2022-05-01"}
    return [
        make_finding(TargetWithoutBaseline, "indicator/2-1-1/1", 33, indicator="紙の削減を進める"),
        make_finding(MarksMissing, "plan/1-1-10", 20, themes=list(CHILDREN)),
        settled,
    ]
