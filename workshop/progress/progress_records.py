"""The content of a progress file: actual values of indicators, states of actions, by year."""

from __future__ import annotations

from dataclasses import dataclass, field

from keikaku.graph.language import Text
from keikaku.workshop.problems import Problem


@dataclass(frozen=True, slots=True)
class State:
    """A state of an action (進捗状況): its code, its word in the drop-down, other words for it."""

    code: str
    word: Text
    others: tuple[str, ...] = ()


STATES: tuple[State, ...] = (
    State("not_started", Text("未着手", "not started"), ("未実施", "着手前")),
    State("ongoing", Text("実施中", "ongoing"), ("進行中", "継続中", "着手", "着手済", "順調")),
    State("done", Text("完了", "done"), ("完了済", "実施済", "終了", "達成")),
    State("late", Text("遅れ", "late"), ("遅延", "遅れあり", "やや遅れ")),
    State("stopped", Text("中止", "stopped"), ("休止", "廃止", "取りやめ")),
)
"""The states in the order of the drop-down."""

STATE: dict[str, State] = {state.code: state for state in STATES}
"""The states by code."""


@dataclass(frozen=True, slots=True)
class Actual:
    """The actual value (実績値) of a fiscal year, with its place; ``raw`` as it was typed."""

    year: int
    value: int | float
    qualifier: str | None
    raw: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Reached:
    """The state of an action in a fiscal year, by its code, with its place."""

    year: int
    state: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Signed:
    """The rest of a row: remarks (備考), by whom, and when (YYYY-MM-DD)."""

    remarks: str | None = None
    by: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """A progress file (進捗状況), read whole.

    ``actuals`` and ``states`` are by the id of the indicator and of the action, in the order of
    the years; ``signed`` by either. ``doubts`` are values that were used but look odd.
    """

    file: str
    actuals: dict[str, list[Actual]] = field(default_factory=dict)
    states: dict[str, list[Reached]] = field(default_factory=dict)
    signed: dict[str, Signed] = field(default_factory=dict)
    doubts: list[Problem] = field(default_factory=list)
