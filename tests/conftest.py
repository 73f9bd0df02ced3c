"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A loaded machine is no failure, and a change is judged by the same examples each time.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

SOURCES = Path(__file__).parents[2] / "shared" / "sources"


@pytest.fixture(scope="session")
def koriyama_source() -> Path:
    """The first real source; it is not part of the repository but may lie beside it."""
    path = SOURCES / "koriyama-2022-plan.txt"
    if not path.exists():
        pytest.skip(f"the source {path.name} is not beside the repository")
    return path
