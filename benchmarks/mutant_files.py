"""The files in which :mod:`benchmarks.mutants` makes an error, one measurement at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.mutations import Mutation

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "mutants"


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other measurement in this folder has a file changed or imports one."""
    with (FOLDER / "lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def changed(mutation: Mutation) -> Iterator[None]:
    """Make the error in the file for a while."""
    path = ROOT / mutation.file
    source, when = path.read_bytes(), path.stat()
    path.write_bytes(mutation.applied(source))
    try:
        yield
    finally:
        path.write_bytes(source)
        os.utime(path, ns=(when.st_atime_ns, when.st_mtime_ns))
