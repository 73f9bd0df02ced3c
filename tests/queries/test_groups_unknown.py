"""What the source leaves open is a group of its own: neither a mark nor none (不明の区分)."""

from __future__ import annotations

import keikaku
from keikaku.graph import bundled
from keikaku.queries.registry import ask
from tests.queries.asking.facts import Facts


def test_unknown_marks_are_possible_in_each_group_and_in_none() -> None:
    facts = Facts.of(bundled.path())
    plans = [facts.nodes[node] for node in facts.kind("Plan")]
    unknown = [plan for plan in plans if plan.get("unknown_marks")]
    answer = ask("find", keikaku.read(), kind="計画", by="印")
    groups = {row.group: row for row in answer.rows}
    assert len(unknown) == 10
    assert groups[""].possible == groups["カウンターレス"].possible == len(unknown)
    assert not {plan["number"] for plan in unknown} & set(groups[""].members)


def test_plans_of_unknown_disclosure_are_not_among_those_without() -> None:
    answer = ask("find", keikaku.read(), kind="計画", by="情報公開")
    none = next(row for row in answer.rows if not row.group)
    sure = ask("find", keikaku.read(), kind="計画", where="情報公開=無し")
    assert none.members == [row.number for row in sure.rows]
    assert sure.totals
    assert none.possible == sure.totals[0].unknown
