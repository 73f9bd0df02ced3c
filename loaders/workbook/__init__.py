"""Workbooks as sources: the whole graph as ``keikaku export`` wrote it, or the form of a plan.

The sheets of a workbook decide which of the two it is (:func:`holds_graph`).
"""

from __future__ import annotations

import re
from pathlib import Path

from keikaku.loaders.readers.blocks import Source

SUFFIX = ".xlsx"
"""What the name of a workbook ends with."""


def is_workbook(source: Path) -> bool:
    """Return whether a source is named like a workbook, also of the Excel formats refused here."""
    return source.suffix.lower() in {SUFFIX, ".xlsm", ".xls", ".xltx", ".xlsb"}


_OWN = re.compile(r"keikaku-(?:plan|graph)/\d+")
_GUIDE_ROWS = 5


def is_own(source: Source) -> bool:
    """Return whether a workbook is keikaku's own: its guide names the version of a form."""
    return any(
        _OWN.fullmatch(table.text(row, 0))
        for page in source.pages
        for table in page.tables()
        for row in range(min(table.rows, _GUIDE_ROWS))
    )
