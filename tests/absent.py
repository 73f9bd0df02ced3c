"""Skip tests whose programs or files this machine does not have."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def absent(what: str) -> NoReturn:
    """Skip the test and say what it needs; in CI, which has everything, it is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must have it: {what}")
    pytest.skip(f"needs {what}")
