"""Sparing the garbage collector while a graph is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_paused() -> Iterator[None]:
    """Let the garbage collector rest: a graph is thousands of small things that are all to stay.

    Walking them again and again would double the time. Serves as a decorator too.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
