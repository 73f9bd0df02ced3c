"""What a value on its label's line says of that label: 目標：申請率（％） names an indicator."""

from __future__ import annotations

import re

from keikaku.loaders.layouts.facts.name_units import name_and_unit
from keikaku.loaders.layouts.forms.form_values import by_value
from keikaku.loaders.layouts.labels.form_cells import is_amount
from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.text import normal

_OF_AMOUNTS = re.compile(
    r".{2,}(?:率|数|額|量|度|時間|日数|割合|面積|人口|得点|比|単価|距離|残高|収入|経費|費用)"
)
"""What the name of an amount ends with."""
_SHORTEST = 2
_EACH = re.compile(r"1(?:人|件|世帯|日|か月|か所|時間)(?:・?1日)?(?:当たり|あたり)の?")
_NO_NAME = re.compile(r"[。！]$|以上|以下|以内|未満|維持|同[数額程]|前年|(?:増加|減少|向上|改善)$")


def of_line(meaning: Meaning, text: str, *, within_plan: bool) -> Meaning:
    """Return a label's meaning as its value on the same line confirms it."""
    if meaning.fact == "plan.period" and not within_plan:
        return meaning._replace(fact="document.period")
    if meaning.fact in ("indicator.target", "indicator.baseline") and names_amount(text):
        return meaning._replace(fact="indicator.name", about="indicator", kind=None)
    return by_value(meaning, text) or meaning


def unit_alone(text: str) -> Label | None:
    """Return 「（単位：千円）」 between a label and its table; None for any other line."""
    parsed = label(text)
    return parsed if parsed.unit is not None and not parsed.segments else None


def unit_of_pair(meaning: Meaning, text: str) -> Label | None:
    """Return 単位：千円 beside other labels; None for any other pair."""
    return label(f"単位:{text}") if meaning.fact == "indicator.unit" else None


def names_amount(text: str) -> bool:
    """Return whether a text is the name of what is measured, and no value.

    >>> names_amount("申請率（％）"), names_amount("前年度以上"), names_amount("窓口の件数")
    (True, False, True)
    """
    name, unit = name_and_unit(text, None, inside=False, units=set())
    if not is_name(name):
        return False
    bare = _EACH.sub("", normal(name))
    counted = _OF_AMOUNTS.fullmatch(bare) and not any(map(str.isdigit, bare))
    return bool(unit or counted)


def is_name(text: str) -> bool:
    """Return whether a text can be a name: no amount, and no target in words (前年度以上)."""
    words = sum(map(str.isalpha, text)) >= _SHORTEST
    return words and not is_amount(text) and _NO_NAME.search(normal(text)) is None
