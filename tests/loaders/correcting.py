"""Helpers of the stories of corrections: one small plan, and a file applied to it."""

from __future__ import annotations

import textwrap
from typing import Any

from keikaku.graph.records import Edge, Evidence, Node
from keikaku.loaders import checks
from keikaku.loaders.corrections import Corrections, apply, parse, settle
from tests.loaders.small_plan import SmallPlan, amount

PLAN = "aoba-2030/plan/1-1-1"
SIGNED = {"who": "行政管理課 山田", "why": "所管課に確認した", "when": "2031-04-01"}
HEAD = "keikaku-corrections: 1\ndocument: aoba-2030\ncorrections:\n"


def corrections(*entries: str, settles: str = "") -> Corrections:
    """A file with these entries, all signed alike."""
    signed = "who: 行政管理課 山田\nwhy: 所管課に確認した\nwhen: 2031-04-01\n" + settles
    text = HEAD
    for entry in entries:
        body = textwrap.dedent(entry).strip() + "\n" + signed
        text += "- " + textwrap.indent(body, "  ").lstrip()
    return parse(text, "aoba.corrections.yaml")


def correct(plan: SmallPlan, *entries: str, settles: str = "") -> list[str]:
    """Load as a loader does; the codes of what is still open."""
    read = corrections(*entries, settles=settles)
    apply(plan.records, read)
    plan.records.findings += checks.run(plan.records)
    settle(plan.records, read)
    return [finding.code for finding in plan.records.findings if finding.settled is None]


def small(**facts: Any) -> SmallPlan:
    """One plan with one indicator that raises no remark, and the theme 5レス."""
    plan = SmallPlan()
    plan.five()
    plan.indicator(
        plan.plan("1-1-1", "収納課", title="納付の推進", **facts),
        "納付率",
        amount(98, comparator=">="),
        amount(95),
    )
    return plan


def last_evidence(owner: Node | Edge) -> Evidence:
    return owner.evidence[-1]
