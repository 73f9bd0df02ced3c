"""One module per layout; each prints a plan as the real sources do."""

from __future__ import annotations

from types import ModuleType

from tests.generator.printers import bold, cut, glued, lines, listed, rows, spread, wide

LAYOUTS: dict[str, ModuleType] = {
    "rows": rows,
    "bold": bold,
    "lines": lines,
    "cut": cut,
    "listed": listed,
    "glued": glued,
    "spread": spread,
    "wide": wide,
}
