"""A bar chart as SVG: horizontal bars, their parts one after the other (積み上げ横棒)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from keikaku.visualizations.node_labels import wide

COLOURS = ("#0072b2", "#56b4e9", "#b7c4d1")
"""Colours of the parts: safe for colour-blind people, and apart in grey print."""

_BAR = 15.0
_GAP = 7.0
_CHARACTER = 11.0
_NAME_WIDTH = 190.0
_WIDTH = 680.0
_TOP = 26.0


def svg(
    series: Sequence[str],
    rows: Sequence[tuple[str, Sequence[float]]],
    title: str,
    colours: Sequence[str] = COLOURS,
) -> str:
    """Return the chart as an ``<svg>`` element; a screen reader reads ``title``.

    ``rows`` hold a name and the value of each of the ``series``, which add up to the bar.
    """
    most = max((sum(values) for _, values in rows), default=0) or 1
    scale = (_WIDTH - _NAME_WIDTH - 40) / most
    height = _TOP + len(rows) * (_BAR + _GAP)
    box = f"0 0 {_WIDTH:g} {height:g}"
    parts = [f'<svg class="bars" viewBox="{box}" role="img" aria-label="{escape(title)}">']
    parts += _legend(series, colours)
    for at, (name, values) in enumerate(rows):
        parts += _bar(name, values, _TOP + at * (_BAR + _GAP), scale, colours)
    return "".join([*parts, "</svg>"])


def _legend(series: Sequence[str], colours: Sequence[str]) -> list[str]:
    parts, x = [], _NAME_WIDTH
    for name, colour in zip(series, colours, strict=False):
        parts.append(f'<rect x="{x:g}" y="4" width="11" height="11" fill="{colour}"/>')
        parts.append(f'<text x="{x + 16:g}" y="14">{escape(name)}</text>')
        x += 34 + wide(name) * _CHARACTER
    return parts


def _bar(
    name: str, values: Sequence[float], y: float, scale: float, colours: Sequence[str]
) -> list[str]:
    middle = y + _BAR - 3.5
    label = name if wide(name) * _CHARACTER < _NAME_WIDTH - 10 else f"{name[:14]}…"
    parts = [f'<text x="{_NAME_WIDTH - 8:g}" y="{middle:g}" class="name">{escape(label)}</text>']
    x = _NAME_WIDTH
    for value, colour in zip(values, colours, strict=False):
        if value:
            width = value * scale
            parts.append(
                f'<rect x="{x:.1f}" y="{y:g}" width="{width:.1f}" height="{_BAR:g}" '
                f'fill="{colour}"/>'
            )
            x += width
    parts.append(f'<text x="{x + 6:.1f}" y="{middle:g}">{sum(values):g}</text>')
    return parts
