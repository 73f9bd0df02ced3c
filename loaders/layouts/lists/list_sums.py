"""Rows of a list that are sums of others: 合計, 柱1 計 over the columns of numbers and names."""

from __future__ import annotations

import re

from keikaku.loaders.readers.blocks import Cell
from keikaku.loaders.text import normal

_SUM = re.compile(r"計|累計|.{0,14}(?:合計|小計|総計)額?")
_UNIT = re.compile(r"\((?:単位:?)?[^()]{1,4}\)$")
_OVER_NAMES = re.compile(r".{1,14}計")
"""柱1 計, in a cell that is merged over the columns of numbers and names."""
_COUNT = re.compile(r"\d+ ?(?:件|事業|計画|取組|項目)?")


def names_sum(text: str) -> bool:
    """Return whether a text names a sum.

    >>> names_sum("合 計"), names_sum("効果額 合計（千円）"), names_sum("家計相談")
    (True, True, False)
    """
    return _SUM.fullmatch(_UNIT.sub("", "".join(normal(text).split()))) is not None


def is_sum_row(first: Cell, title: Cell | None) -> bool:
    """Return whether a row is a sum of others, and no plan of that name.

    ``first`` is its first cell, ``title`` the cell in the column of the plans' names.
    """
    name = "".join(normal(first.text).split())
    if title is first and first.column_span > 1 and _OVER_NAMES.fullmatch(name):
        return True
    if not names_sum(first.text):
        return False
    text = "" if title is None or title is first else title.text.strip()
    return not text or _COUNT.fullmatch(normal(text)) is not None
