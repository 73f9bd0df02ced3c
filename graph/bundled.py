"""The graph that comes with keikaku, so that every question works without another file."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def path() -> Path:
    """Return where the bundled graph lies: facts only, built by ``scripts/build_bundled.py``."""
    return Path(str(files("keikaku.graph"))) / "data" / "koriyama-2022.json"
