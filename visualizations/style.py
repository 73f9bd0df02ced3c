"""How each kind and relation looks: a table of shapes, colours and sizes.

The hues are those of Okabe and Ito, which colour-blind people can distinguish ("Color Universal
Design", 2008, https://jfly.uni-koeln.de/color/); each kind has a shape of its own besides.
"""

from __future__ import annotations

from typing import NamedTuple


class KindStyle(NamedTuple):
    """The looks of a kind. ``width``, ``font`` in units of the map, a unit is about a pixel.

    ``width`` 0 fits the box to its words. ``colour`` is the outline on light and on dark ground;
    the fill is a tint of it. ``skeleton`` kinds are shown when the map opens. ``foot`` is the font
    of a line beneath the words, 0 for none: a plan shows its lead department there.
    """

    shape: str
    colour: tuple[str, str]
    width: float
    font: float
    lines: int
    skeleton: bool = False
    foot: float = 0.0


class RelationStyle(NamedTuple):
    """The looks of a relation; ``visible`` when the map opens."""

    colour: tuple[str, str]
    width: float
    dashes: tuple[int, ...]
    visible: bool


_BLUE = ("#0072b2", "#56b4e9")
_SKY = ("#2a8fc7", "#8fd0f5")
_ORANGE = ("#b87700", "#e69f00")
_GREEN = ("#00805e", "#2fc79b")
_VERMILION = ("#c24e00", "#ff8a4c")
_PURPLE = ("#a8548a", "#e39ac6")
_YELLOW = ("#857a00", "#f0e442")
_SLATE = ("#33414f", "#cfd8e0")
_GREY = ("#66727e", "#9fabb6")

KIND_STYLES: dict[str, KindStyle] = {
    "Goal": KindStyle("banner", _SLATE, 0, 14, 2, skeleton=True),
    "Initiative": KindStyle("heading", _SLATE, 0, 11.5, 2, skeleton=True),
    "Plan": KindStyle("box", _BLUE, 160, 11, 2, skeleton=True, foot=9),
    "Department": KindStyle("pill", _ORANGE, 0, 10.5, 1),
    "Component": KindStyle("double", _BLUE, 162, 9, 2),
    "Action": KindStyle("arrow", _SKY, 162, 9, 2),
    "Milestone": KindStyle("slant", _SKY, 146, 8.5, 2),
    "Indicator": KindStyle("ticket", _VERMILION, 162, 9, 2),
    "Budget": KindStyle("ticket", _ORANGE, 146, 9, 2),
    "Evaluation": KindStyle("tag", _GREEN, 146, 9, 2),
    "LogicStep": KindStyle("slant", _GREEN, 162, 9, 2),
    "Theme": KindStyle("hexagon", _GREEN, 0, 11, 1),
    "Guideline": KindStyle("page", _PURPLE, 0, 10.5, 1),
    "SdgTarget": KindStyle("octagon", _YELLOW, 0, 11, 1),
    "Channel": KindStyle("bubble", _GREY, 0, 10.5, 1),
    "Partner": KindStyle("tag", _VERMILION, 0, 10.5, 1),
    "PlanDocument": KindStyle("title", _SLATE, 0, 17, 2),
    "Municipality": KindStyle("double", _SLATE, 0, 12, 1),
}

RELATION_STYLES: dict[str, RelationStyle] = {
    "HAS_PART": RelationStyle(_GREY, 1, (), visible=False),
    "RESPONSIBLE_FOR": RelationStyle(_ORANGE, 1, (), visible=True),
    "DEPENDS_ON": RelationStyle(_VERMILION, 1.8, (), visible=True),
    "RELATED_TO": RelationStyle(_PURPLE, 1.6, (6, 4), visible=True),
    "MEASURED_BY": RelationStyle(_VERMILION, 0.8, (2, 3), visible=True),
    "HAS_BUDGET": RelationStyle(_ORANGE, 0.8, (2, 3), visible=True),
    "EVALUATED_AS": RelationStyle(_GREEN, 0.8, (2, 3), visible=True),
    "LEADS_TO": RelationStyle(_GREEN, 1.2, (), visible=True),
    "ASSOCIATED_WITH": RelationStyle(_VERMILION, 1.2, (4, 3), visible=True),
    "IS_DOCUMENT": RelationStyle(_SLATE, 1, (5, 3), visible=True),
    "TOUCHES": RelationStyle(_GREEN, 0.9, (), visible=True),
    "GROUNDED_IN": RelationStyle(_PURPLE, 0.9, (), visible=True),
    "CONTRIBUTES_TO": RelationStyle(_YELLOW, 0.9, (), visible=True),
    "DISCLOSED_ON": RelationStyle(_GREY, 0.7, (1, 3), visible=True),
    "INVOLVES": RelationStyle(_VERMILION, 0.9, (5, 3), visible=True),
    "PART_OF": RelationStyle(_GREEN, 1, (), visible=True),
    "PUBLISHES": RelationStyle(_GREY, 1, (), visible=True),
    "SUCCEEDS": RelationStyle(_SLATE, 1.4, (), visible=True),
}

LINE = 1.2
"""Height of a line of a label, in font sizes."""

PADDING = (6.0, 2.5)
"""Room left and right, above and below the words of a label, in units of the map."""
