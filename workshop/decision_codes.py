"""What can become of a plan in the next edition (次期計画での扱い)."""

from __future__ import annotations

from dataclasses import dataclass

from keikaku.graph.language import Text


@dataclass(frozen=True, slots=True)
class Decision:
    """One choice: its code, its word in the drop-down, and what it means.

    ``succeeds`` is whether a plan of the next edition continues the plan decided about.
    """

    code: str
    word: Text
    means: Text
    succeeds: bool


DECISIONS: tuple[Decision, ...] = (
    Decision(
        "continue",
        Text("継続", "continue"),
        Text("次期計画でもそのまま続ける", "goes on as it is"),
        succeeds=True,
    ),
    Decision(
        "revise",
        Text("見直し", "revise"),
        Text("内容・所管・指標を改めて続ける", "goes on with other content, lead or indicator"),
        succeeds=True,
    ),
    Decision(
        "merge",
        Text("統合", "merge"),
        Text("ほかの計画と一つにする", "becomes one with other plans"),
        succeeds=True,
    ),
    Decision(
        "drop",
        Text("廃止", "drop"),
        Text("目的を果たさないままやめる", "ends without having reached its aim"),
        succeeds=False,
    ),
    Decision(
        "new",
        Text("新規", "new"),
        Text("次期計画に新しく加える", "is added to the next edition"),
        succeeds=False,
    ),
    Decision(
        "complete",
        Text("完了", "complete"),
        Text("目的を果たして終える", "ends, having reached its aim"),
        succeeds=False,
    ),
)
"""The choices in the order of the drop-down."""

DECISION: dict[str, Decision] = {decision.code: decision for decision in DECISIONS}
"""The choices by code."""
