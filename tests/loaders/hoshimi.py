"""A small plan of a city that does not exist, as text, for tests of what a loader reads from it."""

from __future__ import annotations

from pathlib import Path

from keikaku import loaders
from keikaku.graph.records import Edge, Finding, Node, Records

DOCUMENT = "hoshimi"
FRONT = "星見市行政改革プラン 実施計画\n\n推進期間：2030年度～2033年度\n\n星見市\n\n2030年3月\n"
GOAL, INITIATIVE = "重点推進目標 1 人を育てる", "取組事項 1 窓口を変える"
LABELS = (
    "5レス\tカウンター\tキャッシュ\tペーパー\tファイル\tムーブ"
    "\t情報公開\t市ウェブサイト\tその他\t市ウェブページ"
)


def page(
    title: str,
    number: str = "①",
    says: str = "手続を見直す。",
    *,
    by: str = "市民課",
    goal: str = GOAL,
    initiative: str = INITIATIVE,
    action: str = "現状の把握",
    milestone: str = "調査",
    target: str = "・待ち時間 5分以内",
    pages: str = "",
) -> str:
    """One page of a plan, in tab rows."""
    return "\n".join(
        [
            "",
            goal,
            initiative,
            f"{number}\t実施計画名\t{title}\t所管課\t{by}",
            f"事業概要\t目指す姿\n{says}\t早く終わる。",
            f"{LABELS}\n\t\t\t\t\t\t\t○\t\t{pages}",
            "取組内容\t行動計画\t\t2033年度末までの目標値",
            "\t2030年度\t2031年度\t",
            f"{action}\t{milestone}\t\t{target}",
            "",
        ]
    )


def tree(*titles: str, by: str = "市民課") -> str:
    """The overview's list of plans, all in one initiative."""
    rows = [f"{chr(0x2460 + n)} {title}\t{by}" for n, title in enumerate(titles)]
    return "\n".join(["", GOAL, INITIATIVE, *rows, ""])


def load(folder: Path, *parts: str) -> Records:
    """Load a document of these parts, front matter first."""
    source = folder / f"{DOCUMENT}-plan.txt"
    source.write_text("\n".join([FRONT, *parts]), encoding="utf-8")
    return loaders.load(source)


def plans(records: Records) -> dict[str, str]:
    """Number → title of each plan."""
    return {n.facts["number"]: n.facts["title"] for n in records.nodes if n.kind == "Plan"}


def plan_id(number: str) -> str:
    return f"{DOCUMENT}/plan/{number}"


def edges(records: Records, relation: str, number: str) -> list[Edge]:
    """The edges of a type that leave a plan."""
    return [e for e in records.edges if e.type == relation and e.source == plan_id(number)]


def findings_of(records: Records, code: str) -> list[Finding]:
    return [finding for finding in records.findings if finding.code == code]


def of_kind(records: Records, kind: str) -> list[Node]:
    return [node for node in records.nodes if node.kind == kind]
