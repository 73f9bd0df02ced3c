"""Records of a plan → its printed pages, one form page per plan behind an overview (体系図)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from keikaku.graph.records import Node, Records
from tests.makers.printed import Break, Grid, Line, Printed, Slot

THEMES = ("カウンター", "キャッシュ", "ペーパー", "ファイル", "ムーブ")


@dataclass(frozen=True, slots=True)
class Style:
    """How pages are set; none of it changes what they mean."""

    spans: Literal["arrows", "merged"] = "arrows"
    one_table: bool = False
    """Whether the whole page is a single table, as many cities set it."""


class _Facts:
    def __init__(self, records: Records) -> None:
        self.document = records.document
        self.nodes = {node.id: node for node in records.nodes}
        self.out: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
        self.into: dict[tuple[str, str], list[tuple[str, dict[str, Any]]]] = defaultdict(list)
        for edge in records.edges:
            self.out[edge.source, edge.type].append((edge.target, edge.facts))
            self.into[edge.target, edge.type].append((edge.source, edge.facts))

    def parts(self, node: str, kind: str, relation: str = "HAS_PART") -> list[Node]:
        ends = sorted(self.out[node, relation], key=lambda end: end[1].get("order", 0))
        return [self.nodes[end] for end, _ in ends if self.nodes[end].kind == kind]

    def departments(self, node: str) -> list[str]:
        ends = sorted(self.into[node, "RESPONSIBLE_FOR"], key=lambda end: end[1]["order"])
        return [self.nodes[end].facts["name"] for end, _ in ends]


def form_pages(records: Records, style: Style = Style()) -> Iterator[Printed]:
    """The whole document: cover, overview, one page per plan."""
    facts = _Facts(records)
    document = facts.document
    first, last = document["first_year"], document["last_year"]
    yield Line(document["title"], 1)
    yield Line(f"推進期間：{first}年度～{last}年度")
    yield Line(document["municipality"])
    yield Break()
    yield Line(f"{document['title']}体系図", 1)
    goals = facts.parts(document["id"], "Goal")
    for goal in goals:
        yield from _overview(facts, goal)
    for goal in goals:
        for initiative in facts.parts(goal.id, "Initiative"):
            for plan in facts.parts(initiative.id, "Plan"):
                yield Break()
                yield from _page(facts, goal, initiative, plan, style)


def _numbered(node: Node) -> str:
    return str(node.facts["number"]).rsplit("-", 1)[-1]


def _circled(plan: Node) -> str:
    return chr(0x2460 + int(_numbered(plan)) - 1)


def _overview(facts: _Facts, goal: Node) -> Iterator[Printed]:
    yield Line(f"重点推進目標{_numbered(goal)} {goal.facts['title']}", 2)
    count = 0
    for initiative in facts.parts(goal.id, "Initiative"):
        yield Line(f"取組事項{_numbered(initiative)} {initiative.facts['title']}", 3)
        rows = []
        for plan in facts.parts(initiative.id, "Plan"):
            count += 1
            who = "、".join(facts.departments(plan.id))
            rows.append([Slot(f"{_circled(plan)} {plan.facts['title']}"), Slot(who)])
        yield Grid((60, 40), rows)
    yield Line(f"計 {count}計画")


def _page(
    facts: _Facts, goal: Node, initiative: Node, plan: Node, style: Style
) -> Iterator[Printed]:
    yield Line(f"重点推進目標{_numbered(goal)} {goal.facts['title']}", 2)
    yield Line(f"取組事項{_numbered(initiative)} {initiative.facts['title']}", 3)
    codes = [node.facts["code"] for node in facts.parts(plan.id, "SdgTarget", "CONTRIBUTES_TO")]
    if codes:
        yield Line("SDGsターゲット")
        yield Line(" ".join(codes))
    yield Grid(
        (6, 14, 40, 12, 28),
        [
            [
                Slot(_circled(plan)),
                Slot("実施計画名", head=True),
                Slot(plan.facts["title"]),
                Slot("所管課", head=True),
                Slot("、".join(facts.departments(plan.id))),
            ]
        ],
    )
    yield Line("")
    yield Grid(
        (50, 50),
        [
            [Slot("事業概要", head=True), Slot("目指す姿（目標）", head=True)],
            [Slot(plan.facts.get("overview") or ""), Slot(plan.facts.get("vision") or "")],
        ],
    )
    yield Line("")
    yield from _marks(facts, plan)
    yield from _sections(facts, plan, style)


def _marks(facts: _Facts, plan: Node) -> Iterator[Printed]:
    channels = facts.parts(plan.id, "Channel", "DISCLOSED_ON")
    marks_by_channel: dict[str, list[str]] = defaultdict(list)
    for channel in channels:
        marks_by_channel[channel.facts["type"]].append(channel.facts["name"])
    marked = {
        facts.nodes[end].facts["name"]
        for end, carried in facts.out[plan.id, "TOUCHES"]
        if "mark" in carried["basis"]
    }
    names = "\n".join(f"・{name}" for name in marks_by_channel["page"])
    head = [Slot("5レス", 2, head=True), *(Slot(word, head=True) for word in THEMES)]
    head += [Slot("情報公開", 2, head=True), Slot("市ウェブサイト", head=True)]
    head += [Slot("その他", head=True), Slot("市ウェブページ", 2, head=True), Slot(names, 2)]
    widths = (7, 8, 8, 8, 8, 8, 8, 9, 10, 9, 17)
    if plan.facts.get("disclosure_unknown"):
        # 情報公開 was not printed; of the marks maybe only the heads.
        heads = [replace(slot, rows=1) for slot in head[:6]]
        five = [Slot(), *(Slot("○" if f"{word}レス" in marked else "") for word in THEMES)]
        known = not plan.facts["unknown_marks"]
        yield Grid(widths[:6], [heads, five] if known else [heads])
        yield Grid(widths[6:], [[replace(slot, rows=1) for slot in head[6:]]])
    elif plan.facts["unknown_marks"]:
        yield Grid(widths[6:], [head[6:], [*_site(marks_by_channel)]])
    else:
        row = [Slot("○" if f"{word}レス" in marked else "") for word in THEMES]
        yield Grid(widths, [head, [*row, *_site(marks_by_channel)]])
    yield Line("")


def _site(marks_by_channel: dict[str, list[str]]) -> list[Slot]:
    return [
        Slot("○" if marks_by_channel["website"] else ""),
        Slot("\n".join(marks_by_channel["other"])),
    ]


def _sections(facts: _Facts, plan: Node, style: Style) -> Iterator[Printed]:
    components = facts.parts(plan.id, "Component")
    if facts.parts(plan.id, "Action") or not components:
        yield _actions(facts, plan, style)
    for component in components:
        who = "、".join(facts.departments(component.id))
        yield Line(f"{component.facts['title']} ＜{who}＞")
        said = component.facts.get("overview"), component.facts.get("vision")
        if any(said):
            yield Grid(
                (50, 50),
                [
                    [Slot("事業概要", head=True), Slot("目指す姿（目標）", head=True)],
                    [Slot(said[0] or ""), Slot(said[1] or "")],
                ],
            )
        yield _actions(facts, component, style)


def _actions(facts: _Facts, owner: Node, style: Style) -> Grid:
    first, last = facts.document["first_year"], facts.document["last_year"]
    years = range(first, last + 1)
    lines = [row for action in facts.parts(owner.id, "Action") for row in _rows(facts, action)]
    head = [
        Slot("取組内容", 2, head=True),
        Slot("行動計画", 1, len(years), head=True),
        Slot(f"{last}年度末までの目標値", 2, head=True),
    ]
    columns = [Slot(f"{year}年度（令和{year - 2018}年度）", head=True) for year in years]
    rows: list[list[Slot]] = [head, columns]
    for at, (title, milestones) in enumerate(lines):
        row = [Slot(title), *_schedule(milestones, years, style)]
        if at == 0:
            row.append(Slot(_targets(facts, owner), len(lines)))
        rows.append(row)
    if not lines:
        rows.append([Slot(), *(Slot() for _ in years), Slot(_targets(facts, owner))])
    return Grid((22, *([13] * len(years)), 26), rows)


def _rows(facts: _Facts, action: Node) -> Iterator[tuple[str, list[Node]]]:
    """An action's rows: a further one where two milestones share a year."""
    waiting = facts.parts(action.id, "Milestone")
    title = action.facts["title"]
    while True:
        row: list[Node] = []
        rest: list[Node] = []
        for one in waiting:
            free = all(one.facts["first_year"] > other.facts["last_year"] for other in row)
            (row if free else rest).append(one)
        yield title, row
        if not rest:
            return
        waiting, title = rest, ""


def _schedule(milestones: list[Node], years: range, style: Style) -> list[Slot]:
    by_year = {one.facts["first_year"]: one.facts for one in milestones}
    slots: list[Slot] = []
    year = years[0]
    while year <= years[-1]:
        one = by_year.get(year)
        if one is None:
            slots.append(Slot())
            year += 1
            continue
        length = one["last_year"] - year + 1
        if style.spans == "merged":
            slots.append(Slot(one["text"], columns=length))
        else:
            arrow = " →" if length > 1 else ""
            slots += [Slot(one["text"] + arrow), *[Slot("→")] * (length - 1)]
        year += length
    return slots


def _targets(facts: _Facts, owner: Node) -> str:
    indicators = [node.facts for node in facts.parts(owner.id, "Indicator", "MEASURED_BY")]
    lines = [f"・{one['name']}" for one in indicators if not one["measurable"]]
    lines += [f"・{one['name']} {_raw(one['target'])}" for one in indicators if one["target"]]
    baselines = [one for one in indicators if one["baseline"]]
    if baselines:
        when = next((_as_of(one["baseline"]) for one in baselines if _as_of(one["baseline"])), "")
        lines.append(f"（{when}時点の現況値）" if when else "（現況値）")
        lines += [f"・{one['name']} {_raw(one['baseline'])}" for one in baselines]
    return "\n".join(lines)


def _raw(measure: Any) -> str:
    return str(measure["raw"] if isinstance(measure, dict) else measure.raw)


def _as_of(measure: Any) -> str:
    return str((measure["as_of"] if isinstance(measure, dict) else measure.as_of) or "")
