"""Workbooks as sources: the whole graph as ``keikaku export`` wrote it, or the form of a plan.

Which of the two a workbook is, its sheets tell (:func:`holds_graph`).
"""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".xlsx"
"""What the name of a workbook ends with."""


def is_workbook(source: Path) -> bool:
    """Tell whether a source is named like a workbook (or like one of Excel's that are refused)."""
    return source.suffix.lower() in {SUFFIX, ".xlsm", ".xls", ".xltx", ".xlsb"}
