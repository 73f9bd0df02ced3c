"""Any documents side by side, meeting in what they share, with words of every sort.

:func:`document` draws whatever the declaration allows; :func:`tangle` a document in which much
rests on much: several equally short ways, cycles, components, departments and themes that other
documents share, ids that only comparing by code point puts in order.
"""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import strategies as st

from keikaku.graph import network
from keikaku.graph.kinds import KINDS
from keikaku.graph.network import Graph
from keikaku.graph.records import Edge, Evidence, Measure, Node, Records
from keikaku.graph.relations import RELATIONS
from tests.graph import graphs

WORDS = (
    "収納課",
    "キャッシュレス",
    "'quoted' \"twice\" \\ back",
    "MATCH (n) DETACH DELETE n",
    "`ticks` $document {id: 1}",
    "😀𠮷野家",
    "か\u3099 e\u0301",
    "Straße İ ﾊﾝｶｸ ＡＩ",
    "a\nb\tc",
)
_NUMBERS = ("1", "2", "1-1", "1-1-1", "1-1-10", "2-2-5", "１", "x")
_words = st.sampled_from(WORDS) | graphs._words
_NAMING: dict[str, st.SearchStrategy[Any]] = {
    "name": _words,
    "title": _words,
    "text": _words,
    "overview": _words,
    "number": st.sampled_from(_NUMBERS),
    "code": st.sampled_from(("11.3", "11.7", "1.3")),
}


@st.composite
def document(draw: st.DrawFn, name: str) -> Graph:
    """The graph of one document; what kinds share has ids that other documents use too."""
    nodes: dict[str, Node] = {name: Node(name, "PlanDocument", name, {"title": f"計画 {name}"})}
    wanted = draw(st.lists(st.sampled_from(KINDS), min_size=4, max_size=16))
    for position, kind in enumerate(wanted):
        shared = kind.shared and draw(st.booleans())
        node = f"{kind.name}/{position % 3}" if shared else f"{name}/{position}"
        facts = draw(graphs._facts(kind.facts))
        naming = {fact: draw(_NAMING[fact]) for fact in _NAMING if fact in facts}
        evidence = draw(graphs._evidence)
        nodes.setdefault(node, Node(node, kind.name, draw(_words), facts | naming, evidence))
    possible = [
        (start.id, end.id, relation)
        for at, start in enumerate(nodes.values())
        for other, end in enumerate(nodes.values())
        for relation in RELATIONS
        if graphs.may_lead(relation, at, other) and (start.kind, end.kind) in relation.ends
    ]
    chosen = draw(st.lists(st.sampled_from(possible), max_size=30, unique=True)) if possible else []
    edges = [
        Edge(source, target, each.name, draw(graphs._facts(each.facts)), draw(graphs._evidence))
        for source, target, each in chosen
    ]
    head = {**graphs.small().document, "id": name, "title": name}
    findings = draw(st.lists(graphs._findings, max_size=2))
    records = Records(head, [*nodes.values()], edges, findings)
    # As a file would hold it: edges stand by their source.
    return network.from_payload(network.to_payload(network.from_records(records)))


_IDS = ("a", "B", "あ", "ｦ", "\ue000", "𠮷", "😀", "か\u3099")
_MARKS = ("テーマa", "テーマあ")
_ENDS: dict[str, tuple[str, str]] = {
    "DEPENDS_ON": ("Plan", "Plan"),
    "RELATED_TO": ("Plan", "Plan"),
    "GROUNDED_IN": ("Plan", "Guideline"),
    "INVOLVES": ("Plan", "Department"),
    "TOUCHES": ("Plan", "Theme"),
    "PART_OF": ("Theme", "Theme"),
    "RESPONSIBLE_FOR": ("Department", "Plan"),
}


@st.composite
def tangle(draw: st.DrawFn, name: str) -> Graph:
    """The graph of one document whose plans hang together."""
    return tangled(name, Random(draw(st.integers(0, 2**32))))


def tangled(name: str, random: Random) -> Graph:
    """The graph of one document, from a source of chance."""
    made = _Tangle(name, random)
    made.nodes_and_parts()
    for relation, (start, end) in _ENDS.items():
        share = random.choice((0.0, 0.15, 0.5))
        for source in made.ids[start]:
            for target in made.ids[end]:
                if source != target and random.random() < share:
                    made.relate(source, target, relation)
    head = {**graphs.small().document, "id": name, "title": name}
    records = Records(head, [*made.nodes.values()], [*made.edges.values()], [])
    return network.from_payload(network.to_payload(network.from_records(records)))


class _Tangle:
    def __init__(self, name: str, random: Random) -> None:
        self.name = name
        self.random = random
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, str], Edge] = {}
        self.ids: dict[str, list[str]] = {}

    def nodes_and_parts(self) -> None:
        self.add(self.name, "PlanDocument", title=self.name)
        goals = [self.add(f"{self.name}/g/{n}", "Goal", number=n, title="目標") for n in "12"]
        groups = [
            self.add(f"{self.name}/i/{n}", "Initiative", number=n, title="柱")
            for n in ("1-1", "2-1")
        ]
        for goal, group in zip(goals, groups, strict=True):
            self.relate(goal, group, "HAS_PART")
        for place, each in enumerate(self.random.sample(_IDS, self.random.randint(2, 7))):
            plan = self.add(
                f"{self.name}/plan/{each}",
                "Plan",
                number=f"1-1-{place + 9}",
                title=f"計画{each}",
                unknown_marks=self.random.sample(
                    ("テーマa", "テーマあ"), self.random.randint(0, 2)
                ),
            )
            self.relate(self.random.choice(groups), plan, "HAS_PART")
            for n in range(self.random.randint(0, 2)):
                part = self.add(f"{plan}/c/{n}", "Component", title=f"個別{n}")
                self.relate(plan, part, "HAS_PART")
        # Of what is shared, the documents draw from the same few.
        for kind, more in (("Department", {}), ("Guideline", {"type": "law"}), ("Theme", {})):
            for each in self.random.sample(_IDS, self.random.randint(1, 4)):
                self.add(f"{kind}/{each}", kind, name=f"{_JA[kind]}{each}", **more)
        holders = self.ids["Plan"] + self.ids.get("Component", [])
        for part in self.ids.get("Component", []):
            for department in self.random.sample(self.ids["Department"], 1):
                if self.random.random() < 0.6:
                    self.relate(department, part, "RESPONSIBLE_FOR")
        for n, holder in enumerate(self.random.choices(holders, k=4)):
            facts: dict[str, Any] = {
                "name": f"指標{n}",
                "measurable": True,
                "target": self.measure(),
            }
            baseline = {"baseline": self.measure()} if n % 2 else {}
            self.relate(
                holder,
                self.add(f"{self.name}/x/{n}", "Indicator", **facts, **baseline),
                "MEASURED_BY",
            )
            first = self.random.randint(2020, 2024)
            arrow: dict[str, Any] = {"first_year": first}
            arrow |= self.random.choice(({}, {"earliest_year": first - 2}))
            action = self.add(f"{self.name}/a/{n}", "Action", title=f"取組{n}", **arrow)
            self.relate(holder, action, "HAS_PART")
            last = first + self.random.randint(0, 2)
            years: dict[str, Any] = {"first_year": first, "last_year": last}
            years |= self.random.choice(
                (
                    {"continues": "no"},
                    {"continues": "unknown", "latest_year": last + 2},
                    {"continues": "unknown"},
                    {},
                )
            )
            milestone = self.add(f"{self.name}/m/{n}", "Milestone", text=f"実施{n}", **years)
            self.relate(action, milestone, "HAS_PART")

    def measure(self) -> Measure:
        value, unit = self.random.choice(((1, "件"), (2, "件/年"), (3, "％")))
        return Measure(value, unit, self.random.choice((">=", "<=", "=")), None, None, "")

    def add(self, node: str, kind: str, **facts: Any) -> str:
        self.nodes[node] = Node(node, kind, node, facts)
        self.ids.setdefault(kind, []).append(node)
        return node

    def relate(self, source: str, target: str, relation: str) -> None:
        order = len(self.edges) % 5 + 1
        facts: dict[str, dict[str, Any]] = {
            "HAS_PART": {"order": order},
            "MEASURED_BY": {"order": order},
            "RESPONSIBLE_FOR": {"role": self.random.choice(("lead", "co")), "order": order},
            "DEPENDS_ON": {"reason": "names_plan", "words": f"{target}と連携"},
            "RELATED_TO": {"score": self.random.choice((0.25, 0.5)), "reasons": []},
            "TOUCHES": {"basis": self.random.choice((["mark"], ["text"], ["mark", "text"]))},
        }
        seen = [Evidence(self.name, order, "本文", f"{source}→{target}")]
        edge = Edge(source, target, relation, facts.get(relation, {}), seen)
        self.edges[source, target, relation] = edge


_JA = {"Department": "課", "Guideline": "法", "Theme": "テーマ"}
