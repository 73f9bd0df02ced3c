"""The answer to ``dependencies``."""

from __future__ import annotations

from cli.views.reach import blocks, flat

__all__ = ["blocks", "flat"]
