"""A city that does not exist whose plan holds every fact that a graph may hold.

Plan 1-1 states everything, 1-2 nothing but its title, 1-3 leaves open what may be left open, and
2-1 stands right under its goal. What is written of it reaches every branch of a writer: a part
that is there once, several times, or not at all.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import networkx as nx

from keikaku.graph import network
from keikaku.graph.findings import (
    DisclosureUnknown,
    MarksMissing,
    PageWithoutHead,
    TargetWithoutBaseline,
)
from keikaku.graph.network import Graph
from keikaku.graph.records import Edge, Evidence, Finding, Measure, Node, Records, YearValue

DOCUMENT = "nagisa-2026"
CITY = "なぎさ市"
STAGES = "input activity output outcome short_outcome middle_outcome long_outcome impact".split()
DIRECTIONS = "expand continue improve shrink merge end done".split()
REASONS = "names_plan names_system names_managed_guideline names_department_duty".split()
PARTS = {"Plan": "plan", "Goal": "goal", "Initiative": "initiative"}


class City:
    """The nodes and edges, as they are added."""

    def __init__(self, document: str) -> None:
        self.document = document
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.findings: list[Finding] = []

    def add(self, node: str, kind: str, **facts: Any) -> str:
        """Add a node; its label is the first words that it has."""
        words = (facts.get(name) for name in ("title", "name", "text", "code", "fiscal_year"))
        label = " ".join(str(word) for word in (facts.get("number"), *words) if word is not None)
        self.nodes.append(Node(node, kind, label, facts, [self.proof(label)]))
        return node

    def relate(self, source: str, relation: str, target: str, **facts: Any) -> None:
        """Add an edge with evidence of its own."""
        self.edges.append(Edge(source, target, relation, facts, [self.proof(relation)]))

    def part(self, whole: str, part: str) -> str:
        """Add the part behind the parts that are there."""
        order = sum(edge.source == whole and edge.type == "HAS_PART" for edge in self.edges) + 1
        self.relate(whole, "HAS_PART", part, order=order)
        return part

    def proof(self, quote: str) -> Evidence:
        """Evidence of the next line; every third is repaired, every fifth inferred."""
        place = len(self.nodes) + len(self.edges) + 1
        if place % 5 == 0:
            return Evidence(
                self.document, None, "一覧", quote, "inferred", 0.6, sheet="一覧", cell=f"B{place}"
            )
        if place % 3 == 0:
            return Evidence(
                self.document, None, "個票", quote, "repaired", 0.9, "行のずれを直した", page=place
            )
        return Evidence(self.document, place, "個票", quote)

    def plan(self, above: str, number: str, title: str, **facts: Any) -> str:
        """Add a plan below a level."""
        node = self.add(
            f"{self.document}/plan/{number}", "Plan", number=number, title=title, **facts
        )
        return self.part(above, node)

    def lead(self, name: str, node: str, role: str, order: int = 1) -> None:
        """Make a department responsible."""
        self.relate(f"{CITY}/department/{name}", "RESPONSIBLE_FOR", node, role=role, order=order)

    def indicator(self, holder: str, number: int, name: str, **facts: Any) -> str:
        """Add an indicator of a plan, a component or a step."""
        node = f"{self.document}/indicator/{holder.split('/', 2)[2]}/{number}"
        facts = {"name": name, "measurable": True, **facts}
        self.add(node, "Indicator", **facts)
        self.relate(holder, "MEASURED_BY", node, order=number)
        return node

    def find(
        self, kind: Any, node: str, settled: dict[str, str] | None = None, **more: Any
    ) -> None:
        """Add a finding at a node."""
        one = kind.at(node, [self.proof(node)], **more)
        one.settled = settled
        self.findings.append(one)


def records(document: str = DOCUMENT, first_year: int = 2026) -> Records:
    """Return the plan of the city as records."""
    city = City(document)
    goals = _frame(city)
    first, second = _first(city, goals), _others(city, goals)
    _between(city, first, second)
    about = {
        "id": document,
        "title": "なぎさ市総合改革プラン",
        "municipality": CITY,
        "first_year": first_year,
        "last_year": first_year + 3,
        "source": "nagisa.txt",
        "sha256": "0" * 64,
    }
    return Records(about, city.nodes, city.edges, city.findings)


def full_city() -> Graph:
    """Return the graph of the city; nobody can change it."""
    graph: Graph = nx.freeze(network.from_records(records()))
    return graph


def _frame(city: City) -> dict[str, str]:
    """Add the document, its levels, departments and what plans share."""
    years = {"first_year": 2026, "last_year": 2029, "published": "2026-03"}
    city.add(city.document, "PlanDocument", title="なぎさ市総合改革プラン", **years)
    city.add(f"municipality/{CITY}", "Municipality", name=CITY, code="990001")
    city.relate(f"municipality/{CITY}", "PUBLISHES", city.document)
    levels = {}
    for number, title in (("1", "開かれた市役所"), ("2", "続く市役所")):
        levels[number] = city.add(
            f"{city.document}/goal/{number}", "Goal", number=number, title=title, level="政策"
        )
        city.part(city.document, levels[number])
    step = city.add(
        f"{city.document}/initiative/1-1", "Initiative", number="ア", title="窓口", level="施策"
    )
    levels["1-1"] = city.part(levels["1"], step)
    for name, level in (
        ("総務部", "division"),
        ("情報課", "department"),
        ("窓口課", "department"),
        ("証明係", "section"),
    ):
        aliases = {"aliases": ["情報政策課"]} if name == "情報課" else {}
        city.add(f"{CITY}/department/{name}", "Department", name=name, level=level, **aliases)
    for name, above in (("情報課", "総務部"), ("証明係", "窓口課")):
        city.relate(f"{CITY}/department/{name}", "PART_OF", f"{CITY}/department/{above}")
    for name in ("5レス", "キャッシュレス", "ペーパーレス"):
        group = {} if name == "5レス" else {"group": "5レス"}
        city.add(f"theme/{name}", "Theme", name=name, **group)
        if name != "5レス":
            city.relate(f"theme/{name}", "PART_OF", "theme/5レス")
    city.add("theme/DX", "Theme", name="DX", aliases=["デジタル化"], narrower=["AI-OCR"])
    return levels


def _first(city: City, levels: dict[str, str]) -> str:
    """Add the plan that states everything."""
    plan = city.plan(
        levels["1-1"],
        "1-1",
        "窓口の電子化",
        overview="申請を*どこでも*出せるようにする。\n|記号|も使う。",
        vision="待たない窓口",
        problem="待ち時間が長い。",
        category="拡充",
        priority="高",
        first_year=2026,
        last_year=2028,
        unknown_marks=["ペーパーレス"],
    )
    for order, (name, role) in enumerate((("情報課", "lead"), ("窓口課", "co")), 1):
        city.lead(name, plan, role, order)
    city.relate(plan, "TOUCHES", "theme/キャッシュレス", basis=["mark", "text"], terms=["電子納付"])
    city.relate(plan, "TOUCHES", "theme/DX", basis=["text"], terms=["AI-OCR", "デジタル化"])
    for name, kind in (("なぎさ市窓口条例", "ordinance"), ("番号法", "law")):
        city.add(f"guideline/{name}", "Guideline", name=name, type=kind)
        city.relate(plan, "GROUNDED_IN", f"guideline/{name}")
    city.add("sdg/16.6", "SdgTarget", code="16.6")
    city.relate(plan, "CONTRIBUTES_TO", "sdg/16.6")
    for name, kind in (("市ウェブサイト", "website"), ("窓口の頁", "page"), ("広報紙", "other")):
        city.add(f"{CITY}/channel/{name}", "Channel", name=name, type=kind)
        city.relate(plan, "DISCLOSED_ON", f"{CITY}/channel/{name}")
    city.add("partner/商工会", "Partner", name="商工会", aliases=["なぎさ商工会"])
    city.relate(plan, "INVOLVES", "partner/商工会")
    city.relate(plan, "INVOLVES", f"{CITY}/department/証明係")
    _schedule(city, plan)
    _values(city, plan)
    _money(city, plan)
    return plan


def _schedule(city: City, plan: str) -> None:
    """Add a component, and actions that run surely, perhaps, and not at all."""
    component = city.add(
        f"{city.document}/component/1-1/1",
        "Component",
        title="証明書の交付",
        overview="機械で渡す。",
    )
    city.part(plan, component)
    city.lead("証明係", component, "component")
    city.indicator(component, 1, "交付の数", target=_measure(5000, "通"), direction="increase")
    rows: tuple[tuple[str, str, dict[str, Any], tuple[dict[str, Any], ...]], ...] = (
        (plan, "申請の電子化", {}, (_cell("設計", 2026, 2026), _cell("開始", 2027, 2028, "yes"))),
        (
            plan,
            "研修",
            {},
            (
                _cell("試行", 2026, 2026, "no"),
                {**_cell("検証", 2027, 2027, "unknown"), "latest_year": 2029},
            ),
        ),
        (plan, "広報", {"first_year": 2027, "last_year": 2029, "earliest_year": 2026}, ()),
        (component, "機械の設置", {"first_year": 2028, "last_year": 2028}, ()),
        (plan, "年度の記載のない取組", {}, ()),
    )
    for number, (holder, title, years, cells) in enumerate(rows, 1):
        action = f"{city.document}/action/1-1/{number}"
        city.part(holder, city.add(action, "Action", title=title, **years))
        for place, facts in enumerate(cells, 1):
            milestone = f"{city.document}/milestone/1-1/{number}/{place}"
            city.part(action, city.add(milestone, "Milestone", **facts))


def _cell(text: str, first: int, last: int, continues: str | None = None) -> dict[str, Any]:
    facts: dict[str, Any] = {"text": text, "first_year": first, "last_year": last}
    return facts if continues is None else {**facts, "continues": continues}


def _values(city: City, plan: str) -> None:
    """Add indicators of every sort."""
    about = Measure(32.5, "%", "=", "約", "2025年度末", "約32.5%（2025年度末）", 2025)
    spread = Measure(None, "日", "=", None, "2028年度", "3～5日", 2028, 3, 5)
    by_year = [
        YearValue(2026, "target", 40, "%", ">=", raw="40%以上"),
        YearValue(2026, "actual", 41.5, "%", raw="41.5%"),
        YearValue(2027, "target", 50, "%", ">=", raw="50%以上"),
        YearValue(2028, "forecast", None, "%", raw="55～60%", low=55, high=60),
    ]
    city.indicator(
        plan,
        1,
        "電子申請の割合",
        baseline=about,
        target=_measure(60, "%", ">=", year=2028),
        values=by_year,
        direction="increase",
        role="outcome",
        definition="電子申請 ÷ 全申請",
        source="情報課の集計",
    )
    city.indicator(
        plan,
        2,
        "交付までの日数",
        baseline=_measure(9, "日"),
        target=spread,
        direction="decrease",
        role="activity",
    )
    saved = Measure(1_200_000, "円", "=", None, None, "累計120万円", cumulative=True)
    city.indicator(plan, 3, "削減した額", target=saved, cumulative=True, role="effect")
    city.indicator(plan, 4, "窓口の満足を高める", measurable=False)
    relative = {"relative": "現況値の2倍", "direction": "maintain"}
    city.indicator(plan, 5, "開く日", baseline=_measure(0, "日"), **relative)


def _measure(value: float, unit: str, comparator: Any = "=", *, year: int | None = None) -> Measure:
    words = {">=": "以上", "=": ""}[comparator]
    as_of = None if year is None else f"{year}年度末"
    return Measure(value, unit, comparator, None, as_of, f"{value}{unit}{words}", year)


def _money(city: City, plan: str) -> None:
    """Add a logic model, money by year and stage, and every direction of an evaluation."""
    steps = []
    for stage in STAGES:
        step = city.add(
            f"{city.document}/step/1-1/{stage}", "LogicStep", stage=stage, text=f"{stage}の語"
        )
        steps.append(city.part(plan, step))
    for one, other in pairwise(steps):
        city.relate(one, "LEADS_TO", other)
    city.indicator(steps[2], 1, "申請の数", role="output", target=_measure(8, "件/年"))
    sources = ("national", "prefectural", "bond", "other", "general")
    amounts: tuple[tuple[int, str, dict[str, Any]], ...] = (
        (2026, "plan", {"total": 15, **dict(zip(sources, range(1, 6), strict=True))}),
        (2026, "budget", {"total": 1_200_000, "persons": 1.5, "hours": 12.25}),
        (2026, "actual", {"total": 0, "personnel_cost": 300_000}),
        (2027, "request", {"general": 7}),
        (2027, "effect", {"total": -500_000, "achieved": -100_000}),
    )
    for year, stage, facts in amounts:
        budget = f"{city.document}/budget/1-1/{year}-{stage}"
        city.add(budget, "Budget", fiscal_year=year, stage=stage, **facts)
        city.relate(plan, "HAS_BUDGET", budget)
    judges = ("department", "head", "outside", None)
    for number, direction in enumerate(DIRECTIONS):
        judge = judges[number % 4]
        facts = {"direction": direction, **({"by": judge} if judge else {})}
        if number == 0:
            facts |= {"grade": "B", "legend": "B: 順調", "direction_text": "広げる"}
            facts |= {"criteria": ["必要性: A", "効率性: C"], "comment": "よく進んだ。"}
        evaluation = f"{city.document}/evaluation/1-1/{2026 + number}"
        city.add(evaluation, "Evaluation", fiscal_year=2026 + number, **facts)
        city.relate(plan, "EVALUATED_AS", evaluation)


def _others(city: City, levels: dict[str, str]) -> list[str]:
    """Add the plan that states nothing, the one that leaves things open, and others."""
    bare = city.plan(levels["1-1"], "1-2", "届出の見直し")
    open_ = city.plan(
        levels["1"],
        "1-3",
        "会議の見直し",
        disclosure_unknown=True,
        unknown_marks=["キャッシュレス", "ペーパーレス"],
        last_year=2027,
    )
    city.lead("窓口課", open_, "lead")
    under = city.plan(levels["2"], "2-1", "財産の活用", first_year=2027)
    city.lead("情報課", under, "lead")
    city.relate(under, "TOUCHES", "theme/ペーパーレス", basis=["mark"])
    city.relate(under, "GROUNDED_IN", "guideline/番号法")
    city.indicator(under, 1, "売却の数", target=_measure(3, "件", ">="))
    last = city.plan(levels["2"], "2-2", "基金の運用")
    city.lead("総務部", last, "lead")
    city.lead("情報課", last, "co", 2)
    return [bare, open_, under, last]


def _between(city: City, first: str, others: list[str]) -> None:
    """Add what ties plans to each other, and findings of every severity."""
    for reason, plan in zip(REASONS, others, strict=True):
        city.relate(plan, "DEPENDS_ON", first, reason=reason, words="電子化を踏まえ", term="電子化")
    city.relate(others[2], "DEPENDS_ON", others[0], reason="names_plan", words="届出と合わせ")
    city.relate(first, "ASSOCIATED_WITH", others[3], words="関連する取組")
    city.relate(others[1], "ASSOCIATED_WITH", first)
    shared = (
        ["theme:DX", "theme:5レス", "department:情報課"],
        ["guideline:番号法", "wording:窓口"],
    )
    scores = (("strong", 0.45), ("weak", 0.1))
    for plan, (strength, score), reasons in zip(others[:2], scores, shared, strict=True):
        city.relate(first, "RELATED_TO", plan, score=score, strength=strength, reasons=reasons)
    why = {"who": "改革係", "why": "別表にある", "when": "2026-05-01"}
    indicator = f"{city.document}/indicator/1-1/3"
    city.find(TargetWithoutBaseline, indicator, why, plan="1-1", indicator="削減した額")
    city.find(MarksMissing, others[1], plan="1-3", themes=["キャッシュレス", "ペーパーレス"])
    city.find(DisclosureUnknown, others[1], plan="1-3")
    city.find(PageWithoutHead, city.document, text="別紙")


def later_city() -> Graph:
    """Return the city's next edition: some plans go on, one is new, values have changed."""
    graph = network.from_records(records("nagisa-2030", 2030))
    first, second = "nagisa-2030/plan/1-1", "nagisa-2030/plan/2-1"
    graph.nodes[first].update(title="窓口の電子化の推進", label="1-1 窓口の電子化の推進")
    graph.nodes[second].update(title="財産の活用と売却", label="2-1 財産の活用と売却")
    graph.nodes["nagisa-2030/indicator/1-1/1"]["target"] |= {"value": 80, "raw": "80%以上"}
    graph.nodes["nagisa-2030/indicator/1-1/2"]["baseline"] = None
    graph.remove_node("nagisa-2030/plan/1-2")
    graph.remove_edge(first, "theme/DX", "TOUCHES")
    graph.add_edge(second, "theme/DX", "TOUCHES", type="TOUCHES", basis=["text"], evidence=[])
    return network.from_payload(network.to_payload(graph))
