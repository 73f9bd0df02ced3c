"""Check the import contracts of pyproject.toml on the package as it is installed.

The import linter reads a package from one folder and follows no links, so the rooms are copied
beside each other first.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.link_tree import ROOMS, ROOT


def main() -> int:
    """Copy the rooms into one package, run the linter over it, return its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "keikaku"
        shutil.copytree(ROOT / "keikaku", package)
        for room in ROOMS:
            shutil.copytree(
                ROOT / room, package / room, ignore=shutil.ignore_patterns("__pycache__")
            )
        ran = subprocess.run(
            [
                sys.executable,
                "-c",
                "from importlinter.cli import lint_imports_command; lint_imports_command()",
                str(ROOT / "pyproject.toml"),
                "--no-cache",
            ],
            check=False,
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
        )
    if ran.returncode:
        print(ran.stdout + ran.stderr)
    else:
        print(next(line for line in ran.stdout.splitlines() if line.startswith("Contracts:")))
    return ran.returncode


if __name__ == "__main__":
    raise SystemExit(main())
