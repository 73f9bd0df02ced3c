"""What corrections of a small plan change, kept entry by entry.

``corrections_kept.txt`` holds entries, and below each what it changes: ``-`` what was, ``+`` what
is, with the last evidence, or how the file is refused. ``^`` parts the lines of an entry.
`python -m tests.loaders.corrections_kept` writes the changes anew, after a change that is meant:
look at the difference before you keep it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from keikaku.graph import findings
from keikaku.graph.errors import CorrectionError
from keikaku.graph.records import Edge, Node, Records
from tests.loaders.correcting import correct
from tests.loaders.small_plan import CITY, DOCUMENT, SmallPlan, amount

FILE = Path(__file__).with_name("corrections_kept.txt")


def cases() -> Iterator[tuple[str, str]]:
    """Yield each entry with what is kept of it."""
    for case in FILE.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        entry, _, kept = case.partition("\n")
        yield entry, kept


def plan_to_correct() -> SmallPlan:
    """A document of three plans, with all kinds of parts and links, and what is open of it."""
    plan = SmallPlan()
    plan.five()
    first = plan.plan(
        "1-1-1", "収納課", "市民課", title="納付の推進", unknown_marks=["ペーパーレス"]
    )
    second = plan.plan("1-1-2", "市民課", title="窓口の改善", disclosure_unknown=True)
    third = plan.plan("2-1-1", "収納課", title="納付の案内")
    plan.indicator(
        first,
        "納付率",
        amount(98, comparator=">="),
        amount(95, as_of="2029年度") | {"fiscal_year": 2029},
    )
    plan.indicator(second, "待ち時間", amount(5, "分", "<="))
    plan.component(first, "口座の部", "会計課")
    step = plan.milestone(plan.action(first, "口座振替"), "検討", 2030, 2031)
    plan.milestone(plan.action(second, "予約"), "試行", 2031)
    plan.node(step).facts |= {"continues": "unknown", "latest_year": 2032}
    plan.guideline("収納方針", first)
    plan.theme("キャッシュレス", first, "mark", "text")
    plan.theme("ペーパーレス", second, "mark")
    plan.involves(second, "総務課")
    plan.relate("DEPENDS_ON", second, first, reason="names_plan", words="納付の推進")
    for code, where, details in (
        ("DepartmentSpelling", first, {"department": "収納果", "nearest": "収納課"}),
        ("DepartmentSpelling", first, {"department": "市民果", "nearest": "市民課"}),
        ("MarksMissing", first, {"themes": ["ペーパーレス"]}),
        ("DisclosureUnknown", second, {}),
        ("TitleDiffers", first, {"printed": "納付の推進", "overview": "納付"}),
        ("MilestoneCut", step, {"action": "口座振替", "text": "検討"}),
        ("DepartmentNotOnPage", first, {"department": "会計課"}),
        ("UnreadText", second, {"text": "別紙"}),
        ("DepartmentNotInOverview", third, {"department": "収納課"}),
        ("PlanWithoutPage", DOCUMENT, {"title": "広報"}),
    ):
        number = {DOCUMENT: "1-1-9", second: "1-1-2", third: "2-1-1"}.get(where, "1-1-1")
        plan.add_finding(getattr(findings, code).at(where, [], plan=number, **details))
    return plan


def _lines(records: Records) -> list[str]:
    lines = []
    owners: list[Node | Edge] = [*records.nodes, *records.edges]
    for owner in owners:
        name = f"{owner.source} -{owner.type}->" if isinstance(owner, Edge) else owner.kind
        own = f" 「{owner.label}」" if isinstance(owner, Node) else ""
        last = owner.evidence[-1]
        facts = json.dumps(owner.facts, ensure_ascii=False, sort_keys=True)
        at = owner.target if isinstance(owner, Edge) else owner.id
        quote = f"{len(owner.evidence)} {last.section} {last.quote}"
        lines.append(f"{name} {at}{own} {facts} [{quote}]")
    for one in records.findings:
        settled = "settled" if one.settled else "open"
        details = json.dumps(one.details, ensure_ascii=False, sort_keys=True)
        lines.append(f"{settled} {one.code} {one.node} {details}")
    return [line.replace(f"{DOCUMENT}/", "").replace(f"{CITY}/", "~/") for line in lines]


def said(entry: str) -> str:
    """Return what an entry changes of the plan, a line for each change."""
    before, plan = plan_to_correct(), plan_to_correct()
    correct(before)
    try:
        correct(plan, entry.replace(" ^ ", "\n"))
    except CorrectionError as refused:
        return f"{refused.message('ja')}\n{refused.message('en')}"
    old, new = _lines(before.records), _lines(plan.records)
    gone, come = [o for o in old if o not in new], [n for n in new if n not in old]
    return "\n".join([*(f"- {one}" for one in gone), *(f"+ {one}" for one in come)])


def main() -> None:
    """Write what each entry changes."""
    texts = [f"{entry}\n{said(entry)}".rstrip("\n") for entry, _ in cases()]
    FILE.write_text("\n\n".join(texts) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
