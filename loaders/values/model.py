"""The content of a cell that states a value: its values, and the meaning of its other words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Sign = Literal[">=", ">", "<=", "<", "="]
Role = Literal["baseline", "actual", "target"]
Kind = Literal["values", "words", "none", "date", "unclear"]


@dataclass(frozen=True, slots=True)
class Value:
    """One value as printed (値): 98.2%以上（R8年度）, 年2回, 20～30 km2, ▲3.5.

    ``value`` is a plain number, None where ``low`` and ``high`` hold a range; ``unit`` as printed
    with its rhythm (件/年) and at most one scale word (176億円); ``comparator`` is ``>=`` for 以上,
    ``>`` for 超, ``<=`` for 以下 and 以内, ``<`` for 未満, else ``=``; ``qualifier`` 約, 程度;
    ``as_of`` the date as printed and ``fiscal_year`` its fiscal year (年度), None where it has
    none; ``cumulative`` whether it sums up (累計); ``series`` the part that it is of (男性);
    ``role`` baseline, actual or target where the cell says so; ``relative`` the words that bind it
    to something else (前年度以上, 維持); ``raw`` the words as printed.

    ``label`` holds the words before it (an indicator's name), ``base`` the whole of which it is a
    part (of 8市町／25市町, 25市町); ``start`` and ``end`` where it stands in the text.
    """

    value: float | int | None
    low: float | int | None = None
    high: float | int | None = None
    unit: str | None = None
    comparator: Sign = "="
    qualifier: str | None = None
    as_of: str | None = None
    fiscal_year: int | None = None
    cumulative: bool = False
    series: str | None = None
    role: Role | None = None
    relative: str | None = None
    raw: str = ""
    label: str = ""
    base: str | None = None
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A whole cell, read.

    ``kind`` is ``values`` where it holds numbers and all of it was understood, ``words`` where it
    holds none, ``none`` for a dash, ``date`` for a date alone, ``unclear`` where it holds numbers
    and something in it was not understood: then ``values`` is empty and ``left`` holds that part.
    """

    kind: Kind
    values: list[Value] = field(default_factory=list)
    relative: str | None = None
    as_of: str | None = None
    fiscal_year: int | None = None
    left: str | None = None
