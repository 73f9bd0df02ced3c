"""How much of what could be tried is tried: enough for each change, or as much as for a release."""

from __future__ import annotations

import os

LONG = bool(os.environ.get("KEIKAKU_TEST_LONG"))


def examples(few: int, many: int) -> int:
    """Return how many are tried: ``few``, or ``many`` with ``KEIKAKU_TEST_LONG=1``."""
    return many if LONG else few
