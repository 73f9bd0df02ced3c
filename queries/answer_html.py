"""Rows as an HTML table, for notebooks; every text of a source is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from html import escape
from typing import Any

_MOST_ROWS = 50
_LEFT_OUT = ("evidence", "condition_evidence", "measures")
_NAMES = ("title", "name", "what", "text", "number")
"""The facts that can name a nested value in a cell; the first that it has is shown."""


def table(caption: str, rows: Sequence[Any]) -> str:
    """Return rows as a table under a caption, at most 50, without their evidence."""
    columns = list(
        dict.fromkeys(f.name for row in rows for f in fields(row) if f.name not in _LEFT_OUT)
    )
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(
        "<tr>"
        + "".join(f"<td>{escape(_cell(getattr(row, name, None)))}</td>" for name in columns)
        + "</tr>"
        for row in rows[:_MOST_ROWS]
    )
    more = f" ({_MOST_ROWS} shown)" if len(rows) > _MOST_ROWS else ""
    return (
        f"<table><caption>{escape(caption + more)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "、".join(filter(None, map(_cell, value)))
    if is_dataclass(value) and not isinstance(value, type):
        return next((str(v) for v in (getattr(value, n, None) for n in _NAMES) if v), "…")
    if isinstance(value, dict):
        return next((str(value[name]) for name in _NAMES if value.get(name)), "…")
    return f"{value:g}" if isinstance(value, float) else str(value)
