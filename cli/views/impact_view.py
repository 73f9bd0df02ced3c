"""The answer to ``impact``."""

from __future__ import annotations

from keikaku.cli.views.reachability_view import blocks, flat

__all__ = ["blocks", "flat"]
