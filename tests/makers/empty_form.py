"""The form of a plan as it is written, before anybody fills it in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from keikaku.exports import plan_template


@cache
def empty_form() -> bytes:
    """Make it once: that takes as long as to read and save it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        plan_template.write(path)
        return path.read_bytes()
