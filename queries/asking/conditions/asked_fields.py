"""The field by which a name of each kind is asked for (名前と項目)."""

from __future__ import annotations

from typing import Any

from keikaku.queries.expressions.field_tables import COUNT_WORDS
from keikaku.queries.expressions.fields import words_of
from keikaku.queries.names import fold

FIELD_OF = {
    "Department": "所管課",
    "Theme": "テーマ",
    "Guideline": "根拠",
    "Partner": "関係団体",
    "SdgTarget": "SDGs",
    "Goal": "目標",
    "Initiative": "取組事項",
    "Channel": "情報公開",
    "Component": "個別取組",
    "Indicator": "指標",
    "Action": "取組内容",
    "Milestone": "行動計画",
    "Plan": "計画",
    "Finding": "確認事項",
    "Category": "区分",
    "Role": "指標の種類",
}
"""The field by which a name of each kind is asked for, of plans and what belongs to them."""


BESIDE_THE_LEAD = frozenset(("関係課", "関係部署"))
"""Nouns of departments that answer for a plan beside its lead."""


def field_of(kind: str, head: str) -> str:
    """Return the field by which a name of one kind is asked for among things of another.

    目標 of an indicator is its target, so the goal has another word there.
    """
    name = FIELD_OF[kind]
    field = words_of(head).get(fold(name))
    if kind == "Goal" and field is not None and field.leads_to != kind:
        return "重点推進目標"
    return name


def counts_of(head: str, counted: str) -> str | None:
    """Return the field that counts things of a kind for another: 計画数 of departments."""
    own: Any = words_of(head).get(fold("plan" if counted == "Plan" else FIELD_OF[counted]))
    if own is None or own.via_plans:
        return None
    listed = COUNT_WORDS.get(own.key, f"{own.spelling}数")
    name = listed.split()[0]
    return name if fold(name) in words_of(head) else None
