"""The answer to ``dependencies``."""

from __future__ import annotations

from keikaku.cli.views.reach import blocks, flat

__all__ = ["blocks", "flat"]
