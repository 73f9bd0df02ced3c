"""Running the command line as a user does: in this process, or as one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from keikaku.cli.main import run

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "midorino-2026-plan.txt"


@dataclass(frozen=True)
class Ran:
    """What a command line said, and its exit code."""

    out: str
    err: str
    code: int


@dataclass(frozen=True)
class Keikaku:
    """The real entry point, in this process."""

    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Ran:
        """Run one command line."""
        code = run(arguments)
        out, err = self.capsys.readouterr()
        return Ran(out, err, code)


def process(
    *arguments: str, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run one command line as a process of its own; its output in bytes."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("KEIKAKU_")}
    return subprocess.run(
        [sys.executable, "-m", "keikaku.cli.main", *arguments],
        cwd=ROOT,
        env=clean | (environment or {}),
        capture_output=True,
        check=False,
        timeout=60,
    )
